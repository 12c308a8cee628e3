"""Life and operation on the day of an act: of what is weighed for it, and of what that asks whether it operates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pycontrol.asp.case import Case
    from pycontrol.asp.program import Program
    from pycontrol.asp.things import Subject, Thing
    from pycontrol.law.status import Phase


def clocks(case: Case) -> None:
    """Write down every clock that a case looks at, and which provisions an event leaves in doubt through it."""
    assumed = frozenset(case.things.scenario.assumptions.in_force)
    phases: dict[tuple[str, Thing], Phase] = {}
    for path, one, act in looked_at(case.program, case.weighed):
        key = case.program.clock_of[one].name, act
        if key not in phases:
            phases[key] = case.program.phase(one, act.day, assumed)
            _write(case, *key, phases[key])
        for event, _ in phases[key].doubts:
            case.doubted.setdefault(event, set()).add(path)


def looked_at(program: Program, subjects: Mapping[str, Collection[Subject]]) -> Iterator[tuple[str, str, Thing]]:
    """Yield every provision that has subjects with itself, and with what it asks whether it operates, per act."""
    for path, group in program.class_of.items():
        if acts := dict.fromkeys(one.act for one in subjects.get(group.name, ())):
            wants = program.wants.get(group.name)
            for one in (path, *(wants.clocks if wants else ())):
                for act in acts:
                    yield path, one, act


def _write(case: Case, clock: str, act: Thing, now: Phase) -> None:
    name = case.thing(act)
    if now.issued:
        case.say("issued", clock, name)
    for predicate, guards in (("within", now.within), ("lasting", now.lasting), ("paused", now.paused)):
        for guard in guards:
            case.say(f"{predicate}_if", clock, name, case.under([guard]))
    for event, guard in now.doubts:
        case.say("doubt_if", clock, name, case.program.event_ids[event], case.under([guard]))
