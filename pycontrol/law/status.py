"""On which days a provision lives and operates, by its own dates and by what other instruments do to it.

Days are compared here, exactly; which readings and branches hold is left open, as guards and events.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.law.looks import atoms
from pycontrol.law.model import Operates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from pycontrol.law.model import Condition, Guard, Instrument, Law, Operation, Period, Suspension


@dataclass(frozen=True, slots=True)
class Phase:
    """The state of provisions of one instrument with the same periods and the same suspensions, on one day.

    Each tuple of guards says in which readings: empty never, a None in it always. `within`: begun and not ended.
    `lasting`: not ended. `paused`: suspended. `doubts`: suspended in the branches of an event that say so.
    """

    issued: bool
    within: tuple[Guard | None, ...]
    lasting: tuple[Guard | None, ...]
    paused: tuple[Guard | None, ...]
    doubts: tuple[tuple[str, Guard | None], ...]


def phase(
    header: Instrument,
    periods: Iterable[Period],
    suspended: Iterable[Suspension],
    day: dt.date,
    *,
    added: dt.date | None = None,
    assumed: bool = False,
) -> Phase:
    """Return the phase on `day` of a provision with these periods, or of a whole instrument; `suspended` is what aims at it.

    `added`: there only from this day, which is later than the instrument. `assumed`: taken to be in force if issued and not
    ended, begun and free or not.
    """
    issued = (added or header.issued) <= day
    begun = issued and (header.begins is None or header.begins <= day)
    lasts = header.ends is None or day <= header.ends
    lasting = [p.guard for p in periods if lasts and (p.last is None or day <= p.last)]
    if assumed:
        now = tuple(lasting) if issued else ()
        return Phase(issued, within=now, lasting=tuple(lasting), paused=(), doubts=())
    within = [p.guard for p in periods if begun and lasts and _covers(p, day)]
    paused: list[Guard | None] = []
    doubts: list[tuple[str, Guard | None]] = []
    for suspension in suspended:
        for period in suspension.periods:
            if not _covers(period, day):
                continue
            if suspension.event:
                doubts.append((suspension.event, period.guard))
            else:
                paused.append(period.guard)
    return Phase(issued, tuple(within), tuple(lasting), tuple(paused), tuple(doubts))


def suspensions(law: Law, path: str) -> tuple[Suspension, ...]:
    """Return what takes a provision, or all of an instrument, out of operation, certainly or in doubt."""
    return tuple(suspension for suspension in law.suspensions if targeted(path, suspension.targets))


def operations(law: Law, path: str) -> tuple[Operation, ...]:
    """Return what is said of when a provision, or all of an instrument, operates."""
    return tuple(operation for operation in law.operations if targeted(path, operation.targets))


def targeted(path: str, targets: Iterable[str]) -> bool:
    """Return whether `path` is one of the targets or lies below one; what is above a target is not targeted by it."""
    return any(path == target or path.startswith((f"{target}(", f"{target}/")) for target in targets)


def within(law: Law, target: str) -> tuple[str, ...]:
    """Return the provisions of a target: of an instrument, or of a part of one."""
    return tuple(path for path in law.provisions if targeted(path, (target,)))


def watched(law: Law, conditions: Iterable[Condition]) -> Iterator[str]:
    """Yield the provisions of which conditions ask whether they operate."""
    for condition in atoms(conditions):
        if isinstance(condition, Operates):
            yield from within(law, condition.target)


def _covers(period: Period, day: dt.date) -> bool:
    return period.first <= day and (period.last is None or day <= period.last)
