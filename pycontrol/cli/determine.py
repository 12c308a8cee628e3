"""`pycontrol determine FILE…`: what follows for the acts of each scenario."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from pycontrol import record, report
from pycontrol.cli.options import chosen, lang_option, on_option, policy_option, scenario_option
from pycontrol.cli.printing import show
from pycontrol.policy import Policy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from pycontrol.determine import Determination

UNDECIDED = 5


@click.command("determine")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@on_option
@policy_option
@scenario_option
@click.option("--format", "form", type=click.Choice(["text", "md", "json", "expect"]), default="text")
@lang_option
@click.option("--full", is_flag=True, help="In text: gist and open facts of what is only possible, too.")
@click.option(
    "--fail-on-undecided", is_flag=True, help="End with 5 where something is only possible, or turns on a reading."
)
def command(
    files: tuple[Path, ...],
    on: dt.date | None,
    directory: Path | None,
    name: str | None,
    form: str,
    lang: Literal["en", "zh"],
    full: bool,
    fail_on_undecided: bool,
) -> None:
    """What follows for the acts of each scenario in FILE...: a `.scenario` file, or `.json`."""
    policy = Policy.load(directory)
    found = policy.determine_many(chosen(policy, files, name), on=on)
    show(_printed(policy, found, form, report.Tongue(lang), full=full))
    if fail_on_undecided and any(one.undecided for one in found):
        raise click.exceptions.Exit(UNDECIDED)


def _printed(policy: Policy, found: Sequence[Determination], form: str, tongue: report.Tongue, *, full: bool) -> str:
    if form == "json":
        return record.text([policy.record(one) for one in found])
    if form == "expect":
        return "\n".join(expect_block(one) for one in found)
    write = report.text if form == "text" else report.markdown
    sheets = [report.sheet(one, policy.law, policy.gists(one), tongue, full=full) for one in found]
    return "\n\n".join(map(write, sheets))


def expect_block(determination: Determination) -> str:
    """Return the lines of a determination as they are pasted into its scenario."""
    return "\n".join([f"-- {determination.scenario}", *expect_lines(determination)]) + "\n"


def expect_lines(determination: Determination) -> tuple[str, ...]:
    """Return `expect` and its lines, laid out as the formatter does."""
    quoted = (line.replace("\\", "\\\\").replace('"', '\\"') for line in determination.lines())
    return ("  expect", *(f'    "{line}"' for line in quoted))
