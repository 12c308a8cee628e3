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
class Blank(Node):
    """`$density`: what each row of the table fills in. `name` stands without its sign."""

    name: str


@dataclass(frozen=True, slots=True)
class Pieces(Node):
    """`2 x magnet`: so many of an item."""

    count: Number | Blank
    item: Word | Blank


Value = Word | Quantity | Pieces | Date | Moment | String | Blank


@dataclass(frozen=True, slots=True)
class FactValue(Node):
    """One value of a fact, perhaps dated: `CN since 2024-01-01 until 2025-06-01` (both days included).

    `by` names the notice of a list: `listed watch-list by cn-mofcom-2026-12`.
    """

    value: Value
    since: Date | Blank | None = None
    until: Date | Blank | None = None
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
    on: Date | Blank


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

    owner: Word | Blank
    held: Word | Blank
    share: Quantity | Blank
    interest: Word | Blank
    since: Date | Blank | None = None
    until: Date | Blank | None = None


@dataclass(frozen=True, slots=True)
class LicenceHeld(Node):
    """`licence l-1 kind … holder … since DATE until DATE`."""

    name: Word
    facts: tuple[FactStated, ...] = ()
    since: Date | Blank | None = None
    until: Date | Blank | None = None


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
    value: Word | Blank


@dataclass(frozen=True, slots=True)
class Expect(Node):
    """`expect` and its lines; no line: nothing is expected."""

    lines: tuple[String, ...] = ()


@dataclass(frozen=True, slots=True)
class Row(Node):
    """`row 2.5 g/cm3, 156 mAh/g` and what is expected of it: one value for each column of its table."""

    cells: tuple[Value | Number, ...]
    expect: Expect | None = None


@dataclass(frozen=True, slots=True)
class Table(Node):
    """`table density, capacity`: each of its rows is the scenario with these blanks filled in."""

    columns: tuple[Word, ...]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario(Node):
    """`scenario "…"`. `complete` holds what is complete in the whole case (`licences`, `events`).

    One with a `table` stands for as many scenarios as the table has rows, and expects nothing itself. `regimes` are the
    legal orders of which it asks; none: all.
    """

    name: String
    note: String | None = None
    asked: Date | Blank | None = None
    regimes: tuple[Word, ...] = ()
    entities: tuple[Entity, ...] = ()
    stakes: tuple[StakeHeld, ...] = ()
    licences: tuple[LicenceHeld, ...] = ()
    complete: tuple[Word, ...] = ()
    denied: tuple[Denied, ...] = ()
    in_force: tuple[InForce, ...] = ()
    taken: tuple[Take, ...] = ()
    expect: Expect | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class ScenarioFile(Node):
    """One `.scenario` file: one scenario or several."""

    scenarios: tuple[Scenario, ...]
    comments: tuple[Comment, ...] = field(default=(), compare=False)
