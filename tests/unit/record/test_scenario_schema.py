"""The published schema of scenarios: a mapping of another shape does not fit it."""

from __future__ import annotations

import pytest

from pycontrol.record import scenario_schema
from tests.corpus.schema import PUBLISHED, SCHEMA, fits

ACT = {"kind": "movement", "on": "2026-01-01", "state": "planned"}


def test_the_published_schema_is_made_by_the_code() -> None:
    cure = "run `python -m pycontrol.record scenario` and read the difference"
    assert SCHEMA.read_text("utf-8") == scenario_schema(), cure


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
