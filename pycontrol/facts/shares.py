"""The share of some parts in the value of an item, as exact bounds.

The figure is a fraction of one: the outermost parts that count, pieces times value, each once, over the stated value
of the tested item itself, never over the sum of rows. What is unknown gives bounds: nothing says that parts are worth no
more than the whole (Q-VALUE), so a part of unknown value, or a bill that is not complete, leaves the share without a
greatest value.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING

from pycontrol.law.model import Nesting, Quantity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pycontrol.facts.scenario import Scenario, Stated

Occurrence = tuple[str, ...]
"""One part where it sits: the names of the items from the tested one (first) down to the part (last)."""

Interval = tuple[Fraction, Fraction | None]
"""The least and the greatest that a share can be; greatest None where nothing bounds it."""

MOST = 4096
"""So many ways in which parts may be of materials are looked through; beyond, the least is only as great as it surely is."""

_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Kind:
    """Of which materials a part surely is, and of which it may be (these included). It is of one at least."""

    surely: frozenset[str]
    perhaps: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a numerator: so many pieces of the part in one tested item, and what one piece is worth.

    `each` and `amount` (pieces times each) are None where the value is not stated in the tested item's currency.
    """

    occurrence: Occurrence
    pieces: Fraction
    each: Quantity | None
    amount: Quantity | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a share is made of: the rows that count, the value of the tested item, and the bounds of the share.

    `open_items` are the items, as occurrences, whose parts are not all stated and may hide more that counts.
    """

    rows: tuple[Row, ...]
    value: Quantity | None
    open_items: tuple[Occurrence, ...]
    low: Fraction
    high: Fraction | None


def occurrences(scenario: Scenario, item: str, nesting: Nesting) -> tuple[Occurrence, ...]:
    """Return every part of `item`, outer before inner, in the order stated; only the direct parts under `DIRECT`."""
    return tuple(_below(scenario, (item,), nesting))


def pieces(scenario: Scenario, occurrence: Occurrence) -> Fraction:
    """Return how many of the part are in one tested item: the counts along the occurrence multiplied."""
    count = Fraction(1)
    for whole, part in pairwise(occurrence):
        count *= next(_count(stated) for stated in _parts(scenario, whole) if stated.value == part)
    return count


def share_interval(
    scenario: Scenario,
    item: str,
    counted: Collection[Occurrence],
    nesting: Nesting,
    apart: Iterable[Collection[str]] | None = None,
) -> Interval:
    """Return the least and the greatest that the share can be.

    `counted` are the occurrences that are certainly listed and of the origin asked about (where that itself is unknown,
    ask once per combination). `apart` are the parts to be added up by themselves, group by group: the share is that of
    the greatest group. Without it all are added up.
    """
    value = _value(scenario, item, "")
    if value is None or value.amount == 0:
        return _ZERO, None if _may_count(scenario, item, counted, nesting) else _ZERO
    groups = [None] if apart is None else [*map(frozenset, apart), frozenset[str]()]
    bounds = [_bounds(_Scope(scenario, frozenset(counted), group, nesting, value.unit), (item,)) for group in groups]
    highs = [high for _, high in bounds if high is not None]
    high = max(highs) / value.amount if len(highs) == len(bounds) else None
    return max(low for low, _ in bounds) / value.amount, high


def alone_interval(
    scenario: Scenario, item: str, counted: Collection[Occurrence], nesting: Nesting, kinds: Mapping[str, Kind]
) -> Interval:
    """Return the least and the greatest that the share of one material alone can be.

    A part of which it is not known of which material it is may be of the same as any other, or of another.
    """
    parts = sorted({one[-1] for one in counted})
    materials = sorted({material for part in parts for material in kinds[part].perhaps})
    most = [[part for part in parts if material in kinds[part].perhaps] for material in materials]
    high = share_interval(scenario, item, counted, nesting, most)[1]
    return min(share_interval(scenario, item, counted, nesting, one)[0] for one in _ways(parts, materials, kinds)), high


def _ways(parts: list[str], materials: list[str], kinds: Mapping[str, Kind]) -> Iterator[list[list[str]]]:
    """Yield, for each way in which the parts may be of as few materials as they can be, the parts of each material."""
    sure = [[part for part in parts if material in kinds[part].surely] for material in materials]
    loose = [part for part in parts if not kinds[part].surely]
    choices = [sorted(kinds[part].perhaps) for part in loose]
    if math.prod(map(len, choices)) > MOST:
        yield [*sure, *([part] for part in loose)]
        return
    for chosen in product(*choices):
        placed = list(zip(loose, chosen, strict=True))
        yield [
            [*some, *(part for part, material in placed if material == name)]
            for some, name in zip(sure, materials, strict=True)
        ]


def figures(
    scenario: Scenario,
    item: str,
    counted: Collection[Occurrence],
    nesting: Nesting,
    kinds: Mapping[str, Kind] | None = None,
) -> Figures:
    """Return what a share is computed from, for an explanation: of one material alone where `kinds` says of which they are."""
    value = _value(scenario, item, "")
    if kinds is None:
        low, high = share_interval(scenario, item, counted, nesting)
    else:
        low, high = alone_interval(scenario, item, counted, nesting, kinds)
    outermost = [one for one in occurrences(scenario, item, nesting) if one in counted and not _inside(one, counted)]
    return Figures(
        rows=tuple(_row(scenario, one, value) for one in outermost),
        value=value,
        open_items=tuple(_open_items(scenario, item, counted, nesting)),
        low=low,
        high=high,
    )


def _below(scenario: Scenario, at: Occurrence, nesting: Nesting) -> Iterator[Occurrence]:
    for stated in _parts(scenario, at[-1]):
        part = (*at, str(stated.value))
        yield part
        if nesting is Nesting.ANY_DEPTH:
            yield from _below(scenario, part, nesting)


def _inside(occurrence: Occurrence, counted: Collection[Occurrence]) -> bool:
    """Is the occurrence inside another that counts?"""
    return any(occurrence[:end] in counted for end in range(2, len(occurrence)))


def _open_items(
    scenario: Scenario, item: str, counted: Collection[Occurrence], nesting: Nesting
) -> Iterator[Occurrence]:
    """The tested item and, at any depth, the parts outside those that count, whose own parts are not all stated."""
    reached = [(item,), *(occurrences(scenario, item, nesting) if nesting is Nesting.ANY_DEPTH else ())]
    for one in reached:
        if one not in counted and not _inside(one, counted) and not bill_closed(scenario, one[-1]):
            yield one


def _may_count(scenario: Scenario, item: str, counted: Collection[Occurrence], nesting: Nesting) -> bool:
    reached = occurrences(scenario, item, nesting)
    return any(one in counted for one in reached) or any(_open_items(scenario, item, counted, nesting))


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is added up: of all that count, the parts in `group` (None: all); what counts hides what is inside it."""

    scenario: Scenario
    counted: frozenset[Occurrence]
    group: frozenset[str] | None
    nesting: Nesting
    unit: str


