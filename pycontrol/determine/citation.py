"""What somebody writes for a provision becomes its full citation: `61/1(3)` is `cn-mofcom-2025-61/1(3)`.

So does what an answer prints beside a citation: `MOFCOM Announcement No. 61 of 2025, art. 1(3)`, in either language.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Refused, nearest, quoted, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pycontrol.law.model import Law

_SPOKEN = re.compile(r"(?i)[\s,/]*(?:\b(?:articles?|arts?\.?)|§+)\s*")
_FEW = 8
_ELSE = "see `pycontrol modelled` for what is encoded"


def full_citation(words: str, law: Law) -> str:
    """Return the citation that `words` name in full, by an unambiguous end or as printed; refuse with the near ones otherwise."""
    sought = re.sub(r"\s+", "", _SPOKEN.sub("/", unicodedata.normalize("NFKC", words))).strip("/")
    known = dict.fromkeys(_citations(law))
    if sought in known:
        return sought
    ends = _ending(sought, known, str)
    if not ends and (printed := _printed(law).get(_plain(words))):
        return printed
    ends = ends or _ending(sought, known, str.casefold)
    if len(ends) == 1:
        return ends[0]
    if ends:
        raise _refused(f"`{words}` may mean {len(ends)} provisions", f"write {_listed(ends)}")
    raise _refused(f"there is no provision `{words}`", _noted(sought, law) or _near(sought, known) or _ELSE)


def _citations(law: Law) -> Iterator[str]:
    """Yield every instrument, article and limb that has an encoded provision at or below it."""
    yield from law.instruments
    for path in law.provisions:
        instrument, _, inside = path.partition("/")
        article, *labels = inside.split("(")
        found = f"{instrument}/{article}"
        yield found
        for label in labels:
            found += f"({label}"
            yield found


def _ending(sought: str, known: Iterable[str], form: Callable[[str], str]) -> list[str]:
    """Return the citations that are, or end with, what is sought, both in one form; none where nothing is sought."""
    end = form(sought)
    return [one for one in known if end and (form(one) == end or form(one).endswith((f"/{end}", f"-{end}")))]


def _printed(law: Law) -> dict[str, str]:
    """Return the citation of each instrument and provision by how it is printed; of several limbs printed alike, the article."""
    found = {
        _plain(words): name for name, one in law.instruments.items() for words in (one.cite.en, one.cite.zh) if words
    }
    for path, provision in law.provisions.items():
        whole = law.instruments[provision.instrument].cite
        for first, rest in ((whole.en, provision.cite.en), (whole.zh, provision.cite.zh)):
            if first and rest:
                plain = _plain(first + rest)
                found[plain] = path.partition("(")[0] if plain in found else path
    return found


def _plain(words: str) -> str:
    """Return words in the form in which printed citations are compared: forms of letters, case, white space and commas do not count."""
    return re.sub(r"[\s,]+", "", unicodedata.normalize("NFKC", words).casefold())


def _noted(sought: str, law: Law) -> str:
    for note in law.noted:
        if f"{note.instrument}/{note.first}".endswith(f"/{sought}" if "/" not in sought else sought):
            return f"article {note.first} of `{note.instrument}` is noted, not encoded: {note.because}"
    return ""


def _near(sought: str, known: Iterable[str]) -> str:
    """Suggest what is near to the words in full or, as people write them, without the beginning of the instrument."""
    full = dict.fromkeys(known)
    short = {f"{one.partition('/')[0].rpartition('-')[2]}/{one.partition('/')[2]}": one for one in full if "/" in one}
    if sought not in short and (close := nearest(sought, short)) and not nearest(sought, full):
        return f"did you mean {quoted(dict.fromkeys(short[each] for each in close), 'or')}?"
    return suggestion(sought, full)


def _listed(names: list[str]) -> str:
    if len(names) > _FEW:
        return f"{', '.join(f'`{name}`' for name in names[:_FEW])} or another of them"
    return quoted(names, "or")


def _refused(message: str, cure: str) -> Refused:
    return Refused([Diagnostic("U103", message, help=cure)])
