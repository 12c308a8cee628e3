"""Small laws and cases that are all about one figure: shares, stakes, last days, licences held, names on lists, seasons."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from pycontrol.facts.scenario import Assumptions, Entity, Licence, PartyName, Scenario, StakeHeld
from pycontrol.law.model import (
    Compared,
    Condition,
    Due,
    DueFrom,
    Guard,
    Inside,
    IsTerm,
    Law,
    Listed,
    Modality,
    Operates,
    Operator,
    Quantifier,
    Share,
    Sort,
    Stake,
    Under,
)

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
from .law_strategies import notices, periods, suspensions, targets

Drawn = tuple[Law, Scenario, dt.date]
DAY = dt.date(2025, 3, 3)
UNCHARTED = dt.date(2060, 1, 1)
"""A day beyond the horizon of the calendar."""
RULE = "ins-a/1(1)"
LICENCE = norm(Modality.LICENCE, what="dual")
TENTH, HALF = Fraction(1, 10), Fraction(1, 2)
Bound = tuple[Operator, Fraction]
operators = st.sampled_from((Operator.AT_LEAST, Operator.MORE))
bounds = st.tuples(st.sampled_from(Operator), st.sampled_from((TENTH, HALF)))


METAL, MAGNET = (is_(self_(Sort.ITEM), "form", form) for form in ("metal", "magnet"))
MADE_IN_EUROPE = passes_(self_(Sort.ITEM), "made-in", Inside("europe"))
LIST = replace(term("list", Sort.ITEM, any_of([METAL], [MAGNET, MADE_IN_EUROPE], [MAGNET])), entries=True)
ON_LIST = IsTerm(SPAN, self_(Sort.ITEM), "list")
MATERIALS = {
    "one": METAL,
    "list": ON_LIST,
    "alternatives": any_of([METAL], [MAGNET]),
    "list or else": any_of([ON_LIST], [is_(self_(Sort.ITEM), "form", "device"), MADE_IN_EUROPE]),
}
"""What counts: one material; two, of which one is a list's narrower entry too; two that no list names; a list and more."""


@cache
def share_law(operator: Operator, counts: str = "one", territory: str = "china", *further: Bound) -> Law:
    """A licence for goods with a tenth of Chinese material, perhaps with other bounds of their share besides."""
    material = term("material", Sort.ITEM, MATERIALS[counts])
    tests = (
        Share(SPAN, item_(), "material", "made-in", territory, *bound, "adding", "nesting")
        for bound in ((operator, TENTH), *further)
    )
    return law(provision(RULE, LICENCE, *tests, per_item=True), terms=[LIST, material])


@cache
def stake_law(operator: Operator, control: str = "", *further: Bound) -> Law:
    """A licence where half of the end user is held by the military, perhaps controlled, and perhaps not held to more."""
    army = term("restricted", Sort.PARTY, is_(self_(Sort.PARTY), "military", "yes"))
    asked = (control, "controlled" if control else "")
    test = Stake(SPAN, party_("end-user"), "restricted", "equity", operator, HALF, "chaining", *asked)
    others = (
        Stake(SPAN, party_("end-user"), "restricted", "equity", *bound, "chaining", quantifier=Quantifier.NO)
        for bound in further
    )
    return law(provision(RULE, LICENCE, test, *others), terms=[army])


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
    metal, device = ("metal", "metal", "magnet", "device"), ("device", "device", "metal")
    items = [whole, part("coil", device, "wire"), part("plate", metal), part("wire", metal)]
    return scenario(act("ship", "movement", DAY, {"items": "radio"}), items=items)


@st.composite
def holdings(draw: st.DrawFn) -> Scenario:
    """Three parties that hold quarters of each other; whether they are military is stated or not."""
    names = ("user", "middle", "top")
    parties = []
    for name in names:
        facts: dict[str, Given] = {"branch-of": (), "military": draw(st.sampled_from(("yes", "no")))}
        left_out = draw(st.sampled_from(("", "", "", "military", "military", "branch-of")))
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
    day = draw(st.sampled_from((DAY, DAY, UNCHARTED)))
    ship = act("ship", "movement", day, {}, done=draw(st.sampled_from((True, True, False))))
    made = day + dt.timedelta(draw(st.sampled_from((9, 10, 11, 14, 15, 34, 36))))
    acts = [ship, act("mail", "report", made, {"fulfils": "ship"}, done=True)] if draw(st.booleans()) else [ship]
    case = scenario(*acts, complete=["events"] if draw(st.booleans()) else [])
    asked = day + dt.timedelta(draw(st.sampled_from((9, 10, 11, 14, 15, 16, 35, 36))))
    return law(provision(RULE, duty)), case, asked


