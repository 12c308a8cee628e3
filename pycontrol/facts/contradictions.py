"""What cannot be true together: constraints, circles, and stakes beyond the whole."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Label, quoted
from pycontrol.facts.amounts import decimal
from pycontrol.facts.existing import STAKE, Existing
from pycontrol.facts.said import NONE
from pycontrol.facts.tied import Tied
from pycontrol.law.model import FactType, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pycontrol.facts.existing import Clash
    from pycontrol.facts.refusals import Place, Refusals
    from pycontrol.facts.scenario import Entity, StakeHeld
    from pycontrol.law.model import Vocabulary

DEEPEST = 100
"""How many levels of parts, branches or acts that serve each other are followed."""

MOST_OCCURRENCES = 5000
"""How many parts, each counted wherever it stands, are followed."""


def refuse_broken_constraints(
    entities: Iterable[Entity],
    stakes: Sequence[StakeHeld],
    vocabulary: Vocabulary,
    places: Mapping[str, Place],
    refusals: Refusals,
) -> None:
    """Refuse facts of a thing that cannot be true together, as constraints say, near or far; and show all of them."""
    existing = Existing(vocabulary, stakes)
    tied = Tied(vocabulary, existing)
    for entity in entities:
        broken = tied.broken(entity)
        if broken is None or any(True for _ in existing.clashes(entity)):
            continue
        found = {name: values for name, values in entity.facts.items() if name in broken.by}
        if not found:
            continue
        then, constraint = broken.constraint.then.fact, broken.constraint
        *others, last = sorted(found, key=lambda name: name == then)
        said = {name: " and ".join(f"`{one.value}`" for one in found[name]) or "`none`" for name in found}
        causes = " and ".join(f"`{name}` is {said[name]}" for name in others)
        problem = f"`{last}` of `{entity.name}` is {said[last]}"
        if last == then:
            problem += f", but {causes}, which implies `{constraint.then}`"
        else:
            problem += f" and {causes}, which do not go together"
        spans = [span for name in (last, *others) if (span := next((one.span for one in found[name]), None))]
        also = [*(Label(span, "and here") for span in spans[1:])]
        also += [Label(constraint.span, "the law")] if constraint.span else []
        cure = f"{constraint.because.en}; change one of the two" if constraint.because else "change one of the two"
        refusals.add("F111", problem, spans[0] if spans else places[entity.name], cure, also=also)


def refuse_absent(
    entities: Iterable[Entity],
    stakes: Sequence[StakeHeld],
    vocabulary: Vocabulary,
    places: Mapping[str, Place],
    refusals: Refusals,
) -> None:
    """Refuse a fact of a thing that cannot have it, as another fact of it says; or two that nothing can have together."""
    existing = Existing(vocabulary, stakes)
    for entity in entities:
        for clash in existing.clashes(entity):
            choice, names = clash.choice.name, [existing.stated(entity, fact) for fact in clash.having]
            need = " and ".join(f"`{fact.name}` exists only where `{fact.where}`" for fact in clash.having)
            stated = entity.facts.get(choice)
            problem = f"{need}, but `{choice}` of `{entity.name}` is `{stated[0].value if stated else NONE}`"
            problem += f", and without it there is no `{names[0]}`" if names[0] != clash.having[0].name else ""
            if stated is None:
                problem = f"{need}, so that `{entity.name}` cannot have {quoted(dict.fromkeys(names), 'and')} together"
            held = next((one.span for one in stakes if one.held == entity.name), None)
            found = {name: values[0].span for name, values in entity.facts.items() if values} | {STAKE: held}
            spans = [span for name in (*names, choice) if (span := found.get(name))]
            laws = [Label(one.where.span, "the law") for one in clash.having if one.where and one.where.span]
            also = [*(Label(span, "and here") for span in dict.fromkeys(spans[1:])), *laws]
            refusals.add(
                "F125", problem, spans[0] if spans else places[entity.name], _cure(clash, names[-1]), also=also
            )


def _cure(clash: Clash, name: str) -> str:
    if clash.choice.sort is Sort.ITEM and clash.choice.where is None:
        return f"leave `{name}` out or state it as `none`; what such a thing is for or makes, other facts say"
    out = "leave the stake out" if name == STAKE else f"leave `{name}` out or state it as `none`"
    return f"{out}, or correct `{clash.choice.name}`"


def refuse_circles(
    entities: Iterable[Entity], vocabulary: Vocabulary, places: Mapping[str, Place], refusals: Refusals
) -> None:
    """Refuse its own part, its own branch, an act that serves itself; and chains longer than `DEEPEST`."""
    by_fact: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for entity in entities:
        for name, values in entity.facts.items():
            if _leads_on(entity.sort, name, vocabulary):
                by_fact[name][entity.name] = [str(stated.value) for stated in values]
    for name, edges in by_fact.items():
        chain, closed = _longest_chain(edges)
        if closed:
            problem = f"`{name}` goes in a circle: {' > '.join(f'`{one}`' for one in chain)}"
            refusals.add("F113", problem, places[chain[0]], "take one link away")
        elif len(chain) > DEEPEST:
            problem = f"`{name}` goes more than {DEEPEST} levels deep, from `{chain[0]}` to `{chain[-1]}`"
            refusals.add("F104", problem, places[chain[0]], "leave levels out that change nothing")
        else:
            whole, count = max(_occurrences(edges).items(), key=lambda each: each[1], default=("", 0))
            if count > MOST_OCCURRENCES:
                problem = f"`{name}` leads from `{whole}` to more than {MOST_OCCURRENCES} things, each counted where it stands"
                refusals.add("F123", problem, places[whole], "leave parts out that change nothing")


def _occurrences(edges: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return how many things stand below each, one that stands in two places counted twice. There is no circle."""
    found: dict[str, int] = {}
    for one in TopologicalSorter(edges).static_order():
        found[one] = sum(1 + found[below] for below in edges.get(one, ()))
    return found


