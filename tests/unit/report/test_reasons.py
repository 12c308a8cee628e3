"""A reason tree on paper: what stands in the law once is told once."""

from __future__ import annotations

from pycontrol import Policy, report
from tests import small


def test_a_part_of_an_item_list_is_told_with_its_entries_and_no_steps_between() -> None:
    annex = 'annex goods "Goods" part pure "Pure things" entry a "bars" when item.purity >= 99 %'
    law = small.LAW.replace("define export", f"{annex}\ndefine export").replace(
        "when item.purity >= 99.9 %", "when item in goods"
    )
    policy = Policy.from_text(law)
    trees = policy.why(policy.determine(small.CASE), "home-1/1")
    told = [
        line.strip().rpartition("   ")[0] for line in report.reason_text(trees, policy.law, report.Tongue()).split("\n")
    ]
    start = told.index("+ home-1.goods: bar is Goods")
    assert told[start + 1 : start + 5] == ["+ any of", "+ pure Pure things", "+ any of", "+ a bars"]
