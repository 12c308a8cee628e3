"""The published schema of a scenario as a mapping: `docs/schema/scenario.schema.json`.

The shape is ours and stands here; which facts, choices and units there are is the vocabulary's: `pycontrol facts --format
json`. What a shape cannot say (that a party exists, that a unit fits) is refused when the scenario is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from pycontrol.facts.scenario import LICENCE_FACTS

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, object]

_NULL: Schema = {"type": "null"}


def _text(pattern: str, description: str) -> Schema:
    return {"type": "string", "pattern": pattern, "description": description}


def _of(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _any(*some: Schema) -> Schema:
    return {"anyOf": list(some)}


def _list(one: Schema) -> Schema:
    return {"type": "array", "items": one}


def _named(each: Schema) -> Schema:
    return {"type": "object", "propertyNames": _of("name"), "additionalProperties": each}


def _fixed(description: str, keys: Mapping[str, Schema], *required: str) -> Schema:
    """A mapping with these keys and no others; `null` stands for what is not said, where it is not required."""
    properties = {key: one if key in required else _any(one, _NULL) for key, one in keys.items()}
    found: Schema = {"type": "object", "description": description, "properties": properties}
    return found | {"required": list(required), "additionalProperties": False}


_DATES = {"since": _of("day"), "until": _of("day")}
_ACT_STATES: Schema = {"required": ["kind", "state"], "anyOf": [{"required": ["on"]}, {"required": ["at"]}]}

_DEFS: dict[str, Schema] = {
    "words": _text(r"^[^\n\r]*\S[^\n\r]*$", "Words on one line. Amounts are text with their unit: `14 nm`, `310 EUR`."),
    "name": _text(r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$", "A name in kebab-case."),
    "day": _text(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "A day: year-month-day."),
    "share": _text(r"^[0-9]+([./][0-9]+)?\s+\S+$", "A share of a whole: `51 %`."),
    "texts": _any(_of("words"), _list(_of("words"))) | {"description": "One text, or a list of them."},
    "stated": _fixed(
        "A value with its dates, with the notice of a list or, under `screened`, with the day on which the list was seen.",
        {"value": _any(_of("words"), {"type": "integer"}), **_DATES, "by": _of("words"), "on": _of("day")},
        "value",
    ),
    "value": _any(_of("words"), {"type": "integer"}, {"type": "boolean"}, _of("stated")),
    "facts": {
        "description": "Facts by their names: `null` is not stated, an empty list is none. `complete` names open facts "
        "of which all are stated; of a party, `screened` names lists on which it was sought and not found.",
        "type": "object",
        "additionalProperties": _any(_of("value"), _list(_of("value")), _NULL),
    },
    "act": _of("facts")
    | _ACT_STATES
    | {"description": "The facts of an act: at least its kind, its day and its state."},
    "stake": _fixed(
        "What one party holds in another.",
        {"owner": _of("name"), "held": _of("name"), "share": _of("share"), "interest": _of("words"), **_DATES},
        "owner",
        "held",
        "share",
        "interest",
    ),
    "licence": _fixed(
        "A licence held. What it does not state is unknown.",
        {key: _of("texts") for key in LICENCE_FACTS} | _DATES,
    ),
}

_KEYS: dict[str, Schema] = {
    "scenario": _of("words") | {"description": "The name of the case."},
    "note": _of("words"),
    "asked": _of("day") | {"description": "The day asked about; else that of the last act."},
    "regimes": _of("texts") | {"description": "The legal orders asked of; else all."},
    "parties": _named(_any(_of("facts"), _NULL)),
    "items": _named(_any(_of("facts"), _NULL)),
    "acts": _named(_of("act")),
    "act": _of("act") | {"description": "The only act of the case, without a name; it is about `item`."},
    "item": _of("facts") | {"description": "The only item of the case, without a name."},
    "stakes": _any(_of("stake"), _list(_of("stake"))),
    "licences": _named(_any(_of("licence"), _NULL)),
    "complete": _of("texts") | {"description": "`licences` or `events`, where those stated are all there were."},
    "assume-not": _of("texts") | {"description": "Yes-no facts, or groups of them, closed to no where not stated."},
    "assume-in-force": _of("texts") | {"description": "Instruments taken to operate."},
    "take": _named(_of("words")) | {"description": "For each reading the value that is taken."},
    "expect": _of("texts") | {"description": "The lines of the answer, as `determine --format expect` prints them."},
}


def scenario_schema() -> str:
    """Return the JSON Schema of a scenario, as published in `docs/schema/`."""
    found = _fixed("One case. At least one act, or an item and `asked`.", _KEYS)
    whole = found | {"title": "A scenario of pycontrol", "$defs": _DEFS}
    return msgspec.json.format(msgspec.json.encode(whole, order="sorted"), indent=2).decode() + "\n"
