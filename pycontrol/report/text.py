"""A sheet as plain text: titles flush left, everything else indented below what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.report.entry import Entry
    from pycontrol.report.sheet import Sheet

STEP = "  "


def text(sheet: Sheet) -> str:
    """Return a sheet as plain text, ending in a line break."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield visible(sheet.title)
    yield from (f"{STEP}{stamp}" for stamp in sheet.stamps)
    if sheet.headlines:
        yield ""
        yield from _entries(sheet.headlines, 0)
    for section in sheet.sections:
        yield ""
        yield section.title
        yield from _entries(section.entries, 1)


def _entries(entries: Iterable[Entry], depth: int) -> Iterator[str]:
    for entry in entries:
        yield f"{STEP * depth}{entry.words}"
        yield from _entries(entry.below, depth + 1 if depth else 1)
