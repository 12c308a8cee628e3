"""What callers from Python meet at the edges: days that are none, answers sent to another process, law of each order."""

import datetime as dt
import json
import pickle
from pathlib import Path

import pytest
from click.testing import CliRunner

from pycontrol import Policy, record
from pycontrol.cli import cli
from pycontrol.determine import Certainty, DueDay
from pycontrol.diagnostics import Refused
from pycontrol.policy import bundled

ORDERS = bundled("scenarios") / "several-orders" / "shipments.scenario"


@pytest.fixture(scope="module")
def policy() -> Policy:
    return Policy.load()


def test_a_day_asked_about_that_is_no_day_is_refused(policy: Policy) -> None:
    (scenario, *_) = policy.scenarios(ORDERS)
    with pytest.raises(Refused, match="`2026-01-01` is no day"):
        policy.determine(scenario, on="2026-01-01")  # type: ignore[arg-type]


def test_outcomes_are_selected_by_the_citation_that_people_write(policy: Policy) -> None:
    _, scenario, *_ = policy.scenarios(bundled("scenarios") / "cn/mofcom/2025/061/acceptance.scenario")
    found = policy.determine(scenario)
    whole = found.select(provision="cn-mofcom-2025-61/1", layer=None)
    assert whole
    assert found.select(provision="61/1", layer=None) == found.select(provision="61 art. 1", layer=None) == whole
    for asked, words in (
        ({"provision": "61/99"}, "there is no provision `61/99`"),
        ({"kind": "licens"}, "there is no kind of outcome `licens`"),
        ({"bearer": "nobody"}, "there is no party in the scenario `nobody`"),
        ({"act": "nothing"}, "there is no act in the scenario `nothing`"),
        ({"certainty": "sure"}, "there is no certainty `sure`"),
    ):
        with pytest.raises(Refused, match=words):
            found.select(**asked)
    with pytest.raises(Refused) as refusal:
        found.select(kind="violation")  # the word of the sheet
    assert refusal.value.diagnostics[0].help == "did you mean `breach`?"


def test_outcomes_are_selected_by_act_and_certainty(policy: Policy) -> None:
    several, *_ = policy.scenarios(bundled("scenarios") / "cn/mofcom/2025/018/no-mark-and-no-form.scenario")
    found = policy.determine(several)
    acts = {one.name: found.select(act=one.name) for one in several.acts}
    assert all({outcome.act for outcome in outcomes} == {name} for name, outcomes in acts.items())
    assert sum(map(len, acts.values())) == len(found.select())
    certain, possible = (found.select(certainty=one) for one in ("certain", Certainty.POSSIBLE))
    assert {one.certainty for one in certain} == {"certain"}
    assert {one.certainty for one in possible} == {"possible"}
    assert found.select(act=several.acts[0].name, certainty="certain") == tuple(
        one for one in certain if one.act == several.acts[0].name
    )


def test_a_stake_in_the_words_of_the_trade_is_told_the_keys(policy: Policy) -> None:
    case = {
        "act": {"kind": "movement", "on": "2026-01-01", "state": "planned"},
        "parties": {"a": {}, "b": {}},
        "stakes": [{"holder": "a", "in": "b", "share": "51 %", "type": "equity"}],
    }
    with pytest.raises(Refused) as refusal:
        policy.determine(case)
    told = [(one.message.rpartition(", in")[0], one.help) for one in refusal.value.diagnostics]
    assert told == [
        ("unknown key `holder`", "did you mean `owner`?"),
        ("unknown key `in`", "did you mean `held`?"),
        ("unknown key `type`", "did you mean `interest`?"),
    ]


BASE: dict[str, object] = {"act": {"kind": "movement", "on": "2026-01-01", "state": "planned"}, "parties": {"a": {}}}


@pytest.mark.parametrize(
    ("more", "words", "cure"),
    [
        (
            {"parties": {"a": {"screened": {"control-list": "2026-01-01"}}}},
            "`value` and `on` missing",
            'write `{"value": …, "on": …}`',
        ),
        (
            {"parties": {"a": {"screened": ["control-list"]}}},
            "`control-list` is no mapping",
            'write `{"value": …, "on": …}`',
        ),
        (
            {"item": {"parts": [{"item": "x", "count": 2}]}},
            "a mapping is no value of `parts`",
            "write the value as text, such as `2 x magnet`; several stand in a list",
        ),
    ],
)
def test_a_mapping_of_another_shape_is_told_the_whole_shape(
    policy: Policy, more: dict[str, object], words: str, cure: str
) -> None:
    with pytest.raises(Refused) as refusal:
        policy.determine(BASE | more)
    assert (words, cure) in [(one.message.rpartition(", in")[0], one.help) for one in refusal.value.diagnostics]


def test_several_scenarios_where_one_is_expected_are_refused(policy: Policy) -> None:
    with pytest.raises(Refused, match="a list of them goes to `determine_many`"):
        policy.determine([BASE, BASE])  # type: ignore[arg-type]


def test_a_record_goes_by_itself_or_as_text_and_nothing_else_is_one(policy: Policy) -> None:
    kept = policy.record(policy.determine({**BASE, "regimes": ["cn-technology-trade"]}))
    assert record.text(kept) == record.text([kept])
    with pytest.raises(Refused, match="what is handed in is no record"):
        policy.replay({"format": "pycontrol-record/1"})  # type: ignore[arg-type]


def test_an_answer_can_be_sent_to_another_process(policy: Policy) -> None:
    (scenario, *_) = policy.scenarios(ORDERS)
    found = policy.determine(scenario)
    assert pickle.loads(pickle.dumps(found)).outcomes == found.outcomes


