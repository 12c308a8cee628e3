"""One material alone (Q-SUM): the share of the material that has most of it, where it may be in doubt of which one a part is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product
from typing import TYPE_CHECKING

from pycontrol.asp.regions import between
from pycontrol.asp.weigh import weigh
from pycontrol.facts.shares import Kind, occurrences, share_interval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from fractions import Fraction

    from pycontrol.asp.program import Computed, Program
    from pycontrol.asp.things import Thing, Things
    from pycontrol.asp.truth import Truth
    from pycontrol.facts.shares import Occurrence
    from pycontrol.law.model import Nesting, Share

Member = tuple[str, "Thing"]
"""A thing that is, or is not, an instance of a term."""

Row = tuple[tuple[Member, ...], tuple[Member, ...], bool]
"""Where the first are members and the second are not, the share passes: surely, or perhaps."""


def kind_of(program: Program, things: Things, computed: Computed, part: Thing) -> Kind:
    """Return of which materials a part surely is and may be, if it counts at all."""
    truths = {material: weigh(program, things, material, part) for material in computed.materials}
    perhaps = frozenset(material for material, truth in truths.items() if truth is not False)
    sure = frozenset(material for material, truth in truths.items() if truth)
    return Kind(perhaps if len(perhaps) == 1 else sure, perhaps)


@dataclass(frozen=True)
class Alone:
    """The test of each material alone of one item, of whose `parts` it is known of which `kinds` they are or may be."""

    things: Things
    item: str
    share: Share
    nesting: Nesting
    rising: bool
    parts: dict[str, Thing]
    kinds: dict[str, Kind]

    def passes(self, names: Collection[str]) -> Truth:
        """Return whether it passes where these parts count and no others; None too where that hangs on what they are."""
        low, _ = self._interval(names, (*self._groups(names, surely=True), *({name} for name in names)))
        _, high = self._interval(names, self._groups(names, surely=False))
        return between(low, high, self.share.operator, self.share.threshold)

    def cost(self, names: Collection[str]) -> int:
        """Return how many rows must be looked at to say on what it hangs."""
        if self.rising:
            return sum(1 << len(self._loose(material, names)) for material in self._materials(names))
        return 1 << sum(len(self._loose(material, names)) for material in self._materials(names))

    def rows(self, names: Collection[str]) -> Iterator[Row]:
        """Yield on which parts being of which material it hangs, where these parts count and no others."""
        if not any(self._loose(material, names) for material in self._materials(names)):
            yield (), (), False
        elif self.rising:
            for material in self._materials(names):
                yield from self._one(material, names)
        else:
            yield from self._all(names)

    def _one(self, material: str, names: Collection[str]) -> Iterator[Row]:
        """Yield the smallest sets of parts with which one material passes: what is more only makes it pass more."""
        sure = {name for name in names if material in self.kinds[name].surely}
        loose = self._loose(material, names)
        found: list[tuple[set[str], bool]] = []
        for some in chain.from_iterable(combinations(loose, size) for size in range(len(loose) + 1)):
            passes = between(*self._interval(names, [sure.union(some)]), self.share.operator, self.share.threshold)
            known = [surely for before, surely in found if before.issubset(some)]
            if passes is False or True in known or (passes is None and known):
                continue
            found.append((set(some), passes is True))
            yield tuple((material, self.parts[name]) for name in some), (), passes is True

    def _all(self, names: Collection[str]) -> Iterator[Row]:
        """Yield every way in which the parts may be of the materials and it passes: no material may be too much."""
        materials = self._materials(names)
        pairs = [(material, name) for material in materials for name in self._loose(material, names)]
        for flags in product((False, True), repeat=len(pairs)):
            of = {pair for pair, flag in zip(pairs, flags, strict=True) if flag}
            groups = [
                {name for name in names if material in self.kinds[name].surely or (material, name) in of}
                for material in materials
            ]
            passes = between(*self._interval(names, groups), self.share.operator, self.share.threshold)
            if passes is not False:
                members = tuple((material, self.parts[name]) for material, name in pairs if (material, name) in of)
                others = tuple((material, self.parts[name]) for material, name in pairs if (material, name) not in of)
                yield members, others, passes is True

    def _interval(
        self, names: Collection[str], groups: Collection[Collection[str]]
    ) -> tuple[Fraction, Fraction | None]:
        counted = frozenset(one for one in self._found if one[-1] in names)
        return share_interval(self.things.settled, self.item, counted, self.nesting, groups)

    @cached_property
    def _found(self) -> tuple[Occurrence, ...]:
        return occurrences(self.things.scenario, self.item, self.nesting)

    def _materials(self, names: Collection[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(material for name in sorted(names) for material in sorted(self.kinds[name].perhaps)))

    def _loose(self, material: str, names: Collection[str]) -> tuple[str, ...]:
        """The parts of which it is not known whether they are of the material."""
        return tuple(
            name
            for name in sorted(names)
            if material in self.kinds[name].perhaps and material not in self.kinds[name].surely
        )

    def _groups(self, names: Collection[str], *, surely: bool) -> tuple[frozenset[str], ...]:
        """The parts of each material, those that surely are or those that may be of it."""
        groups = {
            frozenset(
                name for name in names if material in (self.kinds[name].surely if surely else self.kinds[name].perhaps)
            )
            for material in self._materials(names)
        }
        return tuple(groups)
