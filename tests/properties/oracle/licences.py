"""Does a licence (or consent) that is held cover a subject?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pycontrol.facts.scenario import Licence

    from .case import Thing
    from .subjects import Subject
    from .world import World

Maybe = bool | None
"""Yes, no, or (None) not known."""


def is_covered(world: World, kind: str, act: Thing, subject: Subject) -> bool:
    """Are papers of that kind held for all that the act is? Where that is not known, the world decides.

    What the act is: each of its items, for each of its end users, for each of its end uses. Where it has none of a sort,
    there is nothing of that sort to be covered.
    """
    scenario = world.case.scenario
    papers = [one for one in scenario.licences if _fits(world, one, kind, act, subject) is not False]
    items = [subject.item] if subject.item else _parts(world, act, "items")
    least, most = True, True
    for item in items or [None]:
        for user in _parts(world, act, "end-user") or [None]:
            for use in _parts(world, act, "end-use") or [None]:
                answers = [
                    _lesser(_fits(world, one, kind, act, subject), _covers(one, item, user, use)) for one in papers
                ]
                least = least and True in answers
                most = most and (True in answers or None in answers)
    if least:
        return True
    if most or "licences" not in scenario.complete:
        return world.run.free("covered", kind, subject)
    return False


def _fits(world: World, licence: Licence, kind: str, act: Thing, subject: Subject) -> Maybe:
    """Is it of the kind, the bearer's, and valid on the day?"""
    day = world.case.act(act.name).on
    return _lesser(
        _same(licence.kind, kind),
        _same(licence.holder, subject.bearer) if subject.bearer else True,
        None if licence.since is None else licence.since <= day,
        None if licence.until is None else day <= licence.until,
    )


def _covers(licence: Licence, item: str | None, user: str | None, use: str | None) -> Maybe:
    """Does it name all three? A licence for items is none for an act that has none."""
    for_item = _among(item, licence.items) if item else licence.items is None
    return _lesser(
        for_item,
        _among(user, licence.end_users) if user else True,
        _among(use, licence.end_uses) if use else True,
    )


def _parts(world: World, act: Thing, name: str) -> list[str]:
    """What was stated of a fact of the act, and a `?` for whatever there may be beside it."""
    case = world.case
    fact = case.fact(act, name)
    if fact is None:
        return []
    named = [str(one.value) for one in case.stated(act, name) or ()]
    return named if case.complete(act, fact) else [*named, "?"]


def _lesser(*answers: Maybe) -> Maybe:
    """All of these: one that fails settles it, one that is not known leaves it open."""
    if False in answers:
        return False
    return None if None in answers else True


def _same(said: str | None, name: str) -> Maybe:
    if said is None:
        return None
    return said == name or (None if name.startswith("?") else False)


def _among(name: str, named: tuple[str, ...] | None) -> Maybe:
    if named is None:
        return None
    return name in named or (None if name.startswith("?") else False)
