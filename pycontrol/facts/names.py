"""How names of parties are compared: the same, the same but for a legal form, or near."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import combinations

from pycontrol.diagnostics import likeness

_SILENT = frozenset(".'\u2019\u3002\u00b7")
_CHINESE_COMPANY = re.compile(r"(?:股份有限|有限责任|有限)?公司$")
_WRITTEN_ALIKE = ("inc incorporated", "corp corporation", "co company", "ltd limited", "sp z oo")
_OTHERS = "llc llp plc gmbh ag sa sarl srl spa bv nv kk".split()
_FORMS = {word: forms.split()[0] for forms in (*_WRITTEN_ALIKE, *_OTHERS) for word in forms.split()}
"""Words of legal forms, each with the one that stands for it."""

_LOOKS = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u03bf\u03b1\u03c1\u03bd",
    "abekmhopctyxijsoapv",
)
"""Small letters of Cyrillic and Greek that look like a Latin one, large or small, each with that."""
_ALIKE, _ALIKE_BESIDE = 80, 66
"""How many of 100 letters stand in one order in two names that may be meant for each other; and in what is left of two that share words."""
_TELLING = 4
"""So many letters have to be in common where one name is a part of the other."""


@lru_cache(4096)
def normalised(name: str) -> str:
    """Return `name` in the form in which names are compared: letter forms, case, white space and punctuation do not count.

    Points and apostrophes fall away (`Inc` is `Inc.`); what else is no letter and no figure parts words (`Co.,Ltd.`).
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    kept = (letter if not _is_sign(letter) else ("" if letter in _SILENT else " ") for letter in folded)
    return " ".join("".join(kept).split())


@lru_cache(4096)
def parted(name: str) -> tuple[str, tuple[str, ...]]:
    """Return what a name says beside its legal form, and that form in one way of writing (`Corp.` and `Corporation`).

    The general Chinese word for a company says nothing of the form.
    """
    words = _CHINESE_COMPANY.sub("", normalised(name)).split()
    first = 0 if words[:1] and words[0] not in _FORMS else 1
    last = next((at for at in range(len(words), first, -1) if words[at - 1] not in _FORMS), first)
    forms = (*words[:first], *words[last:])
    return " ".join(words[first:last]), tuple(_FORMS[word] for word in forms)


def same_but_form(one: str, other: str) -> bool:
    """Whether two names differ in nothing but a legal form that one leaves out or writes in another way."""
    (core, form), (other_core, other_form) = parted(one), parted(other)
    return core == other_core != "" and (not form or not other_form or form == other_form)


def close(one: str, other: str) -> bool:
    """Whether one name may be meant by the other, for a person to say; legal forms do not count.

    All the words of one are among those of the other; or four fifths of the letters of both stand in one order, or two thirds in the
    words that they do not have in common. So words that many names have (`Technologies`) bring no two together. What one writes
    in several words and the other in one is one word (`Rhein-Metall`). A letter that looks like a Latin one is that one.
    """
    one, other = (name.casefold().translate(_LOOKS) for name in (one, other))
    if same_but_form(one, other):
        return True
    mine, theirs = (parted(name)[0].split() for name in (one, other))
    mine, theirs = _joined(mine, theirs), _joined(theirs, mine)
    common = {*mine} & {*theirs}
    left, right = (" ".join(word for word in words if word not in common) for words in (mine, theirs))
    if not left or not right:
        return sum(map(len, common)) >= _TELLING
    return likeness(left, right) >= (_ALIKE_BESIDE if common else _ALIKE)


def _joined(words: list[str], other: list[str]) -> list[str]:
    """Return words, neighbours among them as one where the other name writes them so."""
    for first, last in combinations(range(len(words) + 1), 2):
        if last - first > 1 and (whole := "".join(words[first:last])) in other:
            return [*words[:first], whole, *_joined(words[last:], other)]
    return words


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter).startswith("P")
