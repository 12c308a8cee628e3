"""A compiled law: what the solver is given, and the names by which its answers are read back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from pycontrol.law.status import phase

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from pycontrol.asp.page import Page
    from pycontrol.asp.regions import Judge, Regions
    from pycontrol.law.coded import CodedEntry
    from pycontrol.law.model import (
        Alternative,
        Aspect,
        Check,
        Condition,
        Constraint,
        Differs,
        Guard,
        Law,
        Operation,
        Period,
        Reach,
        Reference,
        Share,
        Sort,
        Stake,
        Suspension,
        Term,
    )
    from pycontrol.law.status import Phase


V = TypeVar("V")


class Parts(Generic[V]):
    """What is known of the parts of a law by their owner, looked up by identity: a part is long to compare.

    Only parts that live as long as the law may be asked for.
    """

    def __init__(self, given: Mapping[tuple[str, Condition | Alternative], V]) -> None:
        self._given = given
        self._met: dict[tuple[str, int], tuple[object, V | None]] = {}

    def __reduce__(self) -> tuple[type[Parts[V]], tuple[Mapping[tuple[str, Condition | Alternative], V]]]:
        """A program that is kept and read again holds other things under the same identities."""
        return Parts, (self._given,)

    def get(self, owner: str, part: Condition | Alternative) -> V | None:
        """Return what is known of a part, if anything."""
        key = owner, id(part)
        if key not in self._met:  # the part is kept beside the answer, so that no other part can get its identity
            self._met[key] = part, self._given.get((owner, part))
        return self._met[key][1]

    def __getitem__(self, key: tuple[str, Condition | Alternative]) -> V:
        found = self.get(*key)
        if found is None:
            raise KeyError(key)
        return found


@dataclass(frozen=True, slots=True)
class Port:
    """Where a condition's truth is found: predicate family (`f` leaf, `n` node, `r` and `rn` per layer), level, id."""

    family: str
    level: int
    name: str

    @property
    def layered(self) -> bool:
        """Whether its truth may differ between what holds now and what sleeps."""
        return self.family in ("r", "rn")

    @property
    def predicate(self) -> str:
        """The predicate that holds its truth."""
        return f"{self.family}_{self.level}"


@dataclass(frozen=True, slots=True)
class Class:
    """The subjects for which a provision is weighed: the kinds of act, who is bound, whether per item, legal order.

    `plain` owns the conditions that look at facts only; what looks at other provisions belongs to the class itself.
    """

    name: str
    plain: str
    path: str
    kinds: frozenset[str]
    bearer: str
    per_item: bool
    regime: str


