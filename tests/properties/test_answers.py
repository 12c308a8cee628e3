"""What must hold of every answer of the engine, whatever the law and the case."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TypeVar

from hypothesis import assume, given
from hypothesis import strategies as st

from pycontrol import Policy
from pycontrol.diagnostics import Refused
from pycontrol.facts.scenario import Scenario
from pycontrol.law import model
from pycontrol.law.model import Condition, Defeat, Differs, FactType, Law, Modality, Sort

from .asking import MODEST, evidence, tables
from .asking import without as not_stated
from .building import DOUBT, PAUSE, SUSPENSIONS, act_, entity, euro, is_, norm, provision
from .oracle.domains import every_condition
from .strategies import cases, laws, scenarios

RELATIONS = (FactType.ACT, FactType.PARTY, FactType.ITEM)
REQUIREMENTS = (Modality.LICENCE, Modality.PROHIBITION)

Key = TypeVar("Key")
Some = TypeVar("Some")
Drawn = tuple[Law, Scenario, dt.date]


def facts_of(law: Law, case: Scenario) -> list[tuple[str, str]]:
    """The stated facts, but those that say who and what there is."""
    things = [*case.parties.values(), *case.items.values(), *(act.entity for act in case.acts)]
    return [
        (thing.name, fact)
        for thing in things
        for fact in thing.facts
        if fact not in ("kind", "state") and law.vocabulary.facts[thing.sort, fact].type not in RELATIONS
    ]


@given(cases(), st.data())
@MODEST
def test_stating_a_fact_never_widens_the_answer(drawn: Drawn, data: st.DataObject) -> None:
    law, case, asked = drawn
    case = replace(case, assumptions=replace(case.assumptions, denied=()))
    assume(facts_of(law, case))
    narrow = tables(evidence(law, case, asked))
    wide = tables(evidence(law, not_stated(case, *data.draw(st.sampled_from(facts_of(law, case)))), asked))
    for branch, found in narrow.items():
        assert found.keys() <= wide[branch].keys()
        assert all(found.get(node) == "certain" for node, how in wide[branch].items() if how == "certain")


def looked_at(condition: Condition) -> set[str]:
    """The facts that a condition looks at by name."""
    match condition:
        case model.Test(fact=fact):
            return {fact}
        case Differs(fact=fact, other_fact=other):
            return {fact, other}
        case _:
            return set()


@given(cases())
@MODEST
def test_facts_that_no_provision_looks_at_change_nothing(drawn: Drawn) -> None:
    law, case, asked = drawn
    used = {fact for condition in every_condition(law) for fact in looked_at(condition)}
    before = tables(evidence(law, case, asked))
    stranger = entity("stranger", Sort.PARTY, {"military": "yes", "based-in": "CN", "ties": "army"})
    box = entity("box", Sort.ITEM, {"form": "metal", "made-in": "CN", "value": euro(7)})
    more = replace(case, parties=case.parties | {"stranger": stranger}, items=case.items | {"box": box})
    if "turnover" not in used:
        more = replace(
            more, acts=tuple(replace(act, entity=replace(act.entity, facts=act.entity.facts | {"turnover": ()}))
                             for act in more.acts)
        )  # fmt: skip
    assert tables(evidence(law, more, asked)) == before


@given(cases())
@MODEST
def test_the_order_of_facts_things_and_provisions_changes_nothing(drawn: Drawn) -> None:
    law, case, asked = drawn

    def turned(things: dict[Key, Some]) -> dict[Key, Some]:
        return dict(reversed(list(things.items())))

    def facts_turned(scenario: Scenario) -> Scenario:
        parties = {name: replace(one, facts=turned(one.facts)) for name, one in turned(scenario.parties).items()}
        items = {name: replace(one, facts=turned(one.facts)) for name, one in turned(scenario.items).items()}
        acts = tuple(
            replace(act, entity=replace(act.entity, facts=turned(act.entity.facts))) for act in reversed(scenario.acts)
        )
        return replace(scenario, parties=parties, items=items, acts=acts, stakes=scenario.stakes[::-1])

    before = evidence(law, case, asked)
    after = evidence(
        replace(law, provisions=turned(law.provisions), terms=turned(law.terms)), facts_turned(case), asked
    )
    assert tables(after) == tables(before)
    assert after.answer.deviations.keys() == before.answer.deviations.keys()


def outside(day: dt.date) -> bool:
    """Whether no suspension of the generated laws touches the day."""
    return not any(first <= day <= last for first, last in (PAUSE, DOUBT))


@given(cases())
@MODEST
def test_suspending_and_reviving_is_identity(drawn: Drawn) -> None:
    """Outside the suspension nothing changes; inside it, what sleeps is what would be."""
    law, case, asked = drawn
    free, suspended = replace(law, suspensions=()), replace(law, suspensions=SUSPENSIONS)
    before, after = tables(evidence(free, case, asked)), tables(evidence(suspended, case, asked))
    if all(outside(act.on) for act in case.acts):
        assert after == before
    for found in after.values():
        asleep = {node: how for node, how in found.items() if node[0] == "dormant"}
        assert asleep == {node: how for node, how in before[()].items() if node[0] == "dormant"}


@st.composite
def several(draw: st.DrawFn) -> tuple[Law, tuple[Scenario, ...]]:
    """A law and two or three cases for it."""
    law = draw(laws())
    return law, tuple(draw(scenarios(law)) for _ in range(draw(st.integers(2, 3))))


@given(several())
@MODEST
def test_many_at_once_answer_like_one_by_one(drawn: tuple[Law, tuple[Scenario, ...]]) -> None:
    law, given_ = drawn
    policy = Policy(law)
    try:
        alone = tuple(policy.determine(case) for case in given_)
    except Refused:
        assume(False)
        raise
    assert policy.determine_many(given_) == alone


@given(cases(), st.data())
@MODEST
def test_an_exemption_never_adds_a_requirement(drawn: Drawn, data: st.DataObject) -> None:
    law, case, asked = drawn
    required = [one for one in law.provisions.values() if one.norm.modality in REQUIREMENTS]
    target = data.draw(st.sampled_from(required))
    exemption = provision(
        "ins-a/2(99)", norm(Modality.EXEMPTION, target.path), is_(act_(), "end-use", "medicine"), kinds=target.kinds
    )
    freed = replace(target, defeats=(*target.defeats, Defeat(exemption.path)))
    exempting = replace(law, provisions=law.provisions | {target.path: freed, exemption.path: exemption})
    before, after = tables(evidence(law, case, asked)), tables(evidence(exempting, case, asked))
    paths = {one.path for one in required}
    for branch, found in after.items():
        for (layer, node, *subject), how in found.items():
            if node in ("binds", "stands", "breach") and subject[0] in paths:
                assert before[branch].get((layer, node, *subject)) in {how, "certain"}
