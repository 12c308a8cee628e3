"""What a machine can hold of the law of this package: its open questions are shown, its register names what it carries."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pycontrol import Policy
from pycontrol.law.model import AnyOf, Aspect, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.law.model import Condition

ROOT = Path(__file__).resolve().parents[2]
QUESTION = re.compile(r"\bQ(?:-[A-Z0-9]+|\d+)\b")
COMMENT = re.compile(r"--.*")


@cache
def _law_text(*, comments: bool) -> str:
    text = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "policy").rglob("*.law")))
    return text if comments else COMMENT.sub("", text)


@cache
def _scenario_text() -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "scenarios").rglob("*.scenario")))


@cache
def _policy() -> Policy:
    return Policy.load()


QUESTIONS = sorted(set(QUESTION.findall(_law_text(comments=True))))


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_open_question_is_a_reading_a_question_about_a_fact_or_a_note(question: str) -> None:
    assert question in QUESTION.findall(_law_text(comments=False)), "a comment alone reaches nobody who asks"


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_scenario_shows_an_open_question(question: str) -> None:
    """It names the question, or takes or turns on a reading that answers it."""
    readings = [one.name for one in _policy().law.readings.values() if question in QUESTION.findall(one.question)]
    turned = any(re.search(rf"\b(?:take|under) {re.escape(name)} ", _scenario_text()) for name in readings)
    assert turned or question in QUESTION.findall(_scenario_text())


def test_every_reading_is_taken_or_turned_on_by_a_scenario() -> None:
    shown = set(re.findall(r"(?:\btake|\bunder|\+) ([a-z0-9-]+) ", _scenario_text()))
    assert sorted(set(_policy().law.readings) - shown) == []


def test_a_measure_of_the_register_names_the_instrument_that_has_its_name() -> None:
    law = _policy().law
    own = [one for one in law.measures.values() if one.name in law.instruments]
    assert own
    assert [one.name for one in own if one.instrument != one.name] == []


def _breaches(conditions: Iterable[Condition]) -> set[str]:
    """Return the provisions at whose breach some conditions look, in whatever reading."""
    found: set[str] = set()
    for one in conditions:
        if isinstance(one, AnyOf):
            found |= _breaches(inner for alternative in one.alternatives for inner in alternative.conditions)
        elif isinstance(one, Reference) and one.aspect is Aspect.BREACH:
            found |= set(one.provisions)
    return found


def test_the_same_violations_bar_the_exporter_and_may_be_neither_served_nor_helped() -> None:
    provisions = _policy().law.provisions
    barred = set(provisions["cn-ecl/39"].norm.of)
    promise = {"cn-ecl/16(keep)"}
    looked_at = {path: _breaches(one.conditions) for path, one in provisions.items()}
    abroad = looked_at["cn-ecl/20"] - barred  # and what comes of a reading: an export without the voucher
    assert abroad > set(provisions["cn-ecl/34(abroad)"].norm.of)
    assert looked_at["cn-ecl/20"] == barred | abroad
    assert looked_at["cn-duir/36(ban)"] == barred | abroad | promise
    assert looked_at["cn-duir/41(help)"] == looked_at["cn-duir/41(instigation)"] == barred | abroad | promise
    fined = {path for limb in ("exporters", "help-abroad") for path in provisions[f"cn-ecl/34({limb})"].norm.of}
    assert looked_at["cn-duir/39(penalty)"] == fined < barred
