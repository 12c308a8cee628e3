"""Words for people in two languages."""

from __future__ import annotations

from dataclasses import dataclass

MARK = " [en]"
"""Stands after English words in a Chinese answer, where the law has no Chinese."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words for people, in English and, where there are any, in Chinese (empty otherwise)."""

    en: str
    zh: str = ""

    @property
    def chinese(self) -> str:
        """The Chinese words; where there are none, the English ones, marked."""
        return self.zh or (self.en and self.en + MARK)


NOTHING = Text("")


def verbatim(words: object) -> Text:
    """Return what reads the same in both languages: a name, a figure, a quote of a law file."""
    return Text(f"{words}", f"{words}")
