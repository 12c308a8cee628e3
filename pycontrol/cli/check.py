"""`pycontrol check [DIR]`: is the law well-formed, and is it well drafted?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pycontrol import report
from pycontrol.cli.printing import show
from pycontrol.diagnostics import visible
from pycontrol.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Sized

FOUND = 1


@click.command("check")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def command(directory: Path | None) -> None:
    """Refuse ill-formed law, and report what is suspicious in it; default: the law of this package.

    Each finding carries a scenario that shows it, or the bound that was searched and the nearest scenario.
    """
    policy = Policy.load(directory)
    law, findings = policy.law, policy.check()
    for finding in findings:
        details = "".join(f"  {visible(line)}".rstrip() + "\n" for line in finding.details.splitlines())
        show(f"{report.diagnostic_text(finding.diagnostic)}{details}\n")
    counted = (
        f"{_counted(law.sources, 'file')}, {_counted(law.instruments, 'instrument')}, "
        f"{_counted(law.provisions, 'provision')}"
    )
    show(f"{counted}: {_counted(findings, 'finding') if findings else 'no finding'}\n")
    if findings:
        raise click.exceptions.Exit(FOUND)


def _counted(things: Sized, what: str) -> str:
    return f"{len(things)} {what}" if len(things) == 1 else f"{len(things)} {what}s"
