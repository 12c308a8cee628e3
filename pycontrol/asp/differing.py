"""Whether two values differ that are not both stated: what their regions tell, so that it is asked of each pair but once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pycontrol.asp.program import FactKey
from pycontrol.asp.regions import ELSEWHERE
from pycontrol.law.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp.program import Program
    from pycontrol.asp.regions import Regions
    from pycontrol.asp.things import Subject, Thing, Things
    from pycontrol.asp.truth import Truth
    from pycontrol.law.model import Differs, Value

_TWO = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two facts of which not both are stated: in which regions of theirs they differ, surely (True) or perhaps."""

    facts: tuple[tuple[Thing, FactKey], tuple[Thing, FactKey]]
    apart: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The regions of the values of a fact, and the values of which it has one where that is known."""

    regions: Regions
    among: tuple[Value, ...]


def compare(program: Program, things: Things, differs: Differs, subject: Subject | Thing) -> Pair | Truth:
    """Return whether two facts differ; None where it is not known of which things they are."""
    sides: list[tuple[Thing, FactKey]] = []
    for reach, fact in ((differs.reach, differs.fact), (differs.other_reach, differs.other_fact)):
        reached, dark = things.reach(subject, reach)
        if dark:
            return None
        sides += [(thing, FactKey(reach.sort, fact)) for thing in reached]
    if len(sides) < _TWO or sides[0] == sides[1]:
        return False
    one, other = sorted(sides, key=lambda side: (side[0].name, side[1].name))
    first, second = (things.known(thing, key.name) for thing, key in (one, other))
    if not first.more and not second.more:
        return bool(first.values and second.values) and first.values != second.values
    if not (first.more or first.values) or not (second.more or second.values):
        return False
    known = (Side(program.regions[key], of.values or of.among) for (_, key), of in ((one, first), (other, second)))
    rows = ((here, there, bool(truth)) for here, there, truth in verdicts(*known) if truth is not False)
    return Pair((one, other), tuple(rows))


def verdicts(one: Side, other: Side) -> Iterator[tuple[str, str, Truth]]:
    """Yield for each region of either side whether values of the two differ: always, never, or it is open."""
    every = _telling((one, other))
    firsts, seconds = (_by_region(side, every) for side in (one, other))
    for first, some in firsts.items():
        for second, others in seconds.items():
            if some.isdisjoint(others):
                yield first, second, True
            else:
                yield first, second, False if len(some) == len(others) == 1 else None


def _by_region(side: Side, every: Iterable[Value]) -> dict[str, set[Value]]:
    found: defaultdict[str, set[Value]] = defaultdict(set)
    unplaced = any(side.regions.symbol(value) is None for value in side.among)
    for value in side.among if side.among and not unplaced else every:
        if (symbol := side.regions.symbol(value)) in side.regions.domain():
            found[symbol].add(value)
    return found


def _telling(sides: tuple[Side, Side]) -> tuple[Value, ...]:
    """Return values of which every region of either side has one, and two where it has more than one value."""
    stated = {value for side in sides for value in side.among}
    examples = [value for side in sides for value in side.regions.examples]
    if all(isinstance(value, Quantity) for value in examples):
        return tuple(stated | _amounts({one for one in (*examples, *stated) if isinstance(one, Quantity)}))
    named = stated.union(*(side.regions.symbols for side in sides))
    return (*named, 2 * ELSEWHERE) if ELSEWHERE in named else tuple(named)


def _amounts(given: set[Quantity]) -> set[Value]:
    found: set[Value] = set(given)
    for unit in {one.unit for one in given}:
        points = sorted(one.amount for one in given if one.unit == unit)
        for below, above in pairwise(points):
            found |= {Quantity(below + (above - below) * part / 3, unit) for part in (1, 2)}
    return found
