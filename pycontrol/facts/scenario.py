"""The nouns of a scenario: what somebody states about acts, parties and items.

What is not stated is unknown. A scenario says nothing about law; it is checked against the vocabulary of the law
when it is read (`facts.from_syntax`, `facts.from_mapping`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

    from pycontrol.diagnostics import Span
    from pycontrol.law.model import Sort, Value


@dataclass(frozen=True, slots=True)
class Stated:
    """One stated value of a fact. `count` is the number of pieces (parts only). Dated facts hold from `since` to
    `until`, both inclusive; None is open.
    """

    value: Value
    since: dt.date | None = None
    until: dt.date | None = None
    count: Fraction | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An act, a party or an item.

    `facts` maps a fact's name to its stated values, in order; a fact that is absent is unknown. An empty tuple says
    that there is none (`end-user none`). `complete` names the open facts (such as `parts`, `owners`) whose stated
    values are all there are.
    """

    name: str
    sort: Sort
    facts: dict[str, tuple[Stated, ...]]
    complete: frozenset[str] = frozenset()
    span: Span | None = None


class OnList(NamedTuple):
    """A party was stated to be on list `list`, both days inclusive; `until` None is open.

    `by`: the notice that put it there, empty where that was not said. `since` None: by a notice, in its days.
    """

    list: str
    since: dt.date | None
    until: dt.date | None
    by: str = ""


@dataclass(frozen=True, slots=True)
class PartyName:
    """The names under which a party is looked up on lists, and what was stated about lists directly.

    `screened`: (list, day) on which a screening had no hit.
    """

    names: tuple[str, ...] = ()
    listed: tuple[OnList, ...] = ()
    screened: tuple[tuple[str, dt.date], ...] = ()


@dataclass(frozen=True, slots=True)
class StakeHeld:
    """`owner` holds `share` (a fraction of one) of `held`, by `interest`, from `since` to `until` (inclusive)."""

    owner: str
    held: str
    share: Fraction
    interest: str
    since: dt.date | None = None
    until: dt.date | None = None
    span: Span | None = None


LICENCE_FACTS = ("kind", "holder", "items", "end-users", "end-uses")
"""What may be stated of a licence, beside its dates."""


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence held. A field that is None (or empty, for tuples: `None`) was not stated.

    It covers a requirement of licence `kind` for an item, an end user and an end use of an act when the holder is the
    bearer, all three are among those named, and the act's day lies within `since`..`until`. An act with several of them
    may be covered by several licences. What was not stated makes the cover unknown, never certain.
    """

    name: str
    kind: str | None = None
    holder: str | None = None
    items: tuple[str, ...] | None = None
    end_users: tuple[str, ...] | None = None
    end_uses: tuple[str, ...] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its entity (facts: `kind`, `state`, roles, places, items ...) and its day."""

    entity: Entity
    kind: str
    on: dt.date
    done: bool
    at: dt.time | None = None

    @property
    def name(self) -> str:
        """The act's name in the scenario."""
        return self.entity.name


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is assumed, always printed and counted.

    `denied`: yes-no facts (by name, of any thing) or groups of facts that are taken as `no` where not stated; of a group, other
    facts as none.
    `in_force`: instruments taken to operate (the answer is then hypothetical). `taken`: readings fixed to a value.
    """

    denied: tuple[str, ...] = ()
    in_force: tuple[str, ...] = ()
    taken: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Expectation:
    """One line of a closed `expect`, in the canonical words of `Determination.lines()`."""

    line: str
    span: Span | None = None


WHOLE = ("licences", "events")
"""What can be declared complete in a whole scenario."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Parties, items and one or more acts. `asked`: the day asked about, if stated.

    `complete` may hold what stands in `WHOLE`: those stated are all there are. `expected` is None where the
    scenario states no expectation. `regimes` are the legal orders asked of; none named: all.
    """

    name: str
    acts: tuple[Act, ...]
    parties: dict[str, Entity]
    items: dict[str, Entity]
    names: dict[str, PartyName]
    stakes: tuple[StakeHeld, ...] = ()
    licences: tuple[Licence, ...] = ()
    complete: frozenset[str] = frozenset()
    assumptions: Assumptions = Assumptions()
    asked: dt.date | None = None
    expected: tuple[Expectation, ...] | None = None
    note: str = ""
    regimes: tuple[str, ...] = ()
    span: Span | None = None

    def entity(self, name: str) -> Entity:
        """Return the party, item or act called `name`; KeyError where there is none."""
        if name in self.parties:
            return self.parties[name]
        if name in self.items:
            return self.items[name]
        return next(act.entity for act in self.acts if act.name == name)
