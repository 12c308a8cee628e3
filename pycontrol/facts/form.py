"""What a scenario may state: a table of facts, and an empty form to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from pycontrol.facts.amounts import written
from pycontrol.facts.offers import groups
from pycontrol.law.model import FactType, Settled, Sort
from pycontrol.phrases import Tongue, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.law.model import Fact, Vague, Vocabulary
    from pycontrol.phrases import Text

ENGLISH = Tongue("en")

ITEMS = "item"
"""What stands for the kind of act in a form of items alone."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact that may be stated, in words.

    `thing` is `act`, `party` or `item`. `values` are the choices, or the units in which it may be written. `low` and
    `high` are amounts with their unit, empty where there is no limit. `kinds` are the kinds of act that have it, none
    for all. `where`: the choice on which it hangs whether a thing has it, empty for all things. `vague`: which
    choices leave sharper ones open. `follows`: what follows from what, of it and other facts. `settled`: `asked`,
    `judged` or `not-encoded`.
    """

    thing: str
    name: str
    type: str
    values: tuple[str, ...]
    low: str
    high: str
    difference: bool
    many: bool
    open: bool
    dated: bool
    alterable: bool
    settled: str
    kinds: tuple[str, ...]
    where: str
    vague: tuple[Text, ...]
    follows: tuple[Text, ...]
    groups: tuple[str, ...]
    question: Text
    indicators: tuple[Text, ...]


def facts_table(vocabulary: Vocabulary) -> tuple[FactRow, ...]:
    """Return every fact of the vocabulary, in its order."""
    return tuple(_row(fact, vocabulary) for fact in vocabulary.facts.values())


def empty_form(vocabulary: Vocabulary, kind: str = "", tongue: Tongue = ENGLISH) -> str:
    """Return a scenario to fill in: every fact as a comment, with its question and what it takes.

    `kind` is the kind of act asked about; without one, the facts of all kinds are shown; with `ITEMS`, those of items
    alone, which is all that a classification needs.
    """
    return "\n".join(_form(vocabulary, kind, tongue)) + "\n"


def _row(fact: Fact, vocabulary: Vocabulary) -> FactRow:
    low, high = (written(end, fact.unit) if end is not None else "" for end in (fact.low, fact.high))
    return FactRow(
        thing=fact.sort.value,
        name=fact.name,
        type=fact.type.value,
        values=_values(fact, vocabulary),
        low=low,
        high=high,
        difference=fact.difference,
        many=fact.many,
        open=fact.open,
        dated=fact.dated,
        alterable=fact.alterable,
        settled=fact.settled.value,
        kinds=tuple(sorted(fact.acts)),
        where=str(fact.where or ""),
        vague=tuple(_vague(one, fact) for one in fact.vague),
        follows=_follows(fact, vocabulary),
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
            return tuple(name for name, unit in vocabulary.units.items() if unit.is_currency)
        case FactType.PLACE | FactType.TEXT | FactType.ACT | FactType.PARTY | FactType.ITEM:
            return ()
        case _:
            assert_never(fact.type)


_OWN_LINES = {
    Sort.PARTY: (
        ('name "…", "…"', "form name"),
        ("listed LIST by NOTICE since DAY until DAY", "form listed"),
        ("screened LIST on DAY", "form screened"),
    ),
    Sort.ITEM: (),
    Sort.ACT: (("on DAY", "form on"),),
}
"""What is written of a thing beside its facts, and the phrase that says what for."""

_LAST_LINES = (
    ("stake OWNER in PARTY 51 % equity since DAY until DAY", "form stake"),
    ("licence NAME kind … holder … items … end-users … end-uses … since DAY until DAY", ""),
    ("complete licences, events", "form complete"),
    ("assume not FACT, GROUP", "form assume"),
)


def _form(vocabulary: Vocabulary, kind: str, tongue: Tongue) -> Iterator[str]:
    items_alone = kind == ITEMS
    yield 'scenario "…"'
    yield "  -- asked DAY" + (f"   -- {tongue.say('form asked')}" if items_alone else "")
    for sort in (Sort.ITEM,) if items_alone else (Sort.PARTY, Sort.ITEM, Sort.ACT):
        yield ""
        yield f"  -- {sort} NAME"
        yield from (f"  --   {written}   -- {tongue.say(said)}" for written, said in _OWN_LINES[sort])
        for fact in vocabulary.facts.values():
            if fact.sort is sort and (not kind or not fact.acts or kind in fact.acts):
                yield from _field(fact, vocabulary, kind, tongue)
    if items_alone:
        return
    yield ""
    yield from (f"  -- {written}" + (f"   -- {tongue.say(said)}" if said else "") for written, said in _LAST_LINES)
    for group, facts in groups(vocabulary, kind).items():
        yield f"  --   {group}: {', '.join(facts)}"


def _field(fact: Fact, vocabulary: Vocabulary, kind: str, tongue: Tongue) -> Iterator[str]:
    yield f"  --   {fact.name} {_blank(fact, vocabulary, kind)}   -- {tongue.law(fact.question)}"
    if notes := (*_notes(fact, kind), *_follows(fact, vocabulary)):
        yield f"  --     ({tongue.law(joined(notes, 'then'))})"


def _notes(fact: Fact, kind: str) -> Iterator[Text]:
    if fact.settled is not Settled.ASKED:
        yield say(f"form {fact.settled}")
    if fact.difference:
        yield say("form difference")
    if fact.open:
        yield say("form open", fact=fact.name)
    if fact.acts and not kind:
        yield say("form only for", kinds=joined(sorted(fact.acts)))
    if fact.where:
        yield say("form only where", choice=fact.where)
    yield from (_vague(one, fact) for one in fact.vague)


def _vague(vague: Vague, fact: Fact) -> Text:
    given = say("form vague given", choice=vague.given) if vague.given else ""
    values, sharper = joined(vague.values, "or"), joined(vague.sharper, "or")
    return say("form vague", values=values, sharper=sharper, given=given, fact=fact.name)


def _follows(fact: Fact, vocabulary: Vocabulary) -> tuple[Text, ...]:
    """Say what follows from this fact, and where it follows from others."""
    ties = [one for one in vocabulary.constraints if one.sort is fact.sort]
    own = (one for one in ties if fact.name in (one.given.fact, one.then.fact))
    return tuple(say("form follows", given=one.given, then=one.then) for one in own)


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
