"""The language of an answer: our own phrases in both, the words of the law in Chinese where the law has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pycontrol.diagnostics import visible
from pycontrol.phrases.say import say, thing
from pycontrol.phrases.table import PHRASES
from pycontrol.phrases.words import Text


@dataclass(frozen=True, slots=True)
class Tongue:
    """Says things in one language."""

    lang: Literal["en", "zh"] = "en"

    def law(self, words: Text) -> str:
        """Return words of the law, or what was said in both languages; English ones are marked in a Chinese answer."""
        return visible(words.en if self.lang == "en" else words.chinese)

    def thing(self, name: str) -> str:
        """Return the name of a thing; of one that nobody named, what it is to the thing that leads to it."""
        return self.law(thing(name))

    def say(self, phrase: str, **blanks: object) -> str:
        """Return one of our own phrases, its blanks filled in; words that have no phrase are those of a law."""
        if phrase not in PHRASES:
            return self.law(Text(phrase.removeprefix("head ").removeprefix("review ").replace("-", " ")))
        return self.law(say(phrase, **blanks))
