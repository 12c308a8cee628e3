"""Every refusal has one code, made in one place, and a test that shows it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pycontrol.law

CODE = re.compile(r'"(L\d{3})"')


def _codes(directory: Path) -> Counter[str]:
    return Counter(code for file in directory.glob("*.py") for code in CODE.findall(file.read_text(encoding="utf-8")))


def test_every_code_is_made_in_one_place_and_shown_by_a_test() -> None:
    made = _codes(Path(pycontrol.law.__file__).parent)
    assert [code for code, places in made.items() if places > 1] == []
    assert sorted(made.keys() - _codes(Path(__file__).parent).keys()) == []
