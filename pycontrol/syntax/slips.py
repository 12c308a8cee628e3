"""A misspelt keyword: the near one that could stand in its place, and with which reading goes on.

Likeness alone proves nothing, as `parts` is like `party`. So each near keyword is tried: the block is read again with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lark import UnexpectedInput

from pycontrol.diagnostics import slips
from pycontrol.syntax.grammar import parser, spellings, stop

if TYPE_CHECKING:
    from collections.abc import Iterator

SILENT = re.compile(r'"(?:\\.|[^"\\\n])*"|--[^\n]*')
"""What says nothing about the words around it: strings and comments."""
_WORD = re.compile(r"(?<![\w$./*-])[A-Za-z][A-Za-z0-9-]*(?![\w./*-])")
_BEFORE, _AFTER = 12, 2000
"""How many words before the stop may have been taken for something else; how much is read again behind it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A word where it stands, and the keyword that is meant."""

    start: int
    end: int
    keyword: str


def slipped(name: str, text: str, first: int, at: int) -> Slip | None:
    """Return the misspelt keyword for which reading stopped at `at`, in the block that begins at `first`.

    That is the word at the stop, one before it that was taken for a name, or one after it, as a few keywords look ahead.
    """
    block = text[first : at + _AFTER]
    here = at - first
    if _stop(name, block) != here:  # what stopped it stands further up
        return None
    for start, end in _words(block, here):
        for keyword in _near(name, block[start:end]):
            longer = start + len(keyword)
            reached = _stop(name, block[:start] + keyword + block[end:])
            if reached > max(longer, here + longer - end if start < here else 0):
                return Slip(first + start, first + end, keyword)
    return None


def _words(block: str, here: int) -> Iterator[tuple[int, int]]:
    """Yield the words around a place: the one there, the next two, those before it from the last on."""
    plain = SILENT.sub(lambda words: " " * len(words.group()), block)
    around = [word.span() for word in _WORD.finditer(plain)]
    yield from (span for span in around if span[0] == here)
    yield from [span for span in around if span[0] > here][:2]
    yield from [span for span in around if span[0] < here][: -_BEFORE - 1 : -1]


def _near(name: str, word: str) -> tuple[str, ...]:
    known, plain = spellings(name), word.lower()
    if plain in known:
        return () if word == plain else (plain,)
    return slips(plain, known)


def _stop(name: str, block: str) -> int:
    """Return where reading of a block stops; beyond its end, if it does not."""
    try:
        parser(name).parse(block)
    except UnexpectedInput as error:
        return stop(error, block)
    return len(block) + 1
