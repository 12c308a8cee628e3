"""What may be said: facts, units, territories, constraints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from pycontrol.law.model.words import Quantity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pycontrol.diagnostics import Span
    from pycontrol.law.model.doubt import Guard
    from pycontrol.law.model.words import Value
    from pycontrol.phrases import Text


class Sort(StrEnum):
    """The sorts of thing that a scenario speaks of."""

    ACT = "act"
    PARTY = "party"
    ITEM = "item"


class FactType(StrEnum):
    """The type of a fact's values."""

    YES_NO = "yes-no"
    CHOICE = "choice"
    PLACE = "place"
    QUANTITY = "quantity"
    MONEY = "money"
    TEXT = "text"
    ACT = "act"
    PARTY = "party"
    ITEM = "item"


class Settled(StrEnum):
    """Who can settle an open fact: whoever knows it, a person's judgement, or law that is not encoded here."""

    ASKED = "asked"
    JUDGED = "judged"
    NOT_ENCODED = "not-encoded"


@dataclass(frozen=True, slots=True)
class Where:
    """A fact of a thing has one of `values`; `denied` are those that it is written not to have, so that all others are meant.

    Where that says whether another fact exists, values of that other one, `save`, say that there is nothing of the kind: anything
    may be stated to have them.
    """

    fact: str
    values: tuple[str, ...]
    span: Span | None = None
    save: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()

    def __str__(self) -> str:
        words = self.denied or self.values
        one = f"is {'not ' if self.denied else ''}{words[0]}"
        several = f"{'not ' if self.denied else ''}in {{{', '.join(words)}}}"
        return f"{self.fact} {one if len(words) == 1 else several}"


@dataclass(frozen=True, slots=True)
class Vague:
    """Beside one of the choices `values` of a fact, one of `sharper` may be true too, unless it is said to be complete.

    So it is of things of which what `given` asks for is stated; None: of all.
    """

    values: tuple[str, ...]
    sharper: tuple[str, ...]
    given: Where | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a scenario may state about an act, a party or an item.

    `values` lists the choices of a choice fact. `unit` is the canonical unit of a quantity fact, `shown_in` the unit in
    which it is declared and shown to people; `low` and `high` are its range (inclusive), if any. `difference`: it is the distance
    between two amounts, so that where a unit counts from does not matter. `many`: several values may hold at once; a test on it means *some* unless it
    says `every` or `no`. `open`: the values stated are not all there are unless the scenario says `complete`.
    `acts` names the kinds of act that have this fact (acts only; empty: all kinds). `groups` are names by which
    `assume not` can close several facts together. `where` says which things have it at all; None: all. `vague` says beside
    which choices others may be true.
    """

    sort: Sort
    name: str
    type: FactType
    question: Text
    values: tuple[str, ...] = ()
    unit: str = ""
    shown_in: Unit | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    difference: bool = False
    many: bool = False
    open: bool = False
    dated: bool = False
    settled: Settled = Settled.ASKED
    alterable: bool = False
    acts: frozenset[str] = frozenset()
    groups: tuple[str, ...] = ()
    where: Where | None = None
    vague: tuple[Vague, ...] = ()
    indicators: tuple[Text, ...] = ()
    span: Span | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The values of a fact that has only finitely many: a choice, or a yes-no."""
        return ("yes", "no") if self.type is FactType.YES_NO else self.values

    def denied_by(self, words: Collection[str]) -> bool:
        """Whether `assume not` with these words closes it: a yes-no fact to `no`, by name or group; any other to none, by group."""
        if self.type is not FactType.YES_NO:
            return any(group in words for group in self.groups)
        return any(name in words for name in (self.name, f"{self.sort}.{self.name}", *self.groups))

    def shown(self, value: Value) -> Value:
        """Return a value of this fact as people are shown it: a quantity in the unit in which the fact is declared."""
        if self.shown_in is None or not isinstance(value, Quantity) or value.unit != self.unit:
            return value
        return self.shown_in.shown(value.amount)

    def exact(self, number: Fraction, unit: Unit) -> Quantity:
        """Return so much of a unit in the canonical one, as this fact measures it."""
        return (unit.stepwise() if self.difference else unit).exact(number)


@dataclass(frozen=True, slots=True)
class Constraint:
    """In every completion: where a thing is as `given` says, it is as `then` says too. Both speak of one fact of it."""

    sort: Sort
    given: Where
    then: Where
    because: Text | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """The facts of a sort of thing that `constraints` tie, and the choices on which it hangs whether it has these.

    `hangs` names the choice of each that has one, and `existing` says the same as constraints: it has a value only where the
    choice is so, and a fact with one value at a time has one wherever it is.
    """

    facts: tuple[str, ...]
    constraints: tuple[Constraint, ...]
    hangs: Mapping[str, str]
    existing: Mapping[str, tuple[Constraint, ...]]

    @property
    def every(self) -> tuple[Constraint, ...]:
        """All that holds of a thing of which nothing is stated."""
        return (*self.constraints, *(one for some in self.existing.values() for one in some))


