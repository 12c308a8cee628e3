"""Words of law, facts and file names command neither the terminal nor the reader of Markdown, HTML or JSON."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pycontrol import Policy
from pycontrol.cli import cli
from tests import small

if TYPE_CHECKING:
    from pathlib import Path

EVIL = "\x9b31m\x7f\u202eevil|`<b>"
NAME = "bar evil\x1b[31m|`<b>x</b>\u202e"
LAW = (
    small.LAW.replace('"First"', f'"First {EVIL}"')
    .replace('"Announcement 1"', f'"Announcement {EVIL}"')
    .replace('"{transferor} needs a licence for {item}"', f'"{{transferor}} needs {EVIL} for {{item}}"')
    .replace('"Is it urgent?"', f'"Is it {EVIL}?"')
    .replace('"great harm"', f'"great {EVIL}"')
    .replace('"Forms" because "procedure"', f'"Forms {EVIL}" because "procedure {EVIL}"')
    .replace('"closure"', f'"closure {EVIL}"')
    .replace('"the usual sense"', f'"the usual {EVIL}"')
    .replace('"it lapsed"', f'"it {EVIL}"')
    .replace('"The list notices still bind."', f'"The lists {EVIL}."')
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small.written(tmp_path)
    (tmp_path / "law" / "home.law").write_text(LAW, encoding="utf-8")
    policy = Policy.load(tmp_path / "law")
    found = policy.determine(small.CASE.replace("2025-03-03", "2026-01-03").replace("2025-05-30", "2026-02-01"))
    mapping = json.loads(json.dumps(policy.record(found).facts))
    mapping["scenario"] = NAME
    mapping["expect"] = [f"expected {EVIL}"]
    (tmp_path / "bar\x1b[31m.json").write_text(json.dumps(mapping), encoding="utf-8")
    return tmp_path


def printed(folder: Path, *words: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        found = CliRunner().invoke(cli, list(words))
    assert found.exit_code in (0, 1, 3), found.output
    assert found.output
    hidden = {letter for letter in found.output if unicodedata.category(letter)[0] == "C"} - {"\n"}
    assert not hidden
    assert "evil" in found.output
    return found.output


BAR = "bar\x1b[31m.json"


@pytest.mark.parametrize(
    "words",
    [
        ["determine", BAR, "--full"],
        ["determine", BAR, "--lang", "zh"],
        ["determine", BAR, "--format", "expect"],
        ["determine", BAR, "--format", "md"],
        ["determine", BAR, "--format", "json"],
        ["determine", BAR, "--scenario", "\x1b[31m"],
        ["why", BAR],
        ["why", BAR, "home-1/1", "--brief"],
        ["why-not", BAR, "home-1/2"],
        ["why-not", BAR, "home-1/1", "--lang", "zh"],
        ["test", "."],
        ["facts"],
        ["facts", "--form"],
        ["modelled"],
    ],
    ids=" ".join,
)
def test_a_verb_prints_no_letter_that_moves_the_cursor(words: list[str], folder: Path) -> None:
    printed(folder, *words, "--policy", "law")


def test_check_replay_and_fmt(folder: Path) -> None:
    never = f'article 7 "Never {EVIL}" gist "x" cite "x" for an export when act.urgent is yes and act.urgent is no states "x"'
    law = LAW.replace("articles 1 to 6", "articles 1 to 7").replace(
        "\nannouncement home-2", f"\n{never}\nannouncement home-2"
    )
    (folder / "odd").mkdir()
    (folder / "odd" / "odd.law").write_text(law, encoding="utf-8")
    assert "warning[" in printed(folder, "check", "odd")
    record = printed(folder, "determine", BAR, "--policy", "law", "--format", "json")
    (folder / "record.json").write_text(record, encoding="utf-8")
    assert "another answer" not in printed(folder, "replay", "record.json", "--policy", "law")
    (folder / "evil\x1b[31m.law").write_text("vocabulary   kinds of act a", encoding="utf-8")
    printed(folder, "fmt", "--check", "evil\x1b[31m.law")


def test_json_says_the_names_as_they_are(folder: Path) -> None:
    (record,) = json.loads(f"[{printed(folder, 'determine', BAR, '--policy', 'law', '--format', 'json')}]")
    assert record["scenario"] == NAME
    assert EVIL in json.dumps(record, ensure_ascii=False).replace("\\u007f", "\x7f")


def test_markdown_and_html_show_marks_as_letters(folder: Path) -> None:
    text = printed(folder, "determine", BAR, "--policy", "law", "--format", "md", "--full")
    assert "<b>" not in text
    assert "\\|\\`&lt;b&gt;" in text
    policy = Policy.load(folder / "law")
    (scenario,) = policy.scenarios(folder / BAR)
    found = policy.determine(scenario)
    for shown in (found._repr_html_(), *(reason._repr_html_() for reason in policy.why(found))):
        assert "<b>" not in shown
        assert not {letter for letter in shown if unicodedata.category(letter)[0] == "C"}
