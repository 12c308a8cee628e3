"""A listing of which the day is in doubt: the reason says so on the days on which it matters, and on no others."""

from __future__ import annotations

import pytest

from pycontrol import Policy

LAW = """
vocabulary
kinds of act movement
fact act.buyer is party for movement question "Who?"
regime ot "Test" severity statement
announcement ot-1 "Listed" regime ot issued 2025-01-01 by OFFICE articles 1 to 1 zone UTC checked to 2027-01-01 cite "1"
reading first-day "From when?" early "early" , late "late" default late because "two sources"
article 1 "Listed" gist "g" cite "art. 1" for a movement when buyer in watch states "s"
list watch "Watch" partial
  notice ot-1 from 2025-06-15 under first-day early from 2025-06-22 under first-day late names 1 "one"
    name "Alpha Works"
"""
CASE = """scenario "s"
  party alpha
    name "Alpha Works"
  act ship
    kind movement   on {day}   state planned   buyer alpha
  {take}
"""


@pytest.mark.parametrize(
    ("day", "take", "words"),
    [
        ("2025-06-14", "", "not listed"),
        ("2025-06-15", "", "listed or not, by the reading of a date"),
        ("2025-06-15", "take first-day early", "listed"),
        ("2025-06-15", "take first-day late", "not listed"),
        ("2025-06-22", "", "listed"),
    ],
)
def test_it_says_what_the_list_says_of_the_day(day: str, take: str, words: str) -> None:
    policy = Policy.from_text(LAW)
    found = policy.determine(CASE.format(day=day, take=take))
    (tree,) = {str(one) for one in (*policy.why(found, "ot-1/1"), *policy.why_not(found, "ot-1/1"))}
    by = "" if words == "not listed" else ", as \u201cAlpha Works\u201d by ot-1"
    assert f"alpha: watch {words} (on {day}{by})" in tree