@st.composite
def filings(draw: st.DrawFn) -> Drawn:
    """A movement that is to be reported, or told to its end users, and up to two filings, by and to anybody."""
    what, to = draw(st.sampled_from((("report", "office"), ("notice", "end-user"))))
    due = draw(st.sampled_from((Due(DueFrom.AFTER, 2), Due(DueFrom.AT), Due(DueFrom.BEFORE))))
    hours = st.sampled_from((None, dt.time(9), dt.time(10)))
    facts: dict[str, Given] = {
        "transferor": draw(st.sampled_from(("beta", ("beta", "gamma")))),
        "end-user": draw(st.sampled_from(("beta", ("delta", "gamma")))),
    }
    unstated = draw(st.sampled_from(("", "", "", "transferor", "end-user")))
    known = {name: value for name, value in facts.items() if name != unstated}
    complete = ["end-user"] if draw(st.sampled_from((True, True, False))) else []
    acts = [act("ship", "movement", DAY, known, done=True, complete=complete, at=draw(hours))]
    somebody = st.sampled_from(("beta", ("beta", "gamma"), ("beta", "delta", "gamma"), "delta"))
    for name in ("mail", "letter")[: draw(st.sampled_from((1, 1, 2)))]:
        filed: dict[str, Given] = {"fulfils": "ship", "filer": draw(somebody)}
        if what == "notice":
            filed["recipient"] = draw(somebody)
        left_out = draw(st.sampled_from(("", "", "", "", *filed)))
        stated = {key: value for key, value in filed.items() if key != left_out}
        made = DAY + dt.timedelta(draw(st.sampled_from((-1, 0, 0, 1, 2, 3))))
        acts.append(
            act(name, what, made, stated, done=draw(st.sampled_from((True, True, True, False))), at=draw(hours))
        )
    case = scenario(
        *acts,
        parties=[entity(name, Sort.PARTY, {}) for name in ("beta", "gamma", "delta")],
        complete=["events"] if draw(st.sampled_from((True, True, False))) else [],
    )
    bearer = draw(st.sampled_from(("transferor", "transferor", "end-user", "")))
    duty = provision(RULE, norm(Modality.DUTY, what=what, to=to, due=due), bearer=bearer)
    return law(duty), case, DAY + dt.timedelta(draw(st.sampled_from((1, 2, 3, 4))))


@st.composite
def papers(draw: st.DrawFn) -> Drawn:
    """A movement or help that needs a licence or a consent, and papers that are held, which may fit it or not."""
    kind = draw(st.sampled_from(("movement", "movement", "movement", "help")))
    facts: dict[str, Given] = {
        "items": draw(st.sampled_from(("coil", "coil", ("coil", "wire"), ()))),
        "transferor": "beta",
        "end-use": draw(st.sampled_from(("chips", ("chips", "medicine"), ()))),
    }
    if kind == "movement":
        facts["end-user"] = draw(st.sampled_from(("gamma", ("delta", "gamma"), ("delta", "gamma"))))
    left_out = draw(st.sampled_from(("", "", "", "", *facts)))
    known = {name: value for name, value in facts.items() if name != left_out}
    complete = ["end-user"] if draw(st.sampled_from((True, True, False))) else []

    def paper(name: str) -> Licence:
        unstated = draw(st.sampled_from(("", "", "", "", "holder", "items", "end_users", "end_uses", "since")))
        stated = Licence(
            name,
            draw(st.sampled_from(("dual", "dual", "dual", "consent", None))),
            draw(st.sampled_from(("beta", "beta", "beta", "gamma"))),
            draw(st.sampled_from((("coil",), ("coil",), ("coil", "wire"), None))),
            draw(st.sampled_from((("gamma",), ("delta",), ("delta", "gamma"), None))),
            draw(st.sampled_from((("chips",), ("medicine",), ("chips", "medicine"), ("chips", "medicine")))),
            draw(st.sampled_from((DAY, DAY, DAY, DAY + dt.timedelta(1)))),
            draw(st.sampled_from((DAY, DAY, DAY, DAY - dt.timedelta(1)))),
        )
        return replace(stated, **{unstated: None}) if unstated else stated  # type: ignore[arg-type]

    case = scenario(
        act("ship", kind, DAY, known, done=True, complete=complete if kind == "movement" else []),
        parties=[entity(name, Sort.PARTY, {}) for name in ("beta", "gamma", "delta")],
        items=[entity("coil", Sort.ITEM, {}), entity("wire", Sort.ITEM, {})],
        licences=tuple(paper(f"paper-{number}") for number in range(draw(st.integers(0, 3)))),
        complete=["licences"] if draw(st.sampled_from((True, True, False))) else [],
    )
    imposes = draw(st.sampled_from((LICENCE, LICENCE, norm(Modality.PROHIBITION, cure="office"))))
    bearer = "" if imposes.modality is Modality.PROHIBITION and draw(st.booleans()) else "transferor"
    needs = provision(RULE, imposes, kinds=(kind,), per_item=draw(st.booleans()), bearer=bearer)
    return law(needs), case, DAY


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


