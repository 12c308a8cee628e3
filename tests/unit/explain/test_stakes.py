"""What a reason says of stakes that reach no threshold: all that was stated, what of it counts, and through whom."""

from __future__ import annotations

import pytest

from pycontrol import Policy

LAW = """
vocabulary
kinds of act movement
unit one of share
unit % of share is 1/100 one
fact act.importer is party question "Who imports?"
fact party.barred is yes-no judged question "Is {party} barred?"
fact party.branch-of is party question "Of which party is {party} a branch?"
fact party.owners is many party open question "Who holds {party}?"
fact party.controlled-by-holder is yes-no judged question "Is {party} controlled by its holder?"
regime order "Order" severity statement
reading chaining "How?" direct "one", cascading "in turn", aggregated "added up" default cascading because "so"
reading control "Control?" share-alone "no", with-control "yes" default share-alone because "so"
announcement ot-1 "Held" regime order issued 2025-01-01 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "Announcement 1"
define barred-party (party) "barred party" when party.barred is yes
article 1 "Held" gist "half held" cite "art. 1" for a movement
  when stake of barred-party in importer >= 50 % by equity readings chaining, control states "it is looked at"
"""
POLICY = Policy.from_text(LAW)
QUARTERS = "stake a in mid 60 % equity stake mid in buyer 25 % equity stake a in buyer 25 % equity"


def reasons(stakes: str, *, bar: str = "yes", buyer: str = "complete owners", take: str = "cascading") -> list[str]:
    known = "branch-of none complete owners"
    text = f"""scenario "s"
      party a barred {bar} {known} party mid barred no {known} party buyer barred no branch-of none {buyer}
      {stakes} act ship kind movement on 2025-06-01 state planned importer buyer  take chaining {take}"""
    found = "\n".join(map(str, POLICY.why_not(POLICY.determine(text), "ot-1/1")))
    return [line.strip() for line in found.splitlines() if ": stake by equity" in line]


@pytest.mark.parametrize(
    ("take", "expected"),
    [
        (
            "cascading",
            [
                "buyer: stake by equity 25 % by mid, 25 % by a (25 % < 50 %, each alone)",
                "mid: stake by equity 60 % by a (60 % >= 50 %)",
            ],
        ),
        ("direct", ["buyer: stake by equity 25 % by mid, 25 % by a (25 % < 50 %, each alone)"]),
    ],
)
def test_each_alone_is_compared_and_the_chain_is_told(take: str, expected: list[str]) -> None:
    assert reasons(QUARTERS, take=take) == expected


def test_what_adds_up_is_added_up() -> None:
    stakes = "stake a in mid 60 % equity stake mid in buyer 20 % equity stake a in buyer 25 % equity"
    assert reasons(stakes, take="aggregated")[0] == "buyer: stake by equity 20 % by mid, 25 % by a (45 % < 50 %)"


def test_whoever_is_not_of_the_kind_does_not_count() -> None:
    assert reasons("stake mid in buyer 60 % equity") == ["buyer: stake by equity 60 % by mid (0 % < 50 %)"]
    assert reasons("stake a in buyer 60 % equity", bar="unknown") == [
        "buyer: stake by equity 60 % by a (0 % to 60 %, >= 50 % or not)"
    ]


@pytest.mark.parametrize(("take", "most"), [("aggregated", "100 %"), ("cascading", "70 %")])
def test_owners_that_nobody_stated_are_an_interval(take: str, most: str) -> None:
    (found,) = reasons("stake a in buyer 30 % equity", buyer="", take=take)
    alone = "" if take == "aggregated" else ", each alone"
    assert (
        found
        == f"buyer: stake by equity 30 % by a; owners not declared complete (30 % to {most}, >= 50 % or not{alone})"
    )


def test_stakes_that_are_held_in_a_circle_end() -> None:
    circle = "stake mid in buyer 60 % equity stake buyer in mid 60 % equity"
    assert reasons(circle) == [
        "buyer: stake by equity 60 % by mid (0 % < 50 %)",
        "mid: stake by equity 60 % by buyer (0 % < 50 %)",
    ]


def test_stakes_of_other_days_are_not_told() -> None:
    assert reasons("stake a in buyer 60 % equity until 2025-05-31") == [
        "buyer: stake by equity no stake stated (0 % < 50 %)"
    ]
