"""What the vocabulary adds where the text of a scenario cannot be read: the units of the fact, or that it takes one value.

Reading knows no vocabulary. So its cures are made sharper here, where the line at fault begins with a declared fact.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import FEW, Refused, quoted
from pycontrol.facts.amounts import fitting
from pycontrol.facts.from_syntax import from_syntax
from pycontrol.law.model import FactType
from pycontrol.syntax import parse_scenarios

if TYPE_CHECKING:
    from pycontrol.diagnostics import Diagnostic, Source, Span
    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Fact, Law, Vocabulary

_UNITS_HELP = ("S012", "S020", "S029", "S045")
_SHORT = ("S020", "S045")
_VALUES_HELP = ("S020", "S054")
_FIGURE = re.compile(r"([A-Za-z][\w-]*)[ \t]+(-?[0-9][0-9.]*)(\S*)")
_PAIR = re.compile(r"(?<!\S)([A-Za-z][\w-]*)(?=[ \t]+([\w-]+)[ \t]+([\w-]+))")


def from_source(source: Source, law: Law) -> tuple[Scenario, ...]:
    """Return the scenarios of a text, checked against the law; `Refused` with every mistake in any of them."""
    try:
        file = parse_scenarios(source)
    except Refused as refused:
        raise Refused([_sharper(one, law.vocabulary) for one in refused.diagnostics]) from None
    return from_syntax(file, law)


def _sharper(said: Diagnostic, vocabulary: Vocabulary) -> Diagnostic:
    """Return what reading said with the cure that the vocabulary knows, if it knows one."""
    if said.primary is None:
        return said
    span = said.primary.span
    if said.code in _VALUES_HELP and (cure := _values(span, vocabulary)):
        return replace(said, help=cure)
    return replace(said, help=_units(said, span, vocabulary)) if said.code in _UNITS_HELP else said


def _units(said: Diagnostic, span: Span, vocabulary: Vocabulary) -> str:
    """Say in which units the fact is written whose figure could not be read."""
    text = span.source.text.rstrip()
    first = text.rfind("\n", 0, span.start) + 1
    line = text[first:].partition("\n")[0]
    figures = [one for one in _FIGURE.finditer(line) if first + one.start() <= span.start]
    name, number, glued = figures[-1].groups() if figures else ("", "", "")
    fact = next((one for (_, own), one in vocabulary.facts.items() if own == name and _measured(one)), None)
    fit = fitting(fact, vocabulary.units) if fact else []
    if not 0 < len(fit) <= FEW or glued in fit:
        return said.help
    if said.code in _SHORT:
        return f"write its unit: {quoted((f'{number} {unit}' for unit in fit), 'or')}"
    written = f"`{name}` is written in {quoted(fit, 'or')}"
    return written if said.code == "S029" else f"{said.help}; {written}"


def _values(span: Span, vocabulary: Vocabulary) -> str:
    """Say of the last line before the stop on which two choices of one fact stand without a comma how they are written."""
    choices = {name: fact for (_, name), fact in vocabulary.facts.items() if fact.type is FactType.CHOICE}
    cure = ""
    for name, one, other in (found.groups() for found in _PAIR.finditer(span.source.text, 0, span.end)):
        fact = choices.get(name)
        if fact and {one, other} <= set(fact.values):
            single = f"`{name}` takes one value: write `{name} {one}` or `{name} {other}`"
            cure = f"values of one fact have a comma between them: `{name} {one}, {other}`" if fact.many else single
    return cure


def _measured(fact: Fact) -> bool:
    return fact.type in (FactType.QUANTITY, FactType.MONEY)
