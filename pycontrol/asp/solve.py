"""The only door to the solver: a program in, what holds in every and in some completion out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

import clingo

from pycontrol.asp.carrying import GroundRules, Seeking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pycontrol.asp.carrying import Completions

K = TypeVar("K")
V = TypeVar("V")
Claim = tuple[str, bool]
"""An atom as text, and whether it is claimed to hold or not."""

# Inputs that a case may well have none of. Any other undefined atom is a bug in the page or the compiler.
OPTIONAL = frozenset(
    """guard fixed value loose branches doubted sat sat_if may beside besides open opens open_if opens_if exists among among_if besides_if bound tie then h h_if copy by by_if may_by asked asks notice on_list unsaid blur maybe_covered
    maybe_fulfilled maybe_overdue covered fulfilled overdue within_if lasting_if paused_if doubt_if asleep issued subject
    some none under given reach isa nota computed with without seen surely maybe touches within_grain needs
    all any term looks refers rneeds rall rany norm rnorm defeats weak firm curable due plain hangs binds u
    reads branch f n r rn is c applies stands breach hit live miss rmiss gone beaten defeated guard on off ghost absent perhaps maybe_held held cures made_of shadow runs unreal alla whole""".split()
)


_CONFIGURED = ("--configuration=frumpy", "--heuristic=Vmtf")
"""Measured: with much left open, the consequences take a sixth of the time that the default configuration needs."""


class SolverError(Exception):
    """The program is not what it must be. This is a bug of ours, never of the law or the facts."""


class ContradictionError(Exception):
    """No completion of what is unknown fits the facts and the declared constraints of scenario `scenario`."""

    def __init__(self, scenario: str = "") -> None:
        self.scenario = scenario
        super().__init__(scenario)


@dataclass(frozen=True, slots=True)
class Column:
    """What holds in every completion, and what holds in some (which includes the former)."""

    certain: frozenset[str]
    possible: frozenset[str]

    def settled(self) -> bool:
        """Whether nothing is open."""
        return len(self.certain) == len(self.possible)


KEPT = 20_000
"""Of how many atoms and texts it is remembered which is which: names are canonical, so that cases share most of them."""


class _Remembered(dict[K, V]):
    """What was worked out before; it forgets all where it would grow beyond `KEPT`, so that memory stays flat."""

    def __init__(self, work: Callable[[K], V]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: K) -> V:
        if len(self) >= KEPT:
            self.clear()
        found = self[key] = self._work(key)
        return found


_WRITTEN: _Remembered[clingo.Symbol, str] = _Remembered(str)
_PARSED: _Remembered[str, clingo.Symbol] = _Remembered(clingo.parse_term)


class Grounded:
    """A grounded program, to be asked several times under different assumptions."""

    def __init__(self, text: str, *watching: clingo.Observer) -> None:
        self._problems: list[str] = []
        self._numbers: dict[str, int] = {}
        self._control = clingo.Control(["--warn=all", *_CONFIGURED], logger=self._log, message_limit=1_000_000)
        for one in watching:
            self._control.register_observer(one)
        self._control.add("base", [], text)
        self._control.ground([("base", [])])
        if self._problems:
            raise SolverError("\n".join(self._problems))

    def _log(self, code: clingo.MessageCode, message: str) -> None:
        if code is clingo.MessageCode.AtomUndefined:
            name = message.rsplit("\n", 2)[-2].strip() if "\n" in message else message
            stem = name.split("(")[0].lstrip("#").rstrip("0123456789_")
            if stem in OPTIONAL or stem.split("_")[0] in OPTIONAL:
                return
        self._problems.append(message)

    def only(self, assumptions: Iterable[Claim]) -> frozenset[str]:
        """Return what holds in the one answer of a program whose every choice is assumed."""
        self._configure("auto", 2)
        found: list[Sequence[clingo.Symbol]] = []
        self._control.solve(
            assumptions=self._literals(assumptions), on_model=lambda model: found.append(model.symbols(shown=True))
        )
        if len(found) != 1:
            raise SolverError(f"expected exactly one answer set, found {len(found)}")
        return self._atoms(found[0])

    def column(self, assumptions: Iterable[Claim]) -> Column:
        """Return what holds in every and in some completion under `assumptions`."""
        fixed = self._literals(assumptions)
        certain = self._consequences("cautious", fixed)
        possible = self._consequences("brave", fixed)
        return Column(self._atoms(certain), self._atoms(possible))

    def _atoms(self, symbols: Iterable[clingo.Symbol]) -> frozenset[str]:
        """Return atoms as text; writing them is dear, and most of them are reported again and again."""
        return frozenset(map(_WRITTEN.__getitem__, symbols))

    def _literals(self, assumptions: Iterable[Claim]) -> list[int]:
        return [self._literal(atom) if truth else -self._literal(atom) for atom, truth in assumptions]

    def _literal(self, atom: str) -> int:
        if atom not in self._numbers:
            found = self._control.symbolic_atoms[_PARSED[atom]]
            assert found, "an assumption about nothing"
            self._numbers[atom] = found.literal
        return self._numbers[atom]

    def _consequences(self, mode: Literal["cautious", "brave"], assumptions: Sequence[int]) -> Sequence[clingo.Symbol]:
        """Return what all (or some) answers share; only the last model of the enumeration says so."""
        self._configure(mode, 0)
        found: list[Sequence[clingo.Symbol]] = []
        self._control.solve(assumptions=assumptions, on_last=lambda model: found.append(model.symbols(shown=True)))
        if not found:
            raise ContradictionError
        return found[-1]

    def possible(self) -> frozenset[str]:
        """Return what is shown and holds in some completion.

        Measured: of little asked of much that is open, this heuristic tells in a quarter of the time of the other.
        """
        solver = self._control.configuration.solver
        assert isinstance(solver, clingo.Configuration)
        solver.heuristic = "Berkmin"
        return self._atoms(self._consequences("brave", ()))

    def fits(self, claims: Iterable[Claim]) -> bool:
        """Whether there is a completion in which the claims come true."""
        self._configure("auto", 1)
        claimed = [(clingo.parse_term(atom), truth) for atom, truth in claims]
        return self._control.solve(assumptions=claimed).satisfiable is True

    def model(self, claims: Iterable[Claim]) -> frozenset[str] | None:
        """Return every atom of one completion in which the claims come true; None where there is none."""
        self._configure("auto", 1)
        found: list[frozenset[str]] = []
        self._control.solve(
            assumptions=[(clingo.parse_term(atom), truth) for atom, truth in claims],
            on_model=lambda model: found.append(frozenset(map(str, model.symbols(atoms=True)))),
        )
        return found[0] if found else None

    def conflict(self, claims: Iterable[Claim]) -> tuple[Claim, ...] | None:
        """Return some of the claims that no completion makes true together; None where all of them can be."""
        self._configure("auto", 1)
        known = self._control.symbolic_atoms
        assumed: list[int] = []
        names: dict[int, Claim] = {}
        for atom, truth in claims:
            found = known[clingo.parse_term(atom)]
            if found is not None:
                assumed.append(found.literal if truth else -found.literal)
                names.setdefault(assumed[-1], (atom, truth))
        cores: list[Sequence[int]] = []
        result = self._control.solve(assumptions=assumed, on_core=cores.append)
        if result.satisfiable:
            return None
        return tuple(dict.fromkeys(names[literal] for literal in cores[-1])) if cores else ()

    def forbid(self, claims: Iterable[Claim]) -> None:
        """Leave out, from now on, the completions in which all the claims come true."""
        known = self._control.symbolic_atoms
        found = [(known[clingo.parse_term(atom)], truth) for atom, truth in claims]
        with self._control.backend() as backend:
            backend.add_rule([], [one.literal if truth else -one.literal for one, truth in found if one])

    def _configure(self, mode: str, limit: int) -> None:
        solve = self._control.configuration.solve
        assert isinstance(solve, clingo.Configuration)
        solve.enum_mode = mode
        solve.models = str(limit)


class Followed(Grounded):
    """A grounded program of which the rules are noted, so that its completions can be carried over to other choices."""

    def __init__(self, text: str) -> None:
        self._rules = GroundRules()
        super().__init__(text, self._rules)

    def completions(self, assumptions: Iterable[Claim], asked: Iterable[str]) -> Completions:
        """Return completions such that each atom holds in one and does not in another, as far as there are such."""
        self._configure("auto", 0)
        seeking = Seeking(self._rules.choices, map(self._literal, asked))
        self._control.solve(assumptions=self._literals(assumptions), on_model=seeking)
        return seeking.found

    def carried(
        self, found: Completions, contexts: Sequence[Iterable[Claim]], asked: Iterable[str]
    ) -> Iterator[frozenset[str]]:
        """Yield of each context which atoms some of these completions show to be open there."""
        names = {self._literal(atom): atom for atom in asked}
        given = [{self._literal(atom): truth for atom, truth in context} for context in contexts]
        for literals in self._rules.follow(found, given, names):
            yield frozenset(names[one] for one in literals)
