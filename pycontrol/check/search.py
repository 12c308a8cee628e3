"""Which provisions ever do what they are for, on some day, in some branch and reading, of some case.

Acts of every kind are laid out with nothing stated about them, and the solver says what follows in some completion. What
does not is sought again on every day on which it is in force, with acts planned and done and linked to acts on every
day; and once more with two parties in every role and two items, before anything is said never to happen.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pycontrol.asp import Case, FactKey, compile_law, conditions_of, occurring
from pycontrol.check.part import part, resting
from pycontrol.check.world import Linked, Moment, Shape, World, scenario
from pycontrol.law.model import FactType, Modality, Sort
from pycontrol.law.status import watched
from pycontrol.law.timeline import dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pycontrol.asp import Program
    from pycontrol.asp.program import Wants
    from pycontrol.law.model import Law, Provision, Reach

DEFEATING = (Modality.EXEMPTION, Modality.RELIEF)
"""What is there to defeat something; all else is there to bind."""


@dataclass(frozen=True)
class Search:
    """What can happen under a compiled law."""

    program: Program

    @property
    def law(self) -> Law:
        """The law that is searched."""
        return self.program.law

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """The first day of each time in which all provisions keep their status; what is listed then is open anyway."""
        found: dict[object, dt.date] = {}
        for day in dates(self.law):
            found.setdefault(tuple(self.program.phase(path, day) for path in self.law.provisions), day)
        return tuple(found.values())

    @cached_property
    def best_days(self) -> tuple[dt.date, ...]:
        """The days on which the law differs, those best to show something on first: checked, and much is free."""
        checked = min((one.checked_to for one in self.law.instruments.values()), default=dt.date.max)
        return tuple(sorted(self.days, key=lambda day: (day > checked, -self._free(day), day)))

    def awake(self, path: str) -> tuple[dt.date, ...]:
        """Return the days on which a provision is within its dates, and not suspended whatever is read; best days first."""
        phases = {day: self.program.phase(path, day) for day in self.best_days}
        return tuple(day for day, now in phases.items() if now.within and None not in now.paused)

    # --- what never happens ---------------------------------------------------------------------------------

    @cached_property
    def idle(self) -> tuple[Provision, ...]:
        """The provisions that never bind (exemptions, reliefs: never defeat anything) as far as was searched."""
        found = self.idle_among(self.law.provisions.values(), self.first_worlds())
        alone = self._alone(one.path for one in found)
        for shape in (Shape(), Shape(named=2)):
            found = alone.idle_among(found, alone.wide_worlds(found, shape))
        return found

    @cached_property
    def _defeating(self) -> frozenset[str]:
        """The provisions that are there to defeat something."""
        return frozenset(path for path, one in self.law.provisions.items() if one.norm.modality in DEFEATING)

    def _alone(self, paths: Iterable[str]) -> Search:
        """Return the search of the part of the law that matters to some provisions."""
        below = self.program.below
        return Search(compile_law(part(self.law, below, resting(self.law, below, paths))))

    @property
    def bound(self) -> str:
        """What was searched before something is said never to happen, in words."""
        first, last = self.days[0], self.days[-1]
        names = tuple(dict.fromkeys(link for _, link in self.links))
        links = (
            f" and one act that it {_listed(names, 'or')}, of every kind that the law looks for, on every such day"
            if names
            else ""
        )
        return (
            f"every day on which the law differs, from {first} to {last} and beyond, every branch and reading; "
            f"one act of each kind in the perimeter, {'planned and done' if len(self._states) > 1 else 'done'}{links}; "
            "one party in each role and one item with all facts, stakes, parts, licences and filings open, then two of each"
        )

    def idle_among(self, provisions: Iterable[Provision], worlds: Iterable[World]) -> tuple[Provision, ...]:
        """Return those of the provisions that do nothing in any completion of the worlds."""
        sought = {one.path: one for one in provisions}
        for world in worlds:
            if not any(world.kind in one.kinds for one in sought.values()):
                continue
            paths = resting(self.law, self.program.below, sought)
            case = Case(self.program, scenario(self.law, world), world.asked, whole=True, paths=paths)
            defeating = [path for path in sought if path in self._defeating]
            binding = [path for path in sought if path not in defeating]
            found = occurring(self.program, case, binding, defeating, world.others)
            sought = {path: one for path, one in sought.items() if path not in found}
        return tuple(sought.values())

    # --- where it is sought ---------------------------------------------------------------------------------

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of act that some provision weighs, in the order of the vocabulary."""
        weighed = {kind for group in self.program.classes for kind in group.kinds}
        return tuple(kind for kind in self.law.vocabulary.kinds if kind in weighed)

    @cached_property
    def links(self) -> dict[tuple[str, str], dict[str, None]]:
        """For a kind of act and a fact by which the law looks from it at another act: the kinds of act that it looks for."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for owner, wants in self.program.wants.items():
            kinds = [kind for group in self.program.classes if group.name == owner for kind in group.kinds]
            for reach in dict.fromkeys(reach for _, reach in wants.leaves):
                for place, step in enumerate(reach.steps):
                    if self._links(step):
                        looked = tuple(self._looked(wants, reach, reach.steps[place + 1 :]))
                        for kind in filter(self._having(step), kinds or self.kinds):
                            found.setdefault((kind, step), {}).update(dict.fromkeys(looked))
        return found

    def _looked(self, wants: Wants, reach: Reach, rest: tuple[str, ...]) -> Iterator[str]:
        """Yield the kinds of act in which what stands at the end of a link can be found."""
        cited = {path for _, one in wants.references if one.reach == reach for path in one.provisions}
        kinds = {kind for path in cited for kind in self.law.provisions[path].kinds} if not rest else set()
        asked = [*rest[:1], *(key.name for there, key in wants.facts if there == reach and not rest)]
        other = not rest and (reach in (there for there, _ in wants.terms) or bool(wants.differs))
        for kind in self.kinds:
            if other or kind in kinds or any(self._having(fact)(kind) for fact in asked):
                yield kind

    def _links(self, step: str) -> bool:
        fact = self.law.vocabulary.facts.get((Sort.ACT, step))
        return fact is not None and fact.type is FactType.ACT

    def _having(self, step: str) -> Callable[[str], bool]:
        fact = self.law.vocabulary.facts.get((Sort.ACT, step))
        return lambda kind: fact is None or not fact.acts or kind in fact.acts

    def linked(self, kind: str, moments: tuple[Moment, ...]) -> Iterator[Linked | None]:
        """Yield what an act of a kind may be linked to, at `moments`; nothing, where the law never looks."""
        links = [(link, sorted(others)) for (of, link), others in self.links.items() if of == kind]
        yield from (Linked(link, other, moments) for link, others in links for other in others)
        if not links:
            yield None

    def first_worlds(self) -> Iterator[World]:
        """Yield one done act of every kind on the day on which most provisions are free."""
        then = tuple(Moment(day) for day in sorted(self.days, key=self._free)[-1:])
        for kind in self.kinds:
            yield from (World(kind, then, linked) for linked in self.linked(kind, then))

    def _free(self, day: dt.date) -> int:
        """Count the provisions that are within their dates on a day, and neither suspended nor in doubt."""
        phases = (self.program.phase(path, day) for path in self.law.provisions)
        return sum(1 for now in phases if now.within and not now.paused and not now.doubts)

    def wide_worlds(self, provisions: tuple[Provision, ...], shape: Shape) -> Iterator[World]:
        """Yield acts of the kinds of some provisions on all their days, linked to acts on all days."""
        for kind in self.kinds:
            of_kind = [one.path for one in provisions if kind in one.kinds]
            own = {day for path in of_kind for day in self.awake(path)}
            every = tuple(Moment(day, done) for day in self._days_of(of_kind) for done in self._states)
            moments = tuple(one for one in every if one.day in own)
            if moments:
                yield from (World(kind, moments, linked, shape) for linked in self.linked(kind, every))

    @cached_property
    def _states(self) -> tuple[bool, ...]:
        """Whether acts are done, or also planned: where no provision asks, whatever a planned act brings a done one does."""
        asked = FactKey(Sort.ACT, "state") in self.program.checks
        return (True, False) if asked else (True,)

    def _days_of(self, paths: Iterable[str]) -> tuple[dt.date, ...]:
        """Return the first day of each time in which the provisions, and all those that matter to them, keep their status."""
        near = self._near(paths)
        found: dict[object, dt.date] = {}
        for day in self.days:
            found.setdefault(tuple(self.program.phase(path, day) for path in near), day)
        return tuple(found.values())

    def _near(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Return the provisions, those on which they rest or by which they may be defeated, and those that any of them watches."""
        found = frozenset[str]().union(*(self.program.below[path] for path in paths))
        beside = (one for path in found for one in watched(self.law, conditions_of(self.law.provisions[path])))
        return tuple(found.union(beside))


def _listed(names: tuple[str, ...], last: str) -> str:
    return f" {last} ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
