"""Of the entries that an item may meet, those at which something stated of it points."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pycontrol.asp.weigh import scales
from pycontrol.law.model import AnyOf, IsTerm, OneOf, Quantifier, Root, Sort, Test

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pycontrol.asp.program import Coded, Program
    from pycontrol.asp.things import Thing, Things
    from pycontrol.asp.weigh import Scales
    from pycontrol.law.model import Condition, Fact

MANY = 6
"""Of an item that may meet more entries than these, the solver is asked only of those at which something points."""


def not_asked(program: Program, things: Things, item: Thing, perhaps: Sequence[Coded]) -> tuple[Coded, ...]:
    """Return the entries, of those that an item may meet, of which the solver is not asked; none where they are few.

    A value that is stated points at the entries that name it, unless so many do that it tells little, or it says no more
    than which facts there are (`goods`).
    """
    if len(perhaps) <= MANY:
        return ()
    scale, sorts = scales(program, things), _sorts(program.law.vocabulary.of_sort[Sort.ITEM])
    named = [frozenset(_named(scale, program.terms[one.term].conditions, item)) - sorts for one in perhaps]
    often = Counter(fact for facts in named for fact in facts)
    pointed = [any(often[fact] <= MANY for fact in facts) for facts in named]
    if sum(pointed) > MANY:
        return tuple(perhaps)
    return tuple(one for one, points in zip(perhaps, pointed, strict=True) if not points)


def _sorts(facts: Mapping[str, Fact]) -> frozenset[str]:
    """Return the choices on which other facts hang, and which hang on none themselves."""
    hung = {fact.where.fact for fact in facts.values() if fact.where}
    return frozenset(name for name in hung if facts[name].where is None)


def _named(scale: Scales, conditions: Iterable[Condition], item: Thing) -> Iterator[str]:
    """Yield the facts of the item itself of which a condition, be it of an alternative or a term, names what is stated."""
    for condition in conditions:
        match condition:
            case Test(check=OneOf(positive=True), quantifier=Quantifier.SOME) if _own(condition):
                if scale.condition(condition, item):
                    yield condition.fact
            case AnyOf():
                for one in condition.alternatives:
                    yield from _named(scale, one.conditions, item)
            case IsTerm(quantifier=Quantifier.SOME) if _own(condition) and condition.term in scale.program.terms:
                yield from _named(scale, scale.program.terms[condition.term].conditions, item)
            case _:
                pass


def _own(condition: Test | IsTerm) -> bool:
    return condition.reach.root is Root.SELF and not condition.reach.steps
