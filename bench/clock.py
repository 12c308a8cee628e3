"""Processor time, taken interleaved: each round runs every measure once, so that a slow moment hits all of them."""

from __future__ import annotations

import gc
import time
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

RAW = "raw"


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one run, of this process alone."""
    start = time.process_time()
    work()
    return time.process_time() - start


def interleaved(rounds: Sequence[Mapping[str, Callable[[], object]]]) -> dict[str, float]:
    """Run each round's measures one after the other; return each measure's median ratio to `raw` of its own round.

    The entry `raw` itself is the median of raw in seconds. Collection of garbage is left to the same moments for all.
    """
    taken: dict[str, list[float]] = {}
    for one in rounds:
        gc.collect()
        found = {name: seconds(work) for name, work in one.items()}
        for name, time_taken in found.items():
            taken.setdefault(name, []).append(time_taken if name == RAW else time_taken / found[RAW])
    return {name: median(times) for name, times in taken.items()}
