"""A law ten times as large: the bundled one, and copies of announcements 55 to 58 under other names, with other thresholds.

Copies are not suspended, so that they operate from their first day. Each has its own instruments, lists, readings and terms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from bench.cases import bench_cases, known_case
from bench.clock import seconds
from pycontrol import Policy
from pycontrol.law import find_sources
from pycontrol.policy import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.facts.scenario import Scenario

COPIED = ("055", "056", "057", "058")
TENFOLD = 10
SIZES = (1, 2, 4, TENFOLD)
HEAD = "| text of | provisions | load | … and first answer | a case that no copy binds | a case that copies bind | outcomes | check |"
_OWN = re.compile(r"(?<![\w-])(cn-mofcom-2025-5[5-8]|list-5[5-8])(?![\w-])")
_READING = re.compile(r"^reading ([\w-]+)", re.MULTILINE)
_BOUND = re.compile(r"(?<=[<>]= )[\d.]+|(?<=[<>] )[\d.]+|(?<=between )[\d.]+")


def grown(whole: Policy) -> str:
    """Return a table of how load, compilation, determination and check grow, as ratios to the bundled law."""
    free = bench_cases(whole, ("cn/mofcom/2025/061",))[5].scenario
    bound = next(
        one.scenario for one in bench_cases(whole, ("cn/mofcom/2025/055",)) if whole.determine(one.mapping).outcomes
    )
    measured = [_at(times, free, bound) for times in SIZES]
    base = measured[0].taken
    rows = []
    for times, one in zip(SIZES, measured, strict=True):
        load, compiled, loose, tight, check = (f"{a / b:.1f} ×" for a, b in zip(one.taken, base, strict=True))
        rows.append(
            f"| {times} × | {one.provisions} | {load} | {compiled} | {loose} | {tight} | {one.outcomes} | {check} |"
        )
    load, compiled, loose, tight, check = base
    head = (
        "A law that grows by copies of announcements 55 to 58 under other names, with other bounds, none of them suspended. "
        f"Ratios to the bundled law, which took {load:.2f} s to load, {compiled:.2f} s to load, compile and answer once, {loose * 1000:.0f} "
        f"and {tight * 1000:.0f} ms for the two cases, {check:.1f} s to check."
    )
    return "\n".join((head, "", HEAD, "|---" * 8 + "|", *rows))


@dataclass(frozen=True, slots=True)
class Size:
    """What a law of some size took, in seconds: load, compile, two cases, and the check."""

    provisions: int
    outcomes: str
    taken: tuple[float, float, float, float, float]


def _at(times: int, free: Scenario, bound: Scenario) -> Size:
    made: list[Policy] = []
    files = texts(times)
    load = seconds(lambda: made.append(Policy.from_text(*files)))
    (policy,) = made
    cases = [known_case(policy, one).mapping for one in (free, bound)]
    compiled = load + seconds(partial(policy.determine, cases[0]))
    loose, tight = (median(seconds(partial(policy.determine, case)) for _ in range(3)) for case in cases)
    outcomes = " and ".join(str(len(policy.determine(case).outcomes)) for case in cases)
    taken = (load, compiled, loose, tight, seconds(policy.check))
    return Size(len(policy.law.provisions), outcomes, taken)


def texts(times: int) -> tuple[str, ...]:
    """Return the files of such a law: the bundled ones, then as many copies as it takes."""
    files = {source.name: source.text for source in find_sources(bundled("policy"))}
    originals = [files[f"cn/mofcom/2025/{number}.law"] for number in COPIED]
    missing = (times - 1) * sum(map(len, files.values()))
    copies = round(missing / sum(map(len, originals)))
    return (*files.values(), *(text for number in range(1, copies + 1) for text in _copied(originals, number)))


def _copied(originals: list[str], number: int) -> Iterator[str]:
    """Yield the files once more: every name of their own ends in the number, every bound is moved by as many thousandths."""
    readings = "|".join(name for text in originals for name in _READING.findall(text))
    reading = re.compile(rf"(?<![\w.-])({readings})(?![\w-])")
    for text in originals:
        named = reading.sub(rf"\1-{number}", _OWN.sub(rf"\1-{number}", text))
        yield _BOUND.sub(lambda found: _moved(found[0], number), named)


def _moved(bound: str, thousandths: int) -> str:
    return f"{(Decimal(bound) * (1000 - thousandths) / 1000).normalize():f}"
