"""What was stated, and what the law declares of it: the same in all worlds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pycontrol.law.model import Fact, FactType, Law, Sort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pycontrol.facts.scenario import Act, Entity, Licence, Scenario, StakeHeld, Stated

    from .domains import Domains

SORT_OF = {FactType.ACT: Sort.ACT, FactType.PARTY: Sort.PARTY, FactType.ITEM: Sort.ITEM}


@dataclass(frozen=True, order=True)
class Thing:
    """An act, a party or an item. Things that nobody named are called after where they would stand: `?fact@thing`."""

    sort: Sort
    name: str

    @property
    def unnamed(self) -> bool:
        """Is it one that the scenario does not name?"""
        return self.name.startswith("?")

    def missing(self, fact: Fact) -> Thing:
        """The unnamed thing that may stand in a relation of this one."""
        return Thing(SORT_OF[fact.type], f"?{fact.name}@{self.name}")


@dataclass(frozen=True)
class Case:
    """What stays the same in all worlds; what was worked out of it is kept beside it."""

    law: Law
    scenario: Scenario
    asked: dt.date
    domains: Domains
    kept: dict[tuple[object, ...], bool] = field(default_factory=dict, compare=False, repr=False)
    _left: dict[Thing, dict[str, frozenset[str]]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def last_day(self) -> dt.date:
        """The day of the last act: the day of whatever has no act in view."""
        return max(act.on for act in self.scenario.acts)

    def entity(self, thing: Thing) -> Entity | None:
        """What was stated about a thing; None where nothing was."""
        match thing.sort:
            case Sort.PARTY:
                return self.scenario.parties.get(thing.name)
            case Sort.ITEM:
                return self.scenario.items.get(thing.name)
            case Sort.ACT:
                return self.act(thing.name).entity

    def act(self, name: str) -> Act:
        """Return the act called `name`."""
        return self._acts[name]

    @cached_property
    def _acts(self) -> dict[str, Act]:
        return {act.name: act for act in self.scenario.acts}

    def fact(self, thing: Thing, name: str) -> Fact | None:
        """Return the declaration of a fact, where this thing can have it."""
        fact = self.law.vocabulary.facts.get((thing.sort, name))
        if fact is not None and thing.sort is Sort.ACT and fact.acts and self.act(thing.name).kind not in fact.acts:
            return None
        return fact

    def stated(self, thing: Thing, name: str) -> tuple[Stated, ...] | None:
        """The values stated of a fact; None where it was not stated."""
        entity = self.entity(thing)
        return None if entity is None else entity.facts.get(name)

    def complete(self, thing: Thing, fact: Fact) -> bool:
        """Are the values stated (if any were) all there are?"""
        key = ("complete", thing, fact.name)
        if key not in self.kept:
            self.kept[key] = self._complete(thing, fact)
        return self.kept[key]

    def _complete(self, thing: Thing, fact: Fact) -> bool:
        entity = self.entity(thing)
        if self.leads_nowhere(thing, fact):
            return True
        if entity is None:
            return False
        if fact.name in self.completed(thing) or entity.facts.get(fact.name) == ():
            return True
        return fact.name in entity.facts and not (fact.open or fact.name == "parts")

    def completed(self, thing: Thing) -> frozenset[str]:
        """The facts declared complete; a row of a complete bill that states no parts has none."""
        entity = self.entity(thing)
        if entity is None:
            return frozenset()
        if thing.sort is Sort.ITEM and "parts" not in entity.facts and self._is_row(thing.name):
            return entity.complete | {"parts"}
        return entity.complete

    def _is_row(self, name: str) -> bool:
        """Is the item a part of an item whose bill is complete?"""
        key = ("row", name)
        if key not in self.kept:
            self.kept[key] = self._stands_in_a_whole_bill(name)
        return self.kept[key]

    def _stands_in_a_whole_bill(self, name: str) -> bool:
        if any(stated.value == name for act in self.scenario.acts for stated in act.entity.facts.get("items", ())):
            return False
        wholes = [
            Thing(Sort.ITEM, one.name)
            for one in self.scenario.items.values()
            if any(stated.value == name for stated in one.facts.get("parts", ()))
        ]
        return any("parts" in self.completed(whole) for whole in wholes)

    def leads_nowhere(self, thing: Thing, fact: Fact) -> bool:
        """Is it a relation, and is the thing none that has it, by what was stated of the choice on which that hangs?"""
        if fact.type not in SORT_OF or fact.where is None:
            return False
        return self.open_choices(thing, fact.where.fact).isdisjoint(fact.where.values)

    def open_choices(self, thing: Thing, name: str) -> frozenset[str]:
        """What a choice may still be: as stated, as other facts stated leave it, or anything unless there is none."""
        fact = self.law.vocabulary.facts[thing.sort, name]
        stated = self.stated(thing, name)
        if stated is not None:
            return frozenset(str(one.value) for one in stated)
        if self.denied(fact):
            return frozenset()
        left = self.left(thing)
        if name in left:
            return left[name]
        gone = fact.where and self.open_choices(thing, fact.where.fact).isdisjoint(fact.where.values)
        return frozenset() if gone else frozenset(fact.values)

    def surely_has(self, thing: Thing, fact: Fact) -> bool:
        """Is it one that has the fact, by what was stated?"""
        if fact.where is None:
            return True
        told = self.stated(thing, fact.where.fact) is not None or fact.where.fact in self.left(thing)
        return told and self.open_choices(thing, fact.where.fact) <= set(fact.where.values)

    def left(self, thing: Thing) -> dict[str, frozenset[str]]:
        """What each choice may be of a thing that has all that is stated of it; of choices on which nothing stated hangs, nothing."""
        if thing not in self._left:
            self._left[thing] = self._left_of(thing)
        return self._left[thing]

    def _left_of(self, thing: Thing) -> dict[str, frozenset[str]]:
        entity = self.entity(thing)
        facts = self.law.vocabulary.facts
        had = (
            [name for name, values in entity.facts.items() if _told(facts[thing.sort, name], values)] if entity else []
        )
        if thing.sort is Sort.PARTY and any(row.held == thing.name for row in self.scenario.stakes):
            had.append("owners")
        left: dict[str, frozenset[str]] = {}
        while had:
            fact = self.law.vocabulary.facts.get((thing.sort, had.pop()))
            if fact is None or fact.where is None:
                continue
            if fact.where.fact not in left:
                had.append(fact.where.fact)  # a choice that has a value is itself had
            left[fact.where.fact] = left.get(fact.where.fact, frozenset(fact.where.values)) & set(fact.where.values)
        return left

    def denied(self, fact: Fact) -> bool:
        """Is it assumed to be `no`, or, of a group, to have no value, where not stated?"""
        names = set(fact.groups)
        if fact.type is FactType.YES_NO:
            names |= {fact.name, f"{fact.sort}.{fact.name}"}
        return bool(names & set(self.scenario.assumptions.denied))

    def may_have(self, thing: Thing, name: str) -> tuple[str, ...]:
        """Name the things that stand in a relation of this thing in some world, the unnamed one last."""
        fact = self.fact(thing, name)
        if fact is None:
            return ()
        named = tuple(str(stated.value) for stated in self.stated(thing, name) or ())
        return named if self.complete(thing, fact) else (*named, thing.missing(fact).name)


def holds_on(stated: Stated | StakeHeld | Licence, day: dt.date) -> bool:
    """Does the day lie within what is dated? Open ends hold."""
    return (stated.since is None or stated.since <= day) and (stated.until is None or day <= stated.until)


def _told(fact: Fact, stated: Iterable[Stated]) -> bool:
    """Was some value stated that does not say that there is nothing of the kind?"""
    nothing = fact.where.save if fact.where else ()
    return any(str(one.value) not in nothing for one in stated)
