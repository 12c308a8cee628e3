"""What to write instead of a fact or a choice that nobody declared: what is near in name, or takes what was said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from pycontrol.diagnostics import FEW, nearest, quoted, slips
from pycontrol.facts.amounts import AMOUNT
from pycontrol.facts.meant import Meanings, residual
from pycontrol.facts.search import Words
from pycontrol.law.kinds import kinds_covered
from pycontrol.law.model import FactType, Sort, is_place_code

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pycontrol.facts.said import FactSaid, Said
    from pycontrol.law.model import Fact, Law

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Hints:
    """Knows what the law declares, and what the things of a scenario are called."""

    law: Law
    named: Mapping[Sort, Collection[str]]

    def choice(self, fact: Fact, word: str) -> str:
        """Say what to write instead of a word that is no choice of the fact."""
        if (fact.sort, fact.name) == (Sort.ACT, "kind"):
            return self._kind(fact, word)
        meanings = Meanings(self._facts(fact.sort))
        told = [meanings.told(fact, word)]
        if not told[0]:
            close, rest = meanings.near(fact, word), residual(fact)
            told = [f"did you mean {quoted(close, 'or')}?" if close else meanings.elsewhere(fact, word)]
            if rest and len(fact.values) > FEW:
                told.append(f"`{rest}` where no choice says what it is;")
            elif not close and len(fact.values) <= FEW:
                told.append(f"known: {quoted(sorted(fact.values), 'and')}")
        if len(fact.values) > FEW:
            told.append(f"`pycontrol facts {fact.sort}.{fact.name}` shows all {len(fact.values)}")
        return " ".join(filter(None, told)).rstrip(";")

    def _kind(self, fact: Fact, word: str) -> str:
        """Say which kinds of act there are; and of a word of the law that the law itself finds what it means."""
        terms = [one for name, one in self.law.terms.items() if one.sort is Sort.ACT and name.endswith(f".{word}")]
        every = frozenset(fact.values)
        covered = [kinds_covered(one.conditions, self.law.terms, every) for one in terms]
        kinds = [kind for kind in fact.values if kind in frozenset[str]().union(*covered)]
        if terms:
            found = f"the law finds whether an act is what it calls `{word}` from other facts"
            return f"{found}: write {quoted(kinds, 'or')}; `pycontrol facts act.kind` shows all {len(fact.values)}"
        close = nearest(word, fact.values)
        near = f"did you mean {quoted(close, 'or')}? " if close else ""
        return f"{near}kinds of act: {quoted(fact.values, 'and')}"

    def fact(self, sort: Sort, said: FactSaid, own: Collection[str]) -> str:
        """Say what to write instead of a fact that nobody declared of such a thing; `own` are words that are no facts."""
        meant = self.meant(sort, said, own)
        if meant:
            return f"did you mean `{meant}`?"
        if sort is Sort.ACT and said.values and _DAY.match(said.values[0].word):
            return f"the day of an act is written `on {said.values[0].word}`"
        facts = self._facts(sort)
        if not facts:
            return "the vocabulary of this law has no facts of such a thing"
        close = nearest(said.name, (*(one.name for one in facts), *own))
        fitting = [one.name for one in facts if said.values and self._takes(one, said.values[0])]
        fit = [name for name in close if name in fitting or name in own]
        if fit or (close and not 0 < len(fitting) <= FEW):
            return f"did you mean {quoted(fit or close, 'or')}?"
        found = Words([said.name])
        asked = any(found.said(one.question, *one.indicators) or found.within(*one.values) for one in facts)
        where = f"`pycontrol facts {said.name}` shows where the word stands" if asked else "`pycontrol facts` lists all"
        if 0 < len(fitting) <= FEW:
            return f"facts that take such a value: {quoted(fitting, 'and')}; {where}"
        return (
            f"there are {len(facts)}; {where}"
            if len(facts) > FEW
            else f"known: {quoted((f.name for f in facts), 'and')}"
        )

    def meant(self, sort: Sort, said: FactSaid, own: Collection[str]) -> str:
        """Return the word of which an unknown fact is a slip of the pen, with such a value; empty where it is none."""
        facts = {one.name: one for one in self._facts(sort)}
        fits = (word for word in slips(said.name, (*facts, *own)) if word in own or self._may(facts[word], said))
        return next(fits, "")

    def _may(self, fact: Fact, said: FactSaid) -> bool:
        """Whether nothing that was said speaks against the fact: names and choices may be misspelt, too."""
        shaped = (FactType.CHOICE, FactType.TEXT, FactType.ACT, FactType.PARTY, FactType.ITEM)
        return fact.type in shaped or not said.values or self._takes(fact, said.values[0])

    def _facts(self, sort: Sort) -> list[Fact]:
        return [fact for (of, _), fact in self.law.vocabulary.facts.items() if of is sort]

    def _takes(self, fact: Fact, said: Said) -> bool:
        """Whether what was said could be a value of the fact."""
        amount = AMOUNT.fullmatch(said.word)
        unit = self.law.vocabulary.units.get(amount[2]) if amount else None
        match fact.type:
            case FactType.QUANTITY:
                return unit is not None and unit.canonical == fact.unit
            case FactType.MONEY:
                return unit is not None and unit.is_currency
            case FactType.YES_NO:
                return said.word in ("yes", "no")
            case FactType.CHOICE:
                return said.word in fact.values
            case FactType.PLACE:
                return is_place_code(said.word)
            case FactType.TEXT:
                return said.quoted
            case FactType.ACT | FactType.PARTY | FactType.ITEM:
                return said.word.rpartition(" ")[2] in self.named[Sort(fact.type.value)]
            case _:
                assert_never(fact.type)
