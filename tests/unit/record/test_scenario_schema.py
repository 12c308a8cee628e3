"""The published schema of scenarios: every bundled scenario fits it, and a mapping of another shape does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pycontrol import Policy
from pycontrol.facts import to_mapping
from pycontrol.policy import bundled
from pycontrol.record import scenario_schema

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "schema" / "scenario.schema.json"
PUBLISHED: dict[str, Any] = msgspec.json.decode(SCHEMA.read_text("utf-8"))
TYPES = {"string": str, "integer": int, "boolean": bool, "null": type(None), "object": dict, "array": list}
ACT = {"kind": "movement", "on": "2026-01-01", "state": "planned"}


def fits(given: object, schema: dict[str, Any]) -> bool:
    """As much of JSON Schema as the published one needs."""
    return all(_checks(given, schema))


def _checks(given: object, schema: dict[str, Any]) -> Iterator[bool]:
    known = {"anyOf", "type", "pattern", "items", "properties", "additionalProperties", "propertyNames", "required"}
    assert not schema.keys() - known - {"description", "title", "$defs", "$ref"}, schema.keys()
    if "$ref" in schema:
        yield fits(given, PUBLISHED["$defs"][schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema:
        yield any(fits(given, one) for one in schema["anyOf"])
    if "type" in schema:
        yield isinstance(given, TYPES[schema["type"]]) and (schema["type"] == "boolean" or not isinstance(given, bool))
    if isinstance(given, str) and "pattern" in schema:
        yield re.search(schema["pattern"], given) is not None
    if isinstance(given, list):
        yield from (fits(each, schema.get("items", {})) for each in given)
    if isinstance(given, dict):
        yield set(schema.get("required", ())) <= given.keys()
        others = schema.get("additionalProperties", True)
        for key, value in given.items():
            yield fits(key, schema.get("propertyNames", {}))
            own = schema.get("properties", {}).get(key, others)
            yield own if isinstance(own, bool) else fits(value, own)


def test_the_published_schema_is_made_by_the_code() -> None:
    cure = "run `python -m pycontrol.record scenario` and read the difference"
    assert SCHEMA.read_text("utf-8") == scenario_schema(), cure


def test_every_bundled_scenario_fits() -> None:
    policy, asked = Policy.load(), 0
    for file in sorted(bundled("scenarios").rglob("*.scenario")):
        for scenario in policy.scenarios(file):
            mapping = msgspec.to_builtins(to_mapping(scenario))
            assert fits(mapping, PUBLISHED), scenario.name
            asked += 1
    assert asked > 100


@pytest.mark.parametrize(
    "mapping",
    [
        {"acts": {"ship": ACT}, "parties": None, "asked": "2026-01-01", "expect": []},
        {"act": ACT, "item": {"substance": "ndfeb", "value": "310 EUR", "parts": ["2 x magnet"], "layers": 200}},
        {"acts": {"ship": ACT | {"knows": True, "node": None, "items": []}}},
        {"acts": {"ship": {"kind": "movement", "at": "2026-01-01 10:00", "state": "done"}}},
        {"parties": {"p": {"listed": {"value": "watch", "by": "n"}, "screened": [{"value": "l", "on": "2026-01-01"}]}}},
    ],
)
def test_what_fits(mapping: object) -> None:
    assert fits(mapping, PUBLISHED)


@pytest.mark.parametrize(
    "mapping",
    [
        5,
        [],
        {"act": 5},
        {"partys": {}},
        {"acts": ["ship"]},
        {"acts": {"ship": {"kind": "movement", "on": "2026-01-01"}}},
        {"acts": {"ship": {"kind": "movement", "state": "done"}}},
        {"acts": {"a b": ACT}},
        {"acts": {"ship": ACT | {"node": 0.5}}},
        {"acts": {"ship": ACT | {"node": [["14 nm"]]}}},
        {"acts": {"ship": ACT | {"node": {"value": "14 nm", "unit": "nm"}}}},
        {"acts": {"ship": ACT | {"node": {"since": "2026-01-01"}}}},
        {"parties": {"p": {"name": ""}}},
        {"parties": {"p": {"name": "a\nb"}}},
        {"asked": "2026-2-3"},
        {"stakes": [{"owner": "a"}]},
        {"stakes": [{"owner": "a", "held": "b", "share": 51, "interest": "equity"}]},
        {"licences": {"l": {"knd": "dual-use"}}},
        {"take": ["movement"]},
        {"complete": {"licences": True}},
    ],
)
def test_what_does_not(mapping: object) -> None:
    assert not fits(mapping, PUBLISHED)
