"""The law loads, is laid out one way and asks its open questions; the scenarios meet what they expect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from pycontrol import report
from pycontrol.determine import Kind
from pycontrol.diagnostics import Source
from pycontrol.facts import to_mapping
from pycontrol.syntax import format_text, read_source
from tests.corpus import coverage
from tests.corpus.cases import LAW, cases, files, policy, scenarios
from tests.corpus.schema import PUBLISHED, fits

if TYPE_CHECKING:
    from pathlib import Path

# The open questions of the fact base, each with where it is answered side by side.
QUESTIONS = (
    "Q-STATUS", "Q-UNTIL", "Q-DATE", "Q-PAST", "Q-SUM", "Q-VALUE", "Q-NEST", "Q-ENDPROD", "Q-ASYM", "Q-PART2",
    "Q-DEMIN2", "Q-ORIGIN", "Q-TECHORIGIN", "Q-ALLOY", "Q-EXPORT61", "Q-TRANSIT", "Q-CHINA", "Q-CITIZEN", "Q-50",
    "Q-MIL", "Q-HUM", "Q-VIRES", "Q-PEN", "Q-REL", "Q-CAT", "Q-SUBST", "Q-BASIC", "Q-PATENT", "Q-KNOW",
)  # fmt: skip


def test_every_policy_file_loads() -> None:
    loaded = {name for name, _ in policy().law.sources}
    assert len(loaded) == len(LAW)


@pytest.mark.parametrize("file", [*LAW, *files()], ids=lambda file: "/".join(file.parts[-3:]))
def test_the_formatter_keeps_what_every_file_says(file: Path) -> None:
    """Every file is laid out, and finds back to the same words, comments and lines when its margins are taken away."""
    source = read_source(file)
    margins = "\n".join(line.strip() for line in source.text.split("\n"))
    assert format_text(Source(source.name, margins), law=file.suffix == ".law") == source.text


def test_there_are_enough_scenarios() -> None:
    assert len(scenarios()) >= 220


def test_scenario_names_are_unique() -> None:
    names = [scenario.name for scenario in scenarios()]
    assert sorted(names) == sorted(set(names))


def test_every_scenario_fits_the_published_schema() -> None:
    unfit = [one.name for one in scenarios() if not fits(msgspec.to_builtins(to_mapping(one)), PUBLISHED)]
    assert not unfit


def test_every_scenario_expects_what_follows() -> None:
    wrong = {}
    for scenario, determination in cases():
        if scenario.expected is None:
            wrong[scenario.name] = ("it expects nothing in particular",)
        elif mismatches := report.mismatches(determination, scenario):
            wrong[scenario.name] = tuple(map(str, mismatches))
    assert not wrong, "\n".join(f"{name}\n  " + "\n  ".join(lines) for name, lines in wrong.items())


def test_every_headline_is_printed_as_its_own_word_and_as_certain_as_it_is() -> None:
    tongue, told, wrong = report.Tongue(), 0, []
    for scenario, determination in cases():
        printed = report.sheet(determination, policy().law, {}, tongue).headlines
        for headline, entry in zip(determination.headlines, printed, strict=False):
            if headline.word and headline.word != Kind.STATEMENT:
                said = f": {tongue.say(f'head {headline.word}')}" in entry.words
                told += 1
                ends = [f"({headline.certainty})"]
                if any(one.unless and one.act == headline.act for one in determination.outcomes):
                    ends.append(f"({tongue.say('unless')})")
                if not said or not entry.words.endswith(tuple(ends)):
                    wrong.append(f"{scenario.name}: {entry.words}, but {headline.word} ({headline.certainty})")
    assert told > len(cases()) / 2
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_open_question_is_asked_by_the_law_and_has_a_scenario(question: str) -> None:
    assert any(question in file.read_text(encoding="utf-8") for file in LAW), "no law file names it"
    assert any(question in file.read_text(encoding="utf-8") for file in files()), "no scenario names it"


INSTRUMENTS = sorted({one.instrument for one in policy().law.provisions.values()})


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_scenario_makes_every_encoded_provision_bind(instrument: str) -> None:
    missing = [path for path in encoded(instrument) if path not in coverage.bound()]
    assert not missing, f"encoded, and no scenario makes it bind:\n{listed(missing)}"


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_scenario_comes_within_one_condition_of_every_encoded_provision(
    instrument: str, request: pytest.FixtureRequest
) -> None:
    """`near-misses.txt` says where to look first; `--update` writes down what was found."""
    found = {path: coverage.missed(path) for path in encoded(instrument)}
    if request.config.getoption("--update"):
        coverage.note({path: name for path, name in found.items() if name})
    missing = [path for path, name in found.items() if name is None]
    assert not missing, f"encoded, and no scenario comes within one condition of it:\n{listed(missing)}"


def encoded(instrument: str) -> list[str]:
    return [path for path, one in policy().law.provisions.items() if one.instrument == instrument]


def listed(paths: list[str]) -> str:
    return "\n".join(f"  {path}: {policy().law.provisions[path].title.en}" for path in paths)
