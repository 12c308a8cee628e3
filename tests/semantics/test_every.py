"""Whether every one is something, where there may be one more: if there is none, what that one would be is no exception."""

from __future__ import annotations

import pytest

from pycontrol import Policy

LAW = """
vocabulary
kinds of act movement
fact act.users is many party open for movement question "Who uses it?"
fact party.soldier is yes-no question "Is {party} a soldier?"
regime order "Order of trade" severity statement
list watch "Watch list" partial
  notice no-1 from 2025-01-01 names 2 "two bodies"
    name "Gamma Ltd"
  notice no-2 from 2025-09-01 names 1 "one body"
notice no-1 "First notice" regime order issued 2025-01-01 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "Notice 1"
article 1 "List" gist "two bodies are listed" cite "art. 1" for a movement states "listed"
notice no-2 "Second notice" regime order issued 2025-09-01 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "Notice 2"
article 1 "List" gist "one body is listed" cite "art. 1" for a movement states "listed"
announcement ot-1 "Users" regime order issued 2025-01-01 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "Announcement 1"
define army (party) "soldier" when party.soldier is yes
"""
CASE = 'scenario "case" party gamma {gamma} act ship kind movement on 2025-06-01 state planned users gamma {ship}'


def follows(condition: str, gamma: str, ship: str = "", assumed: str = "") -> str:
    """Say how certain it is that a condition is met; empty: it never is."""
    article = 'article 1 "All" gist "all of them" cite "art. 1" for a movement'
    policy = Policy.from_text(f'{LAW}{article} when {condition} states "all of them"')
    found = policy.determine(policy.scenarios(f"{CASE.format(gamma=gamma, ship=ship)} {assumed}")[0])
    words = [one.default for one in found.select(provision="ot-1/1")]
    return words[0].value if words and words[0] else ""


# By a notice that has not begun, nobody else is listed; by what is assumed, nobody else is a soldier.
LISTED = ("every act.users in watch by no-2", "listed watch by no-2 since 2025-05-01", "")
SOLDIER = ("every act.users is army", "soldier yes", "assume not soldier")


@pytest.mark.parametrize(("condition", "gamma", "assumed"), [LISTED, SOLDIER])
def test_one_more_who_would_surely_be_none_leaves_it_open(condition: str, gamma: str, assumed: str) -> None:
    assert follows(condition, gamma, "", assumed) == "possible"
    assert follows(condition, gamma, "complete users", assumed) == "certain"


@pytest.mark.parametrize(("condition", "gamma", "assumed"), [LISTED, SOLDIER])
def test_one_who_is_there_and_is_none_settles_it(condition: str, gamma: str, assumed: str) -> None:
    assert follows(condition, "", "", assumed) == ""
    assert follows(condition.replace("every", "no"), "", "", assumed) == "certain"
    assert follows(condition.replace("every", "no"), gamma, "", assumed) == ""
