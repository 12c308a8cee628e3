"""Scenarios as mappings: what is read, and what is refused, as it is in files."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pycontrol.diagnostics import Diagnostic, Refused
from pycontrol.facts import from_mapping, to_mapping
from pycontrol.law.model import Quantity
from tests.unit.facts.small_law import LAW
from tests.unit.facts.test_building import ACT, refused

WORDS = [
    *"scenario note asked parties items acts act item stakes licences complete assume-not assume-in-force take expect kind on at state name listed screened value by since until owner held share interest parts owners end-use node p q none unknown yes no movement help planned done 2026-01-01 watch chips equity knowledge order-1 notice-1 notice-date late".split(),
    "14 nm",
    "51 %",
    "310 EUR",
    "2 x p",
    "this-item",
    "2026-01-01 10:00",
]


def refused_mapping(mapping: dict[str, object]) -> list[Diagnostic]:
    with pytest.raises(Refused) as error:
        from_mapping(mapping, LAW)
    return list(error.value.diagnostics)


def test_the_shorthand() -> None:
    found = from_mapping(
        {
            "act": {"kind": "movement", "on": "2026-01-01", "state": "planned", "from": "AT", "layers": 256},
            "item": {"value": "310 EUR", "parts": "2 x magnet"},
            "items": {"magnet": {"parts": []}},
        },
        LAW,
    )
    (act,) = found.acts
    assert act.entity.facts["items"][0].value == "this-item"
    assert act.entity.facts["layers"][0].value == Quantity(Fraction(256), "layers")
    assert found.items["this-item"].facts["parts"][0].count == 2
    assert found.items["magnet"].facts["parts"] == ()
    assert found.span is None


def test_the_shorthand_of_an_act_without_items() -> None:
    found = from_mapping({"act": {"kind": "help", "on": dt.date(2026, 1, 1), "state": "done"}, "item": {}}, LAW)
    assert "items" not in found.acts[0].entity.facts


ACTS = {"acts": {"ship": {"kind": "movement", "on": "2026-01-01", "state": "planned"}}}


def with_act(**facts: object) -> dict[str, object]:
    return {"acts": {"ship": {**ACTS["acts"]["ship"], **{key.replace("_", "-"): each for key, each in facts.items()}}}}


def test_yes_no_null_and_dates_in_a_mapping() -> None:
    found = from_mapping(
        with_act(knows=True, suspects=None)
        | {
            "parties": {
                "p": {
                    "name": "none",
                    "citizen-of": [{"value": "CN", "until": "2025-06-01"}, "KR"],
                    "screened": {"value": "watch", "on": "2026-01-01"},
                    "listed": {"value": "watch", "since": "2026-02-01"},
                }
            }
        },
        LAW,
    )
    facts = found.acts[0].entity.facts
    assert facts["knows"][0].value == "yes"
    assert "suspects" not in facts
    assert found.names["p"].names == ("none",)
    assert found.parties["p"].facts["citizen-of"][0].until == dt.date(2025, 6, 1)


@pytest.mark.parametrize(
    ("mapping", "code", "message", "cure"),
    [
        (with_act(nod="14 nm"), "F101", "unknown fact `nod` of an act, in `acts.ship.nod`", "did you mean `node`?"),
        (with_act(node=14), "F119", "`14` is a number without a unit, in `acts.ship.node`", "write it as text"),
        (with_act(node=0.5), "F119", "`0.5` is a number that may not be exact", "as text, such as `0.5 nm`"),
        (with_act(layers=1.0), "F119", "`1.0` is a number that may not be exact", "as text, such as `1.0 layers`"),
        (with_act(end_use=["chips", "chip"]), "F106", "in `acts.ship.end-use[1]`", "did you mean `chips`?"),
        (with_act(knows=[]), "F102", "`knows` is `yes` or `no`, not `none`", "write `no`"),
        (with_act(from_={"at": "AT"}), "F119", "a mapping is no value", "write the value as text"),
        (ACTS | {"itmes": {}}, "F119", "unknown key `itmes`", "did you mean `items`"),
        (ACTS | {"items": ["coil"]}, "F119", "a list is no mapping, in `items`", "in braces"),
        (
            ACTS | {"stakes": [{"owner": "a"}]},
            "F119",
            "`held`, `share` and `interest` missing",
            '{"owner": …, "held": …,',
        ),
        (
            {"acts": {"kind": "help", "state": "done"}},
            "F119",
            "the facts of an act stand where its name is to stand, in `acts`",
            'write `{"acts": {"NAME": {…}}}`; the only act of a case stands at `act`, without a name',
        ),
        (ACTS | {"items": {"big coil": {}}}, "F121", "`big coil` cannot be a name", "did you mean `big-coil`?"),
        (ACTS | {"items": {"big_coil": {}}}, "F121", "`big_coil` cannot be a name", "did you mean `big-coil`?"),
        (ACTS | {"items": {"线圈": {}}}, "F121", "`线圈` cannot be a name", "begin with a letter from a to z"),
        (ACTS | {"parties": {"某公司": {}}}, "F121", "`某公司` cannot be a name", "as lists print it stands at `name`"),
        (
            with_act(**{"from": "AT "}),
            "F102",
            "`from` is a place, not `AT `",
            "write its code in capital letters: `AT`",
        ),
        (ACTS | {"parties": {"p": {"name": "a\nb"}}}, "F121", "`a b` is written on several lines", "one line"),
        (
            ACTS | {"parties": {"p": {"name": ""}}},
            "F121",
            "a text is empty, in `parties.p.name`",
            "leave its key out",
        ),
        (ACTS | {"scenario": " "}, "F121", "a text is empty, in `scenario`", "leave its key out"),
        (ACTS | {"asked": "2026-02-30"}, "F121", "there is no day `2026-02-30`, in `asked`", "has 28 days"),
        (ACTS | {"asked": "20260201"}, "F121", "there is no day `20260201`", "did you mean `2026-02-01`?"),
        ({"act": {"kind": "help", "at": "2026-01-01 25:00", "state": "done"}}, "F121", "no time `25:00`", "`13:01`"),
        ({"act": {"kind": "help", "at": "2026-01-01", "state": "done"}}, "F121", "has a day without a time", "13:01`"),
        ({}, "F118", 'the scenario "unnamed" has no act', "state at least one"),
    ],
)
def test_what_is_refused_in_a_mapping(mapping: dict[str, object], code: str, message: str, cure: str) -> None:
    found = [each for each in refused_mapping(mapping) if each.code == code and message in each.message]
    assert len(found) == 1, refused_mapping(mapping)
    assert cure in found[0].help
    assert found[0].primary is None


def test_files_and_mappings_refuse_alike() -> None:
    in_file = refused(ACT + "node 14 EUR end-use chip turnover 5 %\nparty p citizen-of AT, AT")
    mapping = with_act(node="14 EUR", end_use="chip", turnover="5 %") | {"parties": {"p": {"citizen-of": ["AT", "AT"]}}}
    in_mapping = refused_mapping(mapping)
    assert [each.code for each in in_file] == [each.code for each in in_mapping]
    assert [each.message for each in in_file] == [each.message.partition(", in `")[0] for each in in_mapping]


# A fixed alphabet: for any other one, Hypothesis first builds its table of Unicode, in the middle of an example.
LETTERS = "aZ09-_./%*:`'\"\\ \t\n\r\0\x1b\x85\u00e9\u0663\u202e\u2028\u4e2d\U0001f600"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(WORDS) | st.text(LETTERS, max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(WORDS), json_values, max_size=6))
def test_a_mapping_of_any_shape_is_read_or_refused(mapping: dict[str, object]) -> None:
    try:
        found = from_mapping(mapping, LAW)
    except Refused:
        return
    assert from_mapping(to_mapping(found), LAW) == found
