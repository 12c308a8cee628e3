"""The values that matter: for each fact, finitely many that stand for all there are.

The tests of the law cut the values of a fact into regions; within a region no test tells two values apart, so one value
of each stands for it (two, where the law asks whether two facts differ).
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from pycontrol.law.model import (
    AnyOf,
    Check,
    Compared,
    Condition,
    Differs,
    Fact,
    FactType,
    Guard,
    Inside,
    Law,
    OneOf,
    Quantity,
    Share,
    Sort,
    Test,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.facts.scenario import Entity, Scenario

FactKey = tuple[Sort, str]


def every_condition(law: Law) -> Iterator[Condition]:
    """Yield all conditions of terms and provisions, those inside enumerations too."""
    for term in law.terms.values():
        yield from _within(term.conditions)
    for provision in law.provisions.values():
        yield from _within(provision.perimeter)
        yield from _within(provision.conditions)


def _within(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        yield condition
        if isinstance(condition, AnyOf):
            for alternative in condition.alternatives:
                yield from _within(alternative.conditions)


class Domains:
    """The representatives of every fact of a law, in view of a scenario."""

    def __init__(self, law: Law, scenario: Scenario) -> None:
        self._law = law
        self._checks: defaultdict[FactKey, list[Check]] = defaultdict(list)
        self._kin: dict[FactKey, set[FactKey]] = {}
        self._stated: defaultdict[FactKey, set[Value]] = defaultdict(set)
        self._known: dict[FactKey, tuple[Value, ...]] = {}
        for condition in every_condition(law):
            self._collect(condition)
        for entity in _entities(scenario):
            for name, values in entity.facts.items():
                self._stated[entity.sort, name].update(stated.value for stated in values)

    def of(self, sort: Sort, name: str) -> tuple[Value, ...]:
        """Return values of the fact such that whatever it is, the law cannot tell it from one of them."""
        key = (sort, name)
        if key not in self._known:
            self._known[key] = tuple(self._representatives(self._law.vocabulary.facts[key]))
        return self._known[key]

    def amounts(self, sort: Sort, name: str, unit: str) -> tuple[Fraction, ...]:
        """Return amounts in `unit` such that whatever the fact is worth in it, the law cannot tell it from one."""
        fact = self._law.vocabulary.facts[sort, name]
        cuts = {cut.amount for cut in self._thresholds(fact) if cut.unit == unit}
        cuts |= {v.amount for v in self._rivals(fact) if isinstance(v, Quantity) and v.unit == unit}
        bounded = unit == fact.unit
        return tuple(_amounts(cuts, fact.low if bounded else None, fact.high if bounded else None, self._copies(fact)))

    # --- what the law looks at ------------------------------------------------------------------------------

    def _collect(self, condition: Condition) -> None:
        match condition:
            case Test(reach=reach, fact=fact, check=check):
                self._checks[reach.sort, fact].append(check)
            case Share(origin_fact=fact, territory=territory):
                self._checks[Sort.ITEM, fact].append(Inside(territory))
            case Differs():
                self._join((condition.reach.sort, condition.fact), (condition.other_reach.sort, condition.other_fact))
            case _:
                pass

    def _join(self, one: FactKey, other: FactKey) -> None:
        together = self._kin.get(one, {one}) | self._kin.get(other, {other})
        for key in together:
            self._kin[key] = together

    def _tests(self, fact: Fact) -> list[Check]:
        """The tests on a fact, and those on every fact that it is compared with."""
        key = (fact.sort, fact.name)
        return [check for kin in sorted(self._kin.get(key, {key})) for check in self._checks[kin]]

    def _thresholds(self, fact: Fact) -> list[Quantity]:
        return [check.threshold for check in self._tests(fact) if isinstance(check, Compared)]

    def _rivals(self, fact: Fact) -> set[Value]:
        """The stated values of the facts that it is compared with: it may equal one of them."""
        return {value for kin in self._kin.get((fact.sort, fact.name), ()) for value in self._stated[kin]}

    def _copies(self, fact: Fact) -> int:
        return 2 if (fact.sort, fact.name) in self._kin else 1

    # --- representatives ------------------------------------------------------------------------------------

    def _representatives(self, fact: Fact) -> Iterable[Value]:
        match fact.type:
            case FactType.YES_NO:
                return ("no", "yes")
            case FactType.CHOICE if fact.values:
                return fact.values
            case FactType.PLACE | FactType.TEXT | FactType.CHOICE:
                return self._symbols(fact)
            case FactType.QUANTITY | FactType.MONEY:
                unit = self._unit(fact)
                return (Quantity(amount, unit) for amount in self.amounts(fact.sort, fact.name, unit))
            case _:
                raise AssertionError(f"{fact.name} has things for values")

    def _unit(self, fact: Fact) -> str:
        return fact.unit or next((threshold.unit for threshold in self._thresholds(fact)), "")

    def _symbols(self, fact: Fact) -> Iterator[str]:
        """One symbol (or two) of each region that the territories and sets tested cut out, and as many beyond all."""
        sets = [self._members(check) for check in self._tests(fact)]
        rivals = {value for value in self._rivals(fact) if isinstance(value, str)}
        taken: defaultdict[tuple[object, ...], int] = defaultdict(int)
        for symbol in sorted({symbol for members in sets for symbol in members} | rivals):
            signature = tuple(members.get(symbol) for members in sets)
            taken[signature] += 1
            if symbol in rivals or taken[signature] <= self._copies(fact):
                yield symbol
        for number in range(self._copies(fact)):
            yield f"?elsewhere-{number + 1}"

    def _members(self, check: Check) -> dict[str, tuple[Guard | None, ...]]:
        """The symbols that a test names, each with the readings on which its belonging hangs."""
        members: defaultdict[str, tuple[Guard | None, ...]] = defaultdict(tuple)
        match check:
            case OneOf(values=values):
                members.update(dict.fromkeys(values, (None,)))
            case Inside(territory=territory):
                for place, guard in self._law.vocabulary.territories[territory].places:
                    members[place] += (guard,)
            case _:
                pass
        return members


def _entities(scenario: Scenario) -> Iterator[Entity]:
    yield from scenario.parties.values()
    yield from scenario.items.values()
    for act in scenario.acts:
        yield act.entity


def _amounts(cuts: set[Fraction], low: Fraction | None, high: Fraction | None, copies: int) -> Iterator[Fraction]:
    """Every cut within the range, its ends, and as many values as asked for in each gap."""
    points = {cut for cut in cuts if (low is None or cut >= low) and (high is None or cut <= high)}
    points |= {end for end in (low, high) if end is not None}
    ordered = sorted(points) or [Fraction(0)]
    yield from ordered
    for below, above in pairwise(ordered):
        yield from (below + (above - below) * step / (copies + 1) for step in range(1, copies + 1))
    if low is None:
        yield from (ordered[0] - step for step in range(1, copies + 1))
    if high is None:
        yield from (ordered[-1] + step for step in range(1, copies + 1))
