"""What cannot follow is left out of the program that is solved, and changes nothing; whole bundled cases say the same."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from pycontrol.determine import BranchKey, Certainty, Evidence
from pycontrol.determine.evidence import Bound
from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Law
from tests.corpus.cases import files, policy
from tests.properties import strategies
from tests.properties.asking import MODEST, evidence


def followed(found: Evidence, branch: BranchKey) -> dict[tuple[str, Bound], Certainty]:
    """What binds and what is breached in a branch, with its certainty."""
    column = found.answer.columns[branch]
    atoms = [atom for atom in column.possible if atom.startswith(("binds(", "breach_"))]
    return {(atom.partition("(")[0], found.bound(atom)): found.certainties(atom)[branch] for atom in atoms}


def agree(found: Evidence) -> bool:
    """Whether the case and the whole case say the same in every branch; events of what is left out have no branches."""
    events = {event for branch in found.branches for event, _ in branch}
    whole = found.about(found.program.law.provisions)
    return all(
        followed(whole, branch) == followed(found, tuple(part for part in branch if part[0] in events))
        for branch in whole.branches
    )


@given(strategies.cases())
@MODEST
def test_leaving_out_what_cannot_follow_changes_nothing(drawn: tuple[Law, Scenario, dt.date]) -> None:
    assert agree(evidence(*drawn))


def test_less_is_asked_than_is_weighed_and_no_bundled_scenario_answers_otherwise_as_a_whole() -> None:
    sample = policy().determine_many(one for file in files()[::8] for one in policy().scenarios(file)[::20])
    shown = [determination.evidence for determination in sample if determination.evidence]
    asked = sum(len(group) for found in shown for group in found.case.weighed.values())
    weighed = sum(len(group) for found in shown for group in found.case.subjects.values())
    assert 0 < asked * 2 < weighed
    assert all(map(agree, shown))
