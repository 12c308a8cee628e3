"""A determination in canonical lines: short, stable, one for each thing that follows. Read by people and by `expect`.

The lines are described in `docs/language.md`, section 3. First come the headlines, then what follows at the default
readings, then what branches and other readings change, then the status of what does not plainly operate, then what
nobody stated.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from pycontrol.determine.outcome import Certainty, Kind, Layer, Life, OpenKind, Operation
from pycontrol.diagnostics import visible
from pycontrol.facts.amounts import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.determine.determination import Determination
    from pycontrol.determine.outcome import Classified, Grain, Headline, Liability, OpenLeaf, Outcome, Status

_BREACHES = (Kind.BREACH, Kind.WOULD_BREACH)
_Change = tuple[str, str, Layer, Certainty]


def under(path: str, citation: str) -> bool:
    """Return whether `path` is the citation or lies below it."""
    return path == citation or path.startswith((f"{citation}(", f"{citation}/"))


def lines(determination: Determination) -> tuple[str, ...]:
    """Return the canonical lines of a determination, in a fixed order."""
    found = list(_headlines(determination.headlines))
    found += [f"{one.certainty} {one.word} by some of {one.scope} for {one.act}" for one in together(determination)]
    found += [outcome_line(one) for one in determination.outcomes if one.default is not Certainty.EXCLUDED]
    found += dict.fromkeys(_codes(determination))  # of a code that is held in parts, the same is said once
    found += _by_branch(determination)
    found += _by_reading(determination)
    found += _statuses(determination)
    found += _undecided(determination.open_leaves)
    found += [f'near name of {one.party}: "{one.listed.en}" on {one.list}' for one in determination.near_names]
    return tuple(visible(line) for line in found)


def html(determination: Determination) -> str:
    """Return a determination as a table for a notebook; every word is escaped."""
    rows = "".join(f"<tr><td>{escape(line)}</td></tr>" for line in lines(determination))
    stamp = " (hypothetical)" if determination.hypothetical else ""
    caption = escape(visible(f"{determination.scenario}, asked {determination.asked}{stamp}"))
    return f"<table><caption>{caption}</caption><tbody>{rows}</tbody></table>"


# --- headlines and outcomes ---------------------------------------------------------------------------------


def _headlines(headlines: tuple[Headline, ...]) -> Iterator[str]:
    """Yield a line for the first legal order asked of, and one for each other in which something follows, or may have."""
    for headline in headlines:
        first = headline.regime == headlines[0].regime
        known = headline.certainty is Certainty.CERTAIN
        if first or not known or headline.word or headline.graver or headline.otherwise or headline.dormant:
            yield f"headline {headline.act}{'' if first else f' ({headline.regime})'}: {headline}"


def outcome_line(outcome: Outcome) -> str:
    """Return one outcome in one line, without what it turns on."""
    layer = "dormant " if outcome.layer is Layer.DORMANT else ""
    place = ", ".join(name for name in (outcome.act, outcome.item, outcome.bearer) if name != "-")
    line = f"{layer}{outcome.default} {_says(outcome)} {outcome.provision} for {place}"
    if outcome.due:
        line += f" due {outcome.due}"
    if outcome.liability:
        line += f": {'; '.join(band_words(band, band.title.en) for band in outcome.liability)}"
    return line


def _says(outcome: Outcome) -> str:
    kind, value = outcome.kind, f" {outcome.value}" if outcome.value else ""
    match kind:
        case Kind.BREACH | Kind.WOULD_BREACH:
            return f"{kind} of"
        case Kind.COVERED | Kind.FULFILLED:
            return f"{kind} under"
        case Kind.PROHIBITION:
            return f"{kind} curable by{value}, by" if value else f"{kind} by"
        case Kind.LICENCE | Kind.DUTY | Kind.RELIEF | Kind.REVIEW | Kind.TERMS:
            return f"{kind}{value} by"
        case Kind.EXEMPTION | Kind.STATEMENT | Kind.GUIDANCE | Kind.LIABILITY:
            return f"{kind} by"
        case _:
            assert_never(kind)


def _codes(determination: Determination) -> Iterator[str]:
    """What each item is classified as: codes that it meets, may meet, or just misses."""
    for one in determination.classified:
        if one.default is not Certainty.EXCLUDED:
            yield classified_line(one)
        for readings, certainty in one.turns_on:
            yield f"under {' + '.join(f'{name} {value}' for name, value in readings)}: {certainty} {one.called} for {one.item}"
    for item in determination.unclassified:
        asked = f": find out {', '.join(item.find_out)}" if item.find_out else ""
        yield f"possible codes for {item.item}, {item.entries} of them{asked}"


def classified_line(one: Classified) -> str:
    """Return what is known of an item and an entry in one line: a code met, perhaps met, or just missed."""
    certainty = f"{one.default} " if one.default is Certainty.POSSIBLE or not one.near else ""
    line = f"{certainty}{'near ' if one.near else ''}{one.called} for {one.item}"
    asked = ", ".join(leaf.name if leaf.about == one.item else str(leaf) for leaf in one.depends_on)
    told = "; ".join(map(str, one.misses)) or (f"find out {asked}" if asked else "")
    return f"{line}: {told}" if told else line


def band_words(band: Liability, title: str) -> str:
    """Return a band of liability in words: exact amounts where the base is stated, else the band that the law names."""
    amount = band.band
    if band.multiple and band.low and band.high:
        amount = f"{decimal(band.low.amount)} to {decimal(band.high.amount)} {band.low.unit}"
    return " ".join(part for part in (title, amount, "" if band.decided else "(open)") if part)


def together(determination: Determination) -> tuple[Grain, ...]:
    """Return what is certain of an article or an instrument though of no single outcome in it; the narrowest such scope.

    So it is where one origin triggers one limb and every other origin another. For a regime the headline says it.
    """
    regimes = {headline.regime for headline in determination.headlines}
    certain = [
        one
        for one in determination.grains
        if one.layer is Layer.NOW and one.certainty is Certainty.CERTAIN and one.scope not in regimes
    ]
    known = {
        (one.act, word_of(one), one.provision)
        for one in determination.outcomes
        if one.layer is Layer.NOW and one.default is Certainty.CERTAIN
    }
    return tuple(
        grain
        for grain in certain
        if not any((act, word) == (grain.act, grain.word) and under(path, grain.scope) for act, word, path in known)
        and not any(_narrower(other, grain) for other in certain)
    )


def word_of(outcome: Outcome) -> str:
    """Return the word by which a regime ranks an outcome."""
    if outcome.kind is Kind.REVIEW:
        return outcome.value
    return "sanction" if outcome.kind is Kind.LIABILITY else str(outcome.kind)


def _narrower(grain: Grain, than: Grain) -> bool:
    same = (grain.act, grain.word) == (than.act, than.word)
    return same and grain.scope != than.scope and under(grain.scope, than.scope)


# --- what branches and readings change ----------------------------------------------------------------------


def _by_branch(determination: Determination) -> Iterator[str]:
    found: dict[_Change, list[Outcome]] = {}
    for outcome in determination.outcomes:
        for key, certainty in outcome.by_branch:
            branch = " + ".join(f"{event} {name}" for event, name in key)
            found.setdefault((branch, outcome.act, outcome.layer, certainty), []).append(outcome)
    yield from _changes("in", found)


def _by_reading(determination: Determination) -> Iterator[str]:
    found: dict[_Change, list[Outcome]] = {}
    for outcome in determination.outcomes:
        for deviation, certainty in outcome.turns_on:
            readings = " + ".join(f"{reading} {value}" for reading, value in deviation)
            found.setdefault((readings, outcome.act, outcome.layer, certainty), []).append(outcome)
    yield from _changes("under", found)


def _changes(word: str, found: dict[_Change, list[Outcome]]) -> Iterator[str]:
    for (what, act, layer, certainty), outcomes in found.items():
        asleep = "dormant " if layer is Layer.DORMANT else ""
        yield f"{word} {what} for {act}: {asleep}{certainty} {cited(outcomes)}"


def cited(outcomes: Iterable[Outcome]) -> str:
    """Return the provisions of outcomes, each once. A breach is named where its provision is not among them."""
    paths, breaches = cited_apart(outcomes)
    return ", ".join([*short(paths), *(f"{kind} of {path}" for kind, path in breaches)])


def cited_apart(outcomes: Iterable[Outcome]) -> tuple[tuple[str, ...], tuple[tuple[Kind, str], ...]]:
    """Return the provisions of outcomes, each once, and the breaches of others, each with its kind."""
    found = tuple(outcomes)
    paths = tuple(dict.fromkeys(one.provision for one in found if one.kind not in _BREACHES))
    breaches = dict.fromkeys((one.kind, one.provision) for one in found if one.kind in _BREACHES)
    return paths, tuple(one for one in breaches if one[1] not in paths)


def short(paths: Iterable[str]) -> list[str]:
    """Return citations, the instrument only where it changes: `cn-ecl/10`, `/12(3)`."""
    found: list[str] = []
    for instrument, inside in groupby(paths, key=lambda path: path.partition("/")[0]):
        first, *others = inside
        found += [first, *(other.removeprefix(instrument) for other in others)]
    return found


# --- status and open leaves ---------------------------------------------------------------------------------


def status_words(status: Status) -> str:
    """Return a status in words; empty where the provision has begun, operates, and was checked for that day."""
    parts = []
    if status.life is not Life.BEGUN:
        on = f" (begins {status.begins})" if status.begins else ""
        if status.life is Life.OPEN:
            on = f" by {', '.join(status.turns_on)}"
        parts.append(f"{status.life}{on}")
    if status.operation is not Operation.FREE:
        because = {Operation.SUSPENDED: f" by {status.because}", Operation.UNCONFIRMED: f" on {status.because}"}
        parts.append(str(status.operation) + (because.get(status.operation, "") if status.because else ""))
    if status.beyond:
        parts.append(f"checked only to {status.beyond}")
    return ", ".join(parts)


def _statuses(determination: Determination) -> Iterator[str]:
    """Yield the status of what something follows from, unless it plainly operates; by instrument where that is one.

    An instrument of which a part is suspended is not, so that its other provisions count, too, though nothing follows.
    """
    weighed = {(one.provision, one.act) for one in determination.outcomes}
    statuses = [one for one in determination.statuses if (one.provision, one.act) in weighed]
    states: dict[tuple[str, str], set[str]] = {}
    for one in statuses:
        states.setdefault((one.act, _instrument(one)), set()).add(status_words(one))
    found: dict[tuple[str, str], list[str]] = {}
    whole = alike(determination.statuses)
    for one in statuses:
        alone = len(states[(one.act, _instrument(one))]) == 1 and whole[(_instrument(one), one.act)]
        found.setdefault((one.act, status_words(one)), []).append(_instrument(one) if alone else one.provision)
    for (act, words), places in found.items():
        if words:
            yield f"status for {act}: {', '.join(short(dict.fromkeys(places)))} {words}"


def alike(statuses: Iterable[Status]) -> dict[tuple[str, str], bool]:
    """Return, by instrument and act, whether all its provisions that are weighed operate, or sleep, alike."""
    found: dict[tuple[str, str], set[tuple[Operation, str]]] = {}
    for one in statuses:
        found.setdefault((_instrument(one), one.act), set()).add((one.operation, one.because))
    return {key: len(operations) == 1 for key, operations in found.items()}


def _instrument(status: Status) -> str:
    return status.provision.partition("/")[0]


def _undecided(leaves: Iterable[OpenLeaf]) -> Iterator[str]:
    found: dict[tuple[str, OpenKind], list[str]] = {}
    for leaf in leaves:
        found.setdefault((leaf.about, leaf.kind), []).append(leaf.name)
    for (about, kind), names in found.items():
        yield f"undecided {about}: {', '.join(dict.fromkeys(names))} ({kind})"
