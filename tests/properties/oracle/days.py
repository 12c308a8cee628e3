"""What a provision's status is on a day, and when a duty is due."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import chinese_calendar

from pycontrol.law.model import Due, DueFrom, Provision

from .listing import covers

if TYPE_CHECKING:
    from .world import World

NOW = "now"
DORMANT = "dormant"
LAYERS = (NOW, DORMANT)

SLACK = 21
"""How many days later a last day beyond the calendar's horizon may fall than if every weekday were a working day."""


def is_live(world: World, provision: Provision, day: dt.date, layer: str) -> bool:
    """Now: begun, not ended, not suspended. Dormant: issued and not ended, whatever else."""
    instrument = world.case.law.instruments[provision.instrument]
    if day < (provision.added or instrument.issued) or has_ended(world, provision, day):
        return False
    if layer == DORMANT or instrument.name in world.case.scenario.assumptions.in_force:
        return True
    begun = instrument.begins is None or instrument.begins <= day
    in_period = covers(world, provision.periods, day) if provision.periods else True
    return begun and in_period and not is_suspended(world, provision.path, day)


def has_ended(world: World, provision: Provision, day: dt.date) -> bool:
    """Is the day past the end of the instrument, or past the last day of every period that holds?"""
    ends = world.case.law.instruments[provision.instrument].ends
    if ends is not None and ends < day:
        return True
    lasts = [period.last for period in provision.periods if world.under(period.guard)]
    return bool(provision.periods) and all(last is not None and last < day for last in lasts)


def is_suspended(world: World, path: str, day: dt.date) -> bool:
    """Is the provision taken out of operation: for certain, or in the way that an event in doubt went?"""
    return any(
        covers(world, suspension.periods, day) and (not suspension.event or world.suspended_by(suspension.event))
        for suspension in world.case.law.suspensions
        if any(lies_in(path, target) for target in suspension.targets)
    )


def lies_in(path: str, target: str) -> bool:
    """Is the provision the target, or below it: in the instrument, the article, the limb that it names?"""
    instrument, _, label = path.partition("/")
    whole, _, part = target.partition("/")
    return instrument == whole and (not part or label == part or label.startswith(f"{part}("))


def last_day(due: Due, act_day: dt.date) -> tuple[dt.date, dt.date]:
    """The last day of a duty, earliest and latest: they differ beyond the horizon of the calendar."""
    if due.anchor is not DueFrom.AFTER:
        return act_day, act_day
    if not due.working:
        day = act_day + dt.timedelta(due.days)
        return day, day
    day, left, certain = act_day, due.days, True
    while left:
        day += dt.timedelta(1)
        working, known = _is_working(day)
        left -= working
        certain &= known
    return day, day if certain else day + dt.timedelta(SLACK)


def _is_working(day: dt.date) -> tuple[bool, bool]:
    """Is it a working day, and is that known?"""
    try:
        return bool(chinese_calendar.is_workday(day)), True
    except NotImplementedError:
        return day.weekday() < 5, False
