"""Small laws and cases with facts that exist only where a choice of the same thing has some value, in chains too."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from pycontrol.facts.scenario import Stated
from pycontrol.law.model import Compared, Condition, FactType, Inside, Modality, OneOf, Sort, Vague, Where

from .building import (
    FORMS,
    PLACES,
    VOCABULARY,
    Given,
    act,
    act_,
    any_of,
    entity,
    fact,
    is_,
    item_,
    law,
    nm,
    norm,
    passes_,
    pieces,
    provision,
    scenario,
)
from .law_strategies import operators, opposite, quantifiers, seldom, some_of, truth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pycontrol.facts.scenario import Act, Entity, Scenario
    from pycontrol.law.model import Fact, Law, Vocabulary

    from .figures import Drawn

SORTS = ("goods", "technology", "service")
GRADES = ("fine", "coarse")
MODES = ("sea", "air")
DAY, LATER = dt.date(2025, 3, 3), dt.date(2025, 9, 3)
WIDTHS = (13, 14, 20)


def where(choice: str, *values: str, save: tuple[str, ...] = ()) -> Where:
    """Say where a fact exists, and which of its values say that there is none."""
    return Where(choice, values, save=save)


def having(vague: tuple[Vague, ...] = (), coarse: tuple[Vague, ...] = (), **gates: Where | None) -> Vocabulary:
    """The vocabulary of all properties with sorts of item; `gates` say of its facts of items where they exist.

    `vague` and `coarse` are the vague words among the forms and among the grades.
    """
    facts = dict([*VOCABULARY.facts.items(), fact(Sort.ITEM, "sort", FactType.CHOICE, values=SORTS), *_FURTHER])
    for name, gate in gates.items():
        key = (Sort.ITEM, name.replace("_", "-"))
        facts[key] = replace(facts[key], where=gate)
    for name, words in (("form", vague), ("grade", coarse)):
        facts[(Sort.ITEM, name)] = replace(facts[(Sort.ITEM, name)], vague=words)
    return replace(VOCABULARY, facts=facts)


_FURTHER: tuple[tuple[tuple[Sort, str], Fact], ...] = (
    fact(Sort.ITEM, "grade", FactType.CHOICE, values=GRADES, many=True),
    fact(Sort.ITEM, "width", FactType.QUANTITY, unit="nm"),
    fact(Sort.ITEM, "held-in", FactType.PLACE, dated=True),
    fact(Sort.ACT, "mode", FactType.CHOICE, values=MODES, acts=frozenset({"movement"})),
    fact(
        Sort.ACT, "lane", FactType.CHOICE, values=("east", "west"), acts=frozenset({"movement"}),
        where=Where("mode", ("sea",)),
    ),
)  # fmt: skip

_GATES = {
    "form": st.sampled_from(
        (where("sort", "goods"), where("sort", "goods", "service"), where("sort", "goods", save=("device",)))
    ),
    "grade": st.sampled_from(
        (
            where("form", "metal", "magnet"),
            where("form", "metal"),
            where("sort", "goods"),
            where("form", "metal", save=("coarse",)),
        )
    ),
    "width": st.sampled_from((where("sort", "technology", "service"), where("sort", "goods", "technology"), None)),
    "held_in": st.sampled_from((where("form", "device"), where("sort", "goods"), None)),
}
sharp = st.builds(having, **_GATES)
"""Vocabularies without vague words."""
_VAGUE = (
    (Vague(("device",), ("metal", "magnet")),),
    (Vague(("device", "metal"), ("magnet",), where("grade", "coarse")), Vague(("device",), ("metal",))),
    (Vague(("metal", "device"), ("magnet",), where("grade", "fine")),),
    (Vague(("metal",), ("device",), where("sort", "goods")),),
)
_COARSE = ((), (Vague(("coarse",), ("fine",)),))
vocabularies = st.builds(having, vague=st.sampled_from(((), *_VAGUE)), coarse=st.sampled_from(_COARSE), **_GATES)
vaguenesses = st.builds(having, vague=st.sampled_from(_VAGUE), coarse=st.sampled_from(_COARSE))

ATOMS: tuple[Callable[[st.DrawFn], Condition], ...] = (
    lambda draw: is_(item_(), "sort", *draw(some_of(*SORTS))),
    lambda draw: is_(item_(), "form", *draw(some_of(*FORMS)), quantifier=draw(quantifiers)),
    lambda draw: passes_(item_(), "form", OneOf(frozenset(draw(some_of(*FORMS))), positive=False)),
    lambda draw: is_(item_(), "grade", *draw(some_of(*GRADES)), quantifier=draw(quantifiers)),
    lambda draw: passes_(item_(), "width", Compared(draw(operators), nm(14))),
    lambda draw: passes_(item_(), "held-in", Inside("china", positive=draw(truth))),
    lambda draw: is_(item_("parts"), "form", *draw(some_of(*FORMS)), quantifier=draw(quantifiers)),
    lambda draw: is_(item_("parts"), "sort", *draw(some_of(*SORTS)), quantifier=draw(quantifiers)),
    lambda draw: is_(act_(), "lane", draw(st.sampled_from(("east", "west"))), quantifier=draw(quantifiers)),
    lambda draw: is_(act_(), "mode", draw(st.sampled_from(MODES))),
)


def _form(*forms: str, positive: bool = True) -> Condition:
    return passes_(item_(), "form", OneOf(frozenset(forms), positive=positive))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[Condition], list[Condition]]:
    """What two requirements ask: of two values of one fact, of a fact beside the choice on which it hangs, or of anything."""
    one = st.sampled_from(ATOMS).map(lambda atom: atom(draw))
    sorts = draw(st.permutations(SORTS))
    match draw(st.sampled_from(("sorts", "forms", "both", "opposite", "any"))):
        case "sorts":
            return [is_(item_(), "sort", sorts[0])], [is_(item_(), "sort", sorts[1])]
        case "forms":
            some = draw(some_of(*FORMS))
            return [_form(*some)], [_form(*some, positive=False)]
        case "both":
            return [is_(item_(), "sort", *sorts[:2]), draw(one)], [is_(item_(), "sort", sorts[2]), draw(one)]
        case "opposite":
            first = draw(one)
            return [first], [opposite(first), *([any_of([draw(one)], [draw(one)])] if draw(seldom) else [])]
        case _:
            return [draw(one), draw(one)], [draw(one)]


@st.composite
def laws(draw: st.DrawFn, words: st.SearchStrategy[Vocabulary]) -> Law:
    """Two requirements, of which one may be certain where neither is alone."""
    return replace(requiring(*draw(pairs())), vocabulary=draw(words))


def requiring(*each: list[Condition]) -> Law:
    """A law of one article, of which each limb requires the same licence on other conditions."""
    licence = norm(Modality.LICENCE, what="dual")
    rules = (provision(f"ins-a/1({n})", licence, *conditions, per_item=True) for n, conditions in enumerate(each, 1))
    return law(*rules)


@st.composite
def told(draw: st.DrawFn) -> Drawn:
    """A law that asks which sort an item is, and an item of which other facts tell it, or that it is one of two."""
    first, second, _ = draw(st.permutations(SORTS))
    ware = draw(items("coil"))
    known = {name: values for name, values in ware.facts.items() if name != "sort"}
    known["form"] = (Stated(draw(st.sampled_from(FORMS))),)
    asked = replace(
        requiring([is_(item_(), "sort", first)], [is_(item_(), "sort", second)]), vocabulary=draw(vocabularies)
    )
    return asked, scenario(act("ship", "movement", DAY, {"items": "coil"}), items=[replace(ware, facts=known)]), DAY


@st.composite
def vaguely(draw: st.DrawFn) -> Drawn:
    """A law that asks for forms and grades, and an item of which these are stated, most often in vague words."""
    words = draw(vaguenesses)
    asked = [draw(st.sampled_from((_form(*draw(some_of(*FORMS))), ATOMS[2](draw), ATOMS[3](draw)))) for _ in range(2)]
    ware = draw(items("coil"))
    stated = {"form": (Stated(draw(st.sampled_from(FORMS))),), "grade": ware.facts.get("grade") or (Stated("coarse"),)}
    kept = {name: values for name, values in ware.facts.items() if name == "parts"}
    law_ = replace(requiring([asked[0]], [asked[1]]), vocabulary=words)
    return (
        law_,
        scenario(act("ship", "movement", DAY, {"items": "coil"}), items=[replace(ware, facts=kept | stated)]),
        DAY,
    )


@st.composite
def items(draw: st.DrawFn, name: str, part: str = "") -> Entity:
    """An item of which about half is stated, and some as none."""
    dates = {"since": st.sampled_from((None, LATER)), "until": st.sampled_from((None, dt.date(2025, 6, 1)))}
    known: Mapping[str, st.SearchStrategy[Given]] = {
        "sort": st.sampled_from((*SORTS, "goods", "goods")),
        "form": st.sampled_from((*FORMS, ())),
        "grade": st.lists(st.sampled_from(GRADES), max_size=2, unique=True).map(tuple),
        "width": st.sampled_from((*map(nm, WIDTHS), ())),
        "held-in": st.builds(Stated, st.sampled_from(PLACES), **dates),
    }
    stated = {fact: draw(values) for fact, values in known.items() if draw(truth)}
    ware = entity(name, Sort.ITEM, {**stated, "parts": (pieces(1, part),) if part else ()})
    return replace(ware, complete=ware.complete | {"form"}) if draw(seldom) else ware


@st.composite
def things(draw: st.DrawFn, words: st.SearchStrategy[Vocabulary] = vocabularies) -> Drawn:
    """A law, and one or two movements of an item that may have a part."""
    part = "wire" if draw(truth) else ""
    wares = [draw(items("coil", part)), *([draw(items("wire"))] if part else [])]
    days = (DAY, LATER) if draw(seldom) else (DAY,)
    return draw(laws(words)), scenario(*(draw(movements(day)) for day in days), items=wares), LATER


@st.composite
def movements(draw: st.DrawFn, day: dt.date) -> Act:
    """A movement of the item, or of one that nobody named."""
    stated: dict[str, Given] = {} if draw(seldom) else {"items": "coil"}
    stated |= {"mode": draw(st.sampled_from(MODES))} if draw(truth) else {}
    stated |= {"lane": draw(st.sampled_from(("east", "west", ())))} if draw(seldom) else {}
    return act(f"ship-{day}", "movement", day, stated)


@st.composite
def sorted_out(draw: st.DrawFn, rules: Law, case: Scenario) -> tuple[Law, Scenario]:
    """The same law and case where only goods have a form, and of some items it is said which sort they are."""

    def ware(item: Entity) -> Entity:
        sort = draw(st.sampled_from(("", "", "goods", "technology")))
        stated = {name: values for name, values in item.facts.items() if name != "form" or sort != "technology"}
        return replace(item, facts=stated | ({"sort": (Stated(sort),)} if sort else {}))

    sorts = replace(rules, vocabulary=having(form=where("sort", "goods")))
    return sorts, replace(case, items={name: ware(item) for name, item in case.items.items()})
