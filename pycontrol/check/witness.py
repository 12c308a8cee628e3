"""A scenario that shows something: found as a completion, written down, cut to what it needs, and determined again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from pycontrol.asp import Case, ContradictionError, Space, Takes, Went, ask_all
from pycontrol.check.fewer import removals
from pycontrol.check.stated import stated
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


def witness(program: Program, world: World, aims: Aims, name: str) -> Shown | None:
    """Return a scenario that shows one of the aims in a world of single acts, or None where none could be stated."""
    case = Case(program, of_world(program.law, world), world.asked)
    space = Space(program, [case], figures=False)
    for aim in aims(case):
        for _ in range(TRIES):
            completion = space.completion(case, aim)
            if completion is None:
                break
            shown = _shown(program, case, completion, aims, name)
            if shown is not None:
                return shown
            space.forbid(completion)
    return None


def _shown(program: Program, case: Case, completion: Completion, aims: Aims, name: str) -> Shown | None:
    base = replace(case.things.scenario, name=name)
    for spread in (True, False):
        written = stated(program, base, completion.choices, spread=spread)
        trial = _Trial(program, completion, aims)
        if trial.holds([written])[0]:
            found = determined(program, trial.least(written))
            if found is not None and _certain(found, aims):
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
        case = Case(program, read, read.asked or max(act.on for act in read.acts))
        (answer,) = ask_all(program, [case])
    except (Refused, ContradictionError):
        return None
    evidence = Evidence(program, case, answer)
    return Shown(text, determination(evidence, "", ""), evidence)


@dataclass(frozen=True, slots=True)
class _Trial:
    """Tries whether scenarios still show what they should, many at a time."""

    program: Program
    completion: Completion
    aims: Aims

    def holds(self, scenarios: Sequence[Scenario]) -> tuple[bool, ...]:
        """Say of each scenario whether it surely shows one of the aims, in the branches of the completion."""
        cases = []
        for number, one in enumerate(scenarios):
            try:
                cases.append(Case(self.program, one, one.asked or max(act.on for act in one.acts), number))
            except ContradictionError:
                return tuple(False for _ in scenarios)
        space = Space(self.program, cases)
        pairs = zip(self.completion.claims, self.completion.choices, strict=True)
        assumed = [claim for claim, choice in pairs if isinstance(choice, Takes | Went)]
        return tuple(any(space.surely(aim, assumed) for aim in self.aims(case)) for case in cases)

    def least(self, scenario: Scenario) -> Scenario:
        """Leave out whatever need not be said."""
        able = list(removals(scenario))
        kept = [one for one, holds in zip(able, self.holds([one(scenario) for one in able]), strict=True) if holds]
        while kept:
            fewer = reduce(_without, kept, scenario)
            if self.holds([fewer])[0]:
                return fewer
            scenario, kept = self._half(scenario, kept)
        return scenario

    def _half(self, scenario: Scenario, kept: list[Removal]) -> tuple[Scenario, list[Removal]]:
        """Leave out the first piece, and keep of the others those that can still be left out one at a time."""
        scenario = kept[0](scenario)
        rest = kept[1:]
        if not rest:
            return scenario, rest
        left = self.holds([one(scenario) for one in rest])
        return scenario, [one for one, holds in zip(rest, left, strict=True) if holds]


def _without(scenario: Scenario, removal: Removal) -> Scenario:
    return removal(scenario)
