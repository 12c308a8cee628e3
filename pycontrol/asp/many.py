"""Many cases, each asked alone; cases that the solver cannot tell apart are asked once.

The names of a case are canonical and its numbers are regions, so that cases which differ in names, in dates or in figures that
no threshold parts read the same. Sharing a grounding between cases that differ was measured and saves nothing: all of them
would be tried under every reading that moves one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.asp.answer import ask, relevant
from pycontrol.asp.case import Case
from pycontrol.asp.solve import ContradictionError

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from pycontrol.asp.answer import Answer


def ask_all(cases: Sequence[Case]) -> tuple[Answer, ...]:
    """Return the answer to each case, in order; the same as asking one by one."""
    found: dict[Hashable, Answer] = {}
    return tuple(_answer(case, found) for case in cases)


def _answer(case: Case, found: dict[Hashable, Answer]) -> Answer:
    taken = case.things.scenario.assumptions.taken
    key = tuple(case.lines), frozenset(case.owners), frozenset(case.doubted), relevant(case), taken
    if key not in found:
        try:
            found[key] = ask(case)
        except ContradictionError:
            raise ContradictionError(case.things.scenario.name) from None
    return found[key]


def ask_whole(case: Case, paths: frozenset[str]) -> tuple[Case, Answer]:
    """Ask a case again of some provisions and all on which they rest, with a leaf for each of their conditions.

    Return that case, and the answer to it at the readings that it takes.
    """
    scenario = case.things.scenario
    whole = Case(case.program, scenario, case.asked, case.number, whole=True, paths=paths)
    return whole, ask(whole, deviations=False)
