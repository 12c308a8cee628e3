"""Was a duty neglected? Everything here is a set of the answers that there may be: one where it is settled, else both.

A duty is met by a done act of its kind that is made for the act, by whom it binds, to whom it is owed, when it is due.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pycontrol.law.model import DueFrom, Sort

from .case import Thing
from .days import last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.facts.scenario import Act
    from pycontrol.law.model import Due, Provision

    from .case import Case
    from .subjects import Subject
    from .world import World

Answers = frozenset[bool]
YES, NO, OPEN = frozenset({True}), frozenset({False}), frozenset({True, False})
NOBODY = ""
"""To whom a duty is owed that is owed to no role."""


def is_neglected(world: World, provision: Provision, subject: Subject) -> bool:
    """Is the act done, the last day past, and the duty not met? Where that is not known, the world decides."""
    case, due = world.case, provision.norm.due
    act = case.act(subject.act)
    if due is None or not act.done:
        return False
    before = due.anchor is DueFrom.BEFORE
    past = {case.asked >= act.on} if before else {case.asked > day for day in last_day(due, act.on)}
    met = _every(_met(case, provision, due, subject, whom) for whom in _owed(case, provision, subject))
    neglected = {late and not done for late in past for done in met}
    return neglected.pop() if len(neglected) == 1 else world.run.free("neglected", provision.path, subject)


def _owed(case: Case, provision: Provision, subject: Subject) -> tuple[str, ...]:
    """To whom the duty is owed: each party in the role, if act and filing have such a role."""
    filing, act = case.law.vocabulary.filings.get(provision.norm.what), Thing(Sort.ACT, subject.act)
    if filing is None or not filing.to or case.fact(act, provision.norm.to) is None:
        return (NOBODY,)
    return case.may_have(act, provision.norm.to)


def _met(case: Case, provision: Provision, due: Due, subject: Subject, whom: str) -> Answers:
    act = case.act(subject.act)
    ways = [NO]
    too_late = False
    for filed in case.scenario.acts:
        if filed.kind != provision.norm.what or not filed.done:
            continue
        meant, on_time = _meant(case, filed, subject, whom), _on_time(due, act, filed)
        ways.append(_every((meant, on_time)))
        too_late |= meant == YES and on_time == NO and _before(filed, act) == NO
    met = frozenset(map(any, product(*ways)))
    # Whoever files late has not filed in time. Anything else says nothing of further filings, unless all are stated.
    return OPEN if met == NO and not too_late and "events" not in case.scenario.complete else met


def _meant(case: Case, filed: Act, subject: Subject, whom: str) -> Answers:
    """Is it made for the act, by the bearer, to that party?"""
    filing = case.law.vocabulary.filings.get(filed.kind)
    asked = [("fulfils", subject.act)]
    if filing is not None and subject.bearer:
        asked.append((filing.by, subject.bearer))
    if filing is not None and whom != NOBODY:
        asked.append((filing.to, whom))
    return _every(_among(case.may_have(Thing(Sort.ACT, filed.name), role), name) for role, name in asked)


def _among(names: tuple[str, ...], name: str) -> Answers:
    if not names:
        return NO
    if name.startswith("?"):
        return OPEN
    if name in names:
        return YES
    return OPEN if any(other.startswith("?") for other in names) else NO


def _on_time(due: Due, act: Act, filed: Act) -> Answers:
    match due.anchor:
        case DueFrom.AT:
            return frozenset({filed.on == act.on})
        case DueFrom.BEFORE:
            return _before(filed, act)
        case DueFrom.AFTER:
            if _before(filed, act) == YES:
                return NO
            return frozenset(filed.on <= day for day in last_day(due, act.on))


def _before(one: Act, other: Act) -> Answers:
    """By the day; on one day by the hour, where both are stated."""
    if one.on != other.on:
        return frozenset({one.on < other.on})
    return OPEN if one.at is None or other.at is None else frozenset({one.at < other.at})


def _every(several: Iterable[Answers]) -> Answers:
    return frozenset(map(all, product(*several)))
