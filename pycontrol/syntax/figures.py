"""Days and numbers in other shapes: what was meant, where that can be told. Nothing is guessed: all of it is refused.

Where a shape can be read in two ways, both are named. Texts and mappings share these pages.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from pycontrol.diagnostics import quoted
from pycontrol.syntax.shorthand import AMOUNT, LARGE, LARGEST_POWER, TEN, codes_of, number_of, power_meant, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS = "dates are year-month-day, such as `2025-12-01`"
NO_ZONE = (
    "write the day and the hour as the clocks showed them where the law that is asked counts its days, without a zone"
)
NO_CODE = "a case states no control code: say what the item is, and `pycontrol classify` tells which codes it meets"
NUMBERS = "a number is digits, with a point before decimals: `500000`, `0.1`"

_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SHAPES = {
    "ymd": r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})",
    "dmy": r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})",
    "either": r"(?P<d>[0-9]{1,2})[-/](?P<m>[0-9]{1,2})[-/](?P<y>[0-9]{4})",
    "time": r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?:[T ][0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})?)",
    "named": rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[- ](?P<n>{_MONTH})[- ](?P<y>[0-9]{{4}})",
    "american": rf"(?P<n>{_MONTH}) (?P<d>[0-9]{{1,2}}),? (?P<y>[0-9]{{4}})",
    "year-named": rf"(?P<y>[0-9]{{4}})-(?P<n>{_MONTH})-(?P<d>[0-9]{{1,2}})",
    "han": r"(?P<y>[0-9]{4})年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日",
    "short": r"[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{2}",
    "month": r"[0-9]{4}-[0-9]{1,2}",
    "compact": r"(?P<y>(?:19|2[0-9])[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
    "year": r"(?:19|20)[0-9]{2}",
}
_DAYS = {name: re.compile(rf"(?<![\w.,/-]){shape}(?![\w/-])", re.IGNORECASE) for name, shape in _SHAPES.items()}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ZONED = re.compile(r"(.*[T ][0-9]{2}:[0-9]{2}\S*?)\s*(Z|[+-][0-9]{2}:?[0-9]{2}|[A-Z]{3,5}|[A-Z][a-z]+/\w+)")
_BARE = ("compact", "year")
"""Shapes that are plain numbers, so that only the word before them tells that a day is meant."""
DAY_WORDS = ("on", "at", "since", "until", "asked")
_DAY_BEFORE = re.compile(r"\b(?:on|at|since|until|asked|from|issued)\s+$")

_GROUPS = r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?"
_GROUPED = re.compile(
    rf"{_GROUPS}|[0-9]{{1,3}}(?:,[0-9]{{3}})+\.[0-9]+|[0-9]{{1,3}}(?:\.[0-9]{{3}})+,[0-9]+"
    r"|[0-9]{1,3}(?:['_ ][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:_[0-9]+)+"
)
_EITHER = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_COMMA = re.compile(r"[0-9]+,[0-9]+")
_POINT = re.compile(r"\.[0-9]+")
_POWER = re.compile(r"[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+")
_NUMBER = re.compile(r"(?<![\w.,'/$-])-?(?:[0-9][0-9.,'_]*[0-9]|[0-9]+|\.[0-9]+)")
_SPACED = re.compile(r"(?<![\w.,'/-])-?[0-9]{1,3}(?: [0-9]{3})+(?=\s+[A-Za-z%])")
_VAGUE = re.compile(
    r"(?:~|>=?|<=?|\bca\.?|\babout)\s*[0-9][0-9.]*|(?<![\w.-])[0-9][0-9.]*(?:\s*-\s*|\s+to\s+)[0-9][0-9.]*(?![\w.-])"
)
_GLUED = re.compile(r"(?<![\w.,'/$-])(-?[0-9]+(?:\.[0-9]+)?)([A-Za-z][A-Za-z0-9/-]*)")
_CODE = re.compile(r"(?<![\w.])[0-9][A-Z][0-9]{3}(?:\.[0-9a-z]+)*(?!\w)")
_BARE_UNIT = re.compile(r"(?<=\s)%(?!\S)")
_SIGN = re.compile(r"(?<!\S)(?:US)?\$([0-9](?:[0-9.,'_]*[0-9])?)")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SIGNED = re.compile(r"(?<!\S)(?:\+\s*|-\s+)[0-9][0-9.]*(?!\w)|(?<![\w.-])[0-9]+(?:\.[0-9]+){2,}(?![\w.])")
_EXPONENT = re.compile(r"(?<![\w.,/-])-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+(?!\w)")
_TARIFF = re.compile(r"^\s*tariff\s")
_DOTTED = re.compile(r"(?<![\w.])[0-9]{4}(?:\.[0-9]{2})+(?![\w.])")

Said = tuple[str, str, str, int, int]
"""Code, message, cure, and where it stands."""

_SIGNS = {
    "−": "-",
    "–": "-",
    "µ": "u",
    "μ": "u",
    "°": "deg",
    "·": ".",
    "≥": ">=",
    "≤": "<=",
    "×": "x",
    "、": ",",
    "Ω": "ohm",
}
PUNCTUATION = frozenset("：；。")
"""Signs that end or join clauses elsewhere, and mean nothing here."""


def day_meant(word: str) -> tuple[str, ...]:
    """Return the days that a word in another shape may mean, as they are written here: one, two, or none."""
    for name, shape in _DAYS.items():
        found = shape.fullmatch(plainly(word).strip())
        if found is None or name in ("short", "month", "year"):
            continue
        has = found.groupdict()
        month = _MONTHS.index(has["n"][:3].lower()) + 1 if has.get("n") else int(has["m"])
        year, day = int(has["y"]), int(has["d"])
        days = [_day(year, month, day)]
        if name == "either" or (name == "ymd" and not days[0]):
            days.append(_day(year, day, month))
        return tuple(dict.fromkeys(each for each in days if each))
    return ()


def _day(year: int, month: int, day: int) -> str:
    with suppress(ValueError):
        return dt.date(year, month, day).isoformat()
    return ""


def zone_behind(word: str) -> str:
    """Return the time zone that stands behind a day and a time, empty where there is none."""
    found = _ZONED.fullmatch(word)
    return found[2] if found else ""


def day_cure(word: str) -> str:
    """Say what to write instead of a day that cannot be read, or that does not exist."""
    if zone_behind(word):
        return NO_ZONE
    if meant := day_meant(word):
        asked = f"did you mean {quoted(meant, 'or')}?"
        time = re.search(r"[T ]([0-9]{2}:[0-9]{2})", word)
        return f"{asked} a time stands behind its day: `at {meant[0]} {time[1]}`" if time else asked
    found = _ISO.fullmatch(word)
    year, month = (int(word[:4]), int(word[5:7])) if found else (0, 0)
    if year and 1 <= month <= len(_MONTHS):
        return f"that month has {calendar.monthrange(year, month)[1]} days"
    return "months run from `01` to `12`" if found else DAYS


def number_meant(words: str) -> tuple[str, ...]:
    """Return the numbers that a word in another shape may mean, as they are written here: one, two, or none."""
    word = re.sub(r"^([+-])\s+", r"\1", words)
    sign, plain = ("-", word[1:]) if word.startswith("-") else ("", word.removeprefix("+"))
    if _EITHER.fullmatch(plain):
        return sign + plain.replace(",", ""), sign + plain.replace(",", ".")
    if _GROUPED.fullmatch(plain):
        decimals = re.search(r"[.,]([0-9]+)$", plain)
        one_kind = decimals and plain.count(decimals[0][0]) == 1 and (set(plain) & set(".,'_ ")) - {decimals[0][0]}
        whole = plain[: decimals.start()] if decimals and one_kind else plain
        digits = re.sub(r"[^0-9]", "", whole)
        return (sign + digits + (f".{decimals[1]}" if decimals and one_kind else ""),)
    if _COMMA.fullmatch(plain):
        return (sign + plain.replace(",", "."),)
    if _POINT.fullmatch(plain):
        return (f"{sign}0{plain}",)
    if _POWER.fullmatch(plain):
        base, _, power = plain.lower().partition("e")
        places = int(power) - len(base.partition(".")[2])
        return (sign + base.replace(".", "") + "0" * places,) if 0 <= places <= LARGEST_POWER else ()
    return (sign + plain,) if word[:1] in ("+", "-") and plain.replace(".", "", 1).isdigit() else ()


def money_meant(words: str) -> tuple[str, ...]:
    """Return the amounts that a number with the sign of a currency may mean; none, where there is no sign."""
    found = AMOUNT.fullmatch(spelled(words).replace(" 元", "元"))
    codes = codes_of(found["before"] or found["after"] or "") if found else ()
    return tuple(f"{number} {code}" for number in _figures(found["number"]) for code in codes) if found else ()


def _figures(number: str) -> tuple[str, ...]:
    return (number,) if _PLAIN.fullmatch(number) else number_meant(number)


def amount_cure(words: str) -> str:
    """Say what to write instead of an amount in another shape; empty where that cannot be told."""
    if amounts := money_meant(words):
        return f"did you mean {quoted(amounts, 'or')}?"
    plain = plainly(spelled(words))
    found = re.match(r"([+-]?[0-9.][0-9.,'_ ]*(?:[eE][+-]?[0-9]+)?)(?:(?<=[0-9])\s*)(.*)", plain, re.DOTALL)
    number, unit = (found[1].strip(), found[2].strip()) if found else ("", "")
    numbers = number_meant(number) or ((number,) if plain != words or not re.search(r"\s", words) else ())
    if not number or not numbers or not re.match(r"[A-Za-z%]", unit):
        return ""
    return f"did you mean {quoted((f'{each} {unit}' for each in numbers), 'or')}?"


def plainly(words: str) -> str:
    """Return words with full-width letters and signs as the language writes them."""
    return "".join(_SIGNS.get(letter, letter) for letter in unicodedata.normalize("NFKC", words))


def sign_cure(text: str, start: int, end: int) -> str:
    """Say what to write instead of the whole word in which a sign stands; empty where that cannot be told."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    for shape, meaning in ((TEN, power_meant), (LARGE, number_of)):
        for found in shape.finditer(text, first, last if last >= 0 else len(text)):
            if found.start() <= start < found.end() and (meant := meaning(found)):
                return f"write `{meant}`"
    before, after = re.search(r"[^\s\",(){}]*\Z", text[:start]), re.match(r"[^\s\",(){}]*", text[end:])
    whole = f"{before[0] if before else ''}{text[start:end]}{after[0] if after else ''}"
    if codes := codes_of(text[start:end]):
        amounts = money_meant(_amount_around(text, start, end))
        return f"write {'the currency behind the number: ' if amounts else ''}{quoted(amounts or codes, 'or')}"
    word = plainly(re.sub(r"(?<=[^\W\d])[·⋅](?=[^\W\d])", "-", whole))  # a product of units is one word
    parted = re.sub(r"^(-?[0-9]+(?:\.[0-9]+)?)(?=[A-Za-z])", r"\1 ", word)
    return f"write `{parted}`" if word.isascii() else ""


