"""Raising a share, or a stake, never removes a licence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from functools import cache

from hypothesis import assume, given
from hypothesis import strategies as st

from pycontrol.facts.scenario import Entity, Scenario, StakeHeld
from pycontrol.law.model import Law, Modality, Operator, Quantity, Share, Sort, Stake

from .asking import MODEST, evidence, tables
from .building import SPAN, act, entity, euro, is_, item_, law, norm, party_, pieces, provision, scenario, self_, term

DAY = dt.date(2025, 3, 3)
RULE = "ins-a/1(1)"
LICENCE = norm(Modality.LICENCE, what="dual")
TENTH, HALF = Fraction(1, 10), Fraction(1, 2)
RANKS = {None: 0, "possible": 1, "certain": 2}
SHARES = ((), (("adding", "each-alone"),), (("nesting", "direct-only"),))
STAKES = tuple((("chaining", value),) for value in ("direct", "cascading", "aggregated"))
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

    def part(name: str, *inside: str) -> Entity:
        facts = {
            "form": draw(st.sampled_from(("metal", "device"))),
            "made-in": draw(st.sampled_from(("CN", "HK", "AT"))),
            "value": euro(draw(st.integers(1, 12))),
            "parts": tuple(pieces(draw(st.integers(1, 2)), one) for one in inside if draw(st.booleans())),
        }
        left_out = draw(st.sampled_from(("", "", "form", "made-in", "value")))
        complete = ["parts"] if draw(st.booleans()) else []
        return entity(name, Sort.ITEM, {key: value for key, value in facts.items() if key != left_out}, complete)

    whole = entity("radio", Sort.ITEM, {"value": euro(100), "parts": (pieces(1, "coil"), pieces(1, "plate"))}, ["parts"])
    items = [whole, part("coil", "wire"), part("plate"), part("wire")]
    return scenario(act("ship", "movement", DAY, {"items": "radio"}), items=items)


def ranks(law_: Law, case: Scenario, readings_taken: tuple[tuple[tuple[str, str], ...], ...]) -> list[int]:
    """How certain the licence is, as these readings are taken."""
    found: list[int] = []
    for readings in readings_taken:
        taken = replace(case, assumptions=replace(case.assumptions, taken=readings))
        outcomes = {key: how for key, how in tables(evidence(law_, taken, DAY))[()].items() if key[1] == "binds"}
        found.append(max((RANKS[how] for how in outcomes.values()), default=0))
    return found


@given(operators, bills(), st.data())
@MODEST
def test_raising_the_value_of_a_material_never_removes_a_licence(
    operator: Operator, case: Scenario, data: st.DataObject
) -> None:
    metals = [one for one in case.items.values() if "value" in one.facts and one.name != "radio"]
    assume(metals)
    chosen = data.draw(st.sampled_from(metals))
    (stated,) = chosen.facts["value"]
    assert isinstance(stated.value, Quantity)
    dearer = Quantity(stated.value.amount + data.draw(st.integers(1, 10)), stated.value.unit)
    raised = replace(chosen, facts=chosen.facts | {"value": (replace(stated, value=dearer),)})
    before = ranks(share_law(operator), case, SHARES)
    after = ranks(share_law(operator), replace(case, items=case.items | {chosen.name: raised}), SHARES)
    assert all(now >= then for then, now in zip(before, after, strict=True))


@st.composite
def holdings(draw: st.DrawFn) -> Scenario:
    """Three parties that hold quarters of each other; whether they are military is stated or not."""
    names = ("user", "middle", "top")
    parties = []
    for name in names:
        facts = {"branch-of": (), "military": draw(st.sampled_from(("yes", "no")))}
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


@given(operators, holdings(), st.data())
@MODEST
def test_raising_a_stake_never_removes_a_licence_that_was_certain(
    operator: Operator, case: Scenario, data: st.DataObject
) -> None:
    """Of a party whose owners are not all stated, a greater stake of one leaves less for others: possible may end."""
    raisable = [one for one in case.stakes if sum(s.share for s in case.stakes if s.held == one.held) < 1]
    assume(raisable)
    chosen = data.draw(st.sampled_from(raisable))
    raised = tuple(replace(one, share=one.share + Fraction(1, 4)) if one is chosen else one for one in case.stakes)
    before = ranks(stake_law(operator), case, STAKES)
    after = ranks(stake_law(operator), replace(case, stakes=raised), STAKES)
    closed = all("owners" in one.complete for one in case.parties.values())
    assert all(now >= then for then, now in zip(before, after, strict=True) if closed or then == RANKS["certain"])
