"""Scenario files: what is read, and what is refused."""

import datetime as dt
from fractions import Fraction

import pytest

from pycontrol.diagnostics import Diagnostic, Refused, Source
from pycontrol.facts import from_syntax
from pycontrol.facts.contradictions import DEEPEST
from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Quantity
from pycontrol.syntax import parse_scenarios
from tests.unit.facts.small_law import LAW

ACT = "act ship kind movement on 2026-01-01 state planned\n"


def read(text: str) -> Scenario:
    (found,) = from_syntax(parse_scenarios(Source("case.scenario", f'scenario "s"\n{text}')), LAW)
    return found


def refused(text: str) -> list[Diagnostic]:
    with pytest.raises(Refused) as error:
        read(text)
    return list(error.value.diagnostics)


def test_a_scenario_is_read() -> None:
    found = read(
        ACT + "node 0.014 um end-use chips, medical\n"
        'party maker name "Maker", "M" listed watch since 2026-01-01 screened watch on 2025-01-01\n'
        "citizen-of CN until 2025-06-01, KR since 2025-06-02 complete owners\n"
        "party buyer owners none\n"
        "item coil parts 2 x magnet, housing\nitem magnet value 3.50 EUR\nitem housing parts none\n"
        "stake maker in buyer 51 % votes since 2020-01-01\n"
        "licence l-1 kind dual-use holder maker since 2026-01-01\n"
        "complete licences\nassume not knowledge, should-know\nassume order-1 in force\ntake notice-date late\n"
        'expect "a line"\n'
    )
    (act,) = found.acts
    assert (act.kind, act.on, act.done, act.at) == ("movement", dt.date(2026, 1, 1), False, None)
    assert act.entity.facts["node"][0].value == Quantity(Fraction(14), "nm")
    assert [stated.value for stated in act.entity.facts["end-use"]] == ["chips", "medical"]
    assert found.names["maker"].names == ("Maker", "M")
    assert found.names["maker"].screened == (("watch", dt.date(2025, 1, 1)),)
    assert found.parties["maker"].complete == {"owners"}
    assert found.parties["buyer"].facts["owners"] == ()
    assert [stated.count for stated in found.items["coil"].facts["parts"]] == [2, None]
    assert found.items["magnet"].facts["value"][0].value == Quantity(Fraction(7, 2), "EUR")
    assert found.stakes[0].share == Fraction(51, 100)
    assert found.licences[0].items is None
    assert found.assumptions.taken == (("notice-date", "late"),)
    assert found.expected is not None
    assert found.expected[0].line == "a line"


def test_unknown_is_the_same_as_not_stated() -> None:
    facts = read(ACT + "node unknown").acts[0].entity.facts
    assert "node" not in facts


def test_an_act_may_have_a_time() -> None:
    (act,) = read("act ship kind movement at 2025-11-10 13:01 state done").acts
    assert (act.on, act.at, act.done) == (dt.date(2025, 11, 10), dt.time(13, 1), True)


def test_quoted_words_are_never_special() -> None:
    found = read(ACT + 'party p motto "none"')
    assert found.parties["p"].facts["motto"][0].value == "none"


