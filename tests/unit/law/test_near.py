"""Near misses are the thresholds of the law file, moved exactly; codes can be reached and decide nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from pycontrol.law import model
from pycontrol.law.coded import coded_entries
from pycontrol.law.model import AnyOf, Code, Compared, IsTerm, Operator, Quantifier, Quantity, Reach, Root, Sort, Text
from pycontrol.law.near import near_name, shifted
from tests.unit.law.given import VOCABULARY, announcement, article, loaded, refused

NOTED = 'article 1 noted "n" because "b"\n'
VOLUME = """vocabulary
unit m3 of volume
unit L of volume is 1/1000 m3
unit degC of temperature
fact item.volume is quantity in m3 question "?"
fact item.grains is many quantity in um question "?"
fact item.heat is quantity in degC question "?"
fact item.part-of is item question "?"
"""
NEAR = 'near within 10 % because "our own"\n'
ITSELF = Reach(Root.SELF, (), Sort.ITEM)
ENDS = 'reading ends "Ends?" closed "in", open "out" default closed because "usage"\n'


def law(annex: str, around: str = "") -> model.Law:
    return loaded(
        announcement(NOTED + around + 'annex a "A" zh "甲" ' + NEAR + annex), vocabulary=VOCABULARY + VOLUME + ENDS
    )


def near_misses(entry: str, around: str = "") -> tuple[model.Condition, ...]:
    """Return the conditions of the near misses of an annex with one entry."""
    term = law(f'entry 1 "one" when {entry}', around).terms["a-61.a~near"]
    outside, ways = term.conditions
    assert outside == IsTerm(outside.span, ITSELF, "a-61.a", Quantifier.NO)
    assert isinstance(ways, AnyOf)
    (way,) = ways.alternatives
    return way.conditions


def moved_tests(entry: str, around: str = "") -> list[tuple[Operator, Fraction]]:
    tests = [one for one in near_misses(entry, around) if isinstance(one, model.Test)]
    return [(one.check.operator, one.check.threshold.amount) for one in tests if isinstance(one.check, Compared)]


@pytest.mark.parametrize(
    ("written", "operator", "amount"),
    [
        (">= 5000 L", Operator.AT_LEAST, Fraction(9, 2)),
        ("> 5 m3", Operator.AT_LEAST, Fraction(9, 2)),
        ("<= 1/3 m3", Operator.AT_MOST, Fraction(11, 30)),
        ("< 14.2 m3", Operator.AT_MOST, Fraction(1562, 100)),
        ("> 0 m3", Operator.AT_LEAST, Fraction(0)),
    ],
)
def test_a_threshold_moves_exactly_and_its_end_is_in(written: str, operator: Operator, amount: Fraction) -> None:
    assert moved_tests(f"item.volume {written}") == [(operator, amount)]


def test_below_zero_a_threshold_moves_away_from_itself() -> None:
    assert moved_tests("item.heat >= -50 degC") == [(Operator.AT_LEAST, Fraction(-55))]
    assert moved_tests("item.heat < -50 degC") == [(Operator.AT_MOST, Fraction(-45))]


@pytest.mark.parametrize("operator", list(Operator))
def test_no_and_every_move_to_the_same_effect(operator: Operator) -> None:
    sign = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}[operator]
    ((refused_by, refused_at),) = moved_tests(f"no item.grains {operator} 50 um")
    ((met_by, met_at),) = moved_tests(f"every item.grains {sign} 50 um")
    assert refused_at == met_at
    assert {refused_by, met_by} in ({Operator.MORE, Operator.AT_MOST}, {Operator.LESS, Operator.AT_LEAST})


def test_what_is_asked_of_other_things_stays() -> None:
    entry = "item.volume > 1 m3 and item.part-of.volume > 2 m3 and item.part-of in b and item.form is metal"
    around = 'annex b "B" entry 1 "x" when item.volume > 7 m3\n'
    own, other, part, form = near_misses(entry, around)
    assert isinstance(own, model.Test)
    assert own.check == Compared(Operator.AT_LEAST, Quantity(Fraction(9, 10), "m3"))
    assert isinstance(other, model.Test)
    assert other.check == Compared(Operator.MORE, Quantity(Fraction(2), "m3"))
    assert isinstance(part, IsTerm)
    assert part.term == "a-61.b"
    assert isinstance(form, model.Test)


def test_terms_and_entries_of_the_item_itself_move_with_it_and_exclusions_against_it() -> None:
    around = """define big (item) "big" zh "大" when item.volume > 10 m3
