"""C301: two review policies for one licence requirement that can stand together, and nobody said which leads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain, combinations, islice, product
from typing import TYPE_CHECKING

from pycontrol.asp import Case, Space, atom
from pycontrol.check.finding import Finding
from pycontrol.check.witness import witness
from pycontrol.check.world import Moment, World, scenario, shapes
from pycontrol.law.model import Aspect, Modality
from pycontrol.law.wording import cited

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from pycontrol.asp import Subject
    from pycontrol.check.search import Search
    from pycontrol.check.witness import Shown
    from pycontrol.law.model import Provision

    _Pair = tuple[Provision, Provision]

CODE = "C301"

LAYERS = ("now", "dormant")

WORLDS = 12
"""How many worlds are tried for a witness."""


@dataclass(frozen=True, slots=True)
class _Where:
    """In which layer, for which kind of act and on which day both stand."""

    layer: str
    kind: str
    day: dt.date


def undeclared_overlap(search: Search) -> Iterator[Finding]:
    """Find, per pair of articles, two limbs with different review policies that can stand together undeclared."""
    found: set[tuple[str, ...]] = set()
    for pair in _pairs(search):
        articles = tuple(f"{one.instrument}/{one.article}" for one in pair)
        if articles in found:
            continue
        where = _together(search, pair)
        first = next(where, None)
        if first is not None:
            found.add(articles)
            yield _finding(search, pair, _shown(search, pair, islice(chain((first,), where), WORLDS)))


def _pairs(search: Search) -> Iterator[_Pair]:
    """Yield the reviews of a common licence requirement that say different things and are not declared to overlap."""
    reviews = [one for one in search.law.provisions.values() if one.norm.modality is Modality.REVIEW]
    for first, second in combinations(reviews, 2):
        same = first.norm.what == second.norm.what or set(first.norm.of).isdisjoint(second.norm.of)
        if not same and not _declared(search, first.path, second.path):
            yield first, second


def _declared(search: Search, first: str, second: str) -> bool:
    sides = [(one.first, one.second) for one in search.law.overlaps]
    return any((first in a and second in b) or (first in b and second in a) for a, b in sides)


def _finding(search: Search, pair: _Pair, shown: Shown | None) -> Finding:
    first, second = pair
    return Finding(
        code=CODE,
        message=f"`{first.path}` and `{second.path}` can stand together and say `{first.norm.what}` and `{second.norm.what}`",
        help='let one yield (`subject to`), or declare the overlap: `overlap … and … because "…" assume stricter`',
        citation=cited(search.law.instruments, second.path),
        provisions=(second.path, first.path),
        span=second.span,
        other=first.span,
        witness=shown.text if shown else "",
    )


# --- where they stand together ------------------------------------------------------------------------------


def _aims(case: Case, pair: _Pair, layer: str) -> Iterator[tuple[str, ...]]:
    """Yield the atoms by which both bind and a licence requirement that both review stands, per act and item."""
    first, second = pair
    shared = [path for path in first.norm.of if path in second.norm.of]
    for path in shared:
        level = case.program.aspect_levels[(path, Aspect.STANDS)]
        subjects = [case.subjects.get(case.program.class_of[one].name, ()) for one in (first.path, second.path, path)]
        for one, two, three in product(*subjects):
            if len({each.act for each in (one, two, three)}) == 1 and _compatible(one, two, three):
                yield (
                    atom(case, "binds", layer, first.path, one),
                    atom(case, "binds", layer, second.path, two),
                    atom(case, f"stands_{level}", layer, path, three),
                )


def _compatible(*subjects: Subject) -> bool:
    return len({subject.item for subject in subjects if subject.item}) <= 1


def _together(search: Search, pair: _Pair) -> Iterator[_Where]:
    """Yield where both stand in some completion: what holds now comes first, days on which all is free before others."""
    spaces = {kind: _space(search, kind) for kind in search.kinds if kind in pair[0].kinds & pair[1].kinds}
    for layer, (kind, space) in product(LAYERS, spaces.items()):
        for case in space.cases:
            if any(space.can(aim) for aim in _aims(case, pair, layer)):
                yield _Where(layer, kind, case.things.scenario.acts[0].on)


def _space(search: Search, kind: str) -> Space:
    worlds = [World(kind, (Moment(day),)) for day in search.best_days]
    cases = [
        Case(search.program, scenario(search.law, one), one.asked, number, whole=True)
        for number, one in enumerate(worlds)
    ]
    return Space(search.program, cases)


def _shown(search: Search, pair: _Pair, where: Iterable[_Where]) -> Shown | None:
    """Return a scenario in which both stand for certain."""
    for one in where:
        aims = partial(_aims, pair=pair, layer=one.layer)
        moments = (Moment(one.day),)
        name = f"{pair[0].path} and {pair[1].path} together"
        for shape, linked in product(shapes(search.program), tuple(search.linked(one.kind, moments))):
            shown = witness(search.program, World(one.kind, moments, linked, shape), aims, name)
            if shown is not None:
                return shown
    return None
