"""Scenarios that say as little as they can: acts on the days on which the law differs, with everything about them open.

The solver opens whatever nobody stated. So a world has acts, the links between them and, for a larger bound or where a
figure must be shown, names for the parties and items; all that is else is left to it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from pycontrol.facts.scenario import Act, Assumptions, Entity, Scenario, StakeHeld, Stated
from pycontrol.law.model import FactType, Quantity, Share, Sort, Stake

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp import Program
    from pycontrol.law.model import Fact, Law

LATER = dt.timedelta(days=2 * 366)
"""How long after the last act a case is asked about, so that every duty is due."""

_WHOLE = Fraction(1000)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and whether an act was done on it (or is planned)."""

    day: dt.date
    done: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """How things are filled in: `named` per role and kind of thing (0: nobody is named).

    `share`: every named item has one part of that share of its value. `stake`: one owner holds that much of each named
    party, by `interest`. Both are what the law's tests look at; None leaves them open.
    """

    named: int = 0
    share: Fraction | None = None
    stake: Fraction | None = None
    interest: str = ""
    filed: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """The act that another act serves, fulfils, follows or concerns: by which fact, of which kind, when."""

    link: str
    kind: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class World:
    """Acts of one kind, one per moment, each linked to the same other acts if any."""

    kind: str
    moments: tuple[Moment, ...]
    linked: Linked | None = None
    shape: Shape = Shape()

    @property
    def others(self) -> tuple[str, ...]:
        """The names of the acts linked to, whose own links are left open."""
        return tuple(f"other-{n}" for n, _ in enumerate(self.linked.moments, 1)) if self.linked else ()

    @property
    def last(self) -> dt.date:
        """The last day on which something is done."""
        return max(moment.day for moment in (*self.moments, *(self.linked.moments if self.linked else ())))

    @property
    def asked(self) -> dt.date:
        """The day asked about, on which every duty is due."""
        return min(self.last, dt.date.max - LATER) + LATER


def scenario(law: Law, world: World) -> Scenario:
    """Return the scenario of a world."""
    return _Builder(law, world.shape).scenario(world)


class _Builder:
    """Gathers the parties, items and stakes that the acts of one world need."""

    def __init__(self, law: Law, shape: Shape) -> None:
        self.law = law
        self.shape = shape
        self.parties: dict[str, Entity] = {}
        self.items: dict[str, Entity] = {}
        self.stakes: list[StakeHeld] = []
        self.money = next((unit.name for unit in law.vocabulary.units.values() if unit.is_currency), "")

    def scenario(self, world: World) -> Scenario:
        linked = world.linked
        others = zip(world.others, linked.moments, strict=True) if linked else ()
        seconds = [self.act(linked.kind, moment, name) for name, moment in others] if linked else []
        links = {linked.link: tuple(Stated(act.name) for act in seconds)} if linked else {}
        firsts = [self.act(world.kind, one, f"act-{n}", links) for n, one in enumerate(world.moments, 1)]
        return Scenario(
            name=world.kind,
            acts=(*seconds, *firsts),
            parties=self.parties,
            items=self.items,
            names={},
            stakes=tuple(self.stakes),
            complete=frozenset({"licences", "events"}) if self.shape.filed else frozenset(),
            assumptions=Assumptions(),
            asked=world.asked,
        )

    def act(self, kind: str, moment: Moment, name: str, links: dict[str, tuple[Stated, ...]] | None = None) -> Act:
        facts = {"kind": (Stated(kind),), "state": (Stated("done" if moment.done else "planned"),), **(links or {})}
        for fact in self.law.vocabulary.facts.values():
            if self.shape.named and fact.sort is Sort.ACT and (not fact.acts or kind in fact.acts):
                facts |= self.filled(fact, name)
        return Act(Entity(name, Sort.ACT, facts), kind, moment.day, moment.done)

    def filled(self, fact: Fact, act: str) -> dict[str, tuple[Stated, ...]]:
        """Name who or what stands at the end of a relation of an act."""
        count = self.shape.named if fact.many else 1
        suffix = act.partition("-")[2] if act.startswith("act") else act
        stem = fact.name.removesuffix("s") if fact.type is FactType.ITEM else fact.name
        names = [f"{stem}-{suffix}{'abc'[n] if n else ''}" for n in range(count)]
        match fact.type:
            case FactType.PARTY:
                for name in names:
                    self.party(name)
            case FactType.ITEM:
                for name in names:
                    self.item(name)
            case _:
                return {}
        return {fact.name: tuple(Stated(name) for name in names)}

    def party(self, name: str) -> None:
        self.parties[name] = Entity(name, Sort.PARTY, {})
        if self.shape.stake is not None:
            self.parties.setdefault("owner", Entity("owner", Sort.PARTY, {}))
            self.parties[name] = Entity(name, Sort.PARTY, {}, complete=self._complete(Sort.PARTY, "owners"))
            self.stakes.append(StakeHeld("owner", name, self.shape.stake, self.shape.interest))

    def item(self, name: str) -> None:
        if self.shape.share is None or not self.money:
            self.items[name] = Entity(name, Sort.ITEM, {})
            return
        part = f"part-of-{name}"
        worth: dict[str, tuple[Stated, ...]] = {
            "value": (Stated(Quantity(_WHOLE, self.money)),),
            "parts": (Stated(part, count=Fraction(1)),),
        }
        self.items[name] = Entity(name, Sort.ITEM, worth, complete=self._complete(Sort.ITEM, "parts"))
        value = Quantity(_WHOLE * self.shape.share, self.money)
        self.items[part] = Entity(part, Sort.ITEM, {"value": (Stated(value),)})

    def _complete(self, sort: Sort, fact: str) -> frozenset[str]:
        return frozenset({fact}) if (sort, fact) in self.law.vocabulary.facts else frozenset()


# --- what there is to open ----------------------------------------------------------------------------------


def shapes(program: Program) -> tuple[Shape, ...]:
    """Return the shapes in which every figure that the law tests is at, above or below its threshold."""
    computed = [one.condition for one in program.computed_for.values()]
    stakes = [one for one in computed if isinstance(one, Stake)]
    parts: list[Fraction | None] = list(_figures(one.threshold for one in computed if isinstance(one, Share)))
    held: list[tuple[Fraction | None, str]] = [
        (figure, interest)
        for interest in dict.fromkeys(one.interest for one in stakes)
        for figure in _figures(one.threshold for one in stakes if one.interest == interest)
    ]
    return tuple(
        Shape(1, part, stake, interest, filed=True)
        for stake, interest in held or [(None, "")]
        for part in parts or [None]
    )


def _figures(thresholds: Iterable[Fraction]) -> Iterator[Fraction]:
    """Yield each threshold, then something beyond either end, then something between each two."""
    cuts = sorted(set(thresholds))
    yield from cuts
    if cuts:
        yield from ((cuts[-1] + 1) / 2, cuts[0] / 2)
    yield from ((a + b) / 2 for a, b in pairwise(cuts))
