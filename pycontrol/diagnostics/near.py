"""Names near to one that nobody declared: those that share its words first, then those that share its letters."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

FEW = 8
"""So many names can be told whole, where none of them is near."""

MEANT: dict[str, tuple[str, ...]] = {
    "ban": ("prohibition",),
    "buyer": ("importer", "recipient"),
    "consignee": ("recipient",),
    "consignor": ("transferor",),
    "country": ("established-in", "origin"),
    "date": ("on", "asked"),
    "day": ("on", "asked"),
    "destination": ("to",),
    "exporter": ("transferor",),
    "fine": ("liability",),
    "holder": ("owner",),
    "holding": ("held",),
    "in": ("held",),
    "of": ("held",),
    "owner": ("holder",),
    "penalty": ("liability",),
    "inches": ("inch",),
    "percent": ("%", "share"),
    "percentage": ("%", "share"),
    "dollar": ("USD",),
    "dollars": ("USD",),
    "euro": ("EUR",),
    "euros": ("EUR",),
    "renminbi": ("CNY",),
    "rmb": ("CNY",),
    "yen": ("JPY",),
    "yuan": ("CNY",),
    "receiver": ("recipient",),
    "seller": ("transferor",),
    "sender": ("transferor",),
    "shipper": ("transferor",),
    "status": ("state",),
    "type": ("kind", "interest"),
    "violation": ("breach",),
    "when": ("on",),
}
"""Words of the trade for which this language, or a vocabulary, has others. Who writes one means the other where it is known."""

_LIKE, _SLIP = 60, 80
"""How much alike, of 100, two names are whose letters are near, and two of which one is a slip of the pen."""

_STEM = 4
_SURE = 5
"""A slip of the pen may change one letter of so many."""

_ENDING = re.compile(r"(?<=[a-z]{4})(?:ing|[eo]rs?|ed|e?s|ia|ium)$")
_WORD = re.compile(r"[a-z]{3,}")
_IDLE = frozenset({"and", "for", "from", "not", "the", "with"})


def meant_by(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names for which a word of the trade stands; nothing that merely looks like it."""
    names = frozenset(known)
    return tuple(each for each in MEANT.get(name.lower(), ()) if each in names)


def nearest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return up to `most` of the known names that somebody may have meant, the nearest first; perhaps none."""
    names = sorted(set(known))
    if meant := meant_by(name, names):
        return meant[:most]
    how_like = {each: likeness(each, name) for each in names}
    if any(like >= _SLIP for like in how_like.values()):
        close = [each for each in names if how_like[each] >= _LIKE]
        return tuple(sorted(close, key=lambda each: -how_like[each])[:most])
    sought = _words(name)
    alike = [_alike(word, {other for each in names for other in _words(each)}) for word in sought]
    ranked: list[tuple[int, bool, int, int, str]] = []
    for each in names:
        own = set(_words(each))
        shared = [place for place, words in enumerate(alike) if own & words]
        if shared:
            more = not own <= set().union(*alike)
            ranked.append((-len(shared), more, shared[0], -how_like[each], each))
    if not ranked:
        ranked = [(0, False, 0, -like, each) for each, like in how_like.items() if like >= _LIKE]
    return tuple(each for *_, each in sorted(ranked)[:most])


def slips(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known words of which this one is a slip of the pen, or has the letters in another order, the likest first."""
    like = {each: likeness(each, word) for each in sorted(set(known))}
    turned = {each for each in like if sorted(each) == sorted(word)}
    close = [each for each in like if like[each] >= _SLIP or each in turned]
    return tuple(sorted(close, key=lambda each: (each not in turned, -like[each])))


def slight(one: str, other: str) -> bool:
    """Whether one of two words is a slip of the pen for the other: the shorter they are, the less may differ."""
    short = min(len(one), len(other))
    if short < _STEM or abs(len(one) - len(other)) > max(1, short // _SURE):
        return False
    return sorted(one) == sorted(other) or _changed(one, other) <= max(1, short // _SURE)


def stem(word: str) -> str:
    """Return a word without the ending that says how its stem is used: `wind` of `winding` and `winder`."""
    return _ENDING.sub("", word)


def _changed(one: str, other: str) -> int:
    """Return how many letters are added, left out or changed to make one word of the other."""
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(end - start, last - first) for step, start, end, first, last in steps if step != "equal")


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name.lower()) if word not in _IDLE)


def likeness(one: str, other: str) -> int:
    """Return how many of 100 letters of two texts stand in one order (`difflib`), rounded down; 0 for two empty texts."""
    same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return 200 * same // (len(one) + len(other) or 1)


def _alike(word: str, words: Collection[str]) -> set[str]:
    """Return the words that are this one, begin with it or it with them, or differ from it by a slip of the pen."""
    return {each for each in words if _begins(each, word) or _begins(word, each) or likeness(each, word) >= _SLIP}


def _begins(word: str, other: str) -> bool:
    return len(word) >= _STEM and other.startswith(word)


def suggestion(name: str, known: Iterable[str], most: int = 3) -> str:
    """Return a question that suggests the names near to this one; where none is and they are few, all; else nothing."""
    names = sorted(set(known))
    close = nearest(name, names, most)
    if close:
        return f"did you mean {quoted(close, 'or')}?"
    return f"known: {quoted(names, 'and')}" if 0 < len(names) <= FEW else ""


def quoted(names: Iterable[str], last: str) -> str:
    """Join names in words: `` `a`, `b` or `c` ``."""
    *some, final = [f"`{name}`" for name in names]
    return f"{', '.join(some)} {last} {final}" if some else final
