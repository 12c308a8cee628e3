"""The status of the law on the day of each act, and the law beside it that is not encoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine import Life, Operation
from pycontrol.determine.lines import alike, short
from pycontrol.report.entry import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.determine import Determination, Status
    from pycontrol.law.model import Law
    from pycontrol.phrases import Tongue


def statuses(determination: Determination, law: Law, tongue: Tongue, *, full: bool) -> Iterator[Section]:
    """Yield the status of every weighed provision, one entry per instrument, act and state; not `full`: per act and state."""
    entries = tuple(_by_instrument(determination, law, tongue) if full else _by_state(determination, tongue))
    if entries:
        yield Section(tongue.say("status"), entries)


def _by_state(determination: Determination, tongue: Tongue) -> Iterator[Entry]:
    """Yield the states, each with what is in it; how far the law was checked once, where that is one day."""
    checked = {(one.act, one.beyond) for one in determination.statuses}
    one_day = {act for act, _ in checked if len([day for other, day in checked if other == act]) == 1}
    states: dict[tuple[str, str], set[str]] = {}
    told: list[tuple[Status, str, str]] = []
    for one in determination.statuses:
        instrument = one.provision.partition("/")[0]
        words = state(one, tongue, beyond=one.act not in one_day)
        states.setdefault((instrument, one.act), set()).add(words)
        told.append((one, instrument, words))
    found: dict[tuple[str, str], list[str]] = {}
    for one, instrument, words in told:
        whole = len(states[(instrument, one.act)]) == 1
        found.setdefault((one.act, words), []).append(instrument if whole else one.provision)
    several = len({act for act, _ in found}) > 1
    for (act, words), names in found.items():
        yield Entry(_of(act, words, tongue, several=several) + ": " + ", ".join(short(dict.fromkeys(names))))
    for act, day in sorted((act, day) for act, day in checked if day and act in one_day):
        yield Entry(_of(act, tongue.say("all beyond", day=day), tongue, several=several))


def _by_instrument(determination: Determination, law: Law, tongue: Tongue) -> Iterator[Entry]:
    groups: dict[tuple[str, str], dict[str, list[Status]]] = {}
    for status in determination.statuses:
        instrument = status.provision.partition("/")[0]
        states = groups.setdefault((instrument, status.act), {})
        states.setdefault(state(status, tongue), []).append(status)
    several = len({act for _, act in groups}) > 1
    whole = alike(determination.statuses)
    for (instrument, act), states in groups.items():
        most = _most(states.values(), alike=whole[(instrument, act)])
        for words, some in states.items():
            yield Entry(_named(instrument, some, most, law, tongue) + ": " + _of(act, words, tongue, several=several))


def _of(act: str, words: str, tongue: Tongue, *, several: bool) -> str:
    return tongue.say("for act", words=words, act=act) if several else words


def _most(states: Iterable[list[Status]], *, alike: bool) -> list[Status]:
    """Return the provisions whose state is given for the instrument: most of them, if it is not that of a part that sleeps."""
    fit = [some for some in states if alike or some[0].operation is Operation.FREE]
    return max(fit, key=len, default=[])


def _named(instrument: str, some: list[Status], most: list[Status], law: Law, tongue: Tongue) -> str:
    """Name the instrument for the state that most of its provisions share, and the provisions of any other state."""
    if some is most:
        return f"{instrument} · {tongue.law(law.instruments[instrument].cite)}"
    return ", ".join(short(status.provision for status in some))


def state(status: Status, tongue: Tongue, *, beyond: bool = True) -> str:
    """Return the state of a provision or an instrument in words."""
    say = tongue.say
    parts = []
    if status.life is Life.OPEN:
        parts.append(say("begun or not", readings=", ".join(status.turns_on)))
    elif status.life is not Life.BEGUN:
        parts.append(say("begins", day=status.begins) if status.begins else say(status.life))
    if status.operation is Operation.SUSPENDED and status.because:
        phrase = "suspended until" if status.until else "suspended by"
        parts.append(say(phrase, because=status.because, day=status.until))
    elif status.operation is Operation.UNCONFIRMED and status.because:
        parts.append(say("unconfirmed on", because=status.because))
    elif status.operation is not Operation.FREE or not parts:
        parts.append(say(status.operation))
    if beyond and status.beyond:
        parts.append(say("beyond", day=status.beyond))
    if status.confidence:
        parts.append(say("confidence", mark=status.confidence))
    return ", ".join(parts)


def neighbours(determination: Determination, law: Law, tongue: Tongue) -> Iterator[Section]:
    """Yield the law that binds beside and is not encoded; each instrument once, however many acts it stands beside."""
    found = dict.fromkeys((one.instrument, one.words) for one in determination.neighbours)
    entries = tuple(Entry(f"{tongue.law(law.instruments[name].cite)}: {tongue.law(words)}") for name, words in found)
    if entries:
        yield Section(tongue.say("neighbours"), entries)
