"""Who is held, to a threshold, by parties of a kind: through stakes, cross-holdings and branches.

A party is *caught* when the parties that are of that kind (the *seeds*) hold it as the reading of the test says; see
`law.model.Stake`. The caught are the least such set: two firms that hold each other, and nobody of that kind, are not
caught. Shares are scaled to whole numbers once, so no fraction is added in the hot loop and none is rounded.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.model import Chaining, Operator

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from pycontrol.facts.scenario import Scenario, StakeHeld


@dataclass(frozen=True, slots=True)
class Holdings:
    """The stakes of one interest on one day, in units of one `scale`th, and the branches of each party.

    `owned[owner][party]` is the owner's share in the party. `branches[body]` lists the branches of a body.
    `rest[party]` is the share that some unnamed party of the kind may hold: with it, the caught are those *possibly*
    caught.
    """

    owned: Mapping[str, Mapping[str, int]]
    branches: Mapping[str, Sequence[str]]
    scale: int
    rest: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hold:
    """Held to what: `threshold` (a fraction of one), `operator` (`>=` or `>`), and how stakes are followed."""

    threshold: Fraction
    operator: Operator
    chaining: Chaining

    def units(self, scale: int) -> int:
        """Return the least number of `scale`ths that passes; ValueError for `<` and `<=`."""
        match self.operator:
            case Operator.AT_LEAST:
                return math.ceil(self.threshold * scale)
            case Operator.MORE:
                return math.floor(self.threshold * scale) + 1
            case Operator.LESS | Operator.AT_MOST:
                raise ValueError("a stake is tested with `>=` or `>`: to hold less is no way of being held")
            case _:
                assert_never(self.operator)


@dataclass(frozen=True, slots=True)
class Catch:
    """Why one party is caught: `by` its holders and their shares (seeds, or parties caught before it), or as a branch.

    `total` is the sum of those shares and of `rest`, the unstated shares that may be in such hands. For a branch, `by`
    is empty and `branch_of` names its body.
    """

    party: str
    by: tuple[tuple[str, Fraction], ...] = ()
    rest: Fraction = Fraction(0)
    branch_of: str = ""

    @property
    def total(self) -> Fraction:
        """The share that counts, a fraction of one."""
        return sum((share for _, share in self.by), self.rest)


def holdings(
    stakes: Iterable[StakeHeld],
    branches: Mapping[str, str],
    *,
    day: dt.date,
    interest: str,
) -> Holdings:
    """Gather the stakes of `interest` that hold on `day`. `branches` maps a branch to the body that it belongs to.

    Several stakes of one owner in one party add up; a party's holding in itself counts for nothing.
    """
    live = [
        (stake.owner, stake.held, stake.share.as_integer_ratio())
        for stake in stakes
        if stake.interest == interest and holds_on(stake, day)
    ]
    scale = math.lcm(*{part for _, _, (_, part) in live})
    owned: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for owner, party, (share, part) in live:
        if owner != party:
            of_owner = owned[owner]
            of_owner[party] = of_owner.get(party, 0) + share * (scale // part)
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    for branch, body in branches.items():
        bodies[body].append(branch)
    return Holdings(owned, bodies, scale)


def holds_on(stake: StakeHeld, day: dt.date) -> bool:
    """Say whether a stake is held on `day`."""
    return (stake.since is None or stake.since <= day) and (stake.until is None or day <= stake.until)


def caught(graph: Holdings, seeds: Collection[str], hold: Hold) -> dict[str, int]:
    """Return the parties caught, each with its place in the order of catching (from 0).

    Every party is caught by seeds and by parties before it in that order, so a reason read off it never rests on
    itself. *direct*: one seed alone holds it. *cascading*: one seed or caught party alone holds it. *aggregated*: all
    their shares together. The branches of seeds and of the caught are caught.
    """
    own = frozenset(seeds)
    passing = _adding_up(graph, hold) if hold.chaining is Chaining.AGGREGATED else _one_alone(graph, hold, own)
    need = hold.units(graph.scale)
    order: dict[str, int] = {}
    queue = deque(sorted(own))
    new: Iterable[str] = sorted(party for party, rest in graph.rest.items() if rest >= need)
    while True:
        for party in new:
            if party not in order:
                order[party] = len(order)
                if party not in own:
                    queue.append(party)
        if not queue:
            return order
        owner = queue.popleft()
        new = chain(graph.branches.get(owner, ()), passing(owner))


def reason(graph: Holdings, seeds: Collection[str], hold: Hold, party: str) -> tuple[Catch, ...]:
    """Return why `party` is caught, from what the seeds hold down to it; empty where it is not caught."""
    order = caught(graph, seeds, hold)
    holders, bodies = _upwards(graph)
    places = order | dict.fromkeys(seeds, -1)
    found: dict[str, Catch] = {}
    asked = [party] if party in order else []
    while asked:
        one = asked.pop()
        before = 0 if hold.chaining is Chaining.DIRECT else order[one]
        by = {owner: share for owner, share in holders.get(one, {}).items() if places.get(owner, before) < before}
        found[one] = _catch(one, by, bodies.get(one, ""), graph, hold)
        sources = (found[one].branch_of, *(owner for owner, _ in found[one].by))
        asked += (name for name in sources if places.get(name, -1) >= 0 and name not in found)
    return tuple(sorted(found.values(), key=lambda catch: order[catch.party]))


def share_held(graph: Holdings, seeds: Collection[str], hold: Hold, party: str) -> Fraction:
    """Return to what share `party` is held, as it is followed: the sum of what counts or, of each alone, the largest.

    What counts are the shares of seeds and, unless it is *direct*, of those whom the seeds hold to the threshold.
    """
    counting = set(seeds)
    if hold.chaining is not Chaining.DIRECT:
        counting.update(caught(graph, seeds, hold))
    shares = [some[party] for owner, some in graph.owned.items() if owner in counting and party in some]
    shares.append(graph.rest.get(party, 0))
    return Fraction(sum(shares) if hold.chaining is Chaining.AGGREGATED else max(shares), graph.scale)


def possible(graph: Holdings, scenario: Scenario, *, day: dt.date, interest: str) -> Holdings:
    """Return `graph` with the holders that there may be of the unstated rest, up to the whole, of each party's shares.

    Where the owners of a party are not declared complete, anybody may hold the rest. Where they are, an owner whose
    share of this interest is not stated may hold it (each of several such owners, all of it: wider, never wrong).
    """
    left: defaultdict[str, int] = defaultdict(lambda: graph.scale)
    for some in graph.owned.values():
        for held_party, share in some.items():
            left[held_party] -= share
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for stake in scenario.stakes:
        if (stake.interest != interest or stake.owner == stake.held) and holds_on(stake, day):
            owners[stake.held].add(stake.owner)
            left[stake.held] -= int(stake.share * graph.scale) if stake.interest == interest else 0
    owned = defaultdict(dict, {owner: dict(some) for owner, some in graph.owned.items()})
    rest: dict[str, int] = {}
    for name, party in scenario.parties.items():
        named = party.facts.get("owners")
        if named != () and "owners" not in party.complete:
            rest[name] = max(left[name], 0)
            continue
        for owner in owners[name].union(str(one.value) for one in named or ()):
            if owner != name and left[name] > 0:
                owned[owner].setdefault(name, left[name])
    return Holdings(owned, graph.branches, graph.scale, rest)


def _one_alone(graph: Holdings, hold: Hold, seeds: frozenset[str]) -> Callable[[str], Iterable[str]]:
    """The parties that an owner holds to the threshold by itself."""
    need = hold.units(graph.scale)

    def passing(owner: str) -> Iterable[str]:
        if hold.chaining is Chaining.DIRECT and owner not in seeds:
            return ()
        return (party for party, share in graph.owned.get(owner, {}).items() if share >= need)

    return passing


def _adding_up(graph: Holdings, hold: Hold) -> Callable[[str], Iterable[str]]:
    """The parties that pass once an owner's shares are added to those of the owners before it."""
    need = hold.units(graph.scale)
    reached = dict(graph.rest)

    def passing(owner: str) -> Iterable[str]:
        for party, share in graph.owned.get(owner, {}).items():
            reached[party] = total = reached.get(party, 0) + share
            if total >= need:
                yield party

    return passing


def _upwards(graph: Holdings) -> tuple[dict[str, dict[str, int]], dict[str, str]]:
    """Per party, its holders with their shares; per branch, its body."""
    holders: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for owner, some in graph.owned.items():
        for party, share in some.items():
            holders[party][owner] = share
    return holders, {branch: body for body, some in graph.branches.items() for branch in some}


def _catch(party: str, by: Mapping[str, int], body: str, graph: Holdings, hold: Hold) -> Catch:
    """The reason for one party that is caught, where only the holders in `by` may be relied upon."""
    need, rest = hold.units(graph.scale), graph.rest.get(party, 0)
    shares = tuple((owner, Fraction(share, graph.scale)) for owner, share in sorted(by.items()))
    if hold.chaining is Chaining.AGGREGATED:
        if sum(by.values()) + rest >= need:
            return Catch(party, shares, Fraction(rest, graph.scale))
    elif by and max(by.values()) >= need:
        return Catch(party, (max(shares, key=lambda of: of[1]),))
    return Catch(party, rest=Fraction(rest, graph.scale)) if rest >= need else Catch(party, branch_of=body)
