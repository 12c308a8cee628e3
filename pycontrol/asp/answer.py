"""Cases in, answers out: which branches and readings are asked, in which order, and what moves with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, product
from operator import attrgetter
from typing import TYPE_CHECKING

from pycontrol.asp.page import named
from pycontrol.asp.solve import Column, Grounded
from pycontrol.asp.turning import hanging

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from pycontrol.asp.case import Case
    from pycontrol.asp.page import Shown
    from pycontrol.asp.program import Program
    from pycontrol.asp.solve import Claim

BranchKey = tuple[tuple[str, str], ...]
"""One branch per event in doubt: (event, branch) pairs; empty where nothing is in doubt."""
Deviation = tuple[tuple[str, str], ...]
"""Readings taken other than by default: (reading, value) pairs."""


_REASONS: Callable[[Shown], str] = attrgetter("reasons")
_OUTCOMES: Callable[[Shown], str] = attrgetter("outcomes")
_WANTED: Callable[[Shown], str] = attrgetter("wanted")

_OUTCOME = ("binds(", "breach_", "code(")
_CHOICES = frozenset({"loose", "value", "fixed", "doubted"})

TOGETHER = 3
"""The most readings that are tried together where none alone explains what moves."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver says of one case: a column per branch, at the default readings and under deviations from them."""

    columns: Mapping[BranchKey, Column]
    deviations: Mapping[Deviation, Mapping[BranchKey, Column]] = field(default_factory=dict)
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """A batch of cases of one program, with the readings that it turns on and the branches that it hangs on.

    The readings `loose` are left open in the grounding. `spoken`: of what something may be asked apart; nothing, where
    everything is asked for at all times.
    """

    program: Program
    cases: Sequence[Case]
    events: tuple[str, ...]
    readings: tuple[str, ...]
    taken: Mapping[str, str]
    loose: tuple[str, ...]
    spoken: frozenset[str] = frozenset()

    def default(self, reading: str) -> str:
        """Return the value taken by a scenario, else the law's default; empty for none."""
        return self.taken.get(reading) or self.program.law.readings[reading].default

    def text(self, shows: Callable[[Shown], str]) -> str:
        """Return the whole program; `shows` says what is reported."""
        program = self.program
        owners = ("", *dict.fromkeys(owner for case in self.cases for owner in case.owners))
        given = frozenset[str]().union(*(case.predicates for case in self.cases))
        page = program.page.chosen(owners, given | _CHOICES)
        lines = [page.rules, shows(page), *(program.rows[owner] for owner in owners if owner in program.rows)]
        for name in self.readings:
            short, default = program.reading_ids[name], self.default(name)
            if name in self.loose:
                lines.append(f"loose({short}).")
                lines += [f"value({short},{self._value(name, value)})." for value in self.values(name)]
            elif default:
                lines.append(f"fixed({short},{self._value(name, default)}).")
        lines += [f"doubted({program.event_ids[event]})." for event in self.events]
        lines += [f"spoken({name})." for name in sorted(self.spoken)]
        for case in self.cases:
            lines += case.lines
        return "\n".join(lines)

    def values(self, reading: str) -> tuple[str, ...]:
        """Return the values of a reading."""
        return tuple(value for value, _ in self.program.law.readings[reading].values)

    def _value(self, reading: str, value: str) -> str:
        return self.program.reading_values[(reading, value)]

    def branches(self) -> Iterator[BranchKey]:
        """Yield every combination of branches."""
        events = [self.program.law.events[name] for name in self.events]
        for chosen in product(*(event.branches for event in events)):
            yield tuple((event.name, branch.name) for event, branch in zip(events, chosen, strict=True))

    def column(
        self, grounded: Grounded, key: BranchKey, readings: Mapping[str, str], wanted: Collection[str] | None = None
    ) -> Column:
        """Return what holds in a branch under these readings; of it what speaks of what is `wanted`, where that is said.

        Where nothing else is open, there is one answer to ask for.
        """
        fixed = [*self.assume(key, readings), *self._asking(wanted)]
        if any(case.choices for case in self.cases) or any(name not in readings for name in self.loose):
            return grounded.column(fixed)
        atoms = grounded.only(fixed)
        return Column(atoms, atoms)

    def assume(self, key: BranchKey, readings: Mapping[str, str]) -> list[Claim]:
        """Return the assumptions that fix branches and readings."""
        program = self.program
        found = [f"branch({program.event_ids[e]},{program.branch_ids[(e, b)]})" for e, b in key]
        found += [f"reads({program.reading_ids[r]},{self._value(r, v)})" for r, v in readings.items()]
        return [(atom, True) for atom in found]

    def _asking(self, wanted: Collection[str] | None) -> Iterator[Claim]:
        if self.spoken:
            yield "everything", wanted is None
        for name in self.spoken:
            yield f"wanted({name})", wanted is None or name in wanted


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
    question = _Question(case.program, [case], events, readings, taken, loose, spoken)
    default = {name: question.default(name) for name in loose if question.default(name)}
    grounded = Grounded(question.text(_REASONS if case.whole else _WANTED if spoken else _OUTCOMES))
    columns = {key: question.column(grounded, key, default) for key in question.branches()}
    moved = _deviations(_Search(question, grounded, columns, free)) if free else {}
    return Answer(columns, moved, readings)


