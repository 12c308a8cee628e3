"""On which readings and events an outcome may turn at all: those of its provision, and of all on which that rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.asp.presupposed import conditions_of
from pycontrol.law.looks import atoms, guarding, readings_used
from pycontrol.law.model import Reference
from pycontrol.law.status import suspensions, watched

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pycontrol.asp.program import Program
    from pycontrol.law.model import Law, Provision


def turning(program: Program) -> Mapping[str, frozenset[str]]:
    """Return, for each reading, the names of what may turn on it; see `page.named`."""
    law = program.law
    own = {path: _own(law, one) for path, one in law.provisions.items()}
    found: dict[str, set[str]] = {name: set() for name in law.readings}
    for path in law.provisions:
        for reading in frozenset[str]().union(*(own[one] for one in program.below[path])):
            found[reading].add(program.provision_ids[path])
    for coded in program.coded:
        for term in (coded.term, *coded.near):
            conditions = program.terms[term].conditions
            used = readings_used(conditions, program.terms, law.lists, law.vocabulary.territories)
            for reading in used:
                found[reading].add(program.term_ids[term])
    return {name: frozenset(names) for name, names in found.items()}


def hanging(program: Program, doubted: Mapping[str, Collection[str]]) -> Mapping[str, frozenset[str]]:
    """Return, for each event, the names of what may turn on it, and of the scopes within which that is counted.

    `doubted`: for each event, the provisions that look at what it leaves in doubt.
    """
    found: dict[str, set[str]] = {event: set() for event in doubted}
    for path in program.law.provisions:
        for event, paths in doubted.items():
            if not program.below[path].isdisjoint(paths):
                found[event] |= {program.provision_ids[path], *program.scopes[path]}
    return {event: frozenset(names) for event, names in found.items()}


def below(law: Law) -> Mapping[str, frozenset[str]]:
    """Return, for each provision, itself and all that it names, is defeated by or refers to, and so on down."""
    next_below = {path: frozenset(_below(one)) for path, one in law.provisions.items()}
    return {path: _reached(path, next_below) for path in law.provisions}


def _own(law: Law, provision: Provision) -> frozenset[str]:
    conditions = conditions_of(provision)
    clocks = (provision.path, *watched(law, conditions))
    lives = (period for path in clocks for period in law.provisions[path].periods)
    pauses = (period for path in clocks for one in suspensions(law, path) for period in one.periods)
    exceptions = {defeat.guard.reading for defeat in provision.defeats if defeat.guard}
    used = readings_used(conditions, law.terms, law.lists, law.vocabulary.territories)
    return used | guarding(lives) | guarding(pauses) | exceptions


def _below(provision: Provision) -> Iterable[str]:
    yield from provision.norm.of
    yield from (defeat.by for defeat in provision.defeats)
    for condition in atoms(conditions_of(provision)):
        if isinstance(condition, Reference):
            yield from condition.provisions


def _reached(path: str, below: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found, queue = {path}, [path]
    while queue:
        new = below[queue.pop()] - found
        found |= new
        queue += new
    return frozenset(found)
