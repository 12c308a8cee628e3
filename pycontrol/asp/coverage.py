"""Is there a licence, and was a duty fulfilled in time? True, False, or None where the scenario does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.facts.days import last_day
from pycontrol.law.model import Due, DueFrom

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pycontrol.asp.things import Subject, Things
    from pycontrol.facts.scenario import Licence
    from pycontrol.law.model import Norm


def cover(things: Things, kind: str, subject: Subject) -> bool | None:
    """Return whether a paper of `kind` is held that covers the act, item, end user and use; `kind` empty: none can."""
    if not kind:
        return False
    found = [_covers(things, licence, kind, subject) for licence in things.scenario.licences]
    if True in found:
        return True
    if None in found or "licences" not in things.scenario.complete:
        return None
    return False


def _covers(things: Things, licence: Licence, kind: str, subject: Subject) -> bool | None:
    act = things.acts[subject.act.name]
    checks = [
        None if licence.kind is None else licence.kind == kind,
        _names(licence.holder and (licence.holder,), [subject.bearer.name] if subject.bearer else []),
        _names(licence.items, [subject.item.name] if subject.item else _stated(things, subject, "items")),
        _names(licence.end_users, _stated(things, subject, "end-user")),
        _names(licence.end_uses, _stated(things, subject, "end-use")),
        _days(licence, act.on),
    ]
    if False in checks:
        return False
    return None if None in checks else True


def _stated(things: Things, subject: Subject, fact: str) -> list[str] | None:
    known = things.known(subject.act, fact)
    if known.more and not known.values:
        return None
    return [*map(str, known.values), *(["?"] if known.more else [])]


def _names(named: tuple[str, ...] | str | None, actual: list[str] | None) -> bool | None:
    """Return whether everything actual is among what the licence names; None where either was not stated."""
    if not named:
        return None
    if actual is None:
        return None
    others = set(actual) - set(named)
    if not others:
        return True
    return None if all(name.startswith("?") for name in others) else False


def _days(licence: Licence, day: dt.date) -> bool | None:
    if (licence.since and day < licence.since) or (licence.until and licence.until < day):
        return False
    return None if licence.since is None or licence.until is None else True


def due_days(norm: Norm, day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the earliest and the latest that the last day of a duty can be, for an act on `day`."""
    due = norm.due or Due(DueFrom.AT)
    return last_day(due, day) if due.anchor is DueFrom.AFTER else (day, day)


def fulfilment(things: Things, norm: Norm, subject: Subject, asked: dt.date) -> tuple[bool | None, bool | None]:
    """Return whether the last day is past on the day asked about, and whether the duty was fulfilled in time."""
    act = things.acts[subject.act.name]
    earliest, latest = due_days(norm, act.on)
    overdue: bool | None = False
    if act.done:
        overdue = True if asked > latest else (None if asked > earliest else False)
    fulfilled = _fulfilled(things, norm, subject, earliest, latest)
    return overdue, fulfilled


def _fulfilled(things: Things, norm: Norm, subject: Subject, earliest: dt.date, latest: dt.date) -> bool | None:
    made = list(_fulfilling(things, norm, subject))
    days = [day for day, certain in made if certain]
    if any(day <= earliest for day in days):
        return True
    if any(day <= latest for day, _ in made):
        return None
    # A filing that was stated settles when it was made; only where none was stated may there be another.
    return False if days or "events" in things.scenario.complete else None


def _fulfilling(things: Things, norm: Norm, subject: Subject) -> Iterable[tuple[dt.date, bool]]:
    """Yield the days of the done acts of the fulfilling kind, and whether it is stated that they are for this act."""
    for other in things.acts.values():
        if other.kind != norm.what or not other.done:
            continue
        known = things.known(things.act(other.name), "fulfils")
        if subject.act.name in known.values or known.more:
            yield other.on, not known.more
