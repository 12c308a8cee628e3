"""Definitions and item lists become terms: what things have to be, to be called by a name of the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.law.conditions import conditions
from pycontrol.law.model import Alternative, AnyOf, FactType, IsTerm, Reach, Root, Sort, Term
from pycontrol.law.names import PLURALS, Scope, facts_of
from pycontrol.law.problems import mistake, twice
from pycontrol.law.wording import text
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pycontrol.law.model import Vocabulary
    from pycontrol.law.names import Names
    from pycontrol.law.problems import Problems


@dataclass(frozen=True, slots=True)
class WrittenTerm:
    """A term as written: its full name, and the definition, item list or part of one that says what it is."""

    name: str
    sort: Sort
    instrument: str
    word: tree.Word
    node: tree.Define | tree.Annex | tree.Part


def terms_written(instruments: Iterable[tree.Instrument], problems: Problems) -> dict[str, WrittenTerm]:
    """Return all terms by their full names, before any is looked into."""
    found: dict[str, WrittenTerm] = {}
    for instrument in instruments:
        for node in instrument.body:
            if isinstance(node, tree.Define | tree.Annex):
                for term in _written(instrument.name.text, node):
                    with problems.noted(_place(instrument, term.word)):
                        if term.name in found:
                            raise twice("L174", "term", term.word, found[term.name].word.span)
                        found[term.name] = term
    return found


def _written(instrument: str, node: tree.Define | tree.Annex) -> Iterator[WrittenTerm]:
    name = f"{instrument}.{node.name.text}"
    if isinstance(node, tree.Define):
        # another sort is refused by `check_terms`; until then the term is one on acts, so that its uses are looked at
        sort = Sort(node.sort.text) if node.sort.text in tuple(Sort) else Sort.ACT
        yield WrittenTerm(name, sort, instrument, node.name, node)
        return
    yield WrittenTerm(name, Sort.ITEM, instrument, node.name, node)
    for part in node.parts:
        yield WrittenTerm(f"{name}.{part.name.text}", Sort.ITEM, instrument, part.name, part)


def check_terms(
    written: Iterable[WrittenTerm], vocabulary: Vocabulary, lists: Collection[str], problems: Problems
) -> None:
    """Note terms whose name already means something else where they are used, and those that define no thing."""
    for term in written:
        name, facts = term.word.text, facts_of(term.sort, vocabulary)
        clashes = {
            "a kind of act": term.sort is Sort.ACT and name in vocabulary.kinds,
            f"a yes-no fact of {PLURALS[term.sort]}": name in facts and facts[name].type is FactType.YES_NO,
            "a list of parties": term.sort is Sort.PARTY and name in lists,
        }
        with problems.noted(f"term `{term.name}`"):
            if isinstance(term.node, tree.Define) and term.node.sort.text not in tuple(Sort):
                cure = "write `(act)`, `(party)` or `(item)`"
                raise mistake("L175", f"`{term.node.sort.text}` is not a sort of thing", term.node.sort.span, cure=cure)
            for what, clash in clashes.items():
                if clash and not isinstance(term.node, tree.Part):
                    cure = "give the term another name"
                    raise mistake("L176", f"`{name}` is already {what}", term.word.span, cure=cure)


def terms(
    written: Iterable[WrittenTerm], instruments: dict[str, tree.Instrument], names: Names, problems: Problems
) -> dict[str, Term]:
    """Return the terms, resolved."""
    found: dict[str, Term] = {}
    for term in written:
        scope = Scope(names, term.instrument, own=term.sort)
        place = _place(instruments[term.instrument], term.word)
        match term.node:
            case tree.Define():
                wanted = (each for when in term.node.whens for each in when.conditions)
                resolved, is_list = conditions(wanted, scope, problems, place), False
            case tree.Annex() | tree.Part():
                resolved, is_list = (_list(term, term.node, scope, problems, place),), True
        found[term.name] = Term(
            term.name, term.sort, text(term.node.title), resolved, term.instrument, is_list, term.word.span
        )
    return found


def _list(term: WrittenTerm, node: tree.Annex | tree.Part, scope: Scope, problems: Problems, place: str) -> AnyOf:
    """Return the one condition of an item list: an alternative for each part, or for each entry."""
    ways: list[Alternative] = []
    if isinstance(node, tree.Annex):
        here = Reach(Root.SELF, (), Sort.ITEM)
        for part in node.parts:
            is_part = IsTerm(part.name.span, here, f"{term.name}.{part.name.text}")
            ways.append(Alternative(part.name.text, (is_part,), part.span, text(part.title)))
    labels: set[str] = set()
    for entry in node.entries:
        with problems.noted(place):
            if entry.label.text in labels:
                raise twice("L177", "entry", entry.label, None)
            labels.add(entry.label.text)
            wanted = (each for when in entry.whens for each in when.conditions)
            resolved = conditions(wanted, scope, problems, f"{place}, entry {entry.label.text}")
            mark = entry.confidence.mark.text if entry.confidence else ""
            ways.append(Alternative(entry.label.text, resolved, entry.span, text(entry.title), mark))
    if not ways:
        with problems.noted(place):
            raise mistake("L178", f"`{node.name.text}` has no entries", node.name.span, cure="write `entry …` below it")
    return AnyOf(node.span, tuple(ways))


def _place(instrument: tree.Instrument, word: tree.Word) -> str:
    return f"{instrument.cite.en}, `{word.text}`"
