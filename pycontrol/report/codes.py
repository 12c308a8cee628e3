"""What the items of a case are classified as, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine import Life, Operation
from pycontrol.report.entry import Entry, Section
from pycontrol.report.open_leaves import first_to_ask, named
from pycontrol.report.standing import state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.determine import Classified, Determination
    from pycontrol.phrases import Tongue


def codes(determination: Determination, tongue: Tongue) -> Iterator[Section]:
    """Yield the section of control codes, if any item has, may have or just misses one."""
    states = {one.provision: state(one, tongue) for one in determination.lists if one.operation is not Operation.FREE}
    states |= {one.provision: state(one, tongue) for one in determination.lists if one.life is not Life.BEGUN}
    asleep = {name: tongue.say("for list", day=determination.asked, state=words) for name, words in states.items()}
    entries = [_entry(one, asleep.get(one.instrument, ""), tongue) for one in determination.classified]
    entries += [
        Entry(tongue.say("unclassified", item=one.item, entries=one.entries, facts=", ".join(one.find_out)))
        for one in determination.unclassified
    ]
    if entries:
        yield Section(tongue.say("classification"), tuple(entries))


def _entry(one: Classified, asleep: str, tongue: Tongue) -> Entry:
    say = tongue.say
    code = one.code or f"{one.entry} · {say('code not held')}"
    head = say("near" if one.near else "code", item=one.item, code=code, certainty=say(one.default))
    lines = [f"{tongue.law(one.title)} · {one.entry}" if one.code else tongue.law(one.title)]
    lines += [asleep] if asleep else []
    lines += [say("suspected", suspected=one.suspected)] if one.suspected else []
    lines += [say("miss", fact=miss.fact, value=miss.value, threshold=miss.threshold) for miss in one.misses]
    asked = dict.fromkeys(named(first_to_ask(leaf), tongue, beside=one.item) for leaf in one.depends_on)
    lines += [say("find out", facts=", ".join(asked))] if asked else []
    for readings, certainty in one.turns_on:
        taken = ", ".join(f"{name} {value}" for name, value in readings)
        lines.append(say("code under", readings=taken, certainty=say(certainty)))
    return Entry(head, tuple(Entry(line) for line in lines))
