"""What a word that is no choice of a fact stands for: what the vocabulary says of it comes before likeness of letters.

A sign is read as a small dictionary. Where choices stand before a colon, the words after it stand under them; where words
of the trade do, what is after it says how they are stated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from pycontrol.diagnostics import nearest, quoted, slight, stem
from pycontrol.law.model import FactType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pycontrol.law.model import Fact

_MOST, _FEW = 5, 3
_CLAUSE = re.compile(r"[;.](?:\s+|$)")
_LISTED = re.compile(r",\s+|\s+(?:and|or)\s+")
_OTHER = "other"
_UNLIKE = (0, 0, False)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Looks a word up in what is declared of one sort of thing."""

    facts: Sequence[Fact]

    def told(self, fact: Fact, word: str) -> str:
        """Say what a word stands for that is no choice of a fact; empty where the vocabulary does not say it."""
        if slips := [one for one in fact.values if slight(one, word.lower())]:
            return f"did you mean {quoted(slips[:_MOST], 'or')}?"
        near, under = self.near(fact, word), _under(fact, word)
        kinds = [one for one in near if _in(word, one.rpartition("-")[2])]
        if under and not kinds:
            return f"`{word}` stands under {quoted(under, 'or')};"
        if said := next((one for one in _clauses(fact) if not _choices(fact, one[0]) and _in(word, one[0])), None):
            return f"{said[0]}: {said[1]};"
        if kinds:
            return f"did you mean {quoted((*near, *(one for one in under if one not in near)), 'or')}?"
        if joined := sorted(self._joined(fact, word), key=itemgetter(0)):
            return f"write {joined[0][1]};"
        noun = word.rpartition("-")[2]
        return f"`{noun}` stands under {quoted(under, 'or')};" if (under := _under(fact, noun)) else ""

    def near(self, fact: Fact, word: str) -> tuple[str, ...]:
        """Return the choices that share a word, or the stem of one, with a word, or in which it is misspelt."""
        alike = {one: _alike(one, word.lower()) for one in fact.values}
        most = max(alike.values())
        close = [one for one in alike if alike[one] == most > _UNLIKE]
        return tuple(dict.fromkeys((*nearest(word, close, _MOST), *close)))[:_MOST]

    def elsewhere(self, fact: Fact, word: str) -> str:
        """Say which other facts have the word as a choice or, where none does, speak of it."""
        chosen = [one.name for one in self.facts if word.lower() in one.values]
        if chosen:
            return f"`{word}` is a choice of {quoted(chosen, 'and')};"
        others = [one for one in self.facts if one is not fact]
        spoken = [one.name for one in others if any(_in(word, text.en) for text in (one.question, *one.indicators))]
        if len(spoken) > _FEW:
            return f"`pycontrol facts {word}` shows where the word stands;"
        return f"{quoted(spoken, 'and')} speak{'s' if len(spoken) == 1 else ''} of it;" if spoken else ""

    def _joined(self, fact: Fact, word: str) -> Iterator[tuple[bool, str]]:
        """Yield what a word with hyphens says if it joins a choice of this fact with one of another; false: by its own name."""
        pieces = word.split("-")
        for cut in range(len(pieces) - 1, 0, -1):
            parts = "-".join(pieces[:cut]), "-".join(pieces[cut:])
            for own, added in (parts, parts[::-1]):
                here = _one(fact, own)
                for other in self.facts if here else ():
                    there = _one(other, added) if other is not fact and other.type is FactType.CHOICE else ""
                    if there:
                        yield not there.startswith(added), f"`{here}`, and `{other.name} {there}`"


def residual(fact: Fact) -> str:
    """Return the choice for what no other choice names, empty where there is none."""
    others = [one for one in fact.values if one.startswith(f"{_OTHER}-")]
    return _OTHER if _OTHER in fact.values else others[0] if len(others) == 1 else ""


def _clauses(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the clauses of the signs of a fact in which something stands before a colon, in two pieces."""
    for clause in (each for sign in fact.indicators for each in _CLAUSE.split(sign.en)):
        head, colon, tail = clause.partition(": ")
        if colon:
            yield head, tail


def _choices(fact: Fact, head: str) -> tuple[str, ...]:
    """Return the choices that a list is made of, none where it is made of other words too."""
    named = tuple(word.strip("`") for word in _LISTED.split(head))
    return named if set(named) <= set(fact.values) else ()


def _under(fact: Fact, word: str) -> tuple[str, ...]:
    """Return the choices under which a word stands by a sign; none where their own names hold it."""
    found = _signed(fact, word)
    return () if any(_in(word, one.replace("-", " ")) for one in found) else found


def _signed(fact: Fact, word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for head, tail in _clauses(fact) if _in(word, tail) for one in _choices(fact, head)))


def _one(fact: Fact, word: str) -> str:
    """Return the one choice that a word is, or stands under; empty where there is none, or another may be meant."""
    if word in fact.values:
        return "" if word == _OTHER else word
    signed = _signed(fact, word)
    return signed[0] if len(signed) == 1 else ""


def _in(word: str, text: str) -> bool:
    """Whether a word, in the singular or the plural, stands in a text as a whole."""
    one = re.escape(word.casefold().removesuffix("s")).replace(r"\-", "[- ]")
    return bool(re.search(rf"(?<![\w-]){one}s?(?![\w-])", text.casefold()))


def _alike(choice: str, word: str) -> tuple[int, int, bool]:
    """Return how many words a choice has in common with a word, how many but for the ending or a slip; and whether all."""
    own, others = choice.split("-"), [each for each in word.split("-") if len(each) > _FEW]
    loosely = [each for each in own if any(_akin(each, other) for other in others)]
    return len({*own}.intersection(others)), len(loosely), len(loosely) == len(own)


def _akin(one: str, other: str) -> bool:
    return stem(one) == stem(other) or slight(one, other) or one.startswith(other)
