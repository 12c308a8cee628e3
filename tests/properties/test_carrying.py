"""What completions show of other readings is what the solver says of them: carrying them over changes no answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import given

from pycontrol.asp import Answer, deviations
from pycontrol.asp.carrying import GroundRules
from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Law
from tests.corpus.cases import files, policy
from tests.properties.asking import MODEST, evidence
from tests.properties.strategies import cases

NEVER = 1_000_000


@contextmanager
def carried_from(worth: int) -> Iterator[None]:
    """Carry completions over wherever so much is open."""
    with patch.object(deviations, "WORTH", worth):
        yield


def both(ask: Callable[[], Answer]) -> tuple[Answer, Answer]:
    """The answer with completions carried over, and without."""
    with carried_from(1):
        carried = ask()
    with carried_from(NEVER):
        return carried, ask()


@given(cases())
@MODEST
def test_generated_laws_answer_the_same(drawn: tuple[Law, Scenario, dt.date]) -> None:
    carried, asked = both(lambda: evidence(*drawn).answer)
    assert carried == asked


OPEN = ("cn/mofcom/2025/062/carriers-without-form.scenario", "cn/uel/unknown-parties.scenario")


def open_cases() -> list[Scenario]:
    """Bundled scenarios of which much is unsaid."""
    return [one for file in files() if str(file).endswith(OPEN) for one in policy().scenarios(file)][::3]


def answer(scenario: Scenario) -> Answer:
    """What the solver says of a bundled scenario."""
    found = policy().determine(scenario).evidence
    assert found
    return found.answer


@pytest.mark.parametrize("scenario", open_cases(), ids=lambda one: one.name)
def test_the_law_of_this_package_answers_the_same(scenario: Scenario) -> None:
    carried, asked = both(lambda: answer(scenario))
    assert carried == asked


def test_what_is_shown_to_be_open_without_need_is_caught() -> None:
    """The comparison above notices completions that show too much."""

    def everything(
        _rules: GroundRules, _found: object, contexts: list[object], asked: dict[int, str]
    ) -> Iterator[frozenset[int]]:
        yield from (frozenset(asked) for _ in contexts)

    with patch.object(GroundRules, "follow", everything):
        assert any(carried != asked for carried, asked in (both(lambda one=one: answer(one)) for one in open_cases()))
