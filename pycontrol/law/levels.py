"""In which order provisions and terms can be decided, and why law that runs in a circle is refused.

Every provision has three nodes: it applies, it stands, it is breached. What a node needs lies on a lower level. A
circle through an exception would have no meaning, or two; a circle of conditions that name each other would have a
meaning that nobody wrote down. Both are refused over the union of all readings, with the circle shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar, assert_never

from pycontrol.diagnostics import Diagnostic, Label, Refused
from pycontrol.law.kinds import MOST_TERMS
from pycontrol.law.looks import atoms
from pycontrol.law.model import (
    AnyOf,
    Aspect,
    Differs,
    IsTerm,
    Listed,
    Modality,
    Operates,
    Reference,
    Share,
    Stake,
    Test,
    Under,
)
from pycontrol.law.wording import cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pycontrol.diagnostics import Span
from pycontrol.law.model import Condition, Law, Provision, Term

Node = tuple[str, Aspect]
N = TypeVar("N", str, Node)


MOST_PROVISIONS = 150
"""How many levels the nodes of provisions may stand on each other."""


@dataclass(frozen=True, slots=True)
class Need:
    """One node needs another: where that is written, in which readings, and whether as an exception."""

    of: Node
    span: Span | None
    readings: tuple[str, ...] = ()
    exception: bool = False


def levels(law: Law) -> dict[Node, int]:
    """Return the smallest levels on which every node stands above all it needs; a circle is refused."""
    needs = {node: tuple(found) for provision in law.provisions.values() for node, found in _needs(provision).items()}
    graph = {node: tuple(need.of for need in found) for node, found in needs.items()}
    circles = _circles(graph)
    if circles:
        raise Refused(_circle_of_provisions(circle, needs, law) for circle in circles)
    found = _smallest(graph)
    deepest = {path: level for (path, aspect), level in found.items() if aspect is Aspect.BREACH}
    _refuse_depth(deepest, MOST_PROVISIONS, "L215", "a chain of provisions that rest on each other", law.provisions)
    return found


def term_levels(law: Law) -> dict[str, int]:
    """Return the smallest levels on which every term stands above the terms that it uses; a circle is refused."""
    graph = {name: tuple(terms_used(term.conditions)) for name, term in law.terms.items()}
    circles = _circles(graph)
    if circles:
        raise Refused(_circle_of_terms(circle, law.terms) for circle in circles)
    found = _smallest(graph)
    _refuse_depth(found, MOST_TERMS, "L214", "a chain of terms", law.terms)
    return found


def terms_used(conditions: Iterable[Condition]) -> Iterator[str]:
    """Yield the names of the terms that the conditions name themselves."""
    for condition in atoms(conditions):
        if isinstance(condition, IsTerm | Share | Stake):
            yield condition.term


def _needs(provision: Provision) -> dict[Node, list[Need]]:
    """Return what the three nodes of a provision need."""
    path, norm = provision.path, provision.norm
    applies = [*_named(provision.perimeter), *_named(provision.conditions)]
    if norm.modality in {Modality.EXEMPTION, Modality.RELIEF}:
        applies += [Need((other, Aspect.APPLIES), provision.span) for other in norm.of]
    if norm.modality is Modality.SANCTION:
        applies += [Need((other, Aspect.BREACH), provision.span) for other in norm.of]
    defeats = [
        Need((by.by, Aspect.STANDS), by.span, (by.guard.reading,) if by.guard else (), exception=True)
        for by in provision.defeats
    ]
    return {
        (path, Aspect.APPLIES): applies,
        (path, Aspect.STANDS): [Need((path, Aspect.APPLIES), provision.span), *defeats],
        (path, Aspect.BREACH): [Need((path, Aspect.STANDS), provision.span)],
    }


def _named(conditions: Iterable[Condition], readings: tuple[str, ...] = ()) -> Iterator[Need]:
    """Yield a need for every provision that the conditions refer to, with the readings that guard the reference."""
    conditions = tuple(conditions)
    readings += tuple(condition.guard.reading for condition in conditions if isinstance(condition, Under))
    for condition in conditions:
        match condition:
            case Reference():
                for path in condition.provisions:
                    yield Need((path, condition.aspect), condition.span, readings)
            case AnyOf():
                for alternative in condition.alternatives:
                    yield from _named(alternative.conditions, readings)
            case Test() | IsTerm() | Listed() | Share() | Stake() | Operates() | Under() | Differs():
                pass
            case _:
                assert_never(condition)


def _circles(graph: Mapping[N, tuple[N, ...]]) -> list[tuple[N, ...]]:
    """Return circles, each from a node round to itself, of which none shares an arrow with another."""
    left = {node: list(needed) for node, needed in graph.items()}
    circles: list[tuple[N, ...]] = []
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            # graphlib lists a circle against the arrows: each node is needed by the one after it
            circle = tuple(reversed(error.args[1]))
        else:
            return circles
        circles.append(circle)
        for node, needed in pairwise(circle):
            left[node] = [other for other in left[node] if other != needed]


def _smallest(graph: Mapping[N, tuple[N, ...]]) -> dict[N, int]:
    """Return, for a graph without circles, the length of the longest way down from each node."""
    found: dict[N, int] = {}
    for node in TopologicalSorter(graph).static_order():
        found[node] = max((found[needed] + 1 for needed in graph.get(node, ())), default=0)
    return {node: found[node] for node in graph}


def _refuse_depth(
    found: Mapping[str, int], most: int, code: str, what: str, places: Mapping[str, Term | Provision]
) -> None:
    """Refuse what stands on more levels than anybody would write: deciding follows them one inside the other."""
    deepest = max(found, key=lambda name: found[name], default=None)
    if deepest is None or found[deepest] <= most:
        return
    span = places[deepest].span
    message = f"{what} is more than {most} levels deep, below `{deepest}`"
    raise Refused([Diagnostic(code, message, Label(span) if span else None, help="say it with fewer steps")])


def _circle_of_provisions(circle: tuple[Node, ...], needs: dict[Node, tuple[Need, ...]], law: Law) -> Diagnostic:
    """Say which provisions run in a circle, from the one that was written first."""
    start = min(range(len(circle) - 1), key=lambda index: list(needs).index(circle[index]))
    circle = circle[start:-1] + circle[: start + 1]
    arrows = [next(need for need in needs[node] if need.of == other) for node, other in pairwise(circle)]
    through_exception = any(arrow.exception for arrow in arrows)
    way = ", which needs ".join(f"`{path}` {_WORDS[aspect]}" for path, aspect in circle)
    readings = sorted({reading for arrow in arrows for reading in arrow.readings})
    under = f" (under {', '.join(f'`{reading}`' for reading in readings)})" if readings else ""
    shown = [arrow for arrow in arrows if arrow.exception] or arrows
    places = [Label(arrow.span, f"needs `{arrow.of[0]}`") for arrow in shown if arrow.span]
    return Diagnostic(
        code="L171" if through_exception else "L172",
        message=f"{'exceptions' if through_exception else 'conditions'} run in a circle{under}: {way}",
        primary=places[0] if places else None,
        secondary=tuple(places[1:]),
        citation=cited(law.instruments, circle[0][0]),
        help="let one of them yield: take away one `despite`, `subject to` or reference, or name a limb only",
    )


_WORDS = {Aspect.APPLIES: "applies", Aspect.STANDS: "stands", Aspect.BREACH: "is breached"}


def _circle_of_terms(circle: tuple[str, ...], terms: Mapping[str, Term]) -> Diagnostic:
    """Say which terms are defined by each other."""
    start = min(circle, key=list(terms).index)
    at = circle.index(start)
    circle = circle[at:-1] + circle[: at + 1]
    alone, way = set(circle) == {start}, ", which uses ".join(f"`{name}`" for name in circle)
    places = [Label(span) for name in circle[:-1] if (span := terms[name].span)]
    return Diagnostic(
        code="L173",
        message=f"`{start}` is defined by itself" if alone else f"terms are defined by each other: {way}",
        primary=places[0] if places else None,
        secondary=tuple(places[1:]),
        help="say what it means without its own name" if alone else "define one of them without the other",
    )
