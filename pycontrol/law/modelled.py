"""What of each instrument is modelled: a row for every article, and one for every list of items, notice and register."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pycontrol.law.articles import articles_between
from pycontrol.law.looks import atoms, readings_used
from pycontrol.law.model import AnyOf, IsTerm, Settled, Share, Stake, Test
from pycontrol.law.near import is_near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.law.model import Alternative, Code, Condition, Law, Measure, Noted, Notice, Term, Text


class How(StrEnum):
    """How far an article, or an entry of a list, is modelled."""

    ENCODED = "encoded"
    READING = "encoded with a reading"
    OPEN = "open leaf, content not held"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class ModelledArticle:
    """One article: its provisions, the readings on which they hang, and the notes on what is not encoded of it.

    `open`: facts on which they hang that only a person can settle, who reads law that is not held here.
    """

    instrument: str
    article: str
    provisions: tuple[str, ...]
    readings: tuple[str, ...]
    notes: tuple[Noted, ...]
    open: tuple[str, ...] = ()

    @property
    def how(self) -> How:
        """How far this article is modelled."""
        if not self.provisions:
            return How.NOTED
        return How.READING if self.readings else How.ENCODED


@dataclass(frozen=True, slots=True)
class ModelledEntry:
    """One entry of an item list: what it is called, and the readings and open facts (as of an article) on which it hangs.

    `held`: some way to meet it needs none of these facts.
    """

    label: str
    title: Text
    confidence: str
    code: Code | None
    readings: tuple[str, ...]
    open: tuple[str, ...]
    held: bool = True

    @property
    def how(self) -> How:
        """How far this entry is modelled."""
        if not self.held:
            return How.OPEN
        return How.READING if self.readings else How.ENCODED


@dataclass(frozen=True, slots=True)
class ModelledAnnex:
    """One item list of an instrument, or one part of it."""

    instrument: str
    name: str
    title: Text
    entries: tuple[ModelledEntry, ...]


@dataclass(frozen=True, slots=True)
class ModelledNotice:
    """What one notice put on a list of parties: how many names, and which of them are held."""

    instrument: str
    list: str
    notice: Notice
    names: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ModelledRegister:
    """One register of measures, which decide nothing."""

    title: Text
    measures: tuple[Measure, ...]


ModelledList = ModelledAnnex | ModelledNotice | ModelledRegister


def modelled(law: Law) -> tuple[ModelledArticle, ...]:
    """Return every article of every instrument, in order, with what was made of it."""
    return tuple(
        _row(law, instrument.name, article)
        for instrument in law.instruments.values()
        for article in instrument.articles
    )


def modelled_lists(law: Law) -> tuple[ModelledList, ...]:
    """Return every item list with its entries, every notice with its names, and the registers with their measures."""
    return (*_annexes(law), *_notices(law), *_registers(law))


def _row(law: Law, instrument: str, article: str) -> ModelledArticle:
    """Return what was made of one article."""
    provisions = [
        provision
        for provision in law.provisions.values()
        if provision.instrument == instrument and provision.article == article
    ]
    notes = [
        note
        for note in law.noted
        if note.instrument == instrument and article in articles_between(note.first, note.last)
    ]
    asked = [condition for one in provisions for condition in (*one.perimeter, *one.conditions)]
    return ModelledArticle(
        instrument,
        article,
        provisions=tuple(provision.path for provision in provisions),
        readings=tuple(sorted({reading for provision in provisions for reading in provision.readings})),
        notes=tuple(notes),
        open=tuple(dict.fromkeys(_not_encoded(asked, law))),
    )


# --- lists --------------------------------------------------------------------------------------------------


def _annexes(law: Law) -> Iterator[ModelledAnnex]:
    for term in law.terms.values():
        if term.entries and not is_near(term.name):
            entries = tuple(_entry(law, way) for way in _ways(term) if not _is_part(term, way))
            if entries:
                name = term.name.removeprefix(f"{term.instrument}.")
                yield ModelledAnnex(term.instrument, name, term.title, entries)


def _ways(term: Term) -> Iterator[Alternative]:
    for condition in term.conditions:
        if isinstance(condition, AnyOf):
            yield from condition.alternatives


def _is_part(term: Term, way: Alternative) -> bool:
    """Whether an alternative of an annex is one of its parts, whose entries have a row of their own."""
    return any(isinstance(one, IsTerm) and one.term == f"{term.name}.{way.label}" for one in way.conditions)


def _entry(law: Law, way: Alternative) -> ModelledEntry:
    readings = readings_used(way.conditions, law.terms, law.lists, law.vocabulary.territories)
    asked = dict.fromkeys(_not_encoded(way.conditions, law))
    return ModelledEntry(
        way.label,
        way.title,
        way.confidence,
        way.code,
        readings=tuple(sorted(readings)),
        open=tuple(asked),
        held=all(_held(condition, law) for condition in way.conditions),
    )


def _held(condition: Condition, law: Law) -> bool:
    """Whether a condition can be met without a fact that law which is not encoded here would settle."""
    match condition:
        case AnyOf(alternatives=ways):
            return any(all(_held(one, law) for one in way.conditions) for way in ways)
        case IsTerm(term=name):
            return all(_held(one, law) for one in law.terms[name].conditions)
        case _:
            return not any(_not_encoded((condition,), law))


def _not_encoded(conditions: Iterable[Condition], law: Law) -> Iterator[str]:
    """Yield the facts, also those of the terms that are used, that law which is not encoded here would settle."""
    waiting, passed = list(conditions), set[str]()
    while waiting:
        for condition in atoms([waiting.pop(0)]):
            match condition:
                case Test(reach=reach, fact=name):
                    fact = law.vocabulary.facts.get((reach.sort, name))
                    if fact and fact.settled is Settled.NOT_ENCODED:
                        yield f"{fact.sort}.{fact.name}"
                case IsTerm(term=name) | Share(term=name) | Stake(term=name) if name not in passed:
                    passed.add(name)
                    waiting += law.terms[name].conditions
                case _:
                    pass


def _notices(law: Law) -> Iterator[ModelledNotice]:
    for party_list in law.lists.values():
        for notice in party_list.notices:
            names = tuple(one.name for one in party_list.listings if one.notice == notice.name)
            yield ModelledNotice(notice.name, party_list.name, notice, names)


def _registers(law: Law) -> Iterator[ModelledRegister]:
    for title in dict.fromkeys(one.register for one in law.measures.values()):
        yield ModelledRegister(title, tuple(one for one in law.measures.values() if one.register == title))
