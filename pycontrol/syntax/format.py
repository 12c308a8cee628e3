"""A text becomes its canonical form: the same words and comments in the same order, laid out one way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from pycontrol.syntax.grammar import parser
from pycontrol.syntax.layout import Gap, Piece, pieces
from pycontrol.syntax.parse import parse_law, parse_scenarios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.diagnostics import Source
    from pycontrol.syntax.tree import Comment

WIDTH = 120
"""In columns: a Chinese character takes two."""
STEP = "  "
BESIDE = "   "
"""What stands between facts on one line."""


@dataclass(slots=True)
class Line:
    """One line before it is broken: its words, and the comment at its end."""

    indent: str
    blank: bool = False
    beside: bool = False
    words: list[Piece] = field(default_factory=list)
    comment: str = ""


def format_text(source: Source, law: bool) -> str:
    """Return the canonical text of a law file or of a scenario file; refuse it if it cannot be read.

    INVARIANT: the result says the same, and its canonical text is itself.
    """
    read = parse_law(source) if law else parse_scenarios(source)
    words = pieces(parser("law" if law else "scenario").parse(source.text))
    rows = _rows(_lines(list(words), read.comments, source.text))
    return "\n".join(rows).strip("\n") + "\n"


def _lines(words: list[Piece], comments: tuple[Comment, ...], text: str) -> Iterator[Line]:
    """Return the lines, with each comment before the word that it stands before, or after the one that it follows.

    What stands behind the last word belongs to nothing that could say how deep, and keeps its depth.
    """
    waiting = list(comments)
    line = Line("")
    base = ""
    after = 0
    for word in words:
        start, end = word.token.start_pos or 0, word.token.end_pos or 0
        before = [comment for comment in waiting if comment.span.start < start]
        del waiting[: len(before)]
        if before and line.words and "\n" not in text[after : before[0].span.start]:
            line.comment = before.pop(0).text
        if word.depth is not None or before or line.comment:
            yield line
            base = base if word.depth is None else STEP * word.depth
            indent = base if word.depth is not None else base + 2 * STEP
            blank = word.apart
            for comment in before:
                yield Line(indent, blank or _gap(text, after, comment.span.start), comment=comment.text)
                blank, after = False, comment.span.end
            gap = word.depth is not None and _gap(text, after, start)
            line = Line(indent, blank or gap, word.beside and not before and "\n" not in text[after:start])
        line.words.append(word)
        after = end
    if waiting and "\n" not in text[after : waiting[0].span.start]:
        line.comment = waiting.pop(0).text
    yield line
    for comment in waiting:
        depth = min((comment.span.column - 1) // len(STEP), len(base) // len(STEP) + 1)
        yield Line(STEP * depth, _gap(text, after, comment.span.start), comment=comment.text)
        after = comment.span.end


def _gap(text: str, after: int, before: int) -> bool:
    """Tell whether an empty line stands between two places."""
    return text[after:before].count("\n") > 1


def _rows(lines: Iterator[Line]) -> list[str]:
    """Return the rows of lines: one for a line that fits, or that fits beside the one before it; otherwise several."""
    rows: list[str] = []
    room = False
    for line in lines:
        shown = _broken(line.words, Gap.NEW_CLAUSE, line.indent) if line.words else []
        if line.blank:
            rows.append("")
        beside = rows[-1] + BESIDE + shown[0].lstrip() if line.beside and room and len(shown) == 1 else ""
        if beside and _fits(beside):
            rows[-1] = beside
        else:
            rows += shown
        if line.comment and shown:
            rows[-1] += " " + line.comment
        elif line.comment:
            rows.append(line.indent + line.comment)
        room = len(shown) == 1 and not line.comment and line.words[0].beside
    return rows


def _broken(words: list[Piece], level: Gap, indent: str) -> list[str]:
    """Return the rows of words: broken where a line breaks most willingly, and there only where it must.

    A part that has to be broken itself shares no row with what follows it.
    """
    whole = indent + _joined(words)
    if _fits(whole) or level is Gap.NEVER:
        return [whole]
    rows: list[str] = []
    room = False
    for part in _parts(words, level):
        shown = _joined(part)
        lead = indent + _deeper(words, level) if rows else indent
        if room and _fits(f"{rows[-1]} {shown}"):
            rows[-1] += " " + shown
            continue
        inner = _broken(part, Gap(level - 1), lead)
        rows += inner
        room = len(inner) == 1
    return rows


def _parts(words: list[Piece], level: Gap) -> list[list[Piece]]:
    """Split words wherever a line may break at a level."""
    parts = [[words[0]]]
    for word in words[1:]:
        if word.gap is level:
            parts.append([])
        parts[-1].append(word)
    return parts


def _deeper(words: list[Piece], level: Gap) -> str:
    """Return how much deeper stands what continues a line: under its words, where it has a label."""
    return 2 * STEP if level is Gap.IN_CLAUSE or words[0].token.type == "LABEL" else STEP


def _fits(row: str) -> bool:
    return len(row) <= WIDTH and len(row) + sum(east_asian_width(letter) in "WF" for letter in row) <= WIDTH


def _joined(words: list[Piece]) -> str:
    """Join words with single spaces, and none inside brackets or before commas."""
    text = ""
    for word in words:
        token = word.token
        shown = str(token) if token.type == "STRING" else " ".join(token.split())
        tight = not text or text[-1] in "({" or shown in (",", ")", "}")
        text += shown if tight else " " + shown
    return text