@dataclass(frozen=True, slots=True)
class FactKey:
    """A fact of the vocabulary, or (where `list` is named) being on a list, perhaps by some of its `notices`."""

    sort: Sort
    name: str
    list: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Computed:
    """A test whose truth is computed outside the solver: `kind` is `share`, `stake` or `branch`.

    `figure` names what it compares with its threshold, the same for all tests of the same. `term` is the term of the things that count (listed parts of the origin) or hold (listed parties). `materials` are the
    terms of the materials that a share may have to test alone; none where it has but one.
    """

    name: str
    kind: str
    term: str
    level: int
    condition: Share | Stake
    figure: str
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wants:
    """What the solver must be told about each subject of a class, or each thing that is tested for a term.

    `clocks` are provisions of clocks of which it is asked whether they run.
    """

    facts: tuple[tuple[Reach, FactKey], ...] = ()
    terms: tuple[tuple[Reach, str], ...] = ()
    computed: tuple[tuple[Reach, Computed], ...] = ()
    differs: tuple[tuple[str, Differs], ...] = ()
    references: tuple[tuple[str, Reference], ...] = ()
    leaves: tuple[tuple[str, Reach], ...] = ()
    reaches: tuple[tuple[str, Reach], ...] = ()
    readings: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """An entry with a control code, the term that it was made into, and those of just missing it and its list, if any."""

    entry: CodedEntry
    regime: str
    term: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two provisions whose subjects must be matched: a defeat, or a norm that hangs on another's standing.

    `name` owns its rows. `meeting` is what subjects of all provisions have in common that are matched with the second alike.
    """

    name: str
    meeting: str
    first: str
    second: str
    same_bearer: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """Provisions of one instrument with the same days, suspended and said to operate alike: they live and sleep together."""

    name: str
    instrument: str
    periods: tuple[Period, ...]
    suspensions: tuple[Suspension, ...]
    operations: tuple[Operation, ...]
    added: dt.date | None = None


@dataclass(frozen=True)
class Program:
    """A law, compiled; the maps are keyed as their names say.

    `page` is the page at the levels that the law needs. `rows` are the law's facts by the class, term, fact, value or link
    without which no case needs them; those under the empty name every case needs. `entries` names the term into which an alternative of
    a list was made, by owner and alternative. `conditions` are those of each provision, what its norm presupposes included;
    `plain` says where it is found whether all conditions of a provision hold that look at facts only. `targets` are those of
    which it is asked whether they operate, each with a provision of each of its clocks.
    """

    law: Law
    page: Page
    rows: Mapping[str, str]
    entries: Parts[str]
    coded: tuple[Coded, ...]
    judge: Judge
    classes: tuple[Class, ...]
    class_of: Mapping[str, Class]
    wants: Mapping[str, Wants]
    terms: Mapping[str, Term]
    term_ids: Mapping[str, str]
    term_levels: Mapping[str, int]
    fact_ids: Mapping[FactKey, str]
    tie_ids: Mapping[Constraint, str]
    regions: Mapping[FactKey, Regions]
    checks: Mapping[FactKey, tuple[Check, ...]]
    provision_ids: Mapping[str, str]
    clocks: tuple[Clock, ...]
    clock_of: Mapping[str, Clock]
    links: tuple[Link, ...]
    guards: Mapping[frozenset[Guard], str]
    cure_ids: Mapping[str, str]
    list_ids: Mapping[str, str]
    notice_ids: Mapping[tuple[str, str], str]
    reading_ids: Mapping[str, str]
    reading_values: Mapping[tuple[str, str], str]
    event_ids: Mapping[str, str]
    branch_ids: Mapping[tuple[str, str], str]
    computed_for: Mapping[Condition, Computed]
    ports: Parts[Port]
    conditions: Mapping[str, tuple[Condition, ...]]
    plain: Mapping[str, Port]
    aspect_levels: Mapping[tuple[str, Aspect], int]
    grain_ids: Mapping[str, str]
    targets: Mapping[str, tuple[str, ...]]

    @cached_property
    def turning(self) -> Mapping[str, frozenset[str]]:
        """For each reading, the names of what may turn on it; see `turning.py`."""
        from pycontrol.asp.turning import turning

        return turning(self)

    @cached_property
    def scopes(self) -> Mapping[str, frozenset[str]]:
        """For each provision, the names of the scopes within which it is counted."""
        from pycontrol.asp.from_law import grains_of

        law = self.law
        return {
            path: frozenset(self.grain_ids[one] for one in grains_of(law, provision))
            for path, provision in law.provisions.items()
        }

    @cached_property
    def defeaters(self) -> Mapping[str, tuple[str, ...]]:
        """For each provision that has exceptions, those exceptions, in the order of the links."""
        found: dict[str, tuple[str, ...]] = {}
        for link in self.links:
            if any(one.by == link.second for one in self.law.provisions[link.first].defeats):
                found[link.first] = (*found.get(link.first, ()), link.second)
        return found

    @cached_property
    def below(self) -> Mapping[str, frozenset[str]]:
        """For each provision, itself and every provision on which it rests, or by which it may be defeated."""
        from pycontrol.asp.turning import below

        return below(self.law)

    def phase(self, path: str, day: dt.date, assumed: frozenset[str] = frozenset()) -> Phase:
        """Return the phase of a provision on a day; `assumed` are the instruments that are taken to be in force."""
        clock = self.clock_of[path]
        header = self.law.instruments[clock.instrument]
        assume = clock.instrument in assumed
        return phase(header, clock.periods, clock.suspensions, day, added=clock.added, assumed=assume)

    def owner(self, path: str, condition: Condition) -> str:
        """Return the owner of a condition of a provision: its class, or what owns the conditions on facts."""
        group = self.class_of[path]
        return group.plain if self.ports.get(group.plain, condition) else group.name

    def within(self, owner: str, alternative: Alternative) -> str:
        """Return the owner of the conditions of an alternative: the term of an entry, else whose alternative it is."""
        entry = self.entries.get(owner, alternative)
        return owner if entry is None else self.term_ids[entry]
