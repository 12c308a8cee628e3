"""The values of a fact, cut into the regions that the law's tests can tell apart.

The solver never sees a number or a place, only the region that it lies in and which tests that region passes. So
comparisons are exact, and an unknown fact has as many values as there are regions.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.model import Compared, Fact, FactType, Guard, Inside, OneOf, Operator, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.model import Check, Territory, Value

ELSEWHERE = "\N{EM DASH}"
"""Stands for every place, or word, that the tests of the law do not name."""

Pass = bool | tuple[Guard, ...]
"""Whether a region passes a test: always, never, or where one of some guards holds."""


def negated(check: Check) -> Check:
    """Return the check that passes exactly where `check` fails."""
    match check:
        case OneOf(values, positive):
            return OneOf(values, not positive)
        case Inside(territory, positive):
            return Inside(territory, not positive)
        case Compared(operator, threshold):
            return Compared(opposite(operator), threshold)
        case _:
            assert_never(check)


def opposite(operator: Operator) -> Operator:
    """Return the comparison that holds exactly where `operator` does not."""
    return {
        Operator.LESS: Operator.AT_LEAST,
        Operator.AT_LEAST: Operator.LESS,
        Operator.MORE: Operator.AT_MOST,
        Operator.AT_MOST: Operator.MORE,
    }[operator]


def compare(amount: Fraction, operator: Operator, threshold: Fraction) -> bool:
    """Compare exactly."""
    match operator:
        case Operator.LESS:
            return amount < threshold
        case Operator.AT_MOST:
            return amount <= threshold
        case Operator.MORE:
            return amount > threshold
        case Operator.AT_LEAST:
            return amount >= threshold
        case _:
            assert_never(operator)


@dataclass(frozen=True, slots=True)
class Judge:
    """Decides checks on values, given the territories of the vocabulary and the values of each reading."""

    territories: Mapping[str, Territory]
    readings: Mapping[str, tuple[str, ...]]

    def passes(self, value: Value, check: Check) -> Pass:
        """Return whether `value` passes `check`: always, never or under guards."""
        match check:
            case OneOf():
                return (value in check.values) is check.positive
            case Compared():
                return isinstance(value, Quantity) and compare(value.amount, check.operator, check.threshold.amount)
            case Inside():
                return self._inside(str(value), self.territories[check.territory], positive=check.positive)
            case _:
                assert_never(check)

    def _inside(self, place: str, territory: Territory, *, positive: bool) -> Pass:
        for name, guard in territory.places:
            if name != place:
                continue
            if guard is None:
                return positive
            if positive:
                return (guard,)
            return tuple(Guard(guard.reading, value) for value in self.readings[guard.reading] if value != guard.value)
        return not positive


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions of one fact: `symbols` maps a value to its region; `others` is the region of values not named.

    `cuts` are the thresholds of a quantity fact, ascending; region `2 k` lies below cut `k`, region `2 k + 1` is the cut.
    """

    examples: tuple[Value, ...]
    symbols: Mapping[Value, str]
    cuts: tuple[Fraction, ...] = ()
    unit: str = ""

    def symbol(self, value: Value) -> str | None:
        """Return the region of `value`; None where it cannot be told (an amount in another currency)."""
        if not isinstance(value, Quantity):
            return self.symbols.get(value, "v0")
        if self.unit and value.unit != self.unit:
            return None
        below = bisect_left(self.cuts, value.amount)
        at = below < len(self.cuts) and self.cuts[below] == value.amount
        return f"v{2 * below + at}"

    def domain(self) -> tuple[str, ...]:
        """Return every region that an unknown value may lie in."""
        return tuple(dict.fromkeys(symbol for value in self.examples if (symbol := self.symbol(value))))

    def begins(self, check: Compared) -> int:
        """Return the number of the first region that passes, going up (`>`, `>=`) or down (`<`, `<=`)."""
        beyond = {Operator.LESS: -1, Operator.MORE: 1}.get(check.operator, 0)
        return 2 * bisect_left(self.cuts, check.threshold.amount) + 1 + beyond


def cut(fact: Fact | None, checks: Iterable[Check], judge: Judge) -> Regions:
    """Return the regions of `fact` (None: membership of a list, yes or no) under `checks`."""
    checks = tuple(checks)
    if fact is None or fact.type is FactType.YES_NO:
        return Regions(("yes", "no"), {"yes": "yes", "no": "no"})
    if fact.type in (FactType.QUANTITY, FactType.MONEY):
        return _cut_numbers(fact, checks)
    if fact.type is FactType.CHOICE:
        return Regions(fact.values, {value: f"v{n}" for n, value in enumerate(fact.values)})
    return _cut_places(checks, judge)


def _cut_numbers(fact: Fact, checks: tuple[Check, ...]) -> Regions:
    thresholds = [check.threshold for check in checks if isinstance(check, Compared)]
    unit = fact.unit or (thresholds[0].unit if thresholds else "")
    return cut_numbers((threshold.amount for threshold in thresholds), unit, fact.low, fact.high)


def cut_numbers(thresholds: Iterable[Fraction], unit: str, low: Fraction | None, high: Fraction | None) -> Regions:
    """Return the regions of a figure from `low` to `high` (None: no bound) under comparisons with `thresholds`."""
    cuts = tuple(sorted(set(thresholds)))
    points: list[Fraction] = list(cuts)
    points += [(a + b) / 2 for a, b in pairwise(cuts)]
    least, most = (cuts[0], cuts[-1]) if cuts else (low or Fraction(0), low or Fraction(0))
    points += [least - 1 if low is None else low, most + 1 if high is None else high]
    inside = [p for p in points if (low is None or p >= low) and (high is None or p <= high)]
    return Regions(tuple(Quantity(point, unit) for point in sorted(inside)), {}, cuts, unit)


def _cut_places(checks: tuple[Check, ...], judge: Judge) -> Regions:
    named: dict[Value, None] = {}
    for check in checks:
        match check:
            case OneOf(values):
                named.update(dict.fromkeys(sorted(values)))
            case Inside(territory):
                named.update(dict.fromkeys(place for place, _ in judge.territories[territory].places))
            case Compared():
                pass
            case _:
                assert_never(check)
    signatures: dict[tuple[Pass, ...], str] = {tuple(judge.passes(ELSEWHERE, check) for check in checks): "v0"}
    symbols: dict[Value, str] = {ELSEWHERE: "v0"}
    examples: list[Value] = [ELSEWHERE]
    for value in named:
        signature = tuple(judge.passes(value, check) for check in checks)
        if signature not in signatures:
            signatures[signature] = f"v{len(signatures)}"
            examples.append(value)
        symbols[value] = signatures[signature]
    return Regions(tuple(examples), symbols)


def between(low: Fraction, high: Fraction | None, operator: Operator, threshold: Fraction) -> bool | None:
    """Compare every figure from `low` to `high` (None: no upper bound): all pass, none passes, or it is open."""
    match operator:
        case Operator.AT_LEAST | Operator.MORE:
            if compare(low, operator, threshold):
                return True
            return None if high is None or compare(high, operator, threshold) else False
        case Operator.AT_MOST | Operator.LESS:
            opposite = negated(Compared(operator, Quantity(threshold, "one")))
            assert isinstance(opposite, Compared)
            found = between(low, high, opposite.operator, threshold)
            return None if found is None else not found
        case _:
            assert_never(operator)