define pure (item) "pure" when item.form is metal
annex b "B" entry x "x" when item is big
"""
    given = law('entry 1 "one" when item in b.x and no item is big and item is pure', around)
    (_, ways) = given.terms["a-61.a~near"].conditions
    assert isinstance(ways, AnyOf)
    named = [one.term for one in ways.alternatives[0].conditions if isinstance(one, IsTerm)]
    assert named == ["a-61.b.x~wider-1/10", "a-61.big~narrower-1/10", "a-61.pure"]
    (wider,) = given.terms["a-61.big~wider-1/10"].conditions
    (narrower,) = given.terms["a-61.big~narrower-1/10"].conditions
    assert isinstance(wider, model.Test)
    assert isinstance(narrower, model.Test)
    assert wider.check == Compared(Operator.AT_LEAST, Quantity(Fraction(9), "m3"))
    assert narrower.check == Compared(Operator.MORE, Quantity(Fraction(11), "m3"))
    assert given.terms["a-61.big~wider-1/10"].title == Text("big (thresholds moved by 10 %)", "大（阈值移动10 %）")


def test_enumerations_and_ranges_are_moved_inside() -> None:
    (ways,) = near_misses("any of (a) item.volume between 10 m3 and 50 m3 readings ends (b) item.form is metal")
    assert isinstance(ways, AnyOf)
    (inner,) = ways.alternatives[0].conditions
    assert isinstance(inner, AnyOf)
    checks = [[one.check for one in way.conditions if isinstance(one, model.Test)] for way in inner.alternatives]
    ends = [
        Compared(Operator.AT_LEAST, Quantity(Fraction(9), "m3")),
        Compared(Operator.AT_MOST, Quantity(Fraction(55), "m3")),
    ]
    assert checks == [ends, ends]


def test_a_part_has_near_misses_where_it_has_thresholds() -> None:
    given = law(
        'part p "P" entry 1 "one" code 1C1 when item.volume > 1 m3 entry 2 "two" when item.form is metal '
        'part q "Q" entry 1 "one" when item.form is magnet'
    )
    assert given.terms["a-61.a~near"].title == Text(
        "near A (within 10 % of every threshold)", "接近甲（各项阈值10 %以内）"
    )
    (_, parts), (outside, ways) = (given.terms[near_name(name)].conditions for name in ("a-61.a", "a-61.a.p"))
    assert isinstance(parts, AnyOf)
    assert isinstance(ways, AnyOf)
    assert [way.label for way in parts.alternatives] == ["p"]
    assert parts.alternatives[0].conditions == (
        IsTerm(parts.alternatives[0].conditions[0].span, ITSELF, "a-61.a.p~near"),
    )
    assert isinstance(outside, IsTerm)
    assert outside.term == "a-61.a"
    assert [(way.label, way.code) for way in ways.alternatives] == [("1", Code("1C1"))]
    assert "a-61.a.q~near" not in given.terms


def test_no_tolerance_no_near_misses() -> None:
    plain = loaded(
        announcement(NOTED + 'annex a "A" entry 1 "x" when item.volume > 1 m3'), vocabulary=VOCABULARY + VOLUME
    )
    assert [name for name in plain.terms if "~" in name] == []


# --- codes --------------------------------------------------------------------------------------------------

CODED = """
annex a "A" near within 10 % because "our own"
  entry z "zed" when item.form is metal
  entry b "bee" zh "蜂" confidence H
    code 3C902.b.2 suspected 3C901.b.2 because "its neighbour"
    tariff 71051020, 2805301910
    when item is big and item.part-of.volume > 3 m3 and any of (a) item.heat > 20 degC (b) item.form is metal
  part p "P"
    entry 1 "one"
      code 252604X
      when item.form is magnet
