"""Dates as written become periods of whole days, each perhaps under a reading."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import quoted
from pycontrol.law.model import Guard, Period
from pycontrol.law.names import guard
from pycontrol.law.problems import mistake

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.model import Reading
    from pycontrol.law.problems import Problems
    from pycontrol.syntax import tree


def periods(
    nodes: Iterable[tree.Period], readings: Mapping[str, Reading], problems: Problems, place: str
) -> tuple[Period, ...]:
    """Return periods that were written whole (of suspensions, listings)."""
    found: list[Period] = []
    for node in nodes:
        with problems.noted(place):
            last = _last_day(node.last, inclusive=node.inclusive) if node.last else None
            under = guard(node.under, readings) if node.under else None
            found.append(_in_order(Period(node.first.value, last, under), node.last or node.first))
    return tuple(found)


def in_force(
    starts: tuple[tree.Start, ...], ends: tuple[tree.End, ...], otherwise: dt.date, readings: Mapping[str, Reading]
) -> tuple[Period, ...]:
    """Return the periods in which a provision is in force by its own words: from its `from` until its `until`.

    Where dates hang on a reading there is one period for each of its values. Without `from` it starts `otherwise`.
    """
    written: list[tree.Start | tree.End] = [*starts, *ends]
    guards = {node.span: guard(node.under, readings) for node in written if node.under}
    names = sorted({each.reading for each in guards.values()})
    if len(names) > 1:
        raise mistake(
            "L184",
            f"these dates hang on {quoted(names, 'and')} at once",
            max(guards, key=lambda span: span.start),
            cure="write one reading whose values name the combinations",
        )
    if not names:
        return (_period(starts, ends, otherwise),)
    values = [Guard(names[0], value) for value, _ in readings[names[0]].values]
    found = []
    for each in values:
        own_starts = tuple(node for node in starts if guards.get(node.span, each) == each)
        own_ends = tuple(node for node in ends if guards.get(node.span, each) == each)
        if starts and not own_starts:
            raise mistake(
                "L185",
                f"no first day is written for `{each.reading}` `{each.value}`",
                starts[0].span.to(starts[-1].span),
                cure=f"write `from … under {each.reading} {each.value}`",
            )
        found.append(replace(_period(own_starts, own_ends, otherwise), guard=each))
    return tuple(found)


def _period(starts: tuple[tree.Start, ...], ends: tuple[tree.End, ...], otherwise: dt.date) -> Period:
    for nodes in (starts, ends):
        if len(nodes) > 1:
            raise mistake(
                "L186", "two days are written for one thing", nodes[1].span, cure="put each under a value of a reading"
            )
    first = starts[0].date.value if starts else otherwise
    if not ends:
        return Period(first)
    return _in_order(Period(first, _last_day(ends[0].date, inclusive=ends[0].inclusive)), ends[0])


def _last_day(node: tree.Date, *, inclusive: bool) -> dt.date:
    return node.value if inclusive else node.value - dt.timedelta(days=1)


def _in_order(period: Period, node: tree.Node) -> Period:
    if period.last is not None and period.last < period.first:
        raise mistake(
            "L187",
            f"this ends on {period.last}, before it begins on {period.first}",
            node.span,
            cure="put the dates in order; with `exclusive` the day before is the last",
        )
    return period
