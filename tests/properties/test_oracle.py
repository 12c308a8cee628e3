"""The oracle on cases small enough to decide by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from pycontrol.facts.scenario import (
    Assumptions,
    Licence,
    OnList,
    PartyName,
    Scenario,
    StakeHeld,
)
from pycontrol.law.model import (
    Aspect,
    Compared,
    Differs,
    Due,
    DueFrom,
    Guard,
    Inside,
    IsTerm,
    Law,
    Listed,
    Modality,
    Operator,
    Period,
    Quantifier,
    Reference,
    Share,
    Sort,
    Stake,
    Suspension,
    Under,
)

from .building import (
    DOUBT,
    PAUSE,
    SECOND,
    SPAN,
    SUSPENSIONS,
    Given,
    act,
    act_,
    any_of,
    entity,
    euro,
    is_,
    item_,
    law,
    nm,
    norm,
    party_,
    passes_,
    pieces,
    provision,
    scenario,
    self_,
    term,
)
from .oracle import (
    Contradiction,
    CyclicLaw,
    OracleAnswer,
    Tables,
    TooManyWorlds,
    Verdict,
    evaluate,
)

DAY = dt.date(2025, 3, 3)
LATER = dt.date(2025, 12, 1)
LICENCE = norm(Modality.LICENCE, what="dual")
RULE = "ins-a/1(1)"
OTHER = "ins-a/1(2)"


def only(answer: OracleAnswer) -> Tables:
    """The tables, where the branches do not matter."""
    first, *rest = answer.branches.values()
    assert all(tables == first for tables in rest)
    return first


def verdicts(answer: OracleAnswer, node: str, path: str = RULE, layer: str = "now") -> dict[str, Verdict]:
    """What was found of a provision's node, by act, item and bearer."""
    return {" ".join(key[3:]): one for key, one in only(answer).nodes.items() if key[:3] == (layer, node, path)}


def ask(rules: Law, case: Scenario, asked: dt.date = LATER) -> OracleAnswer:
    """Evaluate, with few worlds."""
    return evaluate(rules, case, asked, limit=500)


# --- facts --------------------------------------------------------------------------------------------------


def test_what_is_stated_is_certain_and_what_is_not_is_possible() -> None:
    rules = law(provision(RULE, LICENCE, passes_(act_(), "to", Inside("europe"))))
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {"to": "AT"}))), "binds") == {
        "ship - -": "certain"
    }
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {"to": "CN"}))), "binds") == {}
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {}))), "binds") == {"ship - -": "possible"}


def test_two_limbs_may_be_certain_together_where_neither_is_alone() -> None:
    rules = law(
        provision(RULE, LICENCE, passes_(act_(), "node", Compared(Operator.LESS, nm(14)))),
        provision(OTHER, LICENCE, passes_(act_(), "node", Compared(Operator.AT_LEAST, nm(14)))),
    )
    tables = only(ask(rules, scenario(act("ship", "movement", DAY, {}))))
    assert tables.grains["now", "licence", "provision", RULE, "ship"] == "possible"
    assert tables.grains["now", "licence", "article", "ins-a/1", "ship"] == "certain"
    assert tables.grains["now", "licence", "instrument", "ins-a", "ship"] == "certain"


def test_an_unknown_number_may_lie_on_a_threshold() -> None:
    rules = law(
        provision(RULE, LICENCE, passes_(act_(), "node", Compared(Operator.LESS, nm(14)))),
        provision(OTHER, LICENCE, passes_(act_(), "node", Compared(Operator.MORE, nm(14)))),
    )
    tables = only(ask(rules, scenario(act("ship", "movement", DAY, {}))))
    assert tables.grains["now", "licence", "instrument", "ins-a", "ship"] == "possible"


def test_two_unknown_places_may_be_the_same_or_differ() -> None:
    rules = law(provision(RULE, LICENCE, Differs(SPAN, act_(), "from", act_(), "to")))
    for facts, expected in (({}, "possible"), ({"from": "KR"}, "possible"), ({"from": "KR", "to": "AT"}, "certain")):
        assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, facts))), "binds") == {"ship - -": expected}
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {"from": "KR", "to": "KR"}))), "binds") == {}