def _spoken(case: Case) -> frozenset[str]:
    """Return the names of all of which an outcome of a case may speak; see `named`."""
    program = case.program
    coded = (term for one in case.issued for term in (one.term, *one.near))
    paths = (group.path for group in program.classes if group.name in case.weighed)
    return frozenset((*map(program.term_ids.__getitem__, coded), *map(program.provision_ids.__getitem__, paths)))


def everything_open(program: Program, cases: Sequence[Case], shows: Callable[[Shown], str]) -> Grounded:
    """Ground a batch with every reading and branch left as open as the facts, to ask what may follow at all."""
    events = tuple(name for name in program.law.events if any(name in case.doubted for case in cases))
    readings = tuple(program.law.readings)
    return Grounded(_Question(program, cases, events, readings, {}, readings).text(shows))


def relevant(case: Case) -> frozenset[str]:
    """Return the readings on which something in this case may turn."""
    law = case.program.law
    found = set(case.readings)
    for path, provision in law.provisions.items():
        if case.weighed.get(case.program.class_of[path].name):
            found |= {defeat.guard.reading for defeat in provision.defeats if defeat.guard}
    return frozenset(found)


def _deviations(search: _Search) -> dict[Deviation, Mapping[BranchKey, Column]]:
    """Free all readings at once to see what moves; then one at a time to name which; then the smallest sets together.

    A reading without a default varies like a fact throughout; each of its values is a deviation.
    """
    columns, freed = search.default_columns, search.freed()
    settled = all(column.settled() for column in columns.values())
    if settled and all(_same(columns[key], freed[key]) for key in columns):
        return {}
    search.singles()
    moving = {key: _outcomes(_moved(columns[key], freed[key])) for key in columns}
    for size in range(2, TOGETHER + 1):
        left = {key: moving[key] - search.explained[key] for key in columns}
        if not any(left.values()):
            break
        search.together(search.needed(left), size)
    return search.found


@dataclass(frozen=True, slots=True)
class _Movable:
    """What an atom speaks of, and the branches on which it may turn: it is the same in all that agree in these."""

    name: str
    hangs: BranchKey


_Part = tuple[str, BranchKey]
"""An atom, and the branches on which it may turn."""
_Told = dict[_Part, tuple[bool, bool]]
"""Whether it holds in every completion, and whether in some."""