@pytest.mark.parametrize(
    ("text", "code", "place", "message", "cure"),
    [
        (ACT + "nod 14 nm", "F101", "nod", "unknown fact `nod` of an act", "did you mean `node`?"),
        (ACT + "value 3 EUR", "F101", "value", "unknown fact `value` of an act", "`value` is a fact of: `item`"),
        (ACT + "knows maybe", "F102", "maybe", "`knows` is `yes` or `no`, not `maybe`", "write `yes` or `no`"),
        (ACT + "knows none", "F102", "none", "`knows` is `yes` or `no`, not `none`", "write `no`"),
        (ACT + "from china", "F102", "china", "`from` is a place, not `china`", "capital letters"),
        (ACT + "node small", "F102", "small", "`node` is a quantity, not `small`", "such as `1000 nm`"),
        (ACT + "node 14 EUR", "F103", "14 EUR", "`node` is measured in `nm`, but `EUR` is a currency", "`nm` or `um`"),
        (ACT + "node 14 layers", "F103", "14 layers", "but `layers` is a unit of layer-count", "`nm` or `um`"),
        (ACT + "turnover 5 %", "F103", "5 %", "`turnover` is money, but `%` is a unit of share", "`EUR` or `USD`"),
        (ACT + "turnover 5 CHF", "F103", "5 CHF", "`turnover` is money, but `CHF` is not declared", "`EUR` or `USD`"),
        (
            ACT + "turnover 5 euros",
            "F103",
            "5 euros",
            "`turnover` is money, but `euros` is not declared",
            "did you mean `5 EUR`?",
        ),
        (ACT + "node 1.1 um", "F104", "1.1 um", "`1.1 um` is out of the range of `node`", "from `1 nm` to `1000 nm`"),
        (ACT + "turnover -5 EUR", "F104", "-5 EUR", "`-5 EUR` is out of the range of `turnover`", "from `0 EUR`"),
        (ACT + "end-use chips, chips", "F105", "chips", "a value of `end-use` is given twice", "keep one"),
        (ACT + "item ship", "F105", "ship", "the name `ship` is given twice", "keep one"),
        (ACT + "end-use chip", "F106", "chip", "`chip` is no choice of `end-use`", "did you mean `chips`?"),
        (
            "act a kind help on 2026-01-01 state done from AT",
            "F107",
            "from",
            "`from` is not a fact of a help",
            "`movement`",
        ),
        (ACT + "end-user byer party buyer", "F108", "byer", "unknown party `byer`", "did you mean `buyer`?"),
        (ACT + "items coil", "F108", "coil", "unknown item `coil`", "state it with `item coil`"),
        (ACT + "fulfils shop", "F108", "shop", "unknown act `shop`", "did you mean `ship`?"),
        ("act a on 2026-01-01 state done", "F109", "a", "act `a` does not say its kind", "`kind movement`"),
        (
            "act a kind unknown on 2026-01-01 state done",
            "F109",
            "a",
            "act `a` does not say its kind",
            "`kind movement`",
        ),
        ("act a kind help state done", "F109", "a", "act `a` does not say its day", "write `on` and its day"),
        ("act a kind help on 2026-01-01", "F109", "a", "act `a` does not say its state", "`state planned`"),
        (ACT + "from AT, KR", "F110", "KR", "`from` has one value at a time, not several", "keep one"),
        (ACT + "party p present-in AT, KR", "F110", "KR", "`present-in` has one value at a time", "keep one"),
        (ACT + "end-use none, chips", "F111", "none", "`end-use` is `none` and has a value too", "keep `none`"),
        (
            ACT + "party p citizen-of CN since 2026-01-02 until 2026-01-01",
            "F112",
            "CN",
            "`2026-01-01` lies before",
            "since",
        ),
        (ACT + "party p established-in CN since 2026-01-02", "F120", "CN", "`established-in` has no dates", "leave"),
        (ACT + "party p listed wach", "F114", "wach", "unknown list `wach`", "did you mean `watch`?"),
        (
            ACT + "party p listed watch by notice-3",
            "F130",
            "watch",
            "`notice-3` is no notice of `watch`",
            "did you mean `notice-1` or `notice-2`?",
        ),
        (ACT + "party p established-in CN by notice-1", "F131", "CN", "`established-in` has no notices", "leave"),
        (ACT + 'party p name "A" by notice-1', "F131", '"A"', "`name` has no notices", "leave"),
        (ACT + "party p screened wach on 2026-01-01", "F114", "wach", "unknown list `wach`", "did you mean `watch`?"),
        (ACT + "take notice-dat late", "F115", "notice-dat", "unknown reading `notice-dat`", "`notice-date`"),
        (ACT + "take notice-date lat", "F115", "lat", "unknown value of `notice-date` `lat`", "`late`"),
        (ACT + "assume order-2 in force", "F116", "order-2", "unknown instrument `order-2`", "`order-1`"),
        (ACT + "assume not knowlege", "F117", "knowlege", "unknown yes-no fact or group `knowlege`", "`knowledge`"),
        (ACT + "assume not node", "F117", "node", "unknown yes-no fact or group `node`", "only facts that are"),
        ("item coil", "F118", '"s"', 'the scenario "s" has no act', "state at least one"),
        (ACT + "item coil complete value", "F122", "value", "`value` is no open fact of an item", "`parts`"),
        (ACT + "items 2 x ship", "F102", "2 x ship", "`items` takes no count", "only `parts` are counted"),
        (ACT + "item a parts 0 x a", "F104", "0 x a", "`0 x a` is no part at all", "leave the part out"),
        (ACT + "licence l kinds dual-use", "F101", "kinds", "unknown fact `kinds`", "`kind`"),
        (ACT + "licence l since 2026-01-02 until 2026-01-01", "F112", "l", "`2026-01-01` lies before", "since"),
        (
            ACT + "party a party b stake a in b 101 % equity",
            "F104",
            "101 %",
            "out of the range of `share`",
            "to `100 %`",
        ),
        (
            ACT + "party a party b stake a in b 51 % shares",
            "F106",
            "shares",
            "unknown kind of stake `shares`",
            "`seats`",
        ),
        (ACT + "party none", "F121", "none", "`none` cannot be a name", "letters"),
    ],
)
def test_what_is_refused(text: str, code: str, place: str, message: str, cure: str) -> None:
    found = [each for each in refused(text) if each.code == code]
    assert len(found) == 1, refused(text)
    assert message in found[0].message
    assert cure in found[0].help
    assert found[0].primary
    assert found[0].primary.span.text == place


