"""How large one scenario may be. Refused before it costs time; the numbers follow the speed of the solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import FactType, Sort

if TYPE_CHECKING:
    from pycontrol.facts.refusals import Place, Refusals
    from pycontrol.facts.said import ScenarioSaid, ThingSaid
    from pycontrol.law.model import Vocabulary

MOST = {"items": 1000, "parties": 500, "stakes": 500, "licences": 100}

MOST_SUBJECTS = 100
"""Each act counts once for each of its items and for each party in its fullest role: those are weighed one by one."""


def refuse_size(said: ScenarioSaid, vocabulary: Vocabulary, refusals: Refusals) -> None:
    """Refuse a scenario that says more than can be weighed in a sensible time, and look no further."""
    acts = [thing for thing in said.things if thing.sort is Sort.ACT]
    counted = {
        "items": sum(thing.sort is Sort.ITEM for thing in said.things),
        "parties": sum(thing.sort is Sort.PARTY for thing in said.things),
        "stakes": len(said.stakes),
        "licences": len(said.licences),
    }
    for what, count in counted.items():
        if count > MOST[what]:
            _refuse(said.place, f"the scenario has {count} {what}", f"state {MOST[what]} at most", refusals)
    if sum(_subjects(act, vocabulary) for act in acts) > MOST_SUBJECTS:
        cure = f"acts, each times its items and the parties in one role, may come to {MOST_SUBJECTS}: split the case"
        _refuse(said.place, "the acts of the scenario have too many items and parties to be weighed", cure, refusals)


def _refuse(place: Place, problem: str, cure: str, refusals: Refusals) -> None:
    refusals.add("F124", problem, place, cure)
    refusals.raise_any()


def _subjects(act: ThingSaid, vocabulary: Vocabulary) -> int:
    most = {FactType.ITEM: 1, FactType.PARTY: 1}
    for said in act.facts:
        fact = vocabulary.facts.get((Sort.ACT, said.name))
        if fact is not None and fact.type in most:
            most[fact.type] = max(most[fact.type], len(said.values))
    return most[FactType.ITEM] * most[FactType.PARTY]
