"""What a `.scenario` file says: facts of things, and what is asked and expected."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from pycontrol.syntax.tree.common import Comment, Date, Node, Number, Quantity, String, Word


@dataclass(frozen=True, slots=True)
class Moment(Node):
    """`2025-11-10 13:01`: a time on a day."""

    date: Date
    time: dt.time


@dataclass(frozen=True, slots=True)
class Pieces(Node):
    """`2 x magnet`: so many of an item."""

    count: Number
    item: Word


Value = Word | Quantity | Pieces | Date | Moment | String


@dataclass(frozen=True, slots=True)
class FactValue(Node):
    """One value of a fact, perhaps dated: `CN since 2024-01-01 until 2025-06-01` (both days included).

    `by` names the notice of a list: `listed watch-list by cn-mofcom-2026-12`.
    """

    value: Value
    since: Date | None = None
    until: Date | None = None
    by: Word | None = None


@dataclass(frozen=True, slots=True)
class FactStated(Node):
    """`parts 2 x magnet, 1 x housing`: a fact and its values. `unknown` and `none` are ordinary words here."""

    name: Word
    values: tuple[FactValue, ...]


@dataclass(frozen=True, slots=True)
class Screened(Node):
    """`screened control-list on 2025-10-20`: looked up on that day without a hit."""

    lists: tuple[Word, ...]
    on: Date


@dataclass(frozen=True, slots=True)
class Entity(Node):
    """`party maker …`, `item coil …`, `act ship …`. `complete` names its facts whose stated values are all there are."""

    sort: Literal["party", "item", "act"]
    name: Word
    facts: tuple[FactStated, ...] = ()
    screened: tuple[Screened, ...] = ()
    complete: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class StakeHeld(Node):
    """`stake OWNER in HELD 51 % equity since DATE until DATE`."""

    owner: Word
    held: Word
    share: Quantity
    interest: Word
    since: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class LicenceHeld(Node):
    """`licence l-1 kind … holder … since DATE until DATE`."""

    name: Word
    facts: tuple[FactStated, ...] = ()
    since: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class Denied(Node):
    """`assume not a, b`: facts or groups of facts taken as `no` where not stated."""

    names: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class InForce(Node):
    """`assume INSTRUMENT in force`."""

    instrument: Word


@dataclass(frozen=True, slots=True)
class Take(Node):
    """`take READING VALUE`: one reading fixed."""

    reading: Word
    value: Word


@dataclass(frozen=True, slots=True)
class Expect(Node):
    """`expect` and its lines; no line: nothing is expected."""

    lines: tuple[String, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario(Node):
    """`scenario "…"`. `complete` holds what is complete in the whole case (`licences`, `events`)."""

    name: String
    note: String | None = None
    asked: Date | None = None
    entities: tuple[Entity, ...] = ()
    stakes: tuple[StakeHeld, ...] = ()
    licences: tuple[LicenceHeld, ...] = ()
    complete: tuple[Word, ...] = ()
    denied: tuple[Denied, ...] = ()
    in_force: tuple[InForce, ...] = ()
    taken: tuple[Take, ...] = ()
    expect: Expect | None = None


@dataclass(frozen=True, slots=True)
class ScenarioFile(Node):
    """One `.scenario` file: one scenario or several."""

    scenarios: tuple[Scenario, ...]
    comments: tuple[Comment, ...] = field(default=(), compare=False)
