"""A determination becomes a sheet: a title, stamps, and sections of nested entries, ready for any format."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.determine import Certainty, Kind, Layer, Life, Operation
from pycontrol.determine.lines import together
from pycontrol.report import open_leaves, outcomes, standing, turns
from pycontrol.report.codes import codes
from pycontrol.report.entry import Entry, Section
from pycontrol.report.heads import head

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from pycontrol.determine import Determination, Headline, OpenLeaf, Otherwise, Outcome
    from pycontrol.law.model import Law, Text
    from pycontrol.phrases import Tongue


@dataclass(frozen=True, slots=True)
class Sheet:
    """One determination in words. `stamps` are what must be seen before anything else."""

    title: str
    stamps: tuple[str, ...]
    headlines: tuple[Entry, ...]
    sections: tuple[Section, ...]


_SECTIONS = (
    ("prohibited", (Kind.PROHIBITION,)),
    ("required", (Kind.LICENCE, Kind.REVIEW)),
    ("freed", (Kind.EXEMPTION, Kind.RELIEF, Kind.COVERED)),
    ("duties", (Kind.DUTY, Kind.FULFILLED)),
    ("violations", (Kind.BREACH, Kind.WOULD_BREACH, Kind.LIABILITY)),
    ("also", (Kind.TERMS, Kind.STATEMENT)),
    ("guidance", (Kind.GUIDANCE,)),
)

_LICENCES = frozenset({"licence", "presumption-of-denial", "case-by-case", "prohibition"})


def sheet(
    determination: Determination,
    law: Law,
    gists: Mapping[tuple[str, ...], Text],
    tongue: Tongue,
    *,
    full: bool = True,
) -> Sheet:
    """Return the sheet of a determination. `gists` are what its provisions say in the case, by outcome.

    Not `full`: what is only possible is gathered, questions are asked once of each thing, states of the law are named once,
    and a would-be violation that is only possible goes with the requirement.
    """
    several = len({headline.act for headline in determination.headlines}) > 1
    writer = outcomes.Writer(law, gists, tongue, several_acts=several, full=full)
    sections = [
        *open_leaves.names(determination, tongue),
        *codes(determination, tongue),
        *_now(determination, writer),
        *turns.branches(determination, law, tongue),
        *_dormant(determination, writer),
        *_open(determination, tongue, full=full),
        *turns.readings(determination, law, tongue),
        *standing.statuses(determination, law, tongue, full=full),
        *standing.neighbours(determination, law, tongue),
    ]
    several_orders = _orders(determination)
    breached, but_for = _breached(determination, law), _but_for(determination, law)
    headlines = tuple(
        _headline(
            one,
            head(one, determination, law, tongue),
            law,
            tongue,
            several=several_orders,
            breached=(one.act, one.regime) in breached,
            but_for={kind for act, regime, kind in but_for if (act, regime) == (one.act, one.regime)},
        )
        for one in determination.headlines
    )
    headlines += tuple(
        Entry(tongue.say("together", act=one.act, words=tongue.say(f"head {one.word}"), scope=one.scope))
        for one in together(determination)
    )
    return Sheet(determination.scenario, _stamps(determination, tongue), headlines, tuple(sections))


def codes_sheet(determination: Determination, tongue: Tongue) -> Sheet:
    """Return the sheet of the classification alone; a section says so where no item meets or just misses an entry."""
    found = tuple(codes(determination, tongue)) or (Section(tongue.say("no code"), ()),)
    return Sheet(determination.scenario, _stamps(determination, tongue), (), found)


def _stamps(determination: Determination, tongue: Tongue) -> tuple[str, ...]:
    found = [
        tongue.say(
            "asked", day=determination.asked, digest=determination.law_digest[:12], version=determination.version
        )
    ]
    acts = determination.evidence.case.things.scenario.acts if determination.evidence else ()
    found += [
        tongue.say("ahead", act=act.name, day=act.on) for act in acts if act.done and act.on > determination.asked
    ]
    if determination.regimes:
        found.append(tongue.say("regimes", names=", ".join(determination.regimes)))
    if determination.hypothetical:
        found.append(tongue.say("hypothetical", instruments=", ".join(determination.hypothetical)))
    if determination.assumed:
        found.append(tongue.say("assumed", count=len(determination.assumed), names=", ".join(determination.assumed)))
    if determination.taken:
        names = ", ".join(f"{reading} {value}" for reading, value in determination.taken)
        found.append(tongue.say("taken", names=names))
    if determination.calendar:
        found.append(tongue.say("calendar", calendar=determination.calendar))
    return tuple(found)


def _orders(determination: Determination) -> bool:
    """Whether the answer speaks of several legal orders, so that a headline has to name its own."""
    return len({headline.regime for headline in determination.headlines}) > 1


def _breached(determination: Determination, law: Law) -> frozenset[tuple[str, str]]:
    """In which acts something is certainly violated, and in which legal order."""
    return frozenset(
        (one.act, law.instruments[law.provisions[one.provision].instrument].regime)
        for one in determination.select(kind=Kind.BREACH)
        if one.default is Certainty.CERTAIN
    )


def _but_for(determination: Determination, law: Law) -> frozenset[tuple[str, str, Kind]]:
    """What is certain but for its exceptions: in which acts, in which legal order, of which kind."""
    return frozenset(
        (one.act, law.instruments[law.provisions[one.provision].instrument].regime, one.kind)
        for one in determination.outcomes
        if one.unless and one.layer is Layer.NOW
    )


def _headline(
    headline: Headline,
    words: str,
    law: Law,
    tongue: Tongue,
    *,
    several: bool,
    breached: bool,
    but_for: Container[str],
) -> Entry:
    below = [
        Entry(f"{turns.branch_words(key, law, tongue)}: {tongue.say(certainty)}")
        for key, certainty in headline.by_branch
    ]
    if headline.covered:
        below.append(Entry(tongue.say("head covered")))
    if breached:
        below.append(Entry(tongue.say("head breached")))
    # What graver is certain in some branch of an event in doubt, nobody may overlook.
    hanging = [one for one in headline.graver if Certainty.CERTAIN in dict(one.by_branch).values()]
    below += [
        Entry(
            tongue.say(
                "graver hanging", words=tongue.say(f"head {one.word}"), branches=turns.by_branch(one.by_branch, tongue)
            )
        )
        for one in hanging
    ]
    unless = [one for one in headline.graver if one.word in but_for and one not in hanging]
    below += [Entry(tongue.say("head unless", words=tongue.say(f"head {one.word}"))) for one in unless]
    left = (one for one in headline.graver if one not in hanging and one not in unless)
    if graver := "; ".join(tongue.say(f"head {one.word}") for one in left):
        below.append(Entry(tongue.say("graver", words=graver)))
    if headline.otherwise:
        below.append(_otherwise(headline.otherwise, tongue))
    below += [
        Entry(tongue.say("asleep", words=tongue.say(f"head {one.word}"), certainty=tongue.say(one.certainty)))
        for one in headline.dormant
    ]
    sure = tongue.say(
        "unless" if headline.certainty is Certainty.POSSIBLE and headline.word in but_for else headline.certainty
    )
    act = headline.act
    if several:
        act = tongue.say("in order", act=act, regime=tongue.law(law.regimes[headline.regime].title))
    if not headline.word and headline.certainty is not Certainty.CERTAIN:
        return Entry(tongue.say("nothing known", act=act), tuple(below))
    if not headline.word and headline.otherwise:
        return Entry(tongue.say("nothing as read", act=act), tuple(below))
    return Entry(tongue.say("headline", act=act, words=words, certainty=sure), tuple(below))


def _otherwise(other: Otherwise, tongue: Tongue) -> Entry:
    words, sure = tongue.say(f"head {other.word}"), tongue.say(other.certainty)
    return Entry(tongue.say("otherwise", readings=", ".join(other.readings), words=words, certainty=sure))


def _by_default(determination: Determination, layer: Layer) -> list[Outcome]:
    return [one for one in determination.outcomes if one.layer is layer and one.default is not Certainty.EXCLUDED]


def _now(determination: Determination, writer: outcomes.Writer) -> Iterator[Section]:
    now = _by_default(determination, Layer.NOW)
    for title, kinds in _SECTIONS:
        if entries := writer.entries(one for one in now if one.kind in kinds):
            yield Section(writer.tongue.say(title), entries)
    if possible := writer.possible(one for one in now if not _repeats(one)):
        yield Section(writer.tongue.say("possible now"), possible)


def _repeats(outcome: Outcome) -> bool:
    """Whether an outcome says no more than the requirement that it would breach."""
    return outcome.kind is Kind.WOULD_BREACH and outcome.default is Certainty.POSSIBLE


def _dormant(determination: Determination, writer: outcomes.Writer) -> Iterator[Section]:
    """What sleeps, by why it sleeps: suspended, or not begun (which it may be beside being suspended)."""
    states = {(one.provision, one.act): one for one in determination.statuses}
    found: dict[str, list[Outcome]] = {"dormant suspended": [], "dormant not begun": [], "dormant": []}
    for outcome in _by_default(determination, Layer.DORMANT):
        state = states.get((outcome.provision, outcome.act))
        if state and state.operation is Operation.SUSPENDED:
            found["dormant suspended"].append(outcome)
        elif state and state.life is Life.NOT_BEGUN:
            found["dormant not begun"].append(outcome)
        else:
            found["dormant"].append(outcome)
    for title, sleeping in found.items():
        if sleeping:
            yield Section(writer.tongue.say(title), (*writer.entries(sleeping), *_maybe(writer, sleeping)))


def _maybe(writer: outcomes.Writer, sleeping: list[Outcome]) -> Iterator[Entry]:
    """Under one head, so that what would be certain is seen first."""
    if possible := writer.possible(sleeping):
        yield Entry(writer.tongue.say("possible"), possible)


def _open(determination: Determination, tongue: Tongue, *, full: bool) -> Iterator[Section]:
    """What nobody stated, that which would settle most first. Where no licence is certain, first what one hangs on."""
    certain = any(one.word in _LICENCES and one.certainty is Certainty.CERTAIN for one in determination.headlines)
    now = _by_default(determination, Layer.NOW)
    hanging = [one for one in now if one.kind in (Kind.LICENCE, Kind.PROHIBITION) and not certain]
    first = _most_telling(hanging)
    others = [leaf for leaf in _most_telling(determination.outcomes) if leaf not in first]
    others = [leaf for leaf in others if leaf in determination.open_leaves]
    write = open_leaves.section if full else open_leaves.questions
    yield from write(first, tongue.say("no licence"), tongue)
    yield from write(others, tongue.say("open"), tongue)
    sleeping = [
        one
        for one in _by_default(determination, Layer.DORMANT)
        if one.kind in (Kind.LICENCE, Kind.PROHIBITION) and one.default is Certainty.POSSIBLE
    ]
    asleep = [leaf for leaf in _most_telling(sleeping) if leaf not in first and leaf not in others]
    yield from write(asleep, tongue.say("open asleep"), tongue)


def _most_telling(outcomes: Iterable[Outcome]) -> list[OpenLeaf]:
    """Return what the outcomes depend on, what would settle most first: an outcome that depends on less counts for more."""
    settled: defaultdict[OpenLeaf, Fraction] = defaultdict(Fraction)
    for one in outcomes:
        for leaf in one.depends_on:
            settled[leaf] += Fraction(1, len(one.depends_on))
    return sorted(settled, key=lambda leaf: -settled[leaf])
