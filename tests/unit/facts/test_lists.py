"""Who is on a list, on which day."""

import datetime as dt
from dataclasses import replace

import pytest

from pycontrol.facts.lists import Cases, by_each_notice, membership, near
from pycontrol.facts.names import close, normalised, parted
from pycontrol.facts.scenario import OnList, PartyName
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
        "Alpha Instruments,Inc.",
        "Alpha",
        "阿尔法仪器",
    ],
)
def test_an_exact_name_or_alias_is_a_hit(name: str) -> None:
    assert on(name, "2026-01-01") is True


@pytest.mark.parametrize(
    "name", ["Alpha Instrument, Inc.", "Alfa", "Alpha Instruments plc", "Alpha Instruments of America, Inc."]
)
def test_a_near_name_is_no_hit(name: str) -> None:
    assert on(name, "2026-01-01") is None
    assert on(name, "2026-01-01", FULL) is False


@pytest.mark.parametrize(
    "name", ["Alpha Instruments", "ALPHA INSTRUMENTS Incorporated", "Alpha LLC", "阿尔法仪器有限公司"]
)
def test_a_name_without_its_legal_form_is_a_question_on_a_complete_list_too(name: str) -> None:
    assert on(name, "2026-01-01") is None
    assert on(name, "2026-01-01", FULL) is None
    screened = PartyName((name,), screened=(("watch", dt.date(2026, 1, 1)),))
    assert on(screened, "2026-01-01", FULL) is False


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Alpha Co., Ltd.", ("alpha", ("co", "ltd"))),
        ("SARL Alpha", ("alpha", ("sarl",))),
        ("Alpha Sp. z o.o.", ("alpha", ("sp", "sp", "sp"))),
        ("阿尔法股份有限公司", ("阿尔法", ())),
        ("Inc.", ("", ("inc",))),
        ("公司", ("", ())),
    ],
)
def test_a_name_is_parted_from_its_legal_form(name: str, said: tuple[str, tuple[str, ...]]) -> None:
    assert parted(name) == said


def test_a_near_name_is_a_question() -> None:
    assert [one.name.en for one in near(WATCH, PartyName(("Alpha Instrument Inc",)))] == ["Alpha Instruments, Inc."]
    assert [one.notice for one in near(WATCH, PartyName(("Alpha Corp.",)))] == ["notice-1"]
    assert close("VSE Corp.", "VSE Corporation")
    assert near(WATCH, PartyName(("Omega",))) == ()
    assert near(WATCH, PartyName(("Alp",))) == ()
    assert near(WATCH, None) == ()


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Dzine Technologies", "DZYNE Technologies"),  # a slip of the pen
        ("BEA Systems", "BAE Systems, Inc."),  # letters in another order
        ("BAI Systems Inc", "BAE Systems, Inc."),  # one letter of three
        ("Alfa Instruments", "Alpha Instruments, Inc."),
        ("MPP Materials", "MP Materials Corp."),  # a letter twice
        ("Rheinmetal AG", "Rheinmetall"),
        ("Tech Insights", "TechInsights Inc."),  # one word or two
        ("Dedrone byAxon", "Dedrone by Axon"),
        ("\u041c\u0420 Materials Corp.", "MP Materials Corp."),  # two letters of Cyrillic
        ("Rhein-Metall Group", "Rheinmetall"),  # and more words beside
        ("US A Rare Earth Holdings", "USA Rare Earth, Inc."),
        ("Systems America Elbit of", "Elbit Systems of America, LLC"),  # words in another order
        ("Tokio Institute of Science", "Institute of Science Tokyo"),
        ("Elbit of America", "Elbit Systems of America, LLC"),  # without a word
        ("Strategy Analytics GmbH", "SARL Strategy Analytics"),  # of another form: a sister, or the same
        ("Recordet Futur", "Recorded Future, Inc."),
    ],
)
def test_who_is_perhaps_meant_is_near(name: str, listed: str) -> None:
    assert close(name, listed)
    assert close(listed, name)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Teledyne Technologies", "DZYNE Technologies"),
        ("GE Systems, Inc.", "BAE Systems, Inc."),
        ("Orbit Systems of America, LLC", "Elbit Systems of America, LLC"),
        ("Mitsubishi Chemicals", "Nitto Chemicals"),
        ("A Systems", "B Systems"),
        ("ABC Corporation", "VSE Corporation"),
        ("Rhein Metal Works", "Metalworks Oslo"),
    ],
)
def test_words_in_common_alone_are_not_near(name: str, listed: str) -> None:
    assert not close(name, listed)
    assert not close(listed, name)


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
    stated = PartyName((), listed=(OnList("watch", dt.date(2026, 2, 24), dt.date(2026, 3, 1)),))
    assert on(stated, "2026-02-23") is False
    assert on(stated, "2026-02-24") is True
    assert on(stated, "2026-03-01") is True
    assert on(stated, "2026-03-02") is False
    assert on(PartyName((), listed=(OnList("other", dt.date(2026, 2, 24), None),)), "2026-03-01") is None


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
    assert normalised("  „Straße & Söhne“ GmbH.  ") == "strasse söhne gmbh"
    assert normalised("(株)東芝") == "株 東芝"
    assert normalised("Pier Nine Inc") == normalised("Pier-Nine, Inc.")
    assert normalised("Pier Nine Inc") != normalised("Pier Nine LLC")
    assert normalised("...") == ""


