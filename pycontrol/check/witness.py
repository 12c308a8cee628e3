"""A scenario that shows something: found as a completion, written down, cut to what it needs, and determined again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from pycontrol.asp import Case, Claim, ContradictionError, Space, Takes, Went, ask_all
from pycontrol.check.fewer import removals
from pycontrol.check.stated import stated, touched
from pycontrol.check.world import scenario as of_world
from pycontrol.determine import Certainty, Determination, Evidence, determination
from pycontrol.diagnostics import Refused, Source
from pycontrol.facts import from_syntax
from pycontrol.facts.written import to_text
from pycontrol.syntax import parse_scenarios

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pycontrol.asp import Completion, Program
    from pycontrol.check.fewer import Removal
    from pycontrol.check.world import World
    from pycontrol.facts.scenario import Scenario

    Aims = Callable[[Case], Iterable[tuple[str, ...]]]
    """The ways in which a case may show what is sought, each as atoms that must all hold."""

TRIES = 6
"""How many completions of one world are written down before another world is tried."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A scenario as text, determined: every one of the atoms of one aim is certain in it, in some branch."""

    text: str
    determination: Determination
    evidence: Evidence


def witness(program: Program, world: World, aims: Aims, name: str, *, keep_link: bool = False) -> Shown | None:
    """Return a scenario that shows one of the aims in a world of single acts, or None where none could be stated."""
    case = Case(program, of_world(program.law, world), world.asked, whole=True)
    space = Space(program, [case], figures=False)
    trial = _Trial(program, aims, keep_link=keep_link)
    for aim in aims(case):
        for _ in range(TRIES):
            completion = space.completion(case, aim)
            if completion is None:
                break
            shown = _shown(trial, case, completion, name)
            if shown is not None:
                return shown
            space.forbid(completion)
    return None


def _shown(trial: _Trial, case: Case, completion: Completion, name: str) -> Shown | None:
    base = replace(case.things.scenario, name=name)
    pairs = zip(completion.claims, completion.choices, strict=True)
    assumed = tuple(claim for claim, choice in pairs if isinstance(choice, Takes | Went))
    for spread in (True, False):
        written = stated(trial.program, base, completion.choices, spread=spread)
        if trial.holds(written, assumed):
            found = determined(trial.program, trial.least(written, touched(base, written), assumed))
            if found is not None and _certain(found, trial.aims):
                return found
    return None


def _certain(shown: Shown, aims: Aims) -> bool:
    """Whether the determination itself says so: in one branch, all that one aim asks for is certain."""
    evidence = shown.evidence
    return any(
        all(evidence.certainties(atom)[branch] is Certainty.CERTAIN for atom in aim)
        for aim in aims(evidence.case)
        for branch in evidence.branches
    )


def determined(program: Program, scenario: Scenario) -> Shown | None:
    """Write a scenario as text, read that text and determine it; None where the facts cannot be stated so."""
    text = to_text(scenario)
    try:
        (read,) = from_syntax(parse_scenarios(Source("witness.scenario", text)), program.law)
        case = Case(program, read, read.asked or max(act.on for act in read.acts), whole=True)
        (answer,) = ask_all([case])
    except (Refused, ContradictionError):
        return None
    evidence = Evidence(program, case, answer)
    return Shown(text, determination(evidence, "", ""), evidence)


@dataclass(frozen=True, slots=True)
class _Trial:
    """Tries whether a scenario shows one of the aims. `keep_link`: it keeps the acts that were linked to."""

    program: Program
    aims: Aims
    keep_link: bool

    def holds(self, scenario: Scenario, assumed: Sequence[Claim]) -> bool:
        """Whether the scenario surely shows one of the aims, in the readings and branches assumed."""
        try:
            case = Case(self.program, scenario, scenario.asked or max(act.on for act in scenario.acts), whole=True)
        except ContradictionError:
            return False
        space = Space(self.program, [case])
        return any(space.surely(aim, assumed) for aim in self.aims(case))

    def least(self, scenario: Scenario, touched: frozenset[str], assumed: Sequence[Claim]) -> Scenario:
        """Leave out whatever need not be said: all of it at once if that does, else a piece at a time."""
        able = list(removals(scenario, touched, linked=self.keep_link))
        least = reduce(_without, able, scenario)
        if self.holds(least, assumed):
            return least
        for removal in able:
            fewer = removal(scenario)
            if self.holds(fewer, assumed):
                scenario = fewer
        return scenario


def _without(scenario: Scenario, removal: Removal) -> Scenario:
    return removal(scenario)
