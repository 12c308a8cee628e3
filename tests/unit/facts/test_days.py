"""The last day of a duty."""

import datetime as dt

import chinese_calendar
import pytest

from pycontrol.facts import days
from pycontrol.facts.days import Calendar, calendar, is_working_day, last_day, working_days_after
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
        (10, "2027-01-09", "2027-01-21"),  # nine days were once worked in a row; nine days once took 21
    ],
)
def test_beyond_the_horizon_there_are_two_bounds(count: int, earliest: str, latest: str) -> None:
    assert working_days_after(day("2026-12-30"), count) == (day(earliest), day(latest))


@pytest.mark.parametrize("count", [1, 2, 5, 10, 20, 45])
def test_no_working_days_of_the_covered_years_lie_outside_the_bounds(count: int) -> None:
    covered, beyond = calendar(), day("2028-03-01")
    earliest, latest = (bound - beyond for bound in working_days_after(beyond, count))
    acts = (covered.first + dt.timedelta(days=n) for n in range((covered.last - covered.first).days - 2 * count - 30))
    waits = {working_days_after(act, count)[0] - act for act in acts}
    assert (min(waits), max(waits)) == (earliest, latest)


@pytest.mark.parametrize("year", range(2020, 2026))
def test_the_years_up_to_one_bound_the_next(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    acts = [dt.date(year, 12, 15) + dt.timedelta(days=n) for n in range(350)]
    truth = {(act, count): working_days_after(act, count)[0] for act in acts for count in (1, 3, 10)}
    covered = calendar()
    known = Calendar(covered.name, covered.version, covered.first, dt.date(year, 12, 31))
    with monkeypatch.context() as patched:
        patched.setattr(days, "calendar", lambda: known)
        forget()
        for (act, count), true in truth.items():
            earliest, latest = working_days_after(act, count)
            assert earliest <= true <= latest
    forget()


def forget() -> None:
    """Forget what was read off the calendar."""
    for each in (days._worked_days, days._fastest, days._slowest):
        each.cache_clear()


def test_before_the_calendar_there_are_two_bounds() -> None:
    earliest, latest = working_days_after(day("2003-12-26"), 1)
    assert earliest == day("2003-12-27") < latest
    assert working_days_after(day("2003-12-26"), 0) == (day("2003-12-26"), day("2003-12-26"))


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
    covers = [covered.first + dt.timedelta(days=n) for n in range((covered.last - covered.first).days + 1)]
    assert [one for one in covers if is_working_day(one)] == [one for one in covers if chinese_calendar.is_workday(one)]
