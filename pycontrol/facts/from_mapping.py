"""A mapping, as JSON gives it, becomes a scenario. Its shape is in `docs/language.md`, section 3.

Amounts are text (`"14 nm"`), never numbers: a number has no unit, and a float is not exact. Only where a unit is
itself a count (`layers`) may an exact number stand alone. `null` is the same as not stating a fact, `[]` says that there
is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.diagnostics import quoted
from pycontrol.facts.amounts import decimal, fitting
from pycontrol.facts.build import built
from pycontrol.facts.refusals import Refusals
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
from pycontrol.facts.shape import Path, Shape, each_of, exact, shown
from pycontrol.facts.things import OWN_WORDS, a_thing
from pycontrol.facts.values import PLURALS
from pycontrol.law.model import Fact, FactType, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Law

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
_QUOTED = ("name",)
_FEW = 4


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
        self._shape = Shape(refusals)

    def scenario(self, given: object) -> ScenarioSaid:
        """Return what a whole mapping says."""
        shape = self._shape
        top = shape.mapping(given, (), _KEYS)
        if top is None:
            return ScenarioSaid(UNNAMED, (), (), unreadable=frozenset(Sort))
        note, asked, name = (shape.optional(top, key) for key in ("note", "asked", "scenario"))
        plural = {sort: self._named(sort, top.get(key), key) for sort, key in PLURALS.items()}
        licences = shape.mapping(top.get("licences"), ("licences",)) or {}
        taken = shape.mapping(top.get("take"), ("take",)) or {}
        values = {reading: shape.text(value, ("take", reading)) for reading, value in taken.items()}
        return ScenarioSaid(
            name=name.word if name else UNNAMED,
            place=(),
            things=(*self._things(plural), *self._short(top)),
            stakes=tuple(self._stakes(top.get("stakes"))),
            licences=tuple(self._licence(word, facts) for word, facts in licences.items()),
            complete=shape.texts(top.get("complete"), ("complete",)),
            denied=shape.texts(top.get("assume-not"), ("assume-not",)),
            in_force=shape.texts(top.get("assume-in-force"), ("assume-in-force",)),
            taken=tuple((Said(reading, ("take",)), value) for reading, value in values.items() if value),
            expected=shape.texts(top["expect"], ("expect",)) if top.get("expect") is not None else None,
            asked=asked,
            note=note.word if note else "",
            regimes=shape.texts(top.get("regimes"), ("regimes",)),
            unreadable=frozenset(sort for sort, found in plural.items() if _less(found, top.get(PLURALS[sort]))),
        )

    def _named(self, sort: Sort, given: object, key: str) -> Mapping[str, object] | None:
        """Return things by their names, None where it is something else: the facts of one thing, say, without a name."""
        found = self._shape.mapping(given, (key,))
        stated = {*OWN_WORDS[sort], *(fact for each, fact in self._facts if each is sort)}
        if found and not any(isinstance(facts, Mapping) for facts in found.values()) and stated.issuperset(found):
            one = f"; the only {sort} of a case stands at `{sort}`, without a name" if sort is not Sort.PARTY else ""
            cure = f'write `{{"{key}": {{"NAME": {{…}}}}}}`{one}'
            self._shape.refuse(f"the facts of {a_thing(sort)} stand where its name is to stand", (key,), cure)
            return None
        return found

    def _things(self, plural: Mapping[Sort, Mapping[str, object] | None]) -> Iterable[ThingSaid]:
        for sort, key in PLURALS.items():
            for name, facts in (plural[sort] or {}).items():
                yield self._thing(sort, name, facts, (key, name))

    def _short(self, top: Mapping[str, object]) -> Iterable[ThingSaid]:
        """The shorthand: the one act is about the one item, unless it says what it is about."""
        if top.get("item") is not None:
            yield self._thing(Sort.ITEM, SHORT_ITEM, top["item"], ("item",))
        if top.get("act") is None:
            return
        act = self._thing(Sort.ACT, SHORT_ACT, top["act"], ("act",))
        about = self._facts.get((Sort.ACT, "items"))
        if top.get("item") is not None and about and not any(fact.name == "items" for fact in act.facts):
            kind = next((fact.values[0].word for fact in act.facts if fact.name == "kind"), "")
            if not about.acts or kind in about.acts:
                place = ("act", "items")
                act = act._replace(facts=(*act.facts, FactSaid("items", (Said(SHORT_ITEM, place),), place)))
        yield act

    def _thing(self, sort: Sort, name: str, given: object, path: Path) -> ThingSaid:
        facts: list[FactSaid] = []
        refused: set[str] = set()
        screened: tuple[tuple[Said, Said], ...] = ()
        complete: tuple[Said, ...] = ()
        found = self._shape.mapping(given, path)
        for key, value in (found or {}).items():
            place = (*path, key)
            if key == "complete":
                complete = self._shape.texts(value, place)
            elif key == "screened" and sort is Sort.PARTY and value is not None:
                every = [self._screened(each, where) for each, where in each_of(value, place)]
                screened = tuple(one for one in every if one)
            elif values := self._values(sort, key, value, place):
                facts.append(FactSaid(key, values, place))
            else:
                refused.add(key)
        return ThingSaid(
            sort, name, tuple(facts), path, screened, complete, frozenset(refused) if found is not None else None
        )

    def _screened(self, given: object, path: Path) -> tuple[Said, Said] | None:
        keys = ("value", "on")
        found = self._shape.mapping(given, path, keys, required=keys) or {}
        on, day = (self._shape.text(found[key], (*path, key)) if key in found else None for key in keys)
        return (on, day) if on and day else None

    def _values(self, sort: Sort, fact: str, given: object, path: Path) -> tuple[Said, ...]:
        """Return what is said of a fact; empty where all of it is refused."""
        if given is None:
            return (Said(UNKNOWN, path),)
        if isinstance(given, list | tuple) and not given:
            return (Said(NONE, path),)
        values = (self._value(sort, fact, each, where) for each, where in each_of(given, path))
        return tuple(value for value in values if value)

    def _value(self, sort: Sort, fact: str, given: object, path: Path) -> Said | None:
        """One value: text, or `{"value": …, "since": …, "until": …}` where it is dated; a list may be `by` a notice."""
        if isinstance(given, str) or not isinstance(given, Mapping):
            return self._plain(sort, fact, given, path)
        if not {key.lower() for key in given if isinstance(key, str)} & {"value", "by", "since", "until"}:
            cure = "write the value as text" + (", such as `2 x magnet`" if fact == "parts" else "")
            self._shape.refuse(f"a mapping is no value of `{fact}`", path, f"{cure}; several stand in a list")
            return None
        found = self._shape.mapping(given, path, ("value", "by", "since", "until"), required=("value",)) or {}
        value = self._plain(sort, fact, found["value"], (*path, "value")) if "value" in found else None
        others = (self._shape.optional(found, key, path) for key in ("by", "since", "until"))
        by, since, until = (each.word if each else "" for each in others)
        return value._replace(since=since, until=until, by=by) if value else None

    def _plain(self, sort: Sort, fact: str, given: object, path: Path) -> Said | None:
        declared = self._facts.get((sort, fact))
        is_text = fact in _QUOTED if declared is None else declared.type is FactType.TEXT
        if isinstance(given, str):  # most values are; so what numbers and dates need is not asked of them
            text = self._shape.text(given, path)
            return text._replace(quoted=True) if text and is_text else text
        if isinstance(given, bool):
            yes_no = declared is None or declared.type is FactType.YES_NO
            return Said(("no", "yes")[given] if yes_no else shown(given).strip("`"), path)
        if isinstance(given, int | float | Decimal | Fraction) and not is_text:
            return self._number(declared, given, path)
        return self._shape.text(given, path)

    def _number(self, declared: Fact | None, given: float | Decimal | Fraction, path: Path) -> Said | None:
        """A number says how much where its unit is a count; elsewhere it lacks its unit, and a float may not be exact."""
        number = exact(given)
        measured = declared is not None and declared.type in (FactType.QUANTITY, FactType.MONEY)
        if declared is None or not measured:
            return Said(shown(given).strip("`"), path)
        if number is not None and self._is_count(declared.unit):
            return Said(f"{decimal(number)} {declared.unit}", path)
        units = fitting(declared, self._units)[:_FEW]
        words = shown(given).strip("`") if number is not None else "14"
        cure = f"write it as text: {quoted((f'{words} {unit}' for unit in units), 'or')}"
        if number is not None:
            self._shape.refuse(f"{shown(given)} is a number without a unit", path, cure)
        elif isinstance(given, float) and given == given and abs(given) != float("inf"):  # noqa: PLR0124
            cure = f"write the figure as text, such as {quoted((f'{given} {unit}' for unit in units), 'or')}"
            self._shape.refuse(f"{shown(given)} is a number that may not be exact", path, cure)
        else:
            self._shape.refuse(f"{shown(given)} is no figure", path, cure.replace("text:", "text, such as"))
        return None

    def _is_count(self, unit: str) -> bool:
        return unit in self._units and self._units[unit].dimension.endswith("count")

    def _stakes(self, given: object) -> Iterable[StakeSaid]:
        keys = ("owner", "held", "share", "interest")
        for each, path in each_of(given, ("stakes",)) if given is not None else ():
            found = self._shape.mapping(each, path, (*keys, "since", "until"), required=keys) or {}
            said = [
                self._share(found[key], (*path, key)) if key == "share" else self._shape.text(found[key], (*path, key))
                for key in keys
                if key in found
            ]
            dates = (self._shape.optional(found, key, path) for key in ("since", "until"))
            since, until = (date.word if date else "" for date in dates)
            whole = [one for one in said if one]
            if len(whole) == len(keys):
                owner, held, share, interest = whole
                yield StakeSaid(owner, held, share._replace(since=since, until=until), interest, path)

    def _share(self, given: object, path: Path) -> Said | None:
        if isinstance(given, int | float | Decimal | Fraction) and not isinstance(given, bool):
            self._shape.refuse(f"{shown(given)} is a number without a unit", path, "write it as text, such as `51 %`")
            return None
        return self._shape.text(given, path)

    def _licence(self, name: str, given: object) -> LicenceSaid:
        path = ("licences", name)
        found = self._shape.mapping(given, path) or {}
        facts = (
            FactSaid(key, self._shape.texts(value, (*path, key)), (*path, key))
            for key, value in found.items()
            if key not in ("since", "until") and value is not None
        )
        dates = (self._shape.optional(found, key, path) for key in ("since", "until"))
        since, until = (date.word if date else "" for date in dates)
        return LicenceSaid(name, tuple(fact for fact in facts if fact.values), path, since, until)


def _less(found: Mapping[str, object] | None, given: object) -> bool:
    """Whether some of what is given could not be read."""
    return found is None or (isinstance(given, Mapping) and len(found) < len(given))
