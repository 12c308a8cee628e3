"""The share of materials of some origin in the value of an item."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from pycontrol.law.model import (
    Adding,
    AnyOf,
    Condition,
    IsTerm,
    Nesting,
    Operator,
    Quantifier,
    Quantity,
    Share,
    Sort,
    Term,
)

from .case import Thing, holds_on
from .domains import every_condition
from .world import World

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable


@dataclass
class Materials:
    """The parts that count: for each, what all its pieces are worth (None: not known). `more`: perhaps others too."""

    worth: dict[str, Fraction | None] = field(default_factory=dict)
    more: bool = False

    def add(self, part: str, worth: Fraction | None) -> None:
        """Count further pieces of a part."""
        before = self.worth.get(part, Fraction(0))
        self.worth[part] = None if worth is None or before is None else before + worth


def share_passes(
    world: World,
    share: Share,
    item: Thing,
    day: dt.date,
    is_term: Callable[[Thing, str], bool],
    meets: Callable[[Thing, Iterable[Condition]], bool],
) -> bool:
    """Does the share pass the test? Where the interval of what it may be does not settle it, the world does."""
    adding, nesting = Adding(world.reading(share.adding)), Nesting(world.reading(share.nesting))
    whole = _value(world, item)
    materials = Materials()

    def counted(part: Thing) -> bool:
        if not is_term(part, share.term):
            return False
        origins = world.values(part, share.origin_fact, day).known
        return any(world.inside(origin, share.territory) for origin in origins)

    def collect(owner: Thing, pieces: Fraction, above: tuple[Thing, ...]) -> None:
        fact = world.case.fact(owner, "parts")
        if fact is None or owner in above:
            return
        if not world.case.complete(owner, fact):
            materials.more = True
        for stated in world.case.stated(owner, "parts") or ():
            if not holds_on(stated, day):
                continue
            part = Thing(Sort.ITEM, str(stated.value))
            number = pieces * (1 if stated.count is None else stated.count)
            if counted(part):
                materials.add(part.name, _worth(_value(world, part), number, whole))
            elif nesting is Nesting.ANY_DEPTH:
                collect(part, number, (*above, owner))

    collect(item, Fraction(1), ())
    piles = [materials]
    if adding is Adding.EACH_ALONE:
        piles = _piles(
            materials, lambda name, entry: meets(Thing(Sort.ITEM, name), entry), entries_of(world, share.term)
        )
    low, high = _interval(materials, piles, whole)
    strict = share.operator in (Operator.MORE, Operator.AT_MOST)
    passes = _reaches(low, high, share.threshold, strict=strict)
    if passes is None:
        what = (share.term, share.origin_fact, share.territory, share.adding, share.nesting)
        figure = world.run.choose(("share", item, what), points(_thresholds(world, share), low, high))
        passes = figure > share.threshold or (figure == share.threshold and not strict)
    return passes == (share.operator in (Operator.MORE, Operator.AT_LEAST))


def _thresholds(world: World, share: Share) -> set[Fraction]:
    """With what the law compares the same figure."""
    return {
        one.threshold
        for one in every_condition(world.case.law)
        if isinstance(one, Share)
        and (one.term, one.origin_fact, one.territory) == (share.term, share.origin_fact, share.territory)
    }


def points(cuts: set[Fraction], low: Fraction, high: Fraction | None) -> tuple[Fraction, ...]:
    """Figures from the least to the most (None: no bound) such that the law cannot tell any other from all of them."""
    most = max(low, *cuts) + 1 if high is None else high
    found = sorted({low, most, *(cut for cut in cuts if low < cut < most)})
    return tuple(sorted({*found, *((one + other) / 2 for one, other in pairwise(found))}))


def entries_of(world: World, name: str) -> list[tuple[Condition, ...]]:
    """The materials that a term names: what something has to be, for each of them.

    They are the entries of the lists on which the term says that the thing is. Where it offers alternatives, each that
    speaks of no list is a material; where it has neither, all that it names is one.
    """
    terms = world.case.law.terms
    found: list[tuple[Condition, ...]] = [()]
    for condition in terms[name].conditions:
        ways = _ways(terms, terms[name], condition)
        found = [(*one, *way) for one in found for way in ways]
    return found


def _ways(terms: dict[str, Term], term: Term, condition: Condition) -> list[tuple[Condition, ...]]:
    if isinstance(condition, AnyOf):
        ways: list[tuple[Condition, ...]] = []
        for alternative in condition.alternatives:
            opens = all(_is_part(one, term) for one in alternative.conditions)
            if not term.entries:
                opens = any(_speaks_of_list(terms, one) for one in alternative.conditions)
            inside: list[tuple[Condition, ...]] = [()] if opens else [alternative.conditions]
            for one in alternative.conditions if opens else ():
                further = _ways(terms, Term("", Sort.ITEM, term.title, (), ""), one)
                inside = [(*before, *after) for before in inside for after in further]
            ways += inside
        return ways
    if isinstance(condition, IsTerm) and _speaks_of_list(terms, condition):
        inner = terms[condition.term]
        joined: list[tuple[Condition, ...]] = [()]
        for one in inner.conditions:
            joined = [(*before, *after) for before in joined for after in _ways(terms, inner, one)]
        return joined
    return [(condition,)]


def _is_part(condition: Condition, of: Term) -> bool:
    return isinstance(condition, IsTerm) and condition.term.startswith(f"{of.name}.")


def _speaks_of_list(terms: dict[str, Term], condition: Condition) -> bool:
    """Is it said, here or in a term that is named here, that the thing itself is on a list?"""
    match condition:
        case IsTerm(term=name, quantifier=Quantifier.SOME, reach=reach) if reach.steps == ():
            return terms[name].entries or any(_speaks_of_list(terms, one) for one in terms[name].conditions)
        case AnyOf():
            return any(_speaks_of_list(terms, one) for each in condition.alternatives for one in each.conditions)
        case _:
            return False


def _piles(
    materials: Materials, meets: Callable[[str, Iterable[Condition]], bool], entries: list[tuple[Condition, ...]]
) -> list[Materials]:
    """What counts, put on a pile for each entry; on several, what is several things at once."""
    piles: defaultdict[int, Materials] = defaultdict(Materials)
    for part, worth in materials.worth.items():
        for number, entry in enumerate(entries):
            if meets(part, entry):
                piles[number].add(part, worth)
    return list(piles.values())


def _value(world: World, item: Thing) -> Quantity | None:
    stated = world.case.stated(item, "value")
    value = stated[0].value if stated else None
    return value if isinstance(value, Quantity) else None


def _worth(value: Quantity | None, number: Fraction, whole: Quantity | None) -> Fraction | None:
    """What so many pieces are worth, in the money of the whole."""
    if value is None or whole is None or value.unit != whole.unit:
        return None
    return value.amount * number


def _interval(materials: Materials, piles: list[Materials], whole: Quantity | None) -> tuple[Fraction, Fraction | None]:
    """The least and the most that the share of the greatest pile may be (None: no bound)."""
    open_ended = materials.more or None in materials.worth.values()
    if not materials.worth and not materials.more:
        return Fraction(0), Fraction(0)
    if whole is None or whole.amount == 0:
        return Fraction(0), None
    totals = [sum((worth for worth in pile.worth.values() if worth is not None), Fraction(0)) for pile in piles]
    low = max(totals, default=Fraction(0)) / whole.amount
    return low, None if open_ended else low


def _reaches(low: Fraction, high: Fraction | None, threshold: Fraction, *, strict: bool) -> bool | None:
    """Is every share of the interval at (or, strictly, above) the threshold, or none? None: some are."""
    if low > threshold or (low == threshold and not strict):
        return True
    if high is not None and (high < threshold or (high == threshold and strict)):
        return False
    return None
