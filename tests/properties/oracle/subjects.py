"""Subjects: one act, one of its items, one bearer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.law.model import Law, Provision, Sort

from .case import Case, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.facts.scenario import Act

ITEMS = "items"


@dataclass(frozen=True)
class Subject:
    """What a provision is weighed for. None: the provision looks at no item, or binds nobody in particular."""

    act: str
    item: str | None
    bearer: str | None

    def compatible(self, other: Subject) -> bool:
        """The same act, and the same item unless one of them looks at none."""
        return self.act == other.act and (self.item is None or other.item is None or self.item == other.item)


def is_weighed(law: Law, provision: Provision, act: Act) -> bool:
    """Does its perimeter cover that kind of act, and was it issued by the act's day?"""
    return act.kind in provision.kinds and (provision.added or law.instruments[provision.instrument].issued) <= act.on


def subjects_of(case: Case, provision: Provision, act: Act) -> Iterator[Subject]:
    """Every subject that the provision has in some world."""
    if not is_weighed(case.law, provision, act):
        return
    thing = Thing(Sort.ACT, act.name)
    items = case.may_have(thing, ITEMS) if provision.per_item else (None,)
    bearers = case.may_have(thing, provision.bearer) if provision.bearer else (None,)
    for item in dict.fromkeys(items):
        for bearer in dict.fromkeys(bearers):
            yield Subject(act.name, item, bearer)
