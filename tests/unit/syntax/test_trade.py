"""What a lawyer writes from a data sheet, a customs form or the announcement itself: told with what to write instead."""

from __future__ import annotations

import pytest

from pycontrol.syntax.figures import amount_cure
from tests.unit.syntax.test_parse import HEADER
from tests.unit.syntax.test_refusals import article, refused


def entry(words: str) -> str:
    return f'{HEADER}annex a "A"\n  entry 1 "E"\n    {words}\n'


def stated(words: str) -> str:
    return f'scenario "S"\nitem i\n  {words}\n  form metal\nact a\n  kind movement\n'


@pytest.mark.parametrize(
    ("text", "code", "word", "cure"),
    [
        (article("when item.a < 10^4 nm"), "S057", "10^4", "did you mean `10000`?"),
        (article("when item.a < 5 x 10^-3 nm"), "S057", "5 x 10^-3", "did you mean `0.005`?"),
        (article("when item.a < 5·10^3 nm"), "S012", "·", "write `5000`"),
        (article("when item.a < 10³ nm"), "S012", "³", "write `1000`"),
        (article("when item.a >= 5 Ω·cm"), "S012", "Ω·", "write `ohm-cm`"),
        (article("when item.a between 100 and 200 mm"), "S045", "100", "write the unit or currency after the number: `0.1 %`, `14 nm`, `500000 CNY`"),
        (entry("tariff 3818.00.19\n    when item.a is b"), "S019", "3818.00.19", "write it without points: `tariff 38180019`"),
        (entry("when item.a is b\n    code 3C901"), "S019", "code", "an entry says its code and its tariff numbers before its first `when`"),
        (article('states "x"。'), "S027", "。", "clauses follow each other without punctuation"),
        (article("when act.a in {b、c}"), "S012", "、", "write `b,c`"),
        (article('forbids "sending it"'), "S019", "forbids", 'write `prohibits "…"`'),
        (article("effective 2026-01-01"), "S019", "effective", "write `from 2026-01-01`"),
        (article("from 2026-01-01 to 2026-02-01"), "S019", "to", "write `until 2026-02-01 inclusive`, or `exclusive`"),
        (article("transferor shall report"), "S019", "transferor shall", 'write what follows: `requires licence …`, `prohibits "…"`, `obliges to …`'),
        (article("exempts from art. 1"), "S069", "art", "write `article 1(1), article 2`"),
        (article('exempts from article 1 article 2\n  limb (a) "A" states "x"'), "S065", "2", "what stands in a row is separated by commas"),
    ],
)  # fmt: skip
def test_in_law(text: str, code: str, word: str, cure: str) -> None:
    found = refused(text)[0]
    assert (found.code, found.primary and found.primary.span.text, found.help) == (code, word, cure)


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        ("5x10^3 mm", "did you mean `5000 mm`?"),
        ("5·10³ mm", "did you mean `5000 mm`?"),
        ("2.5 × 10^-2 mm", "did you mean `0.025 mm`?"),
        ('4"', "did you mean `4 inch`?"),
        ("7 million CNY", "did you mean `7000000 CNY`?"),
        ("0.5 billion CNY", "did you mean `500000000 CNY`?"),
        ("70万元", "did you mean `700000 CNY`?"),
        ("¥700000", "did you mean `700000 CNY` or `700000 JPY`?"),
        ("500€", "did you mean `500 EUR`?"),
        ("5000/cm²", ""),
        ("10^99 mm", ""),
    ],
)
def test_in_mappings(words: str, cure: str) -> None:
    assert amount_cure(words) == cure


@pytest.mark.parametrize(
    ("text", "code", "word", "cure"),
    [
        (stated("density 5x10^3 nm"), "S057", "5x10^3", "did you mean `5000`?"),
        (stated("turnover 7 million CNY"), "S057", "7 million", "did you mean `7000000`?"),
        (stated("turnover 1.5 billion CNY"), "S057", "1.5 billion", "did you mean `1500000000`?"),
        (stated("density 5000 per cm2"), "S045", "5000 per cm2", "write the unit as one word; `pycontrol facts density` shows what it takes"),
        (stated("value ¥700000"), "S012", "¥", "write the currency behind the number: `700000 CNY` or `700000 JPY`"),
        (stated("turnover 70万 CNY"), "S012", "万", "write `700000`"),
        (stated('size 4"'), "S010", '"', "inches are written as a word: `4 inch`"),
        (stated("value 500 €"), "S012", "€", "write `EUR`"),
        (stated("value €500"), "S012", "€", "write the currency behind the number: `500 EUR`"),
        (stated("value €1,000"), "S012", "€", "write the currency behind the number: `1000 EUR` or `1.000 EUR`"),
        (stated("value €1,000.50"), "S012", "€", "write the currency behind the number: `1000.50 EUR`"),
        (stated("value $12,500"), "S052", "$12,500", "write the currency behind the number: `12500 USD` or `12.500 USD`"),
        (stated("code 1C905.a"), "S019", "1C905.a", "a case states no control code: say what the item is, and `pycontrol classify` tells which codes it meets"),
        (stated("eccn 3A001"), "S019", "3A001", "a case states no control code: say what the item is, and `pycontrol classify` tells which codes it meets"),
        (stated("value US$500"), "S052", "US$500", "write the currency behind the number: `500 USD`"),
        (stated("kind：goods"), "S027", "：", "clauses follow each other without punctuation"),
        (stated("crystal gallium oxide"), "S065", "oxide", "join the words of one value by hyphens: `gallium-oxide`; several values are separated by commas"),
        (stated("kind goods   form"), "S054", "metal", "a fact is a name and its values, such as `yes`; what a block opens with is taken for the value that is missing"),
        ('scenario "S"\nnote "about 7 million CNY, 5 per day" -- or 8 million\nitem i\n  crystal gallium oxide\n  form metal\n', "S065", "oxide", "join the words of one value by hyphens: `gallium-oxide`; several values are separated by commas"),
        ('scenario "S"\nassume evasion\ntake a b', "S019", "take", "write `assume not evasion`, or `assume evasion in force`"),
    ],
)  # fmt: skip
def test_in_scenarios(text: str, code: str, word: str, cure: str) -> None:
    found = refused(text, law=False)[0]
    assert (found.code, found.primary and found.primary.span.text, found.help) == (code, word, cure)
