"""What an answer turns on beside facts: branches of an event in doubt, and readings of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine import Layer
from pycontrol.determine.lines import cited_apart, short
from pycontrol.report.entry import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.determine import BranchKey, Certainty, Determination, Outcome
    from pycontrol.law.model import Law, Reading
    from pycontrol.phrases import Tongue


def branch_words(key: BranchKey, law: Law, tongue: Tongue) -> str:
    """Return a branch in words: the title and, in brackets, the name."""
    titles = {(event.name, one.name): one.title for event in law.events.values() for one in event.branches}
    return " + ".join(f"{tongue.law(titles[(event, branch)])} ({branch})" for event, branch in key)


def branch_name(key: BranchKey) -> str:
    """Return a branch by its name, such as `revived`."""
    return " + ".join(branch for _, branch in key)


def by_branch(found: Iterable[tuple[BranchKey, Certainty]], tongue: Tongue) -> str:
    """Return the certainty in each branch, such as `revived: certain, extended: excluded`."""
    return ", ".join(f"{branch_name(key)}: {tongue.say(certainty)}" for key, certainty in found)


def branches(determination: Determination, law: Law, tongue: Tongue) -> Iterator[Section]:
    """Yield the events in doubt, with what follows in each of their branches, side by side."""
    found: dict[tuple[str, ...], dict[BranchKey, dict[tuple[str, Layer, Certainty], list[Outcome]]]] = {}
    for outcome in determination.outcomes:
        for key, certainty in outcome.by_branch:
            column = found.setdefault(tuple(event for event, _ in key), {}).setdefault(key, {})
            column.setdefault((outcome.act, outcome.layer, certainty), []).append(outcome)
    for events, columns in found.items():
        titles = [tongue.law(law.events[event].title) for event in events]
        entries = (
            Entry(branch_words(key, law, tongue), tuple(_changes(some, tongue))) for key, some in columns.items()
        )
        yield Section(f"{tongue.say('branches')}: {' '.join(titles)}", tuple(entries))


def readings(determination: Determination, law: Law, tongue: Tongue) -> Iterator[Section]:
    """Yield the readings that change something, each with what follows under it."""
    found: dict[tuple[tuple[str, str], ...], dict[tuple[str, Layer, Certainty], list[Outcome]]] = {}
    for outcome in determination.outcomes:
        for deviation, certainty in outcome.turns_on:
            groups = found.setdefault(deviation, {})
            groups.setdefault((outcome.act, outcome.layer, certainty), []).append(outcome)
    if found:
        told: set[str] = set()
        entries = []
        for deviation, groups in found.items():
            asked = [name for name, _ in deviation if name not in told]
            told |= {*asked}
            below = (*(_question(law.readings[name], tongue) for name in asked), *_changes(groups, tongue))
            entries.append(Entry(_deviation(deviation, determination, law, tongue), below))
        yield Section(tongue.say("readings"), tuple(entries))


def _deviation(deviation: tuple[tuple[str, str], ...], determination: Determination, law: Law, tongue: Tongue) -> str:
    taken = dict(determination.readings)
    parts = []
    for name, value in deviation:
        words = {one: f'{one} ("{tongue.law(title)}")' for one, title in law.readings[name].values}
        default = words.get(taken.get(name, ""), tongue.say("none taken"))
        parts.append(tongue.say("instead", name=name, value=words[value], default=default))
    return " + ".join(parts)


def _question(reading: Reading, tongue: Tongue) -> Entry:
    return Entry(tongue.law(reading.title) + (f" [{reading.question}]" if reading.question else ""))


def _changes(groups: dict[tuple[str, Layer, Certainty], list[Outcome]], tongue: Tongue) -> Iterator[Entry]:
    for (act, layer, certainty), outcomes in groups.items():
        words = tongue.say(certainty)
        words = tongue.say("in sleep", certainty=words) if layer is Layer.DORMANT else words
        paths, breaches = cited_apart(outcomes)
        of = (tongue.say("breach of", kind=tongue.say(kind), provision=path) for kind, path in breaches)
        yield Entry(f"{tongue.thing(act)}: {words}: {', '.join((*short(paths), *of))}")