def test_an_unnamed_party_is_weighed_and_may_be_anything() -> None:
    rules = law(
        provision(RULE, LICENCE, is_(party_("end-user"), "military", "yes"), per_item=True, bearer="transferor"),
    )
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {}))), "binds") == {
        "ship ?items@ship ?transferor@ship": "possible"
    }


def test_an_open_role_may_have_one_more_party() -> None:
    every = is_(party_("end-user"), "military", "yes", quantifier=Quantifier.EVERY)
    rules = law(provision(RULE, LICENCE, every))
    beta = entity("beta", Sort.PARTY, {"military": "yes"})
    for complete, expected in (((), "possible"), (("end-user",), "certain")):
        ship = act("ship", "movement", DAY, {"end-user": "beta"}, complete=complete)
        assert verdicts(ask(rules, scenario(ship, parties=[beta])), "binds") == {"ship - -": expected}


def test_a_fact_that_a_kind_of_act_lacks_has_no_values() -> None:
    some = passes_(act_(), "to", Inside("china"))
    rules = law(
        provision(RULE, LICENCE, some, kinds=["help"]),
        provision(OTHER, LICENCE, replace(some, quantifier=Quantifier.NO), kinds=["help"]),
    )
    answer = ask(rules, scenario(act("aid", "help", DAY, {})))
    assert verdicts(answer, "binds") == {}
    assert verdicts(answer, "binds", OTHER) == {"aid - -": "certain"}


def test_constraints_drop_worlds_and_refuse_contradictions() -> None:
    rules = law(provision(RULE, LICENCE, is_(act_(), "should-know", "yes")))
    knows = scenario(act("ship", "movement", DAY, {"knows": "yes"}))
    assert verdicts(ask(rules, knows), "binds") == {"ship - -": "certain"}
    with pytest.raises(Contradiction):
        ask(rules, replace(knows, assumptions=Assumptions(denied=("should-know",))))
    with pytest.raises(Contradiction):
        ask(law(), scenario(act("ship", "movement", DAY, {"knows": "yes", "should-know": "no"})))


def test_what_is_denied_is_no_where_it_was_not_stated() -> None:
    rules = law(provision(RULE, LICENCE, is_(act_(), "knows", "yes")))
    case = scenario(act("ship", "movement", DAY, {}), assumptions=Assumptions(denied=("knowledge",)))
    assert verdicts(ask(rules, case), "binds") == {}


def test_too_many_worlds_are_refused() -> None:
    rules = law(provision(RULE, LICENCE, is_(act_(), "end-use", "chips", quantifier=Quantifier.NO)))
    with pytest.raises(TooManyWorlds):
        evaluate(rules, scenario(act("ship", "movement", DAY, {"node": nm(3)})), DAY, limit=1)


# --- time ---------------------------------------------------------------------------------------------------


def test_suspension_puts_to_sleep_and_an_event_in_doubt_makes_columns() -> None:
    rules = law(provision(RULE, LICENCE), suspensions=SUSPENSIONS)

    def columns(day: dt.date, in_force: tuple[str, ...] = ()) -> dict[str, tuple[bool, bool]]:
        case = scenario(act("ship", "movement", day, {}), assumptions=Assumptions(in_force=in_force))
        keys = {layer: (layer, "binds", RULE, "ship", "-", "-") for layer in ("now", "dormant")}
        return {
            column[0][1]: (keys["now"] in tables.nodes, keys["dormant"] in tables.nodes)
            for column, tables in ask(rules, case).branches.items()
        }

    assert columns(dt.date(2025, 1, 5)) == {"over": (False, False), "on": (False, False)}
    assert columns(dt.date(2025, 1, 20)) == {"over": (False, True), "on": (False, True)}
    assert columns(DAY) == {"over": (True, True), "on": (True, True)}
    assert columns(PAUSE[1]) == {"over": (False, True), "on": (False, True)}
    assert columns(DOUBT[0]) == {"over": (True, True), "on": (False, True)}
    assert columns(DOUBT[0], in_force=("ins-a",)) == {"over": (True, True), "on": (True, True)}


