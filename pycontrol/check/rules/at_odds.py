"""C310: of one target and one day an instrument says that it is suspended, and that it operates or that nobody knows."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from pycontrol.check.finding import Finding
from pycontrol.law.model import Suspension

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from pycontrol.check.search import Search
    from pycontrol.law.model import Operation, Period

CODE = "C310"


def at_odds(search: Search) -> Iterator[Finding]:
    """Find days of which an instrument says two things: one counts, and the other was meant for other days."""
    law = search.law
    said: tuple[Suspension | Operation, ...] = (*law.suspensions, *law.operations)
    for one, other in combinations(said, 2):
        shared = [target for target in one.targets if target in other.targets]
        if one.by != other.by or not shared or _says(one) == _says(other):
            continue
        days = [found for a, b in product(one.periods, other.periods) if (found := _both(a, b))]
        if days:
            first, last = days[0]
            span = f"on {first}" if first == last else f"from {first} {f'to {last}' if last else 'on'}"
            yield Finding(
                code=CODE,
                message=f"`{one.by}` says `{_says(one)}` and `{_says(other)}` of `{shared[0]}` {span}",
                help="let one of the two end before the other begins",
                citation=law.instruments[one.by].cite.en,
                provisions=(shared[0],),
                span=other.span,
                other=one.span,
                bound="the days of both, under every reading",
            )


def _says(one: Suspension | Operation) -> str:
    if isinstance(one, Suspension):
        return "unconfirmed" if one.event else "suspends"
    return "operates"


def _both(one: Period, other: Period) -> tuple[dt.date, dt.date | None] | None:
    """Return the first and the last day of both periods, if they share one under some reading."""
    if one.guard and other.guard and one.guard.reading == other.guard.reading and one.guard != other.guard:
        return None
    first = max(one.first, other.first)
    last = min((end for end in (one.last, other.last) if end), default=None)
    return (first, last) if last is None or first <= last else None
