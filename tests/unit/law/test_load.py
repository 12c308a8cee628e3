"""Law is loaded from a directory, in any order, and refused with all that is wrong with it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from pycontrol.diagnostics import Refused, Source
from pycontrol.law import find_sources, load_law
from tests.unit.law.given import LISTED, VOCABULARY, announcement, article, refused

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "vocabulary.law": VOCABULARY,
    "cn/a.law": announcement(LISTED + article("1", "when item in magnets")),
    "cn/b.law": announcement(article("1", "when item in a-61.magnets"), name="b-62"),
}


def _written(directory: Path) -> Path:
    for name, text in TEXTS.items():
        file = directory / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return directory


def test_every_law_file_below_a_directory_is_found_and_hashed(tmp_path: Path) -> None:
    law = load_law(find_sources(_written(tmp_path)))
    assert [name for name, _ in law.sources] == ["cn/a.law", "cn/b.law", "vocabulary.law"]
    assert dict(law.sources)["cn/a.law"] == sha256(TEXTS["cn/a.law"].encode()).hexdigest()
    assert list(law.provisions) == ["a-61/1", "b-62/1"]


def test_the_order_of_files_changes_nothing() -> None:
    sources = [Source(name, text) for name, text in TEXTS.items()]
    assert load_law(sources) == load_law(reversed(sources))


def test_a_directory_without_law_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        find_sources(tmp_path)
    assert [diagnostic.code for diagnostic in refusal.value.diagnostics] == ["L211"]
    with pytest.raises(Refused, match="L236"):
        find_sources(tmp_path / "nowhere")


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (_written(tmp_path) / "z.law").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused) as refusal:
        find_sources(tmp_path)
    assert len(refusal.value.diagnostics) == 1


def test_everything_wrong_in_every_file_is_said_at_once() -> None:
    found = refused(
        announcement(article("1", "when itm.form is metal and act.node <= 14 layers"), last=2),
        announcement(article("1", "when item.form is meta"), name="b-62"),
    )
    assert sorted((diagnostic.code, diagnostic.citation) for diagnostic in found) == [
        ("L101", "Announcement 61, article 1"),
        ("L110", "Announcement 62, article 1"),
        ("L131", "Announcement 61, article 1"),
        ("L182", "Announcement 61"),
    ]


def test_where_a_file_cannot_be_read_only_that_is_said() -> None:
    found = refused("announcement (", announcement(article("1", "when itm.form is metal")))
    assert found
    assert all(diagnostic.code.startswith("S") for diagnostic in found)
