"""The vocabulary: units convert exactly, territories hang on readings, and every slip is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pycontrol.law.model import Constraint, FactType, Filing, Guard, Settled, Sort, Unit
from tests.unit.law.given import VOCABULARY, announcement, article, loaded, refused


def test_units_convert_to_the_canonical_unit_of_their_dimension_whatever_the_order() -> None:
    units = loaded().vocabulary.units
    assert units["um"] == Unit("um", "length", "nm", Fraction(1000))
    assert units["%"] == Unit("%", "share", "one", Fraction(1, 100))
    assert units["CNY"] == Unit("CNY", "CNY", "CNY", Fraction(1))


def test_a_fact_keeps_all_that_was_said_of_it() -> None:
    facts = loaded().vocabulary.facts
    node = facts[Sort.ACT, "node"]
    assert (node.type, node.unit, node.low, node.high) == (FactType.QUANTITY, "nm", Fraction(1), Fraction(1000))
    citizen = facts[Sort.PARTY, "citizen-of"]
    assert (citizen.type, citizen.many, citizen.dated, citizen.open) == (FactType.PLACE, True, True, False)
    knows = facts[Sort.ACT, "knows"]
    assert (knows.settled, knows.groups) == (Settled.JUDGED, ("knowledge",))
    assert facts[Sort.ITEM, "form"].values == ("metal", "magnet")


def test_a_fact_may_exist_only_where_a_choice_declared_anywhere_has_some_value() -> None:
    law = loaded(
        'vocabulary fact item.grade is many choice of fine, coarse where item.form is metal question "?" '
        'fact item.tint is text where item.colour in {red, blue, red} question "?" '
        'fact item.colour is choice of red, blue, green question "?"'
    )
    (grade, tint) = (law.vocabulary.facts[Sort.ITEM, name].where for name in ("grade", "tint"))
    assert grade
    assert tint
    assert (grade.fact, grade.values, str(grade)) == ("form", ("metal",), "form is metal")
    assert (tint.fact, tint.values, str(tint)) == ("colour", ("red", "blue"), "colour in {red, blue}")
    lane = loaded('vocabulary fact act.lane is text for disclosure where act.audience is named question "?"')
    assert str(lane.vocabulary.facts[Sort.ACT, "lane"].where) == "audience is named"


def test_every_act_has_a_kind_and_a_state() -> None:
    vocabulary = loaded().vocabulary
    assert vocabulary.facts[Sort.ACT, "kind"].values == vocabulary.kinds
    assert vocabulary.facts[Sort.ACT, "state"].values == ("planned", "done")


def test_places_may_belong_to_a_territory_in_one_reading_only() -> None:
    china = loaded().vocabulary.territories["china"]
    inside = Guard("china-scope", "inside")
    assert china.places == (("CN", None), ("HK", inside), ("MO", inside))


def test_a_constraint_is_between_two_facts_of_one_thing() -> None:
    (only,) = loaded().vocabulary.constraints
    assert isinstance(only, Constraint)
    assert only.sort is Sort.ACT
    assert (str(only.given), str(only.then)) == ("knows is yes", "should-know is yes")


def test_a_filing_says_in_which_role_it_is_made_and_received() -> None:
    law = loaded("vocabulary filings report by transferor to importer filings service by helper")
    assert law.vocabulary.filings == {"report": Filing("transferor", "importer"), "service": Filing("helper")}


def test_several_vocabularies_are_one() -> None:
    law = loaded('vocabulary fact item.colour is choice of red, blue question "?"')
    assert law.vocabulary.facts[Sort.ITEM, "colour"].values == ("red", "blue")
    assert (Sort.ITEM, "form") in law.vocabulary.facts


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ('fact act.new is yes-no for movment question "?"', "L108"),
        ('fact act.new is quantity in mm question "?"', "L109"),
        ('reading china-scope "x" a "a", b "b" default a because "z"', "L121"),
        ('event truce "x" branch a "a" operates', "L122"),
        ('event e "x" branch a "a" operates branch a "b" suspended', "L123"),
        ('reading r "x" a "a", a "b" default a because "z"', "L124"),
        ('reading r "x" a "a" default a because "z"', "L125"),
        ('reading r "x" aa "a", b "b" default ab because "z"', "L126"),
        ("kinds of act movement", "L127"),
        ('fact item.new is yes-no where item.form is metal question "?"', "L217"),
        ('fact item.new is place where item.shape is metal question "?"', "L218"),
        ('fact item.new is place where item.made-in is CN question "?"', "L218"),
        ('fact act.new is place where item.form is metal question "?"', "L218"),
        ('fact act.new is place where act.end-use is chips question "?"', "L218"),
        ('fact act.new is place where act.audience is named question "?"', "L218"),
        ('fact act.new is place for disclosure, report where act.audience is named question "?"', "L218"),
        ('fact item.new is place where item.form is mettle question "?"', "L219"),
        ('fact item.new is choice of a where item.new is a question "?"', "L247"),
        (
            'fact item.a is choice of x where item.b is y question "?" fact item.b is choice of y where item.a is x question "?"',
            "L247",
        ),
        ('fact item.new is place vague a for b question "?"', "L249"),
        ('fact item.new is choice of a, b dated vague a for b question "?"', "L249"),
        ('fact item.new is choice of a, b vague a for c question "?"', "L219"),
        ('fact item.new is choice of a, b vague a, b for b question "?"', "L250"),
        ('fact item.new is choice of a, b vague a for b with item.made-in is CN question "?"', "L251"),
        ('fact item.new is choice of a, b vague a for b with item.new is a question "?"', "L251"),
        ('fact item.new is choice of a, b vague a for b with item.form is mettle question "?"', "L219"),
        ('fact item.form is place question "?"', "L128"),
        ('fact act.kind is place question "?"', "L128"),
        ('territory china "x" places CN', "L129"),
        ('territory home "x" places de', "L235"),
        ('fact act.new is quantity in nm from 1 nm to 2 layers question "?"', "L131"),
        ('fact vessel.new is yes-no question "?"', "L135"),
        ("filings reprt by transferor", "L108"),
        ("filings report by transferer", "L111"),
        ("filings report by node", "L111"),
        ("filings report by transferor filings service, report by transferor", "L145"),
        ("filings report by helper", "L146"),
        ("filings report by transferor to helper", "L146"),
        ('fact act.new is quantity in nm from 2 nm to 1 nm question "?"', "L136"),
        ("fact act.new is yes-no", "L137"),
        ('fact act.new is choice of a, a question "?"', "L138"),
        ("constraint act.knows implies act.node", "L139"),
        ("constraint act.knows implies act.nod", "L257"),
        ("constraint act.knows implies act.audience is public", "L253"),
        ("constraint act.knows implies act.knows is no", "L252"),
        ("constraint act.state is done implies act.end-use", "L254"),
        ("constraint act.knows is maybe implies act.should-know", "L256"),
        ("constraint act.knows implies act.should-know is no", "L255"),
        ("constraint act.knows implies party.military-user", "L140"),
        ("unit nm of length is 2 um", "L141"),
        ("currency CNY", "L141"),
        ("unit m of length", "L142"),
        ("unit kg of mass is 1000 g", "L143"),
        ("unit m of length is 1000 layers", "L144"),
        ("unit m of length is 10 dm unit dm of length is 1/10 m", "L144"),
        ("unit m of length is 1000000000 nm from 0 m", "L147"),
        ("unit kg of mass from 0 nm", "L147"),
        ("unit kg of mass from 0 lyrs", "L147"),
        ("unit kg of mass from 2 kg to 1 kg", "L147"),
        ("unit kg of mass unit g of mass is 1/1000 kg above 5 nm", "L149"),
        ("unit kg of mass unit g of mass is 1/1000 kg above 5 g", "L149"),
        ('unit kg of mass from 0 kg fact act.new is quantity in kg from -1 kg to 1 kg question "?"', "L134"),
        ('territory t "x" places US under china-scope outsid', "L105"),
    ],
)
def test_a_declaration_that_means_nothing_is_refused(added: str, code: str) -> None:
    head = "" if added.startswith(("reading", "event")) else "vocabulary "
    found = refused(head + added)
    assert {diagnostic.code for diagnostic in found} == {code}
    assert all(diagnostic.primary and diagnostic.help and diagnostic.citation for diagnostic in found)


def test_a_fact_with_a_slip_is_still_known_where_it_is_used() -> None:
    wrong = VOCABULARY.replace("form is choice of metal, magnet question", "form is choice of metal, metal question")
    found = refused(announcement(article("1", "when item.form is metal")), vocabulary=wrong)
    assert [diagnostic.code for diagnostic in found] == ["L138"]


def test_a_fact_without_a_unit_is_refused_once() -> None:
    wrong = VOCABULARY.replace("layers is many quantity in layers", "layers is many quantity in lyrs")
    found = refused(announcement(article("1", "when some act.layers >= 1 layers")), vocabulary=wrong)
    assert [diagnostic.code for diagnostic in found] == ["L109"]


def test_what_a_share_test_rests_on_must_be_declared() -> None:
    without = VOCABULARY.replace("fact item.origin", "fact item.source")
    says = "when value-share of magnets with origin in china in item >= 1 % readings adding, nesting"
    magnets = 'define magnets (item) "m" when item.form is magnet'
    found = refused(announcement(magnets + article("1", says)), vocabulary=without)
    assert [diagnostic.code for diagnostic in found] == ["L170"]
