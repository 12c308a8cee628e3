"""What moves where the text is read otherwise than by default: which readings do it, alone or together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

from pycontrol.asp.page import named
from pycontrol.asp.question import BranchKey
from pycontrol.asp.solve import Column, Followed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pycontrol.asp.carrying import Completions
    from pycontrol.asp.question import Deviation, Question
    from pycontrol.asp.solve import Grounded

_OUTCOME = ("binds(", "breach_", "code(")

TOGETHER = 3
"""The most readings that are tried together where none alone explains what moves."""
WORTH = 280
"""So much has to be open for completions to be carried over; of less, the solver is asked sooner."""


def deviations_of(search: Search) -> dict[Deviation, Mapping[BranchKey, Column]]:
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
_Open = Mapping[BranchKey, frozenset[str]]
"""What is open in a branch: it holds in some completions, and in others does not."""
_Told = dict[_Part, tuple[bool, bool]]
"""Whether it holds in every completion, and whether in some."""


class Search:
    """Tries readings other than the default on one grounded program, and keeps what changes an outcome."""

    def __init__(
        self,
        question: Question,
        text: str,
        grounded: Grounded,
        columns: Mapping[BranchKey, Column],
        free: tuple[str, ...],
    ) -> None:
        self.question = question
        self.text = text
        self.grounded = grounded
        self.default_columns = columns
        self.free = free
        self.default = {name: question.default(name) for name in free if question.default(name)}
        self.found: dict[Deviation, Mapping[BranchKey, Column]] = {}
        self.explained: dict[BranchKey, set[str]] = {key: set() for key in columns}
        self.universe: dict[BranchKey, dict[str, _Movable]] = {}
        self.carried: tuple[Followed, Completions] | None = None

    def freed(self) -> dict[BranchKey, Column]:
        """Return a column per branch with every reading free."""
        columns = self.question.columns(self.grounded, {})
        for key, column in columns.items():
            movable = (atom for atom in column.possible - column.certain if atom.startswith(_OUTCOME))
            self.universe[key] = {atom: self._movable(atom, key) for atom in movable}
        return columns

    def _movable(self, atom: str, key: BranchKey) -> _Movable:
        name = named(atom)
        return _Movable(name, self.question.hangs(name, key))

    def columns(self, readings: Mapping[str, str], names: Iterable[str], known: _Open) -> dict[BranchKey, Column]:
        """Return a column per branch with these readings fixed and the others free; asked is what may turn on `names`.

        What is `known` to be open there is not asked.
        """
        turning = frozenset[str]().union(*(self.question.program.turning[name] for name in names))
        asked = {
            key: {atom: (atom, one.hangs) for atom, one in movable.items() if one.name in turning}
            for key, movable in self.universe.items()
        }
        told = self._told(readings, asked, known)
        return {key: _with(column, asked[key], told) for key, column in self.default_columns.items()}

    def _told(self, readings: Mapping[str, str], asked: Mapping[BranchKey, Mapping[str, _Part]], known: _Open) -> _Told:
        """Ask as few branches as tell of everything: what agrees in the branches on which it may turn is the same."""
        told: _Told = {
            asked[key][atom]: (False, True) for key, atoms in known.items() for atom in atoms if atom in asked[key]
        }
        untold = {key: set(parts.values()).difference(told) for key, parts in asked.items()}
        while any(untold.values()):
            key = max(untold, key=lambda one: len(untold[one]))
            wanted = {self.universe[key][atom].name for atom, part in asked[key].items() if part in untold[key]}
            tried = self.question.column(self.grounded, key, readings, wanted, everything=False)
            told |= {part: (part[0] in tried.certain, part[0] in tried.possible) for part in untold[key]}
            for parts in untold.values():
                parts.difference_update(told)
        return told

    def _carried(self, ways: Sequence[Mapping[str, str]]) -> Sequence[_Open]:
        """Return, for each way to read, what completions that hold by default show to be open there as well."""
        found: list[dict[BranchKey, frozenset[str]]] = [{} for _ in ways]
        shown: set[_Part] = set()
        if self.carried is None:
            return found
        grounded, completions = self.carried
        for key in sorted(self.universe, key=lambda one: -len(self.universe[one])):
            parts = {atom: (atom, one.hangs) for atom, one in self.universe[key].items()}
            if not shown.issuperset(parts.values()):
                shown.update(parts.values())
                contexts = [self.question.context(key, readings) for readings in ways]
                for one, atoms in zip(found, grounded.carried(completions, contexts, parts), strict=True):
                    one[key] = atoms
        return found

    def singles(self) -> None:
        """Try every other value of every reading alone."""
        open_ = {key: _outcomes(column.possible - column.certain) for key, column in self.default_columns.items()}
        widest = max(open_, key=lambda key: len(open_[key]))
        if len(open_[widest]) >= WORTH:
            # Noting its rules takes as long as grounding a small program, so that it is done where it is worth it.
            grounded = Followed(self.text)
            fixed = self.question.assume(widest, self.default)
            self.carried = grounded, grounded.completions(fixed, sorted(open_[widest]))
        self.together(self.free, 1)

    def together(self, names: tuple[str, ...], size: int) -> None:
        """Try every other value of every `size` readings among `names` together."""
        new: dict[BranchKey, set[str]] = {key: set() for key in self.explained}
        deviations = [one for some in combinations(names, size) for one in self._others(some)]
        ways = [self.default | dict(deviation) for deviation in deviations]
        for deviation, readings, known in zip(deviations, ways, self._carried(ways), strict=True):
            tried = self.columns(readings, dict(deviation), known)
            changed = {key: _outcomes(_difference(self.default_columns[key], tried[key])) for key in tried}
            if any(atoms - self.explained[key] for key, atoms in changed.items()):
                self.found[deviation] = tried
                for key, atoms in changed.items():
                    new[key] |= atoms
        for key, atoms in new.items():
            self.explained[key] |= atoms

    def _others(self, names: tuple[str, ...]) -> Iterator[Deviation]:
        """Yield every way to read all of these otherwise than by default."""
        others = [[v for v in self.question.values(name) if v != self.default.get(name)] for name in names]
        for values in product(*others):
            yield tuple(zip(names, values, strict=True))

    def needed(self, left: Mapping[BranchKey, set[str]]) -> tuple[str, ...]:
        """Return the readings without whose freedom some of what is `left` does not move.

        Where several sets would each do, none of their readings may be needed; then every reading is a candidate.
        """
        found = []
        known = {key: column.possible - column.certain for key, column in self.default_columns.items()}
        for name in self.default:
            tried = self.columns({name: self.default[name]}, self.free, known)
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
