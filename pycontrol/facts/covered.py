"""Which days the law that is held covers: none before its first instrument was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.law.model import Law

BEFORE = "lies before all law that is held here"


def early(day: dt.date, law: Law) -> bool:
    """Whether a day lies before all that the law holds. A law without instruments covers every day."""
    return bool(law.instruments) and day < _first(law)


def from_first(law: Law) -> str:
    """Say which days are covered."""
    return (
        f"write a day from `{_first(law)}`, when the first instrument was issued; what was law before is not known here"
    )


def _first(law: Law) -> dt.date:
    return min(one.issued for one in law.instruments.values())
