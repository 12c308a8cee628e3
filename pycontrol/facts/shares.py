"""The share of some parts in the value of an item, as exact bounds.

The figure is a fraction of one: the outermost parts that count, pieces times value, each once, over the stated value
of the tested item itself, never over the sum of rows. What is unknown gives bounds: nothing says that parts are worth no
more than the whole (Q-VALUE), so a part of unknown value, or a bill that is not complete, leaves the share without a
greatest value.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.model import Adding, Nesting, Quantity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pycontrol.facts.scenario import Scenario, Stated

Occurrence = tuple[str, ...]
"""One part where it sits: the names of the items from the tested one (first) down to the part (last)."""

_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a numerator: so many pieces of the part in one tested item, and what one piece is worth.

    `each` and `amount` (pieces times each) are None where the value is not stated in the tested item's currency.
    `material` is the group in which the part is counted where each material is tested alone.
    """

    occurrence: Occurrence
    pieces: Fraction
    material: str
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
    scenario: Scenario, item: str, counted: Collection[Occurrence], adding: Adding, nesting: Nesting
) -> tuple[Fraction, Fraction | None]:
    """Return the least and the greatest that the share can be; greatest None where nothing bounds it.

    `counted` are the occurrences that are certainly listed and of the origin asked about (where that itself is unknown,
    ask once per combination). *each-alone*: the largest share of any one material; a material is named by its
    `substance`, or by the part where that is not stated.
    """
    value = _value(scenario, item, "")
    if value is None or value.amount == 0:
        return _ZERO, None if _may_count(scenario, item, counted, nesting) else _ZERO
    low, high = _amounts(scenario, item, frozenset(counted), adding, nesting, value.unit)
    return low / value.amount, None if high is None else high / value.amount


def figures(
    scenario: Scenario, item: str, counted: Collection[Occurrence], adding: Adding, nesting: Nesting
) -> Figures:
    """Return what `share_interval` is computed from, for an explanation."""
    value = _value(scenario, item, "")
    low, high = share_interval(scenario, item, counted, adding, nesting)
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


def _amounts(
    scenario: Scenario, item: str, counted: frozenset[Occurrence], adding: Adding, nesting: Nesting, unit: str
) -> tuple[Fraction, Fraction | None]:
    """The bounds of the numerator, in `unit`."""
    match adding:
        case Adding.SUMMED:
            return _bounds(_Scope(scenario, counted, counted, nesting, unit), (item,))
        case Adding.EACH_ALONE:
            groups: defaultdict[str, set[Occurrence]] = defaultdict(set)
            for one in counted:
                groups[_material(scenario, one[-1])].add(one)
            wanted = (*(frozenset(group) for group in groups.values()), frozenset())
            scopes = (_Scope(scenario, counted, group, nesting, unit) for group in wanted)
            bounds = [_bounds(scope, (item,)) for scope in scopes]
            highs = [high for _, high in bounds if high is not None]
            return max(low for low, _ in bounds), max(highs) if len(highs) == len(bounds) else None
        case _:
            assert_never(adding)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is added up: of all that count, those in `group`; a part that counts hides what is inside it."""

    scenario: Scenario
    counted: frozenset[Occurrence]
    group: frozenset[Occurrence]
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
        if part not in scope.group:
            return _ZERO, _ZERO
        return (_ZERO, None) if worth is None else (worth.amount, worth.amount)
    return (_ZERO, _ZERO) if scope.nesting is Nesting.DIRECT else _bounds(scope, part)


def _row(scenario: Scenario, occurrence: Occurrence, value: Quantity | None) -> Row:
    count = pieces(scenario, occurrence)
    each = _value(scenario, occurrence[-1], value.unit if value else "")
    amount = Quantity(count * each.amount, each.unit) if each else None
    return Row(occurrence, count, _material(scenario, occurrence[-1]), each, amount)


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


def _material(scenario: Scenario, item: str) -> str:
    substance = scenario.items[item].facts.get("substance", ())
    return str(substance[0].value) if substance else item
