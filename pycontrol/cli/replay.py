"""`pycontrol replay RECORD`: a recorded determination repeated."""

from __future__ import annotations

from pathlib import Path

import click

from pycontrol import record
from pycontrol.cli.options import policy_option
from pycontrol.cli.printing import show
from pycontrol.policy import Policy
from pycontrol.syntax import read_source

DIFFERS = 1


@click.command("replay")
@click.argument("file", metavar="RECORD", type=click.Path(path_type=Path))
@policy_option
def command(file: Path, directory: Path | None) -> None:
    """Repeat the determination in RECORD and say what differs; with the law that it names, or another.

    Ends with 1 where another answer follows, or the same for other reasons. That law or engine are others is told, and is
    no other answer.
    """
    same = True
    for one in record.read_records(read_source(file, record.MOST_BYTES)):
        policy = Policy.load(directory) if directory else Policy.of_record(one)
        replay = policy.replay(one)
        same = same and replay.same
        found = "another answer" if replay.answer else "the same answer"
        show(f"{one.scenario}: {found}{', for other reasons' if replay.reasons and not replay.answer else ''}\n")
        show("".join(f"  {difference}\n" for difference in replay.differences))
    if not same:
        raise click.exceptions.Exit(DIFFERS)
