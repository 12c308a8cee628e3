"""Small laws and cases with facts that constraints tie: choices, of one value or of several, and yes-no facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import assume
from hypothesis import strategies as st

from pycontrol.facts.scenario import Stated
from pycontrol.law.constraints import void
from pycontrol.law.model import Constraint, FactType, OneOf, Quantifier, Sort, Where

from .building import USES, any_of, fact, is_, item_, passes_, scenario
from .existing import ATOMS, DAY, LATER, SORTS, having, items, movements, requiring, sharp, vocabularies
from .law_strategies import quantifiers, seldom, some_of, truth

if TYPE_CHECKING:
    from pycontrol.facts.scenario import Entity
    from pycontrol.law.model import Condition, Law, Vocabulary

    from .figures import Drawn

FURTHER = (
    fact(Sort.ITEM, "uses", FactType.CHOICE, values=USES, many=True),
    fact(Sort.ITEM, "marked", FactType.YES_NO),
)
TIED = ("sort", "form", "grade", "uses", "marked")


@st.composite
def tied(draw: st.DrawFn, words: st.SearchStrategy[Vocabulary] = sharp | vocabularies) -> Vocabulary:
    """A vocabulary in which one to three constraints tie facts of items, and something keeps all of them."""
    bare = draw(words)
    facts = bare.facts | dict(FURTHER)

    def claim(name: str) -> Where:
        return Where(name, tuple(draw(some_of(*facts[Sort.ITEM, name].words))))

    constraints = list[Constraint]()
    for _ in range(draw(st.sampled_from((1, 1, 2, 3)))):
        given, then, *_ = draw(st.permutations(TIED))
        constraints.append(Constraint(Sort.ITEM, claim(given), claim(then)))
    assume(not any(void(one, constraints, facts) for one in constraints))
    return replace(bare, facts=facts, constraints=(*bare.constraints, *constraints))


def _as(claim: Where, *, so: bool) -> Condition:
    return is_(item_(), claim.fact, *claim.values, quantifier=Quantifier.SOME if so else Quantifier.NO)


@st.composite
def conditions(draw: st.DrawFn, words: Vocabulary) -> list[Condition]:
    """One or two conditions, most of them on facts that a constraint ties, as it says or just not so."""
    own = [one for one in words.constraints if one.sort is Sort.ITEM]
    found: list[Condition] = []
    for _ in range(draw(st.sampled_from((1, 1, 2)))):
        one = draw(st.sampled_from(own))
        match draw(st.sampled_from(("given", "then", "uses", "marked", "either", "any"))):
            case "given":
                found.append(_as(one.given, so=draw(truth)))
            case "then":
                found.append(_as(one.then, so=draw(truth)))
            case "uses":
                found.append(is_(item_(), "uses", *draw(some_of(*USES)), quantifier=draw(quantifiers)))
            case "marked":
                found.append(passes_(item_(), "marked", OneOf(frozenset({"yes"}), positive=draw(truth))))
            case "either":
                found.append(any_of([_as(one.given, so=False)], [_as(one.then, so=True)]))
            case _:
                found.append(draw(st.sampled_from(ATOMS))(draw))
    return found


@st.composite
def wares(draw: st.DrawFn, name: str, part: str = "") -> Entity:
    """An item of which some facts are stated, those that are tied among them."""
    ware = draw(items(name, part))
    stated = {fact: values for fact, values in ware.facts.items() if fact == "parts" or draw(truth)}
    if draw(truth):
        stated["uses"] = draw(st.sampled_from((*_lists(USES), ())))
    if draw(truth):
        stated["marked"] = draw(st.sampled_from(_lists(("yes", "no"))))
    return replace(ware, facts=stated)


def _lists(words: tuple[str, ...]) -> list[tuple[Stated, ...]]:
    return [(Stated(word),) for word in words] + ([(Stated(words[0]), Stated(words[1]))] if len(words) > 2 else [])


@st.composite
def things(draw: st.DrawFn) -> Drawn:
    """A law over tied facts, and one or two movements of an item that may have a part."""
    words = draw(tied())
    asked = [draw(conditions(words)) for _ in range(2)]
    part = "wire" if draw(seldom) else ""
    parts = [draw(wares("wire"))] if part else []
    days = (DAY, LATER) if draw(seldom) else (DAY,)
    rules: Law = replace(requiring(*asked), vocabulary=words)
    return rules, scenario(*(draw(movements(day)) for day in days), items=[draw(wares("coil", part)), *parts]), LATER


@st.composite
def certain(draw: st.DrawFn) -> Drawn:
    """A law that takes what follows from a constraint, and all of which it does not, so that one of the two is certain."""
    words = draw(tied())
    one = draw(st.sampled_from([one for one in words.constraints if one.sort is Sort.ITEM]))
    asked = [[_as(one.then, so=True)], [_as(one.given, so=False)]]
    ware = draw(wares("coil"))
    kept = {name: values for name, values in ware.facts.items() if name not in (one.given.fact, one.then.fact)}
    rules = replace(requiring(*asked), vocabulary=words)
    return rules, scenario(draw(movements(DAY)), items=[replace(ware, facts=kept)]), LATER


@st.composite
def chained(draw: st.DrawFn) -> Drawn:
    """A law that looks at two facts that a third ties, at which nobody looks: what both make of it cannot be."""
    first, second, *_ = draw(st.permutations(SORTS))
    facts = having().facts | dict(FURTHER)
    use = draw(st.sampled_from(USES))
    marked, used = Where("marked", ("yes",)), Where("uses", (use,))
    ties = [
        Constraint(Sort.ITEM, marked, Where("sort", (first,))),
        Constraint(Sort.ITEM, used, Where("sort", (second,))),
    ]
    rules = requiring([_as(marked, so=True), _as(used, so=True)], [_as(marked, so=draw(truth))])
    ware = draw(wares("coil"))
    kept = {name: values for name, values in ware.facts.items() if name == "parts" or draw(seldom)}
    words = replace(having(), facts=facts, constraints=tuple(ties))
    return replace(rules, vocabulary=words), scenario(draw(movements(DAY)), items=[replace(ware, facts=kept)]), LATER
