"""Many cases, few groundings: settled cases share one, cases with something open are asked alone.

The consequences of a batch take as many rounds as its cases have open facts together, so sharing a grounding saves time only
where nothing is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.asp.answer import ask, split
from pycontrol.asp.case import Case
from pycontrol.asp.solve import ContradictionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pycontrol.asp.answer import Answer
    from pycontrol.asp.program import Program

BATCH = 4
"""How many settled cases share one grounding: fewer waste the law's part, more are asked of readings that move only others."""


def ask_all(program: Program, cases: Sequence[Case]) -> tuple[Answer, ...]:
    """Return the answer to each case, in order; the same as asking one by one. Cases are numbered by their place."""
    found: dict[int, Answer] = {}
    for group in _groups(cases):
        try:
            answer = ask(program, group, dict(group[0].things.scenario.assumptions.taken))
        except ContradictionError:  # only a case with something open can have no completion, and it is asked alone
            raise ContradictionError(group[0].things.scenario.name) from None
        found |= zip((case.number for case in group), split(answer, group), strict=True)
    return tuple(found[case.number] for case in cases)


def ask_whole(case: Case, paths: frozenset[str]) -> tuple[Case, Answer]:
    """Ask a case again of some provisions and all on which they rest, with a leaf for each of their conditions.

    Return that case, and the answer to it at the readings that it takes.
    """
    scenario = case.things.scenario
    whole = Case(case.program, scenario, case.asked, case.number, whole=True, paths=paths)
    return whole, ask(case.program, [whole], dict(scenario.assumptions.taken), deviations=False)


def _groups(cases: Sequence[Case]) -> Iterable[Sequence[Case]]:
    """Cases that take the same readings and hang on the same events go together, if they are settled."""
    settled: dict[tuple[object, ...], list[Case]] = {}
    for case in cases:
        if case.choices:
            yield [case]
        else:
            taken = tuple(sorted(case.things.scenario.assumptions.taken))
            settled.setdefault((taken, frozenset(case.events)), []).append(case)
    for group in settled.values():
        for start in range(0, len(group), BATCH):
            yield group[start : start + BATCH]
