"""Tests whose figures are computed before the law is applied: shares in value, and stakes in parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.diagnostics import quoted
from pycontrol.law.model import (
    INTERESTS,
    Adding,
    Chaining,
    Control,
    FactType,
    Nesting,
    Operator,
    Quantifier,
    Share,
    Sort,
    Stake,
)
from pycontrol.law.names import facts_of, reading_of, term_named
from pycontrol.law.problems import mistake, unknown
from pycontrol.law.quantities import share_of_one

if TYPE_CHECKING:
    from pycontrol.law.names import Scope
    from pycontrol.law.paths import Seen
    from pycontrol.syntax import tree

ORIGIN = "origin"
"""The fact of an item that `with origin in` asks for."""

CONTROLLED = "controlled-by-holder"
"""The fact of a party that a stake test with control asks for."""


def share(node: tree.ValueShare, at: Seen, scope: Scope) -> Share:
    """Return the share test."""
    names = scope.names
    if at.fact is not None or at.reach.sort is not Sort.ITEM or at.many:
        raise mistake(
            "L168",
            f"`{node.path.text}` is not one item, and a share is a share of one item",
            node.path.span,
            cure="write `in item`",
        )
    if node.territory.text not in names.vocabulary.territories:
        raise unknown("L119", "territory of origin", node.territory, names.vocabulary.territories)
    _needed(Sort.ITEM, ORIGIN, FactType.PLACE, node, scope)
    return Share(
        span=node.span,
        reach=at.reach,
        term=term_named(node.term, Sort.ITEM, scope),
        origin_fact=ORIGIN,
        territory=node.territory.text,
        operator=Operator(node.operator),
        threshold=share_of_one(node.threshold, names.vocabulary.units),
        adding=reading_of(node.adding, Adding, names),
        nesting=reading_of(node.nesting, Nesting, names),
    )


def stake(node: tree.Stake, at: Seen, scope: Scope) -> Stake:
    """Return the stake test."""
    if at.fact is not None or at.reach.sort is not Sort.PARTY:
        message = f"`{node.path.text}` is not a party, and stakes are held in parties"
        raise mistake("L169", message, node.path.span, cure="name a role")
    if node.interest.text not in INTERESTS:
        raise unknown("L120", "kind of interest", node.interest, INTERESTS, cure=f"write {quoted(INTERESTS, 'or')}")
    if node.control:
        _needed(Sort.PARTY, CONTROLLED, FactType.YES_NO, node, scope)
    return Stake(
        span=node.span,
        reach=at.reach,
        term=term_named(node.term, Sort.PARTY, scope),
        interest=node.interest.text,
        operator=Operator(node.operator),
        threshold=share_of_one(node.threshold, scope.names.vocabulary.units),
        chaining="" if node.fixed else reading_of(node.chaining, Chaining, scope.names),
        control=reading_of(node.control, Control, scope.names) if node.control else "",
        control_fact=CONTROLLED if node.control else "",
        quantifier=Quantifier(node.quantifier or "some"),
        fixed=_followed(node.chaining, scope) if node.fixed else None,
    )


def _followed(word: tree.Word, scope: Scope) -> Chaining:
    """Return how stakes are followed where the text says so itself."""
    ways = [str(one) for one in Chaining]
    if word.text not in ways:
        known = [*ways, *(f"readings {name}" for name in scope.names.readings if name == word.text)]
        raise unknown("L148", "way of following stakes", word, known)
    return Chaining(word.text)


def _needed(sort: Sort, name: str, kind: FactType, node: tree.ValueShare | tree.Stake, scope: Scope) -> None:
    """Check that the vocabulary has the fact on which a test of this shape rests."""
    fact = facts_of(sort, scope.names.vocabulary).get(name)
    if fact is None or fact.type is not kind:
        raise mistake(
            "L170",
            f"this test rests on the fact `{sort}.{name}`, which the vocabulary does not have",
            node.span,
            cure=f"declare `fact {sort}.{name} is {kind}`",
        )
