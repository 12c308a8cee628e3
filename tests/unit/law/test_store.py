"""What was made of law files is kept by content: never stale, and never trusted where others may write."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from pycontrol import Policy
from pycontrol.diagnostics import Source
from pycontrol.law import store
from tests import small

if TYPE_CHECKING:
    from pathlib import Path

ONE, OTHER = (Source("a.law", "one"),), (Source("a.law", "other"),)


class Maker:
    """Counts how often it was asked to make something."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> str:
        self.made += 1
        return f"made {self.made}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYCONTROL_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_the_same_content_is_made_once_and_other_content_anew(folder: Path) -> None:
    make = Maker()
    assert [store.kept(ONE, str, make) for _ in range(3)] == ["made 1"] * 3
    assert store.kept(OTHER, str, make) == "made 2"
    assert store.kept((Source("b.law", "one"),), str, make) == "made 3"
    assert len(list(folder.iterdir())) == 3


def test_another_engine_makes_it_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    store.kept(ONE, str, make)
    monkeypatch.setattr(store, "_engine", lambda: "another")
    assert store.kept(ONE, str, make) == "made 2"


@pytest.mark.parametrize("content", [b"", b"cut", b"\x80\x05N."])
def test_what_cannot_be_read_or_is_something_else_is_made_anew(folder: Path, content: bytes) -> None:
    make = Maker()
    store.kept(ONE, str, make)
    (file,) = folder.iterdir()
    file.write_bytes(content)
    assert store.kept(ONE, str, make) == "made 2"
    assert store.kept(ONE, str, make) == "made 2"


def test_a_folder_that_others_may_write_to_is_not_trusted(folder: Path) -> None:
    make = Maker()
    store.kept(ONE, str, make)
    folder.chmod(0o777)
    assert store.kept(ONE, str, make) == "made 2"


def test_it_can_be_switched_off_and_does_without_a_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    make = Maker()
    (tmp_path / "file").write_text("in the way")
    for place in ("off", str(tmp_path / "file" / "inside")):
        monkeypatch.setenv("PYCONTROL_CACHE", place)
        store.kept(ONE, str, make)
    assert make.made == 2


def test_few_are_kept(folder: Path) -> None:
    for number in range(20):
        store.kept((Source("a.law", str(number)),), str, Maker())
    assert len(list(folder.iterdir())) == 12


def test_what_a_program_looked_up_by_identity_is_not_kept() -> None:
    program = small.policy()._program
    small.policy().why(small.determined())
    assert program.ports._met
    assert pickle.loads(pickle.dumps(program)).ports._met == {}


def test_a_kept_law_answers_the_same(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "home.law").write_text(small.LAW, "utf-8")
    first, second = Policy.load(tmp_path / "law"), Policy.load(tmp_path / "law")
    assert len(list(folder.iterdir())) == 1
    assert first.digest == second.digest
    assert first.determine(small.CASE) == second.determine(small.CASE)
    assert second.check() == first.check()
