"""Whatever is given, what comes out is a refusal with a code and a cure, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pycontrol.cli import cli
from tests import small


def refused(*words: str | Path) -> str:
    found = CliRunner().invoke(cli, [str(word) for word in words])
    assert found.exit_code == 3, found.output
    assert "Traceback" not in found.output
    assert "help: " in found.stderr
    return found.stderr


@pytest.fixture
def law(tmp_path: Path) -> Path:
    return small.written(tmp_path)[0]


@pytest.mark.parametrize("verb", [["determine"], ["why"], ["test"], ["replay"]])
def test_no_such_file(verb: list[str], law: Path, tmp_path: Path) -> None:
    assert "error[" in refused(*verb, tmp_path / "nowhere.scenario", "--policy", law)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.scenario", b"", "S006"),
        ("a.scenario", b"-- only a remark", "S006"),
        ("a.scenario", b"\xff\xfe\x00s", "S004"),
        ("a.scenario", b'scenario "a" party p party p', "F"),
        ("a.scenario", b'scenario "x', "S010"),
        ("a.scenario", b"x" * 2_100_000, "S003"),
        ("a.json", b"", "S006"),
        ("a.json", b"\n ", "S006"),
        ("a.json", b"[" * 100_000, "U104"),
        ("a.json", b"[1, 2]", "F119"),
        ("a.json", b'"text"', "F119"),
        ("a.json", b'{"scenario": "a", "scenario": "b"}', "U105"),
        ("a.json", b"\xff", "S004"),
    ],
)
def test_an_unreadable_scenario(name: str, content: bytes, code: str, law: Path, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert f"error[{code}" in refused("determine", file, "--policy", law)


def test_a_directory_is_no_scenario(law: Path, tmp_path: Path) -> None:
    found = refused("determine", tmp_path, "--policy", law)
    assert "error[S002]" in found
    assert "name a file in it; `pycontrol test` takes a directory" in found


@pytest.mark.parametrize("verb", [["modelled", "--policy"], ["check"], ["facts", "--policy"]])
def test_a_directory_without_law(verb: list[str], tmp_path: Path) -> None:
    assert "error[L211]" in refused(*verb, tmp_path)
    found = refused(*verb, tmp_path / "nowhere")
    assert "error[L236]: there is no folder" in found
    assert "where none is named, the law of this package is taken" in found
    (tmp_path / "file.law").write_text("vocabulary")
    assert "error[L236]" in refused(*verb, tmp_path / "file.law")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"regime", b"article 1", b"any of (a) " * 3000])
def test_ill_formed_law(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.law").write_bytes(content)
    assert "error[S" in refused("check", tmp_path)


def test_facts_that_contradict_the_vocabulary_are_all_told(law: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.scenario"
    file.write_text(small.CASE.replace("urgent no", "urgent maybe").replace("99.95 %", "140 %"))
    found = refused("determine", file, "--policy", law)
    assert "2 problems" in found
    assert "^^^" in found


def test_words_of_the_user_do_not_command_the_terminal(law: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text('{"scenario": "a", "acts": {"x\\u001b[31m": {"kind": "flight"}}}')
    assert "\x1b" not in refused("determine", file, "--policy", law)


def test_what_nobody_foresaw_ends_with_4_and_says_how_to_report_it(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        message = "out of \x1b[31mluck"
        raise RuntimeError(message)

    monkeypatch.setattr("pycontrol.policy.Policy.load", fail)
    found = CliRunner().invoke(cli, ["modelled"])
    assert found.exit_code == 4
    assert "internal error: RuntimeError: out of <U+001B>[31mluck" in found.stderr
    assert "report it" in found.stderr
    assert "Traceback" not in found.stderr
    monkeypatch.setenv("PYCONTROL_DEBUG", "1")
    assert CliRunner().invoke(cli, ["modelled"]).exit_code == 4


def test_a_file_given_to_the_wrong_verb_is_told_which_is_meant(law: Path, tmp_path: Path) -> None:
    case, file = tmp_path / "a.scenario", next(law.glob("*.law"))
    case.write_text('scenario "A"', encoding="utf-8")
    assert "`pycontrol determine` answers it" in refused("check", case)
    assert "name the folder in which it stands: `" in refused("determine", case, "--policy", file)
    assert "error[S067]: this is law, and is read as a scenario" in refused("determine", file, "--policy", law)
    assert "`pycontrol determine --format json` writes" in refused("replay", case)
    (tmp_path / "a.yaml").write_text('{"scenario": "A"}', encoding="utf-8")
    assert "a file of JSON ends in `.json`" in refused("determine", tmp_path / "a.yaml", "--policy", law)
