"""Working days of mainland China, and the last day of a duty.

The calendar is the one fact about the world that is not taken from the law files: a pinned library supplies it, and
every answer that counts working days names the library, its version and its horizon (`calendar`). It is loaded only
when working days are counted.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import assert_never

from pycontrol.law.model import Due, DueFrom

_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Where the working days come from, and the days that it covers, `first` to `last` (both inclusive)."""

    name: str
    version: str
    first: dt.date
    last: dt.date


@cache
def calendar() -> Calendar:
    """Return the calendar in use. Its horizon is the end of the last year for which the library has holidays."""
    # Loading it costs more than a determination that counts no days.
    import chinese_calendar

    years = [day.year for day in chinese_calendar.holidays]
    return Calendar(
        name="chinesecalendar",
        version=chinese_calendar.__version__,
        first=dt.date(min(years), 1, 1),
        last=dt.date(max(years), 12, 31),
    )


def is_working_day(day: dt.date) -> bool | None:
    """Say whether `day` is worked, make-up days included; None outside the calendar."""
    covered = calendar()
    if not covered.first <= day <= covered.last:
        return None
    import chinese_calendar

    # The library's own question validates anew each time; asked of every day that it covers, that takes a fifth of a second.
    return day in chinese_calendar.workdays or (day.weekday() < _SATURDAY and day not in chinese_calendar.holidays)


def last_day(due: Due, act_day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the earliest and the latest day that the last day of a duty can be; equal where the calendar is known.

    `act_day` is the day of the act, in the zone of the instrument. Before the act means: by the day before it.
    """
    match due.anchor:
        case DueFrom.BEFORE:
            return act_day - _ONE_DAY, act_day - _ONE_DAY
        case DueFrom.AT:
            return act_day, act_day
        case DueFrom.AFTER if due.working:
            return working_days_after(act_day, due.days)
        case DueFrom.AFTER:
            last = act_day + dt.timedelta(days=due.days)
            return last, last
        case _:
            assert_never(due.anchor)


def working_days_after(day: dt.date, count: int) -> tuple[dt.date, dt.date]:
    """Return the earliest and the latest day that the `count`th working day after `day` can be; `day` itself is day 0.

    Within the calendar both are the same. Days beyond it are bounded. Earliest: every weekday works and no weekend
    does. Latest: the days that remain take as long as the slowest run of that many working days ever took in the years
    that the calendar covers, wherever it began; so every holiday stretch seen so far (ten days at the longest, in 2020)
    and every pair of them near to each other is allowed for, whenever the coming year may place it.
    """
    covered, worked = calendar(), _worked_days()
    if day < covered.first:
        return _weekdays_after(day, count), day + _slowest(count)
    begun = bisect_right(worked, day)
    if count == 0 or begun + count <= len(worked):
        known = worked[begun + count - 1] if count else day
        return known, known
    known_until, left = max(day, covered.last), count - (len(worked) - begun)
    return _weekdays_after(known_until, left), known_until + _slowest(left)


@cache
def _worked_days() -> tuple[dt.date, ...]:
    """All working days that the calendar covers, in order."""
    covered = calendar()
    days = (covered.first + dt.timedelta(days=n) for n in range((covered.last - covered.first).days + 1))
    return tuple(day for day in days if is_working_day(day))


@cache
def _slowest(count: int) -> dt.timedelta:
    """The longest that `count` working days took in the covered years.

    The wait is longest when counting starts on a working day, the last before a holiday; so only those are compared.
    """
    worked = _worked_days()
    return max((worked[n + count] - worked[n] for n in range(len(worked) - count)), default=dt.timedelta())


def _weekdays_after(day: dt.date, count: int) -> dt.date:
    """The `count`th day from Monday to Friday after `day`."""
    while count:
        day += _ONE_DAY
        count -= day.weekday() < _SATURDAY
    return day
