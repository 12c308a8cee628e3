"""Instruments, what they do to each other, and the law as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.diagnostics import Span
    from pycontrol.law.model.conditions import Term
    from pycontrol.law.model.doubt import Event, Reading
    from pycontrol.law.model.lists import PartyList, Period
    from pycontrol.law.model.norms import Noted, Overlap, Provision
    from pycontrol.law.model.register import Counterpart, Measure
    from pycontrol.law.model.vocabulary import Vocabulary
    from pycontrol.phrases import Text


@dataclass(frozen=True, slots=True)
class Suspension:
    """Instrument `by` takes `targets` out of operation: instruments, or parts of them with everything below.

    `event` empty: certain, in `periods` (guarded where the end day is a reading). Otherwise unconfirmed in `periods`:
    in each branch of the event the targets are suspended or operate.
    """

    by: str
    targets: tuple[str, ...]
    periods: tuple[Period, ...]
    event: str = ""
    confidence: str = ""
    because: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """Instrument `by` says that `targets` (instruments or parts of them) operate in `periods`, as after a suspension.

    It puts nothing into operation and takes nothing out; it says how sure the status on those days is, and why.
    """

    by: str
    targets: tuple[str, ...]
    periods: tuple[Period, ...]
    confidence: str = ""
    because: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """One promulgated instrument. Days are days in `zone`. `neighbour`: what to say beside every "nothing required".

    `predecessor`: what to say of days before it, where law of its kind was there that is not held.

    `context`: measures of the register in answer to which, or beside which, it was issued.
    """

    name: str
    title: Text
    cite: Text
    regime: str
    issued: dt.date
    issuer: str
    articles: tuple[str, ...]
    zone: str
    checked_to: dt.date
    basis: tuple[str, ...] = ()
    begins: dt.date | None = None
    ends: dt.date | None = None
    neighbour: Text | None = None
    predecessor: Text | None = None
    confidence: str = ""
    context: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Regime:
    """A legal order: defeat never crosses it. `severity` orders what outcomes say, gravest first."""

    name: str
    title: Text
    severity: tuple[str, ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """All instruments, resolved and merged. Dictionaries are in the order of the files, sorted by path.

    `measures` are in the order of their days.
    """

    vocabulary: Vocabulary
    regimes: dict[str, Regime]
    instruments: dict[str, Instrument]
    readings: dict[str, Reading]
    events: dict[str, Event]
    terms: dict[str, Term]
    lists: dict[str, PartyList]
    provisions: dict[str, Provision]
    noted: tuple[Noted, ...]
    overlaps: tuple[Overlap, ...]
    suspensions: tuple[Suspension, ...]
    sources: tuple[tuple[str, str], ...]
    operations: tuple[Operation, ...] = ()
    measures: dict[str, Measure] = field(default_factory=dict)
    counterparts: tuple[Counterpart, ...] = ()
