"""The solver's answer for one case, read in the words of the law: what holds of which provision and subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pycontrol.asp import ask_whole
from pycontrol.determine.outcome import BranchKey, Certainty, TurnsOn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.asp import Answer, Case, Column, FactKey, Program, Subject, Thing
    from pycontrol.asp.program import Port


@dataclass(frozen=True, slots=True)
class Bound:
    """An atom about a provision and a subject, in a layer."""

    layer: str
    provision: str
    subject: Subject


@dataclass(frozen=True, eq=False)
class Evidence:
    """One case with its answer, known by its identity.

    `branches` are in the order of the law; the first is used where any one will do.
    """

    program: Program
    case: Case
    answer: Answer
    paths: Mapping[str, str] = field(init=False)
    subjects: Mapping[str, Subject] = field(init=False)

    opened: frozenset[tuple[str, FactKey]] = field(init=False)

    def __post_init__(self) -> None:
        opened = frozenset((thing.name, key) for thing, key in self.case.open_facts.values())
        object.__setattr__(self, "opened", opened)
        object.__setattr__(self, "paths", {short: path for path, short in self.program.provision_ids.items()})
        object.__setattr__(self, "subjects", {short: one for one, short in self.case.subject_ids.items()})

    def about(self, paths: Iterable[str]) -> Evidence:
        """Return the same case with a leaf for every condition of these provisions and of all below them, as reasons need it.

        What was asked before is not asked again.
        """
        if self.case.whole:
            return self
        needed = frozenset[str]().union(*(self.program.below[path] for path in paths))
        for known, evidence in self._asked.items():
            if needed <= known:
                return evidence
        return self._asked.setdefault(needed, Evidence(self.program, *ask_whole(self.case, needed)))

    @cached_property
    def _asked(self) -> dict[frozenset[str], Evidence]:
        return {}

    @property
    def taken(self) -> dict[str, str]:
        """The value taken of every reading: by the scenario, else by default; empty where none is."""
        defaults = {reading.name: reading.default for reading in self.program.law.readings.values()}
        return defaults | dict(self.case.things.scenario.assumptions.taken)

    @property
    def branches(self) -> tuple[BranchKey, ...]:
        """The branch keys answered side by side."""
        return tuple(self.answer.columns)

    def certainties(self, atom: str, columns: Mapping[BranchKey, Column] | None = None) -> dict[BranchKey, Certainty]:
        """Return the certainty of an atom in each branch."""
        return {key: certainty(atom, column) for key, column in (columns or self.answer.columns).items()}

    def by_branch(self, atom: str) -> tuple[tuple[BranchKey, Certainty], ...]:
        """Return an atom's certainty in each branch of the events on which it turns; nothing where it turns on none."""
        return tuple(_turning(self.certainties(atom)).items())

    def overall(self, atom: str) -> Certainty:
        """Return the certainty of an atom over all branches: certain in all, excluded in all, else possible."""
        known = self._overall
        if atom not in known:
            known[atom] = combined(certainty(atom, column) for column in self.answer.columns.values())
        return known[atom]

    @cached_property
    def _overall(self) -> dict[str, Certainty]:
        return {}

    def bound(self, atom: str) -> Bound:
        """Read an atom `predicate(case,layer,provision,subject)`."""
        _, layer, provision, subject = atom[atom.index("(") + 1 : -1].split(",", 3)
        return Bound(layer, self.paths[provision], self.subjects[subject])

    def atom(self, predicate: str, layer: str, path: str, subject: Subject) -> str:
        """Return the atom that says `predicate` of a provision and a subject in a layer."""
        names = self.program.provision_ids[path], self.case.subject(subject)
        return f"{predicate}({self.case.number},{layer},{names[0]},{names[1]})"

    def leaf(self, port: Port, subject: Subject | Thing, layer: str) -> str:
        """Return the atom that says that the condition behind `port` is met for a subject."""
        layered = f"{layer}," if port.layered else ""
        return f"{port.predicate}({self.case.number},{layered}{port.name},{self.case.subject(subject)})"

    def every_atom(self, prefix: str) -> tuple[str, ...]:
        """Return every atom that begins so and holds in some completion, branch or reading, in a fixed order."""
        return tuple(sorted(atom for atom in self.somewhere if atom.startswith(prefix)))

    @cached_property
    def somewhere(self) -> frozenset[str]:
        """Every atom that holds in some completion, branch or reading."""
        asked = (self.answer.columns, *self.answer.deviations.values())
        return frozenset[str]().union(*(column.possible for columns in asked for column in columns.values()))

    def turns_on(self, atom: str) -> TurnsOn:
        """Return the smallest sets of readings that change an atom's certainty in some branch, and what it is then."""
        default = self.certainties(atom)
        changed = {
            deviation: combined(changed.values())
            for deviation, columns in self.answer.deviations.items()
            if (changed := self.certainties(atom, columns)) != default
        }
        # Sets of readings are named only where none alone does it.
        fewest = min((len(deviation) for deviation in changed), default=0)
        return tuple((deviation, certainty) for deviation, certainty in changed.items() if len(deviation) == fewest)

    def is_open(self, atom: str) -> bool:
        """Whether an atom is open in some branch at the default readings."""
        return any(one is Certainty.POSSIBLE for one in self.certainties(atom).values())


def _turning(found: dict[BranchKey, Certainty]) -> dict[BranchKey, Certainty]:
    """Leave out of the keys every event of which the branches make no difference; nothing is left where none does."""
    for event in [name for key in found for name, _ in key]:
        less: dict[BranchKey, Certainty] = {}
        told = [
            less.setdefault(tuple(one for one in key if one[0] != event), certainty) is certainty
            for key, certainty in found.items()
        ]
        found = less if all(told) else found
    return {} if len(found) == 1 else found


def certainty(atom: str, column: Column) -> Certainty:
    """Return the certainty of an atom in one column."""
    if atom in column.certain:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if atom in column.possible else Certainty.EXCLUDED


def combined(certainties: Iterable[Certainty]) -> Certainty:
    """Combine branches: certain in all is certain, excluded in all is excluded, anything else is possible."""
    found = set(certainties)
    return found.pop() if len(found) == 1 else Certainty.POSSIBLE
