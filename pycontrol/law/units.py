"""Units: what one of each is worth in the canonical unit of its dimension, and where it counts from."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.law.model import Unit
from pycontrol.law.problems import mistake, twice, unknown
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.problems import Problems


def units_declared(declared: Iterable[tree.Unit | tree.Currency], problems: Problems) -> dict[str, Unit]:
    """Return all units and currencies. A unit may be declared after those that build on it."""
    nodes: dict[str, tree.Unit] = {}
    currencies: dict[str, tree.Word] = {}
    for node in declared:
        for word in node.names if isinstance(node, tree.Currency) else (node.name,):
            with problems.noted("vocabulary"):
                first = currencies.get(word.text) or (nodes[word.text].name if word.text in nodes else None)
                if first:
                    raise twice("L141", "unit", word, first.span)
                if isinstance(node, tree.Unit):
                    nodes[word.text] = node
                else:
                    currencies[word.text] = word
    found = {name: Unit(name, name, name, Fraction(1)) for name in currencies}
    canonical = _canonical(nodes.values(), problems)
    for name, node in nodes.items():
        with problems.noted("vocabulary"):
            found[name] = _unit(node, nodes, canonical)
    ranges: dict[str, tuple[Fraction | None, Fraction | None]] = {}
    for name, node in nodes.items():
        with problems.noted("vocabulary"):
            if node.low and name in found:
                ranges[node.dimension.text] = _range(node, node.low, found)
    return {
        name: replace(unit, low=ranges[unit.dimension][0], high=ranges[unit.dimension][1])
        if unit.dimension in ranges
        else unit
        for name, unit in found.items()
    }


def _range(node: tree.Unit, low: tree.Quantity, units: Mapping[str, Unit]) -> tuple[Fraction | None, Fraction | None]:
    """Return the lowest and the highest amount of a dimension, which stand at the unit that it is reckoned in."""
    dimension, ends = node.dimension.text, [end for end in (low, node.high) if end]
    strange = [end for end in ends if end.unit.text not in units or units[end.unit.text].dimension != dimension]
    amounts = [units[end.unit.text].exact(end.number.value).amount for end in ends if end not in strange]
    problem = cure = ""
    if node.factor is not None:
        problem = f"`{node.name.text}` is not the unit that {dimension} is reckoned in"
        cure = f"write the range at `{units[node.name.text].canonical}`: it holds for every unit of {dimension}"
    elif strange:
        problem = f"the range of {dimension} is written in `{strange[0].unit.text}`"
        cure = f"write it in `{node.name.text}`"
    elif amounts != sorted(amounts):
        problem, cure = f"the range of {dimension} ends before it begins", "swap the two ends"
    if problem:
        raise mistake("L147", problem, low.span, cure=cure)
    return amounts[0], amounts[1] if node.high else None


def _canonical(nodes: Iterable[tree.Unit], problems: Problems) -> dict[str, str]:
    """Return the canonical unit of every dimension: the one declared without a factor."""
    found: dict[str, tree.Word] = {}
    for node in nodes:
        if node.factor is None:
            with problems.noted("vocabulary"):
                first = found.setdefault(node.dimension.text, node.name)
                if first is not node.name:
                    raise mistake(
                        "L142",
                        f"`{first.text}` and `{node.name.text}` both stand for {node.dimension.text} itself",
                        node.name.span,
                        cure=f"say how many `{first.text}` one `{node.name.text}` is, with `is`",
                    )
    return {dimension: word.text for dimension, word in found.items()}


def _unit(node: tree.Unit, nodes: dict[str, tree.Unit], canonical: dict[str, str]) -> Unit:
    dimension = node.dimension.text
    if dimension not in canonical:
        raise mistake(
            "L143",
            f"{dimension} has no unit of its own, which `{node.name.text}` could convert to",
            node.dimension.span,
            cure=f"declare one unit of {dimension} without `is`",
        )
    factor, zero, step, passed = Fraction(1), Fraction(0), node, {node.name.text}
    while step.factor is not None:
        base = step.factor.unit
        if base.text not in nodes or nodes[base.text].dimension.text != dimension or base.text in passed:
            same = (name for name, other in nodes.items() if other.dimension.text == dimension and name not in passed)
            raise unknown("L144", f"unit of {dimension}", base, same)
        if step.zero and step.zero.unit.text != base.text:
            problem = f"the zero of `{step.name.text}` is written in `{step.zero.unit.text}`"
            raise mistake("L149", problem, step.zero.span, cure=f"write it in `{base.text}`")
        factor *= step.factor.number.value
        zero = zero * step.factor.number.value + (step.zero.number.value if step.zero else 0)
        step = nodes[base.text]
        passed.add(base.text)
    return Unit(node.name.text, dimension, canonical[dimension], factor, zero)
