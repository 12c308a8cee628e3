"""What is too large, too deep, too far away or no file at all is refused with a code, a place and a cure, at once."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pycontrol import Policy
from pycontrol.cli import cli
from pycontrol.diagnostics import Refused
from tests import small

TERM = "reading abroad"


def codes(law: str, case: str | dict[str, object] = small.CASE) -> list[str]:
    """Return the codes with which a law or a case under it is refused; none where it is answered."""
    try:
        Policy.from_text(law).determine(case)
    except Refused as refused:
        found = refused.diagnostics
    else:
        found = ()
    assert all(one.help for one in found)
    return [one.code for one in found]


def terms(count: int) -> str:
    chain = "".join(f'define t{n} (act) "t" when act is t{n + 1}\n' for n in range(count))
    law = small.LAW.replace(TERM, f'{chain}define t{count} (act) "t" when act is movement\n{TERM}')
    return law.replace("when act is movement and act.from in home", "when act is t0 and act.from in home")


def articles(count: int) -> str:
    chain = "".join(
        f'article {n} "x" gist "x" cite "x" for an export when article {n + 1} applies states "x"\n'
        for n in range(7, count + 7)
    )
    last = f'article {count + 7} "x" gist "x" cite "x" for an export states "x"\n'
    law = small.LAW.replace("articles 1 to 6", f"articles 1 to {count + 7}")
    return law.replace("\nannouncement home-2", f"\n{chain}{last}\nannouncement home-2")


# --- days -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar(day: str) -> None:
    assert codes(small.LAW, small.CASE.replace("2025-03-03", day)) == ["S049"]
    assert codes(small.LAW.replace("2025-12-31 inclusive", f"{day} exclusive")) == ["S049"]
    mapping: dict[str, object] = {"act": {"kind": "movement", "on": day, "state": "done"}}
    assert codes(small.LAW, mapping) == ["F104"]


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
def test_days_just_inside(day: str) -> None:
    law = small.LAW.replace("within 10 working days", "within 3660 working days")
    assert codes(law.replace("issued 2025-01-01", "issued 1900-01-01"), small.CASE.replace("2025-03-03", day)) == []


@pytest.mark.parametrize("count", ["3661", "99999999999", "9" * 3000])
def test_a_due_date_that_nobody_can_count(count: str) -> None:
    for working in ("", "working "):
        assert codes(small.LAW.replace("within 10 working", f"within {count} {working}".rstrip())) == ["S035"]


# --- depth and number -----------------------------------------------------------------------------------------


def test_chains_of_terms() -> None:
    assert codes(terms(49)) == []
    assert codes(terms(50)) == codes(terms(3000)) == ["L214"]


def test_terms_that_use_two_others_each_are_looked_into_once() -> None:
    ways = "".join(
        f'define t{n} (act) "t" when any of (a) act is t{n + 1} (b) act is t{n + 1} and act.urgent is no\n'
        for n in range(40)
    )
    law = small.LAW.replace(TERM, f'{ways}define t40 (act) "t" when act is movement\n{TERM}')
    assert codes(law.replace("when act is movement and act.from", "when act is t0 and act.from")) == []


def test_chains_of_provisions() -> None:
    assert codes(articles(100)) == []
    assert codes(articles(900)) == ["L215"]


@pytest.mark.parametrize("last", ["1000000000", "1" + "0" * 900])
def test_a_header_with_too_many_articles(last: str) -> None:
    assert codes(small.LAW.replace("articles 1 to 6", f"articles 1 to {last}")) == ["L181"]
    assert "L183" in codes(small.LAW.replace("article 6 noted", f"articles 6 to {last} noted"))


PARTS = small.LAW.replace("fact act.urgent", 'fact item.parts is many item open question "?"\nfact act.urgent', 1)


def bill(levels: int, *names: str) -> str:
    """Return the case with a bill of parts in which each part of a level has each of the next."""
    text = small.CASE.replace("purity 99.95 %", f"purity 99.95 % parts {', '.join(f'{one}-0' for one in names)}")
    for level in range(levels):
        below = f"parts {', '.join(f'{one}-{level + 1}' for one in names)}" if level + 1 < levels else "parts none"
        text += "".join(f"\nitem {one}-{level} {below}" for one in names)
    return text


def test_bills_of_parts() -> None:
    assert codes(PARTS, bill(90, "a")) == []
    assert codes(PARTS, bill(200, "a")) == ["F104"]
    assert codes(PARTS, bill(10, "a", "b")) == []
    assert codes(PARTS, bill(60, "a", "b")) == ["F123"]


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("item i{} purity 1 %", 1000),
        ("party p{} established-in KR", 500),
        ("licence l{} kind special", 101),
        ("act a{} kind movement on 2025-03-03 state done", 100),
    ],
)
def test_a_scenario_that_is_too_large(more: str, count: int) -> None:
    assert codes(small.LAW, small.CASE + "\n".join(more.format(n) for n in range(count))) == ["F124"]
    assert codes(small.LAW, small.CASE + "\n".join(more.format(n) for n in range(3))) == []


def test_an_act_with_too_many_items_and_parties() -> None:
    items = [f"i{n}" for n in range(11)]
    act = {
        "kind": "movement",
        "on": "2025-03-03",
        "state": "done",
        "items": items,
        "transferor": [f"p{n}" for n in range(10)],
    }
    mapping: dict[str, object] = {
        "items": {name: {} for name in items},
        "parties": {f"p{n}": {} for n in range(10)},
        "acts": {"ship": act},
    }
    assert codes(small.LAW, mapping) == ["F124"]


# --- files ----------------------------------------------------------------------------------------------------


def run(*words: str | Path) -> tuple[int, str]:
    found = CliRunner().invoke(cli, [str(word) for word in words])
    return found.exit_code, found.output


@pytest.fixture
def law(tmp_path: Path) -> Path:
    return small.written(tmp_path)[0]


@pytest.mark.parametrize("name", ["x.scenario", "x.json"])
def test_what_is_no_ordinary_file(name: str, law: Path, tmp_path: Path) -> None:
    places = {word: tmp_path / word / name for word in ("fifo", "device", "circle", "folder")}
    for place in places.values():
        place.parent.mkdir()
    os.mkfifo(places["fifo"])
    places["device"].symlink_to("/dev/zero")
    places["circle"].symlink_to(name)
    places["folder"].mkdir()
    for place in places.values():
        for words in (["determine", place], ["test", place.parent], ["why", place]):
            code, output = run(*words, "--policy", law)
            assert code == 3
            assert "error[S002]" in output
            assert "help: " in output
    assert run("fmt", "--check", places["fifo"].parent)[0] == 3
    assert run("replay", places["fifo"])[0] == 3


def test_folders_that_lead_back_to_themselves(law: Path, tmp_path: Path) -> None:
    (law / "again").symlink_to(law)
    assert run("check", law)[0] == 0
    assert run("test", tmp_path, "--policy", law, "--allow-open")[0] == 0


def test_line_ends_and_marks_of_other_systems(law: Path, tmp_path: Path) -> None:
    text = small.CASE.encode()
    expected = run("determine", tmp_path / "bar.scenario", "--policy", law)
    lines = text.split(b"\n")
    mixed = b"".join(line + (b"\n", b"\r\n", b"\r")[at % 3] for at, line in enumerate(lines))
    for data in (b"\xef\xbb\xbf" + text, text.replace(b"\n", b"\r\n"), text.replace(b"\n", b"\r"), mixed):
        (tmp_path / "other.scenario").write_bytes(data)
        assert run("determine", tmp_path / "other.scenario", "--policy", law) == expected


@pytest.mark.parametrize("text", [small.CASE.replace("A bar", "A\0bar"), small.CASE + "\0", "-- \0\n" + small.CASE])
def test_a_nul(text: str) -> None:
    assert codes(small.LAW, text) == ["S008"]


def test_an_empty_list_is_no_scenario(law: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[]")
    assert "error[U114]" in run("determine", tmp_path / "x.json", "--policy", law)[1]


# --- numbers --------------------------------------------------------------------------------------------------


def test_numbers_are_read_exactly_or_refused(law: Path, tmp_path: Path) -> None:
    for value in ("0.1", "1e400", "99", "NaN", "Infinity", "1" * 5000):
        (tmp_path / "x.json").write_text(f'{{"act": {{"kind": "movement"}}, "item": {{"purity": {value}}}}}')
        code, output = run("determine", tmp_path / "x.json", "--policy", law)
        assert code == 3
        assert "error[U104]" in output or "error[F119]" in output
    exact = "99.8" + "9" * 3000
    assert not any("licence special" in line for line in small.determined(purity=f"{exact} %").lines())
    assert codes(small.LAW, {"act": {"kind": "movement", "turnover": "1" + "0" * 5000 + " CNY"}})[:1] == ["F102"]


# --- the command line -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "cure"),
    [
        ("nonsense", "dates are year-month-day, such as `2025-12-01`"),
        ("20.10.2025", "did you mean `2025-10-20`?"),
        ("20251020", "did you mean `2025-10-20`?"),
        ("2025-02-29", "that month has 28 days"),
        ("10000-01-01", ""),
        ("", ""),
    ],
)
def test_a_day_asked_about_that_is_none(day: str, cure: str, law: Path, tmp_path: Path) -> None:
    code, output = run("determine", tmp_path / "bar.scenario", "--policy", law, "--on", day)
    assert code == 2
    assert f"Invalid value for '--on': there is no day `{day}` ({cure}" in output


@pytest.mark.parametrize("verb", [["test", "--update", "--policy", "law", "."], ["fmt", "."]])
def test_a_file_that_may_not_be_written(
    verb: list[str], law: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    assert law
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "write_text", refuse)
    code, output = run(*verb)
    assert code == 3
    assert "error[U113]" in output
    assert "permission denied" in output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(("output", "expected"), [("/dev/full", 3), ("", 0)])
def test_output_that_goes_nowhere(output: str, expected: int, law: Path) -> None:
    command = [sys.executable, "-m", "pycontrol", "facts", "--policy", str(law)]
    if output:
        with Path(output).open("w") as full:
            found = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    else:
        found = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], stderr=subprocess.PIPE, check=False)
    assert found.returncode == expected
    assert b"Traceback" not in found.stderr
    assert b"internal error" not in found.stderr


def test_a_reader_that_goes_away(law: Path) -> None:
    command = f"{{ {sys.executable} -m pycontrol facts --policy {law}; echo $? >&2; }} | true"
    found = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert found.stderr == b"0\n"


def test_json_that_nests_beyond_reason() -> None:
    deep = json.loads('{"value": ' * 60 + '"movement"' + "}" * 60)
    assert "F119" in codes(
        small.LAW, {"act": {"kind": [deep], "on": "2025-03-03", "state": "done", "items": {"a": deep}}}
    )


def test_nothing_of_a_thing_can_be_complete() -> None:
    assert codes(small.LAW, small.CASE.replace("urgent no", "urgent no complete urgent")) == ["F122"]
