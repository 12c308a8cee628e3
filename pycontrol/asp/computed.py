"""Shares and stakes: exact figures in Python become "surely" and "perhaps" per combination of what is in doubt.

A share depends on which parts count, a stake on which parties are listed. Where that is in doubt for a few of them, each
combination is a row that the solver selects; beyond `LIMIT` of them the test is open unless it holds without any of them or fails
with all, which is never wrong, only wider.

A row says "perhaps" where the figure may lie on either side of the threshold. The solver then chooses in which region the
figure lies, one for all tests of it. What it chooses beyond the bounds of the figure decides as the bound itself does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, assert_never

from pycontrol.asp.alone import Alone, kind_of
from pycontrol.asp.regions import between
from pycontrol.asp.things import Thing
from pycontrol.asp.weigh import weigh
from pycontrol.facts.ownership import Hold, Holdings, caught, holdings, possible
from pycontrol.facts.shares import occurrences, share_interval
from pycontrol.law.model import (
    Adding,
    Chaining,
    Guard,
    Nesting,
    Operator,
    Share,
    Sort,
    Stake,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pycontrol.asp.alone import Member, Row
    from pycontrol.asp.program import Computed, Program
    from pycontrol.asp.things import Things

LIMIT = 8


@dataclass(frozen=True, slots=True)
class Combination:
    """Under `guards`, where `members` are instances of their terms and `others` are not: it holds surely, or perhaps."""

    guards: frozenset[Guard]
    members: tuple[Member, ...]
    others: tuple[Member, ...]
    surely: bool


PERHAPS = Combination(frozenset(), (), (), surely=False)
"""It holds perhaps, whatever else there is."""


def combinations(program: Program, things: Things, computed: Computed, thing: Thing) -> tuple[Combination, ...]:
    """Return every combination in which the test holds of `thing`, surely or perhaps."""
    if thing.unnamed:
        return () if computed.kind == "branch" and not _may_be_branch(things, thing) else (PERHAPS,)
    match computed.condition:
        case Share() as share:
            found = tuple(_share(program, things, computed, share, thing))
        case Stake() as stake:
            found = tuple(_stake(program, things, computed, stake, thing))
        case _:
            assert_never(computed.condition)
    return _merged(program, found)


def _merged(program: Program, found: tuple[Combination, ...]) -> tuple[Combination, ...]:
    """Drop the guards where the answer is the same under all of them, so that a settled case needs no reading."""
    by_guard: dict[frozenset[Guard], set[Row]] = {}
    for one in found:
        by_guard.setdefault(one.guards, set()).add((one.members, one.others, one.surely))
    readings = {guard.reading for guards in by_guard for guard in guards}
    total = 1
    for reading in readings:
        total *= len(program.law.readings[reading].values)
    answers = list(by_guard.values())
    if len(by_guard) == total and all(answer == answers[0] for answer in answers):
        return tuple(dict.fromkeys(Combination(frozenset(), one.members, one.others, one.surely) for one in found))
    return found


def _splits(doubtful: tuple[Thing, ...]) -> Iterator[tuple[tuple[Thing, ...], tuple[Thing, ...]]]:
    for flags in product((False, True), repeat=len(doubtful)):
        pairs = tuple(zip(doubtful, flags, strict=True))
        yield tuple(thing for thing, on in pairs if on), tuple(thing for thing, on in pairs if not on)


def _share(program: Program, things: Things, computed: Computed, share: Share, item: Thing) -> Iterator[Combination]:
    rising = share.operator in (Operator.AT_LEAST, Operator.MORE)
    for adding, nesting in product(Adding, Nesting):
        guards = frozenset({Guard(share.adding, adding), Guard(share.nesting, nesting)})
        names = dict.fromkeys(one[-1] for one in occurrences(things.scenario, item.name, nesting))
        parts = {name: Thing(Sort.ITEM, name, item.day) for name in names}
        members = {part: weigh(program, things, computed.term, part) for part in parts.values()}
        sure = frozenset(part.name for part, truth in members.items() if truth)
        doubtful = tuple(part for part, truth in members.items() if truth is None)
        if adding is Adding.EACH_ALONE and computed.materials:
            kinds = {name: kind_of(program, things, computed, part) for name, part in parts.items()}
            alone = Alone(things, item.name, share, nesting, rising, parts, kinds)
            yield from _alone(alone, computed.term, guards, sure, doubtful)
        else:
            passes = partial(_share_passes, things, share, item, sure, nesting)
            yield from _combined(guards, computed.term, doubtful, passes, rising=rising)


def _share_passes(
    things: Things, share: Share, item: Thing, sure: frozenset[str], nesting: Nesting, inside: tuple[Thing, ...]
) -> bool | None:
    """Whether the share passes where the sure parts and those `inside` count, and no others."""
    names = sure | {thing.name for thing in inside}
    found = occurrences(things.scenario, item.name, nesting)
    counted = frozenset(one for one in found if one[-1] in names)
    low, high = share_interval(things.settled, item.name, counted, nesting)
    return between(low, high, share.operator, share.threshold)


def _alone(
    alone: Alone, term: str, guards: frozenset[Guard], sure: frozenset[str], doubtful: tuple[Thing, ...]
) -> Iterator[Combination]:
    """The combinations of parts that count; and for those where that is not enough, of what materials these are."""

    def passes(inside: tuple[Thing, ...]) -> bool | None:
        return alone.passes(sure | {one.name for one in inside})

    if len(doubtful) > LIMIT:
        yield from _combined(guards, term, doubtful, passes, rising=alone.rising)
        return
    found = [(inside, outside, passes(inside)) for inside, outside in _splits(doubtful)]
    open_ones = [sure | {one.name for one in inside} for inside, _, truth in found if truth is None]
    exact = sum(alone.cost(names) for names in open_ones) <= 2**LIMIT
    for inside, outside, truth in found:
        rows: Iterable[Row] = [] if truth is False else [((), (), truth is True)]
        if truth is None and exact:
            rows = alone.rows(sure | {one.name for one in inside})
        for members, others, surely in rows:
            yield Combination(guards, (*_of(term, inside), *members), (*_of(term, outside), *others), surely)


def _of(term: str, things: tuple[Thing, ...]) -> tuple[Member, ...]:
    return tuple((term, thing) for thing in things)


def _combined(
    guards: frozenset[Guard],
    term: str,
    doubtful: tuple[Thing, ...],
    truth: Callable[[tuple[Thing, ...]], bool | None],
    *,
    rising: bool,
) -> Iterator[Combination]:
    """One combination for each set of the doubtful; of very many, only what holds with none or fails with all of them.

    `rising`: what counts more only makes the test hold more.
    """
    if len(doubtful) <= LIMIT:
        for inside, outside in _splits(doubtful):
            found = truth(inside)
            if found is not False:
                yield Combination(guards, _of(term, inside), _of(term, outside), surely=found is True)
        return
    least, most = truth(()), truth(doubtful)
    if not rising or most is not False:
        yield Combination(guards, (), (), surely=rising and least is True)


# --- stakes -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Graph:
    """Who holds whom, surely (`known`) and at most (`widest`, with the unstated rest per party).

    `branch_of` names the body of each branch but the party asked about; of that, `body` does (empty: of none that is known).
    """

    known: Holdings
    widest: Holdings
    branch_of: dict[str, str]
    body: str


def _graph(things: Things, stake: Stake, asked: Thing) -> _Graph:
    """Return who holds whom for the party `asked`, of which it is asked apart whether it is a branch."""
    scenario, day = things.settled, asked.day
    branches: dict[str, str] = {}
    maybe: list[str] = []
    for name in scenario.parties:
        party = Thing(Sort.PARTY, name, day)
        body = things.known(party, "branch-of")
        if body.values:
            branches[name] = str(body.values[0])
        elif name != asked.name and _may_be_branch(things, party):
            maybe.append(name)
    body_of = branches.pop(asked.name, "")
    known = holdings(scenario.stakes, branches, day=day, interest=stake.interest)
    widest = possible(known, scenario, day=day, interest=stake.interest)
    whole = dict.fromkeys(maybe, known.scale)
    return _Graph(known, replace(widest, rest={**widest.rest, **whole}), branches, body_of)


def _may_be_branch(things: Things, party: Thing) -> bool:
    """Whether it is open of whom a party is a branch."""
    return things.known(party, "branch-of").more


def _stake(program: Program, things: Things, computed: Computed, stake: Stake, party: Thing) -> Iterator[Combination]:
    graph = _graph(things, stake, party)
    if computed.kind == "branch" and not graph.body:
        yield from (PERHAPS,) if _may_be_branch(things, party) else ()
        return
    named = [Thing(Sort.PARTY, name, party.day) for name in things.scenario.parties]
    seeds = {one: weigh(program, things, computed.term, one) for one in named}
    sure = {one.name for one, truth in seeds.items() if truth}
    relevant = _upstream(graph, party.name)
    doubtful = tuple(one for one, truth in seeds.items() if truth is None and one.name in relevant)
    for chaining in (stake.fixed,) if stake.fixed else Chaining:
        guards = frozenset() if stake.fixed else frozenset({Guard(stake.chaining, chaining)})
        passes = partial(_stake_passes, graph, stake, chaining, frozenset(sure), (party.name, computed.kind))
        yield from _combined(guards, computed.term, doubtful, passes, rising=True)


def _stake_passes(
    graph: _Graph,
    stake: Stake,
    chaining: Chaining,
    sure: frozenset[str],
    asked: tuple[str, str],
    inside: tuple[Thing, ...],
) -> bool | None:
    """Whether the party is held where the sure holders and those `inside` are of the kind, and no others."""
    return _held(graph, stake, chaining, set(sure | {one.name for one in inside}), *asked)


def _upstream(graph: _Graph, party: str) -> set[str]:
    """Return whoever holds the party, directly or through others, or has it as a branch; itself where it holds one of them."""
    found, queue = set[str](), [party]
    bodies = {**graph.branch_of, party: graph.body}
    while queue:
        held = queue.pop()
        owners = [owner for owner, holds in graph.widest.owned.items() if held in holds]
        for name in (*owners, bodies.get(held, "")):
            if name and name not in found:
                found.add(name)
                queue.append(name)
    return found


def _held(graph: _Graph, stake: Stake, chaining: Chaining, seeds: set[str], party: str, kind: str) -> bool | None:
    """Whether the party is held by its shares, or its body is held, or is a holder; each as if the other did not hold.

    Where the body is held the party is so as its branch, whatever its shares; where the party is held by its shares, its
    body may be so through it, and adds nothing. So neither is asked of the other's holdings.
    """
    hold = Hold(stake.threshold, stake.operator, chaining)
    sought, aside = (graph.body, party) if kind == "branch" else (party, graph.body)
    if kind == "branch" and sought in seeds:
        return True
    known, widest = (_without(one, {aside} - seeds) for one in (graph.known, graph.widest))
    if sought in caught(known, seeds, hold):
        return True
    return None if sought in caught(widest, seeds, hold) else False


def _without(graph: Holdings, owners: set[str]) -> Holdings:
    if owners.isdisjoint(graph.owned):
        return graph
    return replace(graph, owned={owner: some for owner, some in graph.owned.items() if owner not in owners})
