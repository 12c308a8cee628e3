"""What cannot follow is left out of the program that is solved, and changes nothing; whole bundled cases say the same."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from pycontrol.determine import Evidence
from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Law
from tests.corpus.cases import cases
from tests.properties import strategies
from tests.properties.asking import MODEST, evidence


def followed(found: Evidence) -> dict[object, frozenset[tuple[object, str]]]:
    """What binds and what is breached, with its certainty, per branch."""
    table = {}
    for branch, column in found.answer.columns.items():
        atoms = [atom for atom in column.possible if atom.startswith(("binds(", "breach_"))]
        named = {(atom.partition("(")[0], found.bound(atom)): found.certainties(atom)[branch] for atom in atoms}
        table[branch] = frozenset(named.items())
    return table


@given(strategies.cases())
@MODEST
def test_leaving_out_what_cannot_follow_changes_nothing(drawn: tuple[Law, Scenario, dt.date]) -> None:
    found = evidence(*drawn)
    assert followed(found) == followed(found.whole)


def test_less_is_asked_than_is_weighed_and_no_bundled_scenario_answers_otherwise_as_a_whole() -> None:
    shown = [determination.evidence for _, determination in cases()[::8] if determination.evidence]
    asked = sum(len(group) for found in shown for group in found.case.weighed.values())
    weighed = sum(len(group) for found in shown for group in found.case.subjects.values())
    assert 0 < asked * 2 < weighed
    for found in shown:
        assert followed(found) == followed(found.whole)
