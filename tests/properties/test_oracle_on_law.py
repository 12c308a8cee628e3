"""The oracle agrees on law as it stands: announcements 61, 62 and 70 with the statutes, on bundled scenarios in which nothing is left unsaid.

The law is cut and the scenarios are completed as the bench does it. Every node of every subject is compared, in every branch and
under every single reading. `ORACLE_STEP=1` asks all of them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bench.cases import bench_cases
from bench.issue2 import SCENARIOS, law_of_issue_2
from tests.properties.oracle import evaluate
from tests.properties.test_differential import differences

if TYPE_CHECKING:
    from pycontrol.facts.scenario import Scenario

POLICY = law_of_issue_2()
STEP = int(os.environ.get("ORACLE_STEP", "25"))
CASES = tuple(one.scenario for one in bench_cases(POLICY, SCENARIOS))


def test_there_are_cases_of_every_part() -> None:
    files = {one.span.source.name for one in CASES[::STEP] if one.span}
    assert all(any(part in file for file in files) for part in SCENARIOS)


@pytest.mark.parametrize("scenario", CASES[::STEP], ids=lambda one: one.name)
def test_the_oracle_agrees_on_the_law_as_it_stands(scenario: Scenario) -> None:
    asked = scenario.asked or max(act.on for act in scenario.acts)
    assert differences(POLICY.law, scenario, asked, evaluate(POLICY.law, scenario, asked)) == []
