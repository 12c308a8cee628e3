"""When is a duty due, and was it fulfilled in time? True, False, or None where the scenario does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.asp.truth import every
from pycontrol.facts.days import last_day
from pycontrol.law.model import Due, DueFrom, Sort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from pycontrol.asp.things import Known, Subject, Thing, Things
    from pycontrol.asp.truth import Truth
    from pycontrol.facts.scenario import Act
    from pycontrol.law.model import Filing, Norm


def due_days(norm: Norm, day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the earliest and the latest that the last day of a duty can be, for an act on `day`."""
    due = norm.due or Due(DueFrom.AT)
    return last_day(due, day) if due.anchor is DueFrom.AFTER else (day, day)


def fulfilment(things: Things, norm: Norm, subject: Subject, asked: dt.date) -> tuple[Truth, Truth]:
    """Return whether the last day is past on the day asked about, and whether the duty was fulfilled in time.

    A duty to a role is one towards each party in it.
    """
    act = things.acts[subject.act.name]
    earliest, latest = due_days(norm, act.on)
    overdue: Truth = False
    if act.done and norm.due is not None and norm.due.anchor is DueFrom.BEFORE:
        overdue = asked >= act.on  # what was to be done before it cannot be done any more
    elif act.done:
        overdue = True if asked > latest else (None if asked > earliest else False)
    return overdue, every(_towards(things, norm, subject, one) for one in _owed(things, norm, subject))


def _owed(things: Things, norm: Norm, subject: Subject) -> tuple[str, ...]:
    """Return to whom the duty is owed. An empty name: to an office, or to whom the vocabulary cannot say; not asked."""
    filing = things.law.vocabulary.filings.get(norm.what)
    role = things.law.vocabulary.facts.get((Sort.ACT, norm.to))
    if filing is None or not filing.to or role is None or not things.has(subject.act, role):
        return ("",)
    known = things.known(subject.act, role.name)
    return (*map(str, known.values), *([f"?{role.name}"] if known.more else []))


def _towards(things: Things, norm: Norm, subject: Subject, whom: str) -> Truth:
    """Return whether the duty was fulfilled in time towards one party."""
    act = things.acts[subject.act.name]
    late = False
    found: Truth = False
    for made, meant in _filings(things, norm, subject, whom):
        in_time = _in_time(norm, act, made)
        if in_time is not False:
            found = True if found or (in_time and meant) else None
        elif meant and not _precedes(made, act):
            late = True
    # Nobody files late who has filed in time; any other filing leaves it open whether there was one more.
    return found if found is not False or late or "events" in things.scenario.complete else None


def _filings(things: Things, norm: Norm, subject: Subject, whom: str) -> Iterator[tuple[Act, Truth]]:
    """Yield the done acts that may be meant to fulfil the duty, and whether they surely are."""
    filing = things.law.vocabulary.filings.get(norm.what)
    for made in things.acts.values():
        if made.kind == norm.what and made.done:
            meant = every(_meant(things, things.act(made.name), filing, subject, whom))
            if meant is not False:
                yield made, meant


def _meant(things: Things, made: Thing, filing: Filing | None, subject: Subject, whom: str) -> Iterator[Truth]:
    """Yield whether it is made for this act, by whoever is bound, to whom it is owed."""
    yield _names(things.known(made, "fulfils"), subject.act.name)
    if filing and subject.bearer:
        yield _names(things.known(made, filing.by), subject.bearer.name)
    if filing and whom:
        yield _names(things.known(made, filing.to), whom)


def _names(known: Known, name: str) -> Truth:
    """Return whether what is known names a thing; an unnamed one may be any that is named."""
    if name.startswith("?"):
        return None if known.values or known.more else False
    return True if name in known.values else (None if known.more else False)


def _in_time(norm: Norm, act: Act, made: Act) -> Truth:
    """Return whether a filing was made when the duty asks for it."""
    due = norm.due or Due(DueFrom.AT)
    match due.anchor:
        case DueFrom.BEFORE:
            return _precedes(made, act)
        case DueFrom.AT:
            return made.on == act.on
        case DueFrom.AFTER:
            earliest, latest = due_days(norm, act.on)
            if _precedes(made, act) or made.on > latest:
                return False
            return True if made.on <= earliest else None
        case _:
            assert_never(due.anchor)


def _precedes(one: Act, other: Act) -> Truth:
    """Return whether one act comes before another: by their days, or on one day by the hours, if stated."""
    if one.on != other.on:
        return one.on < other.on
    return None if one.at is None or other.at is None else one.at < other.at
