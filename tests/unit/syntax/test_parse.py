"""What is written is what the tree says, and where."""

from __future__ import annotations

import logging
from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest
from lark import Lark, logger

from pycontrol.diagnostics import Source
from pycontrol.syntax import parse_law, parse_scenarios, read_source, tree
from pycontrol.syntax.grammar import PLACES

SAMPLES = Path(__file__).parent / "samples"

HEADER = """
announcement x-1 "One"
  regime r issued 2025-10-09 by MOFCOM articles 1 to 8 zone Asia/Shanghai checked to 2026-10-07 cite "One"
"""


def law(text: str) -> tree.LawFile:
    return parse_law(Source("given.law", text))


def instrument(body: str) -> tree.Instrument:
    (found,) = law(HEADER + body).parts
    assert isinstance(found, tree.Instrument)
    return found


def conditions(text: str) -> tuple[tree.Condition, ...]:
    (article,) = instrument(f'article 1 "A" when {text}').body
    assert isinstance(article, tree.Article)
    (when,) = article.provision.whens
    return when.conditions


def scenario(text: str) -> tree.Scenario:
    (found,) = parse_scenarios(Source("given.scenario", 'scenario "S"\n' + text)).scenarios
    return found


def test_blocks_stand_inside_what_precedes_them() -> None:
    parsed = parse_law(read_source(SAMPLES / "rare-earth.law"))
    regime, event, first, second = parsed.parts
    assert isinstance(regime, tree.Regime)
    assert isinstance(event, tree.Event)
    assert isinstance(first, tree.Instrument)
    assert isinstance(second, tree.Instrument)
    assert (first.kind.text, second.kind.text) == ("announcement", "statute")
    (annex,) = (part for part in first.body if isinstance(part, tree.Annex))
    assert [[entry.label.text for entry in part.entries] for part in annex.parts] == [["1", "2B.1-a"], ["a-4"]]
    limbs = {part.label.text: part.limbs for part in first.body if isinstance(part, tree.Article)}
    assert [limb.label.text for limb in limbs["1"]] == ["(1)", "(2)(a)"]
    (parties,) = (part for part in second.body if isinstance(part, tree.PartyList))
    assert [(len(notice.names), notice.complete) for notice in parties.notices] == [(0, True), (2, None)]


def test_spans_cover_the_words() -> None:
    text = HEADER + 'article 1 "A"\n  when act.node >= 0.1 % and\n   article 2(1) applies\n  states "so"'
    (article,) = law(text).parts[0].body  # type: ignore[union-attr]
    assert isinstance(article, tree.Article)
    compared, reference = article.provision.whens[0].conditions
    assert compared.span.text == "act.node >= 0.1 %"
    assert reference.span.text == "article 2(1) applies"
    assert (reference.span.line, reference.span.column) == (6, 4)
    assert article.span.text == text[len(HEADER) :]
    assert isinstance(compared, tree.Compared)
    assert compared.threshold.number.value == Fraction(1, 10)


def test_enumerations_nest_only_where_they_are_closed() -> None:
    (outer,) = conditions("any of (a) any of (i) x is y (ii) x is z end and v is w (b) v is u")
    assert isinstance(outer, tree.AnyOf)
    first, second = outer.alternatives
    assert [type(condition) for condition in first.conditions] == [tree.AnyOf, tree.Is]
    assert second.label.text == "(b)"


@pytest.mark.parametrize(
    ("text", "instrument_name", "path"),
    [("article 1(3)", None, "1(3)"), ("cn-ecl/12", "cn-ecl", "12"), ("cn-ecl", "cn-ecl", "")],
)
def test_citations(text: str, instrument_name: str | None, path: str) -> None:
    (condition,) = conditions(f"breach of {text} for act.serves")
    assert isinstance(condition, tree.Reference)
    assert condition.reach is not None
    cited = condition.citation
    assert (cited.instrument and cited.instrument.text, cited.path) == (instrument_name, path)
    assert cited.instrument is None or cited.instrument.span.text == instrument_name


def test_clauses_follow_each_other_in_any_order() -> None:
    (article,) = instrument(
        'article 1 "A" requires licence dual-use from 2025-12-01 when article 2 applies for an export where a is b'
    ).body
    assert isinstance(article, tree.Article)
    said = article.provision
    assert isinstance(said.norm, tree.RequiresLicence)
    assert said.norm.office is None
    assert said.starts[0].date.value == date(2025, 12, 1)
    assert said.perimeter is not None
    assert said.perimeter.term is not None
    assert said.perimeter.term.text == "export"


