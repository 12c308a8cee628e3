"""What the README shows runs, and says what it says there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from pycontrol import Policy, report

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def block(begins: str) -> str:
    (found,) = (text for _, text in BLOCKS if text.startswith(begins))
    return found


@cache
def law() -> Policy:
    return Policy.load()


def test_the_case_of_ones_own() -> None:
    found = law().determine(block('scenario "Magnets'))
    text = report.text(report.sheet(found, law().law, law().gists(found), report.Tongue()))
    for said in ("ship: licence required (certain)", "magnet: 1C905.a (certain)"):
        assert said in text
        assert f"`{said}`" in README


def test_the_two_files() -> None:
    policy = Policy.from_text(block("vocabulary"))
    assert policy.determine(block('scenario "Metal')).lines()[0] == "headline ship: certain licence"
    assert policy.check() == ()


def test_the_python(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block("from pycontrol import"), "README.md", "exec"), {})
    headline, certain, why, why_not, same = capsys.readouterr().out.splitlines()
    assert headline.startswith("certain licence; ")
    assert certain == "certain cn-mofcom-2025-61/1(3) maker"
    assert why == "this-item originates in China"
    assert same == "True"
    assert why_not.startswith("this-item was made abroad, and Part 1 materials of Chinese origin")
