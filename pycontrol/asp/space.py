"""Everything that may follow: a batch with all facts, readings and branches open, and what its completions choose.

Where `answer` asks what holds in every and in some completion of one scenario, a space is asked whether there is a
completion in which some things hold together, and which of its choices suffice for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.asp.answer import everything_open
from pycontrol.law.model import Aspect, Sort

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from pycontrol.asp.case import Case
    from pycontrol.asp.page import Shown
    from pycontrol.asp.program import FactKey, Program
    from pycontrol.asp.solve import Claim
    from pycontrol.asp.things import Subject, Thing
    from pycontrol.law.model import Condition, Differs, Value

_BLURRED = re.compile(r"blur\((.*)\)\.")
_COMPARED = re.compile(r"compares\((\d+),(\w+),(.*),(\w+)\)\.")
_CHOSEN = re.compile(r"(?:maybe_(held|fulfilled|overdue)|maybe_(\d+))\((.*)\)\.")
_FIGURE = re.compile(r"maybe_\d+\(")
_DEFEATED = re.compile(r"#show (defeated_\d+)/")


@dataclass(frozen=True, slots=True)
class Holds:
    """A fact that nobody stated lies, or does not lie, in the region of the law's tests that holds `value`."""

    thing: Thing
    key: FactKey
    value: Value
    holds: bool


@dataclass(frozen=True, slots=True)
class Exists:
    """An unnamed further thing is there, or is not."""

    thing: Thing
    exists: bool


@dataclass(frozen=True, slots=True)
class Takes:
    """A reading has a value."""

    reading: str
    value: str


@dataclass(frozen=True, slots=True)
class Went:
    """An event in doubt went one way."""

    event: str
    branch: str


@dataclass(frozen=True, slots=True)
class Filed:
    """A licence that nobody stated is held (or not), or a duty was fulfilled (or not), or is overdue (or not)."""

    paper: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Apart:
    """Two facts of which not both were stated have different values, or not: what a subject is tested for."""

    subject: Subject | Thing
    differs: Differs
    holds: bool


@dataclass(frozen=True, slots=True)
class Free:
    """A link or a figure that nobody stated comes out so that a condition is met, or not."""

    holds: bool


Choice = Holds | Exists | Takes | Went | Filed | Apart | Free


@dataclass(frozen=True, slots=True)
class Completion:
    """Choices that suffice for what was asked; `claims` are the same in the solver's names."""

    choices: tuple[Choice, ...]
    claims: tuple[Claim, ...]


def atom(case: Case, predicate: str, layer: str, path: str, subject: Subject) -> str:
    """Return the atom that says `predicate` of a provision and a subject in a layer."""
    return f"{predicate}({case.number},{layer},{case.program.provision_ids[path]},{case.subject(subject)})"


def atom_of_defeat(case: Case, layer: str, path: str, by: str, subject: Subject) -> str:
    """Return the atom that says that provision `by` defeats provision `path` for a subject."""
    level = case.program.aspect_levels[(path, Aspect.STANDS)]
    names = f"{case.program.provision_ids[path]},{case.program.provision_ids[by]},{case.subject(subject)}"
    return f"defeated_{level}({case.number},{layer},{names})"


def atom_of_condition(case: Case, path: str, condition: Condition, layer: str, subject: Subject) -> str:
    """Return the atom that says that a condition of a provision is met for a subject."""
    port = case.program.ports[(case.program.owner(path, condition), condition)]
    layered = f"{layer}," if port.layered else ""
    return f"{port.predicate}({case.number},{layered}{port.name},{case.subject(subject)})"


