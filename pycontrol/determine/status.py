"""Life and operation of every weighed provision on the day of each act, and how far that was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.asp import phase_of
from pycontrol.determine.outcome import Life, Operation, Status
from pycontrol.law.status import phase, suspensions, targeted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pycontrol.determine.evidence import Evidence
    from pycontrol.law.model import Guard, Law, Period
    from pycontrol.law.status import Phase


def statuses(evidence: Evidence) -> tuple[Status, ...]:
    """Return the status of every provision that is weighed, per act."""
    found: dict[Status, None] = {}
    program, case = evidence.program, evidence.case
    assumed = frozenset(case.things.scenario.assumptions.in_force)
    taken = evidence.taken
    phases: dict[tuple[str, dt.date], Phase] = {}  # provisions under one clock live and sleep together
    for path in program.law.provisions:
        for act in dict.fromkeys(one.act for one in case.subjects.get(program.class_of[path].name, ())):
            when = program.clock_of[path].name, act.day
            if when not in phases:
                phases[when] = phase_of(program, path, act.day, assumed)
            now = phases[when]
            if now.issued:
                found[_status(program.law, path, act.name, act.day, now, taken, assumed)] = None
    return tuple(found)


def _status(
    law: Law, path: str, act: str, day: dt.date, now: Phase, taken: dict[str, str], assumed: frozenset[str]
) -> Status:
    provision = law.provisions[path]
    instrument = law.instruments[provision.instrument]
    life = Life.BEGUN if _any(now.within, taken) else (Life.NOT_BEGUN if _any(now.lasting, taken) else Life.ENDED)
    doubts = [event for event, guard in now.doubts if guard is None or taken.get(guard.reading) == guard.value]
    guards = (*now.within, *now.lasting, *now.paused, *(guard for _, guard in now.doubts))
    first = [period.first for period in provision.periods if _any((period.guard,), taken)]
    operation, because, confidence = Operation.FREE, "", ""
    if provision.instrument in assumed:
        operation = Operation.ASSUMED
    elif _any(now.paused, taken):
        operation, because = Operation.SUSPENDED, _suspender(law, path, day)
    elif doubts:
        operation, because = Operation.UNCONFIRMED, doubts[0]
        confidence = _confidence(law, path, day)
    else:
        confidence = _confidence(law, path, day)
    return Status(
        provision=path,
        act=act,
        life=life,
        operation=operation,
        because=because,
        beyond=instrument.checked_to if day > instrument.checked_to else None,
        confidence=confidence,
        turns_on=tuple(dict.fromkeys(guard.reading for guard in guards if guard)),
        begins=max(first) if life is Life.NOT_BEGUN and first else None,
    )


def _any(guards: Iterable[Guard | None], taken: dict[str, str]) -> bool:
    return any(guard is None or taken.get(guard.reading) == guard.value for guard in guards)


def _covers(period: Period, day: dt.date) -> bool:
    return period.first <= day and (period.last is None or day <= period.last)


def _suspender(law: Law, path: str, day: dt.date) -> str:
    for suspension in suspensions(law, path):
        if not suspension.event and _any_covers(suspension.periods, day):
            return suspension.by
    return ""


def _confidence(law: Law, path: str, day: dt.date) -> str:
    """Return the mark of what the law file says about operation at that time, if it says anything."""
    said = [(one.confidence, one.periods, one.targets) for one in law.operations]
    said += [(one.confidence, one.periods, one.targets) for one in law.suspensions]
    marks = (mark for mark, periods, targets in said if _any_covers(periods, day) and targeted(path, targets))
    return next(filter(None, marks), "")


def _any_covers(periods: Iterable[Period], day: dt.date) -> bool:
    return any(_covers(period, day) for period in periods)


def operates(law: Law, instrument: str, day: dt.date, taken: dict[str, str]) -> bool:
    """Whether an instrument may bind on a day: begun, not ended, not certainly suspended in the readings taken."""
    header = law.instruments[instrument]
    if header.issued > day or (header.begins and header.begins > day) or (header.ends and day > header.ends):
        return False
    return not _any(phase(law, instrument, (), day).paused, taken)
