"""Life and operation on the day of an act: of what is weighed for it, and of what that asks whether it operates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.asp.case import Case
    from pycontrol.asp.things import Thing
    from pycontrol.law.status import Phase


def clocks(case: Case) -> None:
    """Write down every clock that a case looks at, and which provisions an event leaves in doubt through it."""
    assumed = frozenset(case.things.scenario.assumptions.in_force)
    phases: dict[tuple[str, Thing], Phase] = {}
    for path, looked_at, act in _looked_at(case):
        key = case.program.clock_of[looked_at].name, act
        if key not in phases:
            phases[key] = case.program.phase(looked_at, act.day, assumed)
            _write(case, *key, phases[key])
        for event, _ in phases[key].doubts:
            case.doubted.setdefault(event, set()).add(path)


def _looked_at(case: Case) -> Iterator[tuple[str, str, Thing]]:
    """Yield every provision that is weighed with itself, and with what it asks whether it operates, per act."""
    for path, group in case.program.class_of.items():
        wants = case.program.wants.get(group.name)
        for act in dict.fromkeys(one.act for one in case.weighed.get(group.name, ())):
            for looked_at in (path, *(wants.clocks if wants else ())):
                yield path, looked_at, act


def _write(case: Case, clock: str, act: Thing, now: Phase) -> None:
    name = case.thing(act)
    if now.issued:
        case.say("issued", clock, name)
    for predicate, guards in (("within", now.within), ("lasting", now.lasting), ("paused", now.paused)):
        for guard in guards:
            case.say(f"{predicate}_if", clock, name, case.under([guard]))
    for event, guard in now.doubts:
        case.say("doubt_if", clock, name, case.program.event_ids[event], case.under([guard]))
