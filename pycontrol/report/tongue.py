"""The language of a report: our own phrases in both, the words of the law in Chinese where the law has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pycontrol.diagnostics import visible
from pycontrol.report.phrases import PHRASES

if TYPE_CHECKING:
    from pycontrol.law.model import Text

MARK = " [en]"
"""Stands after English words in a Chinese report, where the law has no Chinese."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """Says things in one language."""

    lang: Literal["en", "zh"] = "en"

    def law(self, words: Text) -> str:
        """Return the words of the law; English ones are marked in a Chinese report."""
        if self.lang == "en" or not words.en:
            return visible(words.en)
        return visible(words.zh) if words.zh else visible(words.en) + MARK

    def thing(self, name: str) -> str:
        """Return the name of a thing; of one that nobody named, what it is to the thing that leads to it."""
        if not name.startswith("?"):
            return visible(name)
        role, _, of = name[1:].partition("@")
        return self.say("unnamed", role=role, of=self.thing(of))

    def say(self, phrase: str, **blanks: object) -> str:
        """Return one of our own phrases, its blanks filled in; words that have no phrase stand as they are."""
        known = PHRASES.get(phrase)
        if known is None:
            return visible(phrase.removeprefix("head ").removeprefix("review ").replace("-", " "))
        return known[self.lang == "zh"].format(**{name: visible(str(value)) for name, value in blanks.items()})