def _leads_on(sort: Sort, name: str, vocabulary: Vocabulary) -> bool:
    """Does this fact lead from a thing to others that it rests on? (Owners do not: firms may hold each other.)"""
    if sort is Sort.ACT:
        return vocabulary.facts[sort, name].type is FactType.ACT
    return (sort, name) in ((Sort.ITEM, "parts"), (Sort.PARTY, "branch-of"))


def _longest_chain(edges: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], bool]:
    """Return a circle and True if there is one, else a longest chain and False. Not recursive: chains may be long."""
    follows: dict[str, str] = {}
    depth: dict[str, int] = {}
    for start in edges:
        path, waiting = [start], [iter(edges[start])] if start not in depth else []
        while waiting:
            at = next(waiting[-1], None)
            if at is None:
                waiting.pop()
                done = path.pop()
                follows[done] = max(edges.get(done, ()), key=lambda one: depth[one], default="")
                depth[done] = 1 + depth.get(follows[done], 0)
            elif at in path:
                return (*path[path.index(at) :], at), True
            elif at not in depth:
                path.append(at)
                waiting.append(iter(edges.get(at, ())))
    chain = [max(depth, key=lambda one: depth[one])]
    while follows[chain[-1]]:
        chain.append(follows[chain[-1]])
    return tuple(chain), False


def refuse_stakes(stakes: Iterable[tuple[StakeHeld, Place]], refusals: Refusals) -> None:
    """Refuse the same stake twice at a time, and stakes in one party that exceed the whole on some day."""
    by_party: defaultdict[tuple[str, str], list[tuple[StakeHeld, Place]]] = defaultdict(list)
    for stake, place in stakes:
        by_party[stake.held, stake.interest].append((stake, place))
    for some in by_party.values():
        _refuse_same_owner(some, refusals)
        _refuse_more_than_all(some, refusals)


def _refuse_same_owner(some: Sequence[tuple[StakeHeld, Place]], refusals: Refusals) -> None:
    of_owner: defaultdict[str, list[tuple[StakeHeld, Place]]] = defaultdict(list)
    for stake, place in some:
        first = next((where for other, where in of_owner[stake.owner] if _overlap(stake, other)), None)
        if first is not None:
            refusals.twice(f"the {stake.interest} stake of `{stake.owner}` in `{stake.held}`", place, first)
        of_owner[stake.owner].append((stake, place))


def _overlap(one: StakeHeld, other: StakeHeld) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _first(stake: StakeHeld) -> dt.date:
    return stake.since or dt.date.min


def _last(stake: StakeHeld) -> dt.date:
    return stake.until or dt.date.max


def _refuse_more_than_all(some: Sequence[tuple[StakeHeld, Place]], refusals: Refusals) -> None:
    """Sweep over the days on which stakes begin and end; ends take effect before what begins on a later day."""
    begins = sorted(some, key=lambda each: _first(each[0]))
    ends = sorted((stake for stake, _ in some), key=_last, reverse=True)
    total = Fraction(0)
    for stake, place in begins:
        while _last(ends[-1]) < _first(stake):
            total -= ends.pop().share
        total += stake.share
        if total > 1:
            owners = quoted(dict.fromkeys(other.owner for other, _ in some), "and")
            when = f" on {stake.since}" if stake.since else ""
            sum_of = f"the {stake.interest} stakes of {owners} in `{stake.held}`"
            problem = f"{sum_of} come to {decimal(total * 100)} %{when}"
            refusals.add("F111", problem, place, "they come to 100 % at most; correct one, or date them")
            return
