"""Is a party on a list, on a day? By exact name or alias, by what was stated, or by a screening.

A near name is a question, never a hit: one that differs in its legal form alone is a question on a complete list too.
Membership may turn on a reading (of the day from which a notice lists, or until which a listing is paused), so the answer is
given per value of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from pycontrol.facts.names import close, normalised, same_but_form
from pycontrol.law.model import Guard

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pycontrol.facts.scenario import OnList, PartyName
    from pycontrol.law.model import Listing, Notice, PartyList, Period, Reading

Cases = tuple[tuple[Guard | None, bool | None], ...]
"""Membership by reading: the first case whose guard holds decides; the last has none and is for all other values."""


def membership(lst: PartyList, name: PartyName | None, day: dt.date, notices: tuple[str, ...] = ()) -> Cases:
    """Say whether a party is on `lst` on `day`: True listed, False not listed, None unknown.

    A stated listing, or a listing found by exact name or alias, decides: True in its days, False before, after and
    while it is paused (a body once named is not also among the names that an incomplete edition lacks). Without
    either, a complete list says False and a partial one None, unless a screening had no hit. A screening on a day
    settles the days up to it, and later days until a notice of this list begins. A party without any stated name
    cannot be looked up, and one whose name differs from a listed one in nothing but a legal form that is left out or
    shortened (`Beta` for `Beta Corp.`) may be that one: None, on a complete list too.

    With `notices`: whether it is there by one of these. So it is where one of their listings, or a statement that names
    one of them, holds on the day; not where another notice's does. Otherwise a notice is left that lists on that day, of
    which not all names are held without its own, and before which no screening settles the day. Where a statement does
    not say by which notice, it is one of those left.

    Where membership turns on several readings at once, it is None (unknown), which is never wrong, only wider.
    """
    looked = _looked(lst, name, day)
    if not notices:
        return _cases(_guards(looked.periods()), looked.status)
    return _cases(_guards(looked.every_period()), partial(looked.by, notices))


def truths_of(cases: Cases, readings: Mapping[str, Reading], taken: Mapping[str, str]) -> set[bool | None]:
    """Return what membership is under the values that its reading may have, or the one taken; where it has none, what it is."""
    reading = next((guard.reading for guard, _ in cases if guard), None)
    if reading is None:
        return {truth for _, truth in cases}
    values = [taken[reading]] if taken.get(reading) else [value for value, _ in readings[reading].values]
    return {next(truth for guard, truth in cases if not guard or guard.value == value) for value in values}


def by_each_notice(lst: PartyList, name: PartyName | None, day: dt.date) -> tuple[tuple[tuple[str, Cases], ...], Cases]:
    """Return, of each notice, whether the party is there by it, and whether it must be by one of those of which it is unknown."""
    looked = _looked(lst, name, day)
    guards = _guards(looked.every_period())
    notices = dict.fromkeys(notice.name for notice in lst.notices)
    each = tuple((one, _cases(guards, partial(looked.by, (one,)))) for one in notices)
    return each, _cases(guards, looked.unsaid)


def _looked(lst: PartyList, name: PartyName | None, day: dt.date) -> Looked:
    if name is None:
        return Looked(lst, (), (), (), (), day, named=False)
    said = tuple(one for one in name.listed if one.list == lst.name)
    screened = tuple(when for on, when in name.screened if on == lst.name)
    named = any(map(normalised, name.names))
    return Looked(lst, listings(lst, name), alike(lst, name), said, screened, day, named=named)


def stated_on(lst: PartyList, said: OnList, day: dt.date, taken: Mapping[str, str]) -> bool:
    """Say whether a stated listing holds on `day`: in its own days, or in those of its notice if it does not say since."""
    if (said.since and day < said.since) or (said.until and said.until < day):
        return False
    own = said.since is not None or not said.by
    return own or any(_within(notice.listed, day, taken) for notice in lst.notices if notice.name == said.by)


@dataclass(frozen=True, slots=True)
class Looked:
    """One party looked up on one list for one day.

    The listings of its name, those of names that differ in their legal form alone, what was stated, the days of screenings.
    """

    lst: PartyList
    found: tuple[Listing, ...]
    alike: tuple[Listing, ...]
    said: tuple[OnList, ...]
    screened: tuple[dt.date, ...]
    day: dt.date
    named: bool

    def status(self, taken: Mapping[str, str]) -> bool | None:
        """Return whether it is on the list."""
        if self.found or self.said:
            return bool(self._holding(taken))
        if self.lst.complete and self.named and not any(_on(listing, self.day, taken) for listing in self.alike):
            return False
        return False if any(self._settled(self.lst.notices, when, taken) for when in self.screened) else None

    def by(self, notices: tuple[str, ...], taken: Mapping[str, str]) -> bool | None:
        """Return whether it is there by one of these notices."""
        holding = self._holding(taken)
        if not holding.isdisjoint(notices):
            return True
        unsaid = holding == {""}
        if (self.found or self.said) and not unsaid:
            return False
        left = self._left(taken)
        if left.isdisjoint(notices):
            return False
        return True if unsaid and left.issubset(notices) else None

    def unsaid(self, taken: Mapping[str, str]) -> bool:
        """Return whether it is known to be there, but not by which of the notices that are left."""
        return self._holding(taken) == {""} and bool(self._left(taken))

    def _holding(self, taken: Mapping[str, str]) -> set[str]:
        """Return the notices by which it is known to be listed on the day; empty text: by which was not said."""
        found = {listing.notice for listing in self.found if _on(listing, self.day, taken)}
        return found | {said.by for said in self.said if stated_on(self.lst, said, self.day, taken)}

    def _left(self, taken: Mapping[str, str]) -> set[str]:
        """Return the notices that may list it on the day, as far as names, editions and screenings go.

        Whoever is stated to be listed, though each notice says otherwise, is so by any that lists on that day.
        """
        listing = [notice for notice in self.lst.notices if _within(notice.listed, self.day, taken)]
        left = {notice.name for notice in listing if not self._excluded(notice, taken)}
        return left or ({notice.name for notice in listing} if self.said else left)

    def _excluded(self, notice: Notice, taken: Mapping[str, str]) -> bool:
        held = (*self.found, *(listing for listing in self.alike if _on(listing, self.day, taken)))
        missing = notice.complete and self.named and all(listing.notice != notice.name for listing in held)
        return missing or any(self._settled([notice], when, taken) for when in self.screened)

    def _settled(self, notices: Iterable[Notice], screened: dt.date, taken: Mapping[str, str]) -> bool:
        """A screening without a hit settles the day unless one of the notices begins after it and by the day."""
        begun = (period for notice in notices for period in notice.listed if _holds(period.guard, taken))
        return not any(screened < period.first <= self.day for period in begun)

    def periods(self) -> Iterator[Period]:
        """Yield the periods that may matter for the whole list."""
        for listing in (*self.found, *self.alike):
            yield from (*listing.listed, *listing.paused)
        by = {said.by for said in self.said}
        for notice in self.lst.notices:
            if self.screened or notice.name in by:
                yield from notice.listed

    def every_period(self) -> Iterator[Period]:
        """Yield the periods that may matter for some of its notices."""
        yield from self.periods()
        for notice in self.lst.notices:
            yield from notice.listed


def alike(lst: PartyList, name: PartyName) -> tuple[Listing, ...]:
    """Return the listings of names that are those of the party but for a legal form that is left out or shortened."""
    if listings(lst, name):
        return ()
    return tuple(one for one in lst.listings if _some(same_but_form, name, one))


def near(lst: PartyList, name: PartyName | None) -> tuple[Listing, ...]:
    """Return the listings of whom a name is near to one of the party without being it, in list order.

    What was stated or screened on this list is answered already.
    """
    said = name and {*(one.list for one in name.listed), *(screened for screened, _ in name.screened)}
    if name is None or lst.name in (said or ()) or listings(lst, name):
        return ()
    return tuple(one for one in lst.listings if _some(close, name, one))


def _some(compare: Callable[[str, str], bool], name: PartyName, listing: Listing) -> bool:
    return any(compare(own, listed) for own, listed in product(name.names, _names(listing)))


def _names(listing: Listing) -> tuple[str, ...]:
    return tuple(word for word in (listing.name.en, listing.name.zh, *listing.aliases) if word)


def listings(lst: PartyList, name: PartyName | None) -> tuple[Listing, ...]:
    """Return the listings of a name or alias that is one of the party's, in list order, on whatever day."""
    own = {normalised(word) for word in name.names} - {""} if name else set()
    return tuple(one for one in lst.listings if not own.isdisjoint(map(normalised, _names(one)))) if own else ()


def _on(listing: Listing, day: dt.date, taken: Mapping[str, str]) -> bool:
    return _within(listing.listed, day, taken) and not _within(listing.paused, day, taken)


def _within(periods: Iterable[Period], day: dt.date, taken: Mapping[str, str]) -> bool:
    return any(
        period.first <= day and (period.last is None or day <= period.last) and _holds(period.guard, taken)
        for period in periods
    )


def _holds(guard: Guard | None, taken: Mapping[str, str]) -> bool:
    return guard is None or taken.get(guard.reading) == guard.value


def _guards(periods: Iterable[Period]) -> dict[str, tuple[str, ...]]:
    """The readings, and the values of each, on which the periods depend."""
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
