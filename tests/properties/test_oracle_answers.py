"""What must hold of the oracle's answers, whatever the law and the case."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pycontrol.law.model import FactType, Law, Sort

from .oracle import Contradiction, OracleAnswer, TooManyWorlds, evaluate
from .strategies import cases

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.facts.scenario import Scenario

SLOW = settings(
    max_examples=int(os.environ.get("ORACLE_EXAMPLES", "25")),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
RELATIONS = (FactType.ACT, FactType.PARTY, FactType.ITEM)


def answered(rules: Law, case: Scenario, asked: dt.date) -> OracleAnswer:
    """Evaluate what can be evaluated."""
    try:
        return evaluate(rules, case, asked, limit=2000)
    except (Contradiction, TooManyWorlds):
        assume(False)
        raise


@given(cases())
@SLOW
def test_the_nodes_of_a_provision_follow_one_another(case: tuple[Law, Scenario, dt.date]) -> None:
    for tables in answered(*case).branches.values():
        for (layer, node, *subject), verdict in tables.nodes.items():
            below = {"applies": "applies", "stands": "applies", "binds": "stands", "breach": "stands"}[node]
            under = tables.nodes[layer, below, *subject]  # type: ignore[index]
            assert under == "certain" or verdict == "possible"


@given(cases(), st.data())
@SLOW
def test_stating_a_fact_never_widens_the_answer(case: tuple[Law, Scenario, dt.date], data: st.DataObject) -> None:
    rules, told, asked = case
    things = [*told.parties.values(), *told.items.values(), *(deed.entity for deed in told.acts)]
    facts = [
        (thing, name)
        for thing in things
        for name in thing.facts
        if name not in ("kind", "state") and rules.vocabulary.facts[thing.sort, name].type not in RELATIONS
    ]
    assume(facts)
    thing, left_out = data.draw(st.sampled_from(facts))
    poorer = replace(thing, facts={name: values for name, values in thing.facts.items() if name != left_out})
    untold = replace(
        told,
        parties=told.parties | ({thing.name: poorer} if thing.sort is Sort.PARTY else {}),
        items=told.items | ({thing.name: poorer} if thing.sort is Sort.ITEM else {}),
        acts=tuple(replace(deed, entity=poorer) if deed.entity is thing else deed for deed in told.acts),
        assumptions=replace(told.assumptions, denied=()),
    )
    told = replace(told, assumptions=replace(told.assumptions, denied=()))
    narrow, wide = answered(rules, told, asked), answered(rules, untold, asked)
    for column, tables in narrow.branches.items():
        for key, verdict in wide.branches[column].nodes.items():
            assert verdict == "possible" or tables.nodes.get(key) == "certain", key
        assert tables.nodes.keys() <= wide.branches[column].nodes.keys()
        assert tables.grains.keys() <= wide.branches[column].grains.keys()