def test_entries_keep_codes_and_tariff_numbers_as_printed() -> None:
    (annex,) = instrument(
        'annex list "L" near within 2.5 % because "ours" entry b.2 "x" zh "人" confidence M because "y"\n'
        'code 3C902.b.2 suspected 3C901.b.2 because "z" tariff 71051020, 2805301910 when item.a is b\n'
        'entry 3 "bare" code 083201J when item.near is code'
    ).body
    assert isinstance(annex, tree.Annex)
    assert annex.tolerance is not None
    assert (annex.tolerance.share.number.value, annex.tolerance.because.en) == (Fraction(5, 2), "ours")
    first, second = annex.entries
    assert first.code is not None
    assert first.code.suspected is not None
    assert (first.label.text, first.code.printed.text, first.code.suspected.text) == ("b.2", "3C902.b.2", "3C901.b.2")
    assert [word.text for word in first.tariffs] == ["71051020", "2805301910"]
    assert second.code == tree.Code(annex.span, tree.Word(annex.span, "083201J"))


def test_ranges_and_near_misses() -> None:
    doubtful, closed, near = conditions(
        "every item.a between 1 nm and 2 nm readings ends and item.a between 1 nm and 2 nm and no item.b near list.p"
    )
    assert isinstance(doubtful, tree.Between)
    assert isinstance(closed, tree.Between)
    assert isinstance(near, tree.Near)
    assert doubtful.ends == tree.Word(doubtful.span, "ends")
    assert (doubtful.quantifier, closed.ends) == ("every", None)
    assert (near.quantifier, near.path.text, near.target.text) == ("no", "item.b", "list.p")


def test_keywords_are_names_where_they_cannot_be_keywords() -> None:
    (article,) = instrument('article 1 "A" for a notice when act.from is notice and some list is no').body
    assert isinstance(article, tree.Article)
    (act,) = scenario("act a kind report from AT to KR list b, c is yes end none when unknown").entities
    assert [fact.name.text for fact in act.facts] == ["kind", "from", "to", "list", "is", "end", "when"]


def test_values_of_facts() -> None:
    party, act = scenario(
        'party p citizen-of CN since 2024-01-01 until 2025-06-01, US name "P \\"Q\\" \\\\" screened l on 2025-10-20'
        " complete owners act a at 2025-11-10 13:01 on 2025-11-10 parts 2 x magnet node 1.5 nm complete licences"
    ).entities
    assert [value.since is None for value in party.facts[0].values] == [False, True]
    assert party.facts[1].values[0].value == tree.String(party.span, 'P "Q" \\')
    assert [name.text for name in party.complete] == ["owners"]
    moment, day, parts, node = (fact.values[0].value for fact in act.facts)
    assert isinstance(moment, tree.Moment)
    assert moment.time == time(13, 1)
    assert isinstance(day, tree.Date)
    assert isinstance(parts, tree.Pieces)
    assert isinstance(node, tree.Quantity)
    assert node.number.value == Fraction(3, 2)


def test_complete_licences_speak_of_the_whole_case() -> None:
    found = scenario("act a kind movement complete items\ncomplete licences, events")
    assert [name.text for name in found.complete] == ["licences", "events"]
    assert [name.text for name in found.entities[0].complete] == ["items"]


def test_comments_are_kept() -> None:
    parsed = law('-- one "two\nvocabulary -- three 四\nkinds of act a "'[:-1])
    assert [comment.text for comment in parsed.comments] == ['-- one "two', "-- three 四"]


@pytest.mark.parametrize("name", ["law", "scenario"])
def test_the_grammar_has_no_conflicts(name: str, caplog: pytest.LogCaptureFixture) -> None:
    logger.addHandler(caplog.handler)
    level = logger.level
    logger.setLevel(logging.DEBUG)
    try:
        Lark.open(str(PLACES[1] / f"{name}.lark"), parser="lalr", debug=True)
    finally:
        logger.removeHandler(caplog.handler)
        logger.setLevel(level)
    assert "conflict" not in caplog.text
