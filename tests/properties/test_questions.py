"""What an answer asks for: nothing that would settle one of its outcomes is left unasked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from pycontrol.determine import Certainty, Evidence, Outcome, determination
from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Law

from .asking import MODEST, evidence
from .asking import without as not_stated
from .strategies import cases
from .test_answers import facts_of

Drawn = tuple[Law, Scenario, dt.date]
Key = tuple[str, ...]


def outcomes(found: Evidence) -> dict[Key, Outcome]:
    """What follows in some completion at the default readings, by what it says of whom."""
    return {
        (one.layer, one.kind, one.provision, one.act, one.item, one.bearer): one
        for one in determination(found, "", "").outcomes
        if one.default is not Certainty.EXCLUDED
    }


@given(cases(), st.data())
@MODEST
def test_a_fact_that_settles_an_outcome_is_asked_for(drawn: Drawn, data: st.DataObject) -> None:
    law, case, asked = drawn
    case = replace(case, assumptions=replace(case.assumptions, denied=()))
    assume(facts_of(law, case))
    thing, fact = data.draw(st.sampled_from(facts_of(law, case)))
    narrow, wide = outcomes(evidence(law, case, asked)), outcomes(evidence(law, not_stated(case, thing, fact), asked))
    for key, before in wide.items():
        after = narrow[key].default if key in narrow else Certainty.EXCLUDED
        if before.default is Certainty.POSSIBLE and after is not Certainty.POSSIBLE:
            assert (thing, fact) in {(leaf.about, leaf.name) for leaf in before.depends_on}, key
