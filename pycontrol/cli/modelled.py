"""`pycontrol modelled`: each article as encoded, encoded with a reading, or noted with the reason."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from pycontrol.cli.options import policy_option
from pycontrol.cli.printing import show
from pycontrol.determine.lines import short
from pycontrol.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pycontrol.law.model import Law
    from pycontrol.law.modelled import ModelledArticle


@click.command("modelled")
@policy_option
def command(directory: Path | None) -> None:
    """Each article of each instrument: encoded, encoded with a reading, or noted with the reason."""
    policy = Policy.load(directory)
    for instrument, rows in groupby(policy.modelled(), key=lambda row: row.instrument):
        show("\n".join(_lines(policy.law, instrument, tuple(rows))) + "\n\n")


def _lines(law: Law, instrument: str, rows: tuple[ModelledArticle, ...]) -> Iterator[str]:
    header = law.instruments[instrument]
    yield f"{instrument} · {header.cite.en} · checked to {header.checked_to}"
    told: set[object] = set()
    for row in rows:
        notes = [note for note in row.notes if note not in told]
        told |= {*notes}
        if row.notes and not notes and not row.provisions:
            continue
        yield f"  {_label(row)}: {row.how}"
        if row.provisions:
            yield f"    {', '.join(short(row.provisions))}"
        if row.readings:
            yield f"    readings: {', '.join(row.readings)}"
        yield from (f"    noted: {note.gist.en} -- {note.because}" for note in notes)


def _label(row: ModelledArticle) -> str:
    note = row.notes[0] if row.notes and not row.provisions else None
    if note and note.first != note.last:
        return f"articles {note.first} to {note.last}"
    return f"article {row.article}"
