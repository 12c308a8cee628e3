"""Scenarios written out and read again; forms."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pycontrol.diagnostics import Source
from pycontrol.facts import empty_form, facts_table, from_mapping, from_syntax, to_mapping, to_text
from pycontrol.facts.amounts import decimal
from pycontrol.facts.scenario import Entity, OnList, Scenario
from pycontrol.syntax import parse_scenarios
from tests.unit.facts.small_law import LAW, VOCABULARY

MAPPING = {
    "scenario": 'a "quoted" name \\ with a slash',
    "note": "words",
    "asked": "2026-11-12",
    "regimes": ["order"],
    "parties": {
        "maker": {
            "name": ["Maker GmbH", "制造商"],
            "listed": {"value": "watch", "since": "2026-02-24"},
            "screened": {"value": "watch", "on": "2025-10-20"},
            "established-in": "AT",
            "citizen-of": [{"value": "CN", "since": "2024-01-01", "until": "2025-06-01"}, {"value": "KR"}],
            "motto": "none",
            "complete": ["owners"],
        },
        "agent": {
            "listed": [
                {"value": "watch", "by": "notice-2"},
                {"value": "watch", "by": "notice-1", "until": "2026-01-01"},
            ]
        },
        "buyer": {"listed": "watch", "owners": [], "branch-of": "maker", "motto": "-- no comment"},
    },
    "items": {
        "coil": {"value": "1/3 EUR", "parts": ["2 x magnet", "0.5 x housing"], "complete": ["parts"]},
        "magnet": {"substance": "dysprosium", "value": "310.25 EUR"},
        "housing": {},
    },
    "acts": {
        "ship": {"at": "2026-11-13 13:01", "kind": "movement", "state": "planned", "items": "coil", "node": "0.014 um"},
        "mail": {"on": "2026-11-20", "kind": "report", "state": "done", "fulfils": "ship", "knows": "no"},
    },
    "stakes": [{"owner": "maker", "held": "buyer", "share": "100/3 %", "interest": "seats", "since": "2020-01-01"}],
    "licences": {
        "l-1": {"kind": "dual-use", "holder": "maker", "items": ["coil", "magnet"], "end-users": "buyer"},
        "l-2": {"end-uses": "chips", "since": "2026-01-01", "until": "2026-12-31"},
    },
    "complete": ["events", "licences"],
    "assume-not": ["knowledge"],
    "assume-in-force": ["order-1"],
    "take": {"notice-date": "late"},
    "expect": ['line "one"', "line two"],
}


def from_text(text: str) -> Scenario:
    (found,) = from_syntax(parse_scenarios(Source("case.scenario", text)), LAW)
    return found


def bare(case: Scenario) -> Scenario:
    """The scenario without its places."""

    def entity(one: Entity) -> Entity:
        facts = {name: tuple(replace(each, span=None) for each in values) for name, values in one.facts.items()}
        return replace(one, facts=facts, span=None)

    return replace(
        case,
        acts=tuple(replace(act, entity=entity(act.entity)) for act in case.acts),
        parties={name: entity(party) for name, party in case.parties.items()},
        items={name: entity(item) for name, item in case.items.items()},
        stakes=tuple(replace(stake, span=None) for stake in case.stakes),
        licences=tuple(replace(licence, span=None) for licence in case.licences),
        expected=None if case.expected is None else tuple(replace(line, span=None) for line in case.expected),
        span=None,
    )


def test_a_mapping_comes_back_the_same() -> None:
    case = from_mapping(MAPPING, LAW)
    written = to_mapping(case)
    assert from_mapping(written, LAW) == case
    assert from_mapping(json.loads(json.dumps(written)), LAW) == case


def test_text_comes_back_the_same() -> None:
    case = from_mapping(MAPPING, LAW)
    assert bare(from_text(to_text(case))) == case
    assert to_text(from_text(to_text(case))) == to_text(case)


def test_a_mapping_reads_as_text() -> None:
    text = to_text(from_mapping(MAPPING, LAW))
    assert "    parts 2 x magnet, 0.5 x housing\n    complete parts\n" in text
    assert "  stake maker in buyer 100/3 % seats since 2020-01-01\n" in text
    assert "    node 14 nm\n" in text
    assert '    motto "none"\n' in text


@pytest.mark.parametrize("expected", [None, []])
def test_no_expectation_is_not_an_empty_one(expected: list[str] | None) -> None:
    case = from_mapping({**MAPPING, "expect": expected}, LAW)
    assert (case.expected is None) is (expected is None)
    assert from_mapping(to_mapping(case), LAW) == case
    assert bare(from_text(to_text(case))) == case


# A fixed alphabet: for any other one, Hypothesis first builds its table of Unicode, in the middle of an example.
LETTERS = "aZ09-_./%*:,`'\"\\ {}()\u00e9\u0663\u00a0\u202e\ufeff\u4e2d\U0001f600"


@given(st.text(LETTERS, min_size=1).filter(lambda words: words.strip()))
def test_any_words_come_back(words: str) -> None:
    act = {"kind": "help", "on": "2026-01-01", "state": "done"}
    case = from_mapping({"scenario": words, "act": act, "parties": {"p": {"name": words, "motto": words}}}, LAW)
    assert bare(from_text(to_text(case))) == case
    assert from_mapping(to_mapping(case), LAW) == case


def test_every_word_of_the_grammar_can_be_a_text() -> None:
    act = {"kind": "help", "on": "2026-01-01", "state": "done"}
    for word in (
        "since",
        "until",
        "complete",
        "party",
        "x",
        "none",
        "unknown",
        "14 nm",
        "2 x p",
        "2026-01-01",
        "licences",
    ):
        case = from_mapping({"act": act, "parties": {"p": {"motto": word}}}, LAW)
        assert bare(from_text(to_text(case))) == case


@given(st.fractions())
def test_decimals_are_exact(number: Fraction) -> None:
    assert Fraction(decimal(number)) == number


def test_decimals_end_where_they_can() -> None:
    assert [decimal(Fraction(text)) for text in ("0.05", "-1/8", "310", "1/3", "100.10")] == [
        "0.05",
        "-0.125",
        "310",
        "1/3",
        "100.1",
    ]


def test_the_empty_form_is_a_scenario_file_of_comments() -> None:
    form = empty_form(VOCABULARY)
    (found,) = parse_scenarios(Source("form.scenario", form)).scenarios
    assert not found.entities
    for fact in VOCABULARY.facts.values():
        assert f"  --   {fact.name} " in form
    assert "  --   node NUMBER nm | um   -- ?\n" in form
    assert "  --   citizen-of PLACE since DAY until DAY, …   -- ?\n" in form


def test_the_form_of_one_kind_leaves_out_the_facts_of_others() -> None:
    form = empty_form(VOCABULARY, "help")
    assert "  --   from " not in form
    assert "  --   kind help " in form


def test_the_table_of_facts() -> None:
    rows = {(row.thing, row.name): row for row in facts_table(VOCABULARY)}
    node = rows["act", "node"]
    assert (node.type, node.values, node.low, node.high) == ("quantity", ("nm", "um"), "1 nm", "1000 nm")
    assert rows["act", "knows"].groups == ("knowledge",)
    assert rows["act", "from"].kinds == ("movement",)
    assert rows["item", "value"].values == ("EUR", "USD")


def test_the_day_of_a_listing_without_dates_stays_unwritten() -> None:
    case = from_mapping(MAPPING, LAW)
    assert case.names["buyer"].listed == (OnList("watch", None, None),)
    assert "    listed watch\n" in to_text(case)
