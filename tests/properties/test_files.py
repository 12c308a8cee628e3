"""The order of files, and of instruments in them, changes nothing."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from pycontrol import Policy
from pycontrol.diagnostics import Source
from pycontrol.law import load_law
from tests.language.markdown import Example, examples

LANGUAGE = Path(__file__).parent.parent / "language"
SEVERAL = [
    pytest.param(one, id=f"{file.stem}: {one.heading}")
    for file in sorted(LANGUAGE.glob("*.md"))
    for one in examples(file)
    if one.answer.word == "determination" and len(one.law) > 2
]


@pytest.mark.parametrize("example", SEVERAL)
def test_the_order_of_files_changes_nothing(example: Example) -> None:
    sources = [Source(f"{number}.law", text) for number, text in enumerate(example.law)]
    first, *others = (Policy(load_law(order)) for order in permutations(sources))
    answer = first.determine_many([example.scenario])
    for other in others:
        assert other.digest == first.digest
        assert other.determine_many([example.scenario]) == answer


@pytest.mark.parametrize("example", SEVERAL)
def test_the_names_of_files_change_no_outcome(example: Example) -> None:
    """Names decide in which order files are read, and so in which order outcomes are listed; nothing else."""
    found = []
    for order in (example.law, example.law[::-1]):
        answers = Policy.from_text(*order).determine_many([example.scenario])
        found.append(
            [
                {(one.key, one.certainty, one.default, one.by_branch, one.due) for one in each.outcomes}
                for each in answers
            ]
        )
    assert found[0] == found[1]
