"""JSON becomes records, and a record becomes the determination that it holds, without the solver's answer."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from pycontrol.determine import (
    Classified,
    Determination,
    DueDay,
    Grain,
    Headline,
    Liability,
    Miss,
    NameOnList,
    Neighbour,
    OpenLeaf,
    Otherwise,
    Outcome,
    Status,
    Unclassified,
)
from pycontrol.diagnostics import Diagnostic, Refused, Source
from pycontrol.law.model import Quantity, Text
from pycontrol.record import form
from pycontrol.record.json_text import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.determine import BranchKey, Certainty, TurnsOn


def read_records(source: Source) -> tuple[form.Record, ...]:
    """Return the record, or the records, in a JSON text. Refused where it holds anything else."""
    found = read_json(source)
    return tuple(_record(one, source) for one in (found if isinstance(found, list) else [found]))


def _record(found: object, source: Source) -> form.Record:
    given = found.get("format") if isinstance(found, dict) else None
    if given != form.FORMAT:
        what = f"it says `{given}`" if isinstance(given, str) else "it does not say of which format it is"
        message = f"`{source.name}` is no record that this version can read: {what}"
        cure = f"give what `pycontrol determine --format json` wrote; its format is `{form.FORMAT}`"
        raise Refused([Diagnostic("U106", message, help=cure)])
    try:
        return msgspec.convert(found, form.Record)
    except msgspec.ValidationError as error:
        message = f"`{source.name}` is not a whole record: {_place(error)}"
        cure = "give the record as it was written; `docs/schema/determination.schema.json` describes it"
        raise Refused([Diagnostic("U107", message, help=cure)]) from None


def _place(error: msgspec.ValidationError) -> str:
    """Return the place of a mistake in a record, in words."""
    words, _, place = str(error).partition(" - at ")
    said = words.replace("Invalid RFC3339 encoded date", "no day").replace("Object", "it")
    said = said.replace("Expected", "expected").replace("Invalid", "unknown")
    return f"{said} at {place}" if place else said


def read_determination(record: form.Record) -> Determination:
    """Return the determination that a record holds, equal to the one that was written."""
    return Determination(
        scenario=record.scenario,
        asked=record.asked,
        outcomes=tuple(_outcome(one) for one in record.outcomes),
        headlines=tuple(_headline(one) for one in record.headlines),
        grains=tuple(_grain(one) for one in record.grains),
        classified=tuple(_classified(one) for one in record.classified),
        near_names=tuple(map(_name, record.near_names)),
        found_names=tuple(map(_name, record.found_names)),
        lists=tuple(_status(one) for one in record.lists),
        unclassified=tuple(Unclassified(one.item, one.entries, one.find_out) for one in record.unclassified),
        statuses=tuple(_status(one) for one in record.statuses),
        open_leaves=tuple(_leaf(one) for one in record.open),
        readings=tuple(record.readings.items()),
        branches=tuple(tuple(key.items()) for key in record.branches),
        neighbours=tuple(Neighbour(one.instrument, one.act, _text(one.words)) for one in record.neighbours),
        assumed=record.assumed,
        hypothetical=record.hypothetical,
        taken=tuple(record.taken.items()),
        calendar=record.calendar,
        law_digest=record.law.digest,
        version=record.engine,
        regimes=record.regimes,
    )


def _text(words: form.Words) -> Text:
    return Text(words.en, words.zh)


def _branches(found: Iterable[form.InBranch]) -> tuple[tuple[BranchKey, Certainty], ...]:
    return tuple((tuple(one.branch.items()), one.certainty) for one in found)


def _name(one: form.NameOnListForm) -> NameOnList:
    return NameOnList(one.party, one.list, _text(one.title), _text(one.listed), one.notice, sure=one.sure)


def _outcome(one: form.OutcomeForm) -> Outcome:
    return Outcome(
        layer=one.layer,
        kind=one.kind,
        act=one.act,
        item=one.item,
        bearer=one.bearer,
        provision=one.provision,
        value=one.value,
        certainty=one.certainty,
        default=one.default,
        by_branch=_branches(one.by_branch),
        turns_on=_under(one.turns_on),
        depends_on=tuple(_leaf(leaf) for leaf in one.depends_on),
        of=one.of,
        due=DueDay(one.due.earliest, one.due.latest) if one.due else None,
        liability=tuple(_liability(band) for band in one.liability),
        unless=one.unless,
    )


def _classified(one: form.ClassifiedForm) -> Classified:
    return Classified(
        item=one.item,
        code=one.code,
        entry=one.entry,
        title=_text(one.title),
        certainty=one.certainty,
        default=one.default,
        near=one.near,
        suspected=one.suspected,
        misses=tuple(Miss(miss.fact, miss.value, miss.threshold) for miss in one.misses),
        turns_on=_under(one.turns_on),
        depends_on=tuple(_leaf(leaf) for leaf in one.depends_on),
    )


def _under(turns_on: Iterable[form.UnderReadings]) -> TurnsOn:
    return tuple((tuple(each.readings.items()), each.certainty) for each in turns_on)


def _leaf(leaf: form.OpenForm) -> OpenLeaf:
    indicators = tuple(_text(one) for one in leaf.indicators)
    return OpenLeaf(leaf.kind, leaf.about, leaf.name, _text(leaf.question), indicators)


def _liability(band: form.LiabilityForm) -> Liability:
    multiple = (_number(band.multiple[0]), _number(band.multiple[1])) if band.multiple else None
    low, high = _quantity(band.low), _quantity(band.high)
    return Liability(_text(band.title), band.band, low, high, multiple, band.base, band.decided)


def _quantity(words: str | None) -> Quantity | None:
    if words is None:
        return None
    amount, _, unit = words.partition(" ")
    return Quantity(_number(amount), unit)


def _number(words: str) -> Fraction:
    try:
        return Fraction(words)
    except (ValueError, ZeroDivisionError):
        cure = "give the record as it was written"
        raise Refused([Diagnostic("U107", f"`{words}` in the record is no number", help=cure)]) from None


def _status(one: form.StatusForm) -> Status:
    return Status(
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


def _grain(one: form.GrainForm) -> Grain:
    return Grain(one.layer, one.word, one.scope, one.act, one.certainty, _branches(one.by_branch))


def _otherwise(one: form.OtherwiseForm) -> Otherwise:
    return Otherwise(one.word, one.certainty, one.readings)


def _headline(one: form.HeadlineForm) -> Headline:
    return Headline(
        regime=one.regime,
        act=one.act,
        word=one.word,
        certainty=one.certainty,
        by_branch=_branches(one.by_branch),
        graver=tuple(map(_grain, one.graver)),
        dormant=tuple(map(_grain, one.dormant)),
        otherwise=_otherwise(one.otherwise) if one.otherwise else None,
        covered=one.covered,
    )
