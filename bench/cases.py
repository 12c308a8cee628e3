"""The cases that are measured: the bundled scenarios with everything that they leave unsaid answered.

No bundled scenario states all that the law may ask, so each is completed here by one rule: a yes-or-no that was not
stated is `no` (or what a constraint makes of it), any other fact has no value (but a choice on which it hangs whether a thing
has what is stated of it is the first that allows it), relations are complete, every party was
screened with no hit, and a licence covers the whole of its scenario unless it says otherwise. Readings with a default are
left free; those without one are taken as `NO_DEFAULT` says.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pycontrol.facts.existing import Existing
from pycontrol.facts.scenario import Entity, Licence, PartyName, Scenario, Stated
from pycontrol.facts.tied import Tied
from pycontrol.facts.written import to_mapping
from pycontrol.law.model import Fact, FactType, Law, Sort
from pycontrol.policy import bundled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol import Policy

NO_DEFAULT = {
    "unconfirmed-targets": "listed",
    "humanitarian-priority": "yields",
    "order-of-catalogue": "prohibition-stays",
    "assembly-or-end-product": "assembly",
}
"""The readings without a default, as the cases take them: each so that the rules about it have something to do."""

WIDEST = (dt.date(2000, 1, 1), dt.date(2099, 12, 31))
NEVER_ASKED = frozenset({"kind", "state", "items"})


@dataclass(frozen=True, slots=True)
class BenchCase:
    """A fully known case on a confirmed day; `mapping` is what a caller would hand in."""

    scenario: Scenario
    mapping: Mapping[str, object]


def bench_cases(policy: Policy, under: Iterable[str] = ("",)) -> tuple[BenchCase, ...]:
    """Return every bundled scenario under these directories with acts, on confirmed days, that assumes nothing in force."""
    found = []
    for path in sorted(one for place in under for one in (bundled("scenarios") / place).rglob("*.scenario")):
        for scenario in policy.scenarios(path):
            if (
                not scenario.acts
                or scenario.assumptions.in_force
                or any(_doubtful(policy.law, act.on) for act in scenario.acts)
            ):
                continue
            found.append(known_case(policy, scenario))
    return tuple(found)


def known_case(policy: Policy, scenario: Scenario) -> BenchCase:
    """Return a scenario as a case of this law in which nothing is left unsaid."""
    whole = completed(policy.law, scenario)
    return BenchCase(whole, to_mapping(whole))


def items_to_classify(policy: Policy, under: Iterable[str]) -> tuple[Scenario, ...]:
    """Return one scenario without acts for each that names a single item, asked about on the day of its last act."""
    return tuple(
        replace(one, acts=(), items=one.items, parties={}, names={}, stakes=(), licences=(), asked=_last(one))
        for one in (case.scenario for case in bench_cases(policy, under))
        if len(one.items) == 1
    )


def _last(scenario: Scenario) -> dt.date:
    return max(act.on for act in scenario.acts)


def _doubtful(law: Law, day: dt.date) -> bool:
    """Whether on this day some instrument hangs on an event, in any reading."""
    return any(
        period.first <= day and (period.last is None or day <= period.last)
        for suspension in law.suspensions
        if suspension.event
        for period in suspension.periods
    )


def completed(law: Law, scenario: Scenario) -> Scenario:
    """Return the scenario with everything that it leaves unsaid answered by the rule of this file."""
    day = _last(scenario)
    return replace(
        scenario,
        acts=tuple(replace(act, entity=_entity(law, scenario, act.entity, act.kind)) for act in scenario.acts),
        parties={name: _entity(law, scenario, party) for name, party in scenario.parties.items()},
        items={name: _entity(law, scenario, item) for name, item in scenario.items.items()},
        names={name: _screened(law, scenario.names.get(name), day) for name in scenario.parties},
        licences=tuple(_whole(licence, scenario) for licence in scenario.licences),
        complete=frozenset({"licences", "events"}),
        assumptions=replace(scenario.assumptions, denied=(), taken=_taken(law)),
        expected=None,
    )


def _taken(law: Law) -> tuple[tuple[str, str], ...]:
    """Return how the readings without a default are taken: as `NO_DEFAULT` says, any other by its first value."""
    open_readings = (reading for reading in law.readings.values() if not reading.default)
    return tuple((one.name, NO_DEFAULT.get(one.name, one.values[0][0])) for one in open_readings)


def _entity(law: Law, scenario: Scenario, entity: Entity, kind: str = "") -> Entity:
    own = [fact for fact in law.vocabulary.facts.values() if _has(fact, entity, kind)]
    opens = frozenset(fact.name for fact in own if fact.open)
    facts = {name: values for name, values in entity.facts.items() if values or name not in opens}
    for fact in own:
        if fact.name not in facts and not fact.open and (entity.sort is not Sort.ACT or fact.name not in NEVER_ASKED):
            facts[fact.name] = (Stated("no"),) if fact.type is FactType.YES_NO else ()
    existing = Existing(law.vocabulary, scenario.stakes)
    for fact in own:
        left = existing.left(entity, fact.name) if fact.name not in entity.facts else None
        if left:
            facts[fact.name] = (Stated(left[0]),)
    facts |= _as_tied(law, Tied(law.vocabulary, existing), replace(entity, complete=opens), facts)
    return replace(entity, facts=facts, complete=opens)


def _as_tied(
    law: Law, tied: Tied, entity: Entity, facts: Mapping[str, tuple[Stated, ...]]
) -> dict[str, tuple[Stated, ...]]:
    """Return what constraints make of facts that were not stated, one after another as the rule of this file says."""
    found: dict[str, tuple[Stated, ...]] = {}
    for name in law.vocabulary.ties[entity.sort].facts:
        if name in entity.facts or name not in facts:
            continue
        ways = (facts[name], *((Stated(word),) for word in law.vocabulary.facts[entity.sort, name].words))
        said = {one: replace(entity, facts=entity.facts | found | {name: one}) for one in ways}
        found[name] = next(one for one, stated in said.items() if tied.broken(stated) is None)
    return found


def _has(fact: Fact, entity: Entity, kind: str) -> bool:
    return fact.sort is entity.sort and (not fact.acts or entity.sort is not Sort.ACT or kind in fact.acts)


def _screened(law: Law, name: PartyName | None, day: dt.date) -> PartyName:
    own = name or PartyName()
    listed = {one.list for one in own.listed}
    return replace(own, screened=tuple((one, day) for one in law.lists if one not in listed))


def _whole(licence: Licence, scenario: Scenario) -> Licence:
    def stated(fact: str) -> tuple[str, ...]:
        values = (str(one.value) for act in scenario.acts for one in act.entity.facts.get(fact, ()))
        return tuple(dict.fromkeys(values))

    return replace(
        licence,
        kind=licence.kind or "dual-use",
        holder=licence.holder or next(iter(stated("transferor")), None),
        items=licence.items or tuple(scenario.items) or None,
        end_users=licence.end_users or stated("end-user") or None,
        end_uses=licence.end_uses or stated("end-use") or None,
        since=licence.since or WIDEST[0],
        until=licence.until or WIDEST[1],
    )


def unsaid(law: Law, case: BenchCase, count: int) -> Scenario:
    """Return the case with `count` of its stated facts unsaid again: first of its acts, then items, then parties."""
    scenario = case.scenario
    left = count
    changed: dict[str, Entity] = {}
    for entity in _in_order(scenario):
        facts = dict(entity.facts)
        for fact in law.vocabulary.facts.values():
            settled = entity.facts.get(fact.name)
            if left and fact.sort is entity.sort and fact.type is FactType.YES_NO and settled == (Stated("no"),):
                del facts[fact.name]
                left -= 1
        changed[entity.name] = replace(entity, facts=facts)
    return replace(
        scenario,
        acts=tuple(replace(act, entity=changed[act.name]) for act in scenario.acts),
        items={name: changed[name] for name in scenario.items},
        parties={name: changed[name] for name in scenario.parties},
    )


def _in_order(scenario: Scenario) -> Iterable[Entity]:
    yield from (act.entity for act in scenario.acts)
    yield from scenario.items.values()
    yield from scenario.parties.values()
