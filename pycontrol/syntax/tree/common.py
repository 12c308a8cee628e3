"""Words and values: what both languages are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from fractions import Fraction

from pycontrol.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Node:
    """Anything that was written: it stands somewhere."""

    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Word(Node):
    """A name, a dotted path, a place, a unit, a label: one word as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Number(Node):
    """An exact number and the digits as written (`0.1`, `1/100`)."""

    value: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class Quantity(Node):
    """A number and its unit or currency: `14 nm`, `500000 CNY`."""

    number: Number
    unit: Word


@dataclass(frozen=True, slots=True)
class Date(Node):
    """A day that exists in the calendar."""

    value: dt.date


@dataclass(frozen=True, slots=True)
class String(Node):
    """Quoted words, without the quotes and escapes."""

    value: str


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Words for people, in English and, where given, in Chinese: `"China" zh "中国"`."""

    en: str
    zh: str = ""


@dataclass(frozen=True, slots=True)
class Comment(Node):
    """A comment, with its dashes."""

    text: str


@dataclass(frozen=True, slots=True)
class Citation(Node):
    """A provision, an article or a whole instrument.

    `cn-mofcom-2025-61/1(3)` has path `1(3)`; `article 1(3)` has no `instrument` (it is this one); a bare
    `cn-mofcom-2025-61` has no path.
    """

    instrument: Word | None
    path: str


@dataclass(frozen=True, slots=True)
class Under(Node):
    """`under READING VALUE`: a guard on dates, places and exceptions, and a condition in its own right."""

    reading: Word
    value: Word


@dataclass(frozen=True, slots=True)
class Confidence(Node):
    """`confidence M because "…"`: the mark of the fact base, and why, where a reason is given."""

    mark: Word
    because: Text | None = None
