"""An unknown figure is one unknown value: whatever it is, all tests of it are decided together."""

from __future__ import annotations

import pytest

from pycontrol import Policy

VOCABULARY = """
vocabulary
kinds of act movement
unit one of share
unit % of share is 1/100 of one
currency EUR
fact act.items is many item for movement question "What?"
fact act.importer is party for movement question "Who imports?"
fact item.form is choice of metal, device question "In what form is {item}?"
fact item.origin is place question "Where does {item} come from?"
fact item.value is money question "What is {item} worth?"
fact item.parts is many item open question "Of which parts is {item} made?"
fact party.barred is yes-no judged question "Is {party} barred?"
fact party.branch-of is party question "Of which party is {party} a branch?"
fact party.owners is many party open question "Who holds {party}?"
fact party.controlled-by-holder is yes-no question "Is {party} controlled by its holder?"
territory home "home" places HM
regime order "Order of trade" severity statement
reading adding "Added up?" summed "yes", each-alone "no" default summed because "so it is read"
reading nesting "At which depth?" any-depth "any", direct-only "direct parts" default any-depth because "so it is read"
reading chaining "How are holdings followed?" direct "one holder", cascading "a chain", aggregated "added up"
  default aggregated because "so it is read"
reading control "Control too?" share-alone "no", with-control "yes" default share-alone because "so it is read"
announcement ot-1 "Figures" regime order issued 2025-01-01 by ministry articles 1 to 1
  zone Asia/Shanghai checked to 2026-12-31 cite "Announcement 1"
annex metals "Metals" entry 1 "metal" when item.form is metal
define barred-party (party) "barred party" when party.barred is yes
"""
SHARE = "value-share of metals with origin in home in item"
CIRCLE = "an importer who may be barred and holds who holds it"
UNKNOWN = {
    "an item that nobody named": "act ship kind movement on 2025-06-01 state planned",
    "a radio of no stated value": "item radio form device act ship kind movement on 2025-06-01 state planned items radio",
    "a radio of which not all parts are stated": """
        item radio form device origin HM value 100 EUR parts 1 x wire   item wire form metal origin HM value 5 EUR
        act ship kind movement on 2025-06-01 state planned items radio""",
    "a radio with a part of which the material is unknown": """
        item radio form device origin HM value 100 EUR parts 1 x wire complete parts   item wire origin HM
        act ship kind movement on 2025-06-01 state planned items radio""",
    "an importer whom nobody named": "act ship kind movement on 2025-06-01 state planned items none",
    "an importer of unknown owners": """
        party buyer barred no branch-of none
        act ship kind movement on 2025-06-01 state planned items none importer buyer""",
    "an importer who may be a branch": """
        party buyer barred no complete owners
        act ship kind movement on 2025-06-01 state planned items none importer buyer""",
    "an importer who may be a branch, and of unknown owners": """
        party buyer barred no controlled-by-holder no
        act ship kind movement on 2025-06-01 state planned items none importer buyer""",
    "an importer who is the branch of one of unknown owners": """
        party buyer barred no controlled-by-holder no branch-of head complete owners   party head barred no branch-of none
        act ship kind movement on 2025-06-01 state planned items none importer buyer""",
    CIRCLE: """
        party buyer branch-of none controlled-by-holder no complete owners
        party head barred no branch-of none complete owners
        stake head in buyer 50 % equity   stake buyer in head 50 % equity
        act ship kind movement on 2025-06-01 state planned items none importer buyer""",
    "an importer who is the branch and half in the hands of one of unknown owners": """
        party buyer barred no controlled-by-holder no branch-of head complete owners   party head barred no branch-of none
        stake head in buyer 50 % equity
        act ship kind movement on 2025-06-01 state planned items none importer buyer""",
}


def share(comparison: str) -> str:
    return f"{SHARE} {comparison} readings adding, nesting"


def stake(comparison: str, quantifier: str = "", *, control: bool = False) -> str:
    readings = "chaining, control" if control else "chaining"
    return f"stake of barred-party in {quantifier} importer {comparison} by equity readings {readings}"