def test_what_stands_beside_a_suspended_part_operates() -> None:
    paths = ("ins-a/1(1)", "ins-a/2(1)", "ins-a/12(1)")
    part = Suspension("ins-b", ("ins-a/1", "ins-a/2(2)"), (Period(*PAUSE),))
    rules = law(*(provision(path, LICENCE) for path in paths), suspensions=(part,))
    answer = ask(rules, scenario(act("ship", "movement", PAUSE[0], {})))
    assert [path for path in paths if verdicts(answer, "binds", path)] == ["ins-a/2(1)", "ins-a/12(1)"]


def test_a_reading_without_default_varies_and_can_be_taken() -> None:
    rules = law(provision(RULE, LICENCE, Under(SPAN, Guard("doubt", "wide"))))
    ship = act("ship", "movement", DAY, {})
    answer = ask(rules, scenario(ship))
    assert verdicts(answer, "binds") == {"ship - -": "possible"}
    assert answer.turns_on() == {"doubt"}
    taken = ask(rules, scenario(ship, assumptions=Assumptions(taken=(("doubt", "wide"),))))
    assert verdicts(taken, "binds") == {"ship - -": "certain"}
    assert taken.turns_on() == frozenset()


def test_a_place_belongs_under_its_reading() -> None:
    rules = law(provision(RULE, LICENCE, passes_(act_(), "to", Inside("china"))))
    answer = ask(rules, scenario(act("ship", "movement", DAY, {"to": "HK"})))
    assert verdicts(answer, "binds") == {"ship - -": "certain"}
    assert answer.turns_on() == {"scope"}


@pytest.mark.parametrize(
    ("asked", "events", "reported", "expected"),
    [
        (dt.date(2025, 3, 17), True, None, None),
        (dt.date(2025, 3, 18), True, None, "certain"),
        (dt.date(2025, 3, 18), False, None, "possible"),
        (dt.date(2025, 3, 18), False, dt.date(2025, 3, 17), None),
        (dt.date(2025, 3, 20), True, dt.date(2025, 3, 18), "certain"),
    ],
)
def test_a_duty_is_breached_after_its_last_day(
    asked: dt.date, events: bool, reported: dt.date | None, expected: Verdict | None
) -> None:
    duty = norm(Modality.DUTY, what="report", due=Due(DueFrom.AFTER, 10, working=True))
    acts = [act("ship", "movement", DAY, {}, done=True)]
    if reported:
        acts.append(act("mail", "report", reported, {"fulfils": "ship", "filer": "beta"}, done=True))
    case = scenario(*acts, complete=["events"] if events else [])
    found = verdicts(ask(law(provision(RULE, duty)), case, asked), "breach")
    assert found == ({"ship - -": expected} if expected else {})


def test_beyond_the_calendar_the_last_day_is_a_stretch() -> None:
    duty = norm(Modality.DUTY, what="report", due=Due(DueFrom.AFTER, 1, working=True))
    case = scenario(act("ship", "movement", dt.date(2060, 1, 1), {}, done=True), complete=["events"])
    found = [
        verdicts(ask(law(provision(RULE, duty)), case, dt.date(2060, 1, day)), "breach").get("ship - -")
        for day in (2, 3, 23, 24)
    ]
    assert found == [None, "possible", "possible", "certain"]


# --- provisions and one another -----------------------------------------------------------------------------


