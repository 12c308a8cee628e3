"""When a condition holds in a world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.model import (
    AnyOf,
    Check,
    Compared,
    Condition,
    Differs,
    Inside,
    IsTerm,
    Listed,
    OneOf,
    Operates,
    Operator,
    Quantifier,
    Quantity,
    Reach,
    Reference,
    Root,
    Share,
    Sort,
    Stake,
    Test,
    Under,
    Value,
)

from .listing import is_listed
from .shares import share_passes
from .stakes import is_held

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from .case import Thing
    from .world import Values, World


@dataclass(frozen=True)
class View:
    """What a condition looks at: the things at the roots of its paths, and the day."""

    day: dt.date
    roots: tuple[tuple[Root, Thing], ...]

    def root(self, root: Root) -> Thing | None:
        """The thing at a root; None where there is none (a subject without item)."""
        return dict(self.roots).get(root)


class Conditions:
    """The conditions of provisions and terms in one world.

    `refer` answers references: of the act of the view, or of another, with the item of the view. `awake` says whether
    something of an instrument, or of a part of one, operates on a day.
    """

    def __init__(
        self, world: World, refer: Callable[[Reference, Thing, View], bool], awake: Callable[[str, dt.date], bool]
    ) -> None:
        self.world = world
        self._refer = refer
        self._awake = awake
        self._terms: dict[tuple[str, Thing, dt.date], bool] = {}

    def all_hold(self, conditions: Iterable[Condition], view: View) -> bool:
        """Do all conditions hold?"""
        return all(self.holds(condition, view) for condition in conditions)

    def is_term(self, thing: Thing, name: str, seen: dt.date) -> bool:
        """Is the thing an instance of the term? An act is judged on its own day, other things on the day in view."""
        day = self.world.case.act(thing.name).on if thing.sort is Sort.ACT else seen
        key = (name, thing, day)
        if key not in self._terms:
            view = View(day, ((Root.SELF, thing),))
            self._terms[key] = self.all_hold(self.world.case.law.terms[name].conditions, view)
        return self._terms[key]

    def holds(self, condition: Condition, view: View) -> bool:
        """Does the condition hold?"""
        match condition:
            case Test():
                return self._test(condition, view)
            case IsTerm(reach=reach, term=term):
                return self._things(condition.quantifier, reach, view, term, lambda x: self.is_term(x, term, view.day))
            case Listed(reach=reach, list=name, notices=notices):
                return self._things(
                    condition.quantifier, reach, view, (name, notices),
                    lambda x: is_listed(self.world, x, name, view.day, notices),
                )  # fmt: skip
            case Share(reach=reach):
                return self._things(
                    Quantifier.SOME, reach, view, condition,
                    lambda x: share_passes(
                        self.world, condition, x, view.day,
                        lambda y, t: self.is_term(y, t, view.day),
                        lambda y, each: self.all_hold(each, View(view.day, ((Root.SELF, y),))),
                    ),
                )  # fmt: skip
            case Stake(reach=reach):
                return self._things(
                    condition.quantifier, reach, view, condition,
                    lambda x: is_held(self.world, condition, x, view.day, lambda y, t: self.is_term(y, t, view.day)),
                )  # fmt: skip
            case Reference(reach=reach):
                return self._things(
                    Quantifier.SOME, reach, view, (condition.aspect, condition.provisions),
                    lambda x: self._refer(condition, x, view),
                )  # fmt: skip
            case Operates(target=target):
                return self._awake(target, view.day)
            case Under(guard=guard):
                return self.world.under(guard)
            case Differs():
                return self._differs(condition, view)
            case AnyOf(alternatives=alternatives):
                return any(self.all_hold(alternative.conditions, view) for alternative in alternatives)
            case _:
                assert_never(condition)

    # --- paths ----------------------------------------------------------------------------------------------

    def reach(self, reach: Reach, view: View) -> tuple[list[Thing], bool]:
        """The things at the end of a path, each once, and whether there may be others unseen."""
        start = view.root(reach.root)
        things = [] if start is None else [start]
        opaque = False
        for step in reach.steps:
            reached: dict[Thing, None] = {}
            for thing in things:
                further, unseen = self._step(thing, step, view.day)
                reached.update(dict.fromkeys(further))
                opaque |= unseen
            things = list(reached)
        return things, opaque

    def _step(self, thing: Thing, step: str, day: dt.date) -> tuple[list[Thing], bool]:
        if step != "parts*":
            return self.world.related(thing, step, day)
        found: dict[Thing, None] = {}
        waiting = [thing]
        while waiting:
            parts, _ = self.world.related(waiting.pop(), "parts", day)
            # An unnamed part stands for one at any depth below, so that its own parts add nothing.
            waiting += [part for part in parts if part not in found and not part.unnamed]
            found.update(dict.fromkeys(parts))
        return list(found), False

    # --- quantifiers ----------------------------------------------------------------------------------------

    def _things(
        self, quantifier: Quantifier, reach: Reach, view: View, what: object, passes: Callable[[Thing], bool]
    ) -> bool:
        things, opaque = self.reach(reach, view)
        unseen = ("unseen", view.root(reach.root), reach, what) if opaque else None
        return self._quantified(quantifier, (passes(thing) for thing in things), unseen)

    def _test(self, test: Test, view: View) -> bool:
        things, opaque = self.reach(test.reach, view)

        def outcomes() -> Iterable[bool]:
            for thing in things:
                for value in self._values(thing, test.fact, view).known:
                    yield self._passes(value, test.check, thing, test.fact)

        opaque |= any(self._values(thing, test.fact, view).opaque for thing in things)
        unseen = ("unseen", view.root(test.reach.root), test.reach, test.fact, test.check) if opaque else None
        return self._quantified(test.quantifier, outcomes(), unseen)

    def _quantified(self, quantifier: Quantifier, outcomes: Iterable[bool], unseen: tuple[object, ...] | None) -> bool:
        """Some, every or none of the outcomes; where there may be more of them unseen, they may decide it."""
        match quantifier:
            case Quantifier.SOME:
                return any(outcomes) or (unseen is not None and self.world.run.free("some", *unseen))
            case Quantifier.EVERY:
                return all(outcomes) and (unseen is None or self.world.run.free("every", *unseen))
            case Quantifier.NO:
                return not (any(outcomes) or (unseen is not None and self.world.run.free("some", *unseen)))

    # --- checks ---------------------------------------------------------------------------------------------

    def _values(self, thing: Thing, fact: str, view: View) -> Values:
        return self.world.values(thing, fact, view.day)

    def _passes(self, value: Value, check: Check, thing: Thing, fact: str) -> bool:
        match check:
            case OneOf(values=values, positive=positive):
                return (value in values) == positive
            case Inside(territory=territory, positive=positive):
                return self.world.inside(value, territory) == positive
            case Compared(operator=operator, threshold=threshold):
                if not isinstance(value, Quantity):
                    return False
                amount = self.world.amount_in(threshold.unit, value, thing, fact)
                return _compare(amount, operator, threshold.amount)
            case _:
                assert_never(check)

    def _differs(self, differs: Differs, view: View) -> bool:
        sides: list[list[Value]] = []
        for reach, fact in ((differs.reach, differs.fact), (differs.other_reach, differs.other_fact)):
            things, opaque = self.reach(reach, view)
            if opaque:
                return self.world.run.free("differs", view.roots, reach, fact, differs.other_reach, differs.other_fact)
            sides.append([value for thing in things for value in self._values(thing, fact, view).known])
        return any(one != other for one in sides[0] for other in sides[1])


def _compare(amount: Fraction, operator: Operator, threshold: Fraction) -> bool:
    match operator:
        case Operator.LESS:
            return amount < threshold
        case Operator.AT_MOST:
            return amount <= threshold
        case Operator.MORE:
            return amount > threshold
        case Operator.AT_LEAST:
            return amount >= threshold
