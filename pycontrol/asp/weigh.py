"""Is a thing certainly, certainly not, or perhaps an instance of a term? Decides only which parts and holders are in doubt.

The solver, not this file, says what holds in each completion: a thing in doubt here becomes a condition there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.asp.regions import negated
from pycontrol.asp.truth import every, opposite, some
from pycontrol.facts.lists import membership
from pycontrol.law.model import (
    AnyOf,
    Differs,
    IsTerm,
    Listed,
    Quantifier,
    Reference,
    Share,
    Stake,
    Test,
    Under,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.asp.program import Program
    from pycontrol.asp.things import Thing, Things
    from pycontrol.asp.truth import Truth
    from pycontrol.law.model import Condition


def weigh(program: Program, things: Things, term: str, thing: Thing) -> Truth:
    """Return whether `thing` is `term`: True, False, or None where it depends on facts or readings."""
    return every(_condition(program, things, thing, condition) for condition in program.terms[term].conditions)


def _quantified(quantifier: Quantifier, truths: Iterable[Truth]) -> Truth:
    match quantifier:
        case Quantifier.SOME:
            return some(truths)
        case Quantifier.NO:
            return opposite(some(truths))
        case Quantifier.EVERY:
            return every(truths)
        case _:
            assert_never(quantifier)


def _condition(program: Program, things: Things, thing: Thing, condition: Condition) -> Truth:
    match condition:
        case Test():
            return _test(program, things, thing, condition)
        case IsTerm(_, reach, term, quantifier):
            reached, _ = things.reach(thing, reach)
            return _quantified(quantifier, [weigh(program, things, term, one) for one in reached])
        case Listed(_, reach, listing, quantifier):
            reached, _ = things.reach(thing, reach)
            return _quantified(quantifier, [_listed(things, one, listing) for one in reached])
        case AnyOf(_, alternatives):
            return some(
                every(_condition(program, things, thing, one) for one in alternative.conditions)
                for alternative in alternatives
            )
        case Share() | Stake() | Under() | Differs() | Reference():
            return None
        case _:
            assert_never(condition)


def _listed(things: Things, thing: Thing, listing: str) -> Truth:
    cases = membership(things.law.lists[listing], things.names(thing), thing.day)
    truths = {truth for _, truth in cases}
    return truths.pop() if len(truths) == 1 else None


def _test(program: Program, things: Things, thing: Thing, test: Test) -> Truth:
    check = negated(test.check) if test.quantifier is Quantifier.EVERY else test.check
    reached, dark = things.reach(thing, test.reach)
    truths: list[Truth] = [None] if dark else []
    for one in reached:
        known = things.known(one, test.fact)
        for value in known.values:
            passed = program.judge.passes(value, check)
            truths.append(passed if isinstance(passed, bool) else None)
        if known.more:
            truths.append(None)
    return some(truths) if test.quantifier is Quantifier.SOME else opposite(some(truths))
