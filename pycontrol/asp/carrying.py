"""Completions that the solver found, carried over to other readings and branches: what holds in them there.

Once its choices are made, a grounded program has one answer, which follows rule by rule. So it can be followed for many
completions at once: a number for each atom, whose bits say in which of them it holds. What a completion shows is so, and
need not be asked of the solver again; what none shows has to be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import clingo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_WIDTH = 2048
"""So many completions are followed at once: more take more memory, and not less time."""


@dataclass(frozen=True, slots=True)
class Completions:
    """Some completions, numbered from 0 on: for each choice, in which of them it is made, as the bits of a number."""

    count: int
    made: Mapping[int, int]


class _Rule(NamedTuple):
    """A rule, or, with a `bound`, one that needs so many of its body's literals; `choice`: what follows may be chosen."""

    choice: bool
    body: Sequence[int]
    bound: int = 0


class Seeking:
    """Takes completions until each of some atoms holds in one and does not in another, as far as there are such."""

    def __init__(self, choices: Collection[int], atoms: Iterable[int]) -> None:
        self._choices = choices
        self._left = {sign * atom for atom in atoms for sign in (1, -1)}
        self._made: dict[int, int] = {}
        self._count = 0

    def __call__(self, model: clingo.Model) -> bool:
        """Note a completion, and ask for one that shows something new; whether there is anything left to show."""
        for atom in filter(model.is_true, self._choices):
            self._made[atom] = self._made.get(atom, 0) | 1 << self._count
        self._count += 1
        self._left = {one for one in self._left if model.is_true(abs(one)) is not (one > 0)}
        model.context.add_clause(sorted(self._left))
        return bool(self._left)

    @property
    def found(self) -> Completions:
        """Return what was found."""
        return Completions(self._count, self._made)


class GroundRules(clingo.Observer):
    """The rules of a grounded program, by what follows from them; what may not follow stands under 0."""

    def __init__(self) -> None:
        self._rules: dict[int, list[_Rule]] = {}
        self._order: tuple[int, ...] = ()

    def rule(self, choice: bool, head: Sequence[int], body: Sequence[int]) -> None:
        """Note a rule."""
        for atom in head or (0,):
            self._rules.setdefault(atom, []).append(_Rule(choice, body))

    def weight_rule(
        self,
        choice: bool,
        head: Sequence[int],
        lower_bound: int,
        body: Sequence[tuple[int, int]],
    ) -> None:
        """Note a rule that needs some of its body; the page has no weights."""
        assert lower_bound > 0
        assert all(weight == 1 for _, weight in body)
        for atom in head or (0,):
            self._rules.setdefault(atom, []).append(_Rule(choice, [one for one, _ in body], lower_bound))

    @property
    def choices(self) -> tuple[int, ...]:
        """The atoms that may be chosen."""
        return tuple(atom for atom, rules in self._rules.items() if any(one.choice for one in rules))

    def follow(
        self, found: Completions, contexts: Sequence[Mapping[int, bool]], asked: Collection[int]
    ) -> Iterator[frozenset[int]]:
        """Yield, for each context, which of the atoms asked about hold in one completion, and in another do not.

        A context says of some choices whether they are made; a completion that cannot be held there says nothing.
        """
        step = max(1, _WIDTH // found.count)
        for start in range(0, len(contexts), step):
            yield from self._followed(found, contexts[start : start + step], asked)

    def _followed(
        self, found: Completions, contexts: Sequence[Mapping[int, bool]], asked: Collection[int]
    ) -> Iterator[frozenset[int]]:
        width = found.count
        mask = (1 << width) - 1
        held = self._held(_chosen(found, contexts), (1 << width * len(contexts)) - 1)
        for number in range(len(contexts)):
            within = (held.get(0, 0) >> width * number) & mask ^ mask
            there = {atom: (held.get(atom, 0) >> width * number) & within for atom in asked}
            yield frozenset(atom for atom, bits in there.items() if bits and bits != within)

    def _held(self, chosen: Mapping[int, int], every: int) -> dict[int, int]:
        """Return where each atom holds; under 0, where something that may not be does."""
        held: dict[int, int] = {}
        for atom in self._ordered():
            bits = 0
            for rule in self._rules[atom]:
                follows = _some(rule, held, every) if rule.bound else _all(rule.body, held, every)
                bits |= follows & chosen.get(atom, 0) if rule.choice else follows
            held[atom] = bits
        return held

    def _ordered(self) -> tuple[int, ...]:
        """The atoms in such an order that each stands behind those on which it rests; the page has no circles."""
        if not self._order:
            found: dict[int, None] = {}
            for first in self._rules:
                if first in found:
                    continue
                stack = [(first, iter(self._below(first)))]
                open_ = {first}
                while stack:
                    atom, below = stack[-1]
                    for one in below:
                        assert one not in open_, "the page rests on itself"
                        if one not in found and one in self._rules:
                            open_.add(one)
                            stack.append((one, iter(self._below(one))))
                            break
                    else:
                        stack.pop()
                        open_.discard(atom)
                        found[atom] = None
            self._order = tuple(found)
        return self._order

    def _below(self, atom: int) -> Iterable[int]:
        return (abs(literal) for rule in self._rules[atom] for literal in rule.body)


def _chosen(found: Completions, contexts: Sequence[Mapping[int, bool]]) -> dict[int, int]:
    """Return in which completions each choice is made, with the contexts one behind the other."""
    width, every = found.count, (1 << found.count) - 1
    repeated = sum(1 << width * number for number in range(len(contexts)))
    chosen = {atom: bits * repeated for atom, bits in found.made.items()}
    for number, context in enumerate(contexts):
        for atom, made in context.items():
            here = every << width * number
            chosen[atom] = chosen.get(atom, 0) | here if made else chosen.get(atom, 0) & ~here
    return chosen


def _all(body: Sequence[int], held: Mapping[int, int], every: int) -> int:
    """Where all literals of a body hold."""
    bits = every
    for literal in body:
        bits &= held.get(literal, 0) if literal > 0 else every ^ held.get(-literal, 0)
        if not bits:
            break
    return bits


def _some(rule: _Rule, held: Mapping[int, int], every: int) -> int:
    """Where at least so many literals of a body hold as its bound says."""
    counted = [every] + [0] * rule.bound
    for literal in rule.body:
        bits = held.get(literal, 0) if literal > 0 else every ^ held.get(-literal, 0)
        for number in range(rule.bound, 0, -1):
            counted[number] |= counted[number - 1] & bits
    return counted[rule.bound]
