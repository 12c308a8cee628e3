"""What of the facts of a thing that constraints tie is left, by what is stated of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import Sort
from pycontrol.law.ties import Broken, Left, anything, completes, narrowed

if TYPE_CHECKING:
    from collections.abc import Collection

    from pycontrol.facts.existing import Existing
    from pycontrol.facts.scenario import Entity
    from pycontrol.law.model import Constraint, Fact, Vocabulary
    from pycontrol.law.ties import Lefts


class Tied:
    """Knows what ties the facts of a vocabulary, and what an assumption closes where nothing is stated."""

    def __init__(self, vocabulary: Vocabulary, existing: Existing, denied: Collection[str] = ()) -> None:
        self._vocabulary = vocabulary
        self._existing = existing
        self._denied = denied

    def left(self, entity: Entity) -> Lefts | Broken:
        """Return what is left of the facts of a thing that something ties, or what cannot be kept."""
        said = self._said(entity, self._vocabulary.ties[entity.sort].facts)
        return narrowed(said, self._holding(entity.sort, said))

    def broken(self, entity: Entity) -> Broken | None:
        """Return what of a thing cannot be true together; None where something can."""
        ties = self._vocabulary.ties[entity.sort]
        said = self._said(entity, ties.facts)
        holding = self._holding(entity.sort, said)
        found = narrowed(said, holding)
        if isinstance(found, Broken):
            return found
        if completes(found, holding):
            return None
        return Broken(ties.constraints[0], frozenset().union(*(one.by for one in found.values())))

    def _holding(self, sort: Sort, said: Lefts) -> tuple[Constraint, ...]:
        """Return what ties the facts of a thing; of one that is settled, other refusals say whether the thing can have it."""
        ties = self._vocabulary.ties[sort]
        unsettled = (name for name in ties.hangs if said[name].may and not said[name].has)
        return (*ties.constraints, *(one for name in unsettled for one in ties.existing[name]))

    def unnamed(self, sort: Sort) -> Lefts:
        """Return what is left of the facts of a thing of which nothing is stated."""
        ties = self._vocabulary.ties[sort]
        return {name: self._open(self._vocabulary.of_sort[sort][name]) for name in ties.facts}

    def _said(self, entity: Entity, names: Collection[str]) -> Lefts:
        facts = self._vocabulary.of_sort[entity.sort]
        return {name: self._of(entity, facts[name]) for name in names}

    def _of(self, entity: Entity, fact: Fact) -> Left:
        """Return what is left of a fact before anything ties it to others."""
        stated = entity.facts.get(fact.name)
        own = frozenset((fact.name,))
        if stated is not None:
            said = frozenset(str(one.value) for one in stated)
            beside = self._existing.beside(entity, fact) if said and fact.vague else ()
            return Left(said, frozenset(beside), one=not fact.many, by=own)
        if fact.denied_by(self._denied):
            return Left(frozenset({"no"} if fact.words == ("yes", "no") else ()), by=own)
        if fact.name in entity.complete or not _has(entity, fact):
            return Left(by=own)
        told = self._existing.left(entity, fact.name)
        if told is None:
            return self._open(fact)
        by = frozenset(self._existing.stated(entity, one) for one in self._existing.having(entity, fact.name))
        return _settled(frozenset(told), by)

    @staticmethod
    def _open(fact: Fact) -> Left:
        return anything(fact, surely=fact.where is None)


def _settled(told: frozenset[str], by: frozenset[str]) -> Left:
    """Return a choice that has one of some values; of no value, it is said elsewhere that facts of the thing clash."""
    return Left(told, by=by) if len(told) == 1 else Left(may=told, some=bool(told), by=by)


def _has(entity: Entity, fact: Fact) -> bool:
    """Whether such an act has the fact at all."""
    if entity.sort is not Sort.ACT or not fact.acts:
        return True
    return any(str(one.value) in fact.acts for one in entity.facts.get("kind", ()))
