"""Numbers with units become exact amounts in the canonical unit of their dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import Fact, FactType, Quantity
from pycontrol.law.problems import mistake, unknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from pycontrol.law.model import Unit
    from pycontrol.syntax import tree

ONE = "one"


def exact(quantity: tree.Quantity, units: Mapping[str, Unit]) -> Quantity:
    """Return the amount in the canonical unit of its dimension."""
    return unit_named(quantity.unit, units).exact(quantity.number.value)


def exact_for(quantity: tree.Quantity, fact: Fact, units: Mapping[str, Unit]) -> Quantity:
    """Return the amount as the fact measures it: of its dimension and within its range."""
    unit = unit_named(quantity.unit, units)
    amount = fact.exact(quantity.number.value, unit)
    if fact.type is FactType.MONEY:
        if not unit.is_currency:
            raise mistake(
                "L130",
                f"`{fact.name}` is money, but `{quantity.unit.text}` is a unit of {unit.dimension}",
                quantity.span,
                cure="write an amount with its currency, such as `500000 CNY`",
            )
        return amount
    # a fact whose own unit is refused has none; its uses are not refused for that
    if fact.unit and unit.canonical != fact.unit:
        raise mistake(
            "L131",
            f"`{fact.name}` is measured in `{fact.unit}`, but `{quantity.unit.text}` is a unit of {unit.dimension}",
            quantity.span,
            cure=f"use a unit that converts to `{fact.unit}`",
        )
    _within_range(quantity, amount, fact)
    return amount


def share_of_one(quantity: tree.Quantity, units: Mapping[str, Unit]) -> Fraction:
    """Return a threshold such as `0.1 %` as a fraction of one."""
    amount = exact(quantity, units)
    if amount.unit != ONE:
        raise mistake(
            "L132",
            f"a share is a part of one, but `{quantity.unit.text}` is a unit of {units[quantity.unit.text].dimension}",
            quantity.span,
            cure="write the threshold in `%`",
        )
    if not 0 <= amount.amount <= 1:
        raise mistake(
            "L133",
            f"a share lies between `0 %` and `100 %`, but this is `{quantity.number.text} {quantity.unit.text}`",
            quantity.span,
            cure="write a threshold between the two",
        )
    return amount.amount


def unit_named(word: tree.Word, units: Mapping[str, Unit]) -> Unit:
    """Return the unit or currency that the word names."""
    if word.text not in units:
        raise unknown("L109", "unit", word, units, cure="declare it in the vocabulary with `unit` or `currency`")
    return units[word.text]


def _within_range(quantity: tree.Quantity, amount: Quantity, fact: Fact) -> None:
    below = fact.low is not None and amount.amount < fact.low
    above = fact.high is not None and amount.amount > fact.high
    if below or above:
        limit = fact.low if below else fact.high
        raise mistake(
            "L134",
            f"`{quantity.number.text} {quantity.unit.text}` lies outside the range of `{fact.name}`",
            quantity.span,
            cure=f"the {'lowest' if below else 'highest'} value of this fact is `{limit} {fact.unit}`",
        )
