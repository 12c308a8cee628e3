"""Trees become the law: names are declared first, then looked up, then everything is put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from pycontrol.law import doubt, guidance, instruments, lists, near, register, terms
from pycontrol.law.articles import articles_between
from pycontrol.law.inheritance import provisions_written
from pycontrol.law.model import Law, Modality
from pycontrol.law.names import Names
from pycontrol.law.norms import modality
from pycontrol.law.provisions import Around, implemented, provisions
from pycontrol.law.vocabulary import vocabulary
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.inheritance import WrittenProvision
    from pycontrol.law.problems import Problems


@dataclass(frozen=True, slots=True)
class Declared:
    """What the files declare, sorted by what it is, in the order written. A pair names the instrument that holds it."""

    vocabularies: tuple[tree.Vocabulary, ...]
    regimes: tuple[tree.Regime, ...]
    events: tuple[tree.Event, ...]
    readings: tuple[tuple[str, tree.Reading], ...]
    lists: tuple[lists.WrittenList, ...]
    registers: tuple[tree.Register, ...]
    instruments: tuple[tree.Instrument, ...]

    @property
    def measures(self) -> frozenset[str]:
        """The names of all measures in the registers."""
        return frozenset(node.name.text for each in self.registers for node in each.measures)


def law_from(files: Iterable[tree.LawFile], sources: tuple[tuple[str, str], ...], problems: Problems) -> Law:
    """Return the law that the files make; what is wrong with it is noted, and left out of it."""
    declared = _declared(files)
    readings = doubt.readings(declared.readings, problems)
    events = doubt.events(declared.events, problems)
    words = vocabulary(declared.vocabularies, readings, problems)
    regimes = instruments.regimes(declared.regimes, problems)
    headers = instruments.instruments_written(declared.instruments, problems)
    written_lists = lists.lists_written(declared.lists, words.territories, problems)
    written_terms = terms.terms_written(headers.values(), problems)
    terms.check_terms(written_terms.values(), words, written_lists, problems)
    terms.check_codes(headers.values(), problems)
    written = provisions_written(headers.values(), problems)
    guidance.check_norms(written, problems)
    measures = register.measures(declared.registers, headers, problems)
    register.check_context(headers, declared.measures, problems)
    notes = instruments.noted(headers)
    names = Names(
        vocabulary=words,
        readings=readings,
        lists={name: lists.notices_of(each.node) for name, each in written_lists.items()},
        terms={name: term.sort for name, term in written_terms.items()},
        provisions=_modalities(written),
        noted={f"{note.instrument}/{each}" for note in notes for each in articles_between(note.first, note.last)},
        regimes={name: node.regime.text for name, node in headers.items()},
        implements={},
        tolerant={name for name, term in written_terms.items() if term.tolerance},
    )
    names = replace(names, implements=implemented(written, names, problems))
    resolved_lists = lists.lists(written_lists, readings, problems)
    resolved_terms = terms.terms(written_terms.values(), headers, names, problems)
    resolved_terms |= near.near_terms(resolved_terms)
    resolved_instruments = instruments.instruments(headers, regimes, readings, problems)
    around = Around(names, resolved_terms, resolved_lists, regimes, resolved_instruments, problems)
    law = Law(
        vocabulary=words,
        regimes=regimes,
        instruments=resolved_instruments,
        readings=readings,
        events=events,
        terms=resolved_terms,
        lists=resolved_lists,
        provisions=provisions(written, around),
        noted=notes,
        overlaps=instruments.overlaps(headers, names, problems),
        suspensions=instruments.suspensions(headers, events, names, problems),
        sources=sources,
        operations=instruments.operations(headers, names, problems),
        measures=measures,
        counterparts=register.counterparts(headers, names, problems),
    )
    guidance.check_rank(law, headers, problems)
    if not problems.found:
        # a condition that was refused and left out may have been the only threshold
        near.check_near(written_terms.values(), law, problems)
    return law


def _declared(files: Iterable[tree.LawFile]) -> Declared:
    """Sort what the files say by what it is."""
    vocabularies: list[tree.Vocabulary] = []
    regimes: list[tree.Regime] = []
    events: list[tree.Event] = []
    readings: list[tuple[str, tree.Reading]] = []
    party_lists: list[lists.WrittenList] = []
    registers: list[tree.Register] = []
    found: list[tree.Instrument] = []
    for part in (part for file in files for part in file.parts):
        match part:
            case tree.Vocabulary():
                vocabularies.append(part)
            case tree.Regime():
                regimes.append(part)
            case tree.Event():
                events.append(part)
            case tree.Reading():
                readings.append(("", part))
            case tree.PartyList():
                party_lists.append(lists.WrittenList("", part))
            case tree.Register():
                registers.append(part)
            case tree.Instrument():
                name = part.name.text
                found.append(part)
                readings += [(name, each) for each in part.body if isinstance(each, tree.Reading)]
                party_lists += [lists.WrittenList(name, each) for each in part.body if isinstance(each, tree.PartyList)]
            case _:
                assert_never(part)
    return Declared(
        tuple(vocabularies),
        tuple(regimes),
        tuple(events),
        tuple(readings),
        tuple(party_lists),
        tuple(registers),
        tuple(found),
    )


def _modalities(written: Mapping[str, WrittenProvision]) -> dict[str, Modality]:
    """Return what each provision does; one without a norm, refused elsewhere, counts as a statement meanwhile."""
    return {
        path: guidance.modality_of(each, modality(each.says.norm) if each.says.norm else Modality.STATEMENT)
        for path, each in written.items()
    }
