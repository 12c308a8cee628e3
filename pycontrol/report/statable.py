"""What a scenario may state, in words: facts first, then what it may write beside them."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

from pycontrol.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.facts import Found
    from pycontrol.facts.offers import Offer
    from pycontrol.phrases import Tongue


def statable(found: Iterable[Found], offers: Iterable[Offer], tongue: Tongue) -> str:
    """Return facts, and what may be written beside them under the heads of its sections, as text."""
    lines = [line for one in found for line in _fact(one, tongue)]
    for section, some in groupby(offers, key=lambda offer: offer.section):
        lines += ["", tongue.say(f"may {section}"), *(line for one in some for line in _offer(one, tongue))]
    return "\n".join(lines).lstrip("\n") + "\n"


def statable_data(found: Iterable[Found], offers: Iterable[Offer]) -> dict[str, object]:
    """Return the same as plain values for JSON; words in English and, where there are any, in Chinese."""
    facts = [{**asdict(one.row), "left-out": one.others} for one in found]
    return {"facts": facts, "beside": [asdict(one) for one in offers]}


def _fact(found: Found, tongue: Tongue) -> Iterator[str]:
    row, say = found.row, tongue.say
    kind = say(f"type {row.type}")
    kind = say("many", of=kind) if row.many else kind
    others = (f"… {say('other choices', count=found.others)}",) if found.others else ()
    values = f" ({' | '.join((*row.values, *others))})" if (row.values or others) and row.type != "yes-no" else ""
    any_ = say("no limit")
    bounds = say("bounds", low=row.low or any_, high=row.high or any_) if row.low or row.high else ""
    known = {"difference": row.difference, "open": row.open, "dated": row.dated, "alterable": row.alterable}
    marks = [mark for mark, holds in known.items() if holds]
    marks += [row.settled] if row.settled != "asked" else []
    told = f"; {', '.join(say(f'fact {mark}') for mark in marks)}" if marks else ""
    yield f"{row.thing}.{row.name}: {kind}{values}{bounds}{told}"
    if row.question.en:
        yield f"    {tongue.law(row.question)}"
    if row.kinds:
        yield f"    {say('for kinds', kinds=', '.join(row.kinds))}"
    if row.where:
        yield f"    {say('where', choice=row.where)}"
    yield from (f"    {tongue.law(note)}" for note in (*row.vague, *row.follows))
    yield from (f"    {say('indicator', words=tongue.law(sign))}" for sign in row.indicators)


def _offer(offer: Offer, tongue: Tongue) -> Iterator[str]:
    title = tongue.law(offer.title)
    yield f"  {visible(offer.words)}" + (f": {title}" if title else "")
    if offer.held.en:
        yield f"      {tongue.say('held so far', words=offer.held)}"
    for name, words in offer.about:
        said = tongue.say("by default", value=name) if name == offer.default else visible(name)
        told = tongue.law(words)
        yield f"      {said}" + (f": {told}" if told else "")
