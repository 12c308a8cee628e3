"""The scenario as the law sees it on a day: what is stated about each thing, and what nobody stated.

Where a role or a relation was left open, an unnamed further thing stands in for it, of which nothing is known. So
"unknown" needs no rule of its own: it is a thing whose facts are all open.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pycontrol.facts.existing import Existing
from pycontrol.facts.shares import bill_closed
from pycontrol.facts.tied import Tied
from pycontrol.law.model import FactType, Root, Sort

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pycontrol.asp.truth import Truth
    from pycontrol.asp.weigh import Scales
    from pycontrol.facts.scenario import Act, Entity, PartyName, Scenario, Stated
    from pycontrol.law.model import Fact, Law, Reach, Value
    from pycontrol.law.ties import Left, Lefts


class Thing(NamedTuple):
    """A thing in view, seen on the day of an act; a tuple, because nothing is looked up more often.

    An unnamed thing's name starts with a question mark. A ghost is an unnamed thing that there may not be: whoever else
    has a part in a relation, while a role of an act that nobody stated is played by exactly one.
    """

    sort: Sort
    name: str
    day: dt.date
    ghost: bool = False

    @property
    def unnamed(self) -> bool:
        """Whether the scenario does not name it."""
        return self.name.startswith("?")


class Subject(NamedTuple):
    """One act, one of its items (if the class is weighed per item), one bearer (if somebody is bound)."""

    act: Thing
    item: Thing | None
    bearer: Thing | None

    def fits(self, other: Subject) -> bool:
        """Whether the two do not speak of different items."""
        return self.item == other.item or self.item is None or other.item is None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a fact: its values, and whether there may be others beside them.

    `among`: it is one of these, or, where it may have `several`, any of them, and nobody said which. `beside`: what is stated is
    vague, so that it may be (of a fact with one value at a time: one of) these too. `absent`: it may be that the thing does not
    have the fact at all.
    """

    values: tuple[Value, ...]
    more: bool = False
    among: tuple[Value, ...] = ()
    absent: bool = False
    beside: tuple[Value, ...] = ()
    several: bool = False

    @property
    def loose(self) -> bool:
        """Whether it may have other values than those stated."""
        return self.more or bool(self.beside)


NOTHING = Known(())
UNKNOWN = Known((), more=True)
PERHAPS = Known((), more=True, absent=True)

_SORTS = {FactType.ACT: Sort.ACT, FactType.PARTY: Sort.PARTY, FactType.ITEM: Sort.ITEM}


