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

    Within the calendar both are the same. The days beyond it take at least as long as the fastest and at most as long as
    the slowest run of that many working days ever took in the years that the calendar covers, wherever it began. So each
    weekend worked before or after a holiday, each holiday stretch seen so far (ten days at the longest, in 2020) and each
    pair of them near to each other is allowed for, whenever the coming year may place it.
    """
    if count == 0:
        return day, day
    covered, worked = calendar(), _worked_days()
    begun, early = bisect_right(worked, day), day + _ONE_DAY < covered.first
    if not early and begun + count <= len(worked):
        return worked[begun + count - 1], worked[begun + count - 1]
    # What is left from the first day on of which nothing is known.
    since, left = (day, count) if early else (max(day, covered.last), count - (len(worked) - begun))
    return since + _fastest(left), since + _slowest(left)


@cache
def _worked_days() -> tuple[dt.date, ...]:
    """All working days that the calendar covers, in order."""
    covered = calendar()
    days = (covered.first + dt.timedelta(days=n) for n in range((covered.last - covered.first).days + 1))
    return tuple(day for day in days if is_working_day(day))


@cache
def _fastest(count: int) -> dt.timedelta:
    """The shortest that `count` working days took in the covered years.

    The wait is shortest when counting starts on the day before a working day; so only those are compared.
    """
    worked = _worked_days()
    return min(worked[n + count - 1] - worked[n] for n in range(len(worked) - count + 1)) + _ONE_DAY


@cache
def _slowest(count: int) -> dt.timedelta:
    """The longest that `count` working days took in the covered years.

    The wait is longest when counting starts on a working day, the last before a holiday; so only those are compared.
    """
    worked = _worked_days()
    return max(worked[n + count] - worked[n] for n in range(len(worked) - count))
