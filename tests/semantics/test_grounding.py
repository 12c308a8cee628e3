"""A fully known case under fixed readings grounds to facts only, and every program has answer sets, exactly one of such."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import clingo
import pytest
from hypothesis import given

from pycontrol import Policy
from pycontrol.asp import answer as room
from pycontrol.asp.solve import Grounded
from pycontrol.determine import Certainty, Determination
from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Law
from tests.language.markdown import Example, examples
from tests.properties.asking import MODEST
from tests.semantics.known import known_cases

LANGUAGE = Path(__file__).parent.parent / "language"
DECIDED = [
    one for file in sorted(LANGUAGE.glob("*.md")) for one in examples(file) if one.answer.word == "determination"
]


class Watch(clingo.Observer):
    """Counts what is left to the solver: rules with bodies or without heads, and choices."""

    def __init__(self) -> None:
        self.facts = 0
        self.others: list[str] = []

    def rule(self, choice: bool, head: Sequence[int], body: Sequence[int]) -> None:
        """Called by clingo for every ground rule."""
        if choice or len(head) != 1 or body:
            self.others.append(f"{'choice ' if choice else ''}{list(head)} :- {list(body)}")
        else:
            self.facts += 1


def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills with the programs that are given to the solver from now on."""
    texts: list[str] = []

    class Noted(Grounded):
        def __init__(self, text: str) -> None:
            texts.append(text)
            super().__init__(text)

    monkeypatch.setattr(room, "Grounded", Noted)
    return texts


def grounded(text: str) -> tuple[Watch, int]:
    """Ground a program; return what was left to the solver, and how many answer sets there are (three at most)."""
    watch, control = Watch(), clingo.Control(["3"], logger=lambda *_: None)
    control.register_observer(watch)
    control.add("base", [], text)
    control.ground([("base", [])])
    found: list[clingo.Model] = []
    control.solve(on_model=found.append)
    return watch, len(found)


@given(known_cases())
@MODEST
def test_a_fully_known_case_grounds_to_facts_only(drawn: tuple[Law, Scenario, dt.date]) -> None:
    law, case, day = drawn
    with pytest.MonkeyPatch.context() as patch:
        texts = asked(patch)
        Policy(law).determine(case, on=day)
    watch, models = grounded(texts[0])
    assert watch.others == []
    assert watch.facts > 0
    assert models == 1


@pytest.mark.parametrize("example", DECIDED, ids=lambda one: f"{one.file.stem}: {one.heading}")
def test_every_answer_rests_on_at_least_one_answer_set(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """And where nothing is open, on exactly one, grounded to facts."""
    policy = Policy.from_text(*example.law)
    for scenario in policy.scenarios(example.scenario):
        texts = asked(monkeypatch)
        found = policy.determine(scenario)
        watch, models = grounded(texts[0])
        assert models > 0
        if settled(found):
            assert (watch.others, models) == ([], 1)


def settled(found: Determination) -> bool:
    """Whether nothing was left open: no fact, no paper, no branch, no reading on which something may turn."""
    assert found.evidence is not None
    return (
        not found.evidence.case.choices
        and found.branches == ((),)
        and {name for name, _ in found.readings} <= {name for name, _ in found.taken}
        and all(one.default is not Certainty.POSSIBLE for one in found.outcomes)
    )