def _amount_around(text: str, start: int, end: int) -> str:
    """Return the sign of a currency with the figures that touch it, their commas too."""
    before, after = re.search(r"[-0-9.,'_]*\Z", text[:start]), re.match(r"[-0-9.,'_]*", text[end:])
    return f"{before[0] if before else ''}{text[start:end]}{after[0].rstrip('.,') if after else ''}"


def misshapen(language: str, text: str, at: int) -> Said | None:
    """Return the day or the number in another shape that stands where reading stopped, with its whole span."""
    first = text.rfind("\n", 0, at) + 1
    line = re.split(r"--|\n", text[first:], maxsplit=1)[0]
    here = at - first
    case = language == "scenario"
    for code, message, cure, start, end in (
        *(_coded(line) if case else ()),
        *_found(line),
        *(_vague(line) if case else ()),
    ):
        if start <= here < end:
            return code, message, cure, first + start, first + end
    return None


def _coded(line: str) -> Iterator[Said]:
    for found in _CODE.finditer(line):
        yield "S019", f"`{found.group()}` cannot stand here", NO_CODE, *found.span()


def _found(line: str) -> Iterator[Said]:
    if _TARIFF.match(line):
        for found in _DOTTED.finditer(line):
            cure = f"write it without points: `tariff {found.group().replace('.', '')}`"
            yield "S019", f"`{found.group()}` is not written as a tariff number", cure, *found.span()
    for found in TEN.finditer(line):
        meant = power_meant(found)
        cure = f"did you mean `{meant}`?" if meant else NUMBERS
        yield "S057", f"`{found.group()}` is not written as a number", cure, *found.span()
    for name, shape in _DAYS.items():
        for found in shape.finditer(line):
            bare = name in _BARE and not _DAY_BEFORE.search(line[: found.start()])
            if not bare and not _ISO.fullmatch(found.group()):
                word = found.group()
                if zone := zone_behind(word):
                    yield "S070", f"`{zone}` stands behind a time", NO_ZONE, *found.span()
                yield "S028", f"`{word}` is not written as a date", day_cure(word), *found.span()
    for found in _EXPONENT.finditer(line):
        yield _number("S057", "is not written as a number", found)
    for shape in (_SPACED, _NUMBER):
        for found in shape.finditer(line):
            word = found.group().removeprefix("-")
            if _EITHER.fullmatch(word):
                yield _number("S040", "can be read in two ways", found)
            elif _GROUPED.fullmatch(word):
                yield _number("S040", "holds a separator", found)
            elif _COMMA.fullmatch(word):
                yield _number("S056", "has a comma before its decimals", found)
            elif _POINT.fullmatch(word):
                yield _number("S046", "begins with its point", found)
    yield from _bare_units(line)
    for found in _GLUED.finditer(line):
        cure = f"leave a space between them: `{found[1]} {found[2]}`"
        yield "S029", f"`{found[1]}` runs into its unit", cure, *found.span()


def _bare_units(line: str) -> Iterator[Said]:
    for found in _BARE_UNIT.finditer(line):
        yield "S058", f"`{found.group()}` has no number before it", "write the number first: `0.1 %`", *found.span()
    for found in _SIGN.finditer(line):
        amounts = tuple(f"{each} USD" for each in _figures(found[1])) or (f"{found[1]} USD",)
        cure = f"write the currency behind the number: {quoted(amounts, 'or')}"
        yield "S052", f"`{found.group()}` has its currency first", cure, *found.span()


def _vague(line: str) -> Iterator[Said]:
    for found in _SIGNED.finditer(line):
        yield _number("S057", "is not written as a number", found)
    for found in _VAGUE.finditer(line):
        cure = "a case states one figure; leave the fact out where it is not known"
        yield "S057", f"`{found.group()}` is no one figure", cure, *found.span()


def _number(code: str, what: str, found: re.Match[str]) -> Said:
    word = found.group()
    meant = number_meant(word)
    cure = f"did you mean {quoted(meant, 'or')}?" if meant else NUMBERS
    return code, f"`{word}` {what}", cure, *found.span()
