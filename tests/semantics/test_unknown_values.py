"""Two values that may differ are asked about once, whoever asks; where their regions tell, it is no question."""

from __future__ import annotations

import pytest

from pycontrol import Policy

LAW = """
vocabulary
kinds of act movement
fact act.from is place for movement question "From where?"
fact act.to is place for movement question "To where?"
fact act.sender is party question "Who sends?"
fact act.items is many item for movement question "What?"
fact act.route is choice of sea, air question "How?"
fact act.seen-in is text where act.route is sea question "Where was it seen?"
fact act.told-of is text where act.route is sea question "Where was it said to be?"
territory home "home" places HM
territory union "union" places HM, UA, UB
regime order "Order of trade" severity statement
announcement ot-1 "Places" regime order issued 2025-01-01 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "Announcement 1"
define move (act) "move" when act.from differs from act.to
define back (act) "move" when act.to differs from act.from
"""
ACT = 'scenario "case" act ship kind movement on 2025-06-01 state planned'


def follows(stated: str, *conditions: str) -> str:
    """Say how certain it is that all conditions are met at once; empty: they never are."""
    article = 'article 1 "All" gist "all at once" cite "art. 1" for a movement'
    policy = Policy.from_text(f'{LAW}{article} when {" and ".join(conditions)} states "all at once"')
    outcomes = policy.determine(policy.scenarios(f"{ACT} {stated}")[0]).outcomes
    return outcomes[0].default.value if outcomes and outcomes[0].default else ""


DIFFER = "act.from differs from act.to"
WAYS = (DIFFER, "act.to differs from act.from", "act is move", "act is back")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("other", ["move", "back"])
@pytest.mark.parametrize("stated", ["", "from AT", "to HM"])
def test_they_differ_or_they_do_not(way: str, other: str, stated: str) -> None:
    assert follows(stated, way, f"act is {other}") == "possible"
    assert follows(stated, way, f"no act is {other}") == ""
    assert follows(stated, f"any of (a) {way} (b) no act is {other}") == "certain"


@pytest.mark.parametrize("way", WAYS)
def test_their_regions_may_tell(way: str) -> None:
    assert follows("from HM", way, "act.to in home") == ""
    assert follows("from HM", way, "act.to outside home") == "possible"
    assert follows("", way, "act.from in home", "act.to in home") == ""
    assert follows("", way, "act.from in union", "act.to in union") == "possible"
    assert follows("from HM", f"any of (a) {way} (b) act.to in home") == "certain"
    assert follows("from UA", f"any of (a) {way} (b) act.to in union") == "certain"
    assert follows("from UA", f"any of (a) {way} (b) act.to in home") == "possible"
    assert follows("from UA", way, "act.to in home") == "possible"


def test_what_a_thing_does_not_have_differs_from_nothing() -> None:
    differ = "act.seen-in differs from act.told-of"
    assert follows("route air", differ) == ""
    assert follows("route sea", differ) == "possible"
    assert follows("", differ) == "possible"
    assert follows("", differ, "act.route is air") == ""
    assert follows("seen-in Wien", differ) == "possible"
