"""What a reason says of a value share: held against its threshold as it came out, and of money that is not of one currency."""

from __future__ import annotations

import pytest

from pycontrol import Policy

LAW = """
vocabulary
kinds of act movement
unit one of share
unit % of share is 1/100 one
currency EUR, USD
territory home "Home"
  places HM
fact act.items is many item for movement question "Which items?"
fact item.listed is yes-no question "Is {item} listed?"
fact item.value is money question "What is {item} worth?"
fact item.origin is place question "Where does {item} come from?"
fact item.parts is many item open question "Of which parts is {item} made?"
regime order "Order" severity statement
reading adding "Added up?" summed "all", each-alone "each" default summed because "so"
reading nesting "How deep?" any-depth "any", direct-only "one" default any-depth because "so"
announcement ot-1 "Content" regime order issued 2025-01-01 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "Announcement 1"
define listed-material (item) "listed material" when item is listed
article 1 "Content" gist "a quarter" cite "art. 1" for a movement
  when value-share of listed-material with origin in home in item >= 25 % readings adding, nesting states "it counts"
"""
POLICY = Policy.from_text(LAW)


def case(worth: str) -> str:
    return f"""scenario "s"
      item whole value 100 EUR listed no origin KR parts 1 x bar complete parts
      item bar {worth} listed yes origin HM parts none
      act ship kind movement on 2025-06-01 state planned items whole"""


@pytest.mark.parametrize(
    ("worth", "bar", "whole"),
    [
        ("value 25 EUR", "counted 1 x 25 EUR", "25 % of 100 EUR (25 % >= 25 %)"),
        ("value 24.99 EUR", "counted 1 x 24.99 EUR", "24.99 % of 100 EUR (24.99 % < 25 %)"),
        ("", "counted 1 x unknown", "at least 0 % of 100 EUR (at least 0 %, >= 25 % or not)"),
        (
            "value 30 USD",
            "counted 1 x 30 USD, and not in EUR",
            "at least 0 % of 100 EUR (at least 0 %, >= 25 % or not)",
        ),
    ],
)
def test_a_share_is_told_as_it_came_out(worth: str, bar: str, whole: str) -> None:
    found = POLICY.determine(case(worth))
    told = "\n".join(map(str, (*POLICY.why(found, "ot-1/1"), *POLICY.why_not(found, "ot-1/1"))))
    assert f"bar: {bar}\n" in f"{told}\n"
    assert f"whole: value-share {whole}\n" in f"{told}\n"


def test_a_value_in_other_money_is_asked_for_in_that_of_the_whole() -> None:
    (leaf,) = POLICY.determine(case("value 30 USD")).open_leaves
    assert leaf.question.en.startswith("What is bar worth? (state it in EUR, like that of whole, or both in USD")
