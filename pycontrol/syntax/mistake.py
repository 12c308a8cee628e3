"""A mistake that people make, how it is recognised, and those that they make in law and in scenarios alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that people make, recognised by what stands where reading stopped, and before it.

    `lacking`: a word, or a kind of word, that could have stood there; where it could not, it is another mistake.
    `vague`: any word may look like it, so that a misspelt keyword is sought first. `opening`: it is the first word of
    the text. `of_the_last`: it is told of the word before, which lacks something. Message and cure may name what was
    matched: `{}`, as a name is written `{name}`, or a named group.
    """

    code: str
    here: str
    message: str
    cure: str
    before: str = ""
    lacking: str = ""
    vague: bool = False
    opening: bool = False
    of_the_last: bool = False


WORD = r"[A-Za-z][\w.*-]*"
QUOTED = r'"[^"\n]*"'
NO_NAME = "`{}` is no name"
MISSING_COMMA, IN_A_ROW = "a comma is missing between `{first}` and `{}`", "what stands in a row is separated by commas"

IN_BOTH = (
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
        "S025",
        r"[A-Za-z][A-Za-z0-9-]*_[\w-]*",
        "a name holds an underscore",
        "names are written with hyphens: `{name}`",
    ),
    Mistake("S025", r"_", "a name holds an underscore", "names are written with hyphens: `end-user`"),
    Mistake("S026", r"(//|#|/\*)", "`{}` does not begin a comment", "comments begin with `--`"),
    Mistake("S027", r"[:;]|\.(?=\s|$)", "`{}` means nothing here", "clauses follow each other without punctuation"),
    Mistake("S041", r"'", "`'` is not a quotation mark here", 'strings stand in straight quotation marks: `"…"`'),
    Mistake("S042", r"license\b", "`license` is not a word of the language", "write `licence`"),
    Mistake(
        "S043",
        r"\S+",
        "it is not said whether the last day is in",
        "write `inclusive` or `exclusive` after the date",
        before=r"\buntil\s+[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$",
        vague=True,
        of_the_last=True,
    ),
    Mistake(
        "S045",
        r"(and|[A-Za-z0-9(])",
        "a quantity needs its unit",
        "write the unit or currency after the number: `0.1 %`, `14 nm`, `500000 CNY`",
        before=r"([<>]=?|\bbetween)\s*-?[0-9.]+\s+$",
        of_the_last=True,
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
        "S065",
        r'[A-Za-z][\w-]*(?=\s+")',
        MISSING_COMMA,
        IN_A_ROW,
        before=rf"(?P<first>{QUOTED})\s+$",
        lacking=",",
        vague=True,
    ),
)