@st.composite
def watching(draw: st.DrawFn) -> Drawn:
    """A ban on whatever some law that may sleep lists, and perhaps, in a reading, on what it lists while it sleeps."""
    listed: list[Condition] = [Operates(SPAN, draw(targets))]
    others: list[Condition] = [draw(st.sampled_from((Under(SPAN, Guard("doubt", "wide")), *listed, is_chips())))]
    ban = provision(
        "ins-b/1(1)", norm(Modality.PROHIBITION), *draw(st.sampled_from((listed, [any_of(listed, others)])))
    )
    lists = (provision(path, LICENCE, periods=draw(periods)) for path in (RULE, "ins-a/2(1)", "ins-b/2(2)"))
    rules = law(*lists, ban, suspensions=draw(suspensions))
    day = draw(st.sampled_from((DAY, *PAUSE, *DOUBT, PAUSE[1] + dt.timedelta(1), dt.date(2025, 1, 20))))
    assumed = draw(st.sampled_from(((), (), ("ins-a",), ("ins-b",))))
    return rules, scenario(act("ship", "movement", day, {}), assumptions=Assumptions(in_force=assumed)), day


def is_chips() -> Condition:
    """The end use is chips."""
    return is_(act_(), "end-use", "chips")


def shares() -> st.SearchStrategy[Drawn]:
    """A bill of materials, under a law of shares."""
    laws = st.builds(
        share_law,
        st.sampled_from(Operator),
        st.sampled_from(sorted(MATERIALS)),
        st.sampled_from(("china", "china", "europe")),
    )
    return st.builds(lambda rules, case: (rules, case, DAY), laws, bills())


def stakes() -> st.SearchStrategy[Drawn]:
    """Who holds whom, under the law of stakes."""
    return st.builds(lambda operator, case: (stake_law(operator), case, DAY), operators, holdings())


@st.composite
def between(draw: st.DrawFn) -> Drawn:
    """An item or an end user of which not all is stated, under a law that tests the same figure twice."""
    stated, complete = draw(st.booleans()), draw(st.sampled_from(((), (), ("parts", "owners"))))
    if draw(st.booleans()):
        rules = share_law(draw(st.sampled_from(Operator)), "one", "china", draw(bounds))
        wire = entity("wire", Sort.ITEM, {"form": "metal", "made-in": "CN", **({"value": euro(10)} if stated else {})})
        radio = entity("radio", Sort.ITEM, {"value": euro(100), "parts": (pieces(1, "wire"),)}, complete[:1])
        return rules, scenario(act("ship", "movement", DAY, {"items": "radio"}), items=[radio, wire]), DAY
    further = draw(operators), draw(st.sampled_from((HALF, Fraction(3, 4))))
    rules = stake_law(draw(operators), draw(st.sampled_from(("", "control"))), further)
    facts: dict[str, Given] = {"military": "no", **({"branch-of": ()} if stated else {})}
    user = entity("user", Sort.PARTY, facts, complete[1:])
    ship = act("ship", "movement", DAY, {"end-user": "user"}, complete=["end-user"])
    return rules, scenario(ship, parties=[user]), DAY


@st.composite
def measured(draw: st.DrawFn) -> Drawn:
    """A movement of which the node is stated, or open, under a law with several thresholds of it."""

    def test() -> Condition:
        check = Compared(draw(st.sampled_from(Operator)), nm(draw(st.sampled_from((7, 14, 28)))))
        return passes_(act_(), "node", check, draw(st.sampled_from(Quantifier)))

    paths = tuple(f"ins-a/1({number})" for number in (1, 2, 3))
    rules = law(*(provision(path, LICENCE, test(), test()) for path in paths))
    facts: dict[str, Given] = draw(st.sampled_from(({}, {}, {"node": nm(draw(st.sampled_from((7, 10, 14, 20, 28))))})))
    return rules, scenario(act("ship", "movement", DAY, facts)), DAY
