"""Common mistakes, and what to say of them instead of listing what could stand there.

Each pattern is tried on the text at the place where reading stopped; `before` on what stands just before it. The
first that fits is taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pycontrol.syntax.figures import DAY_WORDS, Said, day_cure
from pycontrol.syntax.mistake import IN_BOTH, MISSING_COMMA
from pycontrol.syntax.mistakes_in_law import IN_LAW
from pycontrol.syntax.mistakes_in_scenarios import IN_SCENARIOS
from pycontrol.syntax.shorthand import LARGE, number_of
from pycontrol.syntax.slips import SILENT

if TYPE_CHECKING:
    from collections.abc import Collection

MISTAKES = {"law": (*IN_LAW, *IN_BOTH), "scenario": (*IN_SCENARIOS, *IN_BOTH)}

_BARE = re.compile(r"([A-Za-z][A-Za-z0-9-]*)[ \t]+(-?[0-9]+(?:[./][0-9]+)?)[ \t]*(?:--[^\n]*)?\n")
_HEADER = re.compile(
    r"^[ \t]*(?:party|item|act)[ \t]+[A-Za-z][\w-]*[ \t]+([A-Za-z][\w.-]*[ \t]*(?:--[^\n]*)?)$", re.MULTILINE
)
_BETWEEN = re.compile(r"^[ \t]*act[ \t]+([A-Za-z][\w-]*)[ \t]+([A-Za-z][\w-]*)[ \t]+(on|at)[ \t]+$", re.MULTILINE)
_PER = re.compile(
    r"(?P<fact>[A-Za-z][\w-]*)[ \t]+(?P<amount>-?[0-9][0-9.]*[ \t]+(?:[A-Za-z]+[ \t]+)?per[ \t]+[A-Za-z]\w*)"
)
_APART = re.compile(
    r"^[ \t]+(?!(?:party|item|act|licence|stake|complete|regimes|assume|take|table|row)\b)"
    r"([a-z][\w-]*)[ \t]+([a-z][\w-]*) (?!since\b|until\b|by\b|on\b)([a-z][\w-]*)[ \t]*(?:--[^\n]*)?$",
    re.MULTILINE,
)
_LONELY = re.compile(
    r"(?<![,\s])[ \t]*(?:--[^\n]*)?\n\s*(?!(?:expect|party|item|act)\b)([A-Za-z][\w-]*)[ \t]*(?:--[^\n]*)?\n"
)
_ALONE = re.compile(
    r"(?:\b(?:when|and|where|some|every|no)\s+|\)\s*)(?P<path>(?:[A-Za-z][A-Za-z0-9-]*\*?\.)*(?P<last>[A-Za-z][A-Za-z0-9-]*))\s*$"
)
_NEAR = 600


def swallowed(text: str, at: int) -> Said | None:
    """Return what took the words after it for its own, so that reading a scenario stopped only further on.

    That is a number at the end of its line without a unit, a second word in the name of a thing, one between an act and
    its day, or a fact alone on its line: code, message, cure, and where it stands.
    """
    start = max(0, at - _NEAR)
    plain = SILENT.sub(lambda words: " " * len(words.group()), text[:at])
    if large := [*LARGE.finditer(plain, start)]:
        meant = number_of(large[-1])
        return "S057", f"`{large[-1][0]}` is not written as a number", f"did you mean `{meant}`?", *large[-1].span()
    if per := [*_PER.finditer(plain, start)]:
        cure = f"write the unit as one word; `pycontrol facts {per[-1]['fact']}` shows what it takes"
        return "S045", f"`{per[-1]['fact']}` needs its unit in one word", cure, *per[-1].span("amount")
    bare = [one for one in _BARE.finditer(text, start, at) if one[1] not in ("row", "table")]
    if bare and bare[-1][1] in DAY_WORDS:
        return "S028", f"`{bare[-1][2]}` is not written as a date", day_cure(bare[-1][2]), *bare[-1].span(2)
    if bare:
        cure = f"write it after the number, on the same line; `pycontrol facts {bare[-1][1]}` shows what it takes"
        return "S045", f"`{bare[-1][1]}` needs a unit", cure, *bare[-1].span(2)
    header = list(_HEADER.finditer(text, start, at))
    if header:
        cure = 'join its words by hyphens; names as printed stand below a party: `name "…"`'
        return "S053", "a thing has one word for a name", cure, *header[-1].span(1)
    if between := _BETWEEN.search(text, start, at):
        cure = (
            f"its day stands first, its facts follow, such as its kind: `act {between[1]} {between[3]} … kind movement`"
        )
        return "S053", f"`{between[2]}` stands between an act and its day", cure, *between.span(2)
    if apart := _APART.search(plain, start):
        cure = (
            f"join the words of one value by hyphens: `{apart[2]}-{apart[3]}`; several values are separated by commas"
        )
        return "S065", MISSING_COMMA.format(apart[3], first=apart[2]), cure, *apart.span(3)
    if lonely := _LONELY.search(text, start, at):
        cure = "a fact is a name and its values, such as `yes`; the next word is taken for the value that is missing"
        return "S054", f"`{lonely[1]}` has no value", cure, *lonely.span(1)
    return None


def untested(text: str, at: int, could: Collection[str]) -> Said | None:
    """Return the path that stands alone in a condition before the place where reading stopped: what is said of it."""
    start = max(0, at - _NEAR)
    found = _ALONE.search(text[start:at]) if "is" in could else None
    if found is None:
        return None
    path, last = found["path"], found["last"]
    of = path.removesuffix(last).rstrip(".") or "act"
    cure = f"write `{path} is …`, or `{of} is {last}` where it is a yes-no fact"
    first, end = found.span("path")
    return "S055", f"it is not said what `{path}` must be", cure, start + first, start + end


def mistake(language: str, text: str, at: int, could: Collection[str], *, vague: bool) -> Said | None:
    """Return the mistake that stands at a place, if it is a common one; `could` could have stood there."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    before = text[max(0, at - 80) : at] if not line.strip() else line
    opening = not re.sub(r"--[^\n]*", "", text[:at]).strip()
    for candidate in MISTAKES[language]:
        if (
            candidate.vague is not vague
            or (candidate.lacking and candidate.lacking not in could)
            or (candidate.opening and not opening)
        ):
            continue
        found = re.compile(candidate.here).match(text, at)
        above = re.search(candidate.before, before)
        if found and above:
            words = found.group()
            named = {"name": _as_a_name(words), **found.groupdict(), **above.groupdict()}
            message, cure = (said.format(words, **named) for said in (candidate.message, candidate.cure))
            return candidate.code, message, cure, *(_last(text, at) if candidate.of_the_last else found.span())
    return None


def _last(text: str, at: int) -> tuple[int, int]:
    """Return where the last word before a place stands."""
    before = text[:at].rstrip()
    return max(before.rfind(letter) for letter in " \t\n") + 1, len(before)


def _as_a_name(words: str) -> str:
    """Return words as a name is written: in small letters, digits and hyphens; a code of capitals stays."""
    words = words.strip('"')
    return words if words.isupper() and words.isalnum() else "-".join(re.findall(r"[a-z0-9]+", words.lower()))