def follows(case: str, *conditions: str, take: str = "") -> str:
    """Say how certain it is that all conditions are met at once; empty: they never are."""
    article = 'article 1 "All" gist "all at once" cite "art. 1" for a movement'
    law = f'{VOCABULARY}{article} when {" and ".join(conditions)} states "all at once"'
    (scenario,) = Policy.from_text(law).scenarios(f'scenario "case" {UNKNOWN[case]} {take}')
    outcomes = Policy.from_text(law).determine(scenario).outcomes
    return outcomes[0].default.value if outcomes and outcomes[0].default else ""


BARRED, NOT_BARRED = "importer is barred-party", "no importer is barred-party"
ITEMS, PARTIES = (tuple(case for case in UNKNOWN if ("importer" in case) is about) for about in (False, True))
NEVER_BOTH = [
    (share(">= 10 %"), share("< 10 %")),
    (share("> 10 %"), share("<= 10 %")),
    (share("> 10 %"), share("< 10 %")),
    (share(">= 50 %"), share("< 10 %")),
    (share(">= 50 %"), share("<= 10 %")),
]
MAYBE_BOTH = [
    (share(">= 10 %"), share("<= 10 %")),
    (share(">= 10 %"), share("< 50 %")),
    (share("> 10 %"), share(">= 50 %")),
    (share("<= 10 %"), share("< 50 %")),
]


@pytest.mark.parametrize("case", ITEMS)
@pytest.mark.parametrize("both", NEVER_BOTH, ids=" and ".join)
def test_an_unknown_share_is_never_on_both_sides(case: str, both: tuple[str, str]) -> None:
    assert follows(case, *both) == ""


@pytest.mark.parametrize("case", ITEMS)
@pytest.mark.parametrize("both", MAYBE_BOTH, ids=" and ".join)
def test_an_unknown_share_may_lie_between(case: str, both: tuple[str, str]) -> None:
    assert follows(case, *both) == "possible"


@pytest.mark.parametrize("case", ITEMS)
def test_it_lies_on_one_side_certainly(case: str) -> None:
    either = f"any of (a) {share('>= 10 %')} (b) {share('< 10 %')}"
    assert follows(case, either) == "certain"
    assert follows(case, share(">= 0 %")) == "certain"
    assert follows(case, share("< 0 %")) == ""


@pytest.mark.parametrize("case", PARTIES)
@pytest.mark.parametrize("control", [False, True])
def test_nobody_is_held_and_not_held(case: str, control: bool) -> None:
    """Whether control is asked for besides makes no difference where the reading asks for the share alone."""
    take = "take control share-alone"
    assert follows(case, stake(">= 50 %", control=control), stake(">= 50 %", "no"), take=take) == ""
    assert follows(case, stake(">= 50 %"), stake(">= 50 %", "no", control=control), take=take) == ""
    assert follows(case, stake(">= 50 %", control=control), stake(">= 25 %", "no"), take=take) == ""
    assert follows(case, stake("> 25 %", control=control), stake(">= 25 %", "no"), take=take) == ""


@pytest.mark.parametrize("case", PARTIES)
def test_who_is_held_and_controlled_is_held(case: str) -> None:
    take = "take control with-control"
    assert follows(case, stake(">= 50 %", control=True), stake(">= 50 %", "no"), take=take) == ""


@pytest.mark.parametrize("case", [case for case in PARTIES if case != CIRCLE])
def test_one_may_be_held_to_one_threshold_and_not_to_another(case: str) -> None:
    """So too may the body be of which one is a branch."""
    assert follows(case, stake(">= 25 %"), stake(">= 50 %", "no")) == "possible"
    assert follows(case, stake(">= 25 %"), stake("> 25 %", "no")) == "possible"


@pytest.mark.parametrize("control", [False, True])
def test_a_branch_that_nobody_else_holds_is_held_whoever_controls_it(control: bool) -> None:
    """A branch needs no control: it is held and not controlled, or it is not held at all."""
    case, take = (
        "an importer who is the branch and half in the hands of one of unknown owners",
        "take control with-control",
    )
    assert follows(case, stake(">= 50 %", "no", control=True), stake(">= 50 %"), take=take) == ""
    assert follows(case, stake(">= 50 %", control=control), take=take) == "possible"


def test_who_holds_its_own_holder_may_hold_itself_through_it() -> None:
    assert follows(CIRCLE, stake(">= 50 %")) == "possible"
    assert follows(CIRCLE, stake(">= 50 %"), BARRED) == "possible"
    assert follows(CIRCLE, stake(">= 50 %"), NOT_BARRED) == ""
