"""Names are looked up: readings, terms, lists, citations. What is not found is refused, with the names close to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pycontrol.diagnostics import FEW, nearest, quoted, suggestion
from pycontrol.law.model import Guard, Modality, Sort
from pycontrol.law.problems import mistake, unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from enum import StrEnum

    from pycontrol.law.model import Fact, Reading, Vocabulary
    from pycontrol.syntax import tree


@dataclass(frozen=True)
class Names:
    """Everything that has a name, before the conditions are looked at.

    `lists` gives the notices of each list, `terms` the sort of each term, `provisions` what each provision does;
    `noted` are the articles that are written but not encoded, `regimes` the regime of each instrument; `implements`
    names what a provision carries out; `tolerant` are the item lists, and the parts of them, that have near misses.
    """

    vocabulary: Vocabulary
    readings: Mapping[str, Reading]
    lists: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, Sort]
    provisions: Mapping[str, Modality]
    noted: Collection[str]
    regimes: Mapping[str, str]
    implements: Mapping[str, tuple[str, ...]]
    tolerant: Collection[str] = ()

    @cached_property
    def encoded(self) -> frozenset[str]:
        """Every path under which there is a provision."""
        return frozenset(path for each in self.provisions for path in _upwards(each))

    @cached_property
    def under(self) -> Mapping[str, tuple[str, ...]]:
        """The provisions under each path, itself included, and those that implement one of them."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for each in self.provisions:
            for path in _upwards(each):
                found[path][each] = None
        for each, cited in self.implements.items():
            for path in (path for one in cited for path in _upwards(one)):
                found[path][each] = None
        return {path: tuple(each) for path, each in found.items()}


def _upwards(path: str) -> Iterator[str]:
    """Yield a path and every path above it: `a/1(2)`, `a/1`, `a`."""
    yield path
    for place, mark in enumerate(path):
        if mark in "(/":
            yield path[:place]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition stands, which settles what `act`, `item`, `party`, a bare role and `article 1` mean there.

    `own` is the sort of thing that a term defines, None in a provision. `provision` is the path of the provision.
    """

    names: Names
    instrument: str
    own: Sort | None = None
    provision: str = ""
    bearer: str = ""


# --- readings -----------------------------------------------------------------------------------------------


def guard(node: tree.Under, readings: Mapping[str, Reading]) -> Guard:
    """Return the guard that `under READING VALUE` writes."""
    reading = reading_named(node.reading, readings)
    values = [value for value, _ in reading.values]
    if node.value.text not in values:
        raise unknown("L105", f"value of reading `{reading.name}`:", node.value, values)
    return Guard(reading.name, node.value.text)


def reading_named(word: tree.Word, readings: Mapping[str, Reading]) -> Reading:
    """Return the reading that the word names."""
    if word.text not in readings:
        raise unknown("L104", "reading", word, readings, cure="declare it with `reading`")
    return readings[word.text]


def reading_of(word: tree.Word, choices: type[StrEnum], names: Names) -> str:
    """Return the name of a reading whose values are exactly those that a share or stake test needs."""
    reading = reading_named(word, names.readings)
    if {value for value, _ in reading.values} != {str(choice) for choice in choices}:
        raise mistake(
            "L150",
            f"reading `{word.text}` does not have the values that this test asks for",
            word.span,
            cure=f"the test needs a reading with the values {quoted(map(str, choices), 'and')}",
        )
    return reading.name


# --- facts, terms -------------------------------------------------------------------------------------------


def facts_of(sort: Sort, vocabulary: Vocabulary) -> dict[str, Fact]:
    """Return the facts of a sort of thing, by name."""
    return vocabulary.of_sort[sort]


def role_named(word: tree.Word, vocabulary: Vocabulary) -> str:
    """Return the role that the word names, with or without `act.`."""
    name = word.text.removeprefix("act.")
    if name not in vocabulary.roles:
        raise unknown("L111", "role", word, vocabulary.roles, cure="a role is a fact of the act whose type is party")
    return name


def find_term(name: str, scope: Scope) -> str | None:
    """Return the full name of a term: of this instrument by its own name, of another by `INSTRUMENT.NAME`."""
    own = f"{scope.instrument}.{name}"
    if own in scope.names.terms:
        return own
    return name if name in scope.names.terms else None


def term_named(word: tree.Word, sort: Sort, scope: Scope) -> str:
    """Return the full name of the term on things of that sort."""
    name = find_term(word.text, scope)
    if name is None:
        cure = _of_a_list(word.text, sort, scope) if word.text in scope.names.lists else ""
        known = () if cure else terms_on(sort, scope)
        raise unknown("L103", "term", word, known, cure=cure or f"write `define {word.text} ({sort}) …`")
    if scope.names.terms[name] is not sort:
        raise mistake(
            "L151",
            f"`{word.text}` is a term on {PLURALS[scope.names.terms[name]]}, but {PLURALS[sort]} are meant here",
            word.span,
            cure=suggestion(word.text, terms_on(sort, scope)),
        )
    return name


def _of_a_list(name: str, sort: Sort, scope: Scope) -> str:
    if sort is Sort.PARTY:
        return f'a list is no term: write `define NAME (party) "…" when party in {name}`, and that name here'
    role = next(iter(scope.names.vocabulary.roles), "ROLE")
    return f"`{name}` is a list of parties: it stands behind one, such as `{role} in {name}`"


PLURALS = {Sort.ACT: "acts", Sort.PARTY: "parties", Sort.ITEM: "items"}


def terms_on(sort: Sort, scope: Scope) -> list[str]:
    """Return the terms on a sort of thing, as they would be written here."""
    own = f"{scope.instrument}."
    return [name.removeprefix(own) for name, each in scope.names.terms.items() if each is sort]


# --- notices of lists ---------------------------------------------------------------------------------------


def notices_named(words: tuple[tree.Word, ...], of: tree.Word, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the notices that the words name, in the order of their list."""
    own = lists[of.text]
    for place, word in enumerate(words):
        if word.text not in own:
            raise _no_notice(word, of, lists)
        if word.text in (other.text for other in words[:place]):
            cure = "take one of the two away"
            raise mistake("L233", f"notice `{word.text}` is named twice", word.span, cure=cure)
    named = {word.text for word in words}
    return tuple(notice for notice in own if notice in named)


