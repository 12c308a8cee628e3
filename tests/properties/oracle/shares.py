"""The share of materials of some origin in the value of an item."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.law.model import Adding, Nesting, Operator, Quantity, Share, Sort

from .world import Thing, World, holds_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable


@dataclass
class Materials:
    """The parts that count: for each, what all its pieces are worth (None: not known). `more`: perhaps others too."""

    worth: dict[str, Fraction | None] = field(default_factory=dict)
    more: bool = False

    def add(self, part: str, worth: Fraction | None) -> None:
        """Count further pieces of a part."""
        before = self.worth.get(part, Fraction(0))
        self.worth[part] = None if worth is None or before is None else before + worth


def share_passes(world: World, share: Share, item: Thing, day: dt.date, is_term: Callable[[Thing, str], bool]) -> bool:
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
                materials.add(_material(world, part), _worth(_value(world, part), number, whole))
            elif nesting is Nesting.ANY_DEPTH:
                collect(part, number, (*above, owner))

    collect(item, Fraction(1), ())
    low, high = _interval(materials, whole, adding)
    strict = share.operator in (Operator.MORE, Operator.AT_MOST)
    passes = _reaches(low, high, share.threshold, strict=strict)
    if passes is None:
        what = (share.term, share.origin_fact, share.territory, share.threshold, strict, adding, nesting)
        passes = world.run.free("share", item, what)
    return passes == (share.operator in (Operator.MORE, Operator.AT_LEAST))


def _material(world: World, part: Thing) -> str:
    """The material that a part is: its substance, or the part itself where that is not stated."""
    stated = world.case.stated(part, "substance")
    return str(stated[0].value) if stated else f"part {part.name}"


def _value(world: World, item: Thing) -> Quantity | None:
    stated = world.case.stated(item, "value")
    value = stated[0].value if stated else None
    return value if isinstance(value, Quantity) else None


def _worth(value: Quantity | None, number: Fraction, whole: Quantity | None) -> Fraction | None:
    """What so many pieces are worth, in the money of the whole."""
    if value is None or whole is None or value.unit != whole.unit:
        return None
    return value.amount * number


def _interval(materials: Materials, whole: Quantity | None, adding: Adding) -> tuple[Fraction, Fraction | None]:
    """The least and the most that the share may be (None: no bound)."""
    known = [worth for worth in materials.worth.values() if worth is not None]
    open_ended = materials.more or len(known) < len(materials.worth)
    if not materials.worth and not materials.more:
        return Fraction(0), Fraction(0)
    if whole is None or whole.amount == 0:
        return Fraction(0), None
    total = sum(known, Fraction(0)) if adding is Adding.SUMMED else max(known, default=Fraction(0))
    low = total / whole.amount
    return low, None if open_ended else low


def _reaches(low: Fraction, high: Fraction | None, threshold: Fraction, *, strict: bool) -> bool | None:
    """Is every share of the interval at (or, strictly, above) the threshold, or none? None: some are."""
    if low > threshold or (low == threshold and not strict):
        return True
    if high is not None and (high < threshold or (high == threshold and strict)):
        return False
    return None
