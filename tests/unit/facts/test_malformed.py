"""Mappings of any other shape: nothing but the product's own refusal escapes, one for each thing that is wrong."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from pycontrol.diagnostics import Refused
from pycontrol.facts import from_mapping
from tests.unit.facts.small_law import LAW
from tests.unit.facts.test_mappings import ACTS, with_act

P = {"p": {"established-in": "AT"}}
STAKE = {"owner": "p", "held": "q", "share": "51 %", "interest": "equity"}
PQ = {"p": {}, "q": {}}


def nested(depth: int) -> dict[str, object]:
    found: dict[str, object] = {}
    for _ in range(depth):
        found = {"value": found}
    return found


def with_party(**facts: object) -> dict[str, object]:
    return ACTS | {"parties": {"p": {name.replace("_", "-"): value for name, value in facts.items()}}}


ENDLESS: list[object] = []
ENDLESS.append(ENDLESS)

ONE_REFUSAL: list[tuple[object, str]] = [
    (5, "F119"),
    (None, "F119"),
    ([], "F119"),
    (True, "F119"),
    ({"acts": None}, "F118"),
    ({"acts": []}, "F119 acts"),
    ({"acts": "ship"}, "F119 acts"),
    ({"acts": {"ship": 5}}, "F119 acts.ship"),
    ({"acts": {1: ACTS["acts"]}}, "F119 acts"),
    ({"acts": {"a b": with_act()["acts"]["ship"]}}, 'F121 acts["a b"]'),  # type: ignore[index]
    ({"acts": {"\ud800": with_act()["acts"]["ship"]}}, "F121"),  # type: ignore[index]
    ({"act": 5}, "F119 act"),
    ({"Acts": ACTS["acts"]}, "F119"),
    (ACTS | {"foo": 1}, "F119"),
    (with_act(kind=None), "F109 acts.ship"),
    (with_act(kind=[]), "F109 acts.ship"),
    (with_act(kind=""), "F121 acts.ship.kind"),
    (with_act(kind=["movement", "help"]), "F110 acts.ship.kind[1]"),
    (with_act(kind=5), "F106 acts.ship.kind"),
    (with_act(kind=True), "F106 acts.ship.kind"),
    (with_act(kind="movment"), "F106 acts.ship.kind"),
    (with_act(kind=dt.datetime(2026, 1, 1)), "F119 acts.ship.kind"),  # noqa: DTZ001
    (with_act(on=None), "F109 acts.ship"),
    (with_act(on=[]), "F109 acts.ship"),
    (with_act(on=5), "F121 acts.ship.on"),
    (with_act(on=1.5), "F121 acts.ship.on"),
    (with_act(on=20260101), "F121 acts.ship.on"),
    (with_act(on=dt.datetime(2026, 1, 1, 10)), "F119 acts.ship.on"),  # noqa: DTZ001
    (with_act(on=dt.time(1, 1)), "F119 acts.ship.on"),
    (with_act(on={"value": "2026-01-01", "since": "2026-01-01"}), "F120 acts.ship.on.value"),
    (with_act(on=["2026-01-01", "2026-01-02"]), "F109 acts.ship"),
    (with_act(at="2026-01-01 10:00"), "F109 acts.ship"),
    (with_act(node=14), "F119 acts.ship.node"),
    (with_act(node=14.0), "F119 acts.ship.node"),
    (with_act(node=float("nan")), "F119 acts.ship.node"),
    (with_act(node=float("inf")), "F119 acts.ship.node"),
    (with_act(node=Decimal(14)), "F119 acts.ship.node"),
    (with_act(node=Decimal("NaN")), "F119 acts.ship.node"),
    (with_act(node=Decimal("1e99999")), "F119 acts.ship.node"),
    (with_act(node=Fraction(1, 3)), "F119 acts.ship.node"),
    (with_act(node=10**5000), "F119 acts.ship.node"),
    (with_act(node=f"{'9' * 5000} nm"), "F102 acts.ship.node"),
    (with_act(node="x" * 100_000), "F102 acts.ship.node"),
    (with_act(node="\ud800"), "F121 acts.ship.node"),
    (with_act(node=True), "F102 acts.ship.node"),
    (with_act(node=["14 nm", "15 nm"]), "F110 acts.ship.node[1]"),
    (with_act(node=nested(5000)), "F119 acts.ship.node.value"),
    (with_act(node=ENDLESS), "F119 acts.ship.node[0]"),
    (with_act(node=b"14 nm"), "F119 acts.ship.node"),
    (with_act(node=object()), "F119 acts.ship.node"),
    (with_act(node={"value": "14 nm", "unit": "nm"}), "F119 acts.ship.node"),
    (with_act(node={"since": "2026-01-01"}), "F119 acts.ship.node"),
    (with_act(layers=1.0), "F119 acts.ship.layers"),
    (with_act(**{"from": 5}), "F102 acts.ship.from"),
    (with_act(**{"from": ["AT", "BE"]}), "F110 acts.ship.from[1]"),
    (with_act(end_user="p"), "F108 acts.ship.end-user"),
    (with_act(end_user=5) | {"parties": P}, "F108 acts.ship.end-user"),
    (with_act(end_user="p") | {"parties": ["p"]}, "F119 parties"),
    (with_act(end_user="p") | {"partys": P}, "F119"),
    (with_act(items="coil") | {"items": 5}, "F119 items"),
    (with_act(items="coil") | {"items": {"coil": []}}, "F119 items.coil"),
    (ACTS | {"items": {"coil": {"value": Decimal("5.50")}}}, "F119 items.coil.value"),
    (ACTS | {"stakes": 5}, "F119 stakes"),
    (ACTS | {"stakes": [None]}, "F119 stakes[0]"),
    (ACTS | {"parties": PQ, "stakes": [STAKE | {"share": 51}]}, "F119 stakes[0].share"),
    (ACTS | {"parties": PQ, "stakes": [STAKE | {"share": 0.51}]}, "F119 stakes[0].share"),
    (ACTS | {"parties": PQ, "stakes": [STAKE | {"owner": 5}]}, "F119 stakes[0].owner"),
    (ACTS | {"licences": ["l"]}, "F119 licences"),
    (ACTS | {"licences": {"l": 5}}, "F119 licences.l"),
    (ACTS | {"licences": {"l": {"knd": "dual-use"}}}, "F101 licences.l.knd"),
    (ACTS | {"licences": {"l": {"since": 5}}}, "F119 licences.l.since"),
    (ACTS | {"take": ["notice-date"]}, "F119 take"),
    (ACTS | {"take": {"notice-date": None}}, "F119 take.notice-date"),
    (ACTS | {"complete": {"licences": True}}, "F119 complete"),
    (ACTS | {"expect": 5}, "F119 expect"),
    (ACTS | {"asked": 5}, "F119 asked"),
    (ACTS | {"regimes": 5}, "F119 regimes"),
    (ACTS | {"scenario": "\udfff"}, "F121 scenario"),
    (with_party(name=5), "F119 parties.p.name"),
    (with_party(listed=[]), "F114 parties.p.listed"),
    (with_party(listed={"value": "watch", "by": 5}), "F119 parties.p.listed.by"),
    (with_party(screened={"value": "watch"}), "F119 parties.p.screened"),
    (with_party(citizen_of={"value": "AT", "since": 5}), "F119 parties.p.citizen-of.since"),
    (with_party(complete=5), "F119 parties.p.complete"),
]


@pytest.mark.parametrize(("given", "told"), ONE_REFUSAL, ids=range(len(ONE_REFUSAL)))
def test_one_thing_wrong_is_one_refusal(given: object, told: str) -> None:
    with pytest.raises(Refused) as caught:
        from_mapping(given, LAW)  # type: ignore[arg-type]
    (found,) = caught.value.diagnostics
    code, _, place = told.partition(" ")
    assert found.code == code, found
    assert not place or found.message.endswith(f", in `{place}`"), found.message
    assert found.help
    words = f"{found.message} {found.help}"
    assert len(words) < 500
    words.encode("utf-8")
    assert not any(word in words for word in ("None", "True", "Decimal", "object", "datetime", "dict"))


def test_all_that_is_wrong_is_told_at_once() -> None:
    given = with_act(nod="14 nm", node=14, end_user="q", on="2026-2-3") | {"parties": P, "asked": 5}
    with pytest.raises(Refused) as caught:
        from_mapping(given, LAW)
    assert sorted(each.code for each in caught.value.diagnostics) == ["F101", "F108", "F119", "F119", "F121"]


def test_what_python_says_exactly_is_taken() -> None:
    for layers in (200, Decimal(200), Fraction(200)):
        found = from_mapping(with_act(on=dt.date(2026, 1, 1), layers=layers), LAW)
        assert found == from_mapping(with_act(on="2026-01-01", layers="200 layers"), LAW)


def test_a_percent_sign_needs_no_space() -> None:
    given = ACTS | {"parties": PQ, "stakes": [STAKE | {"share": "51%"}]}
    assert from_mapping(given, LAW) == from_mapping(ACTS | {"parties": PQ, "stakes": [STAKE]}, LAW)


def test_what_is_null_is_not_stated() -> None:
    plain = from_mapping(ACTS | {"parties": {"p": {}}}, LAW)
    assert (
        from_mapping(with_party(listed=None, screened=None, name=None) | {"stakes": None, "item": None}, LAW) == plain
    )