def _no_notice(word: tree.Word, of: tree.Word, lists: Mapping[str, tuple[str, ...]]) -> Exception:
    others = [name for name, notices in lists.items() if word.text in notices]
    known = suggestion(word.text, lists[of.text]) or "write it into the list"
    cure = f"it is a notice of {quoted(others, 'and')}" if others else known
    return mistake("L232", f"`{word.text}` is no notice of `{of.text}`", word.span, cure=cure)


# --- citations ----------------------------------------------------------------------------------------------

BREAKABLE = frozenset({Modality.LICENCE, Modality.PROHIBITION, Modality.DUTY})
"""What can be breached, and what one can be exempt or relieved from."""


def cited_provisions(node: tree.Citation, scope: Scope) -> tuple[str, ...]:
    """Return the provisions under a citation, and those that implement one of them.

    A provision that is under its own citation does not mean itself.
    """
    path = cited_target(node, scope)
    found = scope.names.under[path]
    return tuple(each for each in found if each != scope.provision or len(found) == 1)


def cited_target(node: tree.Citation, scope: Scope) -> str:
    """Return the path that a citation names: an instrument or a part of one, of which something is encoded."""
    path = cited_path(node, scope)
    if path not in scope.names.encoded:
        raise _no_provision(node, path, scope)
    return path


def cited_by_all(nodes: Iterable[tree.Citation], scope: Scope) -> tuple[str, ...]:
    """Return the provisions under several citations, each once."""
    return tuple(dict.fromkeys(path for node in nodes for path in cited_provisions(node, scope)))


def cited_of(nodes: Iterable[tree.Citation], scope: Scope, kinds: frozenset[Modality], verb: str) -> tuple[str, ...]:
    """Return, of the provisions under the citations, those that do something of these kinds; each must have one."""
    found: dict[str, None] = {}
    for node in nodes:
        fitting = [path for path in cited_provisions(node, scope) if scope.names.provisions[path] in kinds]
        if not fitting:
            wanted = quoted((str(kind) for kind in Modality if kind in kinds), "or")
            raise mistake(
                "L152",
                f"`{node.span.text}` holds nothing that can be {verb}",
                node.span,
                cure=f"cite a provision that is a {wanted}",
            )
        found.update(dict.fromkeys(fitting))
    return tuple(found)


def cited_path(node: tree.Citation, scope: Scope) -> str:
    """Return the path that a citation names, in an instrument that exists."""
    instrument = instrument_named(node.instrument, scope.names.regimes) if node.instrument else scope.instrument
    return f"{instrument}/{node.path}" if node.path else instrument


def instrument_named(word: tree.Word, known: Collection[str]) -> str:
    """Return the instrument that the word names."""
    if word.text not in known:
        raise unknown("L107", "instrument", word, known, cure="file it under its number, or cite another")
    return word.text


def _no_provision(node: tree.Citation, path: str, scope: Scope) -> Exception:
    instrument = path.partition("/")[0]
    own = f"{instrument}/"
    labels = [each.removeprefix(own) for each in scope.names.provisions if each.startswith(own)]
    known = sorted({*labels, *(label.partition("(")[0] for label in labels)})
    as_cited = own if node.instrument else "article "
    if path in scope.names.noted:
        cure = "it is noted, not encoded: only encoded provisions can be cited"
    elif near_by := nearest(node.path, known):
        cure = f"did you mean {quoted((as_cited + label for label in near_by), 'or')}?"
    elif known:
        more = ", and others" if len(known) > FEW else ""
        cure = f"known: {quoted((as_cited + label for label in known[:FEW]), 'and')}{more}"
    else:
        cure = f"nothing of `{instrument}` that could be cited is encoded"
    return mistake("L106", f"`{node.span.text}` cites a provision that does not exist", node.span, cure=cure)
