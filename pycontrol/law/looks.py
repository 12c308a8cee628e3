"""What conditions look at: items, and readings."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.model import (
    AnyOf,
    Differs,
    Inside,
    IsTerm,
    Listed,
    Operates,
    Reach,
    Reference,
    Root,
    Share,
    Stake,
    Test,
    Under,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pycontrol.law.model import Condition, PartyList, Period, Term, Territory


def atoms(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Yield the conditions and those in their alternatives, but not the enumerations themselves."""
    for condition in conditions:
        if isinstance(condition, AnyOf):
            for alternative in condition.alternatives:
                yield from atoms(alternative.conditions)
        else:
            yield condition


def looks_at_item(conditions: Iterable[Condition]) -> bool:
    """Whether any of the conditions looks at the item of the subject."""
    return any(reach.root is Root.ITEM for condition in atoms(conditions) for reach in _reaches(condition))


def _reaches(condition: Condition) -> tuple[Reach, ...]:
    match condition:
        case Differs():
            return (condition.reach, condition.other_reach)
        case Test() | IsTerm() | Listed() | Share() | Stake() | Reference():
            return (condition.reach,)
        case Under() | Operates() | AnyOf():
            return ()
        case _:
            assert_never(condition)


def readings_used(
    conditions: Iterable[Condition],
    terms: Mapping[str, Term],
    lists: Mapping[str, PartyList],
    territories: Mapping[str, Territory],
) -> frozenset[str]:
    """Return every reading on which the conditions, their terms, lists and territories hang."""
    written = tuple(conditions)
    below = (one for name in terms_used(written, terms) for one in terms[name].conditions)
    found = (_readings(condition, lists, territories) for condition in atoms((*written, *below)))
    return frozenset(chain.from_iterable(found)) - {""}


def terms_used(conditions: Iterable[Condition], terms: Mapping[str, Term]) -> frozenset[str]:
    """Return the terms that the conditions use, and those that these use."""
    found: set[str] = set()
    waiting = list(conditions)
    while waiting:
        for condition in atoms([waiting.pop()]):
            term = condition.term if isinstance(condition, IsTerm | Share | Stake) else ""
            if term in terms and term not in found:
                found.add(term)
                waiting += terms[term].conditions
    return frozenset(found)


def _readings(
    condition: Condition, lists: Mapping[str, PartyList], territories: Mapping[str, Territory]
) -> Iterable[str]:
    """Return the readings that the condition names itself, or that its list or territory hangs on."""
    match condition:
        case Under():
            return (condition.guard.reading,)
        case Share():
            return (condition.adding, condition.nesting, *_guards(territories, condition.territory))
        case Stake():
            return (condition.chaining, condition.control)
        case Test(check=Inside(territory)):
            return _guards(territories, territory)
        case Listed():
            return guarding(_periods(lists[condition.list])) if condition.list in lists else ()
        case Test() | IsTerm() | Reference() | Operates() | Differs() | AnyOf():
            return ()
        case _:
            assert_never(condition)


def guarding(periods: Iterable[Period]) -> frozenset[str]:
    """Return the readings that guard the periods."""
    return frozenset(period.guard.reading for period in periods if period.guard)


def _guards(territories: Mapping[str, Territory], name: str) -> frozenset[str]:
    places = territories[name].places if name in territories else ()
    return frozenset(guard.reading for _, guard in places if guard)


def _periods(party_list: PartyList) -> Iterator[Period]:
    for notice in party_list.notices:
        yield from notice.listed
    for listing in party_list.listings:
        yield from (*listing.listed, *listing.paused)
