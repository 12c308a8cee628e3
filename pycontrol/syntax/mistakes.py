"""Common mistakes, and what to say of them instead of listing what could stand there.

Each pattern is tried on the text at the place where reading stopped; `before` on what stands just before it. The
first that fits is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.syntax.figures import DAY_WORDS, day_cure

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that people make, recognised by what stands where reading stopped, and before it.

    `lacking`: a word that could have stood there; where it could not, it is another mistake. `vague`: any word may look
    like it, so that a misspelt keyword is sought first.
    """

    code: str
    here: str
    message: str
    cure: str
    before: str = ""
    language: str = ""
    lacking: str = ""
    vague: bool = False


MISTAKES = (
    Mistake("S021", r"(==?|!=)", "`{}` is not a word of the language", "write `is` or `is not`", language="law"),
    Mistake(
        "S048",
        r"(==?|:)",
        "`{}` stands between a fact and its value",
        "leave it out: `kind movement`",
        language="scenario",
    ),
    Mistake("S022", r"or\b", "`or` is not a word of the language", "write alternatives as `any of (a) … (b) …`"),
    Mistake(
        "S023",
        r"(unless|except|if)\b",
        "`{}` is not a word of the language here",
        "conditions are written `when`; exceptions `exempts from`, `despite` or `subject to`",
    ),
    Mistake(
        "S024",
        r"not\b",
        "`not` cannot open a condition",
        "write `is not`, or `no` before a path",
        before=r"\b(when|and|where|\))\s*$",
    ),
    Mistake("S025", r"_", "a name holds an underscore", "names are written with hyphens: `end-user`"),
    Mistake("S026", r"(//|#|/\*)", "`{}` does not begin a comment", "comments begin with `--`"),
    Mistake("S027", r"[:;]|\.(?=\s|$)", "`{}` means nothing here", "clauses follow each other without punctuation"),
    Mistake(
        "S027",
        r"\S+",
        "a comma stands between two facts",
        "it separates the values of one fact; facts follow each other without punctuation",
        before=r"^(?!\s*(row|table|regimes|complete|assume)\b).*,\s*[A-Za-z][\w-]*\s+$",
        language="scenario",
        vague=True,
    ),
    Mistake("S041", r"'", "`'` is not a quotation mark here", 'strings stand in straight quotation marks: `"…"`'),
    Mistake("S042", r"license\b", "`license` is not a word of the language", "write `licence`"),
    Mistake(
        "S043",
        r"\S+",
        "it is not said whether the last day is in",
        "write `inclusive` or `exclusive` after the date",
        before=r"\buntil\s+[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$",
        vague=True,
    ),
    Mistake(
        "S044",
        r"[0-9][A-Za-z0-9-]*\(",
        "an article is headed by its number alone",
        "write what stands in parentheses as a limb: `limb (1)`",
        before=r"\barticles?\s+$",
    ),
    Mistake(
        "S045",
        r"(and|[A-Za-z0-9(])",
        "a quantity needs its unit",
        "write the unit or currency after the number: `0.1 %`, `14 nm`, `500000 CNY`",
        before=r"[<>]=?\s*-?[0-9.]+\s+$",
    ),
    Mistake(
        "S047",
        r"[{}\[\]]",
        "`{}` cannot stand here",
        "only a set of values stands in braces: `in {a, b}`",
    ),
    Mistake(
        "S052",
        r"[0-9]+([./][0-9]+)?\b",
        "a unit stands before its number",
        "write the number first: `500000 CNY`, `0.1 %`",
        before=r"(\b[A-Z]{3}|%)\s*$",
    ),
    Mistake(
        "S050",
        r"(some|every|no|not|under|breach|value-share|stake|any)\b|[A-Za-z][\w-]*\*?(\.[\w*-]+)+"
        r"|[A-Za-z][\w.*()/-]*\s+(is|in|outside|near|applies|stands|differs|between|[<>])",
        "a condition follows another without a word between them",
        "join conditions by `and`, or begin another `when`",
        language="law",
        lacking="and",
        vague=True,
    ),
    Mistake(
        "S050",
        r"(applies|stands)\b",
        "`{}` ends a condition that follows another without a word between them",
        "join conditions by `and`, or begin another `when`",
        before=r"\barticle\s+\S+\s*$",
        language="law",
        vague=True,
    ),
    Mistake(
        "S051",
        r"(some|every|no)\s|[A-Za-z][\w.*()/-]*\s+(is|in|outside|near|applies|stands|differs|between|[<>])",
        "a condition stands without a word before it",
        "begin it with `when`; further ones are joined by `and`",
        language="law",
        lacking="when",
        vague=True,
    ),
)

_BARE = re.compile(r"([A-Za-z][A-Za-z0-9-]*)[ \t]+(-?[0-9]+(?:[./][0-9]+)?)[ \t]*(?:--[^\n]*)?\n")
_HEADER = re.compile(
    r"^[ \t]*(?:party|item|act)[ \t]+[A-Za-z][\w-]*[ \t]+([A-Za-z][\w.-]*[ \t]*(?:--[^\n]*)?)$", re.MULTILINE
)
_LONELY = re.compile(
    r"(?<![,\s])[ \t]*(?:--[^\n]*)?\n\s*(?!(?:expect|party|item|act)\b)([A-Za-z][\w-]*)[ \t]*(?:--[^\n]*)?\n"
)
_ALONE = re.compile(
    r"(?:\b(?:when|and|where|some|every|no)\s+|\)\s*)(?P<path>(?:[A-Za-z][A-Za-z0-9-]*\*?\.)*(?P<last>[A-Za-z][A-Za-z0-9-]*))\s*$"
)
_NEAR = 600


def swallowed(text: str, at: int) -> tuple[str, str, str, int, int] | None:
    """Return what took the words after it for its own, so that reading a scenario stopped only further on.

    That is a number at the end of its line without a unit, a second word in the name of a thing, or a fact alone on its
    line: code, message, cure, and where it stands.
    """
    start = max(0, at - _NEAR)
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
    if lonely := _LONELY.search(text, start, at):
        cure = "a fact is a name and its values, such as `yes`; the next word is taken for the value that is missing"
        return "S054", f"`{lonely[1]}` has no value", cure, *lonely.span(1)
    return None


def untested(text: str, at: int, could: Collection[str]) -> tuple[str, str, str, int, int] | None:
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


def mistake(language: str, text: str, at: int, could: Collection[str], *, vague: bool) -> tuple[Mistake, str] | None:
    """Return the mistake that stands at a place, if it is a common one, and its words; `could` could have stood there."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    before = text[max(0, at - 80) : at] if not line.strip() else line
    for candidate in MISTAKES:
        if (
            candidate.vague is not vague
            or candidate.language not in ("", language)
            or (candidate.lacking and candidate.lacking not in could)
        ):
            continue
        found = re.compile(candidate.here).match(text, at)
        if found and re.search(candidate.before, before):
            return candidate, found.group()
    return None
