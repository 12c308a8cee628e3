"""What could have stood somewhere, in the words of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.syntax.grammar import keywords, openers

if TYPE_CHECKING:
    from collections.abc import Collection

SHAPES = {
    "STRING": 'a string `"…"`',
    "DATE": "a date such as `2025-12-01`",
    "TIME": "a time such as `13:01`",
    "NUMBER": "a number",
    "UNIT": "a unit such as `nm` or `g/cm3`",
    "X": "of pieces `x` and a name",
    "NAME": "a name",
    "PATH": "a path such as `item.form`",
    "CITATION": "a citation such as `cn-mofcom-2025-61/1`",
    "LABEL": "a label such as `(1)`",
    "ARTICLE_NUMBER": "the number of an article",
    "LOCAL_CITATION": "the number of an article",
    "ENTRY_LABEL": "the label of an entry such as `1` or `a`",
    "CONTROL_CODE": "a control code such as `3C901.a.1`",
    "TARIFF_NUMBER": "a tariff number such as `71051020`",
    "ZONE": "a time zone such as `Asia/Shanghai`",
    "IN_ZONE": "no time zone",
    "MONTH": "a month such as `2025-04`",
    "YEAR": "a year such as `2025`",
    "BLANK": "a blank such as `$value`",
    "MARK": "a mark of confidence (`T`, `S`, `1`, `R`, `H`, `M`, `L` or `A`)",
    "OPERATOR": "`<`, `<=`, `>` or `>=`",
    "TYPE": "a type such as `yes-no`, `place` or `party`",
    "FROM_FIGURE": "`from`",
    "FOR_ACT": "`for a …`",
    "REGIME_TITLED": "`regime`",
    "ARTICLES_NOTED": "`articles`",
    "SERIOUS_CASES": "`in serious cases`",
    "CASE_COMPLETE": "`complete`",
    "$END": "the end of the file",
}

LACKING = {
    "DEFAULT": 'say what holds where nobody takes a value: `default VALUE because "…"`, or `default none because "…"`',
    "CHOICE": "write the type: `yes-no`, `place`, `choice of a, b`, `quantity in UNIT`, `money`, `text`, `act`, `party` or `item`",
    "LPAR": 'say of what it is a term: `define NAME (act) "…"`, or `(party)`, or `(item)`',
    "NAMES": 'say how many names the notice itself holds, and whose: `names N "…"`, such as `names 15 "15 US bodies"`',
}
"""What is said of a clause that has to stand there, where its word alone would not tell how it is written."""

MOST_NAMED = 9
TELLING = "CHECKED ARTICLES REGIME QUESTION GROUPS WHEN BINDS LIMB ARTICLE DEFINE LIST PARTY ITEM ACT".split()
"""What is named where too much could stand there."""


def expected(kinds: Collection[str], name: str) -> str:
    """Return what could have stood there. A long list says nothing: of it, what goes on here, or some examples."""
    kinds = set(kinds) - {"BLANK"} or set(kinds)
    if len(kinds) <= MOST_NAMED:
        return _one_of(_words(kinds, name))
    going_on = kinds - openers(name)
    if 0 < len(going_on) <= MOST_NAMED:
        return _one_of([*_words(going_on, name), "the next block"])
    telling = _words([kind for kind in TELLING if kind in kinds][:3], name)
    return f"{_one_of(telling)}, or another keyword" if telling else "expected a keyword of the language"


def _words(kinds: Collection[str], name: str) -> list[str]:
    return sorted({SHAPES.get(kind) or f"`{keywords(name)[kind]}`" for kind in kinds})


def _one_of(words: list[str]) -> str:
    return "expected " + " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words) if words else ""


def cure(kinds: Collection[str], name: str) -> str:
    """Return what to write there."""
    told = [words for kind, words in LACKING.items() if kind in kinds]
    return told[0] if told else expected(kinds, name).replace("expected ", "write ", 1)
