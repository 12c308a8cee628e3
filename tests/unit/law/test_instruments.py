"""Instruments: their articles, what they do to each other, their lists, terms and notes."""

from __future__ import annotations

import datetime as dt

import pytest

from pycontrol.law.model import AnyOf, Guard, IsTerm, Listing, Noted, Notice, Operation, Period, Suspension, Text
from pycontrol.law.modelled import How, modelled
from pycontrol.law.status import suspensions, targeted
from pycontrol.law.timeline import dates
from tests.unit.law.given import LISTED, VOCABULARY, announcement, article, loaded, refused

NOTED = 'article 1 noted "n" because "b" '
OTHER = announcement(article("1"))


def _day(month: int, day: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, day)


def test_an_instrument_suspends_others_for_certain_or_in_doubt() -> None:
    text = announcement(
        NOTED
        + """suspends a-61
          from 2025-11-07 until 2026-11-10 inclusive under china-scope inside
          from 2025-11-07 until 2026-11-10 exclusive under china-scope outside
        unconfirmed a-61 on truce from 2026-11-11 until 2027-01-10 inclusive confidence M because "text held to October"
        operates a-61 from 2027-01-11 confidence L because "nothing later is known" """,
        name="c-70",
    )
    law = loaded(OTHER, text)
    certain, doubt = law.suspensions
    assert certain == Suspension(
        "c-70",
        ("a-61",),
        (
            Period(_day(11, 7, 2025), _day(11, 10), Guard("china-scope", "inside")),
            Period(_day(11, 7, 2025), _day(11, 9), Guard("china-scope", "outside")),
        ),
        span=certain.span,
    )
    assert (doubt.event, doubt.confidence, doubt.because) == ("truce", "M", "text held to October")
    (again,) = law.operations
    assert again == Operation(
        "c-70", ("a-61",), (Period(_day(1, 11, 2027)),), "L", "nothing later is known", again.span
    )
    assert dates(law) == (
        _day(10, 9, 2025),
        _day(11, 7, 2025),
        _day(11, 10),
        _day(11, 11),
        _day(1, 11, 2027),
    )


PARTS = announcement(article("1"), article("2") + ' limb (1) "x" limb (2) "y"', article("3"))


def test_a_part_of_an_instrument_is_suspended_with_all_below_it() -> None:
    text = "suspends a-61/2 from 2026-01-01 operates a-61/2(1), article 1 from 2027-01-01"
    law = loaded(PARTS, announcement(article("1"), text, name="c-70", last=1))
    assert [one.targets for one in law.suspensions] == [("a-61/2",)]
    assert [one.targets for one in law.operations] == [("a-61/2(1)", "c-70/1")]
    asleep = [path for path in law.provisions if suspensions(law, path)]
    assert asleep == ["a-61/2(1)", "a-61/2(2)"]
    assert suspensions(law, "a-61") == ()


def test_a_target_is_met_by_what_lies_below_it_only() -> None:
    assert targeted("a-61/2(1)", ["a-61"])
    assert targeted("a-61/2(1)(a)", ["a-61/2(1)"])
    assert not targeted("a-61/20", ["a-61/2"])
    assert not targeted("a-61/2", ["a-61/2(1)"])
    assert not targeted("a-610/2", ["a-61"])


def test_a_notice_says_whether_its_names_are_complete_or_leaves_it_to_its_list() -> None:
    law = loaded(
        """list watch "Watch" partial
          notice c-1 from 2025-03-04 names 1 "n"
          notice c-2 complete from 2025-03-04 names 1 "n"
        list closed "Closed" complete
          notice c-1 from 2025-03-04 names 1 "n"
        list other "Other" partial
          notice c-1 partial from 2025-03-04 names 1 "n" """
    )
    assert [notice.complete for each in law.lists.values() for notice in each.notices] == [False, True, True, False]


def test_a_name_on_a_list_has_the_days_of_its_notice_unless_it_has_its_own() -> None:
    law = loaded(
        """list watch "Watch" zh "关注" partial
          notice c-13 from 2025-03-04 names 15 "names not held"
            name "A" alias "a" alias "aa" paused from 2025-11-10 until 2026-11-10 inclusive
            name "B" from 2025-04-01"""
    )
    watch = law.lists["watch"]
    start = Period(_day(3, 4, 2025))
    assert watch.notices == (Notice("c-13", (start,), 15, Text("names not held")),)
    first, second = watch.listings
    paused = (Period(_day(11, 10, 2025), _day(11, 10)),)
    assert first == Listing(Text("A"), ("a", "aa"), "c-13", (start,), paused, first.span)
    assert second.listed == (Period(_day(4, 1, 2025)),)
    assert not watch.complete


def test_an_annex_is_a_term_over_its_parts_and_a_part_one_over_its_entries() -> None:
    law = loaded(
        announcement(
            'annex annex-1 "A" part p "P" entry 1 "one" confidence S when item.form is metal'
            ' entry 2 "two" when item in m'
            ' define m (item) "m" when item.form is magnet' + article("1", "when item in annex-1 and item in annex-1.p")
        )
    )
    (parts,) = law.terms["a-61.annex-1"].conditions
    (entries,) = law.terms["a-61.annex-1.p"].conditions
    assert isinstance(parts, AnyOf)
    assert isinstance(entries, AnyOf)
    (inner,) = parts.alternatives[0].conditions
    assert isinstance(inner, IsTerm)
    assert inner.term == "a-61.annex-1.p"
    assert [(way.label, way.title.en, way.confidence) for way in entries.alternatives] == [
        ("1", "one", "S"),
        ("2", "two", ""),
    ]
    assert law.terms["a-61.annex-1"].entries


