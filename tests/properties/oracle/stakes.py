"""Who is held, to a threshold, by parties of some kind."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from pycontrol.law.model import Chaining, Control, Operator, Sort, Stake

from .case import Thing, holds_on
from .domains import every_condition
from .shares import points
from .world import World

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

BRANCH = "branch-of"
"""The fact that makes a party the branch of another."""
HIGHEST = Fraction(2)
"""Beyond every threshold: an unknown body may itself be of the kind."""


def is_held(world: World, stake: Stake, party: Thing, day: dt.date, is_term: Callable[[Thing, str], bool]) -> bool:
    """Is the party caught? The parties above it are caught one after another until no more are."""
    if stake.operator not in (Operator.AT_LEAST, Operator.MORE):
        raise ValueError("a stake reaches or exceeds its threshold")
    test = _Test(world, stake, party, day, is_term)
    above = test.above(party)
    caught: set[Thing] = set()
    while party not in caught:
        new = next((one for one in above if one not in caught and test.catches(one, caught)), None)
        if new is None:
            return False
        caught.add(new)
    return True


class _Test:
    """One test in one world on one day."""

    def __init__(
        self, world: World, stake: Stake, target: Thing, day: dt.date, is_term: Callable[[Thing, str], bool]
    ) -> None:
        self.world = world
        self.stake = stake
        self.target = target
        self.day = day
        self.chaining = stake.fixed or Chaining(world.reading(stake.chaining))
        # Asked again for every party above, and in every round.
        self.is_term = cache(lambda one: is_term(one, stake.term))
        self.owners = cache(self._owners)
        self.unshared = cache(self._unshared)
        self.heads = cache(self._heads)

    def above(self, party: Thing) -> list[Thing]:
        """The party, its owners, its head offices, theirs, and so on; the furthest first."""
        found = [party]
        for one in found:
            above = (*self.owners(one), *self.unshared(one), *self.heads(one)[0])
            found += [other for other in above if other not in found]
        return found[::-1]

    def _owners(self, held: Thing) -> dict[Thing, Fraction]:
        """What each stated owner holds."""
        shares: defaultdict[Thing, Fraction] = defaultdict(Fraction)
        for row in self.world.case.scenario.stakes:
            if row.held == held.name and row.interest == self.stake.interest and holds_on(row, self.day):
                shares[Thing(Sort.PARTY, row.owner)] += row.share
        return dict(shares)

    def _unshared(self, held: Thing) -> list[Thing]:
        """The owners named without a share of the interest asked about, or with a share of another."""
        named = [str(one.value) for one in self.world.case.stated(held, "owners") or ()]
        rows = self.world.case.scenario.stakes
        named += [row.owner for row in rows if row.held == held.name and holds_on(row, self.day)]
        return [Thing(Sort.PARTY, name) for name in dict.fromkeys(named) if name != held.name]

    def _heads(self, party: Thing) -> tuple[list[Thing], bool]:
        """The parties whose branch it is said to be, and whether that may not be all."""
        fact = self.world.case.fact(party, BRANCH)
        if fact is None:
            return [], False
        stated = self.world.case.stated(party, BRANCH) or ()
        heads = [Thing(Sort.PARTY, str(one.value)) for one in stated if holds_on(one, self.day)]
        return heads, not self.world.case.complete(party, fact)

    def catches(self, party: Thing, caught: set[Thing]) -> bool:
        """Is the party caught, those being caught?"""
        heads, perhaps_others = self.heads(party)
        if any(head in caught or self.is_term(head) for head in heads):
            return True
        if self.by_share(party, caught) and (party != self.target or self.controlled(party)):
            return True
        return perhaps_others and self.may_be(HIGHEST, "branch", party)

    def by_share(self, party: Thing, caught: set[Thing]) -> bool:
        """Do the stakes that count reach the threshold, or the rest that nobody stated with them?"""
        owners = self.owners(party)
        counting = [share for owner, share in owners.items() if self.counts(owner, caught)]
        entity, fact = self.world.case.entity(party), self.world.case.fact(party, "owners")
        complete = entity is not None and "owners" in entity.complete
        complete = complete or (fact is not None and self.world.case.complete(party, fact))
        rest = Fraction(0) if complete else max(Fraction(0), 1 - sum(owners.values(), Fraction(0)))
        left = max(Fraction(0), 1 - sum(owners.values(), Fraction(0)))
        if complete and any(self.counts(one, caught) for one in self.unshared(party) if one not in owners):
            rest = left  # an owner is named, but not its share of this interest: it may be all that is left
        if self.chaining is Chaining.AGGREGATED:
            least = sum(counting, Fraction(0))
            most = least + rest
        else:
            least = max(counting, default=Fraction(0))
            most = max(least, rest)
        if self.reaches(least):
            return True
        return self.reaches(most) and self.may_be(Fraction(1), "stake", party)

    def may_be(self, most: Fraction, what: str, party: Thing) -> bool:
        """Does it come out so high? To what the party is held, or its unknown body, is one figure for all tests of it."""
        stake = self.stake
        thresholds = {
            one.threshold
            for one in every_condition(self.world.case.law)
            if isinstance(one, Stake) and (one.term, one.interest) == (stake.term, stake.interest)
        }
        key = (what, party, stake.term, stake.interest, stake.chaining, stake.fixed)
        return self.reaches(self.world.run.choose(key, points(thresholds, Fraction(0), most)))

    def counts(self, owner: Thing, caught: set[Thing]) -> bool:
        """Does what this owner holds count?"""
        return self.is_term(owner) or (owner in caught and self.chaining is not Chaining.DIRECT)

    def reaches(self, share: Fraction) -> bool:
        """Does a share reach the threshold?"""
        if self.stake.operator is Operator.MORE:
            return share > self.stake.threshold
        return share >= self.stake.threshold

    def controlled(self, party: Thing) -> bool:
        """Is control present, where the reading asks for it?"""
        if not self.stake.control or Control(self.world.reading(self.stake.control)) is Control.SHARE_ALONE:
            return True
        return "yes" in self.world.values(party, self.stake.control_fact, self.day).known
