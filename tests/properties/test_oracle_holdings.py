"""The oracle on lists, value shares and stakes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from pycontrol.facts.scenario import (
    OnList,
    PartyName,
    Scenario,
    StakeHeld,
)
from pycontrol.law.model import (
    Chaining,
    IsTerm,
    Law,
    Listed,
    Modality,
    Operator,
    Quantifier,
    Share,
    Sort,
    Stake,
)

from .building import (
    PAUSE,
    SECOND,
    SPAN,
    Given,
    act,
    any_of,
    entity,
    euro,
    is_,
    item_,
    law,
    norm,
    party_,
    pieces,
    provision,
    scenario,
    self_,
    term,
)
from .deciding import DAY, LATER, LICENCE, RULE, ask, verdicts
from .oracle import (
    Verdict,
)


@pytest.mark.parametrize(
    ("known", "day", "expected"),
    [
        (PartyName(("beta corp",)), DAY, "certain"),
        (PartyName(("ＢＥＴＡ",)), DAY, "certain"),
        (PartyName(("beta",)), PAUSE[0], None),
        (PartyName(("Omega",)), DAY, "possible"),
        (PartyName(("Omega",), screened=(("watch", DAY),)), DAY, None),
        (PartyName(("Omega",), screened=(("watch", LATER),)), DAY, None),
        (PartyName(("Omega",), screened=(("watch", dt.date(2025, 2, 1)),)), DAY, "possible"),
        (PartyName((), listed=(OnList("watch", DAY, None),)), DAY, "certain"),
        (PartyName(), DAY, "possible"),
    ],
)
def test_listing(known: PartyName, day: dt.date, expected: Verdict | None) -> None:
    rules = law(provision(RULE, LICENCE, Listed(SPAN, party_("end-user"), "watch")))
    ship = act("ship", "movement", day, {"end-user": "x"}, complete=["end-user"])
    found = verdicts(ask(rules, scenario(ship, parties=[entity("x", Sort.PARTY, {})], names={"x": known})), "binds")
    assert found == ({"ship - -": expected} if expected else {})


BETA, OMEGA, UNSAID = PartyName(("Beta",)), PartyName(("Omega",)), PartyName((), (OnList("watch", DAY, None),))


@pytest.mark.parametrize(
    ("known", "notices", "day", "expected"),
    [
        (BETA, ("ins-a",), DAY, "certain"),
        (BETA, ("ins-b", "ins-c"), SECOND[1], None),
        (OMEGA, ("ins-a",), DAY, "possible"),
        (OMEGA, ("ins-b",), SECOND[1], None),
        (PartyName(), ("ins-b",), SECOND[1], "possible"),
        (PartyName(), ("ins-c",), SECOND[0] - dt.timedelta(1), None),
        (replace(OMEGA, screened=(("watch", DAY),)), ("ins-a",), SECOND[1], None),
        (replace(OMEGA, screened=(("watch", DAY),)), ("ins-c",), SECOND[1], "possible"),
        (UNSAID, ("ins-a",), DAY, "certain"),
        (UNSAID, ("ins-c",), DAY, None),
        (UNSAID, ("ins-a",), SECOND[1], "possible"),
        (UNSAID, ("ins-a", "ins-b", "ins-c"), SECOND[1], "certain"),
        (PartyName((), (OnList("watch", None, None, "ins-c"),)), ("ins-c",), DAY, None),
        (PartyName((), (OnList("watch", None, None, "ins-c"),)), ("ins-c",), SECOND[0], "certain"),
        (PartyName((), (OnList("watch", DAY, None, "ins-c"),)), ("ins-c",), DAY, "certain"),
    ],
)
def test_listing_by_notice(known: PartyName, notices: tuple[str, ...], day: dt.date, expected: Verdict | None) -> None:
    user = party_("end-user")
    ship = act("ship", "movement", day, {"end-user": "x"}, complete=["end-user"])
    case = scenario(ship, parties=[entity("x", Sort.PARTY, {})], names={"x": known})
    rules = law(
        provision("ins-a/1(1)", LICENCE, Listed(SPAN, user, "watch", notices=notices)),
        provision(
            "ins-a/2(1)",
            norm(Modality.PROHIBITION),
            Listed(SPAN, user, "watch", Quantifier.NO),
            Listed(SPAN, user, "watch", notices=notices),
        ),
    )
    answer = ask(rules, case)
    assert verdicts(answer, "binds", "ins-a/1(1)") == ({"ship - -": expected} if expected else {})
    assert verdicts(answer, "binds", "ins-a/2(1)") == {}  # by a notice, and not on the list: that cannot be


MATERIAL = term("material", Sort.ITEM, is_(self_(Sort.ITEM), "form", "metal"))


def share(operator: Operator, threshold: Fraction) -> Law:
    """A rule on the share of Chinese metal."""
    test = Share(SPAN, item_(), "material", "made-in", "china", operator, threshold, "adding", "nesting")
    return law(provision(RULE, LICENCE, test, per_item=True), terms=[MATERIAL])


def test_a_share_adds_up_outermost_parts_at_any_depth() -> None:
    items = [
        entity("coil", Sort.ITEM, {"value": euro(100), "parts": (pieces(2, "magnet"), pieces(1, "wire"))}, ["parts"]),
        entity("magnet", Sort.ITEM, {"form": "magnet", "value": euro(9), "parts": pieces(2, "dust")}, ["parts"]),
        entity("dust", Sort.ITEM, {"form": "metal", "made-in": "CN", "value": euro(1), "parts": ()}),
        entity("wire", Sort.ITEM, {"form": "metal", "made-in": "CN", "value": euro(6), "parts": ()}),
    ]
    case = scenario(act("ship", "movement", DAY, {"items": "coil"}), items=items)
    tenth = Fraction(1, 10)
    answer = ask(share(Operator.AT_LEAST, tenth), case)
    assert verdicts(answer, "binds") == {"ship coil -": "certain"}
    assert answer.turns_on() == {"nesting"}
    assert verdicts(ask(share(Operator.MORE, tenth), case), "binds") == {}
    unknown = [replace(one, facts={k: v for k, v in one.facts.items() if k != "made-in"}) for one in items]
    answer = ask(share(Operator.AT_LEAST, tenth), replace(case, items={one.name: one for one in unknown}))
    assert verdicts(answer, "binds") == {"ship coil -": "possible"}


@pytest.mark.parametrize(
    ("form", "worth", "alone"),
    [("metal", 4, "certain"), ("magnet", 4, None), (None, 4, "possible"), (None, 3, None), (None, 10, "possible")],
)
def test_a_material_alone_is_an_entry_of_the_list(form: str | None, worth: int, alone: Verdict | None) -> None:
    forms = [is_(self_(Sort.ITEM), "form", name) for name in ("metal", "magnet")]
    listed = replace(term("list", Sort.ITEM, any_of([forms[0]], [forms[1]])), entries=True)
    material = term("material", Sort.ITEM, IsTerm(SPAN, self_(Sort.ITEM), "list"))
    rules = replace(share(Operator.AT_LEAST, Fraction(1, 10)), terms={"list": listed, "material": material})
    made: dict[str, Given] = {"made-in": "CN", "parts": ()}
    items = [
        entity("coil", Sort.ITEM, {"value": euro(100), "parts": (pieces(1, "wire"), pieces(1, "plate"))}, ["parts"]),
        entity("wire", Sort.ITEM, {"form": "metal", "value": euro(6)} | made),
        entity("plate", Sort.ITEM, ({"form": form} if form else {}) | {"value": euro(worth)} | made),
    ]
    answer = ask(rules, scenario(act("ship", "movement", DAY, {"items": "coil"}), items=items))
    for tables in answer.under["adding", "each-alone"].values():
        assert tables.nodes.get(("now", "binds", RULE, "ship", "coil", "-")) == alone


def test_an_incomplete_share_may_rise_but_never_fall() -> None:
    coil = entity("coil", Sort.ITEM, {"value": euro(100), "parts": pieces(1, "wire")})
    wire = entity("wire", Sort.ITEM, {"form": "metal", "made-in": "CN", "value": euro(20)})
    case = scenario(act("ship", "movement", DAY, {"items": "coil"}), items=[coil, wire])
    for threshold, expected in ((Fraction(1, 5), "certain"), (Fraction(1, 4), "possible")):
        assert verdicts(ask(share(Operator.AT_LEAST, threshold), case), "binds") == {"ship coil -": expected}
    assert verdicts(ask(share(Operator.LESS, Fraction(1, 5)), case), "binds") == {}


def stake_case(*rows: tuple[str, str, int], complete: tuple[str, ...] = ("owners",)) -> Scenario:
    """Who holds how many percent of whom; `bad` alone is military; `x` is the end user."""
    names = dict.fromkeys(["x", "bad", *(name for row in rows for name in row[:2])])
    parties = [
        entity(name, Sort.PARTY, {"military": "yes" if name == "bad" else "no", "branch-of": ()}, complete)
        for name in names
    ]
    stakes = tuple(StakeHeld(owner, held, Fraction(percent, 100), "equity") for owner, held, percent in rows)
    ship = act("ship", "movement", DAY, {"end-user": "x"}, complete=["end-user"])
    return scenario(ship, parties=parties, stakes=stakes)


RESTRICTED = term("restricted", Sort.PARTY, is_(self_(Sort.PARTY), "military", "yes"))
HELD = law(
    provision(
        RULE,
        LICENCE,
        Stake(SPAN, party_("end-user"), "restricted", "equity", Operator.AT_LEAST, Fraction(1, 2), "chaining"),
    ),
    terms=[RESTRICTED],
)


@pytest.mark.parametrize(
    ("rows", "direct", "cascading", "aggregated"),
    [
        ([("bad", "x", 50)], True, True, True),
        ([("bad", "x", 49)], False, False, False),
        ([("bad", "mid", 60), ("mid", "x", 50)], False, True, True),
        ([("bad", "mid", 60), ("mid", "x", 30), ("bad", "x", 20)], False, False, True),
        ([("mid", "x", 60), ("x", "mid", 60)], False, False, False),
        ([("bad", "mid", 50), ("mid", "x", 50), ("x", "mid", 50)], False, True, True),
    ],
)
def test_stakes_by_reading(rows: list[tuple[str, str, int]], direct: bool, cascading: bool, aggregated: bool) -> None:
    answer = ask(HELD, stake_case(*rows))
    assert bool(verdicts(answer, "binds")) == aggregated
    for value, expected in (("direct", direct), ("cascading", cascading)):
        tables = answer.under["chaining", value].values()
        assert all((("now", "binds", RULE, "ship", "-", "-") in one.nodes) == expected for one in tables)


def test_stakes_may_be_followed_as_the_text_says() -> None:
    (test,) = HELD.provisions[RULE].conditions
    assert isinstance(test, Stake)
    chain, pair = [("bad", "mid", 60), ("mid", "x", 50)], [("bad", "mid", 60), ("mid", "x", 30), ("bad", "x", 20)]
    for fixed, held in ((Chaining.DIRECT, (0, 0)), (Chaining.CASCADING, (1, 0)), (Chaining.AGGREGATED, (1, 1))):
        rule = replace(HELD.provisions[RULE], conditions=(replace(test, chaining="", fixed=fixed),))
        answers = [ask(law(rule, terms=[RESTRICTED]), stake_case(*rows)) for rows in (chain, pair)]
        assert tuple(len(verdicts(one, "binds")) for one in answers) == held
        assert not any(one.turns_on() for one in answers)


def test_owners_not_stated_may_be_restricted() -> None:
    assert verdicts(ask(HELD, stake_case(("bad", "x", 20), complete=())), "binds") == {"ship - -": "possible"}
    assert verdicts(ask(HELD, stake_case(("bad", "x", 50), complete=())), "binds") == {"ship - -": "certain"}
    assert verdicts(ask(HELD, stake_case(("y", "x", 60), complete=("owners",))), "binds") == {}


def test_a_branch_counts_and_control_may_be_asked_for() -> None:
    case = stake_case(("bad", "x", 10))
    branch = entity("x", Sort.PARTY, {"military": "no", "branch-of": "bad"}, ["owners"])
    answer = ask(HELD, replace(case, parties=case.parties | {"x": branch}))
    assert verdicts(answer, "binds") == {"ship - -": "certain"}
    unsaid = entity("x", Sort.PARTY, {"military": "no"}, ["owners"])
    answer = ask(HELD, replace(case, parties=case.parties | {"x": unsaid}))
    assert verdicts(answer, "binds") == {"ship - -": "possible"}
    one = HELD.provisions[RULE]
    (test,) = one.conditions
    assert isinstance(test, Stake)
    test = replace(test, control="control", control_fact="controlled")
    answer = ask(law(replace(one, conditions=(test,)), terms=[RESTRICTED]), stake_case(("bad", "x", 60)))
    assert verdicts(answer, "binds") == {"ship - -": "certain"}
    assert answer.turns_on() == {"control"}


def test_terms_look_through_parts() -> None:
    rules = law(provision(RULE, LICENCE, IsTerm(SPAN, item_("parts*"), "material"), per_item=True), terms=[MATERIAL])
    wire = entity("wire", Sort.ITEM, {"form": "metal"})
    magnet = entity("magnet", Sort.ITEM, {"parts": pieces(1, "wire")}, ["parts"])
    coil = entity("coil", Sort.ITEM, {"parts": pieces(1, "magnet")}, ["parts"])
    case = scenario(act("ship", "movement", DAY, {"items": ("coil", "wire")}), items=[coil, magnet, wire])
    assert verdicts(ask(rules, case), "binds") == {"ship coil -": "certain", "ship wire -": "possible"}
    alone = replace(case, items={"wire": wire}, acts=(act("ship", "movement", DAY, {"items": ("wire",)}),))
    assert verdicts(ask(rules, alone), "binds") == {"ship wire -": "possible"}
