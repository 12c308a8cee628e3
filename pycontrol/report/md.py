"""A sheet as Markdown: headings and nested lists. Letters that Markdown or HTML would read as marks are escaped."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from pycontrol.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.report.entry import Entry
    from pycontrol.report.sheet import Sheet

_MARKS = re.compile(r"([\\`*_\[\]|~#])")


def markdown(sheet: Sheet) -> str:
    """Return a sheet as Markdown, ending in a line break."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {plain(visible(sheet.title))}"
    yield ""
    yield from (f"*{plain(stamp)}*  " for stamp in sheet.stamps)
    yield ""
    for headline in sheet.headlines:
        yield f"**{plain(headline.words)}**"
        yield ""
        yield from _entries(headline.below, 0)
        if headline.below:
            yield ""
    for section in sheet.sections:
        yield f"## {plain(section.title)}"
        yield ""
        yield from _entries(section.entries, 0)
        yield ""


def _entries(entries: Iterable[Entry], depth: int) -> Iterator[str]:
    for entry in entries:
        yield f"{'  ' * depth}- {plain(entry.words)}"
        yield from _entries(entry.below, depth + 1)


def plain(words: str) -> str:
    """Return words with every letter escaped that Markdown or HTML would read as a mark."""
    return _MARKS.sub(r"\\\1", escape(words, quote=False))
