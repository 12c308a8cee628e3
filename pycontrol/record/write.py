"""A determination becomes a record, and a record becomes JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from pycontrol.diagnostics import as_json
from pycontrol.facts import to_mapping
from pycontrol.facts.amounts import decimal
from pycontrol.record import form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from pycontrol.determine import (
        BranchKey,
        Certainty,
        Classified,
        Determination,
        Grain,
        Headline,
        Liability,
        NameOnList,
        OpenLeaf,
        Otherwise,
        Outcome,
        Status,
        TurnsOn,
    )
    from pycontrol.explain import Reason
    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Quantity, Text


def record(
    determination: Determination, scenario: Scenario, reasons: Iterable[Reason], law: form.LawForm
) -> form.Record:
    """Return the record of a determination of `scenario`. What the scenario expects is no fact and is left out."""
    facts = to_mapping(scenario)
    table, trees = _Table(), tuple(reasons)
    tops = tuple(table.place(one) for one in trees)
    return form.Record(
        format="pycontrol-record/1",
        engine=determination.version,
        law=law,
        scenario=determination.scenario,
        asked=determination.asked,
        facts={key: value for key, value in facts.items() if key != "expect"},
        headlines=tuple(_headline(one) for one in determination.headlines),
        outcomes=tuple(_outcome(one) for one in determination.outcomes),
        classified=tuple(_classified(one) for one in determination.classified),
        near_names=tuple(map(_name, determination.near_names)),
        found_names=tuple(map(_name, determination.found_names)),
        lists=tuple(_status(one) for one in determination.lists),
        unclassified=tuple(
            form.UnclassifiedForm(one.item, one.entries, one.find_out) for one in determination.unclassified
        ),
        statuses=tuple(_status(one) for one in determination.statuses),
        open=tuple(_leaf(one) for one in determination.open_leaves),
        readings=dict(determination.readings),
        branches=tuple(dict(key) for key in determination.branches),
        neighbours=tuple(
            form.NeighbourForm(one.instrument, one.act, _words(one.words)) for one in determination.neighbours
        ),
        assumed=determination.assumed,
        hypothetical=determination.hypothetical,
        taken=dict(determination.taken),
        calendar=determination.calendar,
        regimes=determination.regimes,
        grains=tuple(_grain(one) for one in determination.grains),
        why=tops,
        reasons=tuple(table.nodes),
    )


def text(records: form.Record | Sequence[form.Record]) -> str:
    """Return JSON: one record as it is, any other number as a list. Equal records give equal text."""
    many = [records] if isinstance(records, form.Record) else records
    whole = many[0] if len(many) == 1 else many
    return as_json(msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()) + "\n"


def codes_text(determinations: Iterable[Determination]) -> str:
    """Return JSON: for each scenario, the control codes of its items and the items of which too little is known."""
    found = [
        {
            "scenario": one.scenario,
            "classified": [_classified(each) for each in one.classified],
            "lists": [_status(each) for each in one.lists],
            "unclassified": [form.UnclassifiedForm(u.item, u.entries, u.find_out) for u in one.unclassified],
        }
        for one in determinations
    ]
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n"


def schema() -> str:
    """Return the JSON Schema of a record, as published in `docs/schema/`."""
    found = msgspec.json.schema(form.Record) | {"title": "A determination of pycontrol"}
    return msgspec.json.format(msgspec.json.encode(found, order="sorted"), indent=2).decode() + "\n"


def _words(words: Text) -> form.Words:
    return form.Words(words.en, words.zh)


def _in_branches(by_branch: Iterable[tuple[BranchKey, Certainty]]) -> tuple[form.InBranch, ...]:
    return tuple(form.InBranch(dict(key), certainty) for key, certainty in by_branch)


def _outcome(one: Outcome) -> form.OutcomeForm:
    return form.OutcomeForm(
        layer=one.layer,
        kind=one.kind,
        act=one.act,
        item=one.item,
        bearer=one.bearer,
        provision=one.provision,
        value=one.value,
        certainty=one.certainty,
        default=one.default,
        by_branch=_in_branches(one.by_branch),
        turns_on=_under(one.turns_on),
        depends_on=tuple(_leaf(leaf) for leaf in one.depends_on),
        of=one.of,
        due=form.DueForm(one.due.earliest, one.due.latest) if one.due else None,
        liability=tuple(_liability(band) for band in one.liability),
        unless=one.unless,
    )


def _classified(one: Classified) -> form.ClassifiedForm:
    return form.ClassifiedForm(
        item=one.item,
        code=one.code,
        entry=one.entry,
        title=_words(one.title),
        certainty=one.certainty,
        default=one.default,
        near=one.near,
        suspected=one.suspected,
        misses=tuple(form.MissForm(miss.fact, miss.value, miss.threshold) for miss in one.misses),
        turns_on=_under(one.turns_on),
        depends_on=tuple(_leaf(leaf) for leaf in one.depends_on),
    )


def _under(turns_on: TurnsOn) -> tuple[form.UnderReadings, ...]:
    return tuple(form.UnderReadings(dict(readings), certainty) for readings, certainty in turns_on)


def _leaf(leaf: OpenLeaf) -> form.OpenForm:
    indicators = tuple(_words(one) for one in leaf.indicators)
    return form.OpenForm(leaf.kind, leaf.about, leaf.name, _words(leaf.question), indicators)


def _liability(band: Liability) -> form.LiabilityForm:
    low, high = _amount(band.low), _amount(band.high)
    multiple = _exact(band.multiple) if band.multiple else None
    return form.LiabilityForm(_words(band.title), band.band, low, high, multiple, band.base, band.decided)


def _amount(quantity: Quantity | None) -> str | None:
    return f"{decimal(quantity.amount)} {quantity.unit}" if quantity else None


def _exact(multiple: tuple[Fraction, Fraction]) -> tuple[str, str]:
    return decimal(multiple[0]), decimal(multiple[1])


def _status(one: Status) -> form.StatusForm:
    return form.StatusForm(
        one.provision,
        one.act,
        one.life,
        one.operation,
        one.because,
        one.beyond,
        one.confidence,
        one.turns_on,
        one.begins,
        one.until,
    )


def _grain(one: Grain) -> form.GrainForm:
    return form.GrainForm(one.layer, one.word, one.scope, one.act, one.certainty, _in_branches(one.by_branch))


def _otherwise(one: Otherwise) -> form.OtherwiseForm:
    return form.OtherwiseForm(one.word, one.certainty, one.readings)


def _name(one: NameOnList) -> form.NameOnListForm:
    return form.NameOnListForm(one.party, one.list, _words(one.title), _words(one.listed), one.notice, one.sure)


def _headline(one: Headline) -> form.HeadlineForm:
    return form.HeadlineForm(
        regime=one.regime,
        act=one.act,
        word=one.word,
        certainty=one.certainty,
        by_branch=_in_branches(one.by_branch),
        graver=tuple(map(_grain, one.graver)),
        dormant=tuple(map(_grain, one.dormant)),
        otherwise=_otherwise(one.otherwise) if one.otherwise else None,
        covered=one.covered,
    )


class _Table:
    """The reasons of a record, each once."""

    def __init__(self) -> None:
        self.nodes: dict[form.ReasonForm, int] = {}
        self._places: dict[int, int] = {}

    def place(self, one: Reason) -> int:
        """Put a reason and all below it into the table, and return its place there."""
        if id(one) not in self._places:
            node = form.ReasonForm(
                sort=one.sort,
                verdict=one.verdict,
                words=_words(one.words) if one.words.zh != one.words.en else form.Words(one.words.en),
                citation=one.citation,
                label=one.label,
                note=one.note.en,
                source=one.source,
                findings=tuple(
                    form.FindingForm(found.about, found.fact.en, found.value.en, found.figures.en, found.source)
                    for found in one.findings
                ),
                because=tuple(map(self.place, one.because)),
            )
            self._places[id(one)] = self.nodes.setdefault(node, len(self.nodes))
        return self._places[id(one)]
