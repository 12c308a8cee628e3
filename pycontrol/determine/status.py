"""Life and operation of every weighed provision on the day of each act, and how far that was checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pycontrol.asp import Clock, looked_at
from pycontrol.determine.outcome import Life, Operation, Status
from pycontrol.law.model import Period
from pycontrol.law.status import operations, phase, suspensions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable

    from pycontrol.asp import Thing
    from pycontrol.determine.evidence import Evidence
    from pycontrol.law.model import Guard, Law, Suspension
    from pycontrol.law.status import Phase


def statuses(evidence: Evidence) -> tuple[Status, ...]:
    """Return the status of every provision that is weighed, or that one of these asks whether it operates, per act."""
    found: list[Status] = []
    program, case = evidence.program, evidence.case
    assumed = frozenset(case.things.scenario.assumptions.in_force)
    taken = evidence.taken
    alike: dict[tuple[str, dt.date], Callable[..., Status] | None] = {}  # provisions of a clock live and sleep together
    acts: dict[str, dict[Thing, None]] = {}
    for _, path, act in looked_at(program, case.subjects):
        acts.setdefault(path, {})[act] = None
    for path in program.law.provisions:
        for act in acts.get(path, ()):
            clock = program.clock_of[path]
            when = clock.name, act.day
            if when not in alike:
                now = program.phase(path, act.day, assumed)
                alike[when] = _status(program.law, clock, act.day, now, taken, assumed) if now.issued else None
            status = alike[when]
            if status:
                found.append(status(provision=path, act=act.name))
    return tuple(found)


def list_statuses(evidence: Evidence, instruments: Iterable[str]) -> tuple[Status, ...]:
    """Return the status of whole instruments, such as those of lists that items meet, on the day asked about."""
    law, day = evidence.program.law, evidence.case.asked
    assumed = frozenset(evidence.case.things.scenario.assumptions.in_force)
    found = []
    for name in dict.fromkeys(instruments):
        header = law.instruments[name]
        periods = (Period(header.begins or header.issued, header.ends),)
        clock = Clock("", name, periods, suspensions(law, name), operations(law, name))
        now = phase(header, periods, clock.suspensions, day, assumed=name in assumed)
        found.append(_status(law, clock, day, now, evidence.taken, assumed)(provision=name, act="-"))
    return tuple(found)


def target_statuses(evidence: Evidence, target: str, act: Thing) -> tuple[Status, ...]:
    """Return the status of a target on the day of an act: of the whole, or of a provision for each clock that it has."""
    program = evidence.program
    assumed = frozenset(evidence.case.things.scenario.assumptions.in_force)
    paths = program.targets[target]
    found = []
    for path in paths:
        now = program.phase(path, act.day, assumed)
        if now.issued:
            status = _status(program.law, program.clock_of[path], act.day, now, evidence.taken, assumed)
            found.append(status(provision=target if len(paths) == 1 else path, act=act.name))
    return tuple(found)


def _status(
    law: Law, clock: Clock, day: dt.date, now: Phase, taken: dict[str, str], assumed: frozenset[str]
) -> Callable[..., Status]:
    """Return the status by this clock, but for whose it is."""
    instrument = law.instruments[clock.instrument]
    life = _life(law, now, taken)
    guards = (*now.within, *now.lasting, *now.paused, *(guard for _, guard in now.doubts))
    first = [period.first for period in clock.periods if _any((period.guard,), taken)]
    if instrument.name in assumed:
        operation, because = Operation.ASSUMED, ""
    else:
        operation, because = _operation(law, clock, day, now, taken)
    sure = operation in (Operation.ASSUMED, Operation.SUSPENDED)
    return partial(
        Status,
        life=life,
        operation=operation,
        because=because,
        beyond=instrument.checked_to if day > instrument.checked_to else None,
        confidence="" if sure else _confidence(clock, day),
        turns_on=tuple(dict.fromkeys(guard.reading for guard in guards if guard)),
        begins=max(first) if life is Life.NOT_BEGUN and first else None,
        until=_last(clock.suspensions, day) if operation is Operation.SUSPENDED else None,
    )


def _life(law: Law, now: Phase, taken: dict[str, str]) -> Life:
    begun, start = _holds(law, now.within, taken)
    lasts, end = _holds(law, now.lasting, taken)
    if begun:
        return Life.BEGUN
    if start or end:
        return Life.OPEN
    return Life.NOT_BEGUN if lasts else Life.ENDED


def _operation(law: Law, clock: Clock, day: dt.date, now: Phase, taken: dict[str, str]) -> tuple[Operation, str]:
    """Return whether a provision operates, and what suspends it, or the event or reading that leaves it in doubt."""
    asleep, reading = _holds(law, now.paused, taken)
    if asleep:
        return Operation.SUSPENDED, _suspender(clock.suspensions, day)
    for event, guard in now.doubts:
        if _any((guard,), taken):
            return Operation.UNCONFIRMED, event
    _, other = _holds(law, [guard for _, guard in now.doubts], taken)
    return (Operation.UNCONFIRMED, reading or other) if reading or other else (Operation.FREE, "")


def _holds(law: Law, guards: Collection[Guard | None], taken: dict[str, str]) -> tuple[bool, str]:
    """Return whether one of the guards holds; if that is open, the reading of which no value is taken that decides."""
    if _any(guards, taken):
        return True, ""
    open_ = dict.fromkeys(guard.reading for guard in guards if guard and not taken.get(guard.reading))
    for reading in open_:
        guarded = {guard.value for guard in guards if guard and guard.reading == reading}
        if guarded == {value for value, _ in law.readings[reading].values}:
            return True, ""
    return False, next(iter(open_), "")


def _any(guards: Iterable[Guard | None], taken: dict[str, str]) -> bool:
    return any(guard is None or taken.get(guard.reading) == guard.value for guard in guards)


def _covers(period: Period, day: dt.date) -> bool:
    return period.first <= day and (period.last is None or day <= period.last)


def _suspender(suspended: Iterable[Suspension], day: dt.date) -> str:
    for suspension in suspended:
        if not suspension.event and _any_covers(suspension.periods, day):
            return suspension.by
    return ""


def _last(suspended: Iterable[Suspension], day: dt.date) -> dt.date | None:
    """Return the last day of the suspension that covers a day, where it has one."""
    periods = (one for suspension in suspended if not suspension.event for one in suspension.periods)
    return next((one.last for one in periods if _covers(one, day)), None)


def _confidence(clock: Clock, day: dt.date) -> str:
    """Return the mark of what the law file says about operation at that time, if it says anything."""
    said = [(one.confidence, one.periods) for one in clock.operations]
    said += [(one.confidence, one.periods) for one in clock.suspensions]
    return next((mark for mark, periods in said if mark and _any_covers(periods, day)), "")


def _any_covers(periods: Iterable[Period], day: dt.date) -> bool:
    return any(_covers(period, day) for period in periods)


def operates(law: Law, instrument: str, day: dt.date, taken: dict[str, str]) -> bool:
    """Whether an instrument may bind on a day: begun, not ended, not certainly suspended in the readings taken."""
    header = law.instruments[instrument]
    if header.issued > day or (header.begins and header.begins > day) or (header.ends and day > header.ends):
        return False
    return not _any(phase(header, (), suspensions(law, instrument), day).paused, taken)
