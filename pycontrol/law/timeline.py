"""Every day on which the law changes: a law becomes the sorted days from which something is different."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pycontrol.law.model import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.law.model import Law


def dates(law: Law) -> tuple[dt.date, ...]:
    """Return every day on which the law changes, in any reading: first days, and days after last days."""
    days = {instrument.issued for instrument in law.instruments.values()}
    days |= {provision.added for provision in law.provisions.values() if provision.added}
    for period in _periods(law):
        days.add(period.first)
        if period.last is not None and period.last != dt.date.max:
            days.add(period.last + dt.timedelta(days=1))
    return tuple(sorted(days))


def _periods(law: Law) -> Iterator[Period]:
    """Yield every period that the law speaks of: provisions, suspensions and doubt about them, listings."""
    for instrument in law.instruments.values():
        yield Period(instrument.begins or instrument.issued, instrument.ends)
    for provision in law.provisions.values():
        yield from provision.periods
    for suspension in law.suspensions:
        yield from suspension.periods
    for operation in law.operations:
        yield from operation.periods
    for party_list in law.lists.values():
        for notice in party_list.notices:
            yield from notice.listed
        for listing in party_list.listings:
            yield from listing.listed
            yield from listing.paused
