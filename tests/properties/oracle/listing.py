"""Is a party on a list on a day?"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pycontrol.facts.scenario import PartyName

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pycontrol.facts.scenario import OnList
    from pycontrol.law.model import Listing, Notice, PartyList, Period

    from .case import Thing
    from .world import World


def is_listed(world: World, party: Thing, name: str, day: dt.date, notices: Iterable[str] = ()) -> bool:
    """Is it on the list (by one of these notices, where some are asked for)?

    Decide it from the names of the party, from what was stated, and leave open the rest.
    """
    party_list = world.case.law.lists[name]
    known = world.case.scenario.names.get(party.name, PartyName())
    statements = [one for one in known.listed if one.list == name]
    names = {normalised(one) for one in known.names} - {""}
    matches = [listing for listing in party_list.listings if names & names_of(listing)]
    asked = frozenset(notices)

    by = {
        match.notice for match in matches if covers(world, match.listed, day) and not covers(world, match.paused, day)
    }
    by |= {one.by for one in statements if _is_day_of(world, one, day)}
    if by & asked or (by and not asked):
        return True
    unsaid = by == {""}  # It was stated that it is listed, but not by which notice.
    if (by or matches or statements) and not unsaid:
        return False  # Its days on the list are known, and this is none of them, or it is on it by another notice.
    if asked:
        may = _may_list(world, party_list, known, matches, day)
        if unsaid and not may:
            may = {one.name for one in party_list.notices if covers(world, one.listed, day)}
        return any(_is_put_there(world, party, name, day, one, may if unsaid else set()) for one in sorted(may & asked))
    if any(which == name and _still_good(world, party_list.notices, on, day) for which, on in known.screened):
        return False
    if names and party_list.complete:
        return False
    by_notice = [put for key, put in world.run.made.items() if key[:4] == ("by", party, name, day)]
    return world.run.choose(("listed", party, name, day), (True,) if any(by_notice) else (False, True))


def _is_day_of(world: World, statement: OnList, day: dt.date) -> bool:
    """Does a statement speak of the day? One that names a notice and no first day speaks of the notice's days."""
    if statement.until is not None and statement.until < day:
        return False
    if statement.since is not None or not statement.by:
        return statement.since is None or statement.since <= day
    notices = world.case.law.lists[statement.list].notices
    return any(covers(world, one.listed, day) for one in notices if one.name == statement.by)


def _may_list(world: World, party_list: PartyList, known: PartyName, matches: list[Listing], day: dt.date) -> set[str]:
    """The notices that may list it: whose day it is, that may hold a name not written here, and were not screened."""
    named = any(map(normalised, known.names))
    screened = [on for which, on in known.screened if which == party_list.name]
    return {
        one.name
        for one in party_list.notices
        if covers(world, one.listed, day)
        and not (one.complete and named and all(match.notice != one.name for match in matches))
        and not any(_still_good(world, [one], on, day) for on in screened)
    }


def _still_good(world: World, notices: Iterable[Notice], screened: dt.date, day: dt.date) -> bool:
    """Does a screening without a hit speak of the day? Not if one of the notices came between."""
    begun = [period.first for notice in notices for period in notice.listed if world.under(period.guard)]
    return not any(screened < first <= day for first in begun)


def _is_put_there(world: World, party: Thing, name: str, day: dt.date, notice: str, one_of: set[str]) -> bool:
    """Make up whether the notice lists it. It is then on the list; and `one_of` these notices, if any, lists it."""
    options: tuple[bool, ...] = (False, True)
    if world.run.made.get(("listed", party, name, day)) is False:
        options = (False,)
    if one_of and all(world.run.made.get(("by", party, name, day, other)) is False for other in one_of - {notice}):
        options = (True,)
    return world.run.choose(("by", party, name, day, notice), options)


def covers(world: World, periods: Iterable[Period], day: dt.date) -> bool:
    """Does one of the periods that hold contain the day?"""
    return any(
        period.first <= day and (period.last is None or day <= period.last) and world.under(period.guard)
        for period in periods
    )


def names_of(listing: Listing) -> set[str]:
    """The names of a listing, normalised."""
    return {normalised(name) for name in (listing.name.en, listing.name.zh, *listing.aliases)} - {""}


def normalised(name: str) -> str:
    """A name without what should not tell two names apart: width, case, spaces, punctuation."""
    words = [""]
    for letter in unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()):
        if letter in "'.,\N{RIGHT SINGLE QUOTATION MARK}\N{IDEOGRAPHIC FULL STOP}\N{IDEOGRAPHIC COMMA}\N{MIDDLE DOT}":
            continue
        if letter.isspace() or unicodedata.category(letter).startswith("P"):
            words.append("")
        else:
            words[-1] += letter
    return " ".join(filter(None, words))
