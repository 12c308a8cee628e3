"""Dated lists of parties, by notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.diagnostics import Span
    from pycontrol.law.model.doubt import Guard
    from pycontrol.phrases import Text


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both inclusive; `last` None is open. Holds only under the guard, if it has one."""

    first: dt.date
    last: dt.date | None = None
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One name on a list, by one notice: when it is listed, and when that listing is paused."""

    name: Text
    aliases: tuple[str, ...]
    notice: str
    listed: tuple[Period, ...]
    paused: tuple[Period, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice that put names on a list: how many it named, of which only some may be held here.

    `complete`: all of them are held, so that a name without a match is not among them.
    """

    name: str
    listed: tuple[Period, ...]
    count: int
    note: Text
    complete: bool = False


@dataclass(frozen=True, slots=True)
class PartyList:
    """A dated list of parties. `complete` False: a name without a match is unknown, never `not listed`."""

    name: str
    title: Text
    complete: bool
    notices: tuple[Notice, ...]
    listings: tuple[Listing, ...]
    instrument: str
    span: Span | None = None
