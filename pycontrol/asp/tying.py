"""Which constraints a case must hold: those that what is stated leaves open, between facts that somebody looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.ties import free, undecided

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pycontrol.law.model import Constraint, Ties
    from pycontrol.law.ties import Left


def binding(ties: Ties, lefts: Mapping[str, Left], looked: Collection[str]) -> tuple[Constraint, ...]:
    """Return the constraints that may tell something of the facts looked at of a thing, of which `lefts` says what is left.

    A fact that nobody looks at is left out, with its constraints, where it can be so that they hold whatever the others are.
    """
    kept = undecided(lefts, ties.constraints)
    while True:
        seen = {*looked, *_ends(kept)}
        hung_on = {choice for name, choice in ties.hangs.items() if name in seen}
        unasked = seen.difference(looked, hung_on)
        over = frozenset(name for name in unasked if free(lefts[name], name, kept, hangs=name in ties.hangs))
        if not over:
            return _leading(kept, ties, looked)
        kept = tuple(one for one in kept if over.isdisjoint(_ends((one,))))


def _leading(kept: tuple[Constraint, ...], ties: Ties, looked: Collection[str]) -> tuple[Constraint, ...]:
    """Return the constraints that lead, over others and over choices on which facts hang, to a fact that is looked at."""
    links = [*(_ends((one,)) for one in kept), *(frozenset(each) for each in ties.hangs.items())]
    reached: set[str] = set()
    new = set(looked)
    while new - reached:
        reached |= new
        new = set().union(*(link for link in links if not link.isdisjoint(reached)))
    return tuple(one for one in kept if one.given.fact in reached)


def _ends(constraints: Iterable[Constraint]) -> frozenset[str]:
    return frozenset(name for one in constraints for name in (one.given.fact, one.then.fact))
