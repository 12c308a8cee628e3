"""Is a thing certainly, certainly not, or perhaps an instance of a term? Decides only which parts and holders are in doubt.

The solver, not this file, says what holds in each completion: a thing in doubt here becomes a condition there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, assert_never

from pycontrol.asp.from_law import looks_beyond
from pycontrol.asp.regions import negated
from pycontrol.asp.things import Subject
from pycontrol.asp.truth import Truth, every, opposite, some
from pycontrol.facts.lists import membership
from pycontrol.law.model import (
    AnyOf,
    Compared,
    Differs,
    IsTerm,
    Listed,
    Operates,
    Quantifier,
    Quantity,
    Reference,
    Share,
    Stake,
    Test,
    Under,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp.program import Program
    from pycontrol.asp.things import Thing, Things
    from pycontrol.law.model import Check, Condition, Guard, Value
    from pycontrol.law.status import Phase

Weighed = Mapping[str, tuple[Subject, ...]]
"""The subjects for which provisions may apply, by the name of the provision's class."""
Referred = Callable[[Reference | Operates, "Subject | Thing"], Truth]
"""Says of what looks at other law whether what it names is the case."""


def weigh(program: Program, things: Things, term: str, thing: Thing) -> Truth:
    """Return whether `thing` is `term`: True, False, or None where it depends on facts or readings."""
    return scales(program, things).term(term, thing)


def scales(program: Program, things: Things) -> Scales:
    """Return the scales of a case, under the readings that its scenario takes; they remember what they weighed."""
    if things.scales is None:
        things.scales = Scales(program, things, dict(things.scenario.assumptions.taken))
    return things.scales


def by_default(program: Program, things: Things) -> Scales:
    """Return scales of a case at the readings taken: by its scenario, else by default."""
    defaults = {name: one.default for name, one in program.law.readings.items() if one.default}
    return Scales(program, things, defaults | dict(things.scenario.assumptions.taken))


def prospect(program: Program, things: Things, path: str, subject: Subject, weighed: Weighed) -> Truth:
    """Return what is settled, in every completion and reading, of the conditions of a provision for `subject`.

    False: one of them fails, so that it never applies. True: those hold that look at facts only. `weighed` holds the subjects
    for which the provisions below it may apply.
    """
    scale, doubtful = scales(program, things), False
    for condition in program.conditions[path]:
        if isinstance(condition, Reference):
            truth = _may_apply(program, things, condition, subject, weighed)
        else:
            truth = scale.condition(condition, subject)
        if truth is False:
            return False
        doubtful = doubtful or (truth is None and not looks_beyond(condition))
    return None if doubtful else True


def _may_apply(program: Program, things: Things, reference: Reference, subject: Subject, weighed: Weighed) -> Truth:
    """A reference fails where none of the provisions that it names may apply to the acts that it looks at.

    Of a legal order that the scenario does not ask of, nobody says what applies.
    """
    acts, dark = things.reach(subject, reference.reach)
    named = [program.class_of[path] for path in reference.provisions]
    unasked = any(things.scenario.regimes and group.regime not in things.scenario.regimes for group in named)
    others = (one for group in named for one in weighed.get(group.name, ()))
    return None if dark or unasked or any(one.act in acts for one in others) else False


