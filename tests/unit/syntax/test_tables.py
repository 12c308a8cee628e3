"""Rows of a table, the register and guidance: what is written is what the tree says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pycontrol.diagnostics import Source
from pycontrol.syntax import format_text, parse_law, parse_scenarios, read_source, tree
from pycontrol.syntax.tables import titled
from tests.unit.syntax.test_refusals import codes

SAMPLES = Path(__file__).parent / "samples"

LAID_OUT = """\
scenario "{x}"
  asked $x

  act ship
    kind movement
    on $x

  table x, y
    row 2025-01-01, 1 g
      expect
        "a"
        "b"
    row 2025-01-02, 2 g

scenario "alone"
  expect
    "c"
"""


def test_rows_stand_in_their_table_and_expectations_in_their_row() -> None:
    first, second = parse_scenarios(Source("given", LAID_OUT)).scenarios
    assert first.expect is None
    assert first.table is not None
    assert [column.text for column in first.table.columns] == ["x", "y"]
    one, two = first.table.rows
    assert one.expect is not None
    assert [line.value for line in one.expect.lines] == ["a", "b"]
    assert two.expect is None
    assert one.cells[1].span.text == "1 g"
    assert isinstance(first.asked, tree.Blank)
    assert first.asked.name == "x"
    assert second.table is None
    assert second.expect is not None


def test_a_table_is_laid_out_one_way() -> None:
    assert format_text(Source("given", " ".join(LAID_OUT.split())), law=False).split() == LAID_OUT.split()
    assert format_text(Source("given", LAID_OUT), law=False) == LAID_OUT


def test_a_table_that_is_wrong_is_refused() -> None:
    head = 'scenario "s" act a kind movement on $x '
    assert codes(head, law=False) == ["S061"]
    assert codes(head + "table x", law=False) == ["S062"]
    assert codes(head + "table x, y row 1 g", law=False) == ["S060"]
    assert codes(head + "table x row 1 g row 1  g", law=False) == ["S064"]
    assert codes(head + 'expect "a" table x row 1 g', law=False) == ["S063"]
    assert codes(head + "table x, x row 1 g, 2 g", law=False) == ["S031"]
    assert codes(head + "table x row 1 g table y row 1 g", law=False) == ["S031", "S064"]


def test_a_row_is_named_by_the_title_or_after_it() -> None:
    cells = {"density": "2.5 g/cm3", "day": "2025-11-10"}
    assert titled("LFP at {density}", cells) == "LFP at 2.5 g/cm3"
    assert titled("LFP", cells) == "LFP (2.5 g/cm3, 2025-11-10)"
    assert titled("LFP {other}", cells) == "LFP {other} (2.5 g/cm3, 2025-11-10)"


def test_measures_stand_in_their_register() -> None:
    register, instrument = parse_law(read_source(SAMPLES / "context.law")).parts
    assert isinstance(register, tree.Register)
    rule, talks, soon, listed, around = register.measures
    assert rule.day.first.value == date(2025, 9, 29)
    assert rule.confidence.because is not None
    assert talks.day.last is not None
    assert (soon.day.about, soon.day.month) == (True, False)
    assert (listed.day.about, listed.day.month, listed.day.first.value) == (False, True, date(2025, 4, 1))
    assert (around.day.about, around.day.month) == (True, True)
    assert listed.instrument is not None
    assert [name.text for name in listed.answers] == ["us-affiliates-rule", "talks"]
    assert isinstance(instrument, tree.Instrument)
    assert (instrument.kind.text, instrument.run) == ("guidance", False)
    assert [label.text for label in instrument.articles] == ["734.3", "12.b", "7"]
    (article,) = instrument.body
    assert isinstance(article, tree.Article)
    assert [each.citation.path for each in article.provision.counterparts] == ["734.3(a)(3)", "7"]
    assert [word.text for word in article.limbs[0].provision.context] == ["list"]


def test_a_month_that_does_not_exist_is_refused() -> None:
    assert codes('register "R" measure m 2025-13 by X "M" confidence H') == ["S030"]
    assert codes('measure m 2025-12 by X "M" confidence H') == ["S038"]
