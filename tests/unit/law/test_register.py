"""The register, context and counterparts: names are looked up, and nothing follows from them."""

from __future__ import annotations

import datetime as dt

from pycontrol.law.model import Text
from tests.unit.law.given import announcement, article, loaded, refused

REGISTER = """
register "Measures"
  measure late 2025-10-09 by MOFCOM "Late" confidence T of a-61 answers early, month
  measure early 2025-09-14 to 2025-09-15 by ABROAD "Early" confidence M because "reported"
  measure month 2025-04 by ABROAD "Month" confidence M
  measure year 2026 by ABROAD "Year" confidence L
  measure around about 2025-10-07 by ABROAD "Around" confidence L
"""


def codes(*texts: str) -> list[str]:
    return [each.code for each in refused(*texts)]


def test_measures_stand_by_date() -> None:
    law = loaded(REGISTER, announcement(article("1")))
    assert list(law.measures) == ["month", "early", "around", "late", "year"]
    assert [one.day.en for one in law.measures.values()] == [
        "2025-04",
        "2025-09-14 to 2025-09-15",
        "about 2025-10-07",
        "2025-10-09",
        "2026",
    ]
    late, early = law.measures["late"], law.measures["early"]
    assert (late.instrument, late.answers, late.confidence, late.register) == (
        "a-61",
        ("early", "month"),
        "T",
        Text("Measures"),
    )
    assert (early.first, early.last, early.because) == (dt.date(2025, 9, 14), dt.date(2025, 9, 15), Text("reported"))


def test_what_is_wrong_with_a_measure_is_refused() -> None:
    more = 'measure {} by X "X" confidence H {}\n'
    assert codes(REGISTER + more.format("late 2025-01-01", ""), announcement(article("1"))) == ["L240"]
    assert codes(REGISTER + more.format("new 2025-01-02 to 2025-01-01", ""), announcement(article("1"))) == ["L241"]
    assert codes(REGISTER + more.format("new 2025-01-02", "answers nobody"), announcement(article("1"))) == ["L242"]
    assert codes(REGISTER + more.format("new 2025-01-02", "of a-62"), announcement(article("1"))) == ["L107"]


def test_a_limb_takes_the_context_of_its_article_where_it_has_none() -> None:
    limbs = " limb (1) context month limb (2) binds importer"
    law = loaded(REGISTER, announcement(article("1", f"context late, early{limbs}")))
    assert law.provisions["a-61/1(1)"].context == ("month",)
    assert law.provisions["a-61/1(2)"].context == ("late", "early")


def test_an_unknown_measure_is_refused_where_it_is_cited() -> None:
    (found,) = refused(REGISTER, announcement(article("1", "context lat")))
    assert (found.code, found.citation) == ("L242", "Announcement 61, article 1")
    assert "`late`" in found.help
    header = announcement(article("1")).replace("zone", "context nobody zone")
    assert codes(REGISTER, header) == ["L242"]


# --- counterparts -------------------------------------------------------------------------------------------

FAR = announcement(
    article("734.3", "confidence H limb (a)(3) limb (a)(4) confidence M"),
    'article 736.2 noted "N" because "b"\n',
    name="far",
    regime="other-order",
).replace("articles 1 to 2", "articles 734.3, 736.2")


def test_counterparts_carry_titles_and_confidence_of_both_sides() -> None:
    near = announcement(
        article("1", 'confidence T counterpart far/734.3(a)(4) "d" limb (1) counterpart far "whole" zh "整"')
    )
    first, second = loaded(FAR, near).counterparts
    assert (first.here.path, first.here.confidence) == ("a-61/1", "T")
    assert (first.there.path, first.there.confidence, first.difference) == ("far/734.3(a)(4)", "M", Text("d"))
    assert (second.here.path, second.here.confidence, second.there.path) == ("a-61/1(1)", "T", "far")
    assert (second.there.title, second.difference) == (Text("Title"), Text("whole", "整"))


def test_an_unknown_counterpart_is_refused() -> None:
    def wrong(citation: str) -> list[str]:
        return codes(FAR, announcement(article("1", f'counterpart {citation} "d"')))

    assert wrong("far/734.4") == ["L106"]
    assert wrong("far/736.2") == ["L106"]
    assert wrong("fur/734.3") == ["L107"]
    assert wrong("far/734.3(a)") == ["L243"]
    assert wrong("far/734.3") == []


def test_articles_that_do_not_run_are_listed() -> None:
    assert loaded(FAR).instruments["far"].articles == ("734.3", "736.2")
    assert codes(FAR.replace("734.3, 736.2", "734.3, 736.2, 740.1")) == ["L182"]
    assert codes(FAR.replace("articles 734.3, 736.2", "articles 734.3")) == ["L183"]
