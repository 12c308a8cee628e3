"""C309: two conditions on one value that nothing meets together, in a term, an entry, an alternative or a provision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.asp import FactKey, negated
from pycontrol.check.finding import Finding
from pycontrol.check.uses import written
from pycontrol.law.model import AnyOf, Quantifier, Test
from pycontrol.law.wording import cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp import Program
    from pycontrol.check.search import Search
    from pycontrol.law.model import Alternative, Check, Condition, Reach

CODE = "C309"

_Value = tuple["Reach", str]
"""One fact of one thing, as a path names it."""


def never_together(search: Search) -> Iterator[Finding]:
    """Find tests that no value passes together: what they stand in is never met, though all around it may be."""
    # An entry of a list stands in it, and is a term of its own.
    yield from {one.span: one for one in _found(search)}.values()


def _found(search: Search) -> Iterator[Finding]:
    law = search.law
    for term in law.terms.values():
        if written(term.name):
            where = law.instruments[term.instrument].cite.en
            yield from _among(search.program, term.conditions, {}, term.name, where)
    for provision in law.provisions.values():
        conditions = (*provision.perimeter, *provision.conditions)
        where = cited(law.instruments, provision.path)
        yield from _among(search.program, conditions, {}, provision.path, where)


def _among(
    program: Program, conditions: Iterable[Condition], above: dict[_Value, tuple[Test, ...]], owner: str, where: str
) -> Iterator[Finding]:
    """Look through what is joined by *and*, with what stands above it, and then into each alternative."""
    joined = dict(above)
    inner: list[Alternative] = []
    for condition in conditions:
        if isinstance(condition, AnyOf):
            inner += condition.alternatives
        elif isinstance(condition, Test) and _single(program, condition):
            value = condition.reach, condition.fact
            earlier = joined.get(value, ())
            joined[value] = (*earlier, condition)
            if _some(program, earlier) and not _some(program, joined[value]):
                yield _finding(owner, condition, earlier[-1], where)
    for alternative in inner:
        yield from _among(program, alternative.conditions, joined, owner, where)


def _single(program: Program, test: Test) -> bool:
    """Whether the path leads to one thing, and the fact has one value."""
    facts = program.law.vocabulary.facts
    many = {fact.name for fact in facts.values() if fact.many}
    fact = facts.get((test.reach.sort, test.fact))
    return fact is not None and not fact.many and not any(one.endswith("*") or one in many for one in test.reach.steps)


def _some(program: Program, tests: tuple[Test, ...]) -> bool:
    """Whether some value passes all tests: one of each region that the tests of the law can tell apart is tried."""
    regions = program.regions.get(FactKey(tests[0].reach.sort, tests[0].fact)) if tests else None
    if regions is None:  # nothing is asked, or nothing uses what asks it
        return True
    return any(
        all(program.judge.passes(value, _asked(test)) is not False for test in tests) for value in regions.examples
    )


def _asked(test: Test) -> Check:
    return negated(test.check) if test.quantifier is Quantifier.NO else test.check


def _finding(owner: str, test: Test, earlier: Test, where: str) -> Finding:
    return Finding(
        code=CODE,
        message=f"nothing meets `{earlier.span.text}` and `{test.span.text}` together",
        help="correct one of the two, or write them as alternatives: `any of (a) … (b) …`",
        citation=where,
        provisions=(owner,),
        span=test.span,
        other=earlier.span,
        bound="one value of each kind that the tests of the law can tell apart",
    )
