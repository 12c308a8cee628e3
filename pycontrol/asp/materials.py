"""The materials that a share speaks of: where each is tested alone (Q-SUM), only parts of the same material add up.

Each entry of the item lists that the term names is one material. So is each alternative of the term that names no list, and
the whole term where it has neither.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pycontrol.law.model import AnyOf, IsTerm, Quantifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pycontrol.law.model import Condition, Term

Entry = tuple["Condition", ...]
"""What a thing must be, all together, to be of a material."""


def materials_of(terms: Mapping[str, Term], name: str) -> tuple[Entry, ...]:
    """Return the materials of a term; where it joins several enumerations, one is an alternative of each."""
    return tuple(dict.fromkeys(_of_term(terms, name)))


def _of_term(terms: Mapping[str, Term], name: str) -> Iterator[Entry]:
    return _joined(terms, terms[name].conditions, of=name if terms[name].entries else "")


def _joined(terms: Mapping[str, Term], conditions: Iterable[Condition], *, of: str) -> Iterator[Entry]:
    for ways in product(*(tuple(_ways(terms, condition, of=of)) for condition in conditions)):
        yield tuple(condition for way in ways for condition in way)


def _ways(terms: Mapping[str, Term], condition: Condition, *, of: str) -> Iterator[Entry]:
    """Yield the ways to meet a condition of the item list `of`, or of a term that is none (empty)."""
    match condition:
        case AnyOf(_, alternatives):
            for alternative in alternatives:
                if _is_part(alternative.conditions, of) if of else _any_list(terms, alternative.conditions):
                    yield from _joined(terms, alternative.conditions, of="")
                else:
                    yield alternative.conditions
        case IsTerm(_, _, term) if _any_list(terms, (condition,)):
            yield from _of_term(terms, term)
        case _:
            yield (condition,)


def _is_part(conditions: tuple[Condition, ...], of: str) -> bool:
    """Return whether an alternative of a list is a part of it; any other is an entry, whatever that names itself."""
    return all(isinstance(one, IsTerm) and one.term.startswith(f"{of}.") for one in conditions)


def _any_list(terms: Mapping[str, Term], conditions: Iterable[Condition]) -> bool:
    """Return whether one of the conditions, or of the terms that they name, is that the thing is on an item list."""
    for condition in conditions:
        match condition:
            case IsTerm(_, reach, name, Quantifier.SOME) if not reach.steps:
                if terms[name].entries or _any_list(terms, terms[name].conditions):
                    return True
            case AnyOf(_, alternatives):
                if any(_any_list(terms, one.conditions) for one in alternatives):
                    return True
            case _:
                pass
    return False
