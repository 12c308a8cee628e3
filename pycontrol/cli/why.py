"""`pycontrol why FILE [CITATION]`: the reasons of what follows."""

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
from pycontrol.explain import Verdict
from pycontrol.policy import Policy

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


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
    on: dt.datetime | None,
    directory: Path | None,
    name: str | None,
    lang: Literal["en", "zh"],
    brief: bool,
    every: bool,
) -> None:
    """The reasons of what follows in FILE, down to the facts; only those of CITATION, if one is given.

    Without CITATION, where something is certain, what is only possible is counted and not told.
    """
    policy = Policy.load(directory)
    for one in policy.determine_many(chosen(policy, [file], name), on=on.date() if on else None):
        reasons = policy.why(one, citation)
        certain = [reason for reason in reasons if reason.verdict is Verdict.MET]
        rest = 0 if citation or every or not certain else len(reasons) - len(certain)
        reasons = tuple(certain) if rest else reasons
        show(f"{one.scenario}\n\n")
        if reasons:
            show(report.reason_text(reasons, policy.law, report.Tongue(lang), full=not brief) + "\n")
            if rest:
                show(f"{rest} more are only possible: name one, such as `cn-mofcom-2025-61/1`, or say `--all`\n\n")
        else:
            show(f"nothing follows {'from ' + citation if citation else 'here'}; `pycontrol why-not` says why not\n\n")
