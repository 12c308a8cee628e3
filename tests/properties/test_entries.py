"""The oracle, which knows of no near misses and no ranges, agrees with the solver on what they become."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pycontrol import Policy
from tests.language.markdown import Example, examples
from tests.properties.oracle import evaluate
from tests.properties.test_differential import differences

LANGUAGE = Path(__file__).parent.parent / "language"
FILES = [LANGUAGE / f"{name}.md" for name in ("coded-entries", "near-misses", "ranges")]
ANSWERED = [
    pytest.param(one, id=f"{file.stem}: {one.heading}")
    for file in FILES
    for one in examples(file)
    if one.answer.word == "determination"
]


@pytest.mark.parametrize("example", ANSWERED)
def test_the_oracle_agrees(example: Example) -> None:
    policy = Policy.from_text(*example.law)
    for scenario in policy.scenarios(example.scenario):
        asked = dt.date(2025, 6, 1)
        answer = evaluate(policy.law, scenario, asked, limit=20_000)
        assert differences(policy.law, scenario, asked, answer) == []
