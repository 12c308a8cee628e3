"""The oracle agrees on law as it stands: announcements 61, 62 and 70 with the statutes, on bundled scenarios in which nothing is left unsaid.

The law is cut and the scenarios are completed as the bench does it. Every node of every subject is compared, in every branch and
under every single reading. With `ORACLE_CASES=1000` all of them are.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

import pytest

from bench.cases import bench_cases
from bench.issue2 import SCENARIOS, law_of_issue_2
from tests.properties.oracle import evaluate
from tests.properties.test_differential import differences

if TYPE_CHECKING:
    from pycontrol import Policy
    from pycontrol.facts.scenario import Scenario

COUNT = int(os.environ.get("ORACLE_CASES", "22"))


@cache
def policy() -> Policy:
    return law_of_issue_2()


@cache
def chosen() -> tuple[Scenario, ...]:
    """As many cases as are asked for, evenly from all of them; some come twice where there are not so many."""
    cases = tuple(one.scenario for one in bench_cases(policy(), SCENARIOS))
    return tuple(cases[nth * len(cases) // COUNT] for nth in range(COUNT))


def test_there_are_cases_of_every_part() -> None:
    files = {one.span.source.name for one in chosen() if one.span}
    assert all(any(part in file for file in files) for part in SCENARIOS)


@pytest.mark.parametrize("nth", range(COUNT))
def test_the_oracle_agrees_on_the_law_as_it_stands(nth: int) -> None:
    law, scenario = policy().law, chosen()[nth]
    asked = scenario.asked or max(act.on for act in scenario.acts)
    assert differences(law, scenario, asked, evaluate(law, scenario, asked)) == [], scenario.name
