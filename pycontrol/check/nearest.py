"""The scenario in which a provision comes nearest to doing what it is for, and what blocks it there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from pycontrol.asp import Case, Space, atom, atom_of_condition, atom_of_defeat, conditions_of
from pycontrol.check.search import DEFEATING
from pycontrol.check.witness import witness
from pycontrol.check.world import Moment, World, scenario, shapes
from pycontrol.explain import Sort, Verdict, why_not
from pycontrol.law.looks import atoms
from pycontrol.law.model import Aspect, Reference

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from pycontrol.asp import Subject
    from pycontrol.check.search import Search
    from pycontrol.explain import Reason
    from pycontrol.law.model import Provision

WORLDS = 12
"""How many worlds are compared."""

_NOW = "now"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The scenario as text, the reason tree of the provision in it, and what blocks it, in the words of the law."""

    text: str
    reason: Reason
    blocks: tuple[str, ...]


def nearest(search: Search, provision: Provision) -> Nearest | None:
    """Return the scenario in which most of what the provision needs comes together; None where none could be stated."""
    best: tuple[int, World, tuple[int, ...]] | None = None
    for world in islice(_worlds(search, provision), WORLDS):
        for met in _met(search, provision, world):
            if best is None or len(met) > best[0]:
                best = len(met), world, met
    if best is None:
        return None
    _, world, met = best

    def aims(case: Case) -> Iterator[tuple[str, ...]]:
        for subject in _subjects(case, provision):
            needs = tuple(_needs(case, provision, subject))
            yield tuple(needs[number] for number in met)

    shown = witness(search.program, world, aims, f"nearest to {provision.path}", keep_link=True)
    if shown is None:
        return None
    reasons = why_not(shown.determination, shown.evidence, provision.path)
    own = next((one for one in reasons if one.citation == provision.path), None)
    return Nearest(shown.text, own, _blocks(provision, own)) if own else None


def _worlds(search: Search, provision: Provision) -> Iterator[World]:
    """Yield single acts of the provision's kinds, on a day on which it is in force if there is one."""
    moment = Moment(_day(search, provision))
    kinds = [kind for kind in search.kinds if kind in provision.kinds]
    named = (one.provisions for one in atoms(conditions_of(provision)) if isinstance(one, Reference))
    cited = {kind for paths in named for path in paths for kind in search.law.provisions[path].kinds}
    for shape, kind in product(shapes(search.program), kinds):
        links = sorted(search.linked(kind, (moment,)), key=lambda one: one is not None and one.kind not in cited)
        yield from (World(kind, (moment,), linked, shape) for linked in links)


def _day(search: Search, provision: Provision) -> dt.date:
    """Return the best day on which the provision is free; else one within its dates; else one on which it was issued."""
    phases = {day: search.program.phase(provision.path, day) for day in search.best_days}
    free = [day for day, now in phases.items() if now.within and not now.paused and not now.doubts]
    within = [day for day, now in phases.items() if now.within]
    issued = [day for day, now in phases.items() if now.issued]
    return next(iter([*free, *within, *issued]))


def _subjects(case: Case, provision: Provision) -> list[Subject]:
    subjects = case.subjects.get(case.program.class_of[provision.path].name, ())
    return [one for one in subjects if one.act.name == "act-1"]


def _needs(case: Case, provision: Provision, subject: Subject) -> Iterator[str]:
    """Yield everything that must come together, as atoms: each condition, then all of them, then what follows."""
    for condition in conditions_of(provision):
        yield atom_of_condition(case, provision.path, condition, _NOW, subject)
    for aspect in (Aspect.APPLIES, Aspect.STANDS):
        level = case.program.aspect_levels[(provision.path, aspect)]
        yield atom(case, f"{aspect}_{level}", _NOW, provision.path, subject)
    if provision.norm.modality in DEFEATING:
        for path in provision.norm.of:
            for other in case.subjects.get(case.program.class_of[path].name, ()):
                yield atom_of_defeat(case, _NOW, path, provision.path, other)
    else:
        yield atom(case, "binds", _NOW, provision.path, subject)


def _met(search: Search, provision: Provision, world: World) -> Iterator[tuple[int, ...]]:
    """Yield, per subject, which needs can be met together, the first ones first."""
    case = Case(search.program, scenario(search.law, world), world.asked, whole=True)
    space = Space(search.program, [case], figures=world.shape.share is None and world.shape.stake is None)
    for subject in _subjects(case, provision):
        met: list[int] = []
        needs = tuple(_needs(case, provision, subject))
        for number in range(len(needs)):
            if space.can(needs[one] for one in (*met, number)):
                met.append(number)
        yield tuple(met)


# --- what blocks --------------------------------------------------------------------------------------------


def _blocks(provision: Provision, reason: Reason) -> tuple[str, ...]:
    """Return what is not met in the reason tree, and the exceptions that defeat the provision."""
    found: list[str] = []
    for child in reason.because:
        match child.sort:
            case Sort.EXCEPTION if child.verdict is Verdict.MET:
                found.append(f"{child.citation} {child.note.en}")
            case Sort.STATUS if child.verdict is not Verdict.MET:
                found.append(f"its status: {child.words.en} {child.note.en}".rstrip())
            case Sort.CONDITION if child.verdict is not Verdict.MET:
                found.append(child.words.en)
            case _:
                pass
    return tuple(found) or (_elsewhere(provision),)


def _elsewhere(provision: Provision) -> str:
    """Say what is missing where every condition of the provision itself is met."""
    if provision.norm.hangs_on:
        return "nothing that it speaks of stands for this item"
    return "nothing that it names applies to the same bearer"
