"""Common mistakes, and what to say of them instead of listing what could stand there.

Each pattern is tried on the text at the place where reading stopped; `before` on what stands just before it. The
first that fits is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.syntax.figures import DAY_WORDS, Said, day_cure

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that people make, recognised by what stands where reading stopped, and before it.

    `lacking`: a word, or a kind of word, that could have stood there; where it could not, it is another mistake.
    `vague`: any word may look like it, so that a misspelt keyword is sought first. `opening`: it is the first word of
    the text. Message and cure may name what was matched: `{}`, as a name is written `{name}`, or a named group.
    """

    code: str
    here: str
    message: str
    cure: str
    before: str = ""
    language: str = ""
    lacking: str = ""
    vague: bool = False
    opening: bool = False


_NAMED = (
    r"\b(?P<opener>announcement|statute|notice|guidance|regime|register|reading|event|define|annex|part|list|territory"
    r"|party|item|act|licence)[ \t]+"
)
_QUOTED = r'"[^"\n]*"'
_COMMA, _IN_A_ROW = "a comma is missing between `{first}` and `{}`", "what stands in a row is separated by commas"

MISTAKES = (
    Mistake(
        "S067",
        r"(vocabulary|kinds|unit|fact|regime|register|reading|event|announcement|statute|notice|guidance|define|list)\b",
        "this is law, and is read as a scenario",
        "a file of law ends in `.law`; its folder is named after `--policy`, or after `check`",
        language="scenario",
        opening=True,
    ),
    Mistake(
        "S067",
        r"[\[{]",
        "this is JSON, and is read in the language of scenarios",
        "a file of JSON ends in `.json`; from Python, hand in the mapping itself",
        language="scenario",
        opening=True,
    ),
    Mistake(
        "S067",
        r"scenario\b",
        "this is a scenario, and is read as law",
        "a file of scenarios ends in `.scenario`; `determine`, `test` and the like take it",
        language="law",
        opening=True,
    ),
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
    Mistake(
        "S024",
        r"\{|[A-Za-z][\w.*-]*",
        "`is` and `in` cannot stand in one condition",
        "leave `is` out: `{path} in …`, `no {path} in …`; of values of a fact, `{path} not in {{…}}`",
        before=r"(?P<path>[A-Za-z][\w.*-]*)\s+is\s+(not\s+)?in\s+$",
        language="law",
    ),
    Mistake(
        "S024",
        r"[A-Za-z][\w.*-]*",
        "`not in` asks for values of a fact, which stand in braces",
        "of a list or a term, write `no {path} in {}`",
        before=r"(?P<path>[A-Za-z][\w.*-]*)\s+not\s+in\s+$",
        language="law",
    ),
    Mistake(
        "S025",
        r"[A-Za-z][A-Za-z0-9-]*_[\w-]*",
        "a name holds an underscore",
        "names are written with hyphens: `{name}`",
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
        "only a set of values stands in braces: `in {{a, b}}`",
    ),
    Mistake(
        "S052",
        r"[0-9]+([./][0-9]+)?\b",
        "a unit stands before its number",
        "write the number first: `500000 CNY`, `0.1 %`",
        before=r"(\b[A-Z]{3}|%)\s*$",
    ),
    Mistake(
        "S053",
        _QUOTED,
        "`{}` is no name",
        "write `{opener} {name}`, in small letters, digits and hyphens; what is printed stands below a party: "
        '`name "…"`',
        before=rf"{_NAMED}$",
        language="scenario",
    ),
    Mistake(
        "S053",
        _QUOTED,
        "`{}` is no name",
        "a name stands first, in small letters, digits and hyphens: `{opener} {name} {}`",
        before=rf"{_NAMED}$",
        language="law",
    ),
    Mistake(
        "S053",
        r"[0-9][\w.-]*",
        "`{}` is no name",
        "a name begins with a letter: `{opener}-{name}`",
        before=rf"{_NAMED}$",
    ),
    Mistake(
        "S053",
        r'[A-Za-z0-9][\w-]*(?=([ \t]+[\w-]+){0,3}[ \t]*["(])',
        "a thing has one word for a name",
        "join its words by hyphens: `{first}-{}`",
        before=rf"{_NAMED}(?P<first>[A-Za-z][\w-]*)[ \t]+$",
        language="law",
    ),
    Mistake(
        "S053",
        _QUOTED,
        "`{}` is no name",
        "an office has one word for a name, such as `MOFCOM`",
        before=r"\b(by|from)\s+$",
        language="law",
    ),
    Mistake(
        "S066",
        _QUOTED,
        "it is not said how many names the notice holds",
        "write the number that the notice itself gives: `names N {}`",
        before=r"\bnames\s+$",
        language="law",
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
    Mistake("S065", r"[A-Za-z][\w-]*", _COMMA, _IN_A_ROW, before=r"(?P<first>[\w-]+)[ \t]+$", lacking=",", vague=True),
    Mistake(
        "S065",
        r"[A-Za-z][\w-]*",
        _COMMA,
        _IN_A_ROW,
        before=r"^\s*(complete|regimes|table|assume\s+not)\s.*?(?P<first>[\w-]+)[ \t]+$",
        language="scenario",
        vague=True,
    ),
    Mistake(
        "S065",
        r'[A-Za-z][\w-]*(?=\s+")',
        _COMMA,
        _IN_A_ROW,
        before=rf"(?P<first>{_QUOTED})\s+$",
        lacking=",",
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


def swallowed(text: str, at: int) -> Said | None:
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
    for candidate in MISTAKES:
        if (
            candidate.vague is not vague
            or candidate.language not in ("", language)
            or (candidate.lacking and candidate.lacking not in could)
            or (candidate.opening and not opening)
        ):
            continue
        found = re.compile(candidate.here).match(text, at)
        above = re.search(candidate.before, before)
        if found and above:
            words = found.group()
            named = {"name": _as_a_name(words), **above.groupdict()}
            message, cure = (said.format(words, **named) for said in (candidate.message, candidate.cure))
            return candidate.code, message, cure, *found.span()
    return None


def _as_a_name(words: str) -> str:
    """Return words as a name is written: in small letters, digits and hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))
