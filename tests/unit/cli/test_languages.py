"""Every verb that has `--lang` says its own words in Chinese, and marks those of the law that have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pycontrol.cli import VERBS, cli
from tests import small

SAID = {
    "determine": ("determine bar.scenario", "：3500000至7000000 CNY"),
    "classify": ("classify bar.scenario", "没有物项符合或者接近"),
    "why": ("why bar.scenario home-1/1", "+ 已施行，施行中"),
    "why-not": ("why-not bar.scenario home-1/5", "- 尚未施行（2026-03-01起）"),
    "modelled": ("modelled", "第1条: 按某种解释编码"),
    "facts": ("facts", "act.turnover: 金额"),
    "register": ("register", "措施清单为空"),
    "counterparts": ("counterparts", "没有规定注明对应规定"),
}


def run(tmp_path: Path, line: str, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> str:
    small.written(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(cli, [*line.split(), "--policy", "law", "--lang", "zh"])
    assert found.exit_code == code, found.output
    return found.output


def test_every_verb_with_a_language_is_heard() -> None:
    verbs = {name for name in VERBS if any(one.name == "lang" for one in cli.get_command(None, name).params)}  # type: ignore[arg-type, union-attr]
    assert verbs == set(SAID)


@pytest.mark.parametrize("verb", SAID)
def test_it_speaks_chinese(verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line, words = SAID[verb]
    assert words in run(tmp_path, line, monkeypatch)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("why bar.scenario home-1/2", "home-1/2不产生任何结论；`pycontrol why-not`说明原因"),
        ("why-not bar.scenario home-1/1", "home-1/1的各项规定均适用；`pycontrol why`说明理由"),
        ("facts --form", "-- 当日查询，未列入"),
    ],
)
def test_so_do_the_words_around_an_answer(
    line: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert words in run(tmp_path, line, monkeypatch)


def test_what_is_found_nowhere_is_told_in_chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(tmp_path, "facts qwertz", monkeypatch, 1) == "案情可陈述的内容中没有`qwertz`\n"


def test_a_gist_without_chinese_is_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "maker reports [en]" in run(tmp_path, "why bar.scenario home-1/3", monkeypatch)
