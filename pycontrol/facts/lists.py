"""Is a party on a list, on a day? By exact name or alias, by what was stated, or by a screening.

A near name is a question, never a hit. Membership may turn on a reading (of the day from which a notice lists, or
until which a listing is paused), so the answer is given per value of it.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING

from pycontrol.law.model import Guard

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from pycontrol.facts.scenario import PartyName
    from pycontrol.law.model import Listing, PartyList, Period

Cases = tuple[tuple[Guard | None, bool | None], ...]
"""Membership by reading: the first case whose guard holds decides; the last has none and is for all other values."""


def membership(lst: PartyList, name: PartyName | None, day: dt.date) -> Cases:
    """Say whether a party is on `lst` on `day`: True listed, False not listed, None unknown.

    A stated listing, or a listing found by exact name or alias, decides: True in its days, False before, after and
    while it is paused (a body once named is not also among the names that an incomplete edition lacks). Without
    either, a complete list says False and a partial one None, unless a screening had no hit. A screening on a day
    settles the days up to it, and later days until a notice of this list begins. A party without any stated name
    cannot be looked up: None, on a complete list too.

    Where membership turns on several readings at once, it is None (unknown), which is never wrong, only wider.
    """
    found = _matches(lst, name)
    stated = tuple((first, last) for on, first, last in name.listed if on == lst.name) if name else ()
    screened = tuple(when for on, when in name.screened if on == lst.name) if name else ()
    named = bool(name and name.names)

    def status(taken: Mapping[str, str]) -> bool | None:
        if any(first <= day and (last is None or day <= last) for first, last in stated):
            return True
        if found or stated:
            return any(_on(listing, day, taken) for listing in found)
        if lst.complete and named:
            return False
        return False if any(_settles(lst, when, day, taken) for when in screened) else None

    return _cases(_guards(lst, found, screening=bool(screened)), status)


def near(lst: PartyList, name: PartyName | None) -> tuple[str, ...]:
    """Return the listed names, as printed, that are near to a name of the party without being it, in list order.

    Near: at least four fifths of the letters of both stand in the same order (`difflib`).
    """
    if name is None or _matches(lst, name):
        return ()
    own = [normalised(word) for word in name.names]
    printed = dict.fromkeys(word for listing in lst.listings for word in _names(listing))
    return tuple(word for word in printed if any(_near(normalised(word), other) for other in own))


def normalised(name: str) -> str:
    """Return `name` in the form in which names are compared: letter forms, case, white space and outer punctuation."""
    folded = " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).split())
    start, end = 0, len(folded)
    while start < end and _is_outer(folded[start]):
        start += 1
    while end > start and _is_outer(folded[end - 1]):
        end -= 1
    return folded[start:end]


def _is_outer(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter).startswith("P")


def _near(one: str, other: str) -> bool:
    same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return 5 * 2 * same >= 4 * (len(one) + len(other)) > 0


def _names(listing: Listing) -> tuple[str, ...]:
    return tuple(word for word in (listing.name.en, listing.name.zh, *listing.aliases) if word)


def _matches(lst: PartyList, name: PartyName | None) -> tuple[Listing, ...]:
    own = {normalised(word) for word in name.names} - {""} if name else set()
    return tuple(one for one in lst.listings if not own.isdisjoint(map(normalised, _names(one)))) if own else ()


def _on(listing: Listing, day: dt.date, taken: Mapping[str, str]) -> bool:
    return _within(listing.listed, day, taken) and not _within(listing.paused, day, taken)


def _within(periods: Iterable[Period], day: dt.date, taken: Mapping[str, str]) -> bool:
    return any(
        period.first <= day and (period.last is None or day <= period.last) and _holds(period.guard, taken)
        for period in periods
    )


def _settles(lst: PartyList, screened: dt.date, day: dt.date, taken: Mapping[str, str]) -> bool:
    """A screening without a hit settles `day` unless a notice of the list begins after it and by `day`."""
    begun = (period for notice in lst.notices for period in notice.listed if _holds(period.guard, taken))
    return not any(screened < period.first <= day for period in begun)


def _holds(guard: Guard | None, taken: Mapping[str, str]) -> bool:
    return guard is None or taken.get(guard.reading) == guard.value


def _guards(lst: PartyList, found: tuple[Listing, ...], *, screening: bool) -> dict[str, tuple[str, ...]]:
    """The readings, and the values of each, on which periods that matter here depend."""
    periods = [period for listing in found for period in (*listing.listed, *listing.paused)]
    if screening:
        periods += [period for notice in lst.notices for period in notice.listed]
    guards = dict.fromkeys(period.guard for period in periods if period.guard)
    return {
        reading: tuple(guard.value for guard in guards if guard.reading == reading)
        for reading in dict.fromkeys(guard.reading for guard in guards)
    }


def _cases(guards: Mapping[str, tuple[str, ...]], status: Callable[[Mapping[str, str]], bool | None]) -> Cases:
    """Answer per value of the one reading that matters; where several matter together, unknown."""
    matters = [reading for reading in guards if _matters(reading, guards, status)]
    otherwise = status({})
    if not matters:
        return ((None, otherwise),)
    if len(matters) > 1:
        return ((None, None),)
    reading = matters[0]
    given = ((Guard(reading, value), status({reading: value})) for value in guards[reading])
    return (*(case for case in given if case[1] is not otherwise), (None, otherwise))


def _matters(
    reading: str, guards: Mapping[str, tuple[str, ...]], status: Callable[[Mapping[str, str]], bool | None]
) -> bool:
    """Is there a way to take the other readings in which the answer changes with this one? ("" is any other value.)"""
    others = [other for other in guards if other != reading]
    for values in product(*(("", *guards[other]) for other in others)):
        taken = dict(zip(others, values, strict=True))
        answers = {status({**taken, reading: value}) for value in ("", *guards[reading])}
        if len(answers) > 1:
            return True
    return False
