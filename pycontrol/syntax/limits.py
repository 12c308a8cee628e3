"""What a text must be before it is worth reading: not empty, not too large, its strings closed, not nested too deep."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Label, Source, Span, visible
from pycontrol.syntax import tree
from pycontrol.syntax.figures import PUNCTUATION, day_cure, sign_cure
from pycontrol.syntax.read import MOST_BYTES, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 4000
DEEPEST = 40

FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
"""The days that laws and facts may name: far enough from the ends of the calendar that due dates can be counted."""
DAYS_COUNTED = f"write a day from `{FIRST_DAY}` to `{LAST_DAY}`; leave an open end out"

MOST_DIGITS = LONGEST_LINE
"""How many digits a number may have: those that fit on a line, all of which are read exactly."""

NO_TEXT = "name a text file; in one, delete this character"

MOST_DAYS = 3660
"""How many days a due date may lie away: ten years."""

LANDMARKS = re.compile(
    r'(?P<string>"(?:\\.|[^"\\\n\x0b-\x1e\x85\u2028\u2029])*")|(?P<unclosed>"[^\n]*)|(?P<comment>--[^\n]*)'
    r"|(?P<deeper>\bany\s+of\b(?!-))|(?P<shallower>\bend\b(?![-.]))|(?P<anew>\bwhen\b(?!-))"
    r"|(?P<han>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)|(?P<foreign>[^\x00-\x7f]+)|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n))"
)
"""What can be told from the letters alone. Strings and comments are skipped whole, so nothing inside them counts."""


class Lines:
    """Finds the line and column of a place."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.starts = [0, *(end.end() for end in re.finditer("\n", source.text))]

    def span(self, start: int, end: int) -> Span:
        """Return the span of a range of characters."""
        line = bisect_right(self.starts, start)
        return Span(self.source, start, end, line, start - self.starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Scan:
    """The comments of a text, what keeps it from being read at all, and what is wrong with single letters of it."""

    comments: tuple[tree.Comment, ...] = ()
    fatal: tuple[Diagnostic, ...] = ()
    letters: tuple[Diagnostic, ...] = ()


def scan(source: Source) -> Scan:
    """Return the comments of a text and every limit that it breaks."""
    if len(source.text) > MOST_BYTES:
        return Scan(fatal=(_whole(source, "S003", *too_large(source.name)),))
    if not re.sub(r"--[^\n]*", "", source.text).strip():
        return Scan(fatal=(_whole(source, "S006", f"`{source.name}` is empty", "a file says at least one thing"),))
    lines = Lines(source)
    if "\0" in source.text:
        place = source.text.index("\0")
        problem = Diagnostic(
            "S008", f"`{source.name}` is no text", Label(lines.span(place, place + 1), "a NUL"), help=NO_TEXT
        )
        return Scan(fatal=(problem,))
    comments: list[tree.Comment] = []
    deep: list[Diagnostic] = []
    letters: list[Diagnostic] = []
    depth = 0
    for mark in LANDMARKS.finditer(source.text):
        match mark.lastgroup:
            case "string":
                continue
            case "comment":
                comments.append(tree.Comment(lines.span(*mark.span()), mark.group().rstrip()))
            case "deeper":
                depth += 1
                if depth == DEEPEST + 1:
                    deep.append(_deep(lines.span(*mark.span())))
            case "shallower":
                depth = max(depth - 1, 0)
            case "anew":
                depth = 0
            case kind:
                letters.append(_letter(lines.span(*mark.span()), str(kind)))
    return Scan(tuple(comments), (*_long_lines(lines), *deep), tuple(letters))


def _long_lines(lines: Lines) -> Iterator[Diagnostic]:
    ends = [*lines.starts[1:], len(lines.source.text) + 1]
    for start, after in zip(lines.starts, ends, strict=True):
        if after - start > LONGEST_LINE:
            yield Diagnostic(
                "S005",
                f"a line is longer than {LONGEST_LINE} characters",
                Label(lines.span(start, start + 1)),
                help="break it; line breaks mean nothing outside strings",
            )


def _deep(span: Span) -> Diagnostic:
    return Diagnostic(
        "S007",
        f"more than {DEEPEST} enumerations stand inside each other",
        Label(span, "one too many"),
        help="give the inner ones a name with `define`",
    )


def _letter(span: Span, kind: str) -> Diagnostic:
    match kind:
        case "unclosed":
            if re.search(r"[0-9][ \t]*\Z", span.source.text[: span.start]):
                cure = "inches are written as a word: `4 inch`"
                return Diagnostic("S010", "a string is not closed", Label(span, "begins here"), help=cure)
            cure = 'end it with `"` on the same line; a quotation mark inside is written `\\"`'
            return Diagnostic("S010", "a string is not closed", Label(span, "begins here"), help=cure)
        case "foreign" if span.text[0] in "\u201c\u201d\u201e\u2018\u2019\u300c\u300d\u00ab\u00bb":
            cure = 'strings stand in straight quotation marks: `"…"`'
            return Diagnostic("S011", f"`{span.text}` is not a quotation mark here", Label(span), help=cure)
        case "han":
            return Diagnostic("S028", f"`{span.text}` is not written as a date", Label(span), help=day_cure(span.text))
        case "foreign" if visible(span.text[0]) != span.text[0] or span.text[0].isspace():
            return _unseen(span)
        case "foreign" if span.text in PUNCTUATION:
            cure = "clauses follow each other without punctuation"
            return Diagnostic("S027", f"`{span.text}` means nothing here", Label(span), help=cure)
        case "foreign":
            cure = sign_cure(span.source.text, span.start, span.end)
            cure = cure or 'words other than names stand in quotation marks: `"…"`'
            return Diagnostic("S012", f"`{span.text}` stands outside a string", Label(span), help=cure)
        case _:
            return _unseen(span)


def _unseen(span: Span) -> Diagnostic:
    message = f"an invisible character (U+{ord(span.text[0]):04X}) stands outside a string"
    return Diagnostic("S013", message, Label(span), help="write a plain space" if span.text.isspace() else "delete it")


def _whole(source: Source, code: str, message: str, cure: str) -> Diagnostic:
    return Diagnostic(code, message, Label(Span(source, 0, 0, 1, 1)), help=cure)
