"""Lists of parties as written become listings: each name with the days on which it is listed, and paused."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Label
from pycontrol.law.model import Listing, Notice, PartyList
from pycontrol.law.periods import periods
from pycontrol.law.problems import mistake, twice
from pycontrol.law.wording import text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pycontrol.law.model import Reading
    from pycontrol.law.problems import Problems
    from pycontrol.syntax import tree


@dataclass(frozen=True, slots=True)
class WrittenList:
    """A list as written, and the instrument that holds it (empty: none)."""

    instrument: str
    node: tree.PartyList


def lists_written(
    declared: Iterable[WrittenList], territories: Collection[str], problems: Problems
) -> dict[str, WrittenList]:
    """Return the lists by name. No list has the name of a territory: `in NAME` means one thing."""
    found: dict[str, WrittenList] = {}
    for each in declared:
        word = each.node.name
        with problems.noted(f"list `{word.text}`"):
            if word.text in found:
                raise twice("L208", "list", word, found[word.text].node.name.span)
            found[word.text] = each
            if word.text in territories:
                cure = "give one of the two another name"
                raise mistake("L209", f"`{word.text}` is a list and a territory", word.span, cure=cure)
    return found


def notices_of(node: tree.PartyList) -> tuple[str, ...]:
    """Return the names of the notices of a list, each once."""
    return tuple(dict.fromkeys(notice.instrument.text for notice in node.notices))


def lists(
    written: Mapping[str, WrittenList], readings: Mapping[str, Reading], problems: Problems
) -> dict[str, PartyList]:
    """Return the lists, their days resolved."""
    return {name: _list(each, readings, problems) for name, each in written.items()}


def _each_once(notice: tree.ListNotice, problems: Problems, place: str) -> None:
    """Refuse a name, in either language, or an alias that another name of the notice has: a body would be listed twice."""
    found: dict[str, tree.ListName] = {}
    for name in notice.names:
        words = [word for word in (name.name.en, name.name.zh, *(each.value for each in name.aliases)) if _plain(word)]
        twice_written = [word for word in words if found.setdefault(_plain(word), name) is not name]
        if twice_written:
            first = found[_plain(twice_written[0])]
            with problems.noted(place):
                raise mistake(
                    "L258",
                    f"`{twice_written[0]}` stands twice in notice `{notice.instrument.text}`",
                    name.span,
                    cure="keep one of the two names; further days of a name follow it: `from …`, `paused from …`",
                    also=(Label(first.span, "first written here"),),
                )


def _plain(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", word).casefold() if letter.isalnum())


def _list(written: WrittenList, readings: Mapping[str, Reading], problems: Problems) -> PartyList:
    node, place = written.node, f"list `{written.node.name.text}`"
    notices: list[Notice] = []
    listings: list[Listing] = []
    for each in node.notices:
        listed = periods(each.periods, readings, problems, place)
        count = each.count.value
        with problems.noted(place):
            if count.denominator != 1 or len(each.names) > count:
                raise mistake(
                    "L210",
                    f"{len(each.names)} names are written, but the notice is said to name {each.count.text}",
                    each.count.span,
                    cure="write how many names the notice itself puts on the list",
                )
            if node.complete and each.complete is False:
                raise mistake(
                    "L230",
                    f"list `{node.name.text}` is complete, but its notice `{each.instrument.text}` is partial",
                    each.instrument.span,
                    cure="a list is complete where each of its notices is: write `partial` after the list, too",
                )
        _each_once(each, problems, place)
        complete = node.complete if each.complete is None else each.complete
        notices.append(Notice(each.instrument.text, listed, int(count), text(each.note), complete))
        for name in each.names:
            own = periods(name.listed, readings, problems, place)
            paused = periods(name.paused, readings, problems, place)
            aliases = tuple(alias.value for alias in name.aliases)
            listings.append(Listing(text(name.name), aliases, each.instrument.text, own or listed, paused, name.span))
    return PartyList(
        node.name.text,
        text(node.title),
        node.complete,
        tuple(notices),
        tuple(listings),
        written.instrument,
        node.name.span,
    )
