"""What is stated of the worth of things, so that a share can be told, and what to ask where it cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.law.model import Quantity
from pycontrol.phrases import say

if TYPE_CHECKING:
    from pycontrol.asp import Thing, Things
    from pycontrol.determine.outcome import OpenLeaf


def worth(things: Things, item: Thing) -> bool:
    """Whether no value of nought is stated of an item: of nought there is no share."""
    return all(value.amount for value in _money(things, item))


def priced(things: Things, part: Thing, item: Thing) -> bool:
    """Whether the value of a part is stated in the money of the tested item."""
    return bool({value.unit for value in _money(things, part)} & {value.unit for value in _money(things, item)})


def in_money(leaf: OpenLeaf, things: Things, part: Thing, item: Thing) -> OpenLeaf:
    """Say beside the question for a value why one that is stated tells no share: it is nought, or in another money."""
    stated, needed = _money(things, part), _money(things, item)
    if not stated or not needed:
        return leaf
    if part == item:
        return replace(leaf, question=say("of nought", question=leaf.question, value=f"0 {stated[0].unit}"))
    units = {"unit": needed[0].unit, "stated": stated[0].unit}
    return replace(leaf, question=say("in money", question=leaf.question, whole=item.name, **units))


def _money(things: Things, item: Thing) -> list[Quantity]:
    return [value for value in things.known(item, "value").values if isinstance(value, Quantity)]
