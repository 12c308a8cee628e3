"""The tables of `bench/README.md`, written between its two marks."""

from __future__ import annotations

import datetime as dt
import platform
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

START, END = "<!-- figures -->", "<!-- end of figures -->"


def write(tables: Iterable[str]) -> None:
    """Replace what stands between the marks by these tables."""
    path = Path(__file__).with_name("README.md")
    before, _, rest = path.read_text("utf-8").partition(START)
    after = rest.partition(END)[2]
    taken = f"Taken on {dt.datetime.now(dt.UTC).date()}, Python {platform.python_version()}, {platform.machine()}."
    path.write_text("\n\n".join((before + START, *tables, taken, END)) + after, "utf-8")