define big (item) "big" when item.volume > 10 m3
"""


def test_coded_entries_say_where_they_stand_and_what_they_measure() -> None:
    given = loaded(announcement(NOTED + CODED), vocabulary=VOCABULARY + VOLUME)
    bee, one = coded_entries(given)
    assert (bee.instrument, bee.annex, bee.part, bee.owner) == ("a-61", "a-61.a", "", "a-61.a")
    assert (bee.label, bee.title, bee.confidence) == ("b", Text("bee", "蜂"), "H")
    assert bee.code == Code("3C902.b.2", "3C901.b.2", Text("its neighbour"))
    assert bee.tariffs == ("71051020", "2805301910")
    (every,) = given.terms["a-61.a"].conditions
    assert isinstance(every, AnyOf)
    assert bee.alternative in every.alternatives
    assert bee.near_owner == "a-61.a~near"
    assert bee.near is not None
    assert bee.near in [
        way for c in given.terms[bee.near_owner].conditions if isinstance(c, AnyOf) for way in c.alternatives
    ]
    assert replace(bee.near, conditions=bee.alternative.conditions) == bee.alternative
    assert bee.tolerance is not None
    assert bee.tolerance.share == Fraction(1, 10)
    assert (one.annex, one.part, one.owner, one.label) == ("a-61.a", "p", "a-61.a.p", "1")
    assert (one.near, one.near_owner, one.tolerance) == (None, "", None)


@pytest.mark.parametrize("code", ["2C902.a", "3C901.a.2.b", "1E902.a", "3A001", "252604X", "083201J"])
def test_codes_stand_as_they_are_printed(code: str) -> None:
    (found,) = coded_entries(
        loaded(announcement(NOTED + f'annex a "A" entry 1 "x" code {code} when item.form is metal'))
    )
    assert found.code == Code(code)


def test_moving_by_nothing_only_lets_the_threshold_in() -> None:
    old = Compared(Operator.MORE, Quantity(Fraction(5), "m3"))
    assert shifted(old, Fraction(0), outward=True) == Compared(Operator.AT_LEAST, old.threshold)
    assert shifted(old, Fraction(0), outward=False) == old


# --- refusals -----------------------------------------------------------------------------------------------

ONE = 'entry {} "x" code {} when item.volume > 1 m3\n'


@pytest.mark.parametrize(
    ("body", "code", "where"),
    [
        ('annex a "A"\n' + ONE.format(1, "1C1") + ONE.format(2, "1C1"), "L220", "1C1"),
        ('annex a "A" part p "P" ' + ONE.format(1, "1C1") + 'part q "Q" ' + ONE.format(1, "1C1"), "L220", "1C1"),
        ('annex a "A" ' + ONE.format(1, "1C1") + article("1", "when item near a"), "L221", "a"),
        ('annex a "A" ' + NEAR + ONE.format("x", "1C1") + article("1", "when item near a.x"), "L221", "a.x"),
        ('annex a "A" ' + NEAR + 'entry 1 "x" when item.form is metal', "L222", NEAR.strip()),
        ('annex a "A" ' + NEAR + 'entry 1 "x" when item.part-of.volume > 1 m3', "L222", NEAR.strip()),
        ('annex a "A" ' + NEAR + ONE.format(1, "1C1") + article("1", "when importer near a"), "L223", "importer"),
        ('annex a "A" ' + NEAR + ONE.format(1, "1C1") + article("1", "when item.form near a"), "L223", "item.form"),
        (
            f'annex a "A" {NEAR} part p "P" {ONE.format(1, "1C1")} part q "Q" entry 1 "x" when item.form is metal'
            + article("1", "when item near a.q"),
            "L224",
            "item near a.q",
        ),
        ('annex a "A" near within 110 % because "b" ' + ONE.format(1, "1C1"), "L133", "110 %"),
        ('annex a "A" near within 3 m3 because "b" ' + ONE.format(1, "1C1"), "L132", "3 m3"),
        ('annex a "A" ' + NEAR + 'entry 1 "x" when item.volume > 1 m4', "L109", "m4"),
    ],
)
def test_what_cannot_be_near_and_codes_that_are_in_doubt_are_refused(body: str, code: str, where: str) -> None:
    given = body if "article" in body else NOTED + body
    (only,) = refused(announcement(given, last=1), vocabulary=VOCABULARY + VOLUME)
    assert only.code == code
    assert only.primary is not None
    assert only.primary.span.text == where


def test_an_entry_cannot_be_what_is_near_its_own_annex() -> None:
    found = refused(
        announcement(NOTED + 'annex a "A" ' + NEAR + 'entry 1 "x" when item.volume > 1 m3 and item near a'),
        vocabulary=VOCABULARY + VOLUME,
    )
    assert {one.code for one in found} == {"L173"}
