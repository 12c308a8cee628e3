"""What of each instrument is modelled: a law becomes one row for every article that exists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pycontrol.law.articles import articles_between

if TYPE_CHECKING:
    from pycontrol.law.model import Law, Noted


class How(StrEnum):
    """How far an article is modelled."""

    ENCODED = "encoded"
    READING = "encoded with a reading"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class ModelledArticle:
    """One article: its provisions, the readings on which they hang, and the notes on what is not encoded of it."""

    instrument: str
    article: str
    provisions: tuple[str, ...]
    readings: tuple[str, ...]
    notes: tuple[Noted, ...]

    @property
    def how(self) -> How:
        """How far this article is modelled."""
        if not self.provisions:
            return How.NOTED
        return How.READING if self.readings else How.ENCODED


def modelled(law: Law) -> tuple[ModelledArticle, ...]:
    """Return every article of every instrument, in order, with what was made of it."""
    return tuple(
        _row(law, instrument.name, article)
        for instrument in law.instruments.values()
        for article in instrument.articles
    )


def _row(law: Law, instrument: str, article: str) -> ModelledArticle:
    """Return what was made of one article."""
    provisions = [
        provision
        for provision in law.provisions.values()
        if provision.instrument == instrument and provision.article == article
    ]
    notes = [
        note
        for note in law.noted
        if note.instrument == instrument and article in articles_between(note.first, note.last)
    ]
    readings = sorted({reading for provision in provisions for reading in provision.readings})
    return ModelledArticle(
        instrument, article, tuple(provision.path for provision in provisions), tuple(readings), tuple(notes)
    )
