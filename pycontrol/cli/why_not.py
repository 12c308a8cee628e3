"""`pycontrol why-not FILE CITATION`: why a provision does not certainly bind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from pycontrol import report
from pycontrol.cli.options import (
    brief_option,
    chosen,
    file_argument,
    lang_option,
    on_option,
    policy_option,
    scenario_option,
)
from pycontrol.cli.printing import show
from pycontrol.policy import Policy

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


@click.command("why-not")
@file_argument
@click.argument("citation")
@on_option
@policy_option
@scenario_option
@lang_option
@brief_option
def command(
    file: Path,
    citation: str,
    on: dt.date | None,
    directory: Path | None,
    name: str | None,
    lang: Literal["en", "zh"],
    brief: bool,
) -> None:
    """Why the provisions of CITATION do not certainly bind in FILE, the nearest miss first."""
    policy, tongue = Policy.load(directory), report.Tongue(lang)
    for one in policy.determine_many(chosen(policy, [file], name), on=on):
        reasons = policy.why_not(one, citation)
        show(f"{one.scenario}\n\n")
        if reasons:
            show(report.reason_text(reasons, policy.law, tongue, full=not brief) + "\n")
        else:
            show(tongue.say("all binds", citation=policy.citation(citation)) + "\n\n")
