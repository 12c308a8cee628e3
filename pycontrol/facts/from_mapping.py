"""A mapping, as JSON gives it, becomes a scenario. Its shape is in `docs/language.md`, section 3.

Amounts are text (`"14 nm"`), never numbers: a number has no unit, and a float is not exact. Only where a unit is
itself a count (`layers`) may a whole number stand alone. `null` is the same as not stating a fact, `[]` says that there
is none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pycontrol.diagnostics import quoted
from pycontrol.facts.build import built
from pycontrol.facts.refusals import Refusals, near
from pycontrol.facts.said import (
    NONE,
    UNKNOWN,
    FactSaid,
    LicenceSaid,
    Said,
    ScenarioSaid,
    StakeSaid,
    ThingSaid,
)
from pycontrol.law.model import FactType, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Law

Path = tuple[str | int, ...]

SHORT_ACT, SHORT_ITEM = "this-act", "this-item"
"""The names of the act and the item of the shorthand."""

_KEYS = (
    "scenario",
    "note",
    "asked",
    "regimes",
    "parties",
    "items",
    "acts",
    "act",
    "item",
    "stakes",
    "licences",
    "complete",
    "assume-not",
    "assume-in-force",
    "take",
    "expect",
)
_PLURALS = ((Sort.PARTY, "parties"), (Sort.ITEM, "items"), (Sort.ACT, "acts"))
_QUOTED = ("name",)


def from_mapping(mapping: Mapping[str, object], law: Law) -> Scenario:
    """Return the scenario that a mapping states, checked against the law; `Refused` with every mistake in it."""
    refusals = Refusals()
    (scenario,) = built([_Reading(law, refusals).scenario(mapping)], law, refusals)
    return scenario


UNNAMED = "unnamed"
"""What a mapping without a name is called."""


class _Reading:
    """Reads the shape of one mapping; what has another shape is refused and left out."""

    def __init__(self, law: Law, refusals: Refusals) -> None:
        self._facts = law.vocabulary.facts
        self._units = law.vocabulary.units
        self._refusals = refusals

    def scenario(self, given: object) -> ScenarioSaid:
        """Return what a whole mapping says."""
        top = self._mapping(given, (), _KEYS)
        note, asked, name = (self._optional(top, key) for key in ("note", "asked", "scenario"))
        return ScenarioSaid(
            name=name.word if name else UNNAMED,
            place=(),
            things=(*self._things(top), *self._short(top)),
            stakes=tuple(self._stakes(top.get("stakes", ()))),
            licences=tuple(
                self._licence(word, facts) for word, facts in self._mapping(top.get("licences"), ("licences",)).items()
            ),
            complete=self._texts(top.get("complete"), ("complete",)),
            denied=self._texts(top.get("assume-not"), ("assume-not",)),
            in_force=self._texts(top.get("assume-in-force"), ("assume-in-force",)),
            taken=tuple(
                (Said(reading, ("take",)), self._text(value, ("take", reading)))
                for reading, value in self._mapping(top.get("take"), ("take",)).items()
            ),
            expected=self._texts(top["expect"], ("expect",)) if top.get("expect") is not None else None,
            asked=asked,
            note=note.word if note else "",
            regimes=self._texts(top.get("regimes"), ("regimes",)),
        )

    def _things(self, top: Mapping[str, object]) -> Iterable[ThingSaid]:
        for sort, plural in _PLURALS:
            if plural in top:
                for name, facts in self._mapping(top[plural], (plural,)).items():
                    yield self._thing(sort, name, facts, (plural, name))

    def _short(self, top: Mapping[str, object]) -> Iterable[ThingSaid]:
        """The shorthand: the one act is about the one item, unless it says what it is about."""
        if "item" in top:
            yield self._thing(Sort.ITEM, SHORT_ITEM, top["item"], ("item",))
        if "act" not in top:
            return
        act = self._thing(Sort.ACT, SHORT_ACT, top["act"], ("act",))
        about = self._facts.get((Sort.ACT, "items"))
        if "item" in top and about and not any(fact.name == "items" for fact in act.facts):
            kind = next((fact.values[0].word for fact in act.facts if fact.name == "kind"), "")
            if not about.acts or kind in about.acts:
                place = ("act", "items")
                act = act._replace(facts=(*act.facts, FactSaid("items", (Said(SHORT_ITEM, place),), place)))
        yield act

    def _thing(self, sort: Sort, name: str, given: object, path: Path) -> ThingSaid:
        facts: list[FactSaid] = []
        screened: tuple[tuple[Said, Said], ...] = ()
        complete: tuple[Said, ...] = ()
        for key, value in self._mapping(given, path).items():
            place = (*path, key)
            if key == "complete":
                complete = self._texts(value, place)
            elif key == "screened" and sort is Sort.PARTY:
                screened = tuple(self._screened(each, where) for each, where in _each(value, place))
            else:
                facts.append(FactSaid(key, self._values(sort, key, value, place), place))
        return ThingSaid(sort, name, tuple(facts), path, screened, complete)

    def _screened(self, given: object, path: Path) -> tuple[Said, Said]:
        found = self._mapping(given, path, ("value", "on"), required=("value", "on"))
        on, day = (self._text(found.get(key, ""), (*path, key)) for key in ("value", "on"))
        return on, day

    def _values(self, sort: Sort, fact: str, given: object, path: Path) -> tuple[Said, ...]:
        if given is None:
            return (Said(UNKNOWN, path),)
        if isinstance(given, list | tuple) and not given:
            return (Said(NONE, path),)
        return tuple(self._value(sort, fact, each, where) for each, where in _each(given, path))

    def _value(self, sort: Sort, fact: str, given: object, path: Path) -> Said:
        """One value: text, or `{"value": …, "since": …, "until": …}` where it is dated; a list may be `by` a notice."""
        declared = self._facts.get((sort, fact))
        if isinstance(given, str):
            is_text = fact in _QUOTED if declared is None else declared.type is FactType.TEXT
            return self._text(given, path)._replace(quoted=True) if is_text else self._text(given, path)
        if isinstance(given, Mapping):
            found = self._mapping(given, path, ("value", "by", "since", "until"), required=("value",))
            value = self._value(sort, fact, found.get("value"), (*path, "value"))
            others = (self._optional(found, key, path) for key in ("by", "since", "until"))
            by, since, until = (each.word if each else "" for each in others)
            return value._replace(since=since, until=until, by=by)
        if isinstance(given, bool):
            return Said("yes" if given else "no", path)
        if isinstance(given, int) and declared and self._is_count(declared.unit):
            return Said(f"{given} {declared.unit}", path)
        return self._text(given, path)

    def _is_count(self, unit: str) -> bool:
        return unit in self._units and self._units[unit].dimension.endswith("count")

    def _stakes(self, given: object) -> Iterable[StakeSaid]:
        keys = ("owner", "held", "share", "interest")
        for each, path in _each(given, ("stakes",)):
            found = self._mapping(each, path, (*keys, "since", "until"), required=keys)
            if all(key in found for key in keys):
                owner, held, share, interest = (self._text(found[key], (*path, key)) for key in keys)
                dates = (self._optional(found, key, path) for key in ("since", "until"))
                since, until = (date.word if date else "" for date in dates)
                yield StakeSaid(owner, held, share._replace(since=since, until=until), interest, path)

    def _licence(self, name: str, given: object) -> LicenceSaid:
        path = ("licences", name)
        found = self._mapping(given, path)
        facts = tuple(
            FactSaid(key, self._texts(value, (*path, key)), (*path, key))
            for key, value in found.items()
            if key not in ("since", "until") and value is not None
        )
        dates = (self._optional(found, key, path) for key in ("since", "until"))
        since, until = (date.word if date else "" for date in dates)
        return LicenceSaid(name, facts, path, since, until)

    def _mapping(
        self, given: object, path: Path, keys: tuple[str, ...] = (), required: tuple[str, ...] = ()
    ) -> Mapping[str, object]:
        """Return a mapping from text, empty where there is none; refuse keys beside `keys`, if those are given."""
        if given is None:
            return {}
        if not isinstance(given, Mapping) or not all(isinstance(key, str) for key in given):
            self._shape(f"`{given}` is no mapping", path, "write names and what belongs to them, in braces")
            return {}
        for key in given:
            if keys and key not in keys:
                self._shape(f"unknown key `{key}`", path, near(key, keys))
        missing = [key for key in required if key not in given]
        if missing:
            self._shape(f"{quoted(missing, 'and')} missing", path, f"state {quoted(required, 'and')}")
        return given

    def _optional(self, given: Mapping[str, object], key: str, path: Path = ()) -> Said | None:
        return None if given.get(key) is None else self._text(given[key], (*path, key))

    def _texts(self, given: object, path: Path) -> tuple[Said, ...]:
        """Return a list of texts; one text may stand without a list."""
        return () if given is None else tuple(self._text(each, where) for each, where in _each(given, path))

    def _text(self, given: object, path: Path) -> Said:
        if isinstance(given, str):
            if given.splitlines() not in ([], [given]):
                words = " ".join(given.split())
                self._refusals.add("F121", f"`{words}` is written on several lines", path, "write it on one line")
            if not given.strip():
                self._refusals.add("F121", "a text is empty", path, "write what it is to say, or leave its key out")
            return Said(given, path)
        if isinstance(given, dt.datetime):
            return Said(given.strftime("%Y-%m-%d %H:%M"), path)
        if isinstance(given, dt.date):
            return Said(given.isoformat(), path)
        if isinstance(given, float):
            self._shape(f"`{given}` is a number that may not be exact", path, "write it as text, such as `0.1 %`")
        elif isinstance(given, int):
            self._shape(f"`{given}` is a number without a unit", path, "write it as text, such as `14 nm`")
        else:
            self._shape(f"`{given}` is no text", path, "write text, such as `14 nm` or `CN`")
        return Said(UNKNOWN, path)

    def _shape(self, problem: str, path: Path, cure: str) -> None:
        self._refusals.add("F119", problem, path, cure)


def _each(given: object, path: Path) -> Iterable[tuple[object, Path]]:
    """The entries of a list with their places; what is no list is its own only entry."""
    if isinstance(given, list | tuple):
        return ((each, (*path, position)) for position, each in enumerate(given))
    return ((given, path),)
