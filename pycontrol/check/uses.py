"""What a law uses of what it declares: readings, terms, lists and facts that some condition, date or norm looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.coded import coded_entries
from pycontrol.law.looks import atoms, guarding, readings_used
from pycontrol.law.model import (
    AnyOf,
    Differs,
    FactType,
    IsTerm,
    Listed,
    Operates,
    Reference,
    Root,
    Share,
    Sort,
    Stake,
    Test,
    Under,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.law.model import Condition, Law, Provision, Reach

OF_THE_LANGUAGE = frozenset(
    {
        *((Sort.ACT, name) for name in ("kind", "state", "items", "end-user", "end-use", "fulfils", "serious")),
        *((Sort.PARTY, name) for name in ("owners", "branch-of")),
        *((Sort.ITEM, name) for name in ("parts", "value")),
    }
)
"""Facts that papers, filings, bands, stakes and shares look at, without a condition that names them."""

_STARTS = {Root.ACT: Sort.ACT, Root.ITEM: Sort.ITEM, Root.BEARER: Sort.PARTY}
_REACHES = {FactType.ACT: Sort.ACT, FactType.PARTY: Sort.PARTY, FactType.ITEM: Sort.ITEM}


@dataclass(frozen=True, slots=True)
class Uses:
    """The readings, terms, lists of parties and facts that a law uses."""

    readings: frozenset[str]
    terms: frozenset[str]
    lists: frozenset[str]
    facts: frozenset[tuple[Sort, str]]


def uses(law: Law) -> Uses:
    """Return what the law uses. A term is used where something else names it, be it a term that nothing uses."""
    asked = list(_asked(law))
    facts = {*OF_THE_LANGUAGE, *(fact for _, own, one in asked for fact in _facts(law, own, one))}
    facts |= {fact for provision in law.provisions.values() for fact in _facts_of_norm(provision)}
    facts |= {(Sort.ACT, role) for filing in law.vocabulary.filings.values() for role in (filing.by, filing.to)}
    facts |= {(one.sort, end.fact) for one in law.vocabulary.constraints for end in (one.given, one.then)}
    facts |= {(one.sort, one.where.fact) for one in law.vocabulary.facts.values() if one.where}
    terms = {whole for user, _, one in asked for whole in _wholes(law, _term(one)) if not _within(user, whole)}
    # What is listed by lines that are not held stands there to be classified; the provision asks what was read in them.
    terms |= {whole for one in coded_entries(law) if not one.code.printed for whole in _wholes(law, one.owner)}
    lists = {one.list for _, _, one in asked if isinstance(one, Listed)}
    return Uses(frozenset(_readings(law)), frozenset(terms), frozenset(lists), frozenset(facts))


def _asked(law: Law) -> Iterator[tuple[str, Sort, Condition]]:
    """Yield every atom of provisions and of terms that are written, with who asks it and of which sort of thing."""
    for provision in law.provisions.values():
        for condition in atoms((*provision.perimeter, *provision.conditions)):
            yield provision.path, Sort.ACT, condition
    for term in law.terms.values():
        if written(term.name):
            for condition in atoms(term.conditions):
                yield term.name, term.sort, condition


def written(term: str) -> bool:
    """Whether a term stands in a law file, and was not made from another one for its near misses."""
    return "~" not in term


def _readings(law: Law) -> Iterator[str]:
    everything = [one for provision in law.provisions.values() for one in (*provision.perimeter, *provision.conditions)]
    everything += [one for term in law.terms.values() for one in term.conditions]
    yield from readings_used(everything, law.terms, law.lists, law.vocabulary.territories)
    dated = (*(one.periods for one in law.provisions.values()), *(one.periods for one in law.suspensions))
    for periods in (*dated, *(one.periods for one in law.operations)):
        yield from guarding(periods)
    for provision in law.provisions.values():
        yield from (defeat.guard.reading for defeat in provision.defeats if defeat.guard)
    for party_list in law.lists.values():
        for notice in party_list.notices:
            yield from guarding(notice.listed)
        for listing in party_list.listings:
            yield from guarding((*listing.listed, *listing.paused))
    for territory in law.vocabulary.territories.values():
        yield from (guard.reading for _, guard in territory.places if guard)


def _term(condition: Condition) -> str:
    """Return the term that an atom names; one made for near misses counts as the one that it was made from."""
    return condition.term.partition("~")[0] if isinstance(condition, IsTerm | Share | Stake) else ""


def _wholes(law: Law, term: str) -> Iterator[str]:
    """Yield a term and, for a part or an entry of an item list, the list: who uses a part uses the whole."""
    while term in law.terms:
        yield term
        term = term.rpartition(".")[0]


def _within(user: str, whole: str) -> bool:
    """Whether what uses a term is that term, or a part or an entry of that list: nothing is used by itself alone."""
    return user == whole or user.startswith(f"{whole}.")


# --- facts --------------------------------------------------------------------------------------------------


def _facts(law: Law, own: Sort, condition: Condition) -> Iterator[tuple[Sort, str]]:
    match condition:
        case Test(reach=reach, fact=name):
            yield from _steps(law, own, reach)
            yield reach.sort, name
        case IsTerm(reach=reach) | Listed(reach=reach) | Reference(reach=reach):
            yield from _steps(law, own, reach)
        case Share(reach=reach, origin_fact=name):
            yield from _steps(law, own, reach)
            yield Sort.ITEM, name
        case Stake(reach=reach, control_fact=name):
            yield from _steps(law, own, reach)
            yield Sort.PARTY, name
        case Differs():
            yield from (*_steps(law, own, condition.reach), *_steps(law, own, condition.other_reach))
            yield condition.reach.sort, condition.fact
            yield condition.other_reach.sort, condition.other_fact
        case Operates() | Under() | AnyOf():
            pass
        case _:
            assert_never(condition)


def _steps(law: Law, own: Sort, reach: Reach) -> Iterable[tuple[Sort, str]]:
    """Return the facts along a path, each with the sort of the thing of which it is one."""
    sort, found = _STARTS.get(reach.root, own), list[tuple[Sort, str]]()
    for step in reach.steps:
        key = (sort, step.removesuffix("*"))
        found.append(key)
        fact = law.vocabulary.facts.get(key)
        sort = _REACHES.get(fact.type, sort) if fact else sort
    return found


def _facts_of_norm(provision: Provision) -> Iterator[tuple[Sort, str]]:
    yield Sort.ACT, provision.bearer
    yield Sort.ACT, provision.norm.to
    yield from ((Sort.ACT, band.base) for band in provision.norm.bands)