def test_all_mistakes_are_told_at_once() -> None:
    codes = [each.code for each in refused(ACT + "nod 14 nm from china\nitem coil value 3 nm parts 2 x magnt")]
    assert sorted(codes) == ["F101", "F102", "F103", "F108"]


def test_contradictory_stakes() -> None:
    parties = ACT + "party a party b party p "
    (found,) = refused(parties + "stake a in p 60 % equity stake b in p 40.01 % equity since 2026-01-01")
    assert found.code == "F111"
    assert found.message == "the equity stakes of `a` and `b` in `p` come to 100.01 % on 2026-01-01"
    read(parties + "stake a in p 60 % equity stake b in p 40 % equity")
    read(parties + "stake a in p 60 % equity stake b in p 60 % votes")
    read(parties + "stake a in p 60 % equity until 2025-12-31 stake b in p 60 % equity since 2026-01-01")
    (found,) = refused(parties + "stake a in p 60 % equity until 2026-01-01 stake b in p 60 % equity since 2026-01-01")
    assert found.code == "F111"


def test_the_same_stake_twice() -> None:
    parties = ACT + "party a party p "
    (found,) = refused(parties + "stake a in p 20 % equity stake a in p 30 % equity since 2026-01-01")
    assert (found.code, found.message) == ("F105", "the equity stake of `a` in `p` is given twice")
    assert found.secondary
    read(parties + "stake a in p 20 % equity until 2025-12-31 stake a in p 30 % equity since 2026-01-01")


def test_a_constraint_is_followed_all_the_way() -> None:
    (found,) = refused(ACT + "knows yes should-know no")
    assert (found.code, found.message) == (
        "F111",
        "`should-know` of `ship` is `no`, but `knows` is `yes`, which implies `should-know is yes`",
    )
    read(ACT + "knows no should-know no")
    read(ACT + "knows yes should-know yes")


def test_listed_and_screened() -> None:
    (found,) = refused(ACT + "party p listed watch since 2026-01-01 screened watch on 2026-01-01")
    assert found.code == "F111"
    read(ACT + "party p listed watch since 2026-01-02 screened watch on 2026-01-01")
    (found,) = refused(ACT + "party p listed watch by notice-1 screened watch on 2026-01-01")
    assert found.code == "F111"
    read(ACT + "party p listed watch by notice-1 screened watch on 2025-03-03")


def test_circles() -> None:
    (found,) = refused(ACT + "item a parts b item b parts 2 x c item c parts b")
    assert (found.code, found.message) == ("F113", "`parts` goes in a circle: `b` > `c` > `b`")
    (found,) = refused(ACT + "item a parts a")
    assert found.message == "`parts` goes in a circle: `a` > `a`"
    (found,) = refused(ACT + "party p branch-of q party q branch-of p")
    assert found.code == "F113"
    (found,) = refused(ACT + "fulfils ship")
    assert found.code == "F113"
    read(ACT + "item a parts b, c item b parts d item c parts d item d")
    read(ACT + "party a owners b party b owners a")


def test_parts_have_a_bottom() -> None:
    chain = " ".join(f"item i{n} parts i{n + 1}" for n in range(DEEPEST))
    (found,) = refused(f"{ACT} {chain} item i{DEEPEST}")
    assert (found.code, found.message) == (
        "F104",
        f"`parts` goes more than {DEEPEST} levels deep, from `i0` to `i{DEEPEST}`",
    )


def test_dated_values_may_follow_each_other() -> None:
    found = read(ACT + "party p present-in AT until 2025-12-31, KR since 2026-01-01")
    assert len(found.parties["p"].facts["present-in"]) == 2


def test_several_scenarios_of_one_name() -> None:
    text = f'scenario "s" {ACT} scenario "s" {ACT}'
    with pytest.raises(Refused) as error:
        from_syntax(parse_scenarios(Source("case.scenario", text)), LAW)
    assert [each.code for each in error.value.diagnostics] == ["F105"]
