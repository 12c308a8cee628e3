"""What a scenario may state, looked up by a word: in names, choices, units, questions and signs, and what a type is called."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import FEW, nearest
from pycontrol.law.model import FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pycontrol.facts.form import FactRow
    from pycontrol.facts.offers import Offer
    from pycontrol.law.model import Text


_CALLED = {
    FactType.PLACE: ("place", "country", "countries", "region", "国家", "地区"),
    FactType.MONEY: ("money", "currency", "货币"),
}
"""What people call the values of a type, of which no fact needs to have the word."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fact that a word was found in. `others`: how many of its choices are left out of the row."""

    row: FactRow
    others: int = 0


class Words:
    """Words to look for. One is found where a word of a text, or a part of a name with hyphens, begins with it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(word.casefold() for word in words)
        begun = "|".join(re.escape(word) for word in self._words)
        self._begun = re.compile(rf"(?<![a-z0-9])(?:{begun})")

    def within(self, *texts: str) -> bool:
        """Whether one of the words is found in one of the texts."""
        return any(self._begun.search(text.casefold()) for text in texts)

    def said(self, *texts: Text) -> bool:
        """Whether one of the words is found in one of the texts, in either language."""
        return self.within(*(words for text in texts for words in (text.en, text.zh)))

    def are(self, *names: str) -> bool:
        """Whether one of the words is one of the names as a whole."""
        return any(name.casefold() in self._words for name in names)

    def fact(self, row: FactRow) -> Found | None:
        """Return the fact if a word is found in it; of many choices only those in which one is, with their signs."""
        full = f"{row.thing}.{row.name}"
        named = self.within(full) or self.are(row.name)
        if row.type == FactType.CHOICE:
            chosen = tuple(value for value in row.values if self.within(value))
            if chosen and not self.are(row.name, full) and len(row.values) > FEW:
                signs = tuple(sign for sign in row.indicators if self.said(sign))
                return Found(replace(row, values=chosen, indicators=signs), len(row.values) - len(chosen))
            named = named or bool(chosen)
            if not named and len(row.values) > FEW and self.said(row.question, *row.indicators):
                signs = tuple(sign for sign in row.indicators if self.said(sign))
                return Found(replace(row, values=(), indicators=signs), len(row.values))
        elif row.type != FactType.YES_NO:
            named = named or self.are(*row.values) or self.are(*_CALLED.get(FactType(row.type), ""))
        return Found(row) if named or self.within(*row.groups) or self.said(row.question, *row.indicators) else None

    def offer(self, offer: Offer) -> bool:
        """Whether a word is found in what may be written, what it is called, or what it reaches."""
        return self.within(offer.words, *(name for name, _ in offer.about)) or self.said(
            offer.title, offer.held, *(words for _, words in offer.about)
        )

    def near(self, rows: Sequence[FactRow], offers: Sequence[Offer]) -> tuple[str, ...]:
        """Return names and choices near to the words, for where none is found."""
        known = {row.name for row in rows} | {value for row in rows for value in row.values}
        known |= {word for offer in offers for word in offer.words.split()[1:]}
        return tuple(dict.fromkeys(name for word in self._words for name in nearest(word, known)))