def test_an_exemption_defeats_and_a_defeated_one_reinstates() -> None:
    exemption = norm(Modality.EXEMPTION, RULE)
    rules = law(
        provision(RULE, LICENCE, defeats=[OTHER]),
        provision(OTHER, exemption, is_(act_(), "end-use", "medicine"), defeats=["ins-a/2(1)"]),
        provision("ins-a/2(1)", norm(Modality.STATEMENT), is_(act_(), "knows", "yes")),
    )
    plain = {"end-use": "medicine", "knows": "no"}
    answer = ask(rules, scenario(act("ship", "movement", DAY, plain)))
    assert verdicts(answer, "applies") == {"ship - -": "certain"}
    assert verdicts(answer, "stands") == {}
    assert verdicts(answer, "binds", OTHER) == {"ship - -": "certain"}
    answer = ask(rules, scenario(act("ship", "movement", DAY, {"end-use": "medicine"})))
    assert verdicts(answer, "stands") == {"ship - -": "possible"}
    answer = ask(rules, scenario(act("ship", "movement", DAY, plain | {"knows": "yes"})))
    assert verdicts(answer, "stands") == {"ship - -": "certain"}
    assert verdicts(answer, "stands", OTHER) == {}


def test_defeat_does_not_cross_regimes() -> None:
    rules = law(
        provision(RULE, LICENCE, defeats=["ins-b/1(1)"]),
        provision("ins-b/1(1)", norm(Modality.EXEMPTION, RULE)),
        regimes={"ins-b": "abroad"},
    )
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {}))), "stands") == {"ship - -": "certain"}


def test_serving_a_would_be_violation_hangs_on_the_breach_in_both_layers() -> None:
    rules = law(
        provision(RULE, norm(Modality.PROHIBITION), passes_(act_(), "to", Inside("europe"))),
        provision(
            OTHER,
            norm(Modality.PROHIBITION),
            Reference(SPAN, act_("serves"), Aspect.BREACH, (RULE,)),
            kinds=["help"],
        ),
        provision("ins-a/2(1)", norm(Modality.SANCTION, RULE)),
        suspensions=SUSPENSIONS,
    )
    ship = act("ship", "movement", DAY, {"to": "AT"})
    answer = ask(rules, scenario(ship, act("aid", "help", DAY, {"serves": "ship"})))
    assert verdicts(answer, "binds", OTHER) == {"aid - -": "certain"}
    assert verdicts(answer, "binds", "ins-a/2(1)") == {"ship - -": "certain"}
    asleep = replace(ship, on=PAUSE[0])
    answer = ask(rules, scenario(asleep, act("aid", "help", PAUSE[0], {"serves": "ship"})))
    assert verdicts(answer, "binds", OTHER) == {}
    assert verdicts(answer, "binds", OTHER, "dormant") == {"aid - -": "certain"}
    answer = ask(rules, scenario(ship, act("aid", "help", DAY, {})))
    assert verdicts(answer, "binds", OTHER) == {"aid - -": "possible"}


def test_a_law_that_hangs_on_itself_is_refused() -> None:
    one = provision(RULE, LICENCE, defeats=[OTHER])
    other = provision(OTHER, norm(Modality.STATEMENT), defeats=[RULE])
    with pytest.raises(CyclicLaw):
        ask(law(one, other), scenario(act("ship", "movement", DAY, {})))


def test_a_licence_covers_what_it_names() -> None:
    rules = law(provision(RULE, LICENCE, per_item=True, bearer="transferor"))
    parties = [entity("beta", Sort.PARTY, {}), entity("gamma", Sort.PARTY, {})]
    facts: dict[str, Given] = {"items": "coil", "transferor": "beta", "end-user": "gamma", "end-use": "chips"}
    ship = act("ship", "movement", DAY, facts, complete=["end-user"])
    held = Licence("l", "dual", "beta", ("coil",), ("gamma",), ("chips",), DAY, DAY)

    def breach(*licences: Licence, complete: tuple[str, ...] = ("licences",)) -> Verdict | None:
        coil = entity("coil", Sort.ITEM, {})
        case = scenario(ship, parties=parties, items=[coil], licences=licences, complete=complete)
        return verdicts(ask(rules, case), "breach").get("ship coil beta")

    assert breach() == "certain"
    assert breach(complete=()) == "possible"
    assert breach(held) is None
    assert breach(replace(held, end_uses=None)) == "possible"
    assert breach(replace(held, holder="gamma", end_uses=None)) == "certain"
    assert breach(replace(held, until=DAY - dt.timedelta(1))) == "certain"
    assert breach(held, complete=()) is None


# --- lists, shares, stakes ----------------------------------------------------------------------------------


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
