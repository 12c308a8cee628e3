"""Generated cases in which everything is known: every fact stated, every relation complete, every reading taken."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from pycontrol.facts.scenario import Assumptions, Entity, Licence, Scenario
from pycontrol.law.model import Fact, FactType, Law, Quantity, Sort
from tests.properties.building import FORMS, TIES, USES, VOCABULARY, Given, entity, euro, nm
from tests.properties.strategies import OPERATING, cases

_THINGS = (FactType.ACT, FactType.PARTY, FactType.ITEM)
_CHOICES = {"form": FORMS[0], "ties": TIES[0], "end-use": USES[0]}


def _plain(fact: Fact) -> Given:
    """A value for a fact that was not stated; of things there are none more."""
    match fact.type:
        case FactType.YES_NO:
            return "no"
        case FactType.PLACE:
            return "AT"
        case FactType.QUANTITY:
            return nm(14)
        case FactType.MONEY:
            return Quantity(euro(10).amount, "CNY" if fact.name == "turnover" else "EUR")
        case _:
            return () if fact.type in _THINGS else _CHOICES[fact.name]


def filled(thing: Entity, kind: str = "", *, sorts: bool = False) -> Entity:
    """The thing with every fact stated and every relation complete. `sorts`: items are of some sort, by the law."""
    facts = dict(thing.facts)
    for (sort, name), fact in VOCABULARY.facts.items():
        if sort is not thing.sort or (fact.acts and kind and kind not in fact.acts):
            continue
        euros = name == "value" and name in facts and facts[name][0].value != euro(0)
        if name == "citizen-of" or name not in facts or (euros and "EUR" not in str(facts[name])):
            facts[name] = entity("x", sort, {name: _plain(fact)}).facts[name]
        if name == "turnover" and "CNY" not in str(facts[name]):
            facts[name] = entity("x", sort, {name: _plain(fact)}).facts[name]
    if facts.get("knows", ()) and facts["knows"][0].value == "yes":
        facts["should-know"] = facts["knows"]
    if sorts and thing.sort is Sort.ITEM:
        facts |= entity("x", Sort.ITEM, {"sort": "goods"}).facts  # what has a form, as all things here have one
    return replace(thing, facts=facts, complete=frozenset({*thing.complete, *facts, "owners"}))


def _told(paper: Licence) -> Licence:
    return replace(
        paper,
        kind=paper.kind or "dual",
        holder=paper.holder or "beta",
        items=paper.items or ("coil",),
        end_users=paper.end_users or ("beta",),
        end_uses=paper.end_uses or USES,
        since=paper.since or dt.date(2024, 1, 1),
        until=paper.until or dt.date(2027, 1, 1),
    )


@st.composite
def known_cases(draw: st.DrawFn) -> tuple[Law, Scenario, dt.date]:
    """A law, a case of which everything is known, on days on which nothing is in doubt, and the day asked about."""
    law, case, asked = draw(cases())
    doubts = [period for one in law.suspensions if one.event for period in one.periods]
    days = [day for day in OPERATING if not any(p.first <= day and (not p.last or day <= p.last) for p in doubts)]
    acts = tuple(replace(act, on=draw(st.sampled_from(days)), entity=filled(act.entity, act.kind)) for act in case.acts)
    sorts = (Sort.ITEM, "sort") in law.vocabulary.facts
    screened = (("watch", dt.date(2027, 1, 1)),)
    taken = tuple((one.name, one.default or one.values[0][0]) for one in law.readings.values())
    known = replace(
        case,
        acts=acts,
        parties={name: filled(one) for name, one in case.parties.items()},
        items={name: filled(one, sorts=sorts) for name, one in case.items.items()},
        names={name: replace(one, screened=screened) for name, one in case.names.items()},
        stakes=tuple(
            replace(one, interest="equity") for one in case.stakes
        ),  # of whoever holds votes, it is open how much
        licences=tuple(map(_told, case.licences)),
        complete=frozenset({"licences", "events"}),
        assumptions=Assumptions(taken=taken),
    )
    return law, known, asked
