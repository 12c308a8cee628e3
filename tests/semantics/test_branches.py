"""What another reading brings is asked in as few branches as tell of it; asking every branch says the same."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pycontrol import Determination, Policy
from pycontrol.asp import answer
from pycontrol.asp.program import Program
from pycontrol.asp.question import Question
from pycontrol.asp.solve import Column

HEAD = """
announcement {name} "Goods" regime order issued 2025-01-01 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "{name}"
{reading}
article 1 "Licence" gist "dear goods" cite "{name}, 1"
  for a movement when {when}
  binds sender requires licence {name} from ministry
"""
READING = """reading sale-of-{name} "Is a gift a sale?"
  sales "no", gifts "yes"
  default sales because "so it is used"
"""
DEAR = "act.dear is yes and any of (a) act.sold is yes (b) under sale-of-{name} gifts"
LAW = """
vocabulary
kinds of act movement
fact act.sender is party question "Who sends?"
fact act.dear is yes-no question "Is it dear?"
fact act.sold is yes-no question "Is it sold?"
regime order "Order of trade" severity licence
event first "Did the first pause go on?"
  branch over "it ended" operates
  branch on "it went on" suspended
event second "Did the second pause go on?"
  branch over "it ended" operates
  branch on "it went on" suspended
"""
PAUSES = """
announcement pauses "Pauses" regime order issued 2025-05-20 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "pauses"
article 1 noted "Goods are paused" because "written as pauses"
unconfirmed one on first from 2025-06-01 confidence M because "not published"
unconfirmed two on second from 2025-06-01 confidence M because "not published"
"""
CASE = """
scenario "a gift of which it is unknown whether it is dear"
  party maker
  act ship kind movement on 2025-07-01 state planned sender maker sold no
  complete licences
"""


def law() -> Policy:
    """Two announcements that hang on an event each, one that hangs on none, and one that hangs on both through these."""
    plain = [HEAD.format(name=one, reading=READING, when=DEAR).format(name=one) for one in ("one", "two", "three")]
    both = "any of (a) one/1 applies (b) two/1 applies"
    return Policy.from_text(LAW + "".join(plain) + HEAD.format(name="both", reading="", when=both) + PAUSES)


def asked(policy: Policy, patch: pytest.MonkeyPatch) -> tuple[Determination, list[int]]:
    """The answer, and of how many names each column was asked for it."""
    columns: list[int] = []
    right = Question.column

    def counted(question: Question, *given: object, everything: bool = True) -> Column:
        columns.append(len(given[3]))  # type: ignore[arg-type]
        return right(question, *given, everything=everything)  # type: ignore[arg-type]

    patch.setattr(Question, "column", counted)
    found = policy.determine(CASE)
    patch.setattr(Question, "column", right)
    return found, columns


def everything_hangs(program: Program, doubted: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {event: frozenset((*program.provision_ids.values(), *program.grain_ids.values())) for event in doubted}


def test_few_branches_tell_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    few, calls = asked(law(), monkeypatch)
    monkeypatch.setattr(answer, "hanging", everything_hangs)
    every, more = asked(law(), monkeypatch)
    assert len(few.branches) == 4
    assert few.evidence
    assert every.evidence
    assert few.evidence.answer == every.evidence.answer
    assert few == every
    assert len(few.evidence.answer.deviations) == 3
    # By default and with every reading free four branches each, and one to four for each of the three readings.
    assert (len(calls), len(more)) == (8 + 4 + 4 + 1, 8 + 4 + 4 + 4)
    # Each time the first branch is asked of everything, and each other one of what hangs on what is otherwise there.
    whole = more[0]
    assert more[:8] == [whole] * 8
    assert calls[0] == calls[4] == whole
    assert all(some < whole for some in (*calls[1:4], *calls[5:8]))
    licences = {one.provision: dict(one.by_branch) for one in few.outcomes if one.kind == "licence"}
    assert set(licences) == {"one/1", "two/1", "three/1", "both/1"}
