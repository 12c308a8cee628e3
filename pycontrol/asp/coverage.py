"""Is there a licence? True, False, or None where the scenario does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.asp.things import Subject, Things
    from pycontrol.facts.scenario import Licence


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
