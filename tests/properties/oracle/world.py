"""One world: what the facts, relations, readings and events are in one completion of a scenario."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.law.model import Fact, FactType, Guard, Quantity, Sort, Value, Where

from .case import SORT_OF, Case, Thing, holds_on
from .choices import Run

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

DEEPEST = 2
"""How many unnamed things may hang on one another (an unnamed part of an unnamed part)."""


@dataclass(frozen=True)
class Values:
    """The values of a fact of a thing. `opaque`: there may be others, of which nothing can be said (acts only)."""

    known: tuple[Value, ...] = ()
    opaque: bool = False


class World:
    """One completion. Everything not stated is chosen by the run, when it is first looked at."""

    def __init__(self, case: Case, run: Run) -> None:
        self.case = case
        self.run = run
        self._values: dict[tuple[Thing, str, dt.date], Values] = {}

    # --- readings and events --------------------------------------------------------------------------------

    def reading(self, name: str) -> str:
        """How a doubt of the text is read."""
        return self.run.setting(("reading", name), [value for value, _ in self.case.law.readings[name].values])

    def under(self, guard: Guard | None) -> bool:
        """Does a guard hold? The absent one always does."""
        return guard is None or self.reading(guard.reading) == guard.value

    def inside(self, place: Value, territory: str) -> bool:
        """Does the place belong to the territory?"""
        places = self.case.law.vocabulary.territories[territory].places
        return any(name == place and self.under(guard) for name, guard in places)

    def suspended_by(self, event: str) -> bool:
        """Has the event in doubt gone such that what hangs on it is suspended?"""
        branches = {branch.name: branch for branch in self.case.law.events[event].branches}
        return branches[self.run.setting(("event", event), list(branches))].suspended

    # --- facts ----------------------------------------------------------------------------------------------

    def values(self, thing: Thing, name: str, day: dt.date) -> Values:
        """The values of a fact of a thing on a day; for a relation, the names of the things."""
        key = thing, name, day
        if key not in self._values:
            self._values[key] = self._valued(thing, name, day)
        return self._values[key]

    def _valued(self, thing: Thing, name: str, day: dt.date) -> Values:
        said, fact = self._said(thing, name, day), self.case.fact(thing, name)
        return self._and_sharper(said, thing, fact) if fact is not None and fact.vague else said

    def _and_sharper(self, said: Values, thing: Thing, fact: Fact) -> Values:
        """What is said in a vague word, and what may be true beside it: one, or any, of the sharper words."""
        entity = self.case.entity(thing)
        if entity is None or not entity.facts.get(fact.name) or fact.name in self.case.completed(thing):
            return said
        options: dict[Value, None] = {}
        for vague in fact.vague:
            given = vague.given
            told = () if given is None else tuple(one.value for one in entity.facts.get(given.fact) or ())
            if (given is None or set(told) & set(given.values)) and set(said.known) & set(vague.values):
                options |= dict.fromkeys(value for value in vague.sharper if value not in said.known)
        key = ("sharper", thing, fact.name)
        if fact.many:
            return Values((*said.known, *(value for value in options if self.run.free(*key, value))))
        found = self.run.choose(key, (None, *options)) if options else None
        return said if found is None else _with(said, found)

    def _said(self, thing: Thing, name: str, day: dt.date) -> Values:
        """The values of a fact by what was stated of it, or, where nothing was, in this world."""
        case = self.case
        if thing.sort is Sort.ACT and name == "kind":
            return Values((case.act(thing.name).kind,))
        if thing.sort is Sort.ACT and name == "state":
            return Values(("done" if case.act(thing.name).done else "planned",))
        fact = case.fact(thing, name)
        if fact is None:
            return Values()
        stated = case.stated(thing, name)
        if stated is None or (stated and not any(holds_on(one, day) for one in stated)):
            if name in case.completed(thing):
                return Values()
            return self._unstated(thing, fact, day)
        known = Values(tuple(one.value for one in stated if holds_on(one, day)))
        return known if case.complete(thing, fact) else self._and_perhaps(known, thing, fact, day)

    def related(self, thing: Thing, name: str, day: dt.date) -> tuple[list[Thing], bool]:
        """The things to which a relation leads, and whether there may be others unseen."""
        fact = self.case.fact(thing, name)
        if fact is None:
            return [], False
        values = self.values(thing, name, day)
        return [Thing(SORT_OF[fact.type], str(value)) for value in values.known], values.opaque

    def _unstated(self, thing: Thing, fact: Fact, day: dt.date) -> Values:
        """A fact that was not stated: one value, any set of values, one unnamed thing, or perhaps one."""
        key = self._key(thing, fact, day)
        if self.case.denied(fact):
            return Values(("no",)) if fact.type is FactType.YES_NO else Values()
        if fact.type in SORT_OF:
            return self._unstated_relation(thing, fact, day)
        if not self._exists(thing, fact, day):
            return Values()
        options = self.case.domains.of(fact.sort, fact.name)
        if fact.many:
            return Values(tuple(value for value in options if self.run.free("value", *key, value)))
        return Values((self.run.choose(("fact", *key), options),))

    def _unstated_relation(self, thing: Thing, fact: Fact, day: dt.date) -> Values:
        """Whether a thing has it is settled by what is stated, or stays open whatever the choice is in this world."""
        if self.case.leads_nowhere(thing, fact):
            return Values()
        if fact.type is FactType.ACT:
            return Values(opaque=True)
        if thing.sort is Sort.ACT and self.case.surely_has(thing, fact):
            return Values((thing.missing(fact).name,))
        return self._and_perhaps(Values(), thing, fact, day)

    def _exists(self, thing: Thing, fact: Fact, day: dt.date) -> bool:
        """Is this thing one that has the fact at all?"""
        if fact.where is None:
            return True
        allowed = fact.where.values
        return any(value in allowed for value in self.values(thing, fact.where.fact, day).known)

    def _and_perhaps(self, known: Values, thing: Thing, fact: Fact, day: dt.date) -> Values:
        """The values stated of an open fact, and perhaps one more."""
        key = self._key(thing, fact, day)
        if fact.type is FactType.ACT:
            return Values(known.known, opaque=True)
        if fact.type in SORT_OF:
            too_deep = thing.name.count("?") >= DEEPEST
            return known if too_deep or not self.run.free("another", *key) else _with(known, thing.missing(fact).name)
        more = self.run.choose(("more", *key), (None, *self.case.domains.of(fact.sort, fact.name)))
        return known if more is None else _with(known, more)

    def _key(self, thing: Thing, fact: Fact, day: dt.date) -> tuple[object, ...]:
        return (thing, fact.name, day if fact.dated else None)

    def amount_in(self, unit: str, value: Quantity, thing: Thing, name: str) -> Fraction:
        """A quantity in a unit; in another currency than its own nobody knows what it is worth."""
        if value.unit == unit:
            return value.amount
        options = self.case.domains.amounts(thing.sort, name, unit)
        return self.run.choose(("worth", thing, name, value, unit), options)

    # --- constraints ----------------------------------------------------------------------------------------

    def consistent(self) -> bool:
        """Can what this world has settled be completed without breaking a constraint?"""
        days = {act.on for act in self.case.scenario.acts}
        return all(self._completes(thing, day, made) for thing, made in self._things().items() for day in days)

    def _completes(self, thing: Thing, day: dt.date, made: frozenset[object]) -> bool:
        """Is there a way to settle what nobody looked at of this thing, such that all constraints hold of it?

        It hangs on nothing but what this world has `made` of the thing, so that other worlds need not look again.
        """
        key, kept = ("completes", thing, day, made), self.case.kept
        if key not in kept:
            kept[key] = self._completed(thing, day)
        return kept[key]

    def _completed(self, thing: Thing, day: dt.date) -> bool:
        path: list[tuple[int, int]] = []
        while True:
            run = Run(self.run.settings, path, dict(self.run.made))
            if World(self.case, run).keeps(thing, day):
                return True
            if not run.advance():
                return False

    def keeps(self, thing: Thing, day: dt.date) -> bool:
        """Do all constraints hold of this thing, and can it be one that has every fact stated of it?"""
        own = [one for one in self.case.law.vocabulary.constraints if one.sort is thing.sort]
        return all(
            self._has_one(thing, one.then, day) for one in own if self._has_one(thing, one.given, day)
        ) and self._may_have_all(thing, day)

    def _has_one(self, thing: Thing, claim: Where, day: dt.date) -> bool:
        return any(value in claim.values for value in self.values(thing, claim.fact, day).known)

    def _may_have_all(self, thing: Thing, day: dt.date) -> bool:
        """Can the thing be one that has every fact stated of it? Some exist only where a choice has certain values."""
        left = self.case.left(thing)
        choices = {name: self._settled(thing, name, day) for name in left}
        return all(
            bool(values) if choices[name] == "open" else choices[name] in values for name, values in left.items()
        )

    def _things(self) -> dict[Thing, frozenset[object]]:
        """The things named, and those of which something was looked at, each with what this world has made of it."""
        scenario = self.case.scenario
        made: dict[Thing, set[object]] = {Thing(Sort.PARTY, name): set() for name in scenario.parties}
        made |= {Thing(Sort.ITEM, name): set() for name in scenario.items}
        made |= {Thing(Sort.ACT, act.name): set() for act in scenario.acts}
        for choice in self.run.made.items():
            for part in choice[0]:
                if isinstance(part, Thing):
                    made.setdefault(part, set()).add(choice)
        return {thing: frozenset(choices) for thing, choices in made.items()}

    def _settled(self, thing: Thing, name: str, day: dt.date) -> str:
        """`yes`, `no`, `open` (nobody looked) or `none` (the fact has no value that day, or the thing lacks it)."""
        fact = self.case.fact(thing, name)
        if fact is None:
            return "none"
        stated = self.case.stated(thing, name)
        if stated is not None:
            return next((str(one.value) for one in stated if holds_on(one, day)), "none")
        if self.case.denied(fact):
            return "no" if fact.type is FactType.YES_NO else "none"
        return str(self.run.made.get(("fact", *self._key(thing, fact, day)), "open"))


def _with(known: Values, value: Value) -> Values:
    return Values((*known.known, value), known.opaque)
