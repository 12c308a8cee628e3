"""Amounts with their units, as they are written in a scenario and shown again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pycontrol.law.model import FactType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from pycontrol.law.model import Fact, Unit

AMOUNT = re.compile(r"(-?[0-9]+(?:[./][0-9]+)?)(?:\s+|(?=%))(\S+)")


def fitting(fact: Fact, units: Mapping[str, Unit]) -> list[str]:
    """Return the units in which a quantity or an amount of money may be written."""
    return [name for name, unit in units.items() if fits(fact, unit)]


def fits(fact: Fact, unit: Unit) -> bool:
    """Whether a quantity or an amount of money may be written in a unit."""
    return unit.is_currency if fact.type is FactType.MONEY else unit.canonical == fact.unit


def written(amount: Fraction, unit: str) -> str:
    """Write an amount with its unit; shares of one in percent."""
    return f"{decimal(amount * 100)} %" if unit == "one" else f"{decimal(amount)} {unit}"


def decimal(number: Fraction) -> str:
    """Write an exact number with decimals where they end, and as a fraction (`1/3`) where they do not."""
    part, places = number.denominator, 0
    while part % 10 == 0:
        part, places = part // 10, places + 1
    for prime in (2, 5):
        while part % prime == 0:
            part, places = part // prime, places + 1
    if part != 1:
        return str(number)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if number < 0 else text
