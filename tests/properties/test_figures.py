"""Raising a share, or a stake, never removes a licence."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Law, Operator, Quantity

from .asking import MODEST, evidence, tables
from .figures import DAY, MATERIALS, bills, holdings, operators, share_law, stake_law

RANKS = {None: 0, "possible": 1, "certain": 2}
SHARES = ((), (("adding", "each-alone"),), (("nesting", "direct-only"),))
STAKES = tuple((("chaining", value),) for value in ("direct", "cascading", "aggregated"))


def ranks(law_: Law, case: Scenario, readings_taken: tuple[tuple[tuple[str, str], ...], ...]) -> list[int]:
    """How certain the licence is, as these readings are taken."""
    found: list[int] = []
    for readings in readings_taken:
        taken = replace(case, assumptions=replace(case.assumptions, taken=readings))
        outcomes = {key: how for key, how in tables(evidence(law_, taken, DAY))[()].items() if key[1] == "binds"}
        found.append(max((RANKS[how] for how in outcomes.values()), default=0))
    return found


@given(operators, st.sampled_from(sorted(MATERIALS)), bills(), st.data())
@MODEST
def test_raising_the_value_of_a_material_never_removes_a_licence(
    operator: Operator, counts: str, case: Scenario, data: st.DataObject
) -> None:
    metals = [one for one in case.items.values() if "value" in one.facts and one.name != "radio"]
    assume(metals)
    chosen = data.draw(st.sampled_from(metals))
    (stated,) = chosen.facts["value"]
    assert isinstance(stated.value, Quantity)
    dearer = Quantity(stated.value.amount + data.draw(st.integers(1, 10)), stated.value.unit)
    raised = replace(chosen, facts=chosen.facts | {"value": (replace(stated, value=dearer),)})
    before = ranks(share_law(operator, counts), case, SHARES)
    after = ranks(share_law(operator, counts), replace(case, items=case.items | {chosen.name: raised}), SHARES)
    assert all(now >= then for then, now in zip(before, after, strict=True))


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
