"""What a scenario may state: a table of facts, and an empty form to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from pycontrol.facts.offers import groups
from pycontrol.facts.values import is_currency, written
from pycontrol.law.model import FactType, Settled, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.law.model import Fact, Text, Vocabulary

ITEMS = "item"
"""What stands for the kind of act in a form of items alone."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact that may be stated, in words.

    `thing` is `act`, `party` or `item`. `values` are the choices, or the units in which it may be written. `low` and
    `high` are amounts with their unit, empty where there is no limit. `kinds` are the kinds of act that have it, none
    for all. `where`: the choice on which it hangs whether a thing has it, empty for all things. `settled`: `asked`, `judged` or `not-encoded`.
    """

    thing: str
    name: str
    type: str
    values: tuple[str, ...]
    low: str
    high: str
    many: bool
    open: bool
    dated: bool
    alterable: bool
    settled: str
    kinds: tuple[str, ...]
    where: str
    groups: tuple[str, ...]
    question: Text
    indicators: tuple[Text, ...]


def facts_table(vocabulary: Vocabulary) -> tuple[FactRow, ...]:
    """Return every fact of the vocabulary, in its order."""
    return tuple(_row(fact, vocabulary) for fact in vocabulary.facts.values())


def empty_form(vocabulary: Vocabulary, kind: str = "", *, zh: bool = False) -> str:
    """Return a scenario to fill in: every fact as a comment, with its question and what it takes.

    `kind` is the kind of act asked about; without one, the facts of all kinds are shown; with `ITEMS`, those of items
    alone, which is all that a classification needs. `zh`: questions in Chinese, where the vocabulary has them.
    """
    return "\n".join(_form(vocabulary, kind, zh=zh)) + "\n"


def _row(fact: Fact, vocabulary: Vocabulary) -> FactRow:
    low, high = (written(end, fact.unit) if end is not None else "" for end in (fact.low, fact.high))
    return FactRow(
        thing=fact.sort.value,
        name=fact.name,
        type=fact.type.value,
        values=_values(fact, vocabulary),
        low=low,
        high=high,
        many=fact.many,
        open=fact.open,
        dated=fact.dated,
        alterable=fact.alterable,
        settled=fact.settled.value,
        kinds=tuple(sorted(fact.acts)),
        where=str(fact.where or ""),
        groups=fact.groups,
        question=fact.question,
        indicators=fact.indicators,
    )


def _values(fact: Fact, vocabulary: Vocabulary) -> tuple[str, ...]:
    match fact.type:
        case FactType.CHOICE:
            return fact.values
        case FactType.YES_NO:
            return ("yes", "no")
        case FactType.QUANTITY:
            return tuple(name for name, unit in vocabulary.units.items() if unit.canonical == fact.unit)
        case FactType.MONEY:
            return tuple(name for name, unit in vocabulary.units.items() if is_currency(unit))
        case FactType.PLACE | FactType.TEXT | FactType.ACT | FactType.PARTY | FactType.ITEM:
            return ()
        case _:
            assert_never(fact.type)


_OWN_LINES = {
    Sort.PARTY: (
        'name "…", "…"   -- its names, as lists would print them',
        "listed LIST by NOTICE since DAY until DAY   -- known to be on a list; by which notice, if known",
        "screened LIST on DAY   -- looked up on that day, without a hit",
    ),
    Sort.ITEM: (),
    Sort.ACT: ("on DAY   -- or: at DAY TIME, such as 2025-11-10 13:01",),
}

_LAST_LINES = (
    "stake OWNER in PARTY 51 % equity since DAY until DAY   -- or: votes, seats",
    "licence NAME kind … holder … items … end-users … end-uses … since DAY until DAY",
    "complete licences, events   -- those stated are all there are",
    "assume not FACT, GROUP   -- taken as no, or none, where not stated; the groups, each with the facts that it closes:",
)


def _form(vocabulary: Vocabulary, kind: str, *, zh: bool) -> Iterator[str]:
    items_alone = kind == ITEMS
    yield 'scenario "…"'
    yield "  -- asked DAY" + ("   -- needed, as no act has a day" if items_alone else "")
    for sort in (Sort.ITEM,) if items_alone else (Sort.PARTY, Sort.ITEM, Sort.ACT):
        yield ""
        yield f"  -- {sort} NAME"
        yield from (f"  --   {line}" for line in _OWN_LINES[sort])
        for fact in vocabulary.facts.values():
            if fact.sort is sort and (not kind or not fact.acts or kind in fact.acts):
                yield from _field(fact, vocabulary, kind, zh=zh)
    if items_alone:
        return
    yield ""
    yield from (f"  -- {line}" for line in _LAST_LINES)
    for group, facts in groups(vocabulary, kind).items():
        yield f"  --   {group}: {', '.join(facts)}"


def _field(fact: Fact, vocabulary: Vocabulary, kind: str, *, zh: bool) -> Iterator[str]:
    words = (fact.question.zh if zh else "") or fact.question.en
    yield f"  --   {fact.name} {_blank(fact, vocabulary, kind)}   -- {words}"
    of_kinds = f"only for {', '.join(sorted(fact.acts))}" if fact.acts and not kind else ""
    where = f"only where {fact.where}" if fact.where else ""
    settled = {Settled.ASKED: "", Settled.JUDGED: "a judgement", Settled.NOT_ENCODED: "under law not encoded here"}
    complete = f"`complete {fact.name}` says that those are all" if fact.open else ""
    notes = [note for note in (settled[fact.settled], complete, of_kinds, where) if note]
    if notes:
        yield f"  --     ({'; '.join(notes)})"


def _blank(fact: Fact, vocabulary: Vocabulary, kind: str) -> str:
    """What to write: `yes | no`, `NUMBER nm`, `PARTY, …`."""
    if fact.sort is Sort.ACT and fact.name == "kind" and kind:
        return kind
    values = _values(fact, vocabulary)
    match fact.type:
        case FactType.CHOICE | FactType.YES_NO:
            blank = " | ".join(values)
        case FactType.QUANTITY | FactType.MONEY:
            blank = f"NUMBER {' | '.join(values)}"
        case FactType.TEXT:
            blank = '"…"'
        case FactType.PLACE | FactType.ACT | FactType.PARTY | FactType.ITEM:
            blank = fact.type.value.upper()
        case _:
            assert_never(fact.type)
    blank = f"NUMBER x {blank}" if (fact.sort, fact.name) == (Sort.ITEM, "parts") else blank
    return blank + (" since DAY until DAY" if fact.dated else "") + (", …" if fact.many else "")
