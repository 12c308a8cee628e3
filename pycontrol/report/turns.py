"""What an answer turns on beside facts: branches of an event in doubt, and readings of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine import Layer
from pycontrol.determine.lines import cited
from pycontrol.report.entry import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.determine import BranchKey, Certainty, Determination, Outcome
    from pycontrol.law.model import Law, Text
    from pycontrol.report.tongue import Tongue


def branch_words(key: BranchKey, law: Law, tongue: Tongue) -> str:
    """Return a branch in words: the title and, in brackets, the name."""
    titles = {(event.name, one.name): one.title for event in law.events.values() for one in event.branches}
    return " + ".join(f"{tongue.law(titles[(event, branch)])} ({branch})" for event, branch in key)


def branches(determination: Determination, law: Law, tongue: Tongue) -> Iterator[Section]:
    """Yield the events in doubt, with what follows in each of their branches, side by side."""
    found: dict[BranchKey, dict[tuple[str, Layer, Certainty], list[Outcome]]] = {}
    for outcome in determination.outcomes:
        for key, certainty in outcome.by_branch:
            found.setdefault(key, {}).setdefault((outcome.act, outcome.layer, certainty), []).append(outcome)
    if found:
        entries = tuple(
            Entry(branch_words(key, law, tongue), tuple(_changes(found[key], tongue)))
            for key in determination.branches
            if key in found
        )
        titles = [tongue.law(law.events[event].title) for event, _ in determination.branches[0]]
        yield Section(f"{tongue.say('branches')}: {' '.join(titles)}", entries)


def readings(determination: Determination, law: Law, tongue: Tongue) -> Iterator[Section]:
    """Yield the readings that change something, each with what follows under it."""
    found: dict[tuple[tuple[str, str], ...], dict[tuple[str, Layer, Certainty], list[Outcome]]] = {}
    for outcome in determination.outcomes:
        for deviation, certainty in outcome.turns_on:
            groups = found.setdefault(deviation, {})
            groups.setdefault((outcome.act, outcome.layer, certainty), []).append(outcome)
    taken = dict(determination.readings)
    if found:
        entries = [
            Entry(_deviation(one, taken, law, tongue), tuple(_changes(groups, tongue))) for one, groups in found.items()
        ]
        yield Section(tongue.say("readings"), tuple(entries))


def _deviation(deviation: tuple[tuple[str, str], ...], taken: dict[str, str], law: Law, tongue: Tongue) -> str:
    parts = []
    for name, value in deviation:
        reading = law.readings[name]
        values = dict(reading.values)
        here, there = _value(values, value, tongue), _value(values, taken.get(name, ""), tongue)
        question = f" [{reading.question}]" if reading.question else ""
        parts.append(f"{tongue.law(reading.title)}{question} {name} = {here}, not {there}")
    return " + ".join(parts)


def _value(values: dict[str, Text], name: str, tongue: Tongue) -> str:
    return f'{name} ("{tongue.law(values[name])}")' if name in values else name


def _changes(groups: dict[tuple[str, Layer, Certainty], list[Outcome]], tongue: Tongue) -> Iterator[Entry]:
    for (act, layer, certainty), outcomes in groups.items():
        asleep = f"{tongue.say('dormant')} · " if layer is Layer.DORMANT else ""
        yield Entry(f"{act}: {asleep}{tongue.say(certainty)}: {cited(outcomes)}")
