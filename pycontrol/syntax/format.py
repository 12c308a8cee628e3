"""A text becomes its canonical form: the same words and comments in the same order, laid out one way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pycontrol.syntax.grammar import parser
from pycontrol.syntax.layout import Piece, pieces
from pycontrol.syntax.parse import parse_law, parse_scenarios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.diagnostics import Source
    from pycontrol.syntax.tree import Comment

WIDTH = 110
STEP = "  "


@dataclass(slots=True)
class Line:
    """One line before it is broken: its words, and the comment at its end."""

    indent: str
    blank: bool = False
    words: list[Piece] = field(default_factory=list)
    comment: str = ""


def format_text(source: Source, law: bool) -> str:
    """Return the canonical text of a law file or of a scenario file; refuse it if it cannot be read.

    INVARIANT: the result says the same, and its canonical text is itself.
    """
    read = parse_law(source) if law else parse_scenarios(source)
    words = pieces(parser("law" if law else "scenario").parse(source.text))
    rows = [row for line in _lines(list(words), read.comments, source.text) for row in _rows(line)]
    return "\n".join(rows).strip("\n") + "\n"


def _lines(words: list[Piece], comments: tuple[Comment, ...], text: str) -> Iterator[Line]:
    """Return the lines, with each comment before the word that it stands before, or after the one that it follows."""
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
            line = Line(indent, blank or gap)
        line.words.append(word)
        after = end
    if waiting and "\n" not in text[after : waiting[0].span.start]:
        line.comment = waiting.pop(0).text
    yield line
    for comment in waiting:
        yield Line("", _gap(text, after, comment.span.start), comment=comment.text)
        after = comment.span.end


def _gap(text: str, after: int, before: int) -> bool:
    """Tell whether an empty line stands between two places."""
    return text[after:before].count("\n") > 1


def _rows(line: Line) -> Iterator[str]:
    """Return the rows of a line: one if it fits, otherwise broken before `and`, and then wherever it must be."""
    if line.blank:
        yield ""
    if not line.words:
        if line.comment:
            yield line.indent + line.comment
        return
    rows = [line.indent + _joined(line.words)]
    if len(rows[0]) > WIDTH:
        rows = [row for group in _groups(line.words) for row in _wrapped(group, line.indent)]
    if line.comment:
        rows[-1] += " " + line.comment
    yield from rows


def _groups(words: list[Piece]) -> list[list[Piece]]:
    """Split a line before each `and` that joins conditions."""
    groups: list[list[Piece]] = [[]]
    for word in words:
        if word.joint and groups[-1]:
            groups.append([])
        groups[-1].append(word)
    return groups


def _wrapped(words: list[Piece], indent: str) -> list[str]:
    """Fill rows with words; what continues a row stands deeper."""
    first = indent + STEP if words[0].joint else indent
    rows = [first]
    for chunk in _chunks(words):
        shown = _joined(chunk)
        room = len(rows[-1]) + 1 + len(shown) <= WIDTH
        if rows == [first]:
            rows[-1] += shown
        elif room:
            rows[-1] += " " + shown
        else:
            rows.append(indent + 2 * STEP + shown)
    return rows


def _chunks(words: list[Piece]) -> list[list[Piece]]:
    """Group words that stay on one row: a number and its unit, what is in brackets, `zh` and its string."""
    chunks: list[list[Piece]] = []
    stays = False
    for word in words:
        if stays or word.token in (",", ")", "}"):
            chunks[-1].append(word)
        else:
            chunks.append([word])
        stays = word.token.type in ("ZH", "BECAUSE", "NUMBER") or word.token in ("(", "{")
    return chunks


def _joined(words: list[Piece]) -> str:
    """Join words with single spaces, and none inside brackets or before commas."""
    text = ""
    for word in words:
        token = word.token
        shown = str(token) if token.type == "STRING" else " ".join(token.split())
        tight = not text or text[-1] in "({" or shown in (",", ")", "}")
        text += shown if tight else " " + shown
    return text
