"""What of a choice is left open: by facts that exist only where it has some value, and by words that are vague."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.law.model import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.facts.scenario import Entity, StakeHeld
    from pycontrol.law.model import Fact, Vocabulary, Where

STAKE = "stake"
"""The word by which owners are stated beside the facts of a party."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Facts that a thing surely has and cannot have: as that choice is stated, or, where it is not, all of them together."""

    choice: Fact
    having: tuple[Fact, ...]


class Existing:
    """Knows which facts of a vocabulary exist only where which choice has which values, and in whom stakes are held."""

    def __init__(self, vocabulary: Vocabulary, stakes: Iterable[StakeHeld]) -> None:
        self._facts = vocabulary.facts
        self._held = {stake.held for stake in stakes}
        self._told_by: dict[tuple[Sort, str], list[Fact]] = {}
        for fact in vocabulary.facts.values():
            if fact.where:
                self._told_by.setdefault((fact.sort, fact.where.fact), []).append(fact)

    def having(self, entity: Entity, choice: str) -> tuple[Fact, ...]:
        """Return the facts that a thing surely has, and could not have whatever that choice were."""
        told_by = self._told_by.get((entity.sort, choice), ())
        return tuple(fact for fact in told_by if self._is_stated(entity, fact) or self.having(entity, fact.name))

    def left(self, entity: Entity, choice: str) -> tuple[str, ...] | None:
        """Return what a choice of which nothing is stated may be; None where no other fact tells."""
        having = self.having(entity, choice)
        values = self._facts[entity.sort, choice].values if having else ()
        return tuple(value for value in values if _allowed(value, having)) if having else None

    def beside(self, entity: Entity, fact: Fact) -> tuple[str, ...]:
        """Return the choices of which one may be true beside those stated, as these are vague; none where all are said."""
        if fact.name in entity.complete:
            return ()
        stated = _stated(entity, fact.name)
        found = (one.sharper for one in fact.vague if _met(one.given, entity) and not stated.isdisjoint(one.values))
        return tuple(dict.fromkeys(value for sharper in found for value in sharper if value not in stated))

    def clashes(self, entity: Entity) -> Iterator[Clash]:
        """Yield what facts of a thing it cannot have, as others say."""
        for sort, name in self._told_by:
            having = self.having(entity, name) if sort is entity.sort else ()
            choice, stated = self._facts[sort, name], entity.facts.get(name)
            if stated is None:
                if having and not self.left(entity, name):
                    yield Clash(choice, having)
                continue
            values = [str(one.value) for one in stated]
            yield from (Clash(choice, (fact,)) for fact in having if not any(_allowed(one, (fact,)) for one in values))

    def stated(self, entity: Entity, fact: Fact) -> str:
        """Return the word that states that a thing has a fact: of that one, or of one that exists only with it."""
        if _stated(entity, fact.name):
            return fact.name
        if self._is_stated(entity, fact):
            return STAKE
        return next((self.stated(entity, other) for other in self.having(entity, fact.name)), fact.name)

    def _is_stated(self, entity: Entity, fact: Fact) -> bool:
        """Whether the thing is stated to have the fact: by a value or, of owners, by a stake that somebody holds in it.

        A value that says that there is nothing of the kind tells nothing.
        """
        owned = fact.sort is Sort.PARTY and fact.name == "owners" and entity.name in self._held
        return owned or not _stated(entity, fact.name).issubset(fact.where.save if fact.where else ())


def _stated(entity: Entity, name: str) -> frozenset[str]:
    return frozenset(str(one.value) for one in entity.facts.get(name) or ())


def _met(given: Where | None, entity: Entity) -> bool:
    return given is None or not _stated(entity, given.fact).isdisjoint(given.values)


def _allowed(value: str, having: tuple[Fact, ...]) -> bool:
    return all(fact.where is not None and value in fact.where.values for fact in having)
