"""A scenario that shows something: found as a completion, written down, cut to what it needs, and determined again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from pycontrol.asp import Case, Claim, ContradictionError, Space, Takes, Went, ask_all
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


def witness(program: Program, world: World, aims: Aims, name: str, *, keep_link: bool = False) -> Shown | None:
    """Return a scenario that shows one of the aims in a world of single acts, or None where none could be stated."""
    case = Case(program, of_world(program.law, world), world.asked)
    space = Space(program, [case], figures=False)
    trial = _Trial(program, aims, frozenset({world.linked.link} if world.linked and keep_link else ()))
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
        if trial.holds([written], assumed)[0]:
            found = determined(trial.program, trial.least(written, assumed))
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
        case = Case(program, read, read.asked or max(act.on for act in read.acts))
        (answer,) = ask_all(program, [case])
    except (Refused, ContradictionError):
        return None
    evidence = Evidence(program, case, answer)
    return Shown(text, determination(evidence, "", ""), evidence)


@dataclass(frozen=True, slots=True)
class _Trial:
    """Tries whether scenarios still show one of the aims, many at a time. The facts in `links` are never left out."""

    program: Program
    aims: Aims
    links: frozenset[str]

    def holds(self, scenarios: Sequence[Scenario], assumed: Sequence[Claim]) -> tuple[bool, ...]:
        """Say of each scenario whether it surely shows one of the aims, in the readings and branches assumed."""
        try:
            cases = [
                Case(self.program, one, one.asked or max(act.on for act in one.acts), number)
                for number, one in enumerate(scenarios)
            ]
        except ContradictionError:
            return tuple(False for _ in scenarios)
        space = Space(self.program, cases)
        return tuple(any(space.surely(aim, assumed) for aim in self.aims(case)) for case in cases)

    def least(self, scenario: Scenario, assumed: Sequence[Claim]) -> Scenario:
        """Leave out whatever need not be said."""
        spare = self._spare(scenario, list(removals(scenario, self.links)), assumed)
        while spare:
            fewer = reduce(_without, spare, scenario)
            if self.holds([fewer], assumed)[0]:
                return fewer
            scenario = spare[0](scenario)
            spare = self._spare(scenario, spare[1:], assumed)
        return scenario

    def _spare(self, scenario: Scenario, able: list[Removal], assumed: Sequence[Claim]) -> list[Removal]:
        """Return the pieces each of which can be left out alone."""
        held = self.holds([one(scenario) for one in able], assumed) if able else ()
        return [one for one, holds in zip(able, held, strict=True) if holds]


def _without(scenario: Scenario, removal: Removal) -> Scenario:
    return removal(scenario)
