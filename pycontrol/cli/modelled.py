"""`pycontrol modelled`: each article, entry, name and measure as encoded, with a reading, open or noted with the reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

import click

from pycontrol import report
from pycontrol.cli.options import lang_option, policy_option
from pycontrol.cli.printing import show
from pycontrol.policy import Policy

if TYPE_CHECKING:
    from pathlib import Path


@click.command("modelled")
@click.argument("citation", required=False)
@policy_option
@click.option("--entries", is_flag=True, help="Each entry of the item lists, each name, each measure.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@lang_option
def command(
    citation: str | None, directory: Path | None, form: str, lang: Literal["en", "zh"], *, entries: bool
) -> None:
    """What of each instrument is modelled: its articles, the entries of its item lists, the names that it lists.

    CITATION: only that instrument, article or list of parties, with every entry and name.
    """
    policy = Policy.load(directory)
    articles, lists = policy.modelled(citation), policy.modelled_lists(citation)
    if form == "json":
        show(json.dumps(report.modelled_data(policy.law, articles, lists), ensure_ascii=False, indent=2) + "\n")
    else:
        every = entries or citation is not None
        show(report.modelled_text(policy.law, articles, lists, report.Tongue(lang), entries=every))