class Scales:
    """Weighs conditions of one case under some readings; a reading that is not among them is in doubt.

    `referred` says of what looks at other law whether it holds. Without it references to provisions are in doubt, and that law
    operates holds where it does now, and fails where it would not, either, if it were awake.
    """

    def __init__(
        self, program: Program, things: Things, readings: Mapping[str, str], referred: Referred | None = None
    ) -> None:
        self.program = program
        self.things = things
        self.readings = readings
        self._referred = referred
        self._weighed: dict[tuple[str, Thing], Truth] = {}
        self._looked_up: dict[tuple[str, tuple[str, ...], Thing], Truth] = {}

    def term(self, term: str, thing: Thing) -> Truth:
        """Return whether `thing` is `term`."""
        key = term, thing
        if key not in self._weighed:
            named = self.program.terms.get(term)  # a term made for a test of stakes has no conditions to be weighed
            self._weighed[key] = self.conditions(named.conditions, thing) if named else None
        return self._weighed[key]

    def conditions(self, conditions: Iterable[Condition], subject: Subject | Thing) -> Truth:
        """Return whether all conditions are met: those of a term, or of an alternative of an enumeration."""
        return every(self.condition(one, subject) for one in conditions)

    def condition(self, condition: Condition, subject: Subject | Thing) -> Truth:
        """Return whether a condition is met for a subject, or for the thing of a term."""
        match condition:
            case Test():
                return self._test(condition, subject)
            case IsTerm():
                return self._member(condition, subject, partial(self.term, condition.term))
            case Listed():
                return self._member(condition, subject, partial(self._listed, condition))
            case AnyOf():
                return some(self.conditions(one.conditions, subject) for one in condition.alternatives)
            case Under():
                return self._holds(condition.guard)
            case Reference() | Operates() if self._referred:
                return self._referred(condition, subject)
            case Operates():
                now, asleep = self.operating(condition, subject)
                return now or (False if asleep is False else None)
            case Reference():
                return None
            case Share() | Stake() | Differs():
                return None
            case _:
                assert_never(condition)

    def operating(self, condition: Operates, subject: Subject | Thing) -> tuple[Truth, Truth]:
        """Return whether something of the target operates on the day of the act, and whether it would if it were awake.

        An event in doubt leaves open whether it does.
        """
        act = subject.act if isinstance(subject, Subject) else subject
        assumed = frozenset(self.things.scenario.assumptions.in_force)
        phases = [self.program.phase(path, act.day, assumed) for path in self.program.targets[condition.target]]
        return some(self._runs(one) for one in phases), some(
            every((one.issued, self._any(one.lasting))) for one in phases
        )

    def _runs(self, phase: Phase) -> Truth:
        doubted = self._any(guard for _, guard in phase.doubts)
        awake = opposite(self._any(phase.paused))
        return every((self._any(phase.within), awake, None if doubted is not False else True))

    def _any(self, guards: Iterable[Guard | None]) -> Truth:
        return some(guard is None or self._holds(guard) for guard in guards)

    def _member(self, condition: IsTerm | Listed, subject: Subject | Thing, of: Callable[[Thing], Truth]) -> Truth:
        """Every one is, where there is none that is not: a thing that there may not be may be no exception, either."""
        reached, dark = self.things.reach(subject, condition.reach)
        exceptions = condition.quantifier is Quantifier.EVERY
        truths = [_real(one, opposite(of(one)) if exceptions else of(one)) for one in reached]
        found = some([*truths, None] if dark else truths)
        return found if condition.quantifier is Quantifier.SOME else opposite(found)

    def _holds(self, guard: Guard) -> Truth:
        taken = self.readings.get(guard.reading)
        return taken == guard.value if taken else None

    def _listed(self, listed: Listed, party: Thing) -> Truth:
        key = listed.list, listed.notices, party
        if key not in self._looked_up:
            names = self.things.names(party)
            cases = membership(self.things.law.lists[listed.list], names, party.day, listed.notices)
            truths = {truth for _, truth in cases}
            self._looked_up[key] = truths.pop() if len(truths) == 1 else None
        return self._looked_up[key]

    def _test(self, test: Test, subject: Subject | Thing) -> Truth:
        check = negated(test.check) if test.quantifier is Quantifier.EVERY else test.check
        found = some(self._values(test, check, subject))
        return found if test.quantifier is Quantifier.SOME else opposite(found)

    def _values(self, test: Test, check: Check, subject: Subject | Thing) -> Iterator[Truth]:
        """Yield, of each value that the fact has or may have, whether it passes."""
        reached, dark = self.things.reach(subject, test.reach)
        for one in reached:
            known = self.things.known(one, test.fact)
            for value in known.values:
                yield _real(one, self._passes(value, check))
            if known.more:
                passed = {self._passes(value, check) for value in known.among} or {None}
                sure = len(passed) == 1 and not (known.several or known.absent)
                yield _real(one, passed.pop() if sure or passed == {False} else None)
            if any(self._passes(value, check) is not False for value in known.beside):
                yield None
        if dark:
            yield None

    def _passes(self, value: Value, check: Check) -> Truth:
        """Return whether a value passes a check; an amount in another currency cannot be held against a threshold."""
        if isinstance(check, Compared) and isinstance(value, Quantity) and value.unit != check.threshold.unit:
            return None
        passed = self.program.judge.passes(value, check)
        return passed if isinstance(passed, bool) else some(self._holds(guard) for guard in passed)


def _real(thing: Thing, truth: Truth) -> Truth:
    """What holds of a thing that there may not be is no more than possible."""
    return None if thing.ghost and truth else truth
