"""What may be said: kinds of act, units, territories, facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pycontrol.syntax.tree.common import Node, Quantity, Text, Under, Word


@dataclass(frozen=True, slots=True)
class Kinds(Node):
    """`kinds of act movement, provision, …`."""

    names: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Filings(Node):
    """`filings notice by transferor to recipient`: in which role of such an act somebody makes it, and receives it."""

    kinds: tuple[Word, ...]
    by: Word
    to: Word | None = None


@dataclass(frozen=True, slots=True)
class Unit(Node):
    """`unit um of length is 1000 nm`; the canonical unit of a dimension has no `factor`, and may have a range: `from 0 nm`.

    `zero` is where a unit counts from, if not from nothing: `unit K of temperature is 1 degC above -273.15 degC`.
    """

    name: Word
    dimension: Word
    factor: Quantity | None = None
    zero: Quantity | None = None
    low: Quantity | None = None
    high: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Currency(Node):
    """`currency CNY, EUR`."""

    names: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Places(Node):
    """`places HK, MO under china-scope inside`: places of a territory, perhaps in one reading only."""

    codes: tuple[Word, ...]
    under: Under | None = None


@dataclass(frozen=True, slots=True)
class Territory(Node):
    """`territory china "China" places CN`."""

    name: Word
    title: Text
    places: tuple[Places, ...]


@dataclass(frozen=True, slots=True)
class FactType(Node):
    """`choice of a, b`, `quantity in % from 0 % to 100 %`, `difference in degC`, `place`, …: `name` is the first word of these."""

    name: Word
    choices: tuple[Word, ...] = ()
    unit: Word | None = None
    low: Quantity | None = None
    high: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Exists(Node):
    """`where item.kind is goods`, `where item.kind in {goods, software} save free`: for which things a fact exists."""

    path: Word
    values: tuple[Word, ...]
    save: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Vague(Node):
    """`vague part, other for target with item.substance is ndfeb`: choices beside which a sharper one may be true."""

    values: tuple[Word, ...]
    sharper: tuple[Word, ...]
    given: Exists | None = None


@dataclass(frozen=True, slots=True)
class Fact(Node):
    """`fact act.end-use is many choice of a, b alterable question "…"`: something that a scenario may state.

    `settled` is who settles it where it is open: whoever is asked (empty), a person's judgement, or law that is
    not encoded.
    """

    path: Word
    type: FactType
    many: bool = False
    open: bool = False
    dated: bool = False
    alterable: bool = False
    settled: Literal["", "judged", "not encoded"] = ""
    kinds: tuple[Word, ...] = ()
    groups: tuple[Word, ...] = ()
    where: Exists | None = None
    vague: tuple[Vague, ...] = ()
    question: Text | None = None
    indicators: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim(Node):
    """`item.form is not metal`, `item.form in {metal, part}`, or, of a yes-no fact, `item.carrier` alone: then without values."""

    path: Word
    negative: bool
    values: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Constraint(Node):
    """`constraint act.a implies act.b is no because "…"`: what of a thing follows from what."""

    given: Claim
    then: Claim
    because: Text | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary(Node):
    """`vocabulary`, and what it declares."""

    body: tuple[VocabularyPart, ...]


VocabularyPart = Kinds | Filings | Unit | Currency | Territory | Fact | Constraint
