"""Provisions and terms stand on levels; law that runs in a circle is refused, and the circle shown."""

from __future__ import annotations

from pycontrol.law.levels import levels, term_levels
from pycontrol.law.model import Aspect
from tests.unit.law.given import announcement, article, loaded, refused

STATES = 'states "s"'


def test_a_denial_that_names_a_licence_and_beats_its_exemption_is_no_circle() -> None:
    law = loaded(
        announcement(
            article("1"),
            article("2", "when article 1 applies", norm="review presumption-of-denial of article 1"),
            article("3", "subject to article 2", norm="exempts from article 1"),
        )
    )
    found = levels(law)
    assert {path.partition("/")[2]: found[path, Aspect.APPLIES] for path in law.provisions} == {"1": 0, "2": 1, "3": 1}
    assert {path.partition("/")[2]: found[path, Aspect.STANDS] for path in law.provisions} == {"1": 4, "2": 2, "3": 3}
    assert found["a-61/1", Aspect.BREACH] == 5


def test_a_service_to_a_breach_stands_above_the_breach() -> None:
    law = loaded(announcement(article("1"), article("2", "when breach of article 1 for act.serves", 'prohibits "x"')))
    assert levels(law)["a-61/2", Aspect.APPLIES] == levels(law)["a-61/1", Aspect.BREACH] + 1


def test_a_sanction_stands_above_the_breach_that_it_sanctions() -> None:
    law = loaded(announcement(article("1"), article("2", norm='sanctions breach of article 1 band "b"')))
    assert levels(law)["a-61/2", Aspect.APPLIES] == levels(law)["a-61/1", Aspect.BREACH] + 1


def test_two_provisions_that_defeat_each_other_are_refused() -> None:
    (only,) = refused(
        announcement(article("1", "despite article 2 under china-scope inside"), article("2", "despite article 1"))
    )
    assert only.code == "L171"
    assert only.message == (
        "exceptions run in a circle (under `china-scope`): "
        "`a-61/1` stands, which needs `a-61/2` stands, which needs `a-61/1` stands"
    )
    assert only.citation == "Announcement 61, article 1"
    assert only.primary is not None
    assert {only.primary.span.text, only.secondary[0].span.text} == {
        "despite article 2 under china-scope inside",
        "despite article 1",
    }


def test_an_exception_that_needs_what_it_defeats_to_stand_is_refused() -> None:
    (only,) = refused(announcement(article("1"), article("2", "when article 1 stands despite article 1", STATES)))
    assert only.code == "L171"
    assert "`a-61/2` applies, which needs `a-61/1` stands" in only.message


def test_conditions_that_name_each_other_are_refused() -> None:
    (only,) = refused(
        announcement(
            article("1", "when article 2 applies and under nesting any-depth"), article("2", "when article 1 applies")
        )
    )
    assert only.code == "L172"
    assert "(under `nesting`)" in only.message


def test_a_provision_that_needs_itself_is_refused() -> None:
    (only,) = refused(announcement(article("1", "when article 1 applies")))
    assert only.code == "L172"


def test_every_circle_is_shown() -> None:
    found = refused(
        announcement(
            article("1", "despite article 2"),
            article("2", "despite article 1"),
            article("3", "despite article 4"),
            article("4", "despite article 3"),
        )
    )
    assert [only.citation for only in found] == ["Announcement 61, article 1", "Announcement 61, article 3"]


def test_terms_stand_above_the_terms_that_they_use() -> None:
    law = loaded(
        announcement(
            'define c (item) "c" when item in b'
            ' define b (item) "b" when any of (a) item.form is metal (b) item in a'
            ' define a (item) "a" when item.form is magnet' + article("1")
        )
    )
    assert term_levels(law) == {"a-61.c": 2, "a-61.b": 1, "a-61.a": 0}


def test_terms_that_are_defined_by_each_other_are_refused() -> None:
    (only,) = refused(
        announcement('define a (item) "a" when item in b define b (item) "b" when no item in a' + article("1"))
    )
    assert (only.code, only.message) == (
        "L173",
        "terms are defined by each other: `a-61.a`, which uses `a-61.b`, which uses `a-61.a`",
    )


def test_a_term_that_is_defined_by_itself_is_refused() -> None:
    (only,) = refused(announcement('define a (item) "a" when item in a' + article("1")))
    assert (only.code, only.message, only.help) == (
        "L173",
        "`a-61.a` is defined by itself",
        "say what it means without its own name",
    )


def test_chains_that_nobody_would_write_are_refused() -> None:
    terms = [f'define t{n} (item) "t" when item in t{n + 1}' for n in range(60)]
    (only,) = refused(announcement(" ".join(terms) + ' define t60 (item) "t" when item.form is metal ' + article("1")))
    assert only.code == "L214"
    articles = [article(str(n), f"when article {n + 1} stands") for n in range(1, 100)]
    (only,) = refused(announcement(*articles, article("100")))
    assert only.code == "L215"
