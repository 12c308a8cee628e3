"""A question to the solver: a batch of cases, the readings on which it turns, the branches on which it hangs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from pycontrol.asp.page import named
from pycontrol.asp.solve import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from pycontrol.asp.case import Case
    from pycontrol.asp.page import Shown
    from pycontrol.asp.program import Program
    from pycontrol.asp.solve import Claim, Grounded

BranchKey = tuple[tuple[str, str], ...]
"""One branch per event in doubt: (event, branch) pairs; empty where nothing is in doubt."""
Deviation = tuple[tuple[str, str], ...]
"""Readings taken other than by default: (reading, value) pairs."""

_CHOICES = frozenset({"loose", "value", "fixed", "doubted"})


@dataclass(frozen=True, slots=True)
class Question:
    """A batch of cases of one program, with the readings that it turns on and the branches that it hangs on.

    The readings `loose` are left open in the grounding. `spoken`: of what something may be asked apart, beside the `scopes`
    within which outcomes are counted; nothing, where everything is asked for at all times. `hanging`: for each event, the
    names of what may turn on it.
    """

    program: Program
    cases: Sequence[Case]
    events: tuple[str, ...]
    readings: tuple[str, ...]
    taken: Mapping[str, str]
    loose: tuple[str, ...]
    hanging: Mapping[str, Collection[str]]
    spoken: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()

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
        lines += [f"spoken({name})." for name in sorted(self.spoken | self.scopes)]
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
        self,
        grounded: Grounded,
        key: BranchKey,
        readings: Mapping[str, str],
        wanted: Collection[str] | None = None,
        *,
        everything: bool = True,
    ) -> Column:
        """Return what holds in a branch under these readings; of it what speaks of what is `wanted`, where that is said.

        Not `everything`: only what follows, and what things are classified as. Where nothing else is open, there is one
        answer to ask for.
        """
        fixed = [*self.assume(key, readings), *self._asking(wanted, everything)]
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

    def context(self, key: BranchKey, readings: Mapping[str, str]) -> list[Claim]:
        """Return of branches and these readings, value by value, which are taken."""
        program, found = self.program, []
        for event, taken in key:
            branches = (branch.name for branch in program.law.events[event].branches)
            found += [
                (f"branch({program.event_ids[event]},{program.branch_ids[(event, one)]})", one == taken)
                for one in branches
            ]
        for name, taken in readings.items():
            found += [
                (f"reads({program.reading_ids[name]},{self._value(name, one)})", one == taken)
                for one in self.values(name)
            ]
        return found

    def _asking(self, wanted: Collection[str] | None, everything: bool) -> Iterator[Claim]:
        if self.spoken:
            yield "everything", everything
        for name in (*self.spoken, *self.scopes):
            yield f"wanted({name})", wanted is None or name in wanted

    def columns(self, grounded: Grounded, readings: Mapping[str, str]) -> dict[BranchKey, Column]:
        """Return a column per branch, each asked of what may be otherwise there than in all that were asked before."""
        if not self.spoken:
            return {key: self.column(grounded, key, readings) for key in self.branches()}
        found: dict[BranchKey, Column] = {}
        told: dict[_Part, Column] = {}
        for key in self.branches():
            parts = [(name, self.hangs(name, key)) for name in (*self.spoken, *self.scopes)]
            new = [part for part in parts if part not in told]
            if new:
                column = self.column(grounded, key, readings, {name for name, _ in new})
                certain, possible = _by_name(column.certain), _by_name(column.possible)
                told |= {one: Column(certain.get(one[0], _NONE), possible.get(one[0], _NONE)) for one in new}
            there = [told[part] for part in parts]
            found[key] = Column(
                _NONE.union(*(one.certain for one in there)), _NONE.union(*(one.possible for one in there))
            )
        return found

    def hangs(self, name: str, key: BranchKey) -> BranchKey:
        """Return the branches of `key` on which what speaks of `name` may turn: it is the same in all that agree in these."""
        return tuple((event, branch) for event, branch in key if name in self.hanging[event])


_Part = tuple[str, BranchKey]
"""A name, and the branches on which what speaks of it may turn."""
_NONE = frozenset[str]()


def _by_name(atoms: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for atom in atoms:
        found.setdefault(named(atom), set()).add(atom)
    return {name: frozenset(some) for name, some in found.items()}
