"""Guidance ranks below law: it says something, and what it says never changes what any other provision says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.looks import atoms
from pycontrol.law.model import IsTerm, Listed, Modality, Operates, Reference, Share, Stake
from pycontrol.law.problems import mistake
from pycontrol.law.wording import cited
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pycontrol.diagnostics import Span
    from pycontrol.law.inheritance import WrittenProvision
    from pycontrol.law.model import Condition, Law
    from pycontrol.law.problems import Problems

KIND = "guidance"
"""The first word of an instrument that is guidance."""


def is_guidance(node: tree.Instrument) -> bool:
    """Whether an instrument is guidance by its first word."""
    return node.kind.text == KIND


def check_norms(written: Mapping[str, WrittenProvision], problems: Problems) -> None:
    """Note provisions of guidance that impose something."""
    for each in written.values():
        norm = each.says.norm
        if is_guidance(each.instrument) and norm is not None and not isinstance(norm, tree.States):
            with problems.noted(each.place):
                cure = "write `states` and what it says, or call the instrument `announcement`, `statute` or `notice`"
                raise mistake(
                    "L244", "guidance imposes nothing and frees of nothing: it only states", norm.span, cure=cure
                )


def check_rank(law: Law, written: Mapping[str, tree.Instrument], problems: Problems) -> None:
    """Note where law would rest on guidance, or one would defeat, suspend or be ranked with the other."""
    guidance = frozenset(name for name, node in written.items() if is_guidance(node))
    for place, span in _moved(law, guidance):
        with problems.noted(cited(law.instruments, place)):
            cure = "let the law say it itself, or leave both to stand beside each other"
            raise mistake("L245", "guidance yields to nothing and nothing yields to it", span, cure=cure)
    for place, span in _resting(law, guidance):
        with problems.noted(cited(law.instruments, place)):
            cure = "say in the law itself what it rests on; a doubt about its text is a `reading`"
            raise mistake("L246", "law does not rest on guidance", span, cure=cure)


def _moved(law: Law, guidance: frozenset[str]) -> Iterator[tuple[str, Span | None]]:
    """Yield where an exception, an overlap or a suspension has guidance on one of its sides."""
    for path, provision in law.provisions.items():
        for defeat in provision.defeats:
            if guidance & {provision.instrument, _instrument(defeat.by)}:
                yield path, defeat.span
    for overlap in law.overlaps:
        if guidance & {_instrument(path) for path in (*overlap.first, *overlap.second)}:
            yield overlap.first[0], overlap.span
    moving = [(one.by, one.span) for one in law.suspensions] + [(one.by, one.span) for one in law.operations]
    yield from (one for one in moving if one[0] in guidance)


def _resting(law: Law, guidance: frozenset[str]) -> Iterator[tuple[str, Span | None]]:
    """Yield the conditions of law that look at a provision, a term or a list of guidance."""
    provisions = [(one.path, (*one.perimeter, *one.conditions)) for one in law.provisions.values()]
    terms = [(one.instrument, one.conditions) for one in law.terms.values()]
    for place, conditions in (*provisions, *terms):
        if _instrument(place) not in guidance:
            yield from ((place, span) for span in _looking(conditions, law, guidance))


def _looking(conditions: Iterable[Condition], law: Law, guidance: frozenset[str]) -> Iterator[Span]:
    for condition in atoms(conditions):
        match condition:
            case Reference():
                owners = {_instrument(path) for path in condition.provisions}
            case Operates():
                owners = {_instrument(condition.target)}
            case IsTerm() | Share() | Stake():
                owners = {law.terms[condition.term].instrument} if condition.term in law.terms else set()
            case Listed():
                owners = {law.lists[condition.list].instrument} if condition.list in law.lists else set()
            case _:
                owners = set()
        if owners & guidance:
            yield condition.span


def _instrument(path: str) -> str:
    return path.partition("/")[0]


def modality_of(written: WrittenProvision, modality: Modality) -> Modality:
    """Return what a provision does: a statement of guidance is guidance."""
    return Modality.GUIDANCE if is_guidance(written.instrument) else modality
