"""The oracle on provisions that defeat, serve and cover one another."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pycontrol.facts.scenario import (
    Licence,
)
from pycontrol.law.model import (
    Aspect,
    Inside,
    Modality,
    Reference,
    Sort,
)

from .building import (
    PAUSE,
    SPAN,
    SUSPENSIONS,
    Given,
    act,
    act_,
    entity,
    is_,
    law,
    norm,
    passes_,
    provision,
    scenario,
)
from .deciding import DAY, LICENCE, OTHER, RULE, ask, verdicts
from .oracle import (
    CyclicLaw,
    Verdict,
)


def test_an_exemption_defeats_and_a_defeated_one_reinstates() -> None:
    exemption = norm(Modality.EXEMPTION, RULE)
    rules = law(
        provision(RULE, LICENCE, defeats=[OTHER]),
        provision(OTHER, exemption, is_(act_(), "end-use", "medicine"), defeats=["ins-a/2(1)"]),
        provision("ins-a/2(1)", norm(Modality.STATEMENT), is_(act_(), "knows", "yes")),
    )
    plain = {"end-use": "medicine", "knows": "no"}
    answer = ask(rules, scenario(act("ship", "movement", DAY, plain)))
    assert verdicts(answer, "applies") == {"ship - -": "certain"}
    assert verdicts(answer, "stands") == {}
    assert verdicts(answer, "binds", OTHER) == {"ship - -": "certain"}
    answer = ask(rules, scenario(act("ship", "movement", DAY, {"end-use": "medicine"})))
    assert verdicts(answer, "stands") == {"ship - -": "possible"}
    answer = ask(rules, scenario(act("ship", "movement", DAY, plain | {"knows": "yes"})))
    assert verdicts(answer, "stands") == {"ship - -": "certain"}
    assert verdicts(answer, "stands", OTHER) == {}


def test_defeat_does_not_cross_regimes() -> None:
    rules = law(
        provision(RULE, LICENCE, defeats=["ins-b/1(1)"]),
        provision("ins-b/1(1)", norm(Modality.EXEMPTION, RULE)),
        regimes={"ins-b": "abroad"},
    )
    assert verdicts(ask(rules, scenario(act("ship", "movement", DAY, {}))), "stands") == {"ship - -": "certain"}


def test_serving_a_would_be_violation_hangs_on_the_breach_in_both_layers() -> None:
    rules = law(
        provision(RULE, norm(Modality.PROHIBITION), passes_(act_(), "to", Inside("europe"))),
        provision(
            OTHER,
            norm(Modality.PROHIBITION),
            Reference(SPAN, act_("serves"), Aspect.BREACH, (RULE,)),
            kinds=["help"],
        ),
        provision("ins-a/2(1)", norm(Modality.SANCTION, RULE)),
        suspensions=SUSPENSIONS,
    )
    ship = act("ship", "movement", DAY, {"to": "AT"})
    answer = ask(rules, scenario(ship, act("aid", "help", DAY, {"serves": "ship"})))
    assert verdicts(answer, "binds", OTHER) == {"aid - -": "certain"}
    assert verdicts(answer, "binds", "ins-a/2(1)") == {"ship - -": "certain"}
    asleep = replace(ship, on=PAUSE[0])
    answer = ask(rules, scenario(asleep, act("aid", "help", PAUSE[0], {"serves": "ship"})))
    assert verdicts(answer, "binds", OTHER) == {}
    assert verdicts(answer, "binds", OTHER, "dormant") == {"aid - -": "certain"}
    answer = ask(rules, scenario(ship, act("aid", "help", DAY, {})))
    assert verdicts(answer, "binds", OTHER) == {"aid - -": "possible"}


def test_a_law_that_hangs_on_itself_is_refused() -> None:
    one = provision(RULE, LICENCE, defeats=[OTHER])
    other = provision(OTHER, norm(Modality.STATEMENT), defeats=[RULE])
    with pytest.raises(CyclicLaw):
        ask(law(one, other), scenario(act("ship", "movement", DAY, {})))


def test_a_licence_covers_what_it_names() -> None:
    rules = law(provision(RULE, LICENCE, per_item=True, bearer="transferor"))
    parties = [entity("beta", Sort.PARTY, {}), entity("gamma", Sort.PARTY, {})]
    facts: dict[str, Given] = {"items": "coil", "transferor": "beta", "end-user": "gamma", "end-use": "chips"}
    ship = act("ship", "movement", DAY, facts, complete=["end-user"])
    held = Licence("l", "dual", "beta", ("coil",), ("gamma",), ("chips",), DAY, DAY)

    def breach(*licences: Licence, complete: tuple[str, ...] = ("licences",)) -> Verdict | None:
        coil = entity("coil", Sort.ITEM, {})
        case = scenario(ship, parties=parties, items=[coil], licences=licences, complete=complete)
        return verdicts(ask(rules, case), "breach").get("ship coil beta")

    assert breach() == "certain"
    assert breach(complete=()) == "possible"
    assert breach(held) is None
    assert breach(replace(held, end_uses=None)) == "possible"
    assert breach(replace(held, holder="gamma", end_uses=None)) == "certain"
    assert breach(replace(held, until=DAY - dt.timedelta(1))) == "certain"
    assert breach(held, complete=()) is None