class Things:
    """A scenario, read against the vocabulary of a law."""

    def __init__(self, law: Law, scenario: Scenario) -> None:
        self.law = law
        self.scenario = scenario
        self.acts: dict[str, Act] = {act.name: act for act in scenario.acts}
        self.denied = frozenset(scenario.assumptions.denied)
        self.existing = Existing(law.vocabulary, scenario.stakes)
        self.tied = Tied(law.vocabulary, self.existing, self.denied)
        self.scales: Scales | None = None
        self._known: dict[tuple[Thing, str], Known] = {}
        self._left: dict[tuple[Sort, str], Lefts] = {}
        self._follow: dict[tuple[Thing, str], tuple[tuple[Thing, ...], bool]] = {}

    @cached_property
    def settled(self) -> Scenario:
        """The scenario as shares and stakes are computed of it: a relation that a thing cannot have is stated as none."""
        relations = [one for one in self.law.vocabulary.facts.values() if one.where and one.type in _SORTS]
        if not relations:
            return self.scenario
        parties, items = (
            {name: self._settled(one, relations) for name, one in entities.items()}
            for entities in (self.scenario.parties, self.scenario.items)
        )
        return replace(self.scenario, parties=parties, items=items)

    def _settled(self, entity: Entity, relations: Iterable[Fact]) -> Entity:
        thing = Thing(entity.sort, entity.name, dt.date.min)
        own = (one for one in relations if one.sort is entity.sort and one.name not in entity.facts)
        gone = {one.name: () for one in own if self.exists(thing, one) is False}
        return replace(entity, facts=entity.facts | gone) if gone else entity

    def act(self, name: str) -> Thing:
        """Return act `name`, seen on its own day."""
        return Thing(Sort.ACT, name, self.acts[name].on)

    def entity(self, thing: Thing) -> Entity | None:
        """Return what is stated of a thing; None for an unnamed one."""
        match thing.sort:
            case Sort.ACT:
                return self.acts[thing.name].entity
            case Sort.PARTY:
                return self.scenario.parties.get(thing.name)
            case Sort.ITEM:
                return self.scenario.items.get(thing.name)

    def every(self, sort: Sort) -> tuple[Thing, ...]:
        """Return every named thing of a sort, seen on each day of an act (acts: on their own)."""
        if sort is Sort.ACT:
            return tuple(self.act(name) for name in self.acts)
        days = dict.fromkeys(act.on for act in self.acts.values())
        names = self.scenario.parties if sort is Sort.PARTY else self.scenario.items
        return tuple(Thing(sort, name, day) for name in names for day in days)

    def names(self, thing: Thing) -> PartyName | None:
        """Return the names under which a party is looked up; None for an unnamed one."""
        return self.scenario.names.get(thing.name)

    def fact(self, sort: Sort, name: str) -> Fact:
        """Return a fact of the vocabulary."""
        return self.law.vocabulary.facts[(sort, name)]

    def has(self, thing: Thing, fact: Fact) -> bool:
        """Whether things of this kind have the fact at all."""
        return thing.sort is not Sort.ACT or not fact.acts or self.acts[thing.name].kind in fact.acts

    def known(self, thing: Thing, name: str) -> Known:
        """Return what is known of fact `name` of a thing on the day on which it is seen."""
        key = thing, name
        if key not in self._known:
            self._known[key] = self._look(thing, name)
        return self._known[key]

    def _look(self, thing: Thing, name: str) -> Known:
        if thing.sort is Sort.ACT and name in ("kind", "state"):
            act = self.acts[thing.name]
            return Known((act.kind if name == "kind" else ("done" if act.done else "planned"),))
        fact = self.law.vocabulary.facts.get((thing.sort, name))
        if fact is None or not self.has(thing, fact):
            return NOTHING
        entity = self.entity(thing)
        stated = entity.facts.get(name) if entity else None
        if stated is None:
            if self._denied(fact):
                return Known(("no",)) if fact.type is FactType.YES_NO else NOTHING
            if name == "parts" and entity and bill_closed(self.scenario, entity.name):
                return NOTHING
            return NOTHING if entity and name in entity.complete else self._unsaid(thing, fact, entity)
        if not stated:
            return NOTHING
        values = tuple(one.value for one in stated if _holds(one, thing.day))
        if not values:
            return NOTHING if entity and name in entity.complete else self._unsaid(thing, fact, entity)
        if entity and fact.vague and name in self.law.vocabulary.ties[thing.sort].facts:
            left = self.left(thing)[name]
            return Known(_in_order(fact, left.has), beside=_in_order(fact, left.may))
        more = fact.open and entity is not None and name not in entity.complete
        return Known(values, more=more, beside=self.existing.beside(entity, fact) if entity and fact.vague else ())

    def left(self, thing: Thing) -> Lefts:
        """Return what of the facts that constraints tie is left of a thing, none of which has dates."""
        key = thing.sort, thing.name
        if key not in self._left:
            entity = self.entity(thing)
            found = self.tied.left(entity) if entity else self.tied.unnamed(thing.sort)
            self._left[key] = found if isinstance(found, dict) else {}
        return self._left[key]

    def _unsaid(self, thing: Thing, fact: Fact, entity: Entity | None) -> Known:
        """Return what other facts of the thing tell of one of which nothing is stated."""
        if fact.name in self.law.vocabulary.ties[thing.sort].facts:
            return _known(fact, self.left(thing)[fact.name], absent=self.exists(thing, fact) is None)
        left = self.existing.left(entity, fact.name) if entity else None
        if left:
            return Known(left) if len(left) == 1 else Known((), more=True, among=left)
        return {True: UNKNOWN, False: NOTHING, None: PERHAPS}[self.exists(thing, fact)]

    def exists(self, thing: Thing, fact: Fact) -> Truth:
        """Return whether the thing has the fact, by the choice on which that hangs and which has no dates.

        Where a vague word leaves a sharper one open of which it exists, it may be that the thing has it.
        """
        if fact.where is None:
            return True
        choice = self.known(thing, fact.where.fact)
        found = {value in fact.where.values for value in choice.values or choice.among}
        if choice.more and not choice.among:
            return None
        found |= {False} if choice.absent else set()
        found |= {True} if any(value in fact.where.values for value in choice.beside) else set()
        return (found.pop() if len(found) == 1 else None) if found else False

    def contradicted(self) -> bool:
        """Whether facts, looked at or not, cannot be held together: by a constraint, or as the thing cannot have them."""
        acts = (act.entity for act in self.acts.values())
        entities = (*self.scenario.parties.values(), *self.scenario.items.values(), *acts)
        return any(self.tied.broken(one) or any(True for _ in self.existing.clashes(one)) for one in entities)

    def assumed(self, thing: Thing, name: str) -> bool:
        """Whether the fact is taken as `no`, or as none, by an assumption only."""
        entity = self.entity(thing)
        fact = self.fact(thing.sort, name)
        return (entity is None or name not in entity.facts) and self._denied(fact)

    def _denied(self, fact: Fact) -> bool:
        return fact.denied_by(self.denied)

    def follow(self, thing: Thing, step: str) -> tuple[tuple[Thing, ...], bool]:
        """Return the things at the end of a relation, and whether a link to an act was left unstated."""
        key = thing, step
        if key not in self._follow:
            self._follow[key] = self._parts(thing) if step == "parts*" else self._step(thing, step)
        return self._follow[key]

    def _step(self, thing: Thing, step: str) -> tuple[tuple[Thing, ...], bool]:
        known = self.known(thing, step)
        sort = _SORTS[self.fact(thing.sort, step).type]
        day = thing.day
        named = [self.act(str(value)) if sort is Sort.ACT else Thing(sort, str(value), day) for value in known.values]
        if known.more and sort is Sort.ACT:
            return tuple(named), True
        if known.more:
            ghost = thing.sort is not Sort.ACT or bool(known.values) or known.absent
            named.append(Thing(sort, f"?{step}@{thing.name}", day, ghost))
        return tuple(named), False

    def _parts(self, thing: Thing) -> tuple[tuple[Thing, ...], bool]:
        found: dict[Thing, None] = {}
        queue = [thing]
        while queue:
            whole = queue.pop()
            for part in self._step(whole, "parts")[0]:
                if part not in found:
                    found[part] = None
                    if not part.unnamed:
                        queue.append(part)
        return tuple(found), False

    def reach(self, subject: Subject | Thing, reach: Reach) -> tuple[tuple[Thing, ...], bool]:
        """Return the things that a condition looks at, and whether an unstated link leaves them in the dark."""
        start = self._root(subject, reach.root)
        things: tuple[Thing, ...] = (start,) if start else ()
        if not reach.steps:
            return things, False
        dark = False
        for step in reach.steps:
            found: dict[Thing, None] = {}
            for thing in things:
                reached, unstated = self.follow(thing, step)
                found.update(dict.fromkeys(reached))
                dark = dark or unstated
            things = tuple(found)
        return things, dark

    @staticmethod
    def _root(subject: Subject | Thing, root: Root) -> Thing | None:
        if isinstance(subject, Thing):
            return subject
        match root:
            case Root.ACT | Root.SELF:
                return subject.act
            case Root.ITEM:
                return subject.item
            case Root.BEARER:
                return subject.bearer

    def subjects(self, act: str, bearer: str, *, per_item: bool) -> tuple[Subject, ...]:
        """Return the subjects of an act for provisions that bind `bearer` (empty: nobody)."""
        thing = self.act(act)
        items: tuple[Thing | None, ...] = self.follow(thing, "items")[0] if per_item else (None,)
        bearers: tuple[Thing | None, ...] = self.follow(thing, bearer)[0] if bearer else (None,)
        return tuple(Subject(thing, item, one) for item in items for one in bearers)


def _known(fact: Fact, left: Left, *, absent: bool) -> Known:
    """Return what is known of a fact of which nothing is stated, as others leave it; `absent`: there may be no such fact."""
    values, may = _in_order(fact, left.has), _in_order(fact, left.may)
    if not may:
        return Known(values)
    among = () if len(may) == len(fact.words) else may
    return Known(values, more=True, among=among, absent=absent and not values, several=fact.many)


def _in_order(fact: Fact, values: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in fact.words if one in values)


def _holds(stated: Stated, day: dt.date) -> bool:
    return (stated.since is None or stated.since <= day) and (stated.until is None or day <= stated.until)