def test_every_article_is_modelled_or_says_why_not() -> None:
    law = loaded(
        announcement(
            article("1"),
            article("2", "when act.to in china"),
            'articles 3 to 4 noted "n" because "b" confidence M',
            last=4,
        )
    )
    assert [(row.article, row.how, row.readings) for row in modelled(law)] == [
        ("1", How.ENCODED, ()),
        ("2", How.READING, ("china-scope",)),
        ("3", How.NOTED, ()),
        ("4", How.NOTED, ()),
    ]
    (note,) = law.noted
    assert note == Noted("a-61", "3", "4", Text("n"), "b", "M", note.span)


def test_an_overlap_names_provisions_on_both_sides() -> None:
    overlap = 'overlap article 1 and article 2 because "b" assume stricter'
    law = loaded(announcement(article("1"), article("2") + ' limb (1) "x" limb (2) "y"', overlap, last=2))
    (only,) = law.overlaps
    assert (only.first, only.second, only.because) == (("a-61/1",), ("a-61/2(1)", "a-61/2(2)"), "b")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (announcement(LISTED + NOTED + 'define magnets (item) "m" when item.form is metal', last=1), "L174"),
        (announcement(NOTED + 'define m (place) "m" when act is knows'), "L175"),
        (announcement(NOTED + 'define movement (act) "m" when act is knows'), "L176"),
        (announcement(NOTED + 'define military-user (party) "m" when party.established-in is CN'), "L176"),
        (announcement(NOTED + LISTED + 'define watch (party) "m" when party.established-in is CN'), "L176"),
        (
            announcement(NOTED + 'annex a "A" entry 1 "x" when item.form is metal entry 1 "y" when item.form is metal'),
            "L177",
        ),
        (announcement(NOTED + 'annex a "A"'), "L178"),
        (announcement(article("1"), article("1"), last=1), "L180"),
        (announcement(article("1"), 'articles 1 to 2 noted "n" because "b"', last=2), "L180"),
        (announcement('articles 1 to 2 noted "n" because "b"', article("2"), last=2), "L180"),
        (announcement('articles 1 to 2 noted "n" because "b" article 2 noted "m" because "b"', last=2), "L180"),
        (announcement(NOTED, NOTED, last=1), "L180"),
        (announcement(NOTED).replace("articles 1 to 1", "articles 2 to 1"), "L181"),
        (announcement(NOTED).replace("articles 1 to 1", "articles 1-1"), "L181"),
        (announcement(NOTED, last=3), "L182"),
        (announcement(NOTED, 'articles 2 to 3 noted "n" because "b"', last=2), "L183"),
        (announcement(NOTED, article("2"), last=1), "L183"),
        ('regime order "Again" severity licence', "L201"),
        ('regime new "New" severity licence, licence', "L202"),
        (announcement(NOTED) + announcement(NOTED), "L203"),
        (announcement(NOTED, regime="ordr"), "L204"),
        (announcement(NOTED).replace("checked to 2026", "checked to 2024"), "L205"),
        (announcement(NOTED).replace("Asia/Shanghai", "Asia/Shangai"), "L206"),
        (announcement(NOTED).replace("articles", "basis a-60 articles"), "L107"),
        (announcement(NOTED + "suspends a-60 from 2026-01-01"), "L107"),
        (announcement(NOTED + "operates a-60 from 2026-01-01"), "L107"),
        (announcement(NOTED + "unconfirmed a-61 on truc from 2026-01-01"), "L207"),
        (announcement(NOTED + "suspends a-61 from 2026-01-01 until 2025-01-01 inclusive"), "L187"),
        (announcement(NOTED + 'overlap article 1 and article 2 because "b" assume stricter'), "L106"),
        ('list l "L" partial list l "L" partial', "L208"),
        ('list china "L" partial', "L209"),
        (announcement(NOTED + "suspends a-61/3 from 2026-01-01"), "L106"),
        (announcement(NOTED + "suspends article 1 from 2026-01-01"), "L106"),
        ('list l "L" complete notice n partial from 2026-01-01 names 1 "n"', "L230"),
        ('list l "L" partial notice n from 2026-01-01 names 0 "n" name "A"', "L210"),
        ('list l "L" partial notice n from 2026-01-01 names 2 "n" name "A Corp." name "a corp"', "L258"),
        ('list l "L" partial notice n from 2026-01-01 names 2 "n" name "A" alias "C" name "B" zh "c"', "L258"),
    ],
)
def test_an_instrument_that_cannot_be_is_refused(text: str, code: str) -> None:
    found = refused(text)
    assert {diagnostic.code for diagnostic in found} == {code}
    assert all(diagnostic.primary and diagnostic.help and diagnostic.citation for diagnostic in found)


def test_a_missing_article_is_named() -> None:
    (only,) = refused(announcement(article("1"), article("4"), last=4))
    assert only.message == "articles `2` and `3` of `a-61` are missing"
    assert 'article 2 noted "…"' in only.help


def test_an_article_that_is_only_noted_cannot_be_cited() -> None:
    (only,) = refused(announcement(NOTED, article("2", "when article 1 applies"), last=2))
    assert (only.code, "noted, not encoded" in only.help) == ("L106", True)


def test_vocabulary_without_anything_else_is_law() -> None:
    assert loaded().instruments == {}
    assert loaded(vocabulary=VOCABULARY).sources[0][0] == "0.law"
