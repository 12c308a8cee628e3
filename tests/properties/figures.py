"""Small laws and cases that are all about one figure: shares, stakes, last days, licences held, names on lists, seasons."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from pycontrol.facts.scenario import Assumptions, Entity, Licence, PartyName, Scenario, StakeHeld
from pycontrol.law.model import Due, DueFrom, Law, Listed, Modality, Operator, Quantifier, Share, Sort, Stake

from .building import (
    DOUBT,
    LISTED,
    PAUSE,
    SECOND,
    SPAN,
    STATEMENTS,
    Given,
    act,
    act_,
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
from .law_strategies import notices, suspensions

Drawn = tuple[Law, Scenario, dt.date]
DAY = dt.date(2025, 3, 3)
RULE = "ins-a/1(1)"
LICENCE = norm(Modality.LICENCE, what="dual")
TENTH, HALF = Fraction(1, 10), Fraction(1, 2)
operators = st.sampled_from((Operator.AT_LEAST, Operator.MORE))


@cache
def share_law(operator: Operator) -> Law:
    """A licence for goods with a tenth of Chinese metal."""
    metal = term("material", Sort.ITEM, is_(self_(Sort.ITEM), "form", "metal"))
    test = Share(SPAN, item_(), "material", "made-in", "china", operator, TENTH, "adding", "nesting")
    return law(provision(RULE, LICENCE, test, per_item=True), terms=[metal])


@cache
def stake_law(operator: Operator) -> Law:
    """A licence where half of the end user is held by the military."""
    army = term("restricted", Sort.PARTY, is_(self_(Sort.PARTY), "military", "yes"))
    test = Stake(SPAN, party_("end-user"), "restricted", "equity", operator, HALF, "chaining")
    return law(provision(RULE, LICENCE, test), terms=[army])


@st.composite
def bills(draw: st.DrawFn) -> Scenario:
    """A device of 100 euro, of a coil, a wire and a plate, some of which hold others; some facts are left out."""

    def part(name: str, forms: tuple[str, ...], *inside: str) -> Entity:
        facts: dict[str, Given] = {
            "form": draw(st.sampled_from(forms)),
            "made-in": draw(st.sampled_from(("CN", "CN", "HK", "AT"))),
            "value": euro(draw(st.sampled_from((4, 5, 6, 9, 10, 12)))),
            "parts": tuple(pieces(draw(st.integers(1, 2)), one) for one in inside),
        }
        left_out = draw(st.sampled_from(("", "", "", "form", "made-in", "value")))
        complete = ["parts"] if draw(st.booleans()) else []
        return entity(name, Sort.ITEM, {key: value for key, value in facts.items() if key != left_out}, complete)

    whole = entity(
        "radio", Sort.ITEM, {"value": euro(100), "parts": (pieces(1, "coil"), pieces(1, "plate"))}, ["parts"]
    )
    metal, device = ("metal", "metal", "device"), ("device", "device", "metal")
    items = [whole, part("coil", device, "wire"), part("plate", metal), part("wire", metal)]
    return scenario(act("ship", "movement", DAY, {"items": "radio"}), items=items)


@st.composite
def holdings(draw: st.DrawFn) -> Scenario:
    """Three parties that hold quarters of each other; whether they are military is stated or not."""
    names = ("user", "middle", "top")
    parties = []
    for name in names:
        facts: dict[str, Given] = {"branch-of": (), "military": draw(st.sampled_from(("yes", "no")))}
        left_out = "military" if draw(st.sampled_from((False, False, True))) else ""
        complete = ["owners"] if draw(st.booleans()) else []
        parties.append(entity(name, Sort.PARTY, {k: v for k, v in facts.items() if k != left_out}, complete))
    stakes = []
    for owner, held in (("middle", "user"), ("top", "user"), ("top", "middle"), ("user", "middle")):
        quarters = draw(st.integers(0, 2))
        if quarters:
            stakes.append(StakeHeld(owner, held, Fraction(quarters, 4), "equity"))
    ship = act("ship", "movement", DAY, {"end-user": "user"}, complete=["end-user"])
    return scenario(ship, parties=parties, stakes=tuple(stakes))


@st.composite
def reports(draw: st.DrawFn) -> Drawn:
    """A movement that is to be reported within ten days or ten working days, and a report of it about then."""
    duty = norm(Modality.DUTY, what="report", due=Due(DueFrom.AFTER, 10, working=draw(st.booleans())))
    ship = act("ship", "movement", DAY, {}, done=draw(st.sampled_from((True, True, False))))
    made = DAY + dt.timedelta(draw(st.sampled_from((9, 10, 11, 14, 15))))
    acts = [ship, act("mail", "report", made, {"fulfils": "ship"}, done=True)] if draw(st.booleans()) else [ship]
    case = scenario(*acts, complete=["events"] if draw(st.booleans()) else [])
    return law(provision(RULE, duty)), case, DAY + dt.timedelta(draw(st.sampled_from((9, 10, 11, 14, 15, 16))))


@st.composite
def papers(draw: st.DrawFn) -> Drawn:
    """A movement that needs a licence, and one that is held, which may fit it or not."""
    facts: dict[str, Given] = {"items": "coil", "transferor": "beta", "end-user": "gamma", "end-use": "chips"}
    paper = Licence(
        "paper",
        draw(st.sampled_from(("dual", "dual", "other"))),
        draw(st.sampled_from(("beta", "beta", "gamma", None))),
        ("coil",),
        ("gamma",),
        draw(st.sampled_from((("chips",), ("chips",), ("medicine",), None))),
        draw(st.sampled_from((DAY, DAY, DAY + dt.timedelta(1)))),
        draw(st.sampled_from((DAY, DAY, DAY - dt.timedelta(1)))),
    )
    case = scenario(
        act("ship", "movement", DAY, facts, done=True, complete=["end-user"]),
        parties=[entity("beta", Sort.PARTY, {}), entity("gamma", Sort.PARTY, {})],
        items=[entity("coil", Sort.ITEM, {})],
        licences=(paper,),
        complete=["licences"] if draw(st.booleans()) else [],
    )
    return law(provision(RULE, LICENCE, per_item=True, bearer="transferor")), case, DAY


@st.composite
def names(draw: st.DrawFn) -> Drawn:
    """An end user whose name may be on the list, on a day about which its listing changes."""
    day = draw(st.sampled_from((LISTED[0], LISTED[1], LISTED[1] - dt.timedelta(1), PAUSE[0], DAY)))
    known = draw(st.sampled_from((("Beta corp",), ("Gamma Ltd",), ("Omega",), ())))
    screened = draw(st.sampled_from(((), (("watch", day),))))
    ship = act("ship", "movement", day, {"end-user": "user"}, complete=["end-user"])
    case = scenario(ship, parties=[entity("user", Sort.PARTY, {})], names={"user": PartyName(known, (), screened)})
    return law(provision(RULE, LICENCE, Listed(SPAN, party_("end-user"), "watch"))), case, day


@st.composite
def listings(draw: st.DrawFn) -> Drawn:
    """An end user who may be on the list by one notice, and not by others, before and after the notices begin."""
    day = draw(st.sampled_from((DAY, LISTED[0] - dt.timedelta(1), *SECOND, SECOND[0] + dt.timedelta(1))))
    known = draw(st.sampled_from((("Beta corp",), ("Delta SA",), ("Both AG",), ("Omega",), (), ())))
    listed = draw(st.sampled_from(((), (), STATEMENTS[:1], STATEMENTS[:1], *((one,) for one in STATEMENTS))))
    screened = draw(st.sampled_from(((), (), (("watch", DAY),)))) if not listed else ()
    ship = act("ship", "movement", day, {"end-user": "user"}, complete=["end-user"])
    user = PartyName(known, listed, screened)
    case = scenario(ship, parties=[entity("user", Sort.PARTY, {})], names={"user": user})
    by = Listed(SPAN, party_("end-user"), "watch", notices=draw(notices))
    apart = draw(st.sampled_from(((by, _no()), (by, _no(*draw(notices))), (_no("ins-a"), _no("ins-b"), _no("ins-c")))))
    return law(provision(RULE, LICENCE, by), provision("ins-b/1(1)", LICENCE, *draw(st.permutations(apart)))), case, day


def _no(*by: str) -> Listed:
    return Listed(SPAN, party_("end-user"), "watch", Quantifier.NO, by)


@st.composite
def guests(draw: st.DrawFn) -> Drawn:
    """End users each of whom is bound; there may be others than those named."""
    complete = ["end-user"] if draw(st.booleans()) else []
    ship = act("ship", "movement", DAY, {"end-user": "user"}, complete=complete)
    case = scenario(ship, parties=[entity("user", Sort.PARTY, {})], complete=["licences"])
    return law(provision(RULE, LICENCE, bearer="end-user")), case, DAY


@st.composite
def seasons(draw: st.DrawFn) -> Drawn:
    """A licence, from which goods for medicine are exempt, on days on which the law is asleep, in doubt, or awake."""
    exemption = provision("ins-a/2(1)", norm(Modality.EXEMPTION, RULE), is_(act_(), "end-use", "medicine"))
    rules = law(provision(RULE, LICENCE, defeats=["ins-a/2(1)"]), exemption, suspensions=draw(suspensions))
    day = draw(st.sampled_from((DAY, *PAUSE, *DOUBT, PAUSE[1] + dt.timedelta(1), dt.date(2025, 1, 20))))
    use = {"end-use": draw(st.sampled_from(("chips", "medicine")))} if draw(st.booleans()) else {}
    assumed = ("ins-a",) if draw(st.sampled_from((False, False, True))) else ()
    return rules, scenario(act("ship", "movement", day, use), assumptions=Assumptions(in_force=assumed)), day


def shares() -> st.SearchStrategy[Drawn]:
    """A bill of materials, under the law of shares."""
    return st.builds(lambda operator, case: (share_law(operator), case, DAY), operators, bills())


def stakes() -> st.SearchStrategy[Drawn]:
    """Who holds whom, under the law of stakes."""
    return st.builds(lambda operator, case: (stake_law(operator), case, DAY), operators, holdings())