def _bounds(scope: _Scope, at: Occurrence) -> tuple[Fraction, Fraction | None]:
    """The bounds of what counts in one piece of the item at `at`, from its rows and from what they leave unsaid."""
    low = high = _ZERO
    bounded = not (_asked(scope, at) and not bill_closed(scope.scenario, at[-1]))
    for stated in _parts(scope.scenario, at[-1]):
        part, count = (*at, str(stated.value)), _count(stated)
        least, most = _row_bounds(scope, part)
        low += count * least
        bounded = bounded and most is not None
        high += count * (most or _ZERO)
    return low, high if bounded else None


def _asked(scope: _Scope, at: Occurrence) -> bool:
    """Are the parts of the item at `at` rows of this share at all?"""
    return len(at) == 1 or scope.nesting is Nesting.ANY_DEPTH


def _row_bounds(scope: _Scope, part: Occurrence) -> tuple[Fraction, Fraction | None]:
    """The bounds of what counts in one piece of a part; greatest None where nothing bounds it."""
    worth = _value(scope.scenario, part[-1], scope.unit)
    if part in scope.counted:
        if scope.group is not None and part[-1] not in scope.group:
            return _ZERO, _ZERO
        return (_ZERO, None) if worth is None else (worth.amount, worth.amount)
    return (_ZERO, _ZERO) if scope.nesting is Nesting.DIRECT else _bounds(scope, part)


def _row(scenario: Scenario, occurrence: Occurrence, value: Quantity | None) -> Row:
    count = pieces(scenario, occurrence)
    each = _value(scenario, occurrence[-1], value.unit if value else "")
    amount = Quantity(count * each.amount, each.unit) if each else None
    return Row(occurrence, count, each, amount)


def _parts(scenario: Scenario, item: str) -> tuple[Stated, ...]:
    return scenario.items[item].facts.get("parts", ())


def _count(stated: Stated) -> Fraction:
    return Fraction(1) if stated.count is None else stated.count


def bill_closed(scenario: Scenario, item: str) -> bool:
    """Are the parts that are stated of `item` all there are?

    So it is where the item says `complete parts` or `parts none`; and where it states no parts at all but is itself a row
    of a bill that is complete: who declares a bill complete has looked at its rows. An item of an act speaks for itself.
    """
    facts = scenario.items[item]
    if "parts" in facts.complete or facts.facts.get("parts") == ():
        return True
    shipped = any(stated.value == item for act in scenario.acts for stated in act.entity.facts.get("items", ()))
    return (
        not shipped
        and "parts" not in facts.facts
        and any(
            bill_closed(scenario, whole)
            for whole in scenario.items
            if any(stated.value == item for stated in _parts(scenario, whole))
        )
    )


def _value(scenario: Scenario, item: str, unit: str) -> Quantity | None:
    """The stated value, None if it is not stated or not in `unit` (any currency, where `unit` is empty)."""
    stated = scenario.items[item].facts.get("value", ())
    value = stated[0].value if stated else None
    return value if isinstance(value, Quantity) and unit in ("", value.unit) else None
