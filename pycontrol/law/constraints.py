"""Constraints between facts: what of a thing follows from what, held against the facts that they tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.existence import choices_named, sort_and_name
from pycontrol.law.model import Constraint, FactType, Sort, Where, ties_between
from pycontrol.law.problems import mistake, unknown
from pycontrol.law.ties import anything, completes
from pycontrol.law.wording import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.model import Fact
    from pycontrol.law.problems import Problems
    from pycontrol.syntax import tree

    Facts = Mapping[tuple[Sort, str], Fact]


def constraints_declared(
    declared: Iterable[tree.Constraint], facts: Facts, problems: Problems
) -> tuple[Constraint, ...]:
    """Return the constraints, each of which something can keep together with all others."""
    found: list[Constraint] = []
    for node in declared:
        with problems.noted("vocabulary"):
            found.append(_constraint(node, facts))
    for one in found:
        with problems.noted("vocabulary"):
            if void(one, found, facts):
                message = f"nothing can be so that `{one.given}` implies `{one.then}`"
                raise mistake("L255", message, one.span, cure="correct it, or what else ties the same facts")
    return tuple(found)


def _constraint(node: tree.Constraint, facts: Facts) -> Constraint:
    given, then = _fact(node.given, facts), _fact(node.then, facts)
    if given.sort is not then.sort:
        message = f"`{node.given.path.text}` and `{node.then.path.text}` are facts of different things"
        raise mistake("L140", message, node.span, cure="a constraint speaks of one act, one party or one item")
    if given == then:
        message = f"`{node.given.path.text}` is tied to itself"
        raise mistake(
            "L252", message, node.span, cure="name another fact behind `implies`; `vague` says which words are"
        )
    if then.acts and not (given.acts and given.acts <= then.acts):
        message = f"acts that have `{given.name}` may have no `{then.name}`"
        cure = f"let every kind of act have it that has `{given.name}`"
        raise mistake("L253", message, node.then.span, cure=cure)
    because = text(node.because) if node.because else None
    return Constraint(given.sort, _claim(node.given, given), _claim(node.then, then), because, node.span)


def _fact(node: tree.Claim, facts: Facts) -> Fact:
    """Return the fact of a claim: one of finitely many values, of which what is stated is all, on whatever day."""
    sort, name = sort_and_name(node.path)
    if fact := facts.get((sort, name)):
        if fact.type in (FactType.YES_NO, FactType.CHOICE) and not (fact.dated or fact.open):
            return fact
        cure = "a constraint is between yes-no facts and choices that are neither dated nor open"
        raise mistake("L139", f"`{node.path.text}` cannot be tied to others", node.path.span, cure=cure)
    raise unknown("L257", "fact", node.path, {f"{each.sort}.{each.name}" for each in facts.values()})


def _claim(node: tree.Claim, fact: Fact) -> Where:
    """Return of which values a claim says that the fact has one."""
    if not node.values and fact.type is not FactType.YES_NO:
        message = f"`{node.path.text}` does not say which choice"
        raise mistake("L254", message, node.path.span, cure=f"write `is {fact.values[0]}`, or `in {{…}}` with several")
    if fact.type is FactType.YES_NO:
        if wrong := [word for word in node.values if word.text not in fact.words]:
            raise unknown("L256", f"value of `{fact.name}`:", wrong[0], fact.words, cure="it is `yes` or `no`")
        named = tuple(word.text for word in node.values) or ("yes",)
    else:
        named = choices_named(fact, node.values)
    if not node.negative:
        return Where(fact.name, named, node.span)
    others = tuple(value for value in fact.words if value not in named)
    return Where(fact.name, others, node.span, denied=named)


def void(constraint: Constraint, constraints: Iterable[Constraint], facts: Facts) -> bool:
    """Whether nothing can be as the first part of a constraint says, by it and all others."""
    own = {name: fact for (sort, name), fact in facts.items() if sort is constraint.sort}
    ties = ties_between(own, constraints)
    lefts = {name: anything(own[name], surely=own[name].where is None) for name in ties.facts}
    given = lefts[constraint.given.fact]
    ways = (given.with_one((value,)) for value in given.may.intersection(constraint.given.values))
    return not any(left and completes(lefts | {constraint.given.fact: left}, ties.every) for left in ways)
