"""A diagnostic for a terminal: what is wrong, where a lawyer and a programmer find it, the words underlined, the cure."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pycontrol.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.diagnostics import Diagnostic, Label

TAB = 4
LONGEST = 160
"""No more columns of a source line than this are shown; what is beyond is cut on either side of the words."""


def diagnostic_text(diagnostic: Diagnostic) -> str:
    """Return a diagnostic as text, ending in a line break."""
    return "\n".join(_lines(diagnostic)) + "\n"


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    yield f"{diagnostic.severity}[{diagnostic.code}]: {visible(diagnostic.told)}"
    if diagnostic.citation:
        yield f"  in {visible(diagnostic.citation)}"
    labels = [*([diagnostic.primary] if diagnostic.primary else []), *diagnostic.secondary]
    width = max((len(str(label.span.line)) for label in labels), default=0)
    for label in labels:
        yield from _label(label, width, primary=label is diagnostic.primary)
    if diagnostic.help:
        yield f"  help: {visible(diagnostic.help)}"


def _label(label: Label, width: int, *, primary: bool) -> Iterator[str]:
    span = label.span
    yield f"  {' ' * width}{'-->' if primary else '...'} {visible(str(span))}"
    line = span.source.line(span.line)
    if not line:
        return
    first = span.column - 1
    last = min(first + max(span.end - span.start, 1), max(len(line), first + 1))
    last = min(last, first + len(span.text.partition("\n")[0])) if span.text else last
    start = max(0, first - LONGEST // 2) if len(line) > LONGEST else 0
    before, under, after = line[start:first], line[first:last], line[last : start + LONGEST]
    left, right = "…" if start else "", "…" if last + len(after) < len(line) else ""
    yield f"  {' ' * width} |"
    yield f"  {span.line:>{width}} | {left}{_shown(before)}{_shown(under)}{_shown(after)}{right}".rstrip()
    mark = ("^" if primary else "-") * max(_columns(_shown(under)), 1)
    words = f" {visible(label.words)}" if label.words else ""
    yield f"  {' ' * width} | {' ' * _columns(left + _shown(before))}{mark}{words}"


def _shown(words: str) -> str:
    """Return words as they are printed: a tab as spaces, a letter that would move the cursor as its number."""
    return visible(words.replace("\t", " " * TAB))


def _columns(words: str) -> int:
    """Return how many columns of a terminal words take: two for each wide letter, none for a combining one."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in words
    )
