"""The share of parts in the value of an item."""

from fractions import Fraction

import pytest

from pycontrol.facts.scenario import Entity, Scenario, Stated
from pycontrol.facts.shares import Kind, alone_interval, bill_closed, figures, occurrences, pieces, share_interval
from pycontrol.law.model import Nesting, Quantity, Sort

DEEP, DIRECT = Nesting.ANY_DEPTH, Nesting.DIRECT
Bounds = tuple[Fraction, Fraction | None]


def items(**rows: str) -> Scenario:
    """`coil="100 EUR; 2 magnet, 1 housing"`: value and parts; `!` after the parts leaves them incomplete."""
    found = {}
    for name, row in rows.items():
        worth, _, parts = row.partition(";")
        facts: dict[str, tuple[Stated, ...]] = {}
        if worth.strip():
            amount, unit = worth.split()
            facts["value"] = (Stated(Quantity(Fraction(amount), unit)),)
        stated = [part.split() for part in parts.strip(" !").split(",") if part.strip()]
        facts["parts"] = tuple(Stated(part, count=Fraction(count)) for count, part in stated)
        complete = frozenset() if "!" in row else frozenset({"parts"})
        if "!" in row and not stated:
            del facts["parts"]
        found[name] = Entity(name, Sort.ITEM, facts, complete)
    return Scenario("s", (), {}, found, {})


def share(case: Scenario, *counted: str, nesting: Nesting = DEEP) -> Bounds:
    """The bounds for `coil`; `magnet/dysprosium` is an occurrence below it."""
    paths = {("coil", *path.split("/")) for path in counted}
    return share_interval(case, "coil", paths, nesting)


def alone(case: Scenario, **kinds: str) -> Bounds:
    """The bounds of one material alone: `wire="a"` is of material a, `plate="a b?"` perhaps of b too."""
    found = {
        part: Kind(
            frozenset(word for word in words.split() if not word.endswith("?")),
            frozenset(word.rstrip("?") for word in words.split()),
        )
        for part, words in kinds.items()
    }
    return alone_interval(case, "coil", {("coil", part) for part in kinds}, DEEP, found)


def exactly(number: str) -> Bounds:
    return Fraction(number), Fraction(number)


@pytest.mark.parametrize(
    ("worth", "figure"), [("1", "1/1000"), ("0.999999", "0.000999999"), ("0.9999999999", "0.0009999999999")]
)
def test_the_figure_is_exact(worth: str, figure: str) -> None:
    assert share(items(coil="1000 EUR; 1 metal", metal=f"{worth} EUR"), "metal") == exactly(figure)


def test_pieces_multiply_down_the_parts() -> None:
    case = items(coil="100 EUR; 2 magnet", magnet="10 EUR; 3 metal", metal="0.5 EUR")
    assert pieces(case, ("coil", "magnet", "metal")) == 6
    assert share(case, "magnet/metal") == exactly("3/100")


def test_an_item_in_two_places_counts_in_both() -> None:
    case = items(coil="100 EUR; 1 magnet, 4 metal", magnet="10 EUR; 3 metal", metal="0.5 EUR")
    assert share(case, "magnet/metal", "metal") == exactly("0.035")
    assert share(case, "magnet/metal", "metal", nesting=DIRECT) == exactly("0.02")


def test_only_the_outermost_counts_and_once() -> None:
    case = items(coil="100 EUR; 2 magnet", magnet="10 EUR; 3 metal", metal="0.5 EUR")
    assert share(case, "magnet", "magnet/metal") == exactly("0.2")


def test_direct_parts_only() -> None:
    case = items(coil="100 EUR; 2 magnet", magnet="10 EUR; 3 metal", metal="0.5 EUR")
    assert share(case, "magnet/metal", nesting=DIRECT) == exactly("0")
    assert occurrences(case, "coil", DIRECT) == (("coil", "magnet"),)
    assert occurrences(case, "coil", DEEP) == (("coil", "magnet"), ("coil", "magnet", "metal"))


def test_the_denominator_is_the_stated_value_not_the_rows() -> None:
    assert share(items(coil="10 EUR; 1 magnet", magnet="40 EUR"), "magnet") == exactly("4")


def test_each_material_alone() -> None:
    case = items(coil="100 EUR; 1 one, 2 two, 1 three", one="1 EUR", two="1 EUR", three="1.5 EUR")
    assert share(case, "one", "two", "three") == exactly("0.045")
    assert alone(case, one="a", two="b", three="c") == exactly("0.02")
    assert alone(case, one="a", two="a", three="b") == exactly("0.03")
    assert alone(case, one="a", two="b", three="a b") == exactly("0.035")
    assert alone(case) == exactly("0")


