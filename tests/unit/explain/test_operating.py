"""What asks whether law operates shows the status of that law, and whether it was asked as if it were awake."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import tests.language
from pycontrol import Policy
from pycontrol.explain import Verdict
from tests.language.markdown import examples

FILE = Path(tests.language.__file__).parent / "operating.md"


@cache
def policy() -> Policy:
    return Policy.from_text(*examples(FILE)[0].law)


def reasons(day: str) -> list[str]:
    """The lines on the condition, and on what it rests, of each reason for the ban of a day."""
    case = f"""scenario "s" party maker complete licences take sleeping not-listed
      act ship kind movement on {day} state planned sender maker dear yes"""
    (found,) = policy().determine_many([case])
    trees = (*policy().why(found, "ot-3/1"), *policy().why_not(found, "ot-3/1"))
    return ["\n".join(line.strip() for line in str(tree).splitlines()[6:8]) for tree in trees]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-12-31", ["- ot-1 operates\n- ot-1: not issued on the day of the act"]),
        ("2025-02-01", ["+ ot-1 operates\n+ ot-1: begun, operates"]),
        (
            "2025-06-01",
            [
                "+ ot-1 operates [asked as if what sleeps operated]\n- ot-1: begun, suspended [by ot-2]",
                "- ot-1 operates\n- ot-1: begun, suspended [by ot-2]",
            ],
        ),
        ("2025-09-01", ["? ot-1 operates\n? ot-1: begun, unconfirmed [by truce]"] * 2),
    ],
)
def test_it_shows_the_status(day: str, expected: list[str]) -> None:
    assert reasons(day) == expected


def test_the_condition_itself_is_the_leaf() -> None:
    case = 'scenario "s" party maker act ship kind movement on 2025-06-01 state planned sender maker dear yes'
    (found,) = policy().determine_many([case])
    (tree,) = policy().why(found, "ot-3/1")
    assert [(leaf.words.en, leaf.verdict) for leaf in tree.leaves()][1:] == [
        ("ot-1 operates", Verdict.UNMET),
        ("under sleeping listed", Verdict.UNKNOWN),
    ]
