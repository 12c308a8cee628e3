"""Each verb: what it prints, and the code with which it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pycontrol.cli import VERBS, cli
from tests import small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small.written(tmp_path)
    return tmp_path


def run(folder: Path, *words: str, code: int = 0) -> Result:
    """Run a verb in a folder, with the small law unless the words name another."""
    law = [] if "--policy" in words or words[0] in ("fmt", "check", "explain") else ["--policy", "law"]
    runner = CliRunner()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        found = runner.invoke(cli, [*words, *law])
    assert found.exit_code == code, found.output
    return found


# --- determine ----------------------------------------------------------------------------------------------


def test_a_misspelt_verb_is_told_the_one_that_is_meant() -> None:
    found = CliRunner().invoke(cli, ["determin", "a.scenario"])
    assert (found.exit_code, "there is no verb `determin`; did you mean `determine`?" in found.output) == (2, True)
    assert "No such command 'qwertz'" in CliRunner().invoke(cli, ["qwertz"]).output


def test_determine_prints_what_follows(folder: Path) -> None:
    found = run(folder, "determine", "bar.scenario").output
    assert found.startswith("A bar of 99.95 %, abroad\n  asked on 2025-05-30")
    assert "licence required: special, of maker, for bar" in found


def test_determine_in_other_formats(folder: Path) -> None:
    assert run(folder, "determine", "bar.scenario", "--format", "md").output.startswith("# A bar")
    assert (
        '    "headline ship: certain licence"' in run(folder, "determine", "bar.scenario", "--format", "expect").output
    )
    record = json.loads(run(folder, "determine", "bar.scenario", "--format", "json").output)
    assert (record["law"]["kind"], record["law"]["path"]) == ("directory", "law")


def test_determine_in_chinese(folder: Path) -> None:
    assert "须取得许可" in run(folder, "determine", "bar.scenario", "--lang", "zh").output


def test_the_day_asked_about_moves_no_act(folder: Path) -> None:
    found = run(folder, "determine", "bar.scenario", "--on", "2025-03-05", "--format", "expect").output
    assert "certain breach of home-1/1" in found
    assert "breach of home-1/3" not in found  # the report is not yet due


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("1800-01-01", "`1800-01-01` lies before all law that is held here\n  help: write a day from `2025-01-01`"),
        ("2024-12-31", "`2024-12-31` lies before all law that is held here"),
        ("3000-01-01", "`3000-01-01` lies beyond the days that are counted"),
    ],
)
def test_a_day_that_is_not_covered_is_refused(folder: Path, day: str, words: str) -> None:
    assert words in run(folder, "determine", "bar.scenario", "--on", day, code=3).output


def test_several_files_and_several_scenarios(folder: Path) -> None:
    (folder / "two.scenario").write_text(small.CASE + small.case(urgent="yes").replace("A bar", "An urgent bar"))
    assert run(folder, "determine", "bar.scenario", "two.scenario").output.count("asked on") == 3
    only = run(folder, "determine", "two.scenario", "--scenario", "An urgent").output
    assert only.startswith("An urgent bar")
    assert only.count("asked on") == 1
    assert len(json.loads(run(folder, "determine", "two.scenario", "--format", "json").output)) == 2


def test_a_name_that_no_scenario_has_is_refused(folder: Path) -> None:
    assert "error[U109]" in run(folder, "determine", "bar.scenario", "--scenario", "Nothing", code=3).output


def test_json_is_a_scenario_too(folder: Path) -> None:
    policy = small.policy()
    (scenario,) = policy.scenarios(small.CASE)
    mapping = policy.record(policy.determine(scenario)).facts
    (folder / "bar.json").write_text(json.dumps(mapping))
    (folder / "bars.json").write_text(json.dumps([mapping, mapping]))
    expected = run(folder, "determine", "bar.scenario", "--format", "expect").output
    assert run(folder, "determine", "bar.json", "--format", "expect").output == expected
    assert run(folder, "determine", "bars.json", "--format", "expect").output == f"{expected}\n{expected}"


def test_undecided_ends_with_5_only_when_asked(folder: Path) -> None:
    (folder / "open.scenario").write_text(small.case(urgent=""))
    run(folder, "determine", "open.scenario")
    run(folder, "determine", "open.scenario", "--fail-on-undecided", code=5)
    run(folder, "determine", "bar.scenario", "--on", "2025-03-03", "--fail-on-undecided")


def test_output_is_the_same_twice(folder: Path) -> None:
    words = ("determine", "bar.scenario", "--format", "json")
    assert run(folder, *words).output == run(folder, *words).output


# --- why and why not ----------------------------------------------------------------------------------------


def test_why_prints_the_reasons_to_the_figures(folder: Path) -> None:
    found = run(folder, "why", "bar.scenario", "home-1/1").output
    assert "+ home-1/1: maker needs a licence for bar   home.law:" in found
    assert "bar: purity 99.95 % (99.95 % >= 99.9 %)   bar.scenario:" in found
    assert "home-1/3" not in found


def test_why_tells_once_what_several_reasons_rest_on(folder: Path) -> None:
    alone = run(folder, "why", "bar.scenario", "home-1/3").output
    both = run(folder, "why", "bar.scenario").output
    assert alone.count("as shown above") < both.count("as shown above")
    assert both.count("act.from in home") == 1
    assert both.count("home-1.export: ") == 1
    assert both.count("export [as shown above]") > 1
    assert "home-1.export: " in alone


def test_why_without_citation_tells_what_is_certain_and_counts_the_rest(folder: Path) -> None:
    case = (folder / "bar.scenario").read_text("utf-8").replace("    purity 99.95 %\n", "")
    (folder / "open.scenario").write_text(case.replace("complete licences, events", "complete licences"), "utf-8")
    brief = run(folder, "why", "open.scenario").output
    every = run(folder, "why", "open.scenario", "--all").output
    assert "? home-1/1: " in every
    assert "? home-1/1: " not in brief
    assert "are only possible: name one" in brief
    assert "? home-1/1: " in run(folder, "why", "open.scenario", "home-1/1").output


def test_why_not_prints_the_nearest_miss(folder: Path) -> None:
    found = run(folder, "why-not", "bar.scenario", "1/2").output
    assert "- act.urgent is yes" in found
    assert "nothing follows from 1/2" in run(folder, "why", "bar.scenario", "1/2").output
    assert "every provision of home-1/1 binds here" in run(folder, "why-not", "bar.scenario", "home-1/1").output


def test_a_citation_that_nothing_has_is_refused(folder: Path) -> None:
    found = run(folder, "why", "bar.scenario", "home-1/11", code=3).output
    assert "error[U103]: there is no provision `home-1/11`" in found
    assert "did you mean `home-1/1`" in found


# --- facts, modelled, check, explain --------------------------------------------------------------------------


def test_facts_and_the_empty_form(folder: Path) -> None:
    found = run(folder, "facts").output
    assert "item.purity: quantity (one | %) from 0 % to 100 %\n    How pure?" in found
    assert "act.serious: yes-no; judged" in found
    assert "运往何处？" in run(folder, "facts", "--lang", "zh").output
    assert "turnover NUMBER CNY" in run(folder, "facts", "--form", "movement").output
    assert "Usage" in run(folder, "facts", "--form", "flight", code=2).output


def test_modelled_names_every_article(folder: Path) -> None:
    law = folder / "law" / "home.law"
    law.write_text(small.LAW.replace('because "procedure"', 'because "procedure" confidence M'), encoding="utf-8")
    found = run(folder, "modelled").output
    assert "  article 1: encoded with a reading\n    home-1/1\n    readings: abroad" in found
    assert "  article 6: noted\n    noted: Forms -- procedure (confidence M)\n" in found
    data = json.loads(run(folder, "modelled", "--format", "json").output)
    assert [note["confidence"] for row in data["articles"] for note in row["noted"]][:1] == ["M"]


def test_modelled_shows_entries_names_and_measures_where_they_are_asked_for(folder: Path) -> None:
    law = folder / "law" / "home.law"
    goods = (
        'annex goods "Goods" entry b "bars" confidence H code 1A1 suspected 1A2 because "slip" when item.purity >= 99 %'
    )
    lists = """
