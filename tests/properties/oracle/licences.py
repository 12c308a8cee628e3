"""Does a licence (or consent) that is held cover a subject?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.facts.scenario import Licence

    from .subjects import Subject
    from .world import Thing, World

Maybe = bool | None
"""Yes, no, or (None) not known."""


def is_covered(world: World, kind: str, act: Thing, subject: Subject) -> bool:
    """Is one of that kind held for the subject? Where that is not known, the world decides."""
    covers = [_covers(world, licence, kind, act, subject) for licence in world.case.scenario.licences]
    if True in covers:
        return True
    if None in covers or "licences" not in world.case.scenario.complete:
        return world.run.free("covered", kind, subject)
    return False


def _covers(world: World, licence: Licence, kind: str, act: Thing, subject: Subject) -> Maybe:
    """Every condition must hold; one that certainly fails settles it, one that is not known leaves it open."""
    answers = [
        None if licence.kind is None else licence.kind == kind,
        _among([subject.bearer] if subject.bearer else [], [licence.holder] if licence.holder else None),
        _among([subject.item] if subject.item else _names(world, act, "items"), licence.items),
        _among(_names(world, act, "end-user"), licence.end_users),
        _among(_names(world, act, "end-use"), licence.end_uses),
        *_in_time(world, act, licence),
    ]
    if False in answers:
        return False
    return None if None in answers else True


def _in_time(world: World, act: Thing, licence: Licence) -> tuple[Maybe, Maybe]:
    day = world.case.act(act.name).on
    since = None if licence.since is None else licence.since <= day
    until = None if licence.until is None else day <= licence.until
    return since, until


def _names(world: World, act: Thing, name: str) -> list[str] | None:
    """What was stated of a fact of the act, with whatever there may be beside it; None: nothing was stated."""
    case = world.case
    fact = case.fact(act, name)
    if fact is None:
        return []
    stated = case.stated(act, name)
    if stated is None:
        return None
    named = [str(one.value) for one in stated]
    return named if case.complete(act, fact) else [*named, "?"]


def _among(wanted: Iterable[str] | None, named: Iterable[str] | None) -> Maybe:
    """Are all of these among those named? What nobody named may be."""
    if not named:
        return None
    if wanted is None:
        return None
    answers = [True if one in named else (None if one.startswith("?") else False) for one in wanted]
    if False in answers:
        return False
    return None if None in answers else True
