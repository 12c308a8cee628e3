"""A case answers the same beside others as alone, also where the others turn on more readings than it does."""

from __future__ import annotations

from pycontrol import Policy

VOCABULARY = """
vocabulary
kinds of act movement
fact act.sender is party question "Who sends?"
fact act.sold is yes-no question "Is it sold?"
regime order "Order of trade" severity licence
"""
LAW = """
announcement ot-1 "Goods" regime order issued 2025-01-01 by ministry articles 1 to 2
  zone Europe/Vienna checked to 2026-12-31 cite "Announcement 1"
reading first "?" no "no", yes "yes" default no because "silent"
reading second "?" no "no", yes "yes" default no because "silent"
reading third "?" no "no", yes "yes" default no because "silent"
article 1 "One reading, or two others together" gist "all goods" cite "art. 1"
  for a movement when any of (a) under third yes (b) under first yes and under second yes
  binds sender requires licence all from ministry
article 2 "Two readings together" gist "what is sold" cite "art. 2"
  for a movement when act.sold is yes and under first yes and under second yes
  binds sender requires licence sold from ministry
"""
CASE = """
scenario "{name}" party maker
  act ship kind movement on 2025-05-01 state planned sender maker sold {sold}
  complete licences
"""


def test_a_case_answers_the_same_beside_one_that_turns_on_two_readings_together() -> None:
    policy = Policy.from_text(VOCABULARY, LAW)
    gift, sale = CASE.format(name="gift", sold="no"), CASE.format(name="sale", sold="yes")
    assert policy.determine_many([gift, sale]) == (policy.determine(gift), policy.determine(sale))
