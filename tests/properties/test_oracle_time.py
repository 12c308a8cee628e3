"""The oracle on days: suspensions, events in doubt, readings of dates, due days."""

from __future__ import annotations

import datetime as dt

import pytest

from pycontrol.facts.scenario import (
    Assumptions,
)
from pycontrol.law.model import (
    Due,
    DueFrom,
    Guard,
    Inside,
    Modality,
    Operates,
    Period,
    Suspension,
    Under,
)

from .building import (
    DOUBT,
    PAUSE,
    SPAN,
    SUSPENSIONS,
    act,
    act_,
    law,
    norm,
    passes_,
    provision,
    scenario,
)
from .deciding import DAY, LICENCE, RULE, ask, verdicts
from .oracle import (
    Verdict,
)


def test_suspension_puts_to_sleep_and_an_event_in_doubt_makes_columns() -> None:
    rules = law(provision(RULE, LICENCE), suspensions=SUSPENSIONS)

    def columns(day: dt.date, in_force: tuple[str, ...] = ()) -> dict[str, tuple[bool, bool]]:
        case = scenario(act("ship", "movement", day, {}), assumptions=Assumptions(in_force=in_force))
        keys = {layer: (layer, "binds", RULE, "ship", "-", "-") for layer in ("now", "dormant")}
        return {
            column[0][1]: (keys["now"] in tables.nodes, keys["dormant"] in tables.nodes)
            for column, tables in ask(rules, case).branches.items()
        }

    assert columns(dt.date(2025, 1, 5)) == {"over": (False, False), "on": (False, False)}
    assert columns(dt.date(2025, 1, 20)) == {"over": (False, True), "on": (False, True)}
    assert columns(DAY) == {"over": (True, True), "on": (True, True)}
    assert columns(PAUSE[1]) == {"over": (False, True), "on": (False, True)}
    assert columns(DOUBT[0]) == {"over": (True, True), "on": (False, True)}
    assert columns(DOUBT[0], in_force=("ins-a",)) == {"over": (True, True), "on": (True, True)}


def test_what_stands_beside_a_suspended_part_operates() -> None:
    paths = ("ins-a/1(1)", "ins-a/2(1)", "ins-a/12(1)")
    part = Suspension("ins-b", ("ins-a/1", "ins-a/2(2)"), (Period(*PAUSE),))
    rules = law(*(provision(path, LICENCE) for path in paths), suspensions=(part,))
    answer = ask(rules, scenario(act("ship", "movement", PAUSE[0], {})))
    assert [path for path in paths if verdicts(answer, "binds", path)] == ["ins-a/2(1)", "ins-a/12(1)"]


def test_what_asks_whether_law_operates_looks_at_any_part_of_it_in_the_layer_asked() -> None:
    part = Suspension("ins-b", ("ins-a/1",), (Period(*PAUSE),))
    targets = {"ins-b/1(1)": "ins-a", "ins-b/1(2)": "ins-a/1", "ins-b/1(3)": "ins-a/1(1)", "ins-b/1(4)": "ins-a/3"}
    lists = (provision(path, LICENCE) for path in (RULE, "ins-a/2(1)"))
    bans = (provision(path, LICENCE, Operates(SPAN, target)) for path, target in targets.items())
    answer = ask(law(*lists, *bans, suspensions=(part,)), scenario(act("ship", "movement", PAUSE[0], {})))
    assert [path for path in targets if verdicts(answer, "binds", path)] == ["ins-b/1(1)"]
    assert [path for path in targets if verdicts(answer, "binds", path, "dormant")] == list(targets)[:3]


def test_a_reading_without_default_varies_and_can_be_taken() -> None:
    rules = law(provision(RULE, LICENCE, Under(SPAN, Guard("doubt", "wide"))))
    ship = act("ship", "movement", DAY, {})
    answer = ask(rules, scenario(ship))
    assert verdicts(answer, "binds") == {"ship - -": "possible"}
    assert answer.turns_on() == {"doubt"}
    taken = ask(rules, scenario(ship, assumptions=Assumptions(taken=(("doubt", "wide"),))))
    assert verdicts(taken, "binds") == {"ship - -": "certain"}
    assert taken.turns_on() == frozenset()


def test_a_place_belongs_under_its_reading() -> None:
    rules = law(provision(RULE, LICENCE, passes_(act_(), "to", Inside("china"))))
    answer = ask(rules, scenario(act("ship", "movement", DAY, {"to": "HK"})))
    assert verdicts(answer, "binds") == {"ship - -": "certain"}
    assert answer.turns_on() == {"scope"}


@pytest.mark.parametrize(
    ("asked", "events", "reported", "expected"),
    [
        (dt.date(2025, 3, 17), True, None, None),
        (dt.date(2025, 3, 18), True, None, "certain"),
        (dt.date(2025, 3, 18), False, None, "possible"),
        (dt.date(2025, 3, 18), False, dt.date(2025, 3, 17), None),
        (dt.date(2025, 3, 20), True, dt.date(2025, 3, 18), "certain"),
    ],
)
def test_a_duty_is_breached_after_its_last_day(
    asked: dt.date, events: bool, reported: dt.date | None, expected: Verdict | None
) -> None:
    duty = norm(Modality.DUTY, what="report", due=Due(DueFrom.AFTER, 10, working=True))
    acts = [act("ship", "movement", DAY, {}, done=True)]
    if reported:
        acts.append(act("mail", "report", reported, {"fulfils": "ship", "filer": "beta"}, done=True))
    case = scenario(*acts, complete=["events"] if events else [])
    found = verdicts(ask(law(provision(RULE, duty)), case, asked), "breach")
    assert found == ({"ship - -": expected} if expected else {})


def test_beyond_the_calendar_the_last_day_is_a_stretch() -> None:
    duty = norm(Modality.DUTY, what="report", due=Due(DueFrom.AFTER, 1, working=True))
    case = scenario(act("ship", "movement", dt.date(2060, 1, 1), {}, done=True), complete=["events"])
    found = [
        verdicts(ask(law(provision(RULE, duty)), case, dt.date(2060, 1, day)), "breach").get("ship - -")
        for day in (2, 3, 23, 24)
    ]
    assert found == [None, "possible", "possible", "certain"]
