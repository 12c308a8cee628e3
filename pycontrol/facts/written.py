"""A scenario written out again: as a mapping for JSON, and as text to paste into a scenario file.

Both are inverse to reading: `from_mapping(to_mapping(scenario))` and the scenario parsed from `to_text(scenario)` say
the same as `scenario`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pycontrol.facts.amounts import decimal, written
from pycontrol.law.model import Quantity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from pycontrol.facts.scenario import Act, Entity, Licence, OnList, PartyName, Scenario, StakeHeld, Stated

_BARE = re.compile(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*")
_AMOUNT = re.compile(r"-?[0-9]+([./][0-9]+)? (%|[A-Za-z][A-Za-z0-9/-]*)|([0-9]+([./][0-9]+)? x )\S+")
_KEYWORDS = frozenset(
    "scenario note asked regimes party item act stake licence complete assume take table row expect screened since until "
    "by on x in not force none unknown".split()
)


def to_mapping(scenario: Scenario) -> dict[str, object]:
    """Return the mapping that states the scenario; only text, lists and mappings, and nothing that is empty."""
    assumed = scenario.assumptions
    every: dict[str, object] = {
        "scenario": scenario.name,
        "note": scenario.note,
        "asked": scenario.asked.isoformat() if scenario.asked else "",
        "regimes": list(scenario.regimes),
        "parties": {
            name: _own_words(scenario.names.get(name)) | _facts(party) for name, party in scenario.parties.items()
        },
        "items": {name: _facts(item) for name, item in scenario.items.items()},
        "acts": {act.name: _moment(act) | _facts(act.entity) for act in scenario.acts},
        "stakes": [_stake(stake) for stake in scenario.stakes],
        "licences": {licence.name: _licence(licence) for licence in scenario.licences},
        "complete": sorted(scenario.complete),
        "assume-not": list(assumed.denied),
        "assume-in-force": list(assumed.in_force),
        "take": dict(assumed.taken),
    }
    found = {key: value for key, value in every.items() if value}
    if scenario.expected is not None:
        found["expect"] = [expectation.line for expectation in scenario.expected]
    return found


def to_text(scenario: Scenario) -> str:
    """Return the scenario as text for a scenario file, ending in a line break."""
    return "\n".join(_lines(scenario)) + "\n"


# --- mapping ------------------------------------------------------------------------------------------------


def _facts(entity: Entity) -> dict[str, object]:
    facts = {name: _one_or_more(_dated(stated) for stated in values) for name, values in entity.facts.items()}
    return facts | ({"complete": sorted(entity.complete)} if entity.complete else {})


def _own_words(name: PartyName | None) -> dict[str, object]:
    if name is None:
        return {}
    own = {
        "name": _one_or_more(name.names),
        "listed": _one_or_more(map(_on_list, name.listed)),
        "screened": _one_or_more({"value": on, "on": day.isoformat()} for on, day in name.screened),
    }
    return {key: value for key, value in own.items() if value}


def _moment(act: Act) -> dict[str, object]:
    return {"at": f"{act.on.isoformat()} {act.at:%H:%M}"} if act.at else {"on": act.on.isoformat()}


def _stake(stake: StakeHeld) -> dict[str, object]:
    held = {"owner": stake.owner, "held": stake.held, "share": _percent(stake), "interest": stake.interest}
    return held | _dates(stake.since, stake.until)


def _licence(licence: Licence) -> dict[str, object]:
    facts = {name: _one_or_more(values) for name, values in _covers(licence)}
    return facts | _dates(licence.since, licence.until)


def _dated(stated: Stated) -> object:
    return _period(_value(stated), stated.since, stated.until)


def _period(value: str, since: dt.date | None, until: dt.date | None) -> object:
    return {"value": value} | _dates(since, until) if since or until else value


def _on_list(one: OnList) -> object:
    if one.by:
        return {"value": one.list, "by": one.by} | _dates(one.since, one.until)
    return _period(one.list, one.since, one.until)


def _dates(since: dt.date | None, until: dt.date | None) -> dict[str, object]:
    return {key: day.isoformat() for key, day in (("since", since), ("until", until)) if day}


def _one_or_more(values: Iterable[object]) -> object:
    found = list(values)
    return found[0] if len(found) == 1 else found


# --- text ---------------------------------------------------------------------------------------------------


def _lines(scenario: Scenario) -> Iterator[str]:
    yield f"scenario {_quoted(scenario.name)}"
    if scenario.note:
        yield f"  note {_quoted(scenario.note)}"
    if scenario.asked:
        yield f"  asked {scenario.asked}"
    if scenario.regimes:
        yield f"  regimes {', '.join(scenario.regimes)}"
    for name, party in scenario.parties.items():
        yield from ("", f"  party {name}", *_names_as_text(scenario.names.get(name)), *_facts_as_text(party))
    if scenario.stakes:
        yield ""
    for stake in scenario.stakes:
        words = f"stake {stake.owner} in {stake.held} {_percent(stake)} {stake.interest}"
        yield f"  {words}{_dates_as_text(stake.since, stake.until)}"
    for name, item in scenario.items.items():
        yield from ("", f"  item {name}", *_facts_as_text(item))
    for act in scenario.acts:
        moment = f"at {act.on} {act.at:%H:%M}" if act.at else f"on {act.on}"
        yield from ("", f"  act {act.name}", f"    {moment}", *_facts_as_text(act.entity))
    for licence in scenario.licences:
        yield from _licence_as_text(licence)
    yield from _assumptions_as_text(scenario)
    if scenario.expected is not None:
        yield from ("", "  expect", *(f"    {_quoted(expectation.line)}" for expectation in scenario.expected))


def _facts_as_text(entity: Entity) -> Iterator[str]:
    for name, values in entity.facts.items():
        words = (_word(_value(each)) + _dates_as_text(each.since, each.until) for each in values)
        yield f"    {name} {', '.join(words) or 'none'}"
    if entity.complete:
        yield f"    complete {', '.join(sorted(entity.complete))}"


def _names_as_text(name: PartyName | None) -> Iterator[str]:
    if name is None:
        return
    if name.names:
        yield f"    name {', '.join(_quoted(word) for word in name.names)}"
    if name.listed:
        listed = (_words_on_list(one) + _dates_as_text(one.since, one.until) for one in name.listed)
        yield f"    listed {', '.join(listed)}"
    yield from (f"    screened {on} on {day}" for on, day in name.screened)


def _licence_as_text(licence: Licence) -> Iterator[str]:
    yield from ("", f"  licence {licence.name}")
    yield from (f"    {name} {', '.join(map(_word, values))}" for name, values in _covers(licence))
    if licence.since or licence.until:
        yield f"   {_dates_as_text(licence.since, licence.until)}"


def _assumptions_as_text(scenario: Scenario) -> Iterator[str]:
    assumed = scenario.assumptions
    lines = [f"  complete {', '.join(sorted(scenario.complete))}"] if scenario.complete else []
    lines += [f"  assume not {', '.join(assumed.denied)}"] if assumed.denied else []
    lines += [f"  assume {instrument} in force" for instrument in assumed.in_force]
    lines += [f"  take {reading} {value}" for reading, value in assumed.taken]
    yield from ("", *lines) if lines else ()


def _dates_as_text(since: dt.date | None, until: dt.date | None) -> str:
    return "".join(f" {word} {day}" for word, day in _dates(since, until).items())


def _word(value: str) -> str:
    """Write a value bare where the grammar takes it for what it is, else as a string, which every fact reads alike."""
    bare = _AMOUNT.fullmatch(value) or (_BARE.fullmatch(value) and value not in _KEYWORDS)
    return value if bare else _quoted(value)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# --- both ---------------------------------------------------------------------------------------------------


def _value(stated: Stated) -> str:
    value = stated.value
    words = written(value.amount, value.unit) if isinstance(value, Quantity) else value
    return words if stated.count is None else f"{decimal(stated.count)} x {words}"


def _percent(stake: StakeHeld) -> str:
    return written(stake.share, "one")


def _words_on_list(one: OnList) -> str:
    return f"{one.list} by {one.by}" if one.by else one.list


def _covers(licence: Licence) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a licence states, by the names of its facts."""
    for name, value in (("kind", licence.kind), ("holder", licence.holder)):
        if value is not None:
            yield name, (value,)
    for name, values in (("items", licence.items), ("end-users", licence.end_users), ("end-uses", licence.end_uses)):
        if values is not None:
            yield name, values
