"""Cases in, answers out: what holds of a case by default in each branch, and what moves with other readings."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from pycontrol.asp.deviations import Search, deviations_of
from pycontrol.asp.question import Question
from pycontrol.asp.solve import Column, Grounded
from pycontrol.asp.turning import hanging

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pycontrol.asp.case import Case
    from pycontrol.asp.page import Shown
    from pycontrol.asp.program import Program
    from pycontrol.asp.question import BranchKey, Deviation

_REASONS: Callable[[Shown], str] = attrgetter("reasons")
_OUTCOMES: Callable[[Shown], str] = attrgetter("outcomes")
_WANTED: Callable[[Shown], str] = attrgetter("wanted")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver says of one case: a column per branch, at the default readings and under deviations from them."""

    columns: Mapping[BranchKey, Column]
    deviations: Mapping[Deviation, Mapping[BranchKey, Column]] = field(default_factory=dict)
    readings: tuple[str, ...] = ()


def ask(case: Case, *, deviations: bool = True) -> Answer:
    """Answer one case under the readings that its scenario takes; `deviations` asks what moves with the others.

    Readings that are not taken are left open in the grounding, and assumed for what holds by default; so a case in which
    nothing is open and no reading matters grounds to facts. All that reasons need is reported of whole cases only.
    """
    law, taken, turning = case.program.law, dict(case.things.scenario.assumptions.taken), relevant(case)
    events = tuple(name for name in law.events if name in case.doubted)
    readings = tuple(name for name in law.readings if name in turning)
    undecided = [name for name in readings if name not in taken and not law.readings[name].default]
    free = tuple(name for name in readings if name not in taken) if deviations else ()
    loose = tuple(dict.fromkeys((*undecided, *free)))
    spoken = _spoken(case) if free and not case.whole else frozenset[str]()
    scopes = _scopes(case) if spoken else frozenset[str]()
    question = Question(
        case.program, [case], events, readings, taken, loose, hanging(case.program, case.doubted), spoken, scopes
    )
    default = {name: question.default(name) for name in loose if question.default(name)}
    text = question.text(_REASONS if case.whole else _WANTED if spoken else _OUTCOMES)
    grounded = Grounded(text)
    columns = question.columns(grounded, default)
    moved = deviations_of(Search(question, text, grounded, columns, free)) if free else {}
    return Answer(columns, moved, readings)


def _spoken(case: Case) -> frozenset[str]:
    """Return the names of all of which an outcome of a case may speak; see `named`."""
    program = case.program
    coded = (term for one in case.issued for term in (one.term, *one.near))
    paths = (group.path for group in program.classes if group.name in case.weighed)
    return frozenset((*map(program.term_ids.__getitem__, coded), *map(program.provision_ids.__getitem__, paths)))


def _scopes(case: Case) -> frozenset[str]:
    """Return the names of the scopes within which an outcome of a case may be counted."""
    paths = (group.path for group in case.program.classes if group.name in case.weighed)
    return frozenset[str]().union(*map(case.program.scopes.__getitem__, paths))


def everything_open(program: Program, cases: Sequence[Case], shows: Callable[[Shown], str]) -> Grounded:
    """Ground a batch with every reading and branch left as open as the facts, to ask what may follow at all."""
    events = tuple(name for name in program.law.events if any(name in case.doubted for case in cases))
    readings = tuple(program.law.readings)
    return Grounded(Question(program, cases, events, readings, {}, readings, {}).text(shows))


def relevant(case: Case) -> frozenset[str]:
    """Return the readings on which something in this case may turn."""
    law = case.program.law
    found = set(case.readings)
    for path, provision in law.provisions.items():
        if case.weighed.get(case.program.class_of[path].name):
            found |= {defeat.guard.reading for defeat in provision.defeats if defeat.guard}
    return frozenset(found)