class _Search:
    """Tries readings other than the default on one grounded program, and keeps what changes an outcome."""

    def __init__(
        self, question: _Question, grounded: Grounded, columns: Mapping[BranchKey, Column], free: tuple[str, ...]
    ) -> None:
        self.question = question
        self.grounded = grounded
        self.default_columns = columns
        self.free = free
        self.default = {name: question.default(name) for name in free if question.default(name)}
        self.found: dict[Deviation, Mapping[BranchKey, Column]] = {}
        self.explained: dict[BranchKey, set[str]] = {key: set() for key in columns}
        (case,) = question.cases
        self.hanging = hanging(question.program, case.doubted)
        self.universe: dict[BranchKey, dict[str, _Movable]] = {}

    def freed(self) -> dict[BranchKey, Column]:
        """Return a column per branch with every reading free."""
        columns = {key: self.question.column(self.grounded, key, {}) for key in self.default_columns}
        for key, column in columns.items():
            movable = (atom for atom in column.possible - column.certain if atom.startswith(_OUTCOME))
            self.universe[key] = {atom: self._movable(atom, key) for atom in movable}
        return columns

    def _movable(self, atom: str, key: BranchKey) -> _Movable:
        name = named(atom)
        return _Movable(name, tuple((event, branch) for event, branch in key if name in self.hanging[event]))

    def columns(self, readings: Mapping[str, str], names: Iterable[str]) -> dict[BranchKey, Column]:
        """Return a column per branch with these readings fixed and the others free; asked is what may turn on `names`."""
        turning = frozenset[str]().union(*(self.question.program.turning[name] for name in names))
        asked = {
            key: {atom: (atom, one.hangs) for atom, one in movable.items() if one.name in turning}
            for key, movable in self.universe.items()
        }
        told = self._told(readings, asked)
        return {key: _with(column, asked[key], told) for key, column in self.default_columns.items()}

    def _told(self, readings: Mapping[str, str], asked: Mapping[BranchKey, Mapping[str, _Part]]) -> _Told:
        """Ask as few branches as tell of everything: what agrees in the branches on which it may turn is the same."""
        told: _Told = {}
        untold = {key: set(parts.values()) for key, parts in asked.items()}
        while any(untold.values()):
            key = max(untold, key=lambda one: len(untold[one]))
            wanted = {self.universe[key][atom].name for atom in asked[key]}
            tried = self.question.column(self.grounded, key, readings, wanted)
            told |= {part: (part[0] in tried.certain, part[0] in tried.possible) for part in asked[key].values()}
            for parts in untold.values():
                parts.difference_update(told)
        return told

    def singles(self) -> None:
        """Try every other value of every reading alone."""
        self.together(self.free, 1)

    def together(self, names: tuple[str, ...], size: int) -> None:
        """Try every other value of every `size` readings among `names` together."""
        new: dict[BranchKey, set[str]] = {key: set() for key in self.explained}
        for some in combinations(names, size):
            others = [[v for v in self.question.values(name) if v != self.default.get(name)] for name in some]
            for values in product(*others):
                deviation = tuple(zip(some, values, strict=True))
                tried = self.columns(self.default | dict(deviation), some)
                changed = {key: _outcomes(_difference(self.default_columns[key], tried[key])) for key in tried}
                if any(atoms - self.explained[key] for key, atoms in changed.items()):
                    self.found[deviation] = tried
                    for key, atoms in changed.items():
                        new[key] |= atoms
        for key, atoms in new.items():
            self.explained[key] |= atoms

    def needed(self, left: Mapping[BranchKey, set[str]]) -> tuple[str, ...]:
        """Return the readings without whose freedom some of what is `left` does not move.

        Where several sets would each do, none of their readings may be needed; then every reading is a candidate.
        """
        found = []
        for name in self.default:
            tried = self.columns({name: self.default[name]}, self.free)
            still = {key: _outcomes(_moved(self.default_columns[key], tried[key])) for key in tried}
            if any(left[key] - still[key] for key in left):
                found.append(name)
        return tuple(found) if len(found) > 1 else self.free


def _with(column: Column, asked: Mapping[str, _Part], told: _Told) -> Column:
    """Return a column in which what was asked is as it was told."""
    certain, possible = ({atom for atom, part in asked.items() if told[part][side]} for side in (0, 1))
    return Column(column.certain.difference(asked) | certain, column.possible.difference(asked) | possible)


def _same(first: Column, second: Column) -> bool:
    return not _outcomes(_difference(first, second))


def _moved(default: Column, freed: Column) -> frozenset[str]:
    """Return what was settled by default and is not when readings are free."""
    return (default.certain - freed.certain) | (freed.possible - default.possible)


def _difference(first: Column, second: Column) -> frozenset[str]:
    return (first.certain ^ second.certain) | (first.possible ^ second.possible)


def _outcomes(atoms: frozenset[str]) -> set[str]:
    return {atom for atom in atoms if atom.startswith(_OUTCOME)}
