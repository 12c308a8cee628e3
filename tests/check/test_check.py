"""Every case of every Markdown file here finds what it says. `pytest tests/check --update` writes the findings."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pycontrol import Policy
from pycontrol.determine import Certainty
from tests.language.markdown import Example, examples

if TYPE_CHECKING:
    from pycontrol.check import Finding

HERE = Path(__file__).parent
REAL = HERE / "real-law.md"
FILES = sorted(set(HERE.glob("*.md")) - {REAL})
READ_OFF = ("C304", "C305", "C306", "C307", "C308", "C309", "C310")
"""What is read off the text alone: no scenario comes near it."""
EXAMPLES = [pytest.param(one, id=f"{file.stem}: {one.heading}") for file in FILES for one in examples(file)]


@cache
def checked(*law: str) -> tuple[Policy, tuple[Finding, ...]]:
    """Load a law (none: the law of this package) and check it."""
    policy = Policy.from_text(*law) if law else Policy.load()
    return policy, policy.check()


def told(finding: Finding) -> str:
    """Return code and message, the place in the law, and what was searched and found; for "never", shortly."""
    details = "\n".join(line for line in finding.details.splitlines() if not line.startswith("searched: "))
    return f"{finding.code} {finding.message}\n  in: {finding.citation}\n{details}\n"


def sought(example: Example) -> tuple[Finding, ...]:
    """Return the findings, those that are read off only if the title names them: the cases of a file share vocabulary."""
    title = example.file.read_text("utf-8").partition("\n")[0]
    return tuple(one for one in checked(*example.law)[1] if one.code in title or one.code not in READ_OFF)


def answer_of(example: Example) -> str:
    """Return the findings that the case shows."""
    (only,) = (one.text for one in example.blocks if one.word == "findings")
    return only


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_case_finds_what_it_says(example: Example, request: pytest.FixtureRequest) -> None:
    found = "\n".join(map(told, sought(example)))
    if request.config.getoption("--update") and found != answer_of(example):
        old, new = (f"```findings\n{text}```" for text in (answer_of(example), found))
        example.file.write_text(
            example.file.read_text("utf-8").replace(example.text, example.text.replace(old, new)), "utf-8"
        )
        return
    assert found == answer_of(example)
    assert bool(found) is example.heading.startswith("Found")


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_witness_can_be_pasted_and_shows_what_it_should(example: Example) -> None:
    policy, _ = checked(*example.law)
    for finding in sought(example):
        if finding.witness:
            determination = policy.determine(finding.witness)
            certain = {
                one.provision
                for one in determination.outcomes
                if one.act == "act-1" and one.default is Certainty.CERTAIN
            }
            assert certain.issuperset(finding.provisions)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_never_says_its_bound_and_its_nearest_scenario_can_be_determined(example: Example) -> None:
    policy, _ = checked(*example.law)
    for finding in sought(example):
        if not finding.witness:
            assert finding.bound
        if not finding.witness and finding.code not in READ_OFF:
            assert finding.blocks
            assert finding.reason is not None
            assert not any(
                one.provision in finding.provisions and one.default is Certainty.CERTAIN and one.layer == "now"
                for one in policy.determine(finding.nearest).outcomes
            )


def test_the_law_of_this_package_has_only_the_findings_that_were_reviewed() -> None:
    reviewed = [
        line.removeprefix("- `").partition("`")[0]
        for line in REAL.read_text("utf-8").splitlines()
        if line.startswith("- `")
    ]
    assert [f"{one.code} {' '.join(one.provisions)}" for one in checked()[1]] == reviewed
