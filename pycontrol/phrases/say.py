"""Our own phrases with their blanks filled in, in both languages at once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pycontrol.phrases.table import PHRASES
from pycontrol.phrases.words import Text, verbatim

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


@lru_cache(maxsize=4096)  # a tree of reasons says the same of many things
def say(phrase: str, **blanks: Hashable) -> Text:
    """Return one of our own phrases; a blank is filled with words of its own in each language, or with the same in both."""
    en, zh = PHRASES[phrase]
    words = {name: blank if isinstance(blank, Text) else verbatim(blank) for name, blank in blanks.items()}
    return Text(
        en.format(**{name: one.en for name, one in words.items()}),
        zh.format(**{name: one.chinese for name, one in words.items()}),
    )


def thing(name: str) -> Text:
    """Return the name of a thing; of one that nobody named, what it is to the thing that leads to it."""
    if not name.startswith("?"):
        return verbatim(name)
    role, _, of = name[1:].partition("@")
    return say("unnamed", role=role, of=thing(of))


def joined(words: Iterable[object], by: str = "and so on") -> Text:
    """Return words in a row, between them what the phrase `by` says."""
    texts = [one if isinstance(one, Text) else verbatim(one) for one in words]
    between = say(by)
    return Text(between.en.join(one.en for one in texts), between.zh.join(one.chinese for one in texts))
