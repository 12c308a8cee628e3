"""What is left of English in a Chinese answer, once everything is taken away that may stand there.

That is, by kind: words that have no Chinese and are marked so, quotes of law files, what a scenario would write (in
backticks), names that the law, the case or a library gives, single letters, and codes, citations, days and figures.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import unescape
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Span
from pycontrol.phrases import MARK, Text
from tests.corpus.cases import policy

if TYPE_CHECKING:
    from collections.abc import Iterable

_OTHER = r"\s\u3000-\u9fff\uff00-\uffef、，；：（）“”…|{}"
"""What parts words: space, Chinese letters, and marks between words."""

_WORD = re.compile(rf"[^{_OTHER}]*[A-Za-z][^{_OTHER}]*")
_PROPER = re.compile(r"[A-Za-z-]*[A-Z][A-Za-z-]*")
_JOINT = re.compile(r"(?<=[^\s:,；：，（(] )(?:and|by|from|in|is|not|of|or|times|to)(?= \S)")
"""A word between words, which is English though a fact may have that name: `500000 to 5000000 CNY`, not `ship: to KR`."""

_CODE = re.compile(r"[0-9/]")
_WRITTEN = re.compile(r"`[^`]*`")
_AROUND = '.,:;()[]"?+-*<>='
_LIBRARIES = frozenset({"pycontrol", "chinesecalendar"})


def english(text: str, *told: object, written: Iterable[str] = ()) -> set[str]:
    """Return the English words of a Chinese text that nothing allows.

    `told` is what the text tells of: its case, its reasons. `written`: what of a scenario it repeats, such as its title.
    """
    law, case = _law(), _Words.of(told)
    marked = (*case.unmarked, *law.unmarked)
    text = " ".join(_without_end(piece, marked) for piece in unescape(text).replace("\\", "").split(MARK))
    for quote in sorted({*law.quotes & case.quotes, *written}, key=len, reverse=True):
        text = text.replace(quote, " ")
    text = _WRITTEN.sub(" ", text)
    words = (word.strip(_AROUND) for word in _WORD.findall(text))
    names = law.names | case.names | law.proper | _LIBRARIES
    return {*_JOINT.findall(text)} | {
        word
        for word in words
        if len(word) > 1 and not _CODE.search(word) and not {*re.split(r"[.@]\??", word)} <= names
    }


def _without_end(piece: str, marked: tuple[str, ...]) -> str:
    """Take away the words before a mark: the longest that end there."""
    return piece[: len(piece) - max((len(words) for words in marked if piece.endswith(words)), default=0)]


@cache
def _law() -> _Words:
    return _Words.of(policy().law)


@dataclass
class _Words:
    """The words in some things: texts, names (which have no space in them), and quotes of law files."""

    texts: set[Text] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, things: object) -> _Words:
        found = cls()
        found.look(things)
        return found

    @cached_property
    def unmarked(self) -> tuple[str, ...]:
        """The English words that have no Chinese."""
        return tuple(one.en for one in self.texts if one.en and not one.zh)

    @cached_property
    def proper(self) -> frozenset[str]:
        """Proper names and short forms that the Chinese of the law uses itself, such as `EAR`."""
        return frozenset(name for one in self.texts for name in _PROPER.findall(one.zh))

    def _quote(self, words: str) -> None:
        if " " in words:
            self.quotes.add(words)

    def look(self, thing: object) -> None:
        if isinstance(thing, Text):
            self.texts.add(thing)
            if thing.en == thing.zh:
                self._quote(thing.en)
        elif isinstance(thing, str):
            if " " in thing:
                self.texts.add(Text(thing))
            else:
                self.names |= {*re.split(r"[.@]\??", thing)}
        elif isinstance(thing, Span):
            self._quote(" ".join(thing.text.split()))
        elif id(thing) not in self.seen:
            self.seen.add(id(thing))
            for one in _inside(thing):
                self.look(one)


def _inside(thing: object) -> tuple[object, ...]:
    if dataclasses.is_dataclass(thing):
        return tuple(getattr(thing, one.name) for one in dataclasses.fields(thing) if one.compare)
    if isinstance(thing, dict):
        return (*thing, *thing.values())
    return tuple(thing) if isinstance(thing, tuple | list | set | frozenset) else ()
