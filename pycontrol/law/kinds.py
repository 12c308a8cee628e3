"""The kinds of act that conditions can hold for, and facts that no act of these kinds has."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.law.model import (
    AnyOf,
    Differs,
    IsTerm,
    Listed,
    OneOf,
    Operates,
    Quantifier,
    Reach,
    Reference,
    Root,
    Share,
    Sort,
    Stake,
    Test,
    Under,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pycontrol.law.model import Condition, Fact, Term

MOST_TERMS = 50
"""How many levels terms may stand on each other."""


def kinds_covered(
    conditions: Iterable[Condition],
    terms: Mapping[str, Term],
    kinds: frozenset[str],
    known: dict[str, frozenset[str]] | None = None,
    depth: int = 0,
) -> frozenset[str]:
    """Return the kinds of act for which the conditions can hold, as far as they test the kind of the act itself.

    `known` holds what was found for a term, so that each is looked into once, and one that uses itself ends; terms that
    use each other deeper than allowed are not followed. Both are refused elsewhere.
    """
    known = {} if known is None else known
    covered = kinds
    for condition in conditions:
        match condition:
            case Test(_, Reach(_, (), Sort.ACT), "kind", OneOf(values, positive), quantifier):
                covered &= values if positive is not (quantifier is Quantifier.NO) else kinds - values
            case IsTerm(_, Reach(_, (), Sort.ACT), term, quantifier) if quantifier is not Quantifier.NO:
                if term in terms and term not in known and depth <= MOST_TERMS:
                    known[term] = kinds
                    known[term] = kinds_covered(terms[term].conditions, terms, kinds, known, depth + 1)
                covered &= known.get(term, kinds)
            case AnyOf():
                ways = (kinds_covered(way.conditions, terms, kinds, known, depth) for way in condition.alternatives)
                covered &= frozenset().union(*ways)
            case Test() | IsTerm() | Listed() | Share() | Stake() | Reference() | Operates() | Under() | Differs():
                pass
            case _:
                assert_never(condition)
    return covered


def never_stated(
    conditions: Iterable[Condition], terms: Mapping[str, Term], facts: Mapping[str, Fact], kinds: frozenset[str]
) -> Iterator[tuple[Condition, Fact]]:
    """Yield conditions on a fact (or role) that no act of the kinds has for which the conditions can hold at all."""
    conditions = tuple(conditions)
    kinds = kinds_covered(conditions, terms, kinds)
    for condition in conditions:
        if isinstance(condition, AnyOf):
            for way in condition.alternatives:
                yield from never_stated(way.conditions, terms, facts, kinds)
        for name in _facts_of_act(condition):
            if name in facts and facts[name].acts and kinds and not facts[name].acts & kinds:
                yield condition, facts[name]


def _facts_of_act(condition: Condition) -> Iterator[str]:
    """Yield the facts of the act itself with which the paths of a condition begin."""
    match condition:
        case Differs():
            yield from _first(condition.reach, condition.fact)
            yield from _first(condition.other_reach, condition.other_fact)
        case Test():
            yield from _first(condition.reach, condition.fact)
        case IsTerm() | Listed() | Share() | Stake() | Reference():
            yield from _first(condition.reach, "")
        case Operates() | Under() | AnyOf():
            pass
        case _:
            assert_never(condition)


def _first(reach: Reach, fact: str) -> Iterator[str]:
    if reach.root is Root.ACT and (reach.steps or fact):
        yield reach.steps[0] if reach.steps else fact
