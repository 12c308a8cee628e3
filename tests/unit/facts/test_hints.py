"""What is suggested where a fact, a choice or a value is none: what a person would have looked for."""

from __future__ import annotations

import pytest

from pycontrol import Policy
from pycontrol.diagnostics import Diagnostic, Refused
from tests import small

FORMS = ", ".join(f"form-{letter}" for letter in "abcdefghi")
FACTS = f"""
fact item.form is choice of {FORMS}, magnet-material, battery-cell question "Form?"
fact item.substance is choice of ndfeb, dysprosium question "Of what?"
fact item.melt-mass is quantity in kg question "How much does it hold?"
fact item.value is money question "What is its price?"
fact item.made-in is place question "Where was it made?"
unit kg of mass
unit g of mass is 1/1000 kg
"""
POLICY = Policy.from_text(small.LAW.replace("\nregime home-control", f"{FACTS}\nregime home-control", 1))
ACT = "act ship kind movement on 2025-03-03 state planned from HM "


def refused(given: str | dict[str, object]) -> Diagnostic:
    with pytest.raises(Refused) as found:
        POLICY.scenarios(given if isinstance(given, dict) else f'scenario "x" {given}')
    (only,) = found.value.diagnostics
    return only


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("form permanent-magnet", "did you mean `magnet-material`? `pycontrol facts item.form` shows all 11"),
        ("form qwertz", "`pycontrol facts item.form` shows all 11"),
        ("form ndfeb", "`ndfeb` is a choice of `substance`; `pycontrol facts item.form` shows all 11"),
        ("substance ndfeb-with-dysprosium", "did you mean `ndfeb` or `dysprosium`?"),
        ("substance iron", "known: `dysprosium` and `ndfeb`"),
        ("weight 2 g", "facts that take such a value: `melt-mass`; `pycontrol facts` lists all"),
        ("price 3 CNY", "facts that take such a value: `value`; `pycontrol facts price` shows where the word stands"),
        ("country CN", "facts that take such a value: `made-in`; `pycontrol facts` lists all"),
        ("melt-mas 2 kg", "did you mean `melt-mass`?"),
        ("melt-mass 2 substance", "write the unit before it: `2 kg` or `2 g`"),
        ("melt-mass 2 pounds", "write it in `kg` or `g`"),
    ],
)
def test_of_an_item(text: str, cure: str) -> None:
    assert refused(f"{ACT} item bar {text}").help == cure


def test_a_term_of_the_law_is_no_kind_of_act() -> None:
    found = refused(ACT.replace("movement", "export"))
    assert found.message == "`export` is no choice of `kind`"
    assert found.help == (
        "the law finds whether an act is what it calls `export` from other facts: write `movement`; "
        "`pycontrol facts act.kind` shows all 2"
    )
    assert refused(ACT.replace("movement", "flight")).help == "kinds of act: `movement` and `report`"


@pytest.mark.parametrize(
    ("facts", "cure"),
    [
        ({"melt-mass": "2"}, "write its unit: `2 kg` or `2 g`"),
        ({"melt-mass": ".2 kg"}, "did you mean `0.2 kg`?"),
        ({"value": "310"}, "write its unit: `310 CNY`"),
        ({"melt-mass": "much"}, "write a number and a unit, such as `14 kg`"),
    ],
)
def test_an_amount_in_a_mapping(facts: dict[str, str], cure: str) -> None:
    act = {"kind": "movement", "on": "2025-03-03", "state": "planned"}
    assert refused({"scenario": "x", "acts": {"ship": act}, "items": {"bar": facts}}).help == cure


def test_a_place_in_small_letters() -> None:
    real = Policy.from_text(small.LAW.replace("places HM", "places CN"))
    with pytest.raises(Refused) as found:
        real.scenarios(f'scenario "x" {ACT} to de'.replace("HM", "CN"))
    assert found.value.diagnostics[0].help == "write its code in capital letters: `DE`"


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        ("date 2025-03-03", "unknown fact `date` of an act", "the day of an act is written `on 2025-03-03`"),
        ("screened seen on 2025-03-03", "unknown fact `screened` of an act", "write it below a `party`"),
        (
            "items 2 bars",
            "unknown item `2 bars`",
            "pieces are written `2 x bars`, of an item that is stated: `item bars`",
        ),
    ],
)
def test_of_an_act(text: str, message: str, cure: str) -> None:
    found = refused(f"{ACT} {text}")
    assert (found.message, found.help) == (message, cure)


def test_what_cannot_be_assumed_names_the_groups() -> None:
    assert refused(f"{ACT} assume not warlike").help.startswith("known: `listed-elsewhere`, ")
    grouped = small.LAW.replace("act.urgent is yes-no", "act.urgent is yes-no groups haste").replace(
        "kinds of act",
        "".join(f'fact act.q{n} is yes-no groups queries question "?"\n' for n in range(9)) + "kinds of act",
    )
    with pytest.raises(Refused) as found:
        Policy.from_text(grouped).scenarios(f'scenario "x" {ACT} assume not warlike')
    assert found.value.diagnostics[0].help.startswith("write a yes-no fact or one of the groups `haste`, `queries`")


def test_a_law_without_facts_of_such_a_thing_says_so() -> None:
    law = (
        'vocabulary\nkinds of act movement\nfact act.to is place question "Where?"\n'
        'regime home "Home" severity licence\n'
        'announcement home-1 "One" regime home issued 2025-01-01 by OFFICE articles 1 to 1 zone Asia/Shanghai\n'
        'checked to 2025-12-31 cite "One"\narticle 1 noted "nothing" because "a test"\n'
    )
    case = 'scenario "s"\n  party maker\n    established-in KR\n  act ship\n    kind movement   on 2025-02-01   state planned\n'
    with pytest.raises(Refused) as refused:
        Policy.from_text(law).determine(case)
    assert [one.help for one in refused.value.diagnostics] == [
        "the vocabulary of this law has no facts of such a thing"
    ]
