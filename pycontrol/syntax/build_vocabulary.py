"""Rules on vocabulary, readings, events and regimes become nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.syntax import tree
from pycontrol.syntax.parts import clause, quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycontrol.syntax.parts import Parts

SECTION_WORDS = frozenset(
    "scenario note asked regimes party item act stake licence complete screened assume take table row expect since until by".split()
)
"""Words that a scenario cannot use as the name of a fact: they open a section, a date or a notice there."""


def vocabulary(parts: Parts) -> tree.Vocabulary:
    return tree.Vocabulary(parts.span, ())


def kinds(parts: Parts) -> tree.Kinds:
    return tree.Kinds(parts.span, parts.all(tree.Word))


def filings(parts: Parts) -> tree.Filings:
    (by,) = parts.words("filed_by")
    return tree.Filings(parts.span, parts.all(tree.Word), by, next(iter(parts.words("filed_to")), None))


def unit(parts: Parts) -> tree.Unit:
    name, dimension = parts.all(tree.Word)
    ends = parts.clause("unit_range")
    low, high = (*(ends.all(tree.Quantity) if ends else ()), None, None)[:2]
    factor, zero = (*parts.all(tree.Quantity), None, None)[:2]
    return tree.Unit(parts.span, name, dimension, factor, zero, low, high)


def currency(parts: Parts) -> tree.Currency:
    return tree.Currency(parts.span, parts.all(tree.Word))


def territory(parts: Parts) -> tree.Territory:
    return tree.Territory(parts.span, parts.one(tree.Word), parts.one(tree.Text), parts.all(tree.Places))


def places(parts: Parts) -> tree.Places:
    return tree.Places(parts.span, parts.all(tree.Word), parts.first(tree.Under))


def fact(parts: Parts) -> tree.Fact:
    path = parts.one(tree.Word)
    if path.text.partition(".")[2] in SECTION_WORDS:
        cure = "that word opens something else in a scenario; choose another name"
        parts.note("S034", f"a fact cannot be called `{path.text}`", path.span, cure)
    return tree.Fact(
        parts.span,
        path,
        parts.one(tree.FactType),
        many=parts.has("MANY"),
        open=parts.has("OPEN"),
        dated=parts.has("DATED"),
        alterable=parts.has("ALTERABLE"),
        settled="judged" if parts.has("JUDGED") else "not encoded" if parts.has("ENCODED") else "",
        kinds=parts.words("fact_kinds"),
        groups=parts.words("groups"),
        where=parts.only(tree.Exists, "`where`"),
        vague=parts.all(tree.Vague),
        question=parts.text("question"),
        indicators=parts.texts("indicator"),
    )


def exists(parts: Parts) -> tree.Exists:
    path, *values = parts.all(tree.Word)
    return tree.Exists(parts.span, path, tuple(values), parts.words("save"))


def vague(parts: Parts) -> tree.Vague:
    return tree.Vague(parts.span, parts.words("vague_values"), parts.words("vague_sharper"), parts.first(tree.Exists))


def fact_type(parts: Parts) -> tree.FactType:
    name, *words = parts.all(tree.Word)
    if parts.has("CHOICE"):
        return tree.FactType(parts.span, name, choices=tuple(words))
    if parts.has("QUANTITY") or parts.has("DIFFERENCE"):
        low, high = (*parts.all(tree.Quantity), None, None)[:2]
        return tree.FactType(parts.span, name, unit=words[0], low=low, high=high)
    return tree.FactType(parts.span, name)


def constraint(parts: Parts) -> tree.Constraint:
    given, then = parts.all(tree.Claim)
    return tree.Constraint(parts.span, given, then, parts.first(tree.Text))


def claim(parts: Parts) -> tree.Claim:
    path, *values = parts.all(tree.Word)
    return tree.Claim(parts.span, path, parts.has("NOT"), tuple(values))


def regime(parts: Parts) -> tree.Regime:
    name, *severity = parts.all(tree.Word)
    return tree.Regime(parts.span, name, parts.one(tree.Text), tuple(severity))


def event(parts: Parts) -> tree.Event:
    return tree.Event(parts.span, parts.one(tree.Word), parts.one(tree.Text), parts.all(tree.Branch))


def branch(parts: Parts) -> tree.Branch:
    return tree.Branch(parts.span, parts.one(tree.Word), parts.one(tree.Text), parts.has("SUSPENDED"))


def reading(parts: Parts) -> tree.Reading:
    name, default, *question = parts.all(tree.Word)
    title, because = parts.all(tree.Text)
    return tree.Reading(
        parts.span,
        name,
        title,
        parts.all(tree.ReadingValue),
        None if default.text == "none" else default,
        because,
        question[0] if question else None,
    )


def reading_value(parts: Parts) -> tree.ReadingValue:
    return tree.ReadingValue(parts.span, parts.one(tree.Word), parts.one(tree.Text))


RULES: dict[str, Callable[[Parts], tree.Node]] = {
    "branch": branch,
    "claim": claim,
    "constraint": constraint,
    "currency": currency,
    "event": event,
    "fact": fact,
    "fact_kinds": clause,
    "save": clause,
    "vague_values": clause,
    "vague_sharper": clause,
    "exists": exists,
    "vague": vague,
    "vague_with": exists,
    "fact_type": fact_type,
    "factor": quantity,
    "filed_by": clause,
    "filed_to": clause,
    "filings": filings,
    "groups": clause,
    "indicator": clause,
    "kinds": kinds,
    "places": places,
    "question": clause,
    "reading": reading,
    "reading_value": reading_value,
    "regime": regime,
    "territory": territory,
    "unit": unit,
    "unit_range": clause,
    "vocabulary": vocabulary,
}
