"""Every case of every Markdown file here answers as it says. `pytest tests/language --update` writes the answers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pycontrol import Policy
from pycontrol.diagnostics import Diagnostic, Refused

from .markdown import ANSWERS, Block, Example, examples

if TYPE_CHECKING:
    from pycontrol.determine import Determination

FILES = sorted(Path(__file__).parent.glob("*.md"))
EXAMPLES = [pytest.param(one, id=f"{file.stem}: {one.heading}") for file in FILES for one in examples(file)]


@cache
def policy(*law: str) -> Policy:
    """Load the law of a case; cases of one file often share it."""
    return Policy.from_text(*law)


def answered(example: Example) -> Block:
    """Return what the law says of the scenarios of a case, or why it is refused."""
    try:
        law = policy(*example.law)
        found = law.determine_many([example.scenario]) if example.scenario else ()
    except Refused as refused:
        return Block("diagnostic", "".join(map(told, refused.diagnostics)))
    return Block("determination", "".join(f"{in_words(one, alone=len(found) == 1)}\n" for one in found))


def in_words(determination: Determination, *, alone: bool) -> str:
    """Return the canonical lines, under the name of the scenario where there are several."""
    return "\n".join(determination.lines()) if alone else str(determination)


def told(diagnostic: Diagnostic) -> str:
    """Return code and message, the words that are underlined, the place in the law, and the cure."""
    lines = [f"{diagnostic.code} {diagnostic.message}"]
    if diagnostic.primary:
        span = diagnostic.primary.span
        lines.append(f"  at: {' '.join(span.text.split()) or '(the end)'}")
    lines += [f"  in: {diagnostic.citation}"] if diagnostic.citation else []
    lines += [f"  help: {diagnostic.help}"] if diagnostic.help else []
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_case_answers_as_it_says(example: Example, request: pytest.FixtureRequest) -> None:
    found = answered(example)
    if request.config.getoption("--update") and found != example.answer:
        example.write(found)
        return
    assert found.text == example.answer.text
    assert found.word == example.answer.word


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_file_can_be_read_as_a_reference(file: Path) -> None:
    """A title, then cases with different headings; each has prose, law, and one answer."""
    cases = examples(file)
    assert file.read_text("utf-8").startswith("# ")
    assert len({one.heading for one in cases}) == len(cases) > 0
    for one in cases:
        assert one.prose, one.heading
        assert one.law, one.heading
        assert [block.word for block in one.blocks if block.word in ANSWERS] == [one.answer.word]
