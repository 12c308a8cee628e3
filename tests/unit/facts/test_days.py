"""The last day of a duty."""

import datetime as dt

import chinese_calendar
import pytest

from pycontrol.facts.days import calendar, is_working_day, last_day, working_days_after
from pycontrol.law.model import Due, DueFrom


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_the_calendar_names_itself_and_its_horizon() -> None:
    found = calendar()
    assert (found.name, found.version) == ("chinesecalendar", "1.11.0")
    assert (found.first, found.last) == (day("2004-01-01"), day("2026-12-31"))


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("2025-09-28", True),  # a Sunday worked in lieu of the National Day holiday
        ("2025-10-08", False),  # a Wednesday, the last day of that holiday
        ("2025-10-09", True),
        ("2025-10-11", True),  # a Saturday worked in lieu
        ("2025-10-12", False),
        ("2027-01-04", None),
        ("2003-12-31", None),
    ],
)
def test_make_up_days_are_working_days(text: str, works: bool | None) -> None:
    assert is_working_day(day(text)) is works


@pytest.mark.parametrize(
    ("act", "count", "last"),
    [
        ("2025-11-03", 10, "2025-11-17"),  # the act's day is day 0, the tenth working day is in
        ("2025-09-26", 1, "2025-09-28"),  # Friday, then a Sunday that is worked
        ("2025-09-30", 1, "2025-10-09"),  # eight days of holiday between
        ("2025-09-30", 3, "2025-10-11"),  # the third is a Saturday that is worked
        ("2025-10-04", 1, "2025-10-09"),  # from within a holiday
        ("2025-10-26", 1, "2025-10-27"),  # Europe leaves summer time: a day is a day
        ("2025-11-03", 0, "2025-11-03"),
        ("2025-10-04", 0, "2025-10-04"),  # day 0, though nobody works
        ("2026-12-30", 1, "2026-12-31"),  # the last day that the calendar covers
    ],
)
def test_working_days_are_exact_within_the_calendar(act: str, count: int, last: str) -> None:
    assert working_days_after(day(act), count) == (day(last), day(last))


@pytest.mark.parametrize(
    ("count", "earliest", "latest"),
    [
        (2, "2027-01-01", "2027-01-11"),  # 31 December is known; one day once took 11 days (Spring Festival 2020)
        (10, "2027-01-13", "2027-01-21"),  # nine days once took 21
    ],
)
def test_beyond_the_horizon_there_are_two_bounds(count: int, earliest: str, latest: str) -> None:
    assert working_days_after(day("2026-12-30"), count) == (day(earliest), day(latest))


def test_the_latest_bound_covers_every_wait_of_the_covered_years() -> None:
    for act in (day("2020-01-22"), day("2009-01-16"), day("2025-09-30"), day("2026-02-10")):
        for count in (1, 5, 10, 45):
            waited = working_days_after(act, count)[0] - act
            earliest, latest = working_days_after(day("2028-03-01"), count)
            assert latest - day("2028-03-01") >= waited
            assert earliest <= latest


def test_before_the_calendar_there_are_two_bounds() -> None:
    earliest, latest = working_days_after(day("2003-12-26"), 1)
    assert earliest == day("2003-12-29") < latest


@pytest.mark.parametrize(
    ("due", "last"),
    [
        (Due(DueFrom.BEFORE), "2025-09-29"),
        (Due(DueFrom.AT), "2025-09-30"),
        (Due(DueFrom.AFTER, 10), "2025-10-10"),
        (Due(DueFrom.AFTER, 1, working=True), "2025-10-09"),
    ],
)
def test_every_way_to_count(due: Due, last: str) -> None:
    assert last_day(due, day("2025-09-30")) == (day(last), day(last))


def test_working_days_are_those_of_the_library() -> None:
    covered = calendar()
    days = [covered.first + dt.timedelta(days=n) for n in range((covered.last - covered.first).days + 1)]
    assert [one for one in days if is_working_day(one)] == [one for one in days if chinese_calendar.is_workday(one)]
