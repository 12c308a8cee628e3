"""`pycontrol test [DIR]`: every scenario against the answer that it expects."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pycontrol import report
from pycontrol.cli import REFUSED
from pycontrol.cli.options import policy_option
from pycontrol.cli.printing import show, tell
from pycontrol.cli.updating import updated
from pycontrol.diagnostics import Diagnostic, Refused
from pycontrol.policy import Policy, bundled

if TYPE_CHECKING:
    from pycontrol.determine import Determination
    from pycontrol.facts.scenario import Scenario

FAILED = 1


@dataclass
class _Tally:
    """What came of the scenarios of a run."""

    passed: int = 0
    failed: int = 0
    refused: list[Diagnostic] = field(default_factory=list)


@click.command("test")
@click.argument("place", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@policy_option
@click.option("--allow-open", is_flag=True, help="Pass scenarios that expect nothing in particular.")
@click.option("--update", is_flag=True, help="Write what follows into each scenario, in place of what it expects.")
def command(place: Path | None, directory: Path | None, allow_open: bool, update: bool) -> None:
    """Run every scenario in DIR (default: those of this package) against what it expects: no line less, none more."""
    policy = Policy.load(directory)
    place = place or bundled("scenarios")
    files = (
        [place]
        if place.is_file()
        else sorted(file for kind in ("scenario", "json") for file in place.rglob(f"*.{kind}"))
    )
    tally = _Tally()
    for file in files:
        try:
            _run(policy, file, tally, allow_open=allow_open, update=update)
        except Refused as refused:
            tally.refused += refused.diagnostics
    if not tally.passed + tally.failed and not tally.refused:
        cure = "name a directory that holds `.scenario` files"
        raise Refused([Diagnostic("U112", f"there is no scenario in `{place}`", help=cure)])
    tell(tally.refused)
    show(
        f"{tally.passed} passed, {tally.failed} failed"
        + (f", {len(tally.refused)} refusals\n" if tally.refused else "\n")
    )
    if tally.refused or tally.failed:
        raise click.exceptions.Exit(REFUSED if tally.refused else FAILED)


def _run(policy: Policy, file: Path, tally: _Tally, *, allow_open: bool, update: bool) -> None:
    scenarios = policy.scenarios(file)
    found = policy.determine_many(scenarios)
    if update and file.suffix == ".scenario":
        if updated(file, found):
            show(f"updated {file}\n")
        tally.passed += len(found)
        return
    for scenario, determination in zip(scenarios, found, strict=True):
        told = _told(file, scenario, determination, allow_open=allow_open)
        tally.failed += bool(told)
        tally.passed += not told
        show(told)


def _told(file: Path, scenario: Scenario, determination: Determination, *, allow_open: bool) -> str:
    """Return what is wrong with the answer to a scenario; nothing where it is what it expects."""
    if scenario.expected is None:
        cure = "give it an `expect`, or run with --allow-open"
        return "" if allow_open else f"{file}: {scenario.name}: expects nothing in particular: {cure}\n"
    found = report.mismatches(determination, scenario)
    return report.mismatches_text(found, scenario) if found else ""
