"""Reasons name the code of an entry beside its label, the code that is suspected, and the figures of a near miss."""

from __future__ import annotations

from pycontrol import Policy

LAW = """
vocabulary
kinds of act movement
unit m3 of volume
unit one of share
unit % of share is 1/100 one
fact act.sender is party question "?"
fact act.items is many item question "?"
fact item.volume is quantity in m3 question "?"
regime order "Order" severity licence
announcement o-1 "T" regime order issued 2025-01-01 by m articles 1 to 2 zone Asia/Shanghai
  checked to 2026-12-31 cite "A"
annex list "Tanks" near within 10 % because "our own policy"
  entry b.2 "tank" code 3C902.b.2 suspected 3C901.b.2 because "its neighbour is 3C901.b.1" when item.volume > 10 m3
  entry c "vat" code 3C901.c when item.volume < 1 m3
article 1 "x" gist "g" cite "c" for a movement when item in list binds sender requires licence d from m
article 2 "x" gist "g" cite "c" for a movement when item near list binds sender states "close"
"""
SHIPPED = """
scenario "s" party a item tub volume {volume}
act ship kind movement on 2025-06-01 state planned sender a items tub
complete licences
"""


def explained(volume: str, citation: str) -> str:
    policy = Policy.from_text(LAW)
    (reason,) = policy.why(policy.determine(SHIPPED.format(volume=volume)), citation)
    return str(reason)


def test_an_entry_is_shown_under_its_code_and_what_is_suspected() -> None:
    shown = explained("12 m3", "o-1/1").splitlines()
    assert "        + (b.2 3C902.b.2) tank [suspected 3C901.b.2: its neighbour is 3C901.b.1]" in shown
    assert "        - (c 3C901.c) vat" in shown


def test_a_near_miss_is_shown_with_its_figures_and_whose_tolerance_it_is() -> None:
    shown = explained("9.1 m3", "o-1/2")
    assert "+ in no entry of list\n" in shown
    assert "near Tanks (within 10 % of every threshold) [our own policy]" in shown
    assert "+ (b.2 3C902.b.2) tank" in shown
    assert "tub: volume 9.1 m3 (9.1 m3 >= 9 m3)" in shown
