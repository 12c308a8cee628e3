"""Conditions: what must be so for a provision or a term to be met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pycontrol.syntax.tree.common import Citation, Node, Quantity, Under, Word

Quantifier = Literal["", "some", "every", "no"]
Operator = Literal["<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Is(Node):
    """`PATH is VALUE`, `PATH is not VALUE`: the value is a symbol, a yes-no fact or a term."""

    quantifier: Quantifier
    path: Word
    negated: bool
    value: Word


@dataclass(frozen=True, slots=True)
class InSet(Node):
    """`PATH in {a, b}`, `PATH not in {a, b}`."""

    quantifier: Quantifier
    path: Word
    negated: bool
    values: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class In(Node):
    """`PATH in NAME`: a term on items, a list of parties or a territory; a list perhaps `by` some of its notices."""

    quantifier: Quantifier
    path: Word
    target: Word
    notices: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Near(Node):
    """`PATH near NAME`: an item that just misses an entry of an item list, or of a part of one."""

    quantifier: Quantifier
    path: Word
    target: Word


@dataclass(frozen=True, slots=True)
class Outside(Node):
    """`PATH outside TERRITORY`."""

    quantifier: Quantifier
    path: Word
    territory: Word


@dataclass(frozen=True, slots=True)
class Compared(Node):
    """`PATH <= 14 nm`."""

    quantifier: Quantifier
    path: Word
    operator: Operator
    threshold: Quantity


@dataclass(frozen=True, slots=True)
class Between(Node):
    """`PATH between 3 nm and 14 nm`, both ends included unless `readings NAME` leaves that to a reading."""

    quantifier: Quantifier
    path: Word
    low: Quantity
    high: Quantity
    ends: Word | None = None


@dataclass(frozen=True, slots=True)
class Differs(Node):
    """`PATH differs from PATH`."""

    path: Word
    other: Word


@dataclass(frozen=True, slots=True)
class ValueShare(Node):
    """`value-share of TERM with origin in TERRITORY in PATH >= 0.1 % readings ADDING, NESTING`."""

    term: Word
    territory: Word
    path: Word
    operator: Operator
    threshold: Quantity
    adding: Word
    nesting: Word


@dataclass(frozen=True, slots=True)
class Stake(Node):
    """`stake of TERM in PATH >= 50 % by equity readings CHAINING, CONTROL`, or `… by equity aggregated` (`fixed`)."""

    term: Word
    quantifier: Quantifier
    path: Word
    operator: Operator
    threshold: Quantity
    interest: Word
    chaining: Word
    control: Word | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Reference(Node):
    """`article 1 applies`, `article 1 stands for act.serves`, `breach of article 1`."""

    aspect: Literal["applies", "stands", "breach"]
    citation: Citation
    reach: Word | None = None


@dataclass(frozen=True, slots=True)
class Operating(Node):
    """`cn-mofcom-2025-55 operates`: an instrument, or a part of one."""

    citation: Citation


@dataclass(frozen=True, slots=True)
class Alternative(Node):
    """`(a) … and …`; `label` keeps its parentheses."""

    label: Word
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """`any of (a) … (b) …`."""

    alternatives: tuple[Alternative, ...]


Condition = (
    Is
    | InSet
    | In
    | Near
    | Outside
    | Compared
    | Between
    | Differs
    | ValueShare
    | Stake
    | Reference
    | Operating
    | Under
    | AnyOf
)


@dataclass(frozen=True, slots=True)
class When(Node):
    """`when … and …`."""

    conditions: tuple[Condition, ...]
