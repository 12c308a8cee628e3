"""The published schema of scenarios, and as much of JSON Schema as it needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schema" / "scenario.schema.json"
PUBLISHED: dict[str, Any] = msgspec.json.decode(SCHEMA.read_text("utf-8"))
TYPES = {"string": str, "integer": int, "boolean": bool, "null": type(None), "object": dict, "array": list}


def fits(given: object, schema: dict[str, Any]) -> bool:
    """Whether a value is of the shape that a schema asks for."""
    known = {"anyOf", "type", "pattern", "items", "properties", "additionalProperties", "propertyNames", "required"}
    assert not schema.keys() - known - {"description", "title", "$defs", "$ref"}, schema.keys()
    if "$ref" in schema and not fits(given, PUBLISHED["$defs"][schema["$ref"].rpartition("/")[2]]):
        return False
    if "anyOf" in schema and not any(fits(given, one) for one in schema["anyOf"]):
        return False
    if "type" in schema and not isinstance(given, TYPES[schema["type"]]):
        return False
    if isinstance(given, bool) and schema.get("type", "boolean") != "boolean":
        return False
    match given:
        case str():
            return re.search(schema.get("pattern", ""), given) is not None
        case list():
            return all(fits(each, schema.get("items", {})) for each in given)
        case dict():
            return set(schema.get("required", ())) <= given.keys() and all(
                _member(*one, schema) for one in given.items()
            )
        case _:
            return True


def _member(key: str, value: object, schema: dict[str, Any]) -> bool:
    own = schema.get("properties", {}).get(key, schema.get("additionalProperties", True))
    named = "propertyNames" not in schema or fits(key, schema["propertyNames"])
    return named and (own if isinstance(own, bool) else fits(value, own))
