"""Who is on a list, on which day."""

import datetime as dt
from dataclasses import replace

import pytest

from pycontrol.facts.lists import membership, near, normalised
from pycontrol.facts.scenario import PartyName
from pycontrol.law.model import Guard, Listing, PartyList, Text
from tests.unit.facts.small_law import EARLY, WATCH, days

FULL = replace(WATCH, complete=True)


def on(name: str | PartyName | None, text: str, lst: PartyList = WATCH) -> object:
    party = PartyName((name,)) if isinstance(name, str) else name
    cases = membership(lst, party, dt.date.fromisoformat(text))
    return cases[0][1] if len(cases) == 1 else cases


@pytest.mark.parametrize(
    "name",
    [
        "Alpha Instruments, Inc.",
        "alpha  INSTRUMENTS, inc",
        "“Alpha Instruments, Inc.”",
        "ＡＬＰＨＡ　Instruments, Inc.",
        "Alpha",
        "阿尔法仪器",
    ],
)
def test_an_exact_name_or_alias_is_a_hit(name: str) -> None:
    assert on(name, "2026-01-01") is True


@pytest.mark.parametrize("name", ["Alpha Instruments", "Alpha Instrument, Inc.", "Alfa", "Alpha Instruments,Inc."])
def test_a_near_name_is_no_hit(name: str) -> None:
    assert on(name, "2026-01-01") is None
    assert on(name, "2026-01-01", FULL) is False


def test_a_near_name_is_a_question() -> None:
    assert near(WATCH, PartyName(("Alpha Instrument Inc",))) == ("Alpha Instruments, Inc.",)
    assert near(WATCH, PartyName(("Omega",))) == ()
    assert near(WATCH, PartyName(("Alpha",))) == ()
    assert near(WATCH, None) == ()


@pytest.mark.parametrize(("text", "listed"), [("2025-03-03", False), ("2025-03-04", True), ("2030-01-01", True)])
def test_a_listing_has_a_first_day(text: str, listed: bool) -> None:
    assert on("Alpha", text) is listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("2025-11-09", True),
        ("2025-11-10", False),
        ("2026-11-10", False),
        ("2026-11-11", True),
        ("2026-12-31", True),
        ("2027-01-01", False),
    ],
)
def test_paused_and_removed_names_are_not_listed(text: str, listed: bool) -> None:
    assert on("Beta Motors", text) is listed


def test_a_party_without_a_name_is_unknown_on_any_list() -> None:
    assert on(None, "2026-01-01", FULL) is None
    assert on(PartyName(), "2026-01-01", FULL) is None
    assert on(PartyName(("—",)), "2026-01-01") is None


def test_membership_under_a_reading() -> None:
    early, late = Guard("notice-date", "early"), Guard("notice-date", "late")
    assert on("Gamma Metals", "2026-06-14") is False
    assert on("Gamma Metals", "2026-06-15") == ((early, True), (None, False))
    assert on("Gamma Metals", "2026-06-22") == ((early, True), (late, True), (None, False))


def test_what_was_stated_counts() -> None:
    stated = PartyName((), listed=(("watch", dt.date(2026, 2, 24), dt.date(2026, 3, 1)),))
    assert on(stated, "2026-02-23") is False
    assert on(stated, "2026-02-24") is True
    assert on(stated, "2026-03-01") is True
    assert on(stated, "2026-03-02") is False
    assert on(PartyName((), listed=(("other", dt.date(2026, 2, 24), None),)), "2026-03-01") is None


def test_a_screening_settles_the_days_up_to_it_and_later_ones_until_the_next_notice() -> None:
    screened = PartyName(("Omega",), screened=(("watch", dt.date(2025, 10, 20)),))
    late = Guard("notice-date", "late")
    assert on("Omega", "2025-10-20") is None
    assert on(screened, "2025-03-01") is False
    assert on(screened, "2025-10-20") is False
    assert on(screened, "2026-06-14") is False
    assert on(screened, "2026-06-18") == ((Guard("notice-date", "early"), None), (None, False))
    cases = on(screened, "2026-06-22")
    assert isinstance(cases, tuple)
    assert dict(cases)[late] is None
    same_day = PartyName(("Omega",), screened=(("watch", dt.date(2025, 3, 4)),))
    assert on(same_day, "2025-03-05") is False
    assert on(PartyName(("Omega",), screened=(("other", dt.date(2027, 1, 1)),)), "2026-01-01") is None


def test_a_screening_never_undoes_a_hit() -> None:
    assert on(PartyName(("Alpha",), screened=(("watch", dt.date(2026, 1, 1)),)), "2026-01-01") is True


def test_two_readings_at_once_leave_it_unknown() -> None:
    paused = (days("2026-06-16", guard=Guard("pause", "yes")),)
    both = replace(WATCH, listings=(Listing(Text("Delta"), (), "notice-2", (EARLY,), paused),))
    assert on("Delta", "2026-06-15", both) == ((Guard("notice-date", "early"), True), (None, False))
    assert on("Delta", "2026-06-16", both) is None


def test_names_are_compared_in_one_form() -> None:
    assert normalised("  „Straße & Söhne“ GmbH.  ") == "strasse & söhne“ gmbh"
    assert normalised("(株)東芝") == "株)東芝"
    assert normalised("...") == ""
