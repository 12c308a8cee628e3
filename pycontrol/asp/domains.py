"""What facts and readings may be, as rows: constraints between facts, where facts exist, notices of lists, regions of values."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.asp.owners import of_any, of_tie, of_value
from pycontrol.asp.program import FactKey
from pycontrol.asp.regions import Judge, compare, cut, cut_numbers
from pycontrol.law.model import Compared, Guard, Operator, Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pycontrol.asp.leaves import Compiler
    from pycontrol.asp.program import Computed
    from pycontrol.asp.regions import Regions
    from pycontrol.law.model import Constraint


def readings(compiler: Compiler) -> None:
    """Name every reading, value and guard of one reading, so that cases may use them; say which branches an event has."""
    for reading in compiler.law.readings.values():
        for value, _ in reading.values:
            compiler.guard(frozenset({Guard(reading.name, value)}))
            compiler.reading(reading.name)
            compiler.value((reading.name, value))
    for number, event in enumerate(compiler.law.events.values()):
        for position, branch in enumerate(event.branches):
            compiler.row("branches", f"e{number}", f"b{position}", "asleep" if branch.suspended else "awake")
            if branch.suspended:
                compiler.row("asleep", f"e{number}", f"b{position}")


def tied(compiler: Compiler) -> None:
    """A fact that is looked at brings along the choice on which it hangs, and what constraints tie to either, near or far."""
    vocabulary = compiler.law.vocabulary
    links = [(one.sort, one.given.fact, one.then.fact) for one in vocabulary.constraints]
    queue = [key for key in compiler.checks if not key.list]
    for key in queue:
        where = vocabulary.facts[(key.sort, key.name)].where
        names = [name for sort, *pair in links if sort is key.sort and key.name in pair for name in pair]
        hanging = [name for name, choice in vocabulary.ties[key.sort].hangs.items() if choice == key.name]
        for name in (*names, *hanging, *((where.fact,) if where else ())):
            if (other := FactKey(key.sort, name)) not in compiler.checks:
                queue.append(other)
                compiler.checks[other] = {}
    for one in vocabulary.constraints:
        if FactKey(one.sort, one.given.fact) in compiler.checks:
            _tie(compiler, one)


def _tie(compiler: Compiler, constraint: Constraint) -> None:
    """Say of which values of a fact it follows that another has which."""
    name = compiler.tie(constraint)
    for word, end in (("tie", constraint.given), ("then", constraint.then)):
        fact = FactKey(constraint.sort, end.fact)
        words = compiler.law.vocabulary.facts[constraint.sort, end.fact]
        regions = cut(words, (), NOWHERE)
        for value in end.values:
            compiler.row(word, name, compiler.fact(fact), str(regions.symbol(value)), of=of_tie(name))


def listings(compiler: Compiler) -> None:
    """Say which notices a list has, where it is asked by which of them somebody is on it."""
    by_notice = {key.list for key in compiler.checks if key.notices}
    for key in (one for one in compiler.checks if one.list in by_notice):
        fact, name = compiler.fact(key), compiler.list(key.list)
        if not key.notices:
            compiler.row("on_list", fact, name, of=fact)
            continue
        for notice in compiler.law.lists[key.list].notices:
            compiler.row("notice", name, compiler.notice((key.list, notice.name)), of=fact)
        for asked in key.notices:
            compiler.row("asks", fact, compiler.notice((key.list, asked)), of=fact)


RISING = (Operator.AT_LEAST, Operator.MORE)
FALLING = (Operator.AT_MOST, Operator.LESS)

NOWHERE = Judge({}, {})
"""Judges choices and yes-no facts, which no territory and no reading cuts."""

WHOLE = Fraction(1)
MOST: Mapping[str, Fraction | None] = {"share": None, "stake": WHOLE, "branch": None}
"""The most that a figure can be: nothing bounds a value share (Q-VALUE), nor how far the body of a branch is one of the holders."""


def figures(compiler: Compiler) -> None:
    """Cut every figure that is computed into the regions that the tests of it tell apart, for where it is unknown."""
    tests: dict[str, list[Computed]] = {}
    for one in compiler.computed_tests.values():
        tests.setdefault(one.figure, []).append(one)
    for figure, some in tests.items():
        thresholds = [one.condition.threshold for one in some]
        found = cut_numbers(thresholds, "one", Fraction(0), MOST[some[0].kind])
        for value in found.examples:
            assert isinstance(value, Quantity)
            region = str(found.symbol(value))
            compiler.row("may", figure, region, of=figure)
            for one in some:
                if compare(value.amount, one.condition.operator, one.condition.threshold):
                    compiler.row("sat", one.name, region, of=figure)
        for one in some:
            compiler.row("figure", one.name, figure, of=figure)


def regions(compiler: Compiler, judge: Judge, key: FactKey) -> Regions:
    """Cut the values of a fact into regions; say which there are, which tests they pass, and where the fact exists."""
    fact = None if key.list else compiler.law.vocabulary.facts[(key.sort, key.name)]
    checks = compiler.checks[key]
    found = cut(fact, checks, judge)
    name = compiler.fact(key)
    for region in found.domain():
        compiler.row("may", name, region, of=of_any(name))
    if fact and fact.where:
        choice = FactKey(key.sort, fact.where.fact)
        values = compiler.law.vocabulary.facts[(choice.sort, choice.name)].values
        for one in fact.where.values:
            compiler.row("exists", name, compiler.fact(choice), f"v{values.index(one)}", of=of_any(name))
    symbols = [(value, found.symbol(value)) for value in found.examples]
    for check in checks:
        test = compiler.test((key, check))
        for value, symbol in symbols:
            passed = judge.passes(value, check)
            if passed is True:
                compiler.row("sat", test, str(symbol), of=of_value(name, str(symbol)))
            elif passed:
                owner = of_value(name, str(symbol))
                for guard in passed:
                    compiler.row("sat_if", test, str(symbol), compiler.guard_id(guard, owner), of=owner)
    _ranges(compiler, key, found)
    return found


def _ranges(compiler: Compiler, key: FactKey, figure: Regions) -> None:
    """Say from which region on, up or down, each test of a figure passes, and in which of these ranges a region lies."""
    name = compiler.fact(key)
    begins = {check: figure.begins(check) for check in compiler.checks[key] if isinstance(check, Compared)}
    places = range(2 * len(figure.cuts) + 1)
    for word, operators, ordered in (("from", RISING, places), ("to", FALLING, places[::-1])):
        some = {check: place for check, place in begins.items() if check.operator in operators}
        for check, place in some.items():
            compiler.row("past", compiler.test((key, check)), f"{word}{place}", of=of_any(name))
        inner, ends = "", set(some.values())
        for place in ordered:
            if place in ends:
                if inner:
                    compiler.row("wider", name, f"{word}{place}", inner, of=of_any(name))
                inner = f"{word}{place}"
            if inner:
                compiler.row("range", name, f"v{place}", inner, of=of_any(name))
