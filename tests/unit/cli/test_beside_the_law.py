"""What stands beside the law: the register, counterparts, guidance; and tables of scenarios, through their verbs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pycontrol import Policy, report
from pycontrol.cli import cli
from tests import small

LAW = (
    small.LAW.replace("article 1 noted", "article 9 noted").replace("articles 1 to 1 zone", "articles 9 to 9 zone")
    + """
register "Measures" zh "措施"
  measure their-rule 2025-09-29 by ABROAD "Rule | of half" zh "半数规则" confidence H because "reported"
  measure our-answer 2025-10 by OFFICE "Answer" confidence T of home-1 answers their-rule
regime far "Far: control" zh "远方管制" severity licence
statute far-rules "Far" regime far issued 2020-01-01 by ABROAD articles 734.3 zone America/New_York
  checked to 2026-12-31 cite "Rules" neighbour "Far lists still bind."
article 734.3 "Reach" confidence H gist "far licence" cite "sec. 734.3" for a movement binds transferor
  when act.to outside home requires licence far from ABROAD
guidance home-faq "Questions" regime home-control issued 2025-01-01 by OFFICE articles 1 to 1 zone Asia/Shanghai
  checked to 2026-06-30 cite "Questions" context our-answer
article 1 "Purity" gist "purity is by weight" zh "纯度按重量计" cite "question 1" context their-rule
  counterpart far-rules/734.3 confidence A "by value there" zh "彼处按价值" for a movement states "by weight"
"""
)

TABLE = """\
scenario "A bar of {purity}" -- both sides of the gate
  asked 2025-05-30
  party maker
    established-in HM
  item bar
    purity $purity
  act ship
    kind movement   on $day   state planned   from HM   to KR   items bar   transferor maker   urgent no
  complete licences, events
  table purity, day
    row 99.9 %, 2025-03-03
    row 99.8 %, 2025-03-03 -- below it
      expect "old"
-- the end
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small.written(tmp_path)
    (tmp_path / "law" / "home.law").write_text(LAW, encoding="utf-8")
    (tmp_path / "bars.scenario").write_text(TABLE, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str, code: int = 0) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        found = CliRunner().invoke(cli, [*words, "--policy", "law"])
    assert found.exit_code == code, found.output
    return found.output


# --- the register, counterparts -----------------------------------------------------------------------------


def test_the_register_by_date(folder: Path) -> None:
    assert run(folder, "register") == (
        "Measures\n"
        "  2025-09-29 · ABROAD · Rule | of half · H\n"
        "      because: reported\n"
        "  2025-10 · OFFICE · Answer · T\n"
        "      answers: 2025-09-29 Rule | of half\n"
        "      carried here by: home-1, Announcement 1\n"
    )


def test_the_register_in_other_forms(folder: Path) -> None:
    assert "| 2025-09-29 | ABROAD | Rule \\| of half | H |" in run(folder, "register", "--format", "md")
    assert "半数规则" in run(folder, "register", "--lang", "zh")
    assert "Answer [en]" in run(folder, "register", "--lang", "zh")
    rule, answer = json.loads(run(folder, "register", "--format", "json"))
    assert rule == {
        "name": "their-rule",
        "day": "2025-09-29",
        "first": "2025-09-29",
        "last": "2025-09-29",
        "issuer": "ABROAD",
        "title": {"en": "Rule | of half", "zh": "半数规则"},
        "confidence": "H",
        "because": {"en": "reported"},
    }
    assert (answer["answers"], answer["instrument"]) == (["their-rule"], "home-1")


def test_counterparts_as_a_table(folder: Path) -> None:
    assert run(folder, "counterparts") == (
        "Counterparts in other law\n"
        "  home-faq/1 · Purity · far-rules/734.3 · Reach\n"
        "      difference: by value there\n"
        "      confidence of the difference: A\n"
        "      confidence: – / H\n"
    )
    assert "| home-faq/1 | Purity | far-rules/734.3 | Reach | by value there | A | – / H |" in run(
        folder, "counterparts", "--format", "md"
    )
    assert "彼处按价值" in run(folder, "counterparts", "--lang", "zh")
    (only,) = json.loads(run(folder, "counterparts", "--format", "json"))
    assert only["confidence"] == "A"
    assert only["there"] == {"citation": "far-rules/734.3", "title": {"en": "Reach"}, "confidence": "H"}


def test_where_there_is_nothing_it_says_so(folder: Path) -> None:
    (folder / "law" / "home.law").write_text(small.LAW, encoding="utf-8")
    assert run(folder, "register") == "the register is empty\n"
    assert run(folder, "counterparts") == "no provision names a counterpart\n"
    assert run(folder, "counterparts", "--format", "json") == "[]\n"


def test_a_policy_gives_both() -> None:
    policy = Policy.from_text(LAW)
    assert [one.name for one in policy.register()] == ["their-rule", "our-answer"]
    assert [one.there.path for one in policy.counterparts()] == ["far-rules/734.3"]


# --- guidance, context, regimes -----------------------------------------------------------------------------