def test_a_part_may_be_of_the_same_material_as_another_or_not() -> None:
    case = items(coil="100 EUR; 1 one, 2 two, 1 three", one="1 EUR", two="1 EUR", three="1.5 EUR")
    assert alone(case, one="a", two="b", three="a? c?") == (Fraction("0.02"), Fraction("0.025"))
    assert alone(case, one="a? b? c?", two="a? b? c?", three="a? b? c?") == (Fraction("0.02"), Fraction("0.045"))
    assert alone(case, one="a b?", two="b") == (Fraction("0.02"), Fraction("0.03"))


def test_three_parts_of_two_materials_are_not_all_apart() -> None:
    case = items(coil="100 EUR; 1 one, 1 two, 1 three", one="1 EUR", two="1 EUR", three="1 EUR")
    assert alone(case, one="a? b?", two="a? b?", three="a? b?") == (Fraction("0.02"), Fraction("0.03"))


def test_an_unknown_value_that_counts_leaves_no_greatest_share() -> None:
    case = items(coil="100 EUR; 1 magnet, 1 housing, 2 metal", magnet="10 EUR", housing="70 EUR", metal="")
    assert share(case, "magnet", "metal") == (Fraction("0.1"), None)
    assert alone(case, magnet="a", metal="b") == (Fraction("0.1"), None)
    assert share(case, "magnet") == exactly("0.1")


def test_another_currency_is_an_unknown_value() -> None:
    case = items(coil="100 EUR; 1 magnet, 1 housing", magnet="10 USD", housing="70 EUR")
    assert share(case, "magnet") == (Fraction(0), None)
    assert share(case, "housing") == exactly("0.7")


def test_incomplete_parts_may_hide_what_counts() -> None:
    assert share(items(coil="100 EUR; 1 magnet !", magnet="10 EUR"), "magnet") == (Fraction("0.1"), None)
    assert share(items(coil="100 EUR; 1 magnet !", magnet="10 EUR")) == (Fraction(0), None)
    inner = items(coil="100 EUR; 1 magnet, 2 housing", magnet="10 EUR", housing="30 EUR; 1 screw !", screw="1 EUR")
    assert share(inner, "magnet") == (Fraction("0.1"), None)
    assert share(inner, "magnet", nesting=DIRECT) == exactly("0.1")
    counted = items(coil="100 EUR; 1 magnet", magnet="10 EUR; 1 metal !", metal="1 EUR")
    assert share(counted, "magnet") == exactly("0.1")


def test_a_row_of_a_complete_bill_that_states_no_parts_hides_none() -> None:
    whole = items(coil="100 EUR; 1 magnet, 2 housing", magnet="10 EUR", housing="30 EUR; !")
    assert bill_closed(whole, "housing")
    assert share(whole, "magnet") == exactly("0.1")
    parted = items(coil="100 EUR; 1 magnet, 2 housing !", magnet="10 EUR", housing="30 EUR; !")
    assert not bill_closed(parted, "housing")


def test_an_unknown_value_inside_counts_as_little_as_it_may() -> None:
    coil, magnet = "100 EUR; 2 magnet, 1 housing", "; 1 metal, 1 glue"
    case = items(coil=coil, magnet=magnet, metal="3 EUR", glue="", housing="50 EUR")
    assert share(case, "magnet/metal") == exactly("0.06")
    assert share(case, "magnet/metal", "magnet/glue") == (Fraction("0.06"), None)


def test_rows_may_be_worth_more_than_the_whole() -> None:
    case = items(coil="10 EUR; 1 magnet, 1 metal", magnet="40 EUR", metal="")
    assert share(case, "magnet") == exactly("4")
    assert share(case, "metal") == (Fraction(0), None)


def test_without_a_value_nothing_is_bounded_unless_nothing_can_count() -> None:
    case = items(coil="; 1 magnet", magnet="10 EUR")
    assert share(case, "magnet") == (Fraction(0), None)
    assert share(case) == exactly("0")
    assert share(items(coil="0 EUR; 1 magnet", magnet="10 EUR"), "magnet") == (Fraction(0), None)
    assert share(items(coil="; 1 magnet !", magnet="10 EUR")) == (Fraction(0), None)
    boxed = items(coil="; 1 box", box="1 EUR; 1 magnet", magnet="1 EUR")
    assert share(boxed, "box/magnet", nesting=DIRECT) == exactly("0")


def test_the_figures_show_every_row() -> None:
    case = items(coil="100 EUR; 2 magnet, 1 metal", magnet="10 EUR; 3 metal !", metal="0.5 EUR")
    counted = {("coil", "metal"), ("coil", "magnet", "metal")}
    found = figures(case, "coil", counted, DEEP)
    assert [row.occurrence for row in found.rows] == [("coil", "magnet", "metal"), ("coil", "metal")]
    assert [row.pieces for row in found.rows] == [6, 1]
    assert [row.amount for row in found.rows] == [Quantity(Fraction(3), "EUR"), Quantity(Fraction("0.5"), "EUR")]
    assert found.value == Quantity(Fraction(100), "EUR")
    assert found.open_items == (("coil", "magnet"),)
    assert (found.low, found.high) == (Fraction("0.035"), None)
