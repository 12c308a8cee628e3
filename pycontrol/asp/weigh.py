"""Is a thing certainly, certainly not, or perhaps an instance of a term? Decides only which parts and holders are in doubt.

The solver, not this file, says what holds in each completion: a thing in doubt here becomes a condition there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, assert_never

from pycontrol.asp.from_law import conditions_of
from pycontrol.asp.regions import negated
from pycontrol.asp.things import Subject
from pycontrol.asp.truth import Truth, every, opposite, some
from pycontrol.facts.lists import membership
from pycontrol.law.model import (
    AnyOf,
    Compared,
    Differs,
    IsTerm,
    Listed,
    Quantifier,
    Quantity,
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
    from pycontrol.law.model import Check, Condition, Value

Weighed = Mapping[str, tuple[Subject, ...]]
"""The subjects for which provisions may apply, by the name of the provision's class."""


def weigh(program: Program, things: Things, term: str, thing: Thing) -> Truth:
    """Return whether `thing` is `term`: True, False, or None where it depends on facts or readings."""
    key = term, thing
    if key not in things.truths:
        named = program.terms.get(term)  # a term made for a test of stakes has no conditions that could be weighed
        truths = (_condition(program, things, thing, one) for one in named.conditions) if named else (None,)
        things.truths[key] = every(truths)
    return things.truths[key]


def hopeless(program: Program, things: Things, path: str, subject: Subject, weighed: Weighed) -> bool:
    """Whether some condition of a provision fails for `subject` in every completion and reading, so that it never applies.

    `weighed` holds the subjects for which the provisions below it may apply.
    """
    for condition in conditions_of(program.law.provisions[path]):
        match condition:
            case Reference():
                truth = _referred(program, things, condition, subject, weighed)
            case _:
                truth = _condition(program, things, subject, condition)
        if truth is False:
            return True
    return False


def _referred(program: Program, things: Things, reference: Reference, subject: Subject, weighed: Weighed) -> Truth:
    """A reference fails where none of the provisions that it names may apply to the acts that it looks at.

    Of a legal order that the scenario does not ask of, nobody says what applies.
    """
    acts, dark = things.reach(subject, reference.reach)
    named = [program.class_of[path] for path in reference.provisions]
    unasked = any(things.scenario.regimes and group.regime not in things.scenario.regimes for group in named)
    others = (one for group in named for one in weighed.get(group.name, ()))
    return None if dark or unasked or any(one.act in acts for one in others) else False


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


def _condition(program: Program, things: Things, thing: Thing | Subject, condition: Condition) -> Truth:
    match condition:
        case Test():
            return _test(program, things, thing, condition)
        case IsTerm(_, reach, term, quantifier):
            reached, dark = things.reach(thing, reach)
            truths = [_real(one, weigh(program, things, term, one)) for one in reached]
            return _quantified(quantifier, [*truths, *([None] if dark else [])])
        case Listed(_, reach, _, quantifier):
            reached, dark = things.reach(thing, reach)
            truths = [_real(one, _listed(things, one, condition)) for one in reached]
            return _quantified(quantifier, [*truths, *([None] if dark else [])])
        case AnyOf(_, alternatives):
            return some(
                every(_condition(program, things, thing, one) for one in alternative.conditions)
                for alternative in alternatives
            )
        case Share() | Stake() | Under() | Differs() | Reference():
            return None
        case _:
            assert_never(condition)


def _real(thing: Thing, truth: Truth) -> Truth:
    """What holds of a thing that there may not be is no more than possible."""
    return None if thing.ghost and truth else truth


def _listed(things: Things, thing: Thing, listed: Listed) -> Truth:
    cases = membership(things.law.lists[listed.list], things.names(thing), thing.day, listed.notices)
    truths = {truth for _, truth in cases}
    return truths.pop() if len(truths) == 1 else None


def _comparable(value: Value, check: Check) -> bool:
    """Whether a value can be held against a threshold: an amount in another currency cannot."""
    return not (isinstance(check, Compared) and isinstance(value, Quantity)) or value.unit == check.threshold.unit


def _test(program: Program, things: Things, thing: Thing | Subject, test: Test) -> Truth:
    check = negated(test.check) if test.quantifier is Quantifier.EVERY else test.check
    reached, dark = things.reach(thing, test.reach)
    truths: list[Truth] = [None] if dark else []
    for one in reached:
        known = things.known(one, test.fact)
        for value in known.values:
            passed = program.judge.passes(value, check) if _comparable(value, check) else None
            truths.append(_real(one, passed if isinstance(passed, bool) else None))
        if known.more:
            truths.append(None)
    return some(truths) if test.quantifier is Quantifier.SOME else opposite(some(truths))
