"""What a scenario may write beside facts of its things: what is complete, assumed, listed, read in one way, licensed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.facts.scenario import WHOLE
from pycontrol.law.cures import licence_kinds
from pycontrol.phrases import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.law.model import Law, Vocabulary
    from pycontrol.phrases import Text


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that a scenario may write. `section` says what they are for, `about` what they reach, name by name.

    `held`: how much of a list is known. `default`: the value of a reading where none is taken.
    """

    section: str
    words: str
    title: Text
    about: tuple[tuple[str, Text], ...] = ()
    held: Text = NOTHING
    default: str = ""


def groups(vocabulary: Vocabulary, kind: str = "") -> dict[str, tuple[str, ...]]:
    """Return the groups that `assume not` closes, each with its facts; those of one kind of act, if it is given."""
    found: dict[str, list[str]] = {}
    for fact in vocabulary.facts.values():
        if not kind or not fact.acts or kind in fact.acts:
            for group in (one for one in fact.groups if fact.denied_by({one})):
                found.setdefault(group, []).append(f"{fact.sort}.{fact.name}")
    return {group: tuple(facts) for group, facts in found.items()}


def offers(law: Law) -> tuple[Offer, ...]:
    """Return everything that a scenario may write beside facts."""
    return tuple(_offers(law))


def _offers(law: Law) -> Iterator[Offer]:
    for fact in law.vocabulary.facts.values():
        if fact.open:
            reach = ((f"{fact.sort}.{fact.name}", fact.question),)
            yield Offer("complete", f"complete {fact.name}", say(f"all inside {fact.sort}"), reach)
    yield Offer("complete", f"complete {', '.join(WHOLE)}", say("all of the case"))
    questions = {f"{fact.sort}.{fact.name}": fact.question for fact in law.vocabulary.facts.values()}
    for group, facts in groups(law.vocabulary).items():
        yield Offer("assume", f"assume not {group}", NOTHING, tuple((fact, questions[fact]) for fact in facts))
    for one in law.lists.values():
        held = say("complete" if one.complete else "list partial")
        notices = tuple((notice.name, notice.note) for notice in one.notices)
        yield Offer("list", f"listed {one.name}", one.title, notices, held=held)
    for reading in law.readings.values():
        yield Offer("take", f"take {reading.name}", reading.title, reading.values, default=reading.default)
    kinds = licence_kinds(law)
    if kinds:
        yield Offer("licence", f"kind {' | '.join(sorted(kinds))}", NOTHING)
    for regime in law.regimes.values():
        yield Offer("regimes", f"regimes {regime.name}", regime.title)
