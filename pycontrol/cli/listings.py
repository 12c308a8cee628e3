"""A verb that prints what stands beside the law, as text, as Markdown or as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

import click

from pycontrol import report
from pycontrol.cli.options import lang_option, listing_option, policy_option
from pycontrol.cli.printing import show
from pycontrol.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


def listing_verb(
    name: str,
    words: str,
    told: Callable[[Policy, report.Tongue], tuple[report.Listing, ...]],
    data: Callable[[Policy], Sequence[Mapping[str, object]]],
) -> click.Command:
    """Return a verb that prints what is `told` of a policy, or its `data`."""

    @click.command(name, help=words)
    @policy_option
    @listing_option
    @lang_option
    def command(directory: Path | None, form: str, lang: Literal["en", "zh"]) -> None:
        policy = Policy.load(directory)
        if form == "json":
            show(json.dumps(data(policy), ensure_ascii=False, indent=2) + "\n")
            return
        tongue = report.Tongue(lang)
        listings = told(policy, tongue)
        write = report.listing_text if form == "text" else report.listing_markdown
        show(write(listings) if listings else tongue.say(f"no {name}") + "\n")

    return command
