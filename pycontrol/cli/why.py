"""`pycontrol why FILE [CITATION]`: the reasons of what follows."""

from __future__ import annotations

from dataclasses import replace
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

    from pycontrol.determine import Determination


@click.command("why")
@file_argument
@click.argument("citation", required=False)
@on_option
@policy_option
@scenario_option
@lang_option
@brief_option
@click.option("--all", "every", is_flag=True, help="Without CITATION: the reasons of what is only possible, too.")
def command(
    file: Path,
    citation: str | None,
    on: dt.date | None,
    directory: Path | None,
    name: str | None,
    lang: Literal["en", "zh"],
    brief: bool,
    every: bool,
) -> None:
    """The reasons of what follows in FILE, down to the facts; only those of CITATION, if one is given.

    Without CITATION, where something is certain, be it in one branch of an event in doubt, what is only possible is counted and
    not told.
    """
    policy, tongue = Policy.load(directory), report.Tongue(lang)
    for one in policy.determine_many(chosen(policy, [file], name), on=on):
        told, rest = (one, 0) if citation or every else _certain(one)
        reasons = policy.why(told, citation)
        show(f"{one.scenario}\n\n")
        if reasons:
            show(report.reason_text(reasons, policy.law, tongue, full=not brief) + "\n")
            if rest:
                show(tongue.say("only possible", count=rest) + "\n\n")
        else:
            nothing = tongue.say("nothing from", citation=citation) if citation else tongue.say("nothing here")
            show(nothing + "\n\n")


def _certain(determination: Determination) -> tuple[Determination, int]:
    """Leave of a determination what is certain in some branch, and count the reasons of the rest; all, where nothing is."""
    certain = tuple(one for one in determination.outcomes if one.certain_somewhere)
    if not certain:
        return determination, 0
    told, every = ({one.key[:5] for one in some} for some in (certain, determination.outcomes))
    return replace(determination, outcomes=certain), len(every - told)