def ties_between(facts: Mapping[str, Fact], constraints: Iterable[Constraint]) -> Ties:
    """Return what ties these facts of one sort of thing to each other."""
    own = tuple(one for one in constraints if one.given.fact in facts and one.sort is facts[one.given.fact].sort)
    tied = list(dict.fromkeys(name for one in own for name in (one.given.fact, one.then.fact)))
    hangs: dict[str, str] = {}
    existing: dict[str, tuple[Constraint, ...]] = {}
    for name in tied:
        fact = facts[name]
        if fact.where:
            hangs[name], any_value = fact.where.fact, Where(name, fact.words)
            only, always = Constraint(fact.sort, any_value, fact.where), Constraint(fact.sort, fact.where, any_value)
            existing[name] = (only,) if fact.many else (only, always)
            if fact.where.fact not in tied:
                tied.append(fact.where.fact)
    return Ties(tuple(tied), own, hangs, existing)


@dataclass(frozen=True, slots=True)
class Filing:
    """In which role of an act of some kind somebody makes it; and in which somebody receives it, if it says so."""

    by: str
    to: str = ""


NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: one of it is `factor` of the canonical unit of its dimension, of which no amount lies beyond `low`, `high`.

    Nothing of it is `zero` of the canonical unit: kelvins count from -273.15 degrees Celsius.
    """

    name: str
    dimension: str
    canonical: str
    factor: Fraction
    zero: Fraction = NOTHING
    low: Fraction | None = None
    high: Fraction | None = None

    @property
    def is_currency(self) -> bool:
        """Whether this is a currency: one is a dimension of its own, in capital letters."""
        return self.dimension == self.name and self.name.isupper()

    def exact(self, number: Fraction) -> Quantity:
        """Return so much of this unit in the canonical one."""
        return Quantity(number * self.factor + self.zero, self.canonical)

    def shown(self, amount: Fraction) -> Quantity:
        """Return an amount of the canonical unit in this one."""
        return Quantity((amount - self.zero) / self.factor, self.name)

    def stepwise(self) -> Unit:
        """Return this unit as differences are measured in it: between steps, wherever it counts from."""
        return replace(self, zero=NOTHING, low=None, high=None)


_PLACE_CODE = re.compile(r"[A-Z][A-Z0-9]+(-[A-Z0-9]+)*")


def is_place_code(word: str) -> bool:
    """Whether law and scenarios may write a place so: in capital letters."""
    return _PLACE_CODE.fullmatch(word) is not None


@dataclass(frozen=True, slots=True)
class Territory:
    """A named set of places. A guarded place belongs only where its reading has the given value."""

    name: str
    title: Text
    places: tuple[tuple[str, Guard | None], ...]
    span: Span | None = None


@dataclass(frozen=True)
class Vocabulary:
    """What may be said. `facts` is keyed by sort and name; `kinds` lists the physical kinds of act.

    `filings` says, per kind of act that fulfils duties, who makes it and who receives it.
    """

    kinds: tuple[str, ...]
    facts: dict[tuple[Sort, str], Fact]
    constraints: tuple[Constraint, ...]
    units: dict[str, Unit]
    territories: dict[str, Territory]
    filings: dict[str, Filing] = field(default_factory=dict)

    @cached_property
    def yes_no(self) -> frozenset[str]:
        """The names of the facts that are yes or no."""
        return frozenset(fact.name for fact in self.facts.values() if fact.type is FactType.YES_NO)

    @cached_property
    def groups(self) -> frozenset[str]:
        """The groups of facts that may be assumed not to be."""
        return frozenset(group for fact in self.facts.values() for group in fact.groups)

    @cached_property
    def of_sort(self) -> Mapping[Sort, dict[str, Fact]]:
        """The facts of each sort of thing, by name."""
        return {sort: {name: fact for (owner, name), fact in self.facts.items() if owner is sort} for sort in Sort}

    @cached_property
    def ties(self) -> Mapping[Sort, Ties]:
        """What ties the facts of each sort of thing to each other."""
        return {sort: ties_between(self.of_sort[sort], self.constraints) for sort in Sort}

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The roles of an act: its facts that name parties."""
        return tuple(name for name, fact in self.of_sort[Sort.ACT].items() if fact.type is FactType.PARTY)
