"""`facts`: all that a scenario may state, or what a word is found in."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pycontrol.cli import cli
from pycontrol.diagnostics import Source
from pycontrol.syntax.format import format_text
from tests import small

FACTS = """
fact item.form is choice of metal, oxide, magnet-material, magnet-alloy, wire, foil, powder, target, glass
  question "In which form is {item}?" zh "形态？"
  indicator "magnet-material: bonded magnets too" indicator "glass: of silica"
fact item.weight is quantity in one question "How heavy?"
fact item.grade is choice of fine, coarse where item.form in {foil, powder} question "Of which grade?"
fact item.parts is many item open question "Which parts?"
fact act.knows is yes-no judged groups knowledge for movement question "Does the sender know?"
fact party.informed is yes-no groups knowledge question "Was {party} told?"
fact party.knows-of is many place groups knowledge question "Of which states?"
"""
LAW = (
    small.LAW.replace("\nregime home-control", f"{FACTS}\nregime home-control", 1)
    + """
list watch-list "Watch list" partial
  notice home-2 from 2025-06-01 names 3 "three firms"
    name "Magnetwerk"
"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small.written(tmp_path)
    (tmp_path / "law" / "home.law").write_text(LAW, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str, code: int = 0) -> str:
    found = CliRunner().invoke(cli, ["facts", *words, "--policy", str(folder / "law")])
    assert found.exit_code == code, found.output
    return found.output


def test_a_word_finds_choices_and_how_many_others_there_are(folder: Path) -> None:
    assert run(folder, "MAGNET") == (
        "item.form: choice (magnet-material | magnet-alloy | … 7 others)\n"
        "    In which form is {item}?\n"
        "    sign: magnet-material: bonded magnets too\n"
    )
    assert run(folder, "alloy", "glass").startswith("item.form: choice (magnet-alloy | glass | … 7 others)\n")


def test_the_name_of_a_fact_finds_it_whole(folder: Path) -> None:
    for name in ("form", "item.form"):
        assert "item.form: choice (metal | oxide |" in run(folder, name)
        assert "others" not in run(folder, name)


def test_a_word_finds_questions_units_and_groups(folder: Path) -> None:
    assert run(folder, "pure").startswith("item.purity: quantity (one | %)")
    assert "item.weight" in run(folder, "one")
    assert run(folder, "形").startswith("item.form: choice (… 9 others)\n")
    found = run(folder, "knowledge")
    assert found.startswith("act.knows: yes-no; judged\n")
    assert (
        "  assume not knowledge\n      act.knows: Does the sender know?\n      party.informed: Was {party} told?\n"
        "      party.knows-of: Of which states?\n"
    ) in found


@pytest.mark.parametrize("word", ["country", "place", "国家"])
def test_what_a_type_is_called_finds_its_facts(word: str, folder: Path) -> None:
    found = run(folder, word)
    assert [name in found for name in ("act.from: place", "act.to: place", "party.knows-of")] == [True] * 3
    assert "act.turnover" not in found
    assert "act.turnover: money" in run(folder, "currency")


def test_a_word_finds_lists_and_readings(folder: Path) -> None:
    assert "  listed watch-list: Watch list\n      held: partial" in run(folder, "watch")
    assert "  take abroad: What is abroad?\n      outside (default): outside Home\n" in run(folder, "abroad")


def test_a_fact_says_where_it_exists(folder: Path) -> None:
    assert run(folder, "grade") == (
        "item.grade: choice (fine | coarse)\n    Of which grade?\n    where form in {foil, powder}\n"
    )


def test_what_is_found_nowhere_ends_with_1_and_near_names(folder: Path) -> None:
    assert run(folder, "powdr", code=1) == "nothing that a scenario may state has `powdr` in it; near: `powder`\n"
    assert run(folder, "qwertz", code=1) == "nothing that a scenario may state has `qwertz` in it\n"


def test_without_a_word_all_is_told_with_what_may_stand_beside_facts(folder: Path) -> None:
    found = run(folder)
    assert "  complete parts: inside an item: those stated are all\n" in found
    assert "  complete licences, events: of the whole case" in found
    assert "  kind special\n" in found
    assert "  regimes home-control: Home: control\n" in found
    assert "是非事实组" in run(folder, "--lang", "zh")


def test_the_form_names_the_groups_of_its_kind(folder: Path) -> None:
    assert "  --   knowledge: act.knows, party.informed, party.knows-of\n" in run(folder, "--form", "movement")
    assert "  --   knowledge: party.informed, party.knows-of\n" in run(folder, "--form", "report")
    assert "leave the words out" in run(folder, "knows", "--form", "report", code=2)


@pytest.mark.parametrize("form", [[], ["movement"], ["item"]])
def test_a_form_is_laid_out_as_scenarios_are(form: list[str]) -> None:
    written = CliRunner().invoke(cli, ["facts", "--form", *form]).output
    assert format_text(Source("form.scenario", written), law=False) == written


def test_a_form_of_items_alone_asks_for_what_classifies_them(folder: Path) -> None:
    form = run(folder, "--form", "item")
    assert form.startswith('scenario "…"\n  -- asked DAY   -- needed, as no act has a day\n\n  -- item NAME\n')
    assert "  --   form metal | oxide | magnet-material" in form
    assert "party" not in form
    assert "  -- act" not in form
    assert "there is movement" in run(folder, "--form", "goods", code=2)
