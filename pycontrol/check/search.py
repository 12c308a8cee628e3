"""Which provisions can bind on some day, in some branch and reading, and which exemption ever defeats anything.

Every act of every kind that the law weighs is laid out with nothing stated, on the days between which the law differs;
the solver says what follows in some completion. What is not found is sought again where it alone matters (on every day
on which it is in force, acts planned and done, linked to acts on every day), and once more with twice the parties and
items, before anything is said never to happen.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pycontrol.asp import Case, Space, phase_of
from pycontrol.check.world import Linked, Moment, Shape, World, scenario
from pycontrol.law.model import FactType, Modality, Sort
from pycontrol.law.timeline import dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp import Program
    from pycontrol.law.model import Law, Provision

CASES = 60
"""How many cases share one grounding."""

DEFEATING = (Modality.EXEMPTION, Modality.RELIEF)


@dataclass(frozen=True)
class Search:
    """What can happen under a compiled law. The answers are sought once, when first asked for."""

    program: Program
    days: tuple[dt.date, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "days", _days(self.program))

    @property
    def law(self) -> Law:
        """The law that is searched."""
        return self.program.law

    # --- what never happens ---------------------------------------------------------------------------------

    @cached_property
    def idle(self) -> tuple[Provision, ...]:
        """The provisions that were never found to do what they are for: to defeat (exemptions, reliefs), or to bind."""
        idle = tuple(self.law.provisions.values())
        for worlds in (self._first(), self._wide(idle, Shape()), self._wide(idle, Shape(named=2))):
            ...
        return idle

    def awake(self, path: str) -> tuple[dt.date, ...]:
        """Return the days on which a provision is within its dates, in some reading."""
        return tuple(day for day in self.days if phase_of(self.program, path, day, frozenset()).within)
