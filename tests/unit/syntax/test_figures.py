"""Days and numbers in other shapes: refused with what was meant, underlined whole; where two are meant, with both."""

from __future__ import annotations

import pytest

from pycontrol.syntax.figures import day_meant, number_meant
from tests.unit.syntax.test_refusals import article, refused


def in_case(fact: str) -> str:
    return f'scenario "S"\nact a\n  kind b\n  {fact}\n  state planned\n'


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-2-3", ("2026-02-03",)),
        ("2026/02/03", ("2026-02-03",)),
        ("2026.2.3", ("2026-02-03",)),
        ("3.2.2026", ("2026-02-03",)),
        ("13/2/2026", ("2026-02-13",)),
        ("3/2/2026", ("2026-02-03", "2026-03-02")),
        ("3-Feb-2026", ("2026-02-03",)),
        ("3 February 2026", ("2026-02-03",)),
        ("Feb 3, 2026", ("2026-02-03",)),
        ("2026-Feb-03", ("2026-02-03",)),
        ("2026年2月3日", ("2026-02-03",)),
        ("20260203", ("2026-02-03",)),
        ("2026-02-03T10:00", ("2026-02-03",)),
        ("26-02-03", ()),
        ("2026-02", ()),
        ("2026", ()),
        ("30.2.2026", ()),
    ],
)
@pytest.mark.parametrize("before", ["on", "citizen-of AT since"])
def test_days(before: str, written: str, meant: tuple[str, ...]) -> None:
    assert day_meant(written) == meant
    (found,) = refused(in_case(f"{before} {written}"), law=False)
    assert (found.code, found.primary and found.primary.span.text) == ("S028", written)
    asked = " or ".join(f"`{day}`" for day in meant)
    assert found.help.startswith(f"did you mean {asked}?" if meant else "dates are year-month-day")


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("2026-02-30", "that month has 28 days"),
        ("2026-13-01", "did you mean `2026-01-13`?"),
        ("2026-13-32", "months run from `01` to `12`"),
    ],
)
def test_days_that_do_not_exist(written: str, cure: str) -> None:
    (found,) = refused(in_case(f"on {written}"), law=False)
    assert (found.code, found.primary and found.primary.span.text, found.help) == ("S030", written, cure)


@pytest.mark.parametrize(
    ("written", "code", "meant"),
    [
        ("310,5", "S056", ("310.5",)),
        ("0,800", "S056", ("0.800",)),
        ("1,000", "S040", ("1000", "1.000")),
        ("1,000,000", "S040", ("1000000",)),
        ("1,000.50", "S040", ("1000.50",)),
        ("1.000.000", "S040", ("1000000",)),
        ("1.000.000,5", "S040", ("1000000.5",)),
        ("1_000", "S040", ("1000",)),
        ("1'000", "S040", ("1000",)),
        ("1 000", "S040", ("1000",)),
        (".8", "S046", ("0.8",)),
        ("1e3", "S057", ("1000",)),
        ("1.5e3", "S057", ("1500",)),
        ("+5", "S057", ("5",)),
    ],
)
def test_numbers(written: str, code: str, meant: tuple[str, ...]) -> None:
    assert number_meant(written) == meant
    (found,) = refused(in_case(f"energy {written} Wh/kg"), law=False)
    assert (found.code, found.primary and found.primary.span.text) == (code, written)
    assert found.help == f"did you mean {' or '.join(f'`{each}`' for each in meant)}?"


@pytest.mark.parametrize(
    ("written", "code", "words", "cure"),
    [
        ("310Wh/kg", "S029", "310Wh/kg", "leave a space between them: `310 Wh/kg`"),
        ("%", "S058", "%", "write the number first: `0.1 %`"),
        ("$5", "S052", "$5", "write the currency behind the number: `5 USD`"),
        ("５ um", "S012", "５", "write `5`"),
        ("5 ｕｍ", "S012", "ｕｍ", "write `um`"),
        ("10 ％", "S012", "％", "write `%`"),
        ("−5 um", "S012", "−", "write `-5`"),
        ("5 µm", "S012", "µ", "write `um`"),
        ("5 μm", "S012", "μ", "write `um`"),
        ("5 ㎛", "S012", "㎛", "write `um`"),
        ("5µm", "S012", "µ", "write `5 um`"),
        ("5 g/cm³", "S012", "³", "write `g/cm3`"),
        ("5 cm²", "S012", "²", "write `cm2`"),
        ("5 °C", "S012", "°", "write `degC`"),
        ("5 ℃", "S012", "℃", "write `degC`"),
        ("~5 um", "S057", "~5", "a case states one figure; leave the fact out where it is not known"),
        ("5-10 um", "S057", "5-10", "a case states one figure; leave the fact out where it is not known"),
        ("5 to 10 um", "S057", "5 to 10", "a case states one figure; leave the fact out where it is not known"),
        (">= 5 um", "S057", ">= 5", "a case states one figure; leave the fact out where it is not known"),
    ],
)
def test_amounts(written: str, code: str, words: str, cure: str) -> None:
    (found,) = refused(in_case(f"thickness {written}"), law=False)
    assert (found.code, found.primary and found.primary.span.text, found.help) == (code, words, cure)


@pytest.mark.parametrize("zone", ["UTC", "Z", "CET", "GMT+8", "Asia/Shanghai", "America/New_York", "+08:00"])
def test_a_zone_behind_a_time_is_refused_as_such(zone: str) -> None:
    text = f'scenario "s"\nitem x form metal\nact ship kind movement at 2025-11-06 17:00 {zone} state planned from DE'
    (found,) = refused(text, law=False)
    assert (found.code, found.primary and found.primary.span.text) == ("S070", zone)
    assert found.help
    assert "without a zone" in found.help
    (glued,) = refused(text.replace(f" {zone}", "Z"), law=False)
    assert (glued.code, glued.help) == ("S070", found.help)


def test_law_is_told_alike() -> None:
    for text, code, cure in (
        (article("from 2025-12-1"), "S028", "did you mean `2025-12-01`?"),
        (article("when a >= 5,000,000 CNY"), "S040", "did you mean `5000000`?"),
        (article("when a >= 0,1 %"), "S056", "did you mean `0.1`?"),
        (article("when a >= 14nm"), "S029", "leave a space between them: `14 nm`"),
    ):
        (found,) = refused(text)
        assert (found.code, found.help) == (code, cure)
