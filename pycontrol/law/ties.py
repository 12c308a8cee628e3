"""What ties leave of the facts of one thing: what it surely has, what it may have, and whether all of it can be true together.

Each tie says that where one fact is so, another is so too. What is settled is followed from fact to fact; where that settles
nothing more, a completion is sought.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pycontrol.law.model import Constraint, Fact

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Left:
    """What a fact may be: it has all of `has`, and of `may` any, or `one` at most; or, where it surely is `some`, just one.

    `by` names the stated facts that tell so.
    """

    has: frozenset[str] = NONE
    may: frozenset[str] = NONE
    one: bool = True
    some: bool = False
    by: frozenset[str] = NONE

    def among(self, values: Iterable[str]) -> bool | None:
        """Whether it has one of these values: surely, surely not, or perhaps (None)."""
        if not self.has.isdisjoint(values):
            return True
        if self.may.isdisjoint(values):
            return False
        return True if self.some and self.may.issubset(values) else None

    def with_one(self, values: Iterable[str]) -> Left | None:
        """Return what is left where it has one of these; itself where several of many could be that; None where it cannot."""
        wanted = self.may.intersection(values)
        if not self.has.isdisjoint(values):
            return self
        if len(wanted) == 1:
            return replace(self, has=self.has | wanted, may=NONE if self.one else self.may - wanted, some=False)
        if not wanted:
            return None
        return replace(self, may=wanted, some=True) if self.one and not self.has else self

    def without(self, values: Iterable[str]) -> Left | None:
        """Return what is left where it has none of these; None where it cannot."""
        may = self.may.difference(values)
        if not self.has.isdisjoint(values) or (self.some and not may):
            return None
        return replace(self, has=may, may=NONE, some=False) if self.some and len(may) == 1 else replace(self, may=may)


def anything(fact: Fact, *, surely: bool) -> Left:
    """Return what is left of a fact of which nothing is known; `surely`: but that it has a value."""
    return Left(may=frozenset(fact.words), one=not fact.many, some=surely and not fact.many)


Lefts = dict[str, Left]


@dataclass(frozen=True, slots=True)
class Broken:
    """A constraint that cannot be kept, as these stated facts say."""

    constraint: Constraint
    by: frozenset[str]


def narrowed(lefts: Mapping[str, Left], ties: Sequence[Constraint]) -> Lefts | Broken:
    """Follow what is settled from fact to fact, until nothing is added."""
    found = dict(lefts)
    again = True
    while again:
        again = False
        for tie in ties:
            given, then = found[tie.given.fact], found[tie.then.fact]
            is_given, is_then = given.among(tie.given.values), then.among(tie.then.values)
            if is_given and not is_then:
                changed, name, left = then.with_one(tie.then.values), tie.then.fact, then
            elif is_then is False and is_given is not False:
                changed, name, left = given.without(tie.given.values), tie.given.fact, given
            else:
                continue
            if changed is None:
                return Broken(tie, given.by | then.by)
            if changed != left:
                found[name] = replace(changed, by=given.by | then.by)
                again = True
    return found


def undecided(lefts: Mapping[str, Left], ties: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """Return the ties of which it is open whether they hold."""
    return tuple(
        tie
        for tie in ties
        if lefts[tie.given.fact].among(tie.given.values) is not False
        and lefts[tie.then.fact].among(tie.then.values) is not True
    )


def completes(lefts: Mapping[str, Left], ties: Sequence[Constraint]) -> bool:
    """Whether something that is left keeps all ties."""
    found = narrowed(lefts, ties)
    if isinstance(found, Broken):
        return False
    first = next(iter(undecided(found, ties)), None)
    return first is None or any(completes(found | way, ties) for way in _ways(found, first))


def _ways(lefts: Lefts, tie: Constraint) -> Iterator[Lefts]:
    """Yield the ways in which a tie can hold."""
    given, then = lefts[tie.given.fact], lefts[tie.then.fact]
    if left := given.without(tie.given.values):
        yield {tie.given.fact: left}
    for value in sorted(then.may.intersection(tie.then.values)):
        if left := then.with_one((value,)):
            yield {tie.then.fact: left}


def free(left: Left, name: str, ties: Iterable[Constraint], *, hangs: bool) -> bool:
    """Whether a fact can be so that these ties hold, whatever the others are; one that `hangs` on a choice may have to be none."""
    avoided = frozenset(value for tie in ties if tie.given.fact == name for value in tie.given.values)
    wanted = [tie.then.values for tie in ties if tie.then.fact == name]
    if not left.has.isdisjoint(avoided) or (wanted and hangs):
        return False
    can = left.has | (left.may - avoided)
    if not left.one:
        return all(not can.isdisjoint(values) for values in wanted)
    if left.some:
        return any(all(value in values for values in wanted) for value in can)
    return not wanted and (bool(can) or not left.may)
