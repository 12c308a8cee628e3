"""A misspelt keyword that reads as a fact is refused once, with the keyword that is meant; nothing else for its sake."""

from __future__ import annotations

import pytest

from tests.unit.facts.test_building import refused

CASE = """party p
  name "P"
  citizen-of AT since 2024-01-01 until 2025-01-01
  listed watch by notice-1
  screened watch on 2025-01-01
  complete owners
party q established-in KR
item coil
  value 20 EUR
item magnet
  value 2 EUR
act ship
  kind movement   on 2026-01-01   state planned   items coil
act mail
  kind report   on 2026-01-02   state done   fulfils ship
licence l-1
  kind dual-use   holder p   end-uses chips since 2026-01-01 until 2026-12-31
note "words"
take notice-date early
"""


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("since 2024", "snice 2024"),
        ("until 2025", "untill 2025"),
        ("by notice", "yb notice"),
        ("screened", "screned"),
        ("complete", "complte"),
        ("party q", "partiy q"),
        ("item magnet", "itm magnet"),
        ("act mail", "atc mail"),
        ("licence l-1", "lisence l-1"),
        ("note", "noet"),
        ("kind report", "knd report"),
        ("on 2026-01-02", "no 2026-01-02"),
        ("state done", "sttae done"),
        ("fulfils", "fulfills"),
        ("value 2 EUR", "vlaue 2 EUR"),
        ("holder", "hodler"),
    ],
)
def test_it_is_refused_once(meant: str, written: str) -> None:
    assert meant in CASE
    found = refused(CASE.replace(meant, written))
    word, keyword = written.split(maxsplit=1)[0], meant.split(maxsplit=1)[0]
    assert [(each.primary and each.primary.span.text, each.help) for each in found] == [
        (word, f"did you mean `{keyword}`?")
    ]


def test_another_scenario_that_is_meant_spoils_none() -> None:
    (found,) = refused(
        CASE.replace('note "words"\ntake notice-date early', 'scenaro "T"\nact ship kind help state done')
    )
    assert (found.code, found.help) == ("F101", "did you mean `scenario`?")
