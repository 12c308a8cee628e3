"""The cases that the peers are given: what articles 1 and 2 look at, laid out flat.

The host does for both peers what pycontrol does itself: it says in which part of Annex 1 an item is, and adds up the
Part 1 materials of Chinese origin. Taken are cases with one movement of one item that is no assembly, not in humanitarian
relief, under No. 61.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.raw.ask import ask, law_text
from bench.raw.facts import facts_text, worth_of_chinese_part1
from pycontrol.facts.lists import membership
from pycontrol.facts.ownership import holds_on
from pycontrol.law.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.cases import BenchCase
    from pycontrol import Determination
    from pycontrol.facts.scenario import Entity, Scenario
    from pycontrol.law.model import Law

Answer = frozenset[str]
"""The limbs of articles 1 and 2 that bind."""

LIMBS = ("1(1)", "1(2)", "1(3)", "2(military)", "2(listed)")
_ASSEMBLED = ("part", "component", "assembly", "end-product", "equipment", "battery-pack", "set", "other")
_HUMANITARIAN = ("emergency-medical", "public-health-emergency", "disaster-relief", "humanitarian-relief")


@dataclass(frozen=True, slots=True)
class PeerCase:
    """One case: as pycontrol reads it, and as the peers do."""

    case: BenchCase
    flat: dict[str, object]


def peer_cases(law: Law, cases: tuple[BenchCase, ...]) -> tuple[PeerCase, ...]:
    """Return those of the cases that the peers can be given."""
    return tuple(PeerCase(case, flat) for case in cases for flat in _flat(law, case.scenario))


def answer_of(determination: Determination) -> Answer:
    """Return what a determination says of articles 1 and 2."""
    prefix = "cn-mofcom-2025-61/"
    return frozenset(
        one.provision.removeprefix(prefix)
        for one in determination.outcomes
        if one.layer == "now"
        and one.kind in ("licence", "review")
        and one.certainty == "certain"
        and one.provision.removeprefix(prefix) in LIMBS
    )


def _flat(law: Law, scenario: Scenario) -> Iterator[dict[str, object]]:
    if len(scenario.acts) != 1 or scenario.acts[0].kind != "movement":
        return
    (act,) = scenario.acts
    items = _all(act.entity, "items")
    sides = _all(act.entity, "importer") + _all(act.entity, "end-user")
    if (
        len(items) != 1
        or len(_all(act.entity, "transferor")) != 1
        or not set(_all(act.entity, "end-use")).isdisjoint(_HUMANITARIAN)
    ):
        return
    item = scenario.items[items[0]]
    value = item.facts["value"][0].value if item.facts["value"] else None
    if _first(item, "form") in _ASSEMBLED or not sides or not isinstance(value, Quantity):
        return
    worth = worth_of_chinese_part1(scenario, item.name)
    scale = math.lcm(worth.denominator, value.amount.denominator)
    restricted = [
        name
        for name in scenario.parties
        if any(
            membership(law.lists[one], scenario.names.get(name), act.on)[-1][1]
            for one in ("control-list", "watch-list")
        )
    ]
    yield {
        "day": int(f"{act.on:%Y%m%d}"),
        "from": _first(act.entity, "from"),
        "to": _first(act.entity, "to"),
        "exporter": _first(scenario.parties[_all(act.entity, "transferor")[0]], "established-in"),
        "part": _part(law, scenario),
        "made_in": _first(item, "made-in"),
        "origin": _first(item, "origin"),
        "technologies": _all(item, "made-with-technology-for"),
        "technology_origin": _first(item, "production-technology-origin"),
        "chinese": int(worth * scale),
        "value": int(value.amount * scale),
        "sides": list(dict.fromkeys(sides)),
        "military": [name for name, party in scenario.parties.items() if _first(party, "military-user") == "yes"],
        "restricted": restricted,
        "stakes": [
            {"owner": one.owner, "held": one.held, "hundredths": int(one.share * 10_000)}
            for one in scenario.stakes
            if one.interest == "equity" and holds_on(one, act.on)
        ],
        "branches": [
            {"body": _first(party, "branch-of"), "branch": name}
            for name, party in scenario.parties.items()
            if _first(party, "branch-of")
        ],
    }


def _part(law: Law, scenario: Scenario) -> int:
    """Return 1 or 2 for the part of Annex 1 that raw puts the item into, 0 for neither."""
    written = facts_text(law, scenario)
    short = next(short for short, name in written.names.items() if name == _all(scenario.acts[0].entity, "items")[0])
    shown = ask(law_text() + "#show part1/1. #show part2/1.", written.text)
    return 1 if f"part1({short})" in shown else 2 if f"part2({short})" in shown else 0


def _all(entity: Entity, fact: str) -> list[str]:
    return [str(one.value) for one in entity.facts.get(fact, ())]


def _first(entity: Entity, fact: str) -> str:
    return next(iter(_all(entity, fact)), "")
