"""What stands beside the law and decides nothing: the register of measures, and the counterparts of provisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.phrases import say, verbatim

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.diagnostics import Span
    from pycontrol.phrases import Text


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure or countermeasure of some state, in the register called `register`.

    It was taken on `first`, or from then to `last`; `about`: on or around that day; `month`, `year`: at some time in the
    month or year of `first`. `instrument` carries it here, empty where none does. `answers`: the measures to which it is an answer.
    """

    name: str
    first: dt.date
    last: dt.date
    about: bool
    month: bool
    year: bool
    issuer: str
    title: Text
    confidence: str
    because: Text
    instrument: str
    answers: tuple[str, ...]
    register: Text
    span: Span | None = None

    @property
    def day(self) -> Text:
        """When it was taken; in English as the law file writes it."""
        first = f"{self.first:%Y}" if self.year else f"{self.first:%Y-%m}" if self.month else f"{self.first}"
        day = verbatim(first) if self.last == self.first else say("from to", low=first, high=self.last)
        return say("about day", day=day) if self.about else day


@dataclass(frozen=True, slots=True)
class Cited:
    """An article, a limb or an instrument, by its citation, with its title and the mark of its confidence (or empty)."""

    path: str
    title: Text
    confidence: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What answers to `here` in other law, and the difference worth showing; `confidence`: the mark of that."""

    here: Cited
    there: Cited
    difference: Text
    confidence: str = ""
    span: Span | None = None
