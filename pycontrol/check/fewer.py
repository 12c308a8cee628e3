"""Scenarios that say less: what can be left out of one that was filled in to be on the safe side, a piece at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from pycontrol.facts.scenario import Entity, Scenario, StakeHeld

    Removal = Callable[[Scenario], Scenario]


def removals(scenario: Scenario, touched: Container[str], *, linked: bool) -> Iterator[Removal]:
    """Yield what may be left out of a scenario: all that nothing `touched` by a choice needs, unless it does after all.

    `linked`: the acts linked to stay.
    """
    for name in (*scenario.parties, *scenario.items):
        if name not in touched:
            yield partial(_without_thing, name=name)
    if not linked:
        yield from (partial(_without_act, name=act.name) for act in scenario.acts[:-1])
    for stake in scenario.stakes:
        yield partial(_without_stake, stake=stake)
    for item in scenario.items.values():
        yield from (
            partial(_without_fact, name=item.name, fact=fact) for fact in ("value", "parts") if fact in item.facts
        )
    for entity in (*scenario.items.values(), *scenario.parties.values()):
        yield from (partial(_without_mark, name=entity.name, fact=fact) for fact in sorted(entity.complete))
    for word in sorted(scenario.complete):
        yield partial(_without_word, word=word)
    yield _without_question


def _without_act(scenario: Scenario, name: str) -> Scenario:
    """Leave out an act, and every link to it."""
    left = _without_thing(scenario, name)
    return replace(left, acts=tuple(act for act in left.acts if act.name != name))


def _without_thing(scenario: Scenario, name: str) -> Scenario:
    """Leave out a party or item, and every mention of it."""

    def spared(entity: Entity) -> Entity:
        facts = {fact: tuple(one for one in values if one.value != name) for fact, values in entity.facts.items()}
        return replace(entity, facts={fact: left for fact, left in facts.items() if left or not entity.facts[fact]})

    return replace(
        _each(scenario, spared),
        parties={key: spared(one) for key, one in scenario.parties.items() if key != name},
        items={key: spared(one) for key, one in scenario.items.items() if key != name},
        names={key: said for key, said in scenario.names.items() if key != name},
        stakes=tuple(one for one in scenario.stakes if name not in (one.owner, one.held)),
    )


def _each(scenario: Scenario, change: Callable[[Entity], Entity]) -> Scenario:
    return replace(
        scenario,
        acts=tuple(replace(act, entity=change(act.entity)) for act in scenario.acts),
        parties={key: change(one) for key, one in scenario.parties.items()},
        items={key: change(one) for key, one in scenario.items.items()},
    )


def _without_fact(scenario: Scenario, name: str, fact: str) -> Scenario:
    def spared(entity: Entity) -> Entity:
        left = {key: values for key, values in entity.facts.items() if key != fact}
        return replace(entity, facts=left) if entity.name == name else entity

    return _each(scenario, spared)


def _without_mark(scenario: Scenario, name: str, fact: str) -> Scenario:
    def spared(entity: Entity) -> Entity:
        return replace(entity, complete=entity.complete - {fact}) if entity.name == name else entity

    return _each(scenario, spared)


def _without_stake(scenario: Scenario, stake: StakeHeld) -> Scenario:
    return replace(scenario, stakes=tuple(one for one in scenario.stakes if one != stake))


def _without_word(scenario: Scenario, word: str) -> Scenario:
    return replace(scenario, complete=scenario.complete - {word})


def _without_question(scenario: Scenario) -> Scenario:
    return replace(scenario, asked=None)
