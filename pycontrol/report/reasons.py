"""A reason tree as text: each condition with its verdict, what was found, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.diagnostics import visible
from pycontrol.explain import ABOVE, Reason, Sort, Told, Verdict, mark
from pycontrol.phrases import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.explain import Finding
    from pycontrol.law.model import Law
    from pycontrol.phrases import Tongue

_FEW = 3


def reason_text(reasons: Iterable[Reason], law: Law, tongue: Tongue, *, full: bool = True) -> str:
    """Return reason trees as text: `+` met, `-` not met, `?` unknown, `·` context; an empty line between trees.

    What rests on much and was told before is not told again. Not `full`: of what is met, what made it so; of what is not,
    what stood in the way; the rest is counted.
    """
    told = Told()
    return "\n\n".join("\n".join(_lines(reason, law, tongue, 0, told, full=full)) for reason in reasons) + "\n"


def _lines(reason: Reason, law: Law, tongue: Tongue, depth: int, told: Told, *, full: bool) -> Iterator[str]:
    indent = "  " * depth
    label = f"{reason.label} " if reason.label and not reason.words.en.startswith(reason.label) else ""
    place = f"{reason.citation}: " if reason.citation else ""
    below = _below(reason)
    above = told.before(reason, below) and depth > 0
    notes = "".join(f" [{tongue.law(one)}]" for one in (reason.note, ABOVE if above else NOTHING) if one.en)
    source = f"   {reason.source}" if reason.source else ""
    yield f"{indent}{mark(reason)} {label}{place}{tongue.law(reason.words)}{notes}{source}"
    if depth == 0 and reason.citation in law.provisions:
        provision = law.provisions[reason.citation]
        instrument = law.instruments[provision.instrument]
        yield f"{indent}    {tongue.law(instrument.cite)}, {tongue.law(provision.cite)}"
    yield from (f"{indent}    {_finding(found, tongue)}" for found in _findings(reason))
    if above:
        return
    below = told.untold(below)
    shown = below if full or depth == 0 else _deciding(reason, below)
    for child in shown:
        yield from _lines(child, law, tongue, depth + 1, told, full=full)
    if len(shown) < len(below):
        yield f"{indent}    {tongue.say('more reasons', count=len(below) - len(shown))}"


def _deciding(reason: Reason, below: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Return the children on which a verdict rests: the alternatives that are met, the conditions that are not."""
    if reason.sort is Sort.EXCEPTION and reason.verdict is Verdict.UNMET:
        return tuple(child for child in below if child.verdict is not Verdict.MET)[:1]
    either = any(child.sort in (Sort.ALTERNATIVE, Sort.PROVISION) for child in below)
    if reason.verdict is Verdict.MET:
        return tuple(child for child in below if child.verdict is Verdict.MET) if either else below
    open_ = tuple(child for child in below if child.verdict is not Verdict.MET)
    if either:
        unknown = tuple(child for child in open_ if child.verdict is Verdict.UNKNOWN)
        return unknown or open_[:_FEW]
    return open_


def _alone(reason: Reason) -> Reason | None:
    """Return the one condition of an alternative, where it says the same as the alternative."""
    if reason.sort is Sort.ALTERNATIVE and len(reason.because) == 1:
        (only,) = reason.because
        return only if reason.words.en.endswith(only.words.en) else None
    return None


def _part(reason: Reason) -> Reason | None:
    """Return the term of a part of an item list, which stands in the list under its label, and there alone."""
    match reason:
        case Reason(
            sort=Sort.ALTERNATIVE,
            because=(Reason(sort=Sort.CONDITION, source=source, because=(Reason(sort=Sort.TERM) as term,)),),
        ) if source == term.source:
            return term
        case _:
            return None


def _findings(reason: Reason) -> tuple[Finding, ...]:
    alone = _alone(reason)
    return alone.findings if alone else reason.findings


def _below(reason: Reason) -> tuple[Reason, ...]:
    inner = _alone(reason) or _part(reason)
    return inner.because if inner else reason.because


def _finding(found: Finding, tongue: Tongue) -> str:
    figures = f" ({tongue.law(found.figures)})" if found.figures.en else ""
    source = f"   {visible(found.source)}" if found.source else ""
    return f"{tongue.thing(found.about)}: {tongue.law(found.fact)} {tongue.law(found.value)}{figures}{source}"
