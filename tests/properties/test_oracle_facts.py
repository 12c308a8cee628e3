"""The oracle on facts, stated and unknown, in cases small enough to decide by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pycontrol.facts.scenario import (
    Assumptions,
)
from pycontrol.law.model import (
    Compared,
    Differs,
    Inside,
    Operator,
    Quantifier,
    Sort,
)

from .building import (
    SPAN,
    act,
    act_,
    entity,
    is_,
    item_,
    law,
    nm,
    party_,
    passes_,
    provision,
    scenario,
)
from .deciding import DAY, LICENCE, OTHER, RULE, ask, only, verdicts
from .existing import having, where
from .oracle import (
    Contradiction,
    TooManyWorlds,
    evaluate,
)

if TYPE_CHECKING:
    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Law


def test_what_is_stated_is_certain_and_what_is_not_is_possible() -> None:
    rules = law(provision(RULE, LICENCE, passes_(act_(), "to", Inside("europe"))))
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {"to": "AT"}))), "binds") == {
        "ship - -": "certain"
    }
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {"to": "CN"}))), "binds") == {}
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {}))), "binds") == {"ship - -": "possible"}


def test_two_limbs_may_be_certain_together_where_neither_is_alone() -> None:
    rules = law(
        provision(RULE, LICENCE, passes_(act_(), "node", Compared(Operator.LESS, nm(14)))),
        provision(OTHER, LICENCE, passes_(act_(), "node", Compared(Operator.AT_LEAST, nm(14)))),
    )
    tables = only(ask(rules, scenario(act("ship", "movement", DAY, {}))))
    assert tables.grains["now", "licence", "provision", RULE, "ship"] == "possible"
    assert tables.grains["now", "licence", "article", "ins-a/1", "ship"] == "certain"
    assert tables.grains["now", "licence", "instrument", "ins-a", "ship"] == "certain"


def test_an_unknown_number_may_lie_on_a_threshold() -> None:
    rules = law(
        provision(RULE, LICENCE, passes_(act_(), "node", Compared(Operator.LESS, nm(14)))),
        provision(OTHER, LICENCE, passes_(act_(), "node", Compared(Operator.MORE, nm(14)))),
    )
    tables = only(ask(rules, scenario(act("ship", "movement", DAY, {}))))
    assert tables.grains["now", "licence", "instrument", "ins-a", "ship"] == "possible"


def test_two_unknown_places_may_be_the_same_or_differ() -> None:
    rules = law(provision(RULE, LICENCE, Differs(SPAN, act_(), "from", act_(), "to")))
    for facts, expected in (({}, "possible"), ({"from": "KR"}, "possible"), ({"from": "KR", "to": "AT"}, "certain")):
        assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, facts))), "binds") == {"ship - -": expected}
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {"from": "KR", "to": "KR"}))), "binds") == {}


def test_an_unnamed_party_is_weighed_and_may_be_anything() -> None:
    rules = law(
        provision(RULE, LICENCE, is_(party_("end-user"), "military", "yes"), per_item=True, bearer="transferor"),
    )
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {}))), "binds") == {
        "ship ?items@ship ?transferor@ship": "possible"
    }


def test_an_open_role_may_have_one_more_party() -> None:
    every = is_(party_("end-user"), "military", "yes", quantifier=Quantifier.EVERY)
    rules = law(provision(RULE, LICENCE, every))
    beta = entity("beta", Sort.PARTY, {"military": "yes"})
    for complete, expected in (((), "possible"), (("end-user",), "certain")):
        ship = act("ship", "movement", DAY, {"end-user": "beta"}, complete=complete)
        assert verdicts(ask(rules, scenario(ship, parties=[beta])), "binds") == {"ship - -": expected}


def test_a_fact_that_a_kind_of_act_lacks_has_no_values() -> None:
    some = passes_(act_(), "to", Inside("china"))
    rules = law(
        provision(RULE, LICENCE, some, kinds=["help"]),
        provision(OTHER, LICENCE, replace(some, quantifier=Quantifier.NO), kinds=["help"]),
    )
    answer = ask(rules, scenario(act("aid", "help", DAY, {})))
    assert verdicts(answer, "binds") == {}
    assert verdicts(answer, "binds", OTHER) == {"aid - -": "certain"}


def test_constraints_drop_worlds_and_refuse_contradictions() -> None:
    rules = law(provision(RULE, LICENCE, is_(act_(), "should-know", "yes")))
    knows = scenario(act("ship", "movement", DAY, {"knows": "yes"}))
    assert verdicts(ask(rules, knows), "binds") == {"ship - -": "certain"}
    with pytest.raises(Contradiction):
        ask(rules, replace(knows, assumptions=Assumptions(denied=("should-know",))))
    with pytest.raises(Contradiction):
        ask(law(), scenario(act("ship", "movement", DAY, {"knows": "yes", "should-know": "no"})))


def test_what_is_denied_is_no_where_it_was_not_stated() -> None:
    rules = law(provision(RULE, LICENCE, is_(act_(), "knows", "yes")))
    case = scenario(act("ship", "movement", DAY, {}), assumptions=Assumptions(denied=("knowledge",)))
    assert verdicts(ask(rules, case), "binds") == {}


def test_too_many_worlds_are_refused() -> None:
    rules = law(provision(RULE, LICENCE, is_(act_(), "end-use", "chips", quantifier=Quantifier.NO)))
    with pytest.raises(TooManyWorlds):
        evaluate(rules, scenario(act("ship", "movement", DAY, {"node": nm(3)})), DAY, limit=1)


def test_too_many_worlds_in_all_are_refused() -> None:
    rules = law(provision(RULE, LICENCE, is_(act_(), "end-use", "chips", quantifier=Quantifier.NO)))
    case = scenario(act("ship", "movement", DAY, {"node": nm(3)}))
    looked_at = next(most for most in range(1, 1000) if _enough(rules, case, most))
    assert looked_at > 2
    assert evaluate(rules, case, DAY, total=looked_at) == evaluate(rules, case, DAY)


def _enough(rules: Law, case: Scenario, most: int) -> bool:
    try:
        evaluate(rules, case, DAY, total=most)
    except TooManyWorlds:
        return False
    return True


def test_a_thing_has_a_fact_only_where_its_choice_says_so() -> None:
    metal = provision(RULE, LICENCE, is_(item_(), "form", "metal", "magnet"), per_item=True)
    other = provision(OTHER, LICENCE, is_(item_(), "form", "device"), per_item=True)
    rules = replace(law(metal, other), vocabulary=having(form=where("sort", "goods", "service")))
    ship = act("ship", "movement", DAY, {"items": "coil"})
    grain = ("now", "licence", "article", "ins-a/1", "ship")
    for facts, expected in (
        ({"sort": "goods"}, "certain"),
        ({"sort": "technology"}, None),
        ({}, "possible"),
        ({"form": ()}, None),
        ({"form": "metal"}, "certain"),
    ):
        tables = only(ask(rules, scenario(ship, items=[entity("coil", Sort.ITEM, facts)])))
        assert tables.grains.get(grain) == expected
    for facts in ({"sort": "technology", "form": "metal"}, {"sort": (), "form": "metal"}):
        with pytest.raises(Contradiction):
            ask(rules, scenario(ship, items=[entity("coil", Sort.ITEM, facts)]))


def test_a_fact_that_a_thing_has_tells_of_its_choice() -> None:
    rules = law(
        provision(RULE, LICENCE, is_(item_(), "sort", "technology"), per_item=True),
        provision(OTHER, LICENCE, is_(item_(), "sort", "goods"), per_item=True),
    )
    gates = {
        "form": where("sort", "goods", "service"),
        "grade": where("form", "metal"),
        "width": where("sort", "service"),
    }
    rules = replace(rules, vocabulary=having(**gates))
    ship = act("ship", "movement", DAY, {"items": "coil"})
    for facts, expected in (
        ({}, ["possible"] * 2),
        ({"grade": "fine"}, [None, "possible"]),
        ({"width": nm(14)}, [None] * 2),
    ):
        answer = ask(rules, scenario(ship, items=[entity("coil", Sort.ITEM, facts)]))
        assert [verdicts(answer, "binds", path).get("ship coil -") for path in (RULE, OTHER)] == expected
    with pytest.raises(Contradiction):
        ask(rules, scenario(ship, items=[entity("coil", Sort.ITEM, {"grade": "fine", "sort": "technology"})]))
