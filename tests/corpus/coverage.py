"""`encoded` is claimed only where it is shown: one scenario makes a provision bind, now or if what sleeps operated, and
another comes within one condition of it. For a provision without conditions, the other lies outside its perimeter or dates.

The certainty at the default readings counts. The cases are those of `cases.py`, determined once for all tests of the corpus.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from pycontrol.asp import Scales, conditions_of
from pycontrol.determine import Certainty, Kind, Life
from pycontrol.explain.reason import Sort, Verdict
from pycontrol.explain.why import HANGS
from pycontrol.law.model import AnyOf, IsTerm, Quantifier, Reference
from tests.corpus.cases import cases, policy

if TYPE_CHECKING:
    from pycontrol import Scenario
    from pycontrol.asp.things import Subject, Thing
    from pycontrol.determine import Determination, Evidence
    from pycontrol.explain import Reason
    from pycontrol.law.model import Condition

NOT_ITS_OWN = (Kind.BREACH, Kind.WOULD_BREACH, Kind.COVERED, Kind.FULFILLED)
COUNTED = (Sort.STATUS, Sort.CONDITION)
TRIED = 120
"""How many scenarios are looked at for one that nearly meets a provision, the likeliest first; each takes reasons of its own."""
INNER = (Sort.ALTERNATIVE, Sort.TERM)
NOTES = Path(__file__).parent / "near-misses.txt"
NAMES = ": "


_BOUND: WeakKeyDictionary[Evidence, set[str]] = WeakKeyDictionary()
_COSTS: WeakKeyDictionary[Evidence, Costs] = WeakKeyDictionary()
"""What is asked of a case for every provision is found once."""


def binds(determination: Determination) -> set[str]:
    """The provisions that certainly bind here at the default readings, awake or asleep."""
    assert determination.evidence
    if determination.evidence not in _BOUND:
        _BOUND[determination.evidence] = _binds(determination)
    return _BOUND[determination.evidence]


def _binds(determination: Determination) -> set[str]:
    found = {one for one in determination.outcomes if one.default is Certainty.CERTAIN and one.kind not in NOT_ITS_OWN}
    return {one.provision for one in found}


def steps(reason: Reason, known: dict[int, int]) -> int:
    """How many conditions stand in the way of a condition: the fewest among alternatives, the sum within a legal term.

    `known` holds the answers by identity: what several reasons rest on is one.
    """
    if reason.verdict is Verdict.MET:
        return 0
    if id(reason) not in known:
        ways = [inner for inner in reason.because if inner.sort in INNER and inner.because]
        sums = (sum(steps(one, known) for one in way.because) for way in ways)
        known[id(reason)] = max(1, min(sums, default=1))
    return known[id(reason)]


def unmet(reason: Reason, *, asleep: bool) -> int:
    """How many conditions of a provision, its status included, are not met.

    As what binds asleep counts as binding, sleep is no condition that stands in the way (`asleep`). What its norm presupposes or hangs on stands where the provision itself stands. It often says once more what a written
    condition says (`when article 1(1) stands … terms … of article 1(1)`), so that it counts only where nothing else is unmet.
    """
    counted = [one for one in reason.because if one.sort in COUNTED and not (asleep and one.sort is Sort.STATUS)]
    known: dict[int, int] = {}
    written = sum(steps(one, known) for one in counted if one.source != reason.source and one.note != HANGS)
    return written or sum(steps(one, known) for one in counted)


def near(path: str, determination: Determination) -> bool:
    """Whether a provision comes within one condition of binding, without binding."""
    if path in binds(determination):
        return False
    bare = not policy().law.provisions[path].conditions
    lives = [one.life for one in determination.statuses if one.provision == path]
    if not bare and not lives:
        return False
    asleep = bool(lives) and Life.ENDED not in lives
    return any(
        unmet(reason, asleep=asleep) == 1
        or (bare and not reason.because)  # no tree: its perimeter covers no act of the scenario
        for reason in policy().why_not(determination, path)
        if reason.citation == path and reason.verdict is not Verdict.MET
    )


@cache
def bound() -> dict[str, set[str]]:
    """For each provision that binds anywhere: the files in which it does."""
    found: dict[str, set[str]] = {}
    for scenario, determination in cases():
        for path in binds(determination):
            found.setdefault(path, set()).add(file_of(scenario))
    return found


@cache
def noted() -> dict[str, str]:
    """For each provision, the scenario that was nearly met when it was last sought: where to look first."""
    return dict(line.split(NAMES, 1) for line in NOTES.read_text("utf-8").splitlines())


def note(found: dict[str, str]) -> None:
    """Write down which scenarios nearly meet these provisions, in the order of the law."""
    names = noted()
    names.update(found)
    NOTES.write_text(
        "".join(f"{path}{NAMES}{names[path]}\n" for path in policy().law.provisions if path in names), "utf-8"
    )


def missed(path: str) -> str | None:
    """Return a scenario in which a provision is nearly met; None where there is none."""
    name = noted().get(path)
    if any(scenario.name == name and near(path, determination) for scenario, determination in cases()):
        return name
    return sought(path)


def sought(path: str) -> str | None:
    """Look in all scenarios for one in which a provision is nearly met.

    The likeliest are looked at first: those beside one in which it binds, of them those in which least is missing.
    """
    beside = bound().get(path, frozenset())
    groups = ([case for case in cases() if (file_of(case[0]) in beside) is told] for told in (True, False))
    tried = chain.from_iterable(sorted(some, key=lambda case: distance(path, case[1])) for some in groups)
    hits = (scenario.name for scenario, determination in islice(tried, TRIED) if near(path, determination))
    return next(hits, None)


def distance(path: str, determination: Determination) -> int:
    """Guess how far a provision is from missing by one condition: what fails counts, and what is in doubt for half."""
    evidence = determination.evidence
    assert evidence
    if path in binds(determination):
        return FAR
    if evidence not in _COSTS:
        _COSTS[evidence] = Costs(evidence)
    program, case, scales = evidence.program, evidence.case, _COSTS[evidence]
    conditions = conditions_of(program.law.provisions[path])
    subjects = case.subjects.get(program.class_of[path].name, ())
    sums = [sum(scales.cost(one, subject) for one in conditions) for subject in subjects]
    return min((abs(one - FAILS) for one in sums), default=FAR if conditions else 0)


class Costs(Scales):
    """Guesses what stands in the way of a condition as `steps` counts it, before any reason is asked for."""

    def __init__(self, evidence: Evidence) -> None:
        taken = {name: value for name, value in evidence.taken.items() if value}
        super().__init__(evidence.program, evidence.case.things, taken)
        self._costs: dict[tuple[int, Subject | Thing], int] = {}

    def cost(self, condition: Condition, subject: Subject | Thing) -> int:
        """A condition is known by its identity: the law outlives the costs."""
        key = id(condition), subject
        if key not in self._costs:
            self._costs[key] = self._cost(condition, subject)
        return self._costs[key]

    def _cost(self, condition: Condition, subject: Subject | Thing) -> int:
        match condition:
            case Reference():
                return FAILS // 2
            case AnyOf():
                ways = [sum(self.cost(one, subject) for one in way.conditions) for way in condition.alternatives]
                return min(ways)
            case IsTerm(quantifier=Quantifier.SOME) if term := self.program.terms.get(condition.term):
                things, _ = self.things.reach(subject, condition.reach)
                ways = [sum(self.cost(one, thing) for one in term.conditions) for thing in things]
                return min(ways, default=FAILS)
            case _:
                return 0 if self.condition(condition, subject) else FAILS


FAILS = 2
FAR = 1000


def file_of(scenario: Scenario) -> str:
    return scenario.span.source.name if scenario.span else ""
