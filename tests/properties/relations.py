"""Small laws and cases with relations that exist only where a choice of the same thing has some value."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from pycontrol.facts.scenario import StakeHeld
from pycontrol.law.model import (
    Chaining,
    Condition,
    FactType,
    Modality,
    Operator,
    Quantifier,
    Reach,
    Share,
    Sort,
    Stake,
    Where,
)

from .building import (
    FORMS,
    SPAN,
    VOCABULARY,
    Given,
    act,
    act_,
    any_of,
    entity,
    euro,
    fact,
    is_,
    item_,
    law,
    norm,
    party_,
    pieces,
    provision,
    scenario,
    self_,
    term,
)
from .law_strategies import opposite, quantifiers, seldom, some_of, truth, usually

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycontrol.facts.scenario import Act, Entity
    from pycontrol.law.model import Fact, Law, Vocabulary

    from .figures import Drawn

KINDS = ("natural", "legal", "branch")
BASES = ("person", "place")
MODES = ("sea", "air")
DAY = dt.date(2025, 3, 3)
HALF = Fraction(1, 2)

FURTHER: tuple[tuple[tuple[Sort, str], Fact], ...] = (
    fact(Sort.PARTY, "basis", FactType.CHOICE, values=BASES),
    fact(Sort.PARTY, "kind", FactType.CHOICE, values=KINDS),
    fact(Sort.PARTY, "owners", FactType.PARTY, many=True, open=True),
    fact(Sort.PARTY, "trade", FactType.CHOICE, values=("smith", "broker")),
    fact(Sort.ITEM, "sort", FactType.CHOICE, values=("goods", "technology")),
    fact(Sort.ACT, "mode", FactType.CHOICE, values=MODES, acts=frozenset({"movement"})),
    fact(Sort.ACT, "permit", FactType.ACT, acts=frozenset({"movement"})),
)

GATES: dict[tuple[Sort, str], tuple[Where | None, ...]] = {
    (Sort.PARTY, "kind"): (None, None, Where("basis", ("person",))),
    (Sort.PARTY, "owners"): (Where("kind", ("legal",)), Where("kind", ("legal", "branch"))),
    (Sort.PARTY, "branch-of"): (Where("kind", ("branch",)), Where("kind", ("branch",)), None),
    (Sort.PARTY, "trade"): (Where("kind", ("natural", "branch")), Where("kind", ("natural",)), None),
    (Sort.ITEM, "parts"): (Where("sort", ("goods",)), None),
    (Sort.ACT, "end-user"): (None, None, Where("mode", ("sea",))),
    (Sort.ACT, "transferor"): (None, None, Where("mode", ("sea",))),
    (Sort.ACT, "permit"): (Where("mode", ("air",)),),
}
"""Where each may exist."""


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    """The vocabulary of all properties with kinds of party; each relation exists where it is drawn to."""
    facts = VOCABULARY.facts | dict(FURTHER)
    gates = {key: draw(st.sampled_from(some)) for key, some in GATES.items()}
    of_movements = {key: frozenset({"movement"}) for key in gates if key[0] is Sort.ACT}
    gated = {
        key: replace(facts[key], where=gate, acts=of_movements.get(key, frozenset())) for key, gate in gates.items()
    }
    return replace(VOCABULARY, facts=facts | gated)


def _stake(draw: st.DrawFn) -> Condition:
    operator = draw(st.sampled_from((Operator.AT_LEAST, Operator.MORE)))
    return Stake(
        *(SPAN, party_("end-user"), "restricted", "equity", operator, HALF, ""),
        quantifier=draw(quantifiers),
        fixed=draw(st.sampled_from(Chaining)),
    )


def _share(draw: st.DrawFn) -> Condition:
    operator = draw(st.sampled_from((Operator.AT_LEAST, Operator.LESS)))
    return Share(SPAN, item_(), "material", "made-in", "china", operator, HALF, "adding", "nesting")


def _military(draw: st.DrawFn, reach: Reach) -> Condition:
    return is_(reach, "military", draw(st.sampled_from(("yes", "no"))), quantifier=draw(quantifiers))


ATOMS: tuple[Callable[[st.DrawFn], Condition], ...] = (
    _stake,
    _stake,
    _stake,
    _share,
    lambda draw: _military(draw, party_("end-user", "owners")),
    lambda draw: _military(draw, party_("end-user", "owners")),
    lambda draw: _military(draw, party_("end-user", "branch-of")),
    lambda draw: _military(draw, party_("transferor")),
    lambda draw: is_(party_("end-user"), "kind", *draw(some_of(*KINDS)), quantifier=draw(quantifiers)),
    lambda draw: is_(party_("end-user"), "trade", "smith", quantifier=draw(quantifiers)),
    lambda draw: is_(item_("parts"), "form", *draw(some_of(*FORMS)), quantifier=draw(quantifiers)),
    lambda draw: is_(act_(), "mode", draw(st.sampled_from(MODES))),
    lambda _: is_(act_("permit"), "knows", "yes", quantifier=Quantifier.EVERY),
)


@st.composite
def laws(draw: st.DrawFn) -> Law:
    """Two requirements, often of what is opposite, so that one is certain where neither is alone."""
    first = draw(st.sampled_from(ATOMS))(draw)
    second = opposite(first) if draw(truth) else draw(st.sampled_from(ATOMS))(draw)
    further = draw(st.sampled_from(ATOMS))(draw)
    licence, bearer = norm(Modality.LICENCE, what="dual"), draw(st.sampled_from(("", "", "transferor")))
    rules = (
        provision("ins-a/1(1)", licence, first, per_item=True, bearer=bearer),
        provision("ins-a/1(2)", licence, any_of([second], [further]) if draw(seldom) else second, per_item=True),
    )
    restricted = term("restricted", Sort.PARTY, is_(self_(Sort.PARTY), "military", "yes"))
    material = term("material", Sort.ITEM, is_(self_(Sort.ITEM), "form", "metal"))
    return replace(law(*rules, terms=[restricted, material]), vocabulary=draw(vocabularies()))


@st.composite
def parties(draw: st.DrawFn, name: str, body: str, kinds: tuple[Given, ...]) -> Entity:
    """A party of which some is stated; it may be a branch of `body` only, so that there is no circle."""
    known: dict[str, st.SearchStrategy[Given]] = {
        "military": st.just("no"),
        "kind": st.sampled_from(kinds),
        "branch-of": st.sampled_from(((), (), body) if body else ((),)),
    }
    rarely: dict[str, st.SearchStrategy[Given]] = {
        "basis": st.sampled_from((*BASES, "person")),
        "trade": st.sampled_from(("smith", "broker", ())),
        "owners": st.sampled_from(((), "top")),
    }
    stated = {fact: draw(values) for fact, values in known.items() if draw(usually)}
    stated |= {fact: draw(values) for fact, values in rarely.items() if draw(seldom)}
    return entity(name, Sort.PARTY, stated, ["owners"] if draw(seldom) else [])


@st.composite
def movements(draw: st.DrawFn) -> Act:
    """A movement to the user, or to nobody who is named."""
    known: dict[str, Given] = {"items": "coil", "end-user": "user", "transferor": "top"}
    stated = {fact: given for fact, given in known.items() if draw(usually)}
    stated |= {"mode": draw(st.sampled_from((*MODES, "sea")))} if draw(truth) else {}
    return act("ship", "movement", DAY, stated, complete=["end-user"] if "end-user" in stated else [])


@st.composite
def things(draw: st.DrawFn) -> Drawn:
    """A law, and a movement of an item to a party that others may hold, or of which it may be a branch."""
    everybody = [
        draw(parties("user", "top", ("natural", "legal", "branch", ()))),
        draw(parties("top", "", ("natural", "legal"))),
    ]
    stakes = [
        StakeHeld(
            owner, held, draw(st.sampled_from((Fraction(1, 4), HALF))), draw(st.sampled_from(("equity", "votes")))
        )
        for owner, held in (("top", "user"), ("user", "top"))
        if draw(seldom)
    ]
    coil: dict[str, Given] = {"form": "device", "value": euro(10)}
    coil |= {"sort": draw(st.sampled_from(("goods", "technology")))} if draw(truth) else {}
    coil |= {"parts": pieces(1, "wire")} if draw(seldom) else {}
    wire = entity("wire", Sort.ITEM, {"form": "metal", "made-in": "CN", "value": euro(4), "parts": ()})
    items = [entity("coil", Sort.ITEM, coil), wire]
    return draw(laws()), scenario(draw(movements()), parties=everybody, items=items, stakes=tuple(stakes)), DAY


@st.composite
def held(draw: st.DrawFn) -> Drawn:
    """A law that asks of which kind the user is, and a user of whom relations tell it, or that it is one of two."""
    first, second, _ = draw(st.permutations(KINDS))
    tests = (is_(party_("end-user"), "kind", kind) for kind in (first, second))
    licence = norm(Modality.LICENCE, what="dual")
    rules = law(*(provision(f"ins-a/1({n})", licence, test) for n, test in enumerate(tests, 1)))
    told: dict[str, Given] = draw(
        st.sampled_from(({}, {}, {"owners": "top"}, {"branch-of": "top"}, {"trade": "smith"}))
    )
    stake = StakeHeld("top", "user", HALF, "votes", until=draw(st.sampled_from((None, dt.date(2024, 1, 1)))))
    everybody = [entity("user", Sort.PARTY, told), entity("top", Sort.PARTY, {})]
    ship = act("ship", "movement", DAY, {"end-user": "user", "mode": "sea"}, complete=["end-user"])
    case = scenario(ship, parties=everybody, stakes=() if told else (stake,))
    return replace(rules, vocabulary=draw(vocabularies())), case, DAY
