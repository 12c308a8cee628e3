"""Every figure of the design's table of speed and size that the product has a part for today."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bench.cases import items_to_classify, known_case, unsaid
from bench.child import cold_load, deciding, kept_load, started
from bench.clock import RAW, interleaved, seconds
from bench.figure import Figure
from bench.ownership import caught_in_large_graph
from bench.raw.ask import ask, law_text
from bench.raw.facts import facts_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bench.cases import BenchCase
    from pycontrol import Policy
    from pycontrol.facts.scenario import Scenario

T = TypeVar("T")
LISTS = tuple(f"cn/mofcom/2025/{number}" for number in ("055", "056", "057", "058"))
RATIO, MS, S, MIB = "× raw", "ms", "s", "MiB"
UNKNOWN = 30
CHUNK = 200


def measure(
    policy: Policy, whole: Policy, cases: tuple[BenchCase, ...], rounds: int, *, full: bool
) -> Iterator[Figure]:
    """Yield the figures, dearest last. `policy` is the law that raw holds, `whole` all of it."""
    policy.determine(cases[0].mapping)
    whole.determine(known_case(whole, cases[0].scenario).mapping)
    yield from _one(policy, cases, rounds)
    yield from _whole(policy, whole, cases, rounds)
    yield from _start()
    yield Figure("ownership graph of 100 000 parties, cross-holdings included", caught_in_large_graph(), S, 0.6)
    yield from _many(policy, cases)
    yield from _memory(full=full)


def _one(policy: Policy, cases: tuple[BenchCase, ...], rounds: int) -> Iterator[Figure]:
    found = interleaved([_round(policy, case) for case in _spread(cases, rounds)])
    raw = found[RAW]
    yield Figure("raw: one case", raw * 1000, MS, note="the reference; facts as text are given to it")
    yield Figure("one determination, mapping in, determination out", found["determine"], RATIO, 1.0)
    yield Figure(
        "… the same, every reading taken by the scenario",
        found["taken"],
        RATIO,
        note="no search for what readings move",
    )
    yield Figure(
        "… scenario read before, law compiled", found["prepared"], RATIO, 0.5, note="no controls are prepared ahead yet"
    )
    yield Figure("… reading the mapping alone", found["mapping"], RATIO)
    yield Figure(f"three-valued, {UNKNOWN} facts unsaid", found["unknown"], RATIO, 2.0)
    yield Figure("first why, all outcomes", found["why"], RATIO, 0.15)
    yield Figure("each further why, one outcome", found["further"], RATIO, 0.05)
    yield Figure("why_not, one article", found["why not"], RATIO, 0.02)


def _round(policy: Policy, case: BenchCase) -> dict[str, Callable[[], object]]:
    law, written = law_text(), facts_text(policy.law, case.scenario)
    (scenario,) = policy.scenarios(case.mapping)
    readings = {reading.name: reading.default for reading in policy.law.readings.values() if reading.default}
    taken = replace(
        scenario,
        assumptions=replace(scenario.assumptions, taken=tuple((readings | dict(scenario.assumptions.taken)).items())),
    )
    open_scenario = unsaid(policy.law, case, UNKNOWN)
    determination = policy.determine(case.mapping)
    cited = determination.outcomes[-1].provision if determination.outcomes else "cn-ecl/10"
    return {
        RAW: lambda: ask(law, written.text),
        "mapping": lambda: policy.scenarios(case.mapping),
        "determine": lambda: policy.determine(case.mapping),
        "taken": lambda: policy.determine(taken),
        "prepared": lambda: policy.determine(scenario),
        "unknown": lambda: policy.determine(open_scenario),
        "why": lambda: policy.why(determination),
        "further": lambda: policy.why(determination, cited),
        "why not": lambda: policy.why_not(determination, "cn-mofcom-2025-61/1"),
    }


def _whole(policy: Policy, whole: Policy, cases: tuple[BenchCase, ...], rounds: int) -> Iterator[Figure]:
    """The same cases over the whole law, of which raw holds a part; and items of the long lists, classified."""
    chosen = _spread(cases, rounds)
    items = items_to_classify(whole, LISTS)
    rounds_taken = [_whole_round(policy, whole, case, items[number % len(items)]) for number, case in enumerate(chosen)]
    found = interleaved(rounds_taken)
    yield Figure("one determination over the whole law", found["whole"], RATIO, note="raw holds four instruments of it")
    yield Figure(
        "… asking of export control alone", found["regime"], RATIO, note="`regimes cn-export-control` in the scenario"
    )
    yield Figure("… three-valued, 30 facts unsaid", found["unknown"], RATIO)
    yield Figure("first why over the whole law, all outcomes", found["why"], RATIO)
    yield Figure(
        "classification of one item, all of it known",
        found["classify"],
        RATIO,
        note=f"the whole law, no act; {len(items)} items in turn",
    )


def _whole_round(policy: Policy, whole: Policy, case: BenchCase, item: Scenario) -> dict[str, Callable[[], object]]:
    law, written = law_text(), facts_text(policy.law, case.scenario)
    known = known_case(whole, case.scenario)
    alone = replace(known.scenario, regimes=("cn-export-control",))
    open_scenario = unsaid(whole.law, known, UNKNOWN)
    determination = whole.determine(known.mapping)
    return {
        RAW: lambda: ask(law, written.text),
        "whole": lambda: whole.determine(known.mapping),
        "regime": lambda: whole.determine(alone),
        "unknown": lambda: whole.determine(open_scenario),
        "why": lambda: whole.why(determination),
        "classify": lambda: whole.classify(item),
    }


def _spread(some: Sequence[T], count: int) -> tuple[T, ...]:
    """Return so many, spread evenly over all."""
    return tuple(some[n * len(some) // count] for n in range(min(count, len(some))))


def _start() -> Iterator[Figure]:
    yield Figure("load the law that raw holds from text, cold", cold_load(part=True), S)
    yield Figure("load the whole law from text, cold", cold_load(), S, 1.0)
    yield Figure(
        "load the whole law where it was kept", kept_load(), S, 0.1, note="compiled, by the content of its files"
    )
    version, click = started("-m", "pycontrol", "--version"), started("-c", "import click")
    yield Figure("`pycontrol --version` over importing click", version / click, "×", 1.5, note=f"{click * 1000:.0f} ms")


def _many(policy: Policy, cases: tuple[BenchCase, ...]) -> Iterator[Figure]:
    """Whole batches; raw decides as many cases in groundings of 200."""
    for count in (1, 100, 10_000):
        rows = [cases[n % len(cases)].mapping for n in range(count)]
        texts = _batches(policy, cases, count)
        raw = seconds(partial(_ask_each, texts))
        taken = seconds(partial(policy.determine_many, rows))
        each = taken / count
        many = count >= CHUNK // 2
        yield Figure(f"determine_many of {count}", taken / raw, "× raw in batch", 1.0 if many else None)
        yield Figure(f"determine_many of {count}, one core", 1 / each, "cases/s", 3500 if many else None, least=True)


def _ask_each(texts: list[str]) -> None:
    for text in texts:
        ask(law_text(), text)


def _batches(policy: Policy, cases: tuple[BenchCase, ...], count: int) -> list[str]:
    """Return the facts of `count` cases as raw is given them: 200 in one text, things named apart."""
    texts = [facts_text(policy.law, cases[n % len(cases)].scenario, first=n % CHUNK * 100).text for n in range(count)]
    return ["\n".join(texts[start : start + CHUNK]) for start in range(0, count, CHUNK)]


def _memory(*, full: bool) -> Iterator[Figure]:
    count = 1000 if full else 240
    each, peak, growth = deciding(count)
    yield Figure("memory of a worker that decides many: peak", peak, MIB, 100, note=f"{count} cases in batches of 20")
    yield Figure("… of which after half of the cases", growth, MIB, note="flat means 0")
    both = deciding(count, 2)[0]
    yield Figure("two processes over one", 2 * each / both, "×", 1.85, least=True, note="by processor time per case")
