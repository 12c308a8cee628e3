"""Instruments, what they do to each other, and the whole law file."""

from __future__ import annotations

from dataclasses import dataclass, field

from pycontrol.syntax.tree.common import (
    Citation,
    Comment,
    Confidence,
    Date,
    Node,
    Number,
    String,
    Text,
    Under,
    Word,
)
from pycontrol.syntax.tree.provision import Annex, Article, Define, End, Noted, Overlap, Start
from pycontrol.syntax.tree.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ReadingValue(Node):
    """One way to read the text: its name and what it comes to."""

    name: Word
    title: Text


@dataclass(frozen=True, slots=True)
class Reading(Node):
    """`reading NAME "…" value "…", value "…" default value because "…" question Q-…`. No default: `none` was written."""

    name: Word
    title: Text
    values: tuple[ReadingValue, ...]
    default: Word | None
    because: Text
    question: Word | None = None


@dataclass(frozen=True, slots=True)
class Branch(Node):
    """`branch revived "…" operates`: one way an event may have gone."""

    name: Word
    title: Text
    suspended: bool


@dataclass(frozen=True, slots=True)
class Event(Node):
    """`event truce-2026 "…"` and its branches."""

    name: Word
    title: Text
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Period(Node):
    """`from DATE until DATE inclusive under READING VALUE`. No `last`: it is open. `inclusive` speaks of `last`."""

    first: Date
    last: Date | None = None
    inclusive: bool = True
    under: Under | None = None


@dataclass(frozen=True, slots=True)
class Suspends(Node):
    """`suspends CITATIONS` in periods that are certain: of instruments, or of parts of them."""

    targets: tuple[Citation, ...]
    periods: tuple[Period, ...]
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Unconfirmed(Node):
    """`unconfirmed CITATIONS on EVENT` in periods that hang on an event in doubt."""

    targets: tuple[Citation, ...]
    event: Word
    periods: tuple[Period, ...]
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Operates(Node):
    """`operates CITATIONS from DATE`: what is said of the days after a suspension."""

    targets: tuple[Citation, ...]
    periods: tuple[Period, ...]
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class ListName(Node):
    """`name "…" alias "…" paused from …`: one party on a list, as long as its notice says or for its own `listed`."""

    name: Text
    aliases: tuple[String, ...] = ()
    listed: tuple[Period, ...] = ()
    paused: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class ListNotice(Node):
    """`notice INSTRUMENT from … names 15 "…"`: how many it named, and the names held here.

    `complete` is None where only the list says whether all its names are held.
    """

    instrument: Word
    periods: tuple[Period, ...]
    count: Number
    note: Text
    names: tuple[ListName, ...] = ()
    complete: bool | None = None


@dataclass(frozen=True, slots=True)
class PartyList(Node):
    """`list control-list "…" partial` (or `complete`) and its notices."""

    name: Word
    title: Text
    complete: bool
    notices: tuple[ListNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class Regime(Node):
    """`regime cn-export-control "…" severity …, …`: gravest first."""

    name: Word
    title: Text
    severity: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class MeasureDay(Node):
    """`2025-09-29`, `2025-09-14 to 2025-09-15`, `about 2025-10-07`, `2025-04`, `2026`. First day of a month or year."""

    first: Date
    last: Date | None = None
    about: bool = False
    month: bool = False
    year: bool = False


@dataclass(frozen=True, slots=True)
class Measure(Node):
    """`measure NAME DAY by OFFICE "…" confidence H of INSTRUMENT answers NAMES`: a measure, and what it answers."""

    name: Word
    day: MeasureDay
    issuer: Word
    title: Text
    confidence: Confidence
    instrument: Word | None = None
    answers: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Register(Node):
    """`register "…"`: measures and countermeasures of several states."""

    title: Text
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument(Node):
    """`announcement`, `statute`, `notice` or `guidance` (its `kind`), what it says of itself, and its body as written.

    `articles` are the labels written: the first and the last of a run, or all there are.
    """

    kind: Word
    name: Word
    title: Text
    regime: Word
    issued: Date
    issuer: Word
    articles: tuple[Word, ...]
    run: bool
    zone: Word
    checked_to: Date
    cite: Text
    basis: tuple[Word, ...] = ()
    starts: tuple[Start, ...] = ()
    ends: tuple[End, ...] = ()
    neighbour: Text | None = None
    predecessor: Text | None = None
    confidence: Confidence | None = None
    context: tuple[Word, ...] = ()
    body: tuple[InstrumentPart, ...] = ()


InstrumentPart = Reading | Define | Annex | Article | Noted | Overlap | Suspends | Unconfirmed | Operates | PartyList
TopPart = Vocabulary | Regime | Event | Reading | PartyList | Register | Instrument


@dataclass(frozen=True, slots=True)
class LawFile(Node):
    """One `.law` file. An instrument or a vocabulary holds everything up to the next one."""

    parts: tuple[TopPart, ...]
    comments: tuple[Comment, ...] = field(default=(), compare=False)