def test_guidance_is_shown_as_guidance_with_its_citation(folder: Path) -> None:
    found = run(folder, "determine", "bar.scenario")
    section = found.partition("Guidance, which ranks below law\n")[2]
    assert section.startswith("  guidance says\n    home-faq/1 · Questions, question 1\n    purity is by weight\n")
    assert "指引（效力低于法规）" in run(folder, "determine", "bar.scenario", "--lang", "zh")


def test_reasons_show_the_context_which_counts_for_nothing(folder: Path) -> None:
    found = run(folder, "why", "bar.scenario", "home-faq/1")
    assert "  · context: 2025-09-29 ABROAD Rule | of half (H)\n  · context: 2025-10 OFFICE Answer (T)\n" in found
    assert "· context" not in run(folder, "why", "bar.scenario", "home-1/1")
    policy = Policy.from_text(LAW)
    (reason,) = policy.why(policy.determine(small.CASE), "home-faq/1")
    assert reason.leaves() == ()
    assert "· context" in str(reason)


def test_each_legal_order_has_its_headline(folder: Path) -> None:
    found = run(folder, "determine", "bar.scenario")
    assert "ship, Home: control: licence required (certain)" in found
    assert "ship, Far: control: licence required (certain)" in found


def test_one_may_ask_of_some_legal_orders_only(folder: Path) -> None:
    policy = Policy.from_text(LAW)
    found = policy.determine(small.CASE + "regimes far\n")
    assert found.regimes == ("far",)
    assert found.lines()[0] == "headline ship: certain licence"
    assert {one.provision for one in found.outcomes} == {"far-rules/734.3"}
    assert {one.provision for one in found.statuses} == {"far-rules/734.3"}
    assert policy.replay(policy.record(found)).same
    other = policy.determine(small.case(to="HM") + "\nregimes home-control\n")
    assert "far-rules" not in {one.instrument for one in other.neighbours}
    assert "far-rules" in {one.instrument for one in policy.determine(small.case(to="HM")).neighbours}
    (folder / "bar.scenario").write_text(small.CASE + "regimes far\n", encoding="utf-8")
    assert "asked only of: far\n" in run(folder, "determine", "bar.scenario")
    assert "it belongs to home-control, and the scenario asks only of far" in run(
        folder, "why-not", "bar.scenario", "home-1/1"
    )


def test_a_record_of_all_legal_orders_differs_from_one_of_some() -> None:
    policy = Policy.from_text(LAW)
    record = policy.record(policy.determine(small.CASE + "regimes home-control\n"))
    assert record.regimes == ("home-control",)
    assert record.facts["regimes"] == ["home-control"]


# --- tables -------------------------------------------------------------------------------------------------


def test_every_row_is_a_scenario(folder: Path) -> None:
    found = run(folder, "determine", "bars.scenario", "--format", "expect")
    assert found.count("-- A bar of") == 2
    only = run(folder, "determine", "bars.scenario", "--scenario", "A bar of 99.8 %")
    assert only.startswith("A bar of 99.8 %\n")
    assert "no scenario begins" in run(folder, "determine", "bars.scenario", "--scenario", "A bar of 1", code=3)


def test_update_writes_what_follows_below_each_row(folder: Path) -> None:
    assert "updated bars.scenario" in run(folder, "test", "--update", "bars.scenario")
    text = (folder / "bars.scenario").read_text("utf-8")
    first, second = text.partition("    row 99.8 %")[::2]
    assert first.startswith(TABLE.partition("    row")[0])
    assert '    row 99.9 %, 2025-03-03\n      expect\n        "headline ship: certain licence"\n' in first
    assert second.startswith(
        ', 2025-03-03 -- below it\n      expect\n        "headline ship: nothing; dormant statement"\n'
    )
    assert text.endswith("-- the end\n")
    assert run(folder, "test", "bars.scenario") == "2 passed, 0 failed\n"
    run(folder, "test", "--update", "bars.scenario")
    assert (folder / "bars.scenario").read_text("utf-8") == text
    broken = text.replace('"headline ship: nothing; dormant statement"', '"headline ship: certain duty"')
    (folder / "bars.scenario").write_text(broken, encoding="utf-8")
    found = run(folder, "test", "bars.scenario", code=1)
    line = broken[: broken.index('"headline ship: certain duty"')].count("\n") + 1
    assert found == (
        f"bars.scenario:{line}: A bar of 99.8 %: 1 missing, 1 not expected\n"
        "  - headline ship: certain duty\n"
        "  + headline ship: nothing; dormant statement\n"
        "1 passed, 1 failed\n"
    )


def test_a_row_that_expects_nothing_in_particular_fails(folder: Path) -> None:
    assert "A bar of 99.9 %: expects nothing in particular" in run(folder, "test", "bars.scenario", code=1)


def test_a_refusal_points_into_the_row(folder: Path) -> None:
    (folder / "bars.scenario").write_text(TABLE.replace("99.8 %", "99.8 EUR"), encoding="utf-8")
    found = run(folder, "determine", "bars.scenario", code=3)
    assert "bars.scenario:12:9" in found


def test_a_listing_of_nothing_is_an_empty_table() -> None:
    listing = report.Listing("T", ("a", "b"), (), 1)
    assert report.listing_markdown((listing,)) == "## T\n\n| a | b |\n| --- | --- |\n"
