"""What a completion chose, written down: the regions it took become stated facts, the unnamed get names."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from pycontrol.asp import ELSEWHERE, Apart, Exists, FactKey, Filed, Free, Holds, Takes, Thing, Things, Went
from pycontrol.facts.scenario import Assumptions, Entity, OnList, PartyName, Scenario, Stated
from pycontrol.law.model import FactType, Sort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from pycontrol.asp import Choice, Program
    from pycontrol.law.model import Fact, Value

PLACES = ("AT", "KR", "BR", "NZ", "KE", "CA", "PT", "VN", "US", "DE", "JP")
"""Places to write where the law only asks that a place be none of those that it names."""

_SORTS = {FactType.PARTY: Sort.PARTY, FactType.ITEM: Sort.ITEM}


def stated(program: Program, scenario: Scenario, choices: Iterable[Choice], *, spread: bool) -> Scenario:
    """Return the scenario with the choices stated, as far as they can be; determine it to see whether they suffice.

    `spread`: places that the law does not name are taken to differ from each other, else to be the same.
    """
    return _Writer(program, scenario, spread=spread).written(choices)


def touched(before: Scenario, after: Scenario) -> frozenset[str]:
    """Return the names of the things of which something was stated, or that are new."""
    things = {**after.parties, **after.items}
    old = {**before.parties, **before.items}
    new_names = {name for name, said in after.names.items() if before.names.get(name) != said}
    return frozenset(new_names | {name for name, one in things.items() if name not in old or one != old[name]})


class _Writer:
    """Writes choices into the things of one scenario."""

    def __init__(self, program: Program, scenario: Scenario, *, spread: bool) -> None:
        self.program = program
        self.scenario = scenario
        self.spread = spread
        self.facts = {
            one.name: dict(one.facts)
            for one in (*scenario.parties.values(), *scenario.items.values(), *(act.entity for act in scenario.acts))
        }
        self.given = {(name, fact) for name, facts in self.facts.items() for fact in facts}
        self.closed: dict[str, set[str]] = {}
        self.sorts: dict[str, Sort] = {}
        self.listed: dict[str, PartyName] = dict(scenario.names)
        self.taken: dict[str, str] = {}
        self.complete = scenario.complete
        self.places = 0

    def written(self, choices: Iterable[Choice]) -> Scenario:
        values: dict[tuple[Thing, FactKey], list[Holds]] = {}
        apart: list[Apart] = []
        for choice in choices:
            match choice:
                case Holds(thing, key):
                    values.setdefault((thing, key), []).append(choice)
                case Exists(thing, exists):
                    self.exists(thing, exists=exists)
                case Takes(reading, value):
                    self.taken[reading] = value
                case Filed(_, holds):
                    self.complete = self.complete if holds else self.complete | {"licences", "events"}
                case Apart():
                    apart.append(choice)
                case Went() | Free():
                    pass
                case _:
                    assert_never(choice)
        looked: dict[tuple[str, str, dt.date], dict[tuple[str, ...], bool]] = {}
        for (thing, key), held in values.items():
            if key.list:
                listed = any((one.value == "yes") is one.holds for one in held)
                looked.setdefault((self.name(thing), key.list, thing.day), {})[key.notices] = listed
            else:
                self.value(thing, key, held)
        for (name, listing, day), found in looked.items():
            self.on_list(name, listing, day, found)
        for one in apart:
            self.apart(one)
        return self.whole()

    # --- one thing ------------------------------------------------------------------------------------------

    def name(self, thing: Thing) -> str:
        """Return the name of a thing; who was unnamed gets one, and stands at the end of the relation by which it was met."""
        if not thing.unnamed:
            return thing.name
        step, _, owner = thing.name[1:].partition("@")
        sort = self._owner_sort(owner, step, thing.sort)
        owner = self.name(Thing(sort, owner, thing.day))
        name = f"{step.rstrip('*')}-of-{owner}"
        if name not in self.facts:
            self.facts[name] = {}
            self.sorts[name] = thing.sort
            before = self.facts[owner].get(step, ())
            self.facts[owner][step] = (*before, Stated(name, count=Fraction(1) if step == "parts" else None))
        return name

    def _owner_sort(self, owner: str, step: str, reached: Sort) -> Sort:
        if owner in {act.name for act in self.scenario.acts}:
            return Sort.ACT
        facts = self.program.law.vocabulary.facts
        fits = [sort for sort in (Sort.PARTY, Sort.ITEM) if (sort, step) in facts]
        return next((sort for sort in fits if _SORTS.get(facts[(sort, step)].type) is reached), Sort.PARTY)

    def exists(self, thing: Thing, *, exists: bool) -> None:
        if exists:
            self.name(thing)
            return
        step, _, owner = thing.name[1:].partition("@")
        owner = self.name(Thing(self._owner_sort(owner, step, thing.sort), owner, thing.day))
        self.facts[owner].setdefault(step, ())
        self.closed.setdefault(owner, set()).add(step)

    def value(self, thing: Thing, key: FactKey, held: list[Holds]) -> None:
        name = self.name(thing)
        fact = self.program.law.vocabulary.facts[(key.sort, key.name)]
        yes = [one.value for one in held if one.holds]
        no = [one.value for one in held if not one.holds]
        if not yes and not fact.many:
            yes = [value for value in self.program.regions[key].examples if value not in no][:1]
        before = self.facts[name].get(key.name, ())
        self.facts[name][key.name] = (*before, *(Stated(self.example(fact, key, value)) for value in yes))
        if fact.open and no:
            self.closed.setdefault(name, set()).add(key.name)

    def on_list(self, name: str, listing: str, day: dt.date, found: Mapping[tuple[str, ...], bool]) -> None:
        """State that a party is listed, by a notice that may have done it, or was looked up without a hit.

        `found` says by which notices it is listed and by which it is not; no notice: on the list at all.
        """
        said = self.listed.get(name, PartyName())
        if not any(found.values()):
            self.listed[name] = replace(said, screened=(*said.screened, (listing, day)))
            return
        excluded = {notice for notices, yes in found.items() if not yes for notice in notices}
        begun = self._begun(listing, day) if excluded else ()
        by = [
            next((notice for notice in notices or begun if notice not in excluded), "")
            for notices, yes in found.items()
            if yes and (notices or not any(found[other] for other in found if other))
        ]
        stated_by = tuple(OnList(listing, None, None, notice) for notice in dict.fromkeys(by))
        self.listed[name] = replace(said, listed=(*said.listed, *stated_by))

    def _begun(self, listing: str, day: dt.date) -> tuple[str, ...]:
        notices = self.program.law.lists[listing].notices
        return tuple(one.name for one in notices if any(period.first <= day for period in one.listed))

    def example(self, fact: Fact, key: FactKey, value: Value) -> Value:
        """Return a value of the same region that can be written: a place for a place that the law does not name."""
        regions = self.program.regions[key]
        if fact.type is not FactType.PLACE:
            return value
        fitting = [one for one in PLACES if regions.symbol(one) == regions.symbol(value)]
        if regions.symbol(value) != regions.symbol("") or not fitting:
            return value
        self.places += self.spread
        return fitting[self.places % len(fitting)]

    def apart(self, apart: Apart) -> None:
        """State what was compared and not stated, so that it differs or does not."""
        differs, things = apart.differs, Things(self.program.law, self.scenario)
        sides = [
            (self.name(thing), fact, thing.sort)
            for reach, fact in ((differs.reach, differs.fact), (differs.other_reach, differs.other_fact))
            for thing in things.reach(apart.subject, reach)[0]
        ]
        for (name, fact, sort), (other, its, _) in zip(sides, reversed(sides), strict=True):
            if (name, fact) in self.given:
                continue
            said = [one.value for one in self.facts[other].get(its, ())]
            regions = self.program.regions[FactKey(sort, fact)]
            chosen = [regions.symbol(one.value) for one in self.facts[name].get(fact, ())]
            known = self.program.law.vocabulary.facts[(sort, fact)]
            others: tuple[Value, ...] = PLACES if known.type is FactType.PLACE else known.values
            fitting = [
                value
                for value in (*said, *others, *(one for one in regions.examples if one != ELSEWHERE))
                if (not said or (value in said) is not apart.holds) and (not chosen or regions.symbol(value) in chosen)
            ]
            if fitting:
                self.facts[name][fact] = (Stated(fitting[0]),)

    # --- the whole ------------------------------------------------------------------------------------------

    def whole(self) -> Scenario:
        parties = {**self.scenario.parties, **self._new(Sort.PARTY)}
        items = {**self.scenario.items, **self._new(Sort.ITEM)}
        return replace(
            self.scenario,
            acts=tuple(replace(act, entity=self._entity(act.entity)) for act in self.scenario.acts),
            parties={name: self._entity(one) for name, one in parties.items()},
            items={name: self._entity(one) for name, one in items.items()},
            names=self.listed,
            complete=self.complete,
            assumptions=Assumptions(taken=tuple(sorted(self.taken.items()))),
        )

    def _new(self, sort: Sort) -> dict[str, Entity]:
        return {name: Entity(name, sort, {}) for name, own in self.sorts.items() if own is sort}

    def _entity(self, entity: Entity) -> Entity:
        complete = entity.complete | self.closed.get(entity.name, set())
        return replace(entity, facts=self.facts[entity.name], complete=frozenset(complete))
