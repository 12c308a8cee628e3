"""Who is held to a half, down a graph of 100 000 parties: trees of firms with holdings across and back up."""

from __future__ import annotations

import datetime as dt
import random
from fractions import Fraction
from functools import partial
from statistics import median

from bench.clock import seconds
from pycontrol.facts.ownership import Hold, caught, holdings
from pycontrol.facts.scenario import StakeHeld
from pycontrol.law.model import Chaining, Operator

PARTIES = 100_000
SEEDS = 500
_DAY = dt.date(2027, 1, 20)
_SHARES = tuple(Fraction(share, 100) for share in (10, 30, 49, 50, 51, 60))


def caught_in_large_graph(times: int = 3) -> float:
    """Return the seconds to find everybody who is caught, in the slowest of the three readings."""
    stakes, seeds = _graph()
    found = {
        chaining: [seconds(partial(_caught, stakes, seeds, chaining)) for _ in range(times)] for chaining in Chaining
    }
    return max(median(times_taken) for times_taken in found.values())


def _caught(stakes: list[StakeHeld], seeds: list[str], chaining: Chaining) -> int:
    graph = holdings(stakes, {}, day=_DAY, interest="equity")
    return len(caught(graph, seeds, Hold(Fraction(1, 2), Operator.AT_LEAST, chaining)))


def _graph() -> tuple[list[StakeHeld], list[str]]:
    chance = random.Random(61)
    names = [f"firm-{n}" for n in range(PARTIES)]
    stakes = [
        StakeHeld(names[chance.randrange(max(0, n - 3000), n)], names[n], chance.choice(_SHARES), "equity")
        for n in range(1, PARTIES)
    ]
    across = ((chance.randrange(PARTIES), chance.randrange(PARTIES)) for _ in range(PARTIES // 5))
    stakes += [StakeHeld(names[a], names[b], Fraction(1, 10), "equity") for a, b in across if a != b]
    return stakes, chance.sample(names, SEEDS)
