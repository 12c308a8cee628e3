"""The register of measures, and the counterparts of provisions: names are looked up, nothing follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import Cited, Counterpart, Measure, Text
from pycontrol.law.names import Scope, cited_path, cited_provisions, instrument_named
from pycontrol.law.problems import mistake, twice, unknown
from pycontrol.law.wording import article_in_words, mark_of, text
from pycontrol.syntax import tree

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from pycontrol.law.names import Names
    from pycontrol.law.problems import Problems


def measures(
    registers: Iterable[tree.Register], instruments: Collection[str], problems: Problems
) -> dict[str, Measure]:
    """Return the measures of all registers by their names, in the order of their days."""
    written = [(register, node) for register in registers for node in register.measures]
    known = {node.name.text for _, node in written}
    found: dict[str, Measure] = {}
    for register, node in written:
        name = node.name.text
        with problems.noted(f"measure `{name}`"):
            if name in found:
                raise twice("L240", "measure", node.name, found[name].span)
            first, last = _days(node.day)
            found[name] = Measure(
                name=name,
                first=first,
                last=last,
                about=node.day.about,
                month=node.day.month,
                year=node.day.year,
                issuer=node.issuer.text,
                title=text(node.title),
                confidence=node.confidence.mark.text,
                because=text(node.confidence.because) if node.confidence.because else Text(""),
                instrument=instrument_named(node.instrument, instruments) if node.instrument else "",
                answers=context(node.answers, known - {name}),
                register=text(register.title),
                span=node.name.span,
            )
    return dict(sorted(found.items(), key=lambda pair: (pair[1].first, pair[1].last)))


def _days(node: tree.MeasureDay) -> tuple[dt.date, dt.date]:
    first = node.first.value
    last = node.last.value if node.last else first
    if last < first:
        cure = "write the earlier day first"
        raise mistake("L241", f"this ends on {last}, before it begins on {first}", node.span, cure=cure)
    return first, last


def context(words: Iterable[tree.Word], known: Collection[str]) -> tuple[str, ...]:
    """Return the measures that are cited, each of which some register must hold."""
    found: list[str] = []
    for word in words:
        if word.text not in known:
            raise unknown("L242", "measure", word, known, cure="enter it in a `register`")
        found.append(word.text)
    return tuple(dict.fromkeys(found))


def check_context(written: Mapping[str, tree.Instrument], known: Collection[str], problems: Problems) -> None:
    """Note measures that an instrument or a provision cites and no register holds."""
    for node in written.values():
        cited = [(node.cite.en, node.context)]
        for path, says in _provisions(node):
            cited.append((article_in_words(node.cite.en, path), says.context))
        for place, words in cited:
            for word in words:
                with problems.noted(place):
                    context((word,), known)


def _provisions(node: tree.Instrument) -> Iterator[tuple[str, tree.Provision]]:
    for part in node.body:
        if isinstance(part, tree.Article):
            path = f"{node.name.text}/{part.label.text}"
            yield path, part.provision
            for limb in part.limbs:
                yield f"{path}{limb.label.text}", limb.provision


def counterparts(written: Mapping[str, tree.Instrument], names: Names, problems: Problems) -> tuple[Counterpart, ...]:
    """Return the counterparts that articles and limbs name, in the order of the files."""
    known = {path: cited for node in written.values() for path, cited in _cited(node)}
    found: list[Counterpart] = []
    for name, node in written.items():
        for path, says in _provisions(node):
            for each in says.counterparts:
                with problems.noted(article_in_words(node.cite.en, path)):
                    scope = Scope(names, name)
                    cited_provisions(each.citation, scope)
                    there = known.get(cited_path(each.citation, scope))
                    if there is None:
                        message = f"`{each.citation.span.text}` names no article or limb by its whole label"
                        raise mistake("L243", message, each.citation.span, cure="cite it as it is headed")
                    found.append(
                        Counterpart(known[path], there, text(each.difference), mark_of(each.confidence), each.span)
                    )
    return tuple(found)


def _cited(node: tree.Instrument) -> Iterator[tuple[str, Cited]]:
    """Yield an instrument, its articles and its limbs; one that says nothing of its confidence has that around it."""
    own = mark_of(node.confidence)
    yield node.name.text, Cited(node.name.text, text(node.title), own)
    for part in node.body:
        if isinstance(part, tree.Article):
            path = f"{node.name.text}/{part.label.text}"
            mark = mark_of(part.provision.confidence) or own
            yield path, Cited(path, text(part.title), mark)
            for limb in part.limbs:
                below = mark_of(limb.provision.confidence) or mark
                inner = f"{path}{limb.label.text}"
                yield inner, Cited(inner, text(limb.title or part.title), below)