# --- by notice ----------------------------------------------------------------------------------------------

FIRST, SECOND = ("notice-1",), ("notice-2",)
BOTH = (*FIRST, *SECOND)
SECOND_IS_COMPLETE = replace(WATCH, notices=(WATCH.notices[0], replace(WATCH.notices[1], complete=True)))


def by(notices: tuple[str, ...], name: str | PartyName | None, text: str, lst: PartyList = WATCH) -> object:
    """The answer, or those with the early and with the late date of the second notice, where they differ."""
    party = PartyName((name,)) if isinstance(name, str) else name
    return taken(membership(lst, party, dt.date.fromisoformat(text), notices))


def taken(cases: Cases) -> object:
    answers = [dict(cases).get(Guard("notice-date", value), cases[-1][1]) for value in ("early", "late")]
    return answers[0] if answers[0] is answers[1] else tuple(answers)


def test_a_name_is_listed_by_the_notice_that_holds_it_only() -> None:
    assert (by(FIRST, "Alpha", "2026-07-01"), by(SECOND, "Alpha", "2026-07-01")) == (True, False)
    assert (by(FIRST, "Gamma Metals", "2026-07-01"), by(SECOND, "Gamma Metals", "2026-07-01")) == (False, True)
    assert by(BOTH, "Alpha", "2026-07-01") is True
    assert (by(FIRST, "Beta Motors", "2026-01-01"), by(BOTH, "Beta Motors", "2026-01-01")) == (False, False)


def test_a_name_that_is_not_held_is_unknown_where_a_notice_is_partial() -> None:
    assert (by(FIRST, "Omega", "2026-07-01"), by(SECOND, "Omega", "2026-07-01")) == (None, None)
    assert by(SECOND, "Omega", "2026-07-01", SECOND_IS_COMPLETE) is False
    assert by(BOTH, "Omega", "2026-07-01", SECOND_IS_COMPLETE) is None
    assert by(SECOND, None, "2026-07-01", SECOND_IS_COMPLETE) is None


def test_before_a_notice_nobody_is_listed_by_it() -> None:
    assert by(FIRST, None, "2025-03-03") is False
    assert by(FIRST, None, "2025-03-04") is None
    assert on(None, "2025-03-03") is None
    assert by(SECOND, "Omega", "2026-06-14") is False
    assert by(SECOND, "Omega", "2026-06-15") == (None, False)
    assert by(SECOND, "Omega", "2026-06-22") is None


def test_what_was_stated_by_a_notice_holds_in_its_days_or_in_its_own() -> None:
    in_its_days = PartyName((), listed=(OnList("watch", None, dt.date(2026, 6, 30), "notice-1"),))
    assert [by(FIRST, in_its_days, day) for day in ("2025-03-03", "2025-03-04", "2026-06-30", "2026-07-01")] == [
        False,
        True,
        True,
        False,
    ]
    assert (on(in_its_days, "2025-03-03"), on(in_its_days, "2025-03-04")) == (False, True)
    assert by(SECOND, in_its_days, "2026-06-30") is False
    own = PartyName((), listed=(OnList("watch", dt.date(2025, 3, 1), None, "notice-1"),))
    assert (by(FIRST, own, "2025-02-28"), by(FIRST, own, "2025-03-01")) == (False, True)


def test_a_statement_without_a_notice_leaves_open_by_which() -> None:
    unsaid = PartyName((), listed=(OnList("watch", None, None),))
    assert (by(FIRST, unsaid, "2026-07-01"), by(SECOND, unsaid, "2026-07-01")) == (None, None)
    assert by(BOTH, unsaid, "2026-07-01") is True
    assert (by(FIRST, unsaid, "2026-06-01"), by(SECOND, unsaid, "2026-06-01")) == (True, False)
    assert by(FIRST, unsaid, "2025-03-03") is False
    assert on(unsaid, "2025-03-03") is True
    named = replace(unsaid, names=("Omega",))
    assert by(FIRST, named, "2026-07-01", SECOND_IS_COMPLETE) is True
    assert by(SECOND, named, "2026-07-01", SECOND_IS_COMPLETE) is False


def test_a_name_that_is_held_says_by_which_notice_a_stated_listing_is() -> None:
    alpha = PartyName(("Alpha",), listed=(OnList("watch", None, None),))
    assert (by(FIRST, alpha, "2026-07-01"), by(SECOND, alpha, "2026-07-01")) == (True, False)


def test_a_screening_settles_a_notice_that_it_follows() -> None:
    screened = PartyName(("Omega",), screened=(("watch", dt.date(2025, 10, 20)),))
    assert by(FIRST, screened, "2026-07-01") is False
    assert by(FIRST, screened, "2025-03-10") is False
    assert by(BOTH, screened, "2026-06-14") is False
    assert (by(BOTH, screened, "2026-06-23"), by(SECOND, screened, "2026-06-23")) == (None, None)


def test_each_notice_and_whether_one_of_them_is_meant() -> None:
    unsaid = PartyName((), listed=(OnList("watch", None, None),))
    each, one = by_each_notice(WATCH, unsaid, dt.date(2026, 6, 14))
    assert {notice: taken(cases) for notice, cases in each} == {"notice-1": True, "notice-2": False}
    assert taken(one) is True
    assert by_each_notice(WATCH, PartyName(("Alpha",)), dt.date(2026, 6, 14))[1] == ((None, False),)