def test_each_legal_order_that_asks_for_nothing_has_its_neighbouring_law_beside_it(policy: Policy) -> None:
    named = "Dysprosium to VSE Corporation on 2025-12-01".casefold()
    scenario = next(one for one in policy.scenarios(ORDERS) if named in one.name.casefold())
    found = policy.determine(scenario)
    nothing = {head.regime for head in found.headlines if not head.word}
    beside = {policy.law.instruments[one.instrument].regime for one in found.neighbours}
    assert "cn-technology-trade" in nothing
    assert nothing & {"cn-technology-trade", "us-ear"} <= beside


def test_an_order_that_requires_a_licence_has_no_neighbouring_law_beside_it_whatever_graver_its_headline_says(
    policy: Policy,
) -> None:
    denied = [
        found
        for scenario in policy.scenarios(bundled("scenarios") / "cn/mofcom/2025/061/acceptance.scenario")
        if (found := policy.determine(scenario)).headlines[0].word == "presumption-of-denial"
        and found.headlines[0].certainty == "certain"
    ]
    assert denied
    for found in denied:
        assert [one for one in found.select(kind="licence") if one.certainty == "certain"]
        assert not [one for one in found.neighbours if one.act == found.headlines[0].act]


def test_a_possible_near_miss_says_what_to_find_out(policy: Policy) -> None:
    found = policy.determine("""
scenario "lithium iron phosphate of 2.45 g/cm3, its capacity unmeasured"
  regimes cn-export-control
  asked 2026-10-01
  item powder
    kind goods   substance lithium-iron-phosphate   form cathode-material   compacted-density 2.45 g/cm3
""")
    (near,) = (one for one in found.classified if one.near)
    assert (near.code, [leaf.name for leaf in near.depends_on]) == ("3C901.a.1", ["specific-capacity"])


@pytest.mark.parametrize("name", ["case.scenario", "cases/one.json"])
def test_the_name_of_a_file_is_no_text(policy: Policy, name: str) -> None:
    with pytest.raises(Refused, match="is the name of a file"):
        policy.determine(name)
    with pytest.raises(Refused, match="is the name of a file"):
        policy.replay("record.json")


def test_one_file_may_stand_without_a_list(policy: Policy) -> None:
    assert policy.determine_many(ORDERS) == policy.determine_many([ORDERS])


def test_of_many_mappings_all_that_is_wrong_is_told_with_the_name_of_each(policy: Policy) -> None:
    wrong = {"act": {"kind": "movement", "on": "2025-10-20", "state": "planned", "to": "kr"}}
    with pytest.raises(Refused) as refused:
        policy.determine_many([{"scenario": "first", **wrong}, wrong, {"scenario": "third", **wrong}])
    assert [one.of for one in refused.value.diagnostics] == [("first",), ("scenario 2",), ("third",)]
    assert "in `act.to`, of `scenario 2` (" in str(refused.value)


def test_of_json_the_file_is_told_and_what_is_wrong_in_any_of_several(policy: Policy, tmp_path: Path) -> None:
    wrong = {"act": {"kind": "movement", "on": "2025-10-20", "state": "planned", "to": "kr"}}
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    one.write_text(json.dumps(wrong), encoding="utf-8")
    two.write_text(json.dumps([{"scenario": "first", **wrong}, wrong]), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        policy.scenarios(one, two)
    of = [(str(one),), ("first", str(two)), ("scenario 2", str(two))]
    assert [each.of for each in refused.value.diagnostics] == of
    run = CliRunner().invoke(cli, ["determine", str(one), str(two)])
    assert [f"in `act.to`, of `{each[0]}`" in run.stderr for each in of] == [True] * 3


def test_a_refusal_can_be_sent_to_another_process(policy: Policy) -> None:
    with pytest.raises(Refused) as refused:
        policy.determine({"act": {"kind": "movement", "on": "20.10.2025"}})
    arrived = pickle.loads(pickle.dumps(refused.value))
    assert (arrived.diagnostics, str(arrived)) == (refused.value.diagnostics, str(refused.value))


@pytest.mark.parametrize(
    ("day", "found"), [("2026-06-14", []), ("2026-06-15", [False]), ("2026-06-21", [False]), ("2026-06-22", [True])]
)
def test_a_listing_whose_day_is_in_doubt_is_told_as_in_doubt(policy: Policy, day: str, found: list[bool]) -> None:
    case = f'scenario "s" asked {day} party buyer name "MP Materials Corp." item goods kind goods'
    told = policy.determine(policy.scenarios(case)[0]).found_names
    assert [one.sure for one in told] == found
    assert {one.notice for one in told} <= {"cn-mofcom-2026-23"}


def test_an_answer_is_short_in_a_session_and_each_headline_and_due_day_a_few_words(policy: Policy) -> None:
    acceptance = policy.scenarios(bundled("scenarios") / "cn/mofcom/2025/061/acceptance.scenario")
    answers = (policy.determine(one) for one in acceptance)
    found = next(one for one in answers if any(each.due for each in one.outcomes))
    assert repr(found) == f"Determination({found.scenario!r}, asked {found.asked}: {len(found.outcomes)} outcomes)"
    act, words = found.headlines[0].act, str(found.headlines[0])
    assert found.lines()[0] == f"headline {act}: {words}"
    due = next(one.due for one in found.outcomes if one.due)
    assert any(line.endswith(f" due {due}") for line in found.lines())
    assert str(DueDay(dt.date(2027, 1, 4), dt.date(2027, 1, 8))) == "2027-01-04 to 2027-01-08"