class Space:
    """A batch of cases with everything open. `figures` False: shares and stakes that were not stated meet no test."""

    def __init__(
        self,
        program: Program,
        cases: Sequence[Case],
        *,
        figures: bool = True,
    ) -> None:
        self.program = program
        self.cases = cases
        if not figures:
            for case in cases:
                case.lines = {line: None for line in case.lines if not _FIGURE.match(line)}
        self._grounded = everything_open(program, cases, lambda _: "#show.")
        law = program.law
        self._defaults = [
            (self._reads(reading.name, reading.default), True) for reading in law.readings.values() if reading.default
        ]

    # --- choices ---------------------------------------------------------------------------------------------

    def _reads(self, reading: str, value: str) -> str:
        return f"reads({self.program.reading_ids[reading]},{self.program.reading_values[(reading, value)]})"

    def _chosen(self, case: Case) -> Iterator[tuple[Claim, Choice]]:
        """Yield every choice that a completion of a case makes, in a fixed order, by the atom that says so."""
        program = self.program
        named: dict[str, Subject | Thing] = {name: thing for thing, name in case.thing_ids.items()}
        named |= {name: subject for subject, name in case.subject_ids.items()}
        tested = {leaf: differs for wants in program.wants.values() for leaf, differs in wants.differs}
        for line in case.lines:
            if found := _BLURRED.fullmatch(line):
                for truth in (False, True):
                    yield (f"u({found[1]})", truth), Free(truth)
            elif found := _COMPARED.fullmatch(line):
                number, leaf, subject, pair = found.groups()
                for truth in (False, True):
                    yield (f"apart({number},{pair})", truth), Apart(named[subject], tested[leaf], truth)
            elif found := _CHOSEN.fullmatch(line):
                yield from _loose(*found.groups())
        for event in (name for name in program.law.events if name in case.doubted):
            for branch in program.law.events[event].branches:
                atom = f"branch({program.event_ids[event]},{program.branch_ids[(event, branch.name)]})"
                yield (atom, True), Went(event, branch.name)
        for reading in program.law.readings.values():
            for value, _ in reading.values:
                yield (self._reads(reading.name, value), True), Takes(reading.name, value)
        for thing, name in case.thing_ids.items():
            if thing.ghost:
                yield (f"absent({case.number},{name})", True), Exists(thing, exists=False)
                yield (f"absent({case.number},{name})", False), Exists(thing, exists=True)
        for (name, fact), (thing, key) in case.open_facts.items():
            regions = self.program.regions[key]
            examples = {regions.symbol(value): value for value in reversed(regions.examples)}
            many = not key.list and program.law.vocabulary.facts[(key.sort, key.name)].many
            for truth in (False, True) if many else (True,):
                for symbol in regions.domain():
                    atom = f"h({case.number},{name},{fact},{symbol})"
                    yield (atom, truth), Holds(thing, key, examples[symbol], truth)

    # --- questions ------------------------------------------------------------------------------------------

    def can(self, goal: Iterable[str]) -> bool:
        """Whether some completion brings about all of `goal`."""
        return self._grounded.fits((atom, True) for atom in goal)

    def surely(self, goal: Iterable[str], assumed: Iterable[Claim] = ()) -> bool:
        """Whether every completion brings about each of `goal`: at default readings, but for what `assumed` takes."""
        given = self._by_default(assumed)
        return self._grounded.fits(given) and not any(self._grounded.fits([*given, (atom, False)]) for atom in goal)

    def _by_default(self, assumed: Iterable[Claim]) -> list[Claim]:
        """Return the claims assumed, and the default of every reading of which they take no value."""
        claims = list(assumed)
        taken = {atom.partition(",")[0] for atom, _ in claims if atom.startswith("reads(")}
        return [*(one for one in self._defaults if one[0].partition(",")[0] not in taken), *claims]

    def completion(self, case: Case, goal: Sequence[str]) -> Completion | None:
        """Return choices that suffice for all of `goal`, as few as can be found, as near to the defaults as can be."""
        wanted = [(atom, True) for atom in goal]
        kept = self._most(wanted, self._defaults)
        model = self._grounded.model([*wanted, *kept])
        if model is None:
            return None
        choices = dict(self._chosen(case))
        made = [claim for claim in choices if self._true(claim, model)]
        chosen = [claim for claim in made if claim not in kept]
        needed: list[Claim] = []
        for atom in goal:
            needed += self._sufficient([*kept, *needed], [one for one in chosen if one not in needed], atom)
        return Completion(tuple(choices[claim] for claim in needed), tuple(needed))

    def _most(self, wanted: list[Claim], claims: list[Claim]) -> list[Claim]:
        """Return as many of the claims as can come true with what is wanted, the first ones first."""
        if self._grounded.fits([*wanted, *claims]):
            return claims
        kept: list[Claim] = []
        for claim in claims:
            if self._grounded.fits([*wanted, *kept, claim]):
                kept.append(claim)
        return kept

    @staticmethod
    def _true(claim: Claim, model: frozenset[str]) -> bool:
        atom, truth = claim
        return (atom in model) is truth

    def _sufficient(self, kept: list[Claim], chosen: list[Claim], atom: str) -> list[Claim]:
        """Return choices none of which can be left out, beside those kept, without `atom` becoming open."""
        core = self._grounded.conflict([*kept, *chosen, (atom, False)])
        if core is None:
            return chosen
        needed = [claim for claim in chosen if claim in core]
        for claim in tuple(needed):
            fewer = [one for one in needed if one != claim]
            if not self._grounded.fits([*kept, *fewer, (atom, False)]):
                needed = fewer
        return needed

    def forbid(self, completion: Completion) -> None:
        """Ask for other choices than these from now on."""
        self._grounded.forbid(completion.claims)


def occurring(
    program: Program, case: Case, binding: Iterable[str], defeating: Iterable[str], aside: Container[str]
) -> frozenset[str]:
    """Return which of some provisions bind, and which of others defeat, in some completion, for an act that is not `aside`.

    Asked is of each provision whether it ever does, and not for whom: that would be thousands of questions.
    """
    ids = program.provision_ids
    others = (
        f"aside({case.number},{name})."
        for thing, name in case.thing_ids.items()
        if thing.sort is Sort.ACT and thing.name in aside
    )
    sought = {ids[path]: path for path in (*binding, *defeating)}

    def shows(page: Shown) -> str:
        return "\n".join(
            [
                "#show. #show occurs/1. #defined aside/2. #defined binding/1. #defined defeating/1.",
                "occurs(P) :- binding(P), binds(C,now,P,s(A,I,B)), not aside(C,A).",
                *(
                    f"occurs(P) :- defeating(P), {name}(C,now,Q,P,s(A,I,B)), not aside(C,A)."
                    for name in sorted(set(_DEFEATED.findall(page.reasons)))
                ),
                *(f"binding({ids[path]})." for path in binding),
                *(f"defeating({ids[path]})." for path in defeating),
                *others,
            ]
        )

    found = everything_open(program, [case], shows).possible()
    return frozenset(sought[atom.removeprefix("occurs(").removesuffix(")")] for atom in found)


def _loose(paper: str | None, level: str | None, rest: str) -> Iterator[tuple[Claim, Choice]]:
    """Yield the choice that a line of a case leaves to the solver, either way."""
    for truth in (False, True):
        if paper:
            yield (f"{paper}({rest})", truth), Filed(paper, truth)
        elif level:
            case, _, thing, test, _ = rest.split(",")
            yield (f"c_{level}({case},{thing},{test})", truth), Free(truth)
