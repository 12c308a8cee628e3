"""Is a party on a list on a day?"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pycontrol.facts.scenario import PartyName

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pycontrol.law.model import Listing, Period

    from .world import Thing, World


def is_listed(world: World, party: Thing, name: str, day: dt.date) -> bool:
    """Decide it from the names of the party, from what was stated, and leave open the rest."""
    party_list = world.case.law.lists[name]
    known = world.case.scenario.names.get(party.name, PartyName())
    statements = [(first, last) for which, first, last in known.listed if which == name]
    names = {normalised(one) for one in known.names} - {""}
    matches = [listing for listing in party_list.listings if names & names_of(listing)]

    if any(first <= day and (last is None or day <= last) for first, last in statements):
        return True
    if any(covers(world, match.listed, day) and not covers(world, match.paused, day) for match in matches):
        return True
    if matches or statements:
        return False  # Its days on the list are known, and this is none of them.
    if any(which == name and _still_good(world, name, screened, day) for which, screened in known.screened):
        return False
    if names and party_list.complete:
        return False
    return world.run.free("listed", party, name)


def _still_good(world: World, name: str, screened: dt.date, day: dt.date) -> bool:
    """Does a screening without a hit speak of the day? Not if a notice of the list came between."""
    notices = world.case.law.lists[name].notices
    begun = [period.first for notice in notices for period in notice.listed if world.under(period.guard)]
    return not any(screened < first <= day for first in begun)


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
    """A name without what should not tell two names apart: width, case, spaces, punctuation at the ends."""
    folded = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    first = next((i for i, letter in enumerate(folded) if not _loose(letter)), len(folded))
    last = next((i for i, letter in enumerate(reversed(folded)) if not _loose(letter)), 0)
    return folded[first : len(folded) - last]


def _loose(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter).startswith("P")
