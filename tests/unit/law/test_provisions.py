"""Provisions say everything themselves: what they take from their article, whom they reach, what defeats them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from pycontrol.law.model import (
    Band,
    Compared,
    Defeat,
    Due,
    DueFrom,
    Guard,
    IsTerm,
    Modality,
    Norm,
    Operator,
    Period,
    Quantity,
    Text,
)
from tests.unit.law.given import LISTED, announcement, article, loaded, provision, refused

ISSUED = dt.date(2025, 10, 9)


def test_a_limb_takes_from_its_article_what_it_does_not_state() -> None:
    limbs = article("1", "from 2025-12-01 when act is knows", perimeter="for a movement where act.to outside china")
    limbs += ' limb (1) "one" gist "own" when act.state is done\n limb (2) for a service where act.from in china'
    law = loaded(announcement(limbs))
    assert list(law.provisions) == ["a-61/1(1)", "a-61/1(2)"]
    one, two = law.provisions.values()
    assert (one.title.en, one.gist.en, one.cite.en, one.bearer) == ("one", "own", "art. 1", "transferor")
    assert [condition.span.text for condition in one.conditions] == ["act is knows", "act.state is done"]
    assert one.periods == (Period(dt.date(2025, 12, 1)),)
    assert (two.title.en, two.gist.en) == ("T", "g")
    assert [condition.span.text for condition in two.perimeter] == ["act.to outside china", "act.from in china"]
    assert one.kinds == {"movement"}
    assert two.kinds == {"service"}


@pytest.mark.parametrize(
    ("define", "perimeter", "kinds"),
    [
        ("", "for a movement", "movement"),
        ("", "for any act", "movement provision disclosure service report"),
        ("", "for any act where act in {movement, service}", "movement service"),
        ("", "for any act where act is not movement", "provision disclosure service report"),
        ("act is movement and act.to in china", "for an export", "movement"),
        ("act.to in china", "for an export", "movement provision disclosure service report"),
        ("any of (a) act is movement and act.to in china (b) act is provision", "for an export", "movement provision"),
        (
            "any of (a) act is movement (b) act.to in china",
            "for a export where act not in {report}",
            "movement provision disclosure service",
        ),
        ("act.serves is movement and act is inner", "for an export", "service report"),
    ],
)
def test_the_kinds_of_act_are_read_off_the_perimeter(define: str, perimeter: str, kinds: str) -> None:
    terms = f'define export (act) "e" when {define}\n' if define else ""
    terms += 'define inner (act) "i" when act in {service, report}\n'
    law = loaded(announcement(terms + article("1", perimeter=perimeter)))
    assert law.provisions["a-61/1"].kinds == set(kinds.split())


def test_a_term_of_the_perimeter_is_a_condition_and_a_kind_is_not() -> None:
    export = 'define export (act) "e" when act is movement'
    law = loaded(announcement(export + article("1", perimeter="for an export")))
    (only,) = law.provisions["a-61/1"].perimeter
    assert isinstance(only, IsTerm)
    assert only.term == "a-61.export"
    assert provision("").perimeter == ()


@pytest.mark.parametrize(
    ("when", "per_item"),
    [
        ("act is knows", False),
        ("some act.items in magnets", False),
        ("item in magnets", True),
        ("any of (a) act is knows (b) item.form is metal", True),
        ("value-share of magnets with origin in china in item >= 1 % readings adding, nesting", True),
    ],
)
def test_a_provision_is_weighed_for_each_item_where_it_looks_at_one(when: str, *, per_item: bool) -> None:
    assert provision(f"when {when}").per_item is per_item


def test_all_readings_are_known_on_which_a_provision_hangs() -> None:
    assert provision("when act.to in china").readings == {"china-scope"}
    around = LISTED + 'define local (party) "l" when party.established-in in china\n'
    assert provision("when end-user is local", around).readings == {"china-scope"}
    stake = "when stake of restricted in importer >= 50 % by votes readings chaining, control"
    assert provision(stake).readings == {"chaining", "control"}
    assert provision("from 2025-12-01 under nesting direct-only from 2025-12-02 under nesting any-depth").readings == {
        "nesting"
    }


# --- days ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("says", "periods"),
    [
        ("", [Period(ISSUED)]),
        ("from 2025-12-01", [Period(dt.date(2025, 12, 1))]),
        ("from 2025-12-01 until 2025-12-31 inclusive", [Period(dt.date(2025, 12, 1), dt.date(2025, 12, 31))]),
        ("until 2025-12-31 exclusive", [Period(ISSUED, dt.date(2025, 12, 30))]),
        (
            "until 2025-12-31 exclusive under china-scope outside",
            [
                Period(ISSUED, dt.date(2025, 12, 30), Guard("china-scope", "outside")),
                Period(ISSUED, None, Guard("china-scope", "inside")),
            ],
        ),
    ],
)
def test_a_provision_is_in_force_from_its_first_day_to_its_last(says: str, periods: list[Period]) -> None:
    assert provision(says).periods == tuple(periods)


def test_without_days_of_its_own_a_provision_has_those_of_its_instrument() -> None:
    text = announcement(article("1")).replace("articles", "from 2026-01-01 until 2026-02-01 exclusive articles")
    law = loaded(text)
    assert law.provisions["a-61/1"].periods == (Period(dt.date(2026, 1, 1), dt.date(2026, 1, 31)),)
    assert (law.instruments["a-61"].begins, law.instruments["a-61"].ends) == (dt.date(2026, 1, 1), dt.date(2026, 1, 31))


def test_a_provision_that_came_later_is_there_from_its_own_day() -> None:
    text = announcement(article("1", "issued 2026-01-15")).replace("articles", "from 2025-12-01 articles")
    (only,) = loaded(text).provisions.values()
    assert (only.added, only.periods) == (dt.date(2026, 1, 15), (Period(dt.date(2026, 1, 15)),))
    (wrong,) = refused(announcement(article("1", f"issued {ISSUED}")))
    assert (wrong.code, str(ISSUED) in wrong.message) == ("L216", True)


# --- norms --------------------------------------------------------------------------------------------------


def _norm(written: str) -> Norm:
    return loaded(announcement(article("1"), article("2", norm=written))).provisions["a-61/2"].norm


def test_norms_name_what_they_impose() -> None:
    licence, ban = _norm("requires licence dual-use from MOFCOM"), _norm('prohibits "x" unless permitted by MOFCOM')
    assert (licence.modality, licence.what, licence.office) == (Modality.LICENCE, "dual-use", "MOFCOM")
    assert (ban.modality, ban.title, ban.cure) == (Modality.PROHIBITION, Text("x"), "MOFCOM")
    duty = _norm('obliges to report to MOFCOM within 10 working days after act "mail"')
    assert (duty.what, duty.to, duty.due) == ("report", "MOFCOM", Due(DueFrom.AFTER, 10, working=True))
    assert _norm('obliges to report to importer at once "x"').due == Due(DueFrom.AT)
    review = _norm("review presumption-of-denial of article 1")
    assert (review.modality, review.what, review.of) == (Modality.REVIEW, "presumption-of-denial", ("a-61/1",))
    assert _norm('terms dual-use "papers" of article 1').of == ("a-61/1",)
    assert _norm("relieves from article 1 by report").what == "report"
    assert _norm('states "so"').title == Text("so")


def test_a_sanction_has_bands_of_exact_money() -> None:
    sanction = _norm(
        'sanctions breach of article 1 band "fine" where turnover >= 500000 CNY pays 5 to 10 times turnover'
        ' band "fine" otherwise pays 500000 CNY to 5000000 CNY'
        ' band "less" pays up to 10 CNY band "loss" in serious cases'
    )
    half_million, five_million = Quantity(Fraction(500000), "CNY"), Quantity(Fraction(5000000), "CNY")
    assert sanction.bands == (
        Band(
            Text("fine"),
            "turnover",
            Compared(Operator.AT_LEAST, half_million),
            times=True,
            low=Fraction(5),
            high=Fraction(10),
        ),
        Band(Text("fine"), "turnover", None, low=half_million, high=five_million),
        Band(Text("less"), high=Quantity(Fraction(10), "CNY")),
        Band(Text("loss"), serious=True),
    )


# --- exceptions ---------------------------------------------------------------------------------------------


def test_an_exception_is_kept_by_the_provision_that_it_defeats_whichever_side_it_was_written_from() -> None:
    law = loaded(
        announcement(
            article("1"),
            article("2", "despite article 1 under china-scope inside", norm='states "s"'),
            article("3", "subject to article 4", norm="exempts from article 1"),
            article("4", "despite article 3", norm='states "s"'),
        )
    )
    first, _, third, _ = law.provisions.values()
    assert [(defeat.by, defeat.guard) for defeat in first.defeats] == [
        ("a-61/2", Guard("china-scope", "inside")),
        ("a-61/3", None),
    ]
    assert "china-scope" in first.readings
    (only,) = third.defeats
    assert only == Defeat("a-61/4", None, only.span)


# --- refusals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("says", "code"),
    [
        ("from 2025-12-01 under china-scope inside until 2026-01-01 inclusive under nesting any-depth", "L184"),
        ("from 2025-12-01 under china-scope inside", "L185"),
        ("from 2025-12-01 from 2025-12-02", "L186"),
        ("from 2025-12-01 until 2025-12-01 exclusive", "L187"),
        ("despite b-62/1", "L200"),
        ("subject to b-62/1", "L200"),
        ("implements b-62/1", "L234"),
        ("implements article 9", "L106"),
        ("despite article 9", "L106"),
    ],
)
def test_days_and_exceptions_that_cannot_be_are_refused(says: str, code: str) -> None:
    other = announcement(article("1"), name="b-62", regime="other-order")
    (only,) = refused(announcement(article("1", says)), other)
    assert (only.code, only.citation) == (code, "Announcement 61, article 1")


@pytest.mark.parametrize(
    ("norm", "code"),
    [
        ('obliges to reprt "x"', "L108"),
        ("exempts from article 3", "L152"),
        ("review case-by-case of article 3", "L152"),
        ('sanctions breach of article 3 band "b"', "L152"),
        ('obliges to report to nobody "x"', "L188"),
        ("review kindly of article 1", "L189"),
        ('sanctions breach of article 1 band "b" otherwise', "L190"),
        ('sanctions breach of article 1 band "b" where turnover >= 1 CNY pays 1 times gains', "L191"),
        ('sanctions breach of article 1 band "b" where node >= 1 CNY', "L192"),
        ('sanctions breach of article 1 band "b" pays 2 CNY to 1 CNY', "L193"),
        ('sanctions breach of article 1 band "b" pays 1 CNY to 2 USD', "L193"),
        ('sanctions breach of article 1 band "b" pays 1 nm to 2 nm', "L194"),
        ('sanctions breach of article 1 band "b" where turnover >= 1 nm', "L130"),
    ],
)
def test_a_norm_that_cannot_be_is_refused(norm: str, code: str) -> None:
    gains = 'vocabulary fact act.gains is money question "?"'
    found = refused(announcement(article("1"), article("2", norm=norm), article("3", norm='states "s"')), gains)
    assert [(only.code, only.citation) for only in found] == [(code, "Announcement 61, article 2")]


def test_working_days_are_refused_where_the_holidays_are_not_known() -> None:
    duty = 'obliges to report within 5 working days after act "x"'
    text = announcement(article("1", norm=duty))
    assert loaded(text).provisions["a-61/1"].norm.due is not None
    (only,) = refused(text.replace("Asia/Shanghai", "Europe/Vienna"))
    assert (only.code, only.citation) == ("L213", "Announcement 61, article 1")


@pytest.mark.parametrize(
    ("taken", "put", "code", "message"),
    [
        ('gist "g"', "", "L196", "article 1 has no gist"),
        ('cite "art. 1"', "", "L196", "article 1 has no cite"),
        ("requires licence dual-use from MOFCOM", "", "L196", "article 1 has no norm"),
        ("for a movement", "", "L196", "article 1 has no perimeter"),
        ("binds transferor", "", "L196", "article 1 has no bearer"),
        ("binds transferor", "binds node", "L111", "unknown role `node`"),
        ("for a movement", "for a movment", "L197", "unknown kind of act or term on acts `movment`"),
        ("for a movement", "for a movement where act is service", "L198", "this perimeter covers no kind of act"),
        ("binds transferor", "binds helper", "L212", "no act that this provision covers has `act.helper`"),
        ("binds", "when helper is military-user binds", "L212", "no act that this provision covers has `act.helper`"),
        (
            "binds",
            "when any of (a) act is knows (b) act is movement and act.audience is public binds",
            "L212",
            "no act that this provision covers has `act.audience`",
        ),
        ('gist "g"', 'gist "{itm}"', "L199", "nothing fills `{itm}` in this gist"),
        ('gist "g"', 'gist "{item}" zh "{importr}"', "L199", "nothing fills `{importr}` in this gist"),
    ],
)
def test_a_provision_that_lacks_something_is_refused(taken: str, put: str, code: str, message: str) -> None:
    (only,) = refused(announcement(article("1").replace(taken, put)))
    assert (only.code, only.message, only.citation) == (code, message, "Announcement 61, article 1")


def test_two_provisions_with_one_path_are_refused() -> None:
    limbs = article("1") + ' limb (1) "a"\n limb (1) "b"'
    (only,) = refused(announcement(limbs))
    assert (only.code, only.citation) == ("L195", "Announcement 61, article 1(1)")
    assert only.secondary[0].words == "first declared here"


def test_what_limbs_take_from_their_article_is_wrong_once() -> None:
    limbs = article("1", "when itm.form is metal") + ' limb (1) "a"\n limb (2) "b"'
    assert [only.code for only in refused(announcement(limbs))] == ["L101"]
