"""Definitions and item lists become terms: what things have to be, to be called by a name of the law."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.conditions import conditions
from pycontrol.law.model import Alternative, AnyOf, Code, FactType, IsTerm, Reach, Root, Sort, Term, Tolerance
from pycontrol.law.names import PLURALS, Scope, facts_of
from pycontrol.law.problems import mistake, twice
from pycontrol.law.quantities import share_of_one
from pycontrol.law.wording import mark_of, text
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pycontrol.diagnostics import Span
    from pycontrol.law.model import Condition, Vocabulary
    from pycontrol.law.names import Names
    from pycontrol.law.problems import Problems


STEP = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
"""A label that can stand in a path."""


@dataclass(frozen=True, slots=True)
class WrittenTerm:
    """A term as written: its full name, and the definition, item list, part or entry of one that says what it is.

    A part of an item list has the tolerance of the list.
    """

    name: str
    sort: Sort
    instrument: str
    word: tree.Word
    node: tree.Define | tree.Annex | tree.Part | tree.Entry
    tolerance: tree.Tolerance | None = None


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
    yield WrittenTerm(name, Sort.ITEM, instrument, node.name, node, node.tolerance)
    yield from _entries_written(name, instrument, node.entries)
    for part in node.parts:
        own = f"{name}.{part.name.text}"
        yield WrittenTerm(own, Sort.ITEM, instrument, part.name, part, node.tolerance)
        yield from _entries_written(own, instrument, part.entries)


def _entries_written(owner: str, instrument: str, entries: Iterable[tree.Entry]) -> Iterator[WrittenTerm]:
    """Yield the entries that others can refer to: those whose label can stand in a path. A label twice is refused later."""
    labels: set[str] = set()
    for entry in entries:
        label = entry.label.text
        if STEP.fullmatch(label) and label not in labels:
            labels.add(label)
            yield WrittenTerm(f"{owner}.{label}", Sort.ITEM, instrument, entry.label, entry)


def check_codes(instruments: Iterable[tree.Instrument], problems: Problems) -> None:
    """Note control codes that two entries of one annex have, unless parts of what a code covers are held with other marks."""
    for instrument in instruments:
        for annex in (node for node in instrument.body if isinstance(node, tree.Annex)):
            codes: dict[tuple[str, str], tree.Word] = {}
            for entry in (*annex.entries, *(entry for part in annex.parts for entry in part.entries)):
                with problems.noted(_place(instrument, annex.name)):
                    printed = entry.code.printed if entry.code else None
                    if printed is None:
                        continue
                    key = printed.text, mark_of(entry.confidence)
                    if key in codes:
                        raise twice("L220", "code", printed, codes[key].span)
                    codes[key] = printed


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
                if clash and not isinstance(term.node, tree.Part | tree.Entry):
                    cure = "give the term another name"
                    raise mistake("L176", f"`{name}` is already {what}", term.word.span, cure=cure)


def terms(
    written: Iterable[WrittenTerm], instruments: dict[str, tree.Instrument], names: Names, problems: Problems
) -> dict[str, Term]:
    """Return the terms, resolved. An entry is resolved once, with the list in which it stands."""
    found: dict[str, Term] = {}
    by_name = {term.name: term for term in written}
    for term in by_name.values():
        scope = Scope(names, term.instrument, own=term.sort)
        place = _place(instruments[term.instrument], term.word)
        match term.node:
            case tree.Define():
                wanted = (each for when in term.node.whens for each in when.conditions)
                resolved, is_list = conditions(wanted, scope, problems, place), False
            case tree.Annex() | tree.Part():
                resolved, is_list = (_list(term, term.node, scope, problems, place),), True
            case tree.Entry():
                continue
            case _:
                assert_never(term.node)
        found[term.name] = Term(
            name=term.name,
            sort=term.sort,
            title=text(term.node.title),
            conditions=resolved,
            instrument=term.instrument,
            entries=is_list,
            span=term.word.span,
            tolerance=_tolerance(term, names, problems, place),
        )
        found |= _entries(found[term.name], by_name)
    return found


def _entries(owner: Term, written: Mapping[str, WrittenTerm]) -> dict[str, Term]:
    """Return the terms that the entries of a list are, so that other entries can refer to them."""
    found: dict[str, Term] = {}
    lists = (condition for condition in owner.conditions if owner.entries and isinstance(condition, AnyOf))
    for way in (way for each in lists for way in each.alternatives):
        name = f"{owner.name}.{way.label}"
        if name in written and isinstance(written[name].node, tree.Entry):
            found[name] = Term(name, Sort.ITEM, way.title, way.conditions, owner.instrument, span=way.span)
    return found


def _tolerance(term: WrittenTerm, names: Names, problems: Problems, place: str) -> Tolerance | None:
    """Return the tolerance of an item list, if it declares one; None for one that is refused."""
    found = None
    if term.tolerance:
        with problems.noted(place):
            found = Tolerance(share_of_one(term.tolerance.share, names.vocabulary.units), text(term.tolerance.because))
    return found


def _list(term: WrittenTerm, node: tree.Annex | tree.Part, scope: Scope, problems: Problems, place: str) -> AnyOf:
    """Return the one condition of an item list: an alternative for each part, or for each entry."""
    ways: list[Alternative] = []
    if isinstance(node, tree.Annex):
        here = Reach(Root.SELF, (), Sort.ITEM)
        for part in node.parts:
            is_part = IsTerm(part.name.span, here, f"{term.name}.{part.name.text}")
            ways.append(Alternative(part.name.text, (is_part,), part.span, text(part.title)))
    labels: dict[str, Span] = {}
    for entry in node.entries:
        with problems.noted(place):
            if entry.label.text in labels:
                raise twice("L177", "entry", entry.label, labels[entry.label.text])
            labels[entry.label.text] = entry.label.span
            wanted = (each for when in entry.whens for each in when.conditions)
            resolved = conditions(wanted, scope, problems, f"{place}, entry {entry.label.text}")
            ways.append(_entry(entry, resolved))
    if not ways:
        with problems.noted(place):
            raise mistake("L178", f"`{node.name.text}` has no entries", node.name.span, cure="write `entry …` below it")
    return AnyOf(node.span, tuple(ways))


def _entry(entry: tree.Entry, resolved: tuple[Condition, ...]) -> Alternative:
    code = entry.code
    return Alternative(
        label=entry.label.text,
        conditions=resolved,
        span=entry.span,
        title=text(entry.title),
        confidence=mark_of(entry.confidence),
        code=Code(_word(code.printed), _word(code.suspected), text(code.because)) if code else None,
        tariffs=tuple(number.text for number in entry.tariffs),
    )


def _word(word: tree.Word | None) -> str:
    return word.text if word else ""


def _place(instrument: tree.Instrument, word: tree.Word) -> str:
    return f"{instrument.cite.en}, `{word.text}`"