list watch "Watch list" partial notice home-1 from 2025-01-01 names 2 "one held" name "Ore"
  notice other-9 from 2025-01-01 names 1 "none held"
register "Measures" measure first 2025-01-01 by OFFICE "first measure" confidence H of home-1
"""
    law.write_text(f"{small.LAW.replace('reading abroad', f'{goods} reading abroad')}{lists}", encoding="utf-8")
    found = run(folder, "modelled").output
    assert "  goods, Goods: 1 entry, 1 encoded (confidence H 1)\n  names on watch: 2 named, 1 held, partial" in found
    assert "watch · Watch list · 2 notices, 3 named, 1 held, partial\n  other-9: 1 named, 0 held" in found
    assert "register · Measures · 1 measure, 1 carried by an instrument here\n" in found
    assert "bars" not in found
    entries = run(folder, "modelled", "--entries").output
    assert "    b · 1A1 (suspected 1A2) · bars · H · encoded\n" in entries
    assert "2025-01-01 · first · OFFICE · first measure · H · of home-1" in entries
    one = run(folder, "modelled", "home-1").output
    assert "    b · 1A1" in one
    assert "    Ore\n" in one
    assert "home-2" not in one
    data = json.loads(run(folder, "modelled", "--format", "json").output)
    assert data["annexes"][0]["entries"][0]["code"] == {"printed": "1A1", "suspected": "1A2"}
    assert [notice["named"] for notice in data["notices"]] == [2, 1]
    assert data["registers"][0]["measures"][0]["instrument"] == "home-1"
    assert data["articles"][1]["open"] == ["act.listed-elsewhere"]


def test_check_tells_what_is_wrong_with_law_all_at_once(folder: Path) -> None:
    assert "5 provisions" in run(folder, "check", "law").output
    wrong = small.LAW.replace("when item.purity", "when item.purty").replace("when act.urgent", "when act.urgnt")
    (folder / "law" / "home.law").write_text(wrong, encoding="utf-8")
    found = run(folder, "check", "law", code=3).output
    assert "did you mean `purity`?" in found
    assert "^" in found
    assert "in Announcement 1, article 1" in found


def test_check_finds_what_can_never_bind(folder: Path) -> None:
    never = small.LAW.replace("when item.purity >= 99.9 %", "when item.purity >= 99.9 % and every item.purity < 50 %")
    (folder / "law" / "home.law").write_text(never, encoding="utf-8")
    found = run(folder, "check", "law", code=1).output
    assert "warning[C302]: `home-1/1` can never bind" in found
    assert "searched: " in found


# --- test ---------------------------------------------------------------------------------------------------


def test_scenarios_are_held_to_what_they_expect(folder: Path) -> None:
    found = run(folder, "test", ".", code=1).output
    assert "expects nothing in particular" in found
    assert "0 passed, 1 failed" in found
    run(folder, "test", ".", "--allow-open")
    assert "updated bar.scenario" in run(folder, "test", ".", "--update").output
    assert run(folder, "test", ".").output == "1 passed, 0 failed\n"
    file = folder / "bar.scenario"
    assert file.read_text().startswith(small.CASE.rstrip())
    file.write_text(file.read_text().replace("urgent no", "urgent yes"))
    found = run(folder, "test", "bar.scenario", code=1).output
    assert "  - headline ship: certain licence" in found
    assert "  + possible exemption by home-1/2 for ship" in found


def test_update_touches_the_expectations_and_nothing_else(folder: Path) -> None:
    file = folder / "bar.scenario"
    file.write_text(
        f'{small.CASE}expect "old"  -- a remark\n\n{small.case(urgent="yes").replace("A bar", "An urgent bar")}\n-- the end\n'
    )
    run(folder, "test", "--update", "bar.scenario")
    first = file.read_text()
    assert '"old"' not in first
    assert "  -- a remark" in first
    assert first.endswith("-- the end\n")
    run(folder, "test", "--update", "bar.scenario")
    assert file.read_text() == first
    run(folder, "fmt", "bar.scenario")
    run(folder, "test", "bar.scenario")


def test_no_scenario_is_no_success(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert "error[U112]" in run(folder, "test", "empty", code=3).output


def test_a_refused_scenario_does_not_hide_the_others(folder: Path) -> None:
    (folder / "bad.scenario").write_text(small.CASE.replace("urgent no", "urgnt no"))
    found = run(folder, "test", ".", "--allow-open", code=3)
    assert "1 passed, 0 failed, 1 refusals" in found.output
    assert "did you mean `urgent`?" in found.stderr


# --- replay -------------------------------------------------------------------------------------------------


def test_a_record_replays_until_the_law_changes(folder: Path) -> None:
    (folder / "record.json").write_text(run(folder, "determine", "bar.scenario", "--format", "json").output)
    assert "the same answer" in run(folder, "replay", "record.json").output
    law = folder / "law" / "home.law"
    law.write_text(small.LAW.replace(">= 99.9 %", ">= 99.99 %"))
    found = run(folder, "replay", "record.json", code=1).output
    assert "another answer" in found
    assert "no longer: headline ship: certain licence" in found
    assert "  the law is another than that recorded: " in found
    assert "law: `home.law` is another text now" in found
    law.write_text(small.LAW.replace(">= 99.9 %", ">= 99.8 %"))
    assert ": the same answer, for other reasons\n" in run(folder, "replay", "record.json", code=1).output
    law.write_text(f"{small.LAW}\n-- a remark")
    assert ": the same answer\n  the law is another" in run(folder, "replay", "record.json").output


# --- fmt ----------------------------------------------------------------------------------------------------


def test_fmt_lays_out_once_and_then_leaves_alone(folder: Path) -> None:
    assert "would change" in run(folder, "fmt", "--check", ".", code=1).output
    assert "changed bar.scenario" in run(folder, "fmt", ".").output
    run(folder, "fmt", "--check", "law", "bar.scenario")
    assert run(folder, "fmt", ".").output == ""


def test_fmt_refuses_what_it_cannot_read_and_changes_nothing(folder: Path) -> None:
    (folder / "bad.law").write_text("announcement")
    before = (folder / "bar.scenario").read_text()
    run(folder, "fmt", ".", code=3)
    assert (folder / "bar.scenario").read_text() == before
    assert "error[U110]" in run(folder, "fmt", "readme.txt", code=3).output
    (folder / "empty").mkdir()
    assert "error[U110]" in run(folder, "fmt", "empty", code=3).output


# --- the group ----------------------------------------------------------------------------------------------


def test_help_names_every_verb(folder: Path) -> None:
    found = CliRunner().invoke(cli, ["--help"]).output
    assert all(f"  {verb} " in found for verb in VERBS)
    for verb in VERBS:
        assert CliRunner().invoke(cli, [verb, "--help"]).exit_code == 0


def test_usage_mistakes_end_with_2(folder: Path) -> None:
    assert CliRunner().invoke(cli, ["determin"]).exit_code == 2
    run(folder, "determine", code=2)
    run(folder, "determine", "bar.scenario", "--on", "tomorrow", code=2)
    run(folder, "determine", "bar.scenario", "--format", "xml", code=2)
