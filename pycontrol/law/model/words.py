"""Exact quantities, and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount in the canonical unit of its dimension (money: the currency is both unit and dimension)."""

    amount: Fraction
    unit: str


Value = str | Quantity
"""A symbol (a choice, a place code, `yes`/`no`, the name of a party, item or act) or a quantity."""
