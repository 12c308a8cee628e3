"""A fixed set of generated cases, some about each figure, and whether engine and oracle differ about any of them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from functools import cache, partial
from itertools import zip_longest

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pycontrol.asp import ContradictionError
from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Law
from tests.properties import existing, figures, relations, tying
from tests.properties.oracle import Contradiction, OracleAnswer, TooManyWorlds, evaluate
from tests.properties.strategies import cases
from tests.properties.test_differential import differences

Drawn = tuple[Law, Scenario, dt.date]
EXAMPLES = int(os.environ.get("PLANTED_EXAMPLES", "35"))
ABOUT = (
    figures.seasons,
    figures.watching,
    figures.reports,
    figures.filings,
    figures.papers,
    figures.guests,
    figures.names,
    figures.listings,
    figures.shares,
    figures.stakes,
    figures.between,
    figures.measured,
    partial(existing.things, existing.sharp),
    existing.things,
    existing.told,
    existing.vaguely,
    relations.things,
    relations.held,
    tying.things,
    tying.certain,
    tying.chained,
)
KINDS = (*(kind() for kind in ABOUT), cases())


@cache
def drawn() -> tuple[Drawn, ...]:
    """The same generated cases in every run: any law and case, and some about each figure, one of each kind in turn."""
    turns = zip_longest(*(_collected(kind, EXAMPLES) for kind in KINDS))
    return tuple(case for turn in turns for case in turn if case)


def _collected(kind: st.SearchStrategy[Drawn], number: int) -> list[Drawn]:
    found: list[Drawn] = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(kind)
    def collect(case: Drawn) -> None:
        found.append(case)

    collect()
    return found


@cache
def answered() -> tuple[tuple[Drawn, OracleAnswer], ...]:
    """What the oracle says of each, where it has few worlds to look at."""
    return tuple(fresh())


def fresh() -> Iterator[tuple[Drawn, OracleAnswer]]:
    """Ask the oracle once more; a bug may be planted in it."""
    for law, case, asked in drawn():
        try:
            yield (law, case, asked), evaluate(law, case, asked, limit=100)
        except (Contradiction, TooManyWorlds):
            continue


def caught(answers: Iterator[tuple[Drawn, OracleAnswer]]) -> bool:
    """Whether some case tells engine and oracle apart."""
    return any(_differ(case, answer) for case, answer in answers)


def _differ(case: Drawn, answer: OracleAnswer) -> bool:
    try:
        return bool(differences(*case, answer))
    except ContradictionError:
        return True
