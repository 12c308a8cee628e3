"""Is there a licence? True, False, or None where the scenario does not say."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pycontrol.asp.truth import every, some

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from pycontrol.asp.things import Subject, Things
    from pycontrol.asp.truth import Truth
    from pycontrol.facts.scenario import Licence

NOTHING = ""
"""What stands for the item, end user or end use of an act that has none."""

Deal = tuple[str, str, str]
"""One item, one end user, one end use. A name with a question mark before it was not stated."""


def cover(things: Things, kind: str, subject: Subject) -> Truth:
    """Return whether papers of `kind` are held that cover the act; `kind` empty: none can.

    An act goes with each of its items to each of its end users for each of its end uses. Each of these deals must be covered by
    one paper; not all need be covered by the same.
    """
    if not kind:
        return False
    papers = [(licence, _in_force(things, licence, kind, subject)) for licence in things.scenario.licences]
    covered = every(
        some(every((held, *_names(licence, deal))) for licence, held in papers) for deal in _deals(things, subject)
    )
    return covered if covered is not False or "licences" in things.scenario.complete else None


def compared(things: Things, kind: str, subject: Subject) -> tuple[str, ...]:
    """Return what nobody stated of the act, and what a paper of `kind` that may be in force is for."""
    papers = [one for one in things.scenario.licences if _in_force(things, one, kind, subject) is not False]
    named = {
        "items": any(one.items is not None for one in papers) and subject.item is None,
        "end-user": any(one.end_users is not None for one in papers),
        "end-use": any(one.end_uses is not None for one in papers),
    }
    return tuple(fact for fact, looked in named.items() if looked and things.known(subject.act, fact).more)


def _in_force(things: Things, licence: Licence, kind: str, subject: Subject) -> Truth:
    """Return whether it is of that kind, held by whoever is bound, and valid on the act's day."""
    holder: Truth = True
    if subject.bearer:
        holder = None if licence.holder is None else _among((licence.holder,), subject.bearer.name)
    of_kind = None if licence.kind is None else licence.kind == kind
    return every((of_kind, holder, _days(licence, things.acts[subject.act.name].on)))


def _days(licence: Licence, day: dt.date) -> Truth:
    if (licence.since and day < licence.since) or (licence.until and licence.until < day):
        return False
    return None if licence.since is None or licence.until is None else True


def _deals(things: Things, subject: Subject) -> Iterator[Deal]:
    items = (subject.item.name,) if subject.item else _stated(things, subject, "items")
    return product(items, _stated(things, subject, "end-user"), _stated(things, subject, "end-use"))


def _stated(things: Things, subject: Subject, fact: str) -> tuple[str, ...]:
    known = things.known(subject.act, fact)
    return (*map(str, known.values), *([f"?{fact}"] if known.more else [])) or (NOTHING,)


def _names(licence: Licence, deal: Deal) -> Iterator[Truth]:
    """Yield whether the licence names the item, the end user and the end use.

    One that names items is for these; it covers no act without items. Where an act can have no end user or end use, what a licence
    says of them is not compared.
    """
    item, user, use = deal
    yield not licence.items if item == NOTHING else _among(licence.items, item)
    yield user == NOTHING or _among(licence.end_users, user)
    yield use == NOTHING or _among(licence.end_uses, use)


def _among(named: tuple[str, ...] | None, name: str) -> Truth:
    """Return whether a name is among those stated; None where they, or it, were not."""
    if named is None:
        return None
    return True if name in named else (None if name.startswith("?") else False)
