"""Provisions, terms and item lists: the body of an instrument."""

from __future__ import annotations

from dataclasses import dataclass

from pycontrol.syntax.tree.common import Citation, Confidence, Date, Node, Quantity, Text, Under, Word
from pycontrol.syntax.tree.condition import Condition, When
from pycontrol.syntax.tree.norm import Norm


@dataclass(frozen=True, slots=True)
class Define(Node):
    """`define export (act) "…" when …`: a legal term."""

    name: Word
    sort: Word
    title: Text
    whens: tuple[When, ...]


@dataclass(frozen=True, slots=True)
class Code(Node):
    """`code 3C902.b.2 suspected 3C901.b.2 because "…"`: a control code as printed, and as it may have been meant.

    `code not held`: the entry has one that nobody has seen.
    """

    printed: Word | None
    suspected: Word | None = None
    because: Text | None = None


@dataclass(frozen=True, slots=True)
class Entry(Node):
    """`entry a-1 "…" code … tariff … when …`: one row of an item list."""

    label: Word
    title: Text
    whens: tuple[When, ...]
    confidence: Confidence | None = None
    code: Code | None = None
    tariffs: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Part(Node):
    """`part part-1 "…"` and its entries."""

    name: Word
    title: Text
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tolerance(Node):
    """`near within 10 % because "…"`: how far from its thresholds an item still nearly meets an entry."""

    share: Quantity
    because: Text


@dataclass(frozen=True, slots=True)
class Annex(Node):
    """`annex annex-1 "…"`: an item list, in parts or straight in entries."""

    name: Word
    title: Text
    tolerance: Tolerance | None = None
    parts: tuple[Part, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Perimeter(Node):
    """`for an export where …`. No `term`: `for any act`."""

    term: Word | None
    where: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Added(Node):
    """`issued 2025-04-04`: later than the instrument."""

    date: Date


@dataclass(frozen=True, slots=True)
class Start(Node):
    """`from 2025-12-01`, perhaps under a reading."""

    date: Date
    under: Under | None = None


@dataclass(frozen=True, slots=True)
class End(Node):
    """`until 2026-11-10 inclusive`, perhaps under a reading."""

    date: Date
    inclusive: bool
    under: Under | None = None


@dataclass(frozen=True, slots=True)
class Despite(Node):
    """`despite CITATIONS`: this provision defeats those."""

    citations: tuple[Citation, ...]
    under: Under | None = None


@dataclass(frozen=True, slots=True)
class SubjectTo(Node):
    """`subject to CITATIONS`: those defeat this provision."""

    citations: tuple[Citation, ...]
    under: Under | None = None


@dataclass(frozen=True, slots=True)
class Implements(Node):
    """`implements CITATIONS`: whoever cites those means this provision too."""

    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Counterpart(Node):
    """`counterpart us-ear/734.3(a)(3) confidence H "…"`: what answers to this elsewhere, and the difference worth showing."""

    citation: Citation
    difference: Text
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Provision(Node):
    """What an article or a limb says of itself; what it does not say, a limb takes from its article."""

    gist: Text | None = None
    cite: Text | None = None
    perimeter: Perimeter | None = None
    binds: Word | None = None
    whens: tuple[When, ...] = ()
    norm: Norm | None = None
    added: Added | None = None
    starts: tuple[Start, ...] = ()
    ends: tuple[End, ...] = ()
    exceptions: tuple[Despite | SubjectTo, ...] = ()
    implements: Implements | None = None
    confidence: Confidence | None = None
    context: tuple[Word, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()


@dataclass(frozen=True, slots=True)
class Limb(Node):
    """`limb (1)(a) "…"`; `label` keeps its parentheses."""

    label: Word
    title: Text | None
    provision: Provision


@dataclass(frozen=True, slots=True)
class Article(Node):
    """`article 1 "…"`, with its limbs if it has any; only these are then provisions."""

    label: Word
    title: Text
    provision: Provision
    limbs: tuple[Limb, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted(Node):
    """`article 6 noted "…" because "…"`, `articles 9 to 11 noted …`: not encoded, and why.

    For one article `last` is `first`.
    """

    first: Word
    last: Word
    gist: Text
    because: Text
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Overlap(Node):
    """`overlap article 2 and article 4 because "…" assume stricter`."""

    first: tuple[Citation, ...]
    second: tuple[Citation, ...]
    because: Text
