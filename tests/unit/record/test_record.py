"""A record holds all that a determination says, and repeats it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from pycontrol import Policy, Refused
from pycontrol import record as records
from pycontrol.diagnostics import Source
from tests import small

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "schema" / "determination.schema.json"

CASES = [
    {},
    {"urgent": ""},
    {"turnover": ""},
    {"on": "2025-07-01"},
    {"on": "2026-01-15"},
    {"on": "2026-12-20", "asked": "2027-03-01"},
    {"to": "HM"},
]


@pytest.mark.parametrize("changed", CASES)
def test_a_record_read_back_gives_an_equal_determination(changed: dict[str, str]) -> None:
    found = small.determined(**changed)
    written = records.text([small.policy().record(found)])
    (back,) = records.read_records(Source("record", written))
    assert records.read_determination(back) == found
    assert records.text([back]) == written


@pytest.mark.parametrize("changed", CASES)
def test_a_record_replays(changed: dict[str, str]) -> None:
    written = records.text([small.policy().record(small.determined(**changed))])
    replay = small.policy().replay(written)
    assert (replay.same, replay.differences) == (True, ())
    assert replay.determination.evidence is not None


def test_the_record_alone_finds_its_law() -> None:
    record = small.policy().record(small.determined())
    assert Policy.of_record(record).digest == small.policy().digest


def test_another_answer_is_told_line_by_line_with_the_law_that_changed() -> None:
    record = small.policy().record(small.determined())
    other = Policy.from_text(small.LAW.replace(">= 99.9 %", ">= 99.99 %"))
    replay = other.replay(record)
    assert not replay.same
    assert "no longer: certain licence special by home-1/1 for ship, bar, maker" in replay.differences
    assert "new: headline ship: nothing; dormant statement" in replay.differences
    assert "law: `text-1.law` is another text now" in replay.differences


def test_law_that_changed_elsewhere_is_told_and_is_no_other_answer() -> None:
    record = small.policy().record(small.determined())
    replay = Policy.from_text(small.LAW + "\n-- a remark").replay(record)
    assert replay.same
    assert replay.differences == (replay.beside[0], "law: `text-1.law` is another text now")
    assert replay.beside[0].startswith("the law is another than that recorded: ")


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        (">= 99.9 %", ">= 99.8 %", ("`item.purity >= 99.9 %` met (bar purity", "`item.purity >= 99.8 %` met (bar")),
        ("needs a", "may need a", ("`maker needs a licence for bar` met", "`maker may need a licence for bar` met")),
    ],
)
def test_the_same_answer_for_another_reason_is_told(old: str, new: str, reasons: tuple[str, str]) -> None:
    record = small.policy().record(small.determined())
    replay = Policy.from_text(small.LAW.replace(old, new, 1)).replay(record)
    assert (replay.same, replay.answer) == (False, ())
    then, now = reasons
    assert replay.reasons[0].startswith(f"another reason for `home-1/1`: {then}")
    assert f" then, {now}" in replay.reasons[0]


def test_a_record_without_reasons_is_compared_without_them() -> None:
    record = msgspec.structs.replace(small.policy().record(small.determined()), why=(), reasons=())
    assert Policy.from_text(small.LAW.replace(">= 99.9 %", ">= 99.8 %")).replay(record).same


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("headlines", "new: headline ship"),
        ("outcomes", "new: possible licence special"),
        ("open", "new: undecided"),
        ("statuses", "new: status for ship"),
        ("branches", "the branches differ"),
        ("readings", "the readings taken differ"),
        ("why", ""),
    ],
)
def test_a_record_with_a_part_changed_gives_another_answer(part: str, told: str) -> None:
    changed = {"to": "HM"} if part == "readings" else {"urgent": ""}
    record = small.policy().record(small.determined(**changed))
    without = type(getattr(record, part))()
    replay = small.policy().replay(msgspec.structs.replace(record, **{part: without}))
    assert replay.same is (part == "why")
    assert told in " ".join(replay.differences)


def test_a_record_of_another_engine_law_or_calendar_says_so() -> None:
    record = small.policy().record(small.determined())
    law = msgspec.structs.replace(record.law, digest="0" * 64)
    replay = small.policy().replay(msgspec.structs.replace(record, engine="0.0.9", calendar="moon", law=law))
    assert replay.same
    engine, calendar = "engine: 0.0.9 then, 0.1.0 now", "the calendar of working days is another"
    digest = small.policy().digest[:12]
    assert replay.beside == (
        f"the law is another than that recorded: {'0' * 12} then, {digest} now",
        engine,
        calendar,
    )


def test_the_published_schema_is_that_of_the_classes() -> None:
    assert SCHEMA.read_text("utf-8") == records.schema(), "run `python -m pycontrol.record` and read the difference"


def test_amounts_are_exact_text_and_days_are_iso() -> None:
    mapping = json.loads(records.text([small.policy().record(small.determined())]))
    (liability,) = [one for one in mapping["outcomes"] if one["kind"] == "liability"]
    assert liability["liability"][0]["low"] == "3500000 CNY"
    assert mapping["asked"] == "2025-05-30"
    assert mapping["law"]["checked-to"] == {"home-1": "2026-06-30"}
    assert "expect" not in mapping["facts"]


def test_reasons_stand_in_one_table_what_they_rest_on_first() -> None:
    record = small.policy().record(small.determined())
    assert all(below < place for place, reason in enumerate(record.reasons) for below in reason.because)
    assert len(set(record.reasons)) == len(record.reasons)
    assert {record.reasons[place].citation for place in record.why} >= {"home-1/1", "home-1/3", "home-1/4"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "S006"),
        ("[", "U104"),
        ("{]", "U104"),
        ("[" * 5000, "U104"),
        ('{"format": NaN}', "U104"),
        ('{"a": ' + "9" * 6000 + "}", "U104"),
        ('{"format": "x", "format": "y"}', "U105"),
        ("{}", "U106"),
        ("3", "U106"),
        ('{"format": "pycontrol-record/9"}', "U106"),
        ('{"format": "pycontrol-record/1"}', "U107"),
    ],
)
def test_what_is_no_record_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        records.read_records(Source("record", text))
    assert [one.code for one in refused.value.diagnostics] == [code]


def test_a_record_with_a_wrong_amount_is_refused() -> None:
    record = small.policy().record(small.determined())
    broken = records.text([record]).replace('"3500000 CNY"', '"many CNY"')
    (read,) = records.read_records(Source("record", broken))
    with pytest.raises(Refused, match="U107"):
        records.read_determination(read)


def test_a_part_of_a_record_that_cannot_be_read_is_told_in_words() -> None:
    mapping = json.loads(records.text(small.policy().record(small.determined())))
    with pytest.raises(Refused, match=r"`record` is not a whole record: no day at `\$\.asked`"):
        records.read_records(Source("record", json.dumps(mapping | {"asked": "20.10.2025"})))


def test_a_determination_read_from_a_record_has_no_reasons_of_its_own() -> None:
    found = records.read_determination(small.policy().record(small.determined()))
    with pytest.raises(Refused, match="U102"):
        small.policy().why(found)


def test_several_records_are_no_record() -> None:
    record = small.policy().record(small.determined())
    with pytest.raises(Refused, match="U108"):
        small.policy().replay(records.text([record, record]))


def test_the_schema_is_json() -> None:
    assert msgspec.json.decode(records.schema())["$ref"] == "#/$defs/Record"
