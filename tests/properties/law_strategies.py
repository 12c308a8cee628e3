"""Hypothesis strategies for small laws.

A law has provisions of three ranks, so that nothing hangs on itself: requirements; exceptions, which look only at
whether requirements apply; and followers (reviews, duties, sanctions), which may look at anything before them and
defeat nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from pycontrol.law.model import (
    Aspect,
    Chaining,
    Compared,
    Condition,
    Defeat,
    Differs,
    Due,
    DueFrom,
    Guard,
    Inside,
    IsTerm,
    Listed,
    Modality,
    Operates,
    Operator,
    Period,
    Provision,
    Quantifier,
    Quantity,
    Reach,
    Reference,
    Root,
    Share,
    Sort,
    Stake,
    Term,
    Test,
    Under,
)

from .building import (
    DOUBT,
    FORMS,
    FROM,
    PARTLY,
    SPAN,
    SUSPENSIONS,
    TARGETS,
    TIES,
    USES,
    act_,
    any_of,
    is_,
    item_,
    law,
    nm,
    norm,
    party_,
    passes_,
    provision,
    self_,
    term,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy

    from pycontrol.law.model import Law

HALF = Fraction(1, 2)
TENTH = Fraction(1, 10)

OPPOSITE = {
    Operator.LESS: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.LESS,
    Operator.MORE: Operator.AT_MOST,
    Operator.AT_MOST: Operator.MORE,
}

thresholds = st.sampled_from((HALF, HALF, Fraction(1, 4)))
quantifiers = st.sampled_from(Quantifier)
operators = st.sampled_from(Operator)
truth = st.booleans()
usually = st.sampled_from((True, True, True, False))
seldom = st.sampled_from((False, False, False, True))
notices = st.sampled_from(((), (), ("ins-a",), ("ins-b",), ("ins-c",), ("ins-a", "ins-b"), ("ins-a", "ins-b", "ins-c")))
"""The notices of the list that are asked for; none: the whole list."""
suspensions = st.sampled_from((SUSPENSIONS, PARTLY, PARTLY, ()))


targets = st.sampled_from(TARGETS)


def some_of(*names: str) -> SearchStrategy[tuple[str, ...]]:
    """One or two of these names, in their order."""
    return st.sets(st.sampled_from(names), min_size=1, max_size=min(2, len(names))).map(
        lambda chosen: tuple(name for name in names if name in chosen)
    )


# --- terms --------------------------------------------------------------------------------------------------


@st.composite
def terms(draw: DrawFn) -> tuple[Term, ...]:
    """The terms that every law has, each drawn."""
    item, party, act_self = self_(Sort.ITEM), self_(Sort.PARTY), self_(Sort.ACT)
    material: Condition = is_(item, "form", *draw(some_of(*FORMS)))
    entries = draw(truth)
    if entries:
        material = any_of(*([is_(item, "form", *draw(some_of(*FORMS)))] for _ in range(draw(st.integers(1, 3)))))
    elif draw(seldom):
        material = any_of([material], [passes_(item, "made-in", Inside("europe"))])
    restricted = any_of(
        [Listed(SPAN, party, "watch", notices=draw(notices))],
        [is_(party, "military", "yes")] if draw(truth) else [is_(party, "ties", *draw(some_of(*TIES)))],
    )
    exports: tuple[Condition, ...] = (
        Differs(SPAN, act_self, "from", act_self, "to"),
        passes_(act_self, "to", Inside("china", positive=False)),
        passes_(self_(Sort.PARTY, "transferor"), "based-in", Inside("china")),
    )
    export = draw(st.sampled_from(exports))
    return (
        replace(term("material", Sort.ITEM, material), entries=entries),
        term("abroad", Sort.PARTY, passes_(party, "based-in", Inside("china", positive=draw(truth)))),
        term("restricted", Sort.PARTY, restricted if draw(truth) else restricted.alternatives[0].conditions[0]),
        term("export", Sort.ACT, export),
    )


# --- conditions ---------------------------------------------------------------------------------------------


def _share(draw: DrawFn) -> Condition:
    threshold = draw(st.sampled_from((TENTH, HALF)))
    return Share(
        SPAN, item_(), "material", "made-in", draw(st.sampled_from(("china", "europe"))), draw(operators), threshold,
        "adding", "nesting",
    )  # fmt: skip


def _listed(draw: DrawFn, reach: Reach) -> Condition:
    return Listed(SPAN, reach, "watch", draw(quantifiers), draw(notices))


def _stake(draw: DrawFn) -> Condition:
    operator, threshold = draw(st.sampled_from((Operator.AT_LEAST, Operator.MORE))), draw(thresholds)
    control = ("control", "controlled") if draw(truth) else ("", "")
    fixed = draw(st.none() | st.sampled_from(Chaining))
    return Stake(
        SPAN, party_("end-user"), "restricted", "equity", operator, threshold, "" if fixed else "chaining", *control,
        draw(quantifiers), fixed,
    )  # fmt: skip


ITEM_ATOMS: tuple[Callable[[DrawFn], Condition], ...] = (
    lambda draw: is_(item_(), "form", *draw(some_of(*FORMS))),
    lambda draw: passes_(item_(), "made-in", Inside("china", positive=draw(truth))),
    lambda _: IsTerm(SPAN, item_(), "material"),
    lambda draw: IsTerm(SPAN, item_("parts*"), "material", draw(quantifiers)),
    lambda draw: is_(item_("parts"), "form", *draw(some_of(*FORMS)), quantifier=draw(quantifiers)),
    _share,
    _share,
    _share,
)
WAYS = ((act_(), "from", act_(), "to"), (act_(), "to", act_(), "from"))
ACT_ATOMS: tuple[Callable[[DrawFn], Condition], ...] = (
    lambda draw: passes_(act_(), draw(st.sampled_from(("from", "to"))), Inside("china", positive=draw(truth))),
    lambda _: IsTerm(SPAN, act_(), "export"),
    lambda draw: Differs(SPAN, *draw(st.sampled_from(WAYS))),
    lambda draw: is_(act_(), "end-use", *draw(some_of(*USES)), quantifier=draw(quantifiers)),
    lambda draw: passes_(act_(), "node", Compared(draw(operators), nm(draw(st.sampled_from((14, 28)))))),
    lambda draw: is_(act_(), "knows", draw(st.sampled_from(("yes", "no")))),
    lambda draw: is_(act_(), "should-know", draw(st.sampled_from(("yes", "no")))),
    lambda _: is_(act_(), "state", "done"),
    lambda draw: passes_(act_(), "turnover", Compared(draw(operators), Quantity(Fraction(500), "CNY"))),
    lambda draw: IsTerm(SPAN, party_("end-user"), draw(st.sampled_from(("abroad", "restricted"))), draw(quantifiers)),
    lambda draw: _listed(draw, party_(draw(st.sampled_from(("end-user", "transferor"))))),
    lambda draw: _listed(draw, party_("end-user")),
    lambda draw: passes_(party_("end-user"), "citizen-of", Inside("china", positive=draw(truth)), draw(quantifiers)),
    lambda draw: is_(party_("end-user"), "ties", *draw(some_of(*TIES)), quantifier=draw(quantifiers)),
    _stake,
    _stake,
    _stake,
    lambda draw: Under(SPAN, Guard("doubt", draw(st.sampled_from(("wide", "narrow"))))),
    lambda draw: Operates(SPAN, draw(targets)),
    lambda draw: passes_(act_("serves"), "to", Inside("china"), draw(quantifiers)),
    lambda draw: is_(party_("serves", "end-user"), "military", "yes", quantifier=draw(quantifiers)),
)


def _bearer(draw: DrawFn) -> Condition:
    return passes_(Reach(Root.BEARER, (), Sort.PARTY), "based-in", Inside("china", positive=draw(truth)))


@st.composite
def atoms(draw: DrawFn, *, per_item: bool, bearer: bool) -> Condition:
    """One condition that a subject of this shape can have."""
    shelf: tuple[Callable[[DrawFn], Condition], ...]
    shelf = (*ACT_ATOMS, *(ITEM_ATOMS * 2 if per_item else ()), *([_bearer] * 3 if bearer else ()))
    return draw(st.sampled_from(shelf))(draw)


@st.composite
def conditions(draw: DrawFn, *, per_item: bool, bearer: bool) -> tuple[Condition, ...]:
    """One condition, seldom none or two, of which one may be an enumeration."""
    one = atoms(per_item=per_item, bearer=bearer)
    chosen = [draw(one) for _ in range(draw(st.sampled_from((1, 1, 1, 0, 0, 2))))]
    if draw(seldom):
        chosen.append(any_of([draw(one)], [draw(one)]))
    return tuple(chosen)


# --- provisions ---------------------------------------------------------------------------------------------

periods = st.sampled_from(
    (
        (Period(FROM),),
        (Period(FROM),),
        (Period(FROM, DOUBT[1]),),
        (
            Period(FROM, dt.date(2025, 3, 3), Guard("last-day", "inclusive")),
            Period(FROM, dt.date(2025, 3, 2), Guard("last-day", "exclusive")),
        ),
        (Period(FROM, dt.date(2025, 3, 31)), Period(DOUBT[0])),
    )
)
additions = st.sampled_from((None, None, None, None, dt.date(2025, 3, 2)))
"""The day from which a provision is there, where it came later than its instrument."""

dues = st.sampled_from(
    (
        Due(DueFrom.AT),
        Due(DueFrom.BEFORE),
        Due(DueFrom.AFTER, 10),
        Due(DueFrom.AFTER, 10, working=True),
    )
)
kinds = st.sampled_from((("movement", "help"), ("movement",), ("movement", "help"), ("help",)))


@st.composite
def provisions(draw: DrawFn, number: int, rank: str, before: tuple[Provision, ...]) -> Provision:
    """One provision of a rank, looking back at those before it."""
    where = draw(st.sampled_from(("ins-a", "ins-a", "ins-b")))
    path = f"{where}/{draw(st.sampled_from((1, 2)))}({number})"
    per_item = draw(truth)
    bearer = draw(st.sampled_from(("", "transferor", "end-user")))
    targets = tuple(one.path for one in before if one.norm.modality in (Modality.LICENCE, Modality.PROHIBITION))
    of = draw(some_of(*targets)) if targets else ()
    match rank:
        case "requirement":
            imposes = draw(
                st.sampled_from(
                    (
                        norm(Modality.LICENCE, what="dual"),
                        norm(Modality.LICENCE, what="dual"),
                        norm(Modality.PROHIBITION),
                        norm(Modality.PROHIBITION, cure="office"),
                    )
                )
            )
        case "exception":
            imposes = norm(draw(st.sampled_from((Modality.EXEMPTION, Modality.EXEMPTION, Modality.RELIEF))), *of)
        case _:
            what, to = draw(st.sampled_from((("report", "office"), ("notice", "end-user"), ("notice", "transferor"))))
            duty = norm(Modality.DUTY, what=what, to=to, due=draw(dues))
            duties = tuple(one.path for one in before if one.norm.modality is Modality.DUTY)
            sanction = norm(Modality.SANCTION, *draw(some_of(*targets, *duties)))
            followers = [norm(Modality.REVIEW, *of, what="denial"), duty, sanction]
            imposes = draw(st.sampled_from([*followers, norm(Modality.STATEMENT)]))
    when = list(draw(conditions(per_item=per_item, bearer=bool(bearer))))
    looks_back = seldom if rank == "requirement" else truth
    if draw(looks_back) and before:
        when.append(_reference(draw, rank, targets))
    one = provision(
        path, imposes, *when, kinds=draw(kinds), per_item=per_item, bearer=bearer, periods=draw(periods)
    )  # fmt: skip
    return replace(one, added=draw(additions))


@st.composite
def twins(draw: DrawFn, number: int, one: Provision) -> Provision:
    """The same provision for the opposite case, so that one of the two applies whatever the facts are."""
    chosen = list(one.conditions)
    if chosen:
        place = draw(st.integers(0, len(chosen) - 1))
        chosen[place] = opposite(chosen[place])
    return replace(one, path=f"{one.path.split('(')[0]}({number})", conditions=tuple(chosen))


def opposite(condition: Condition) -> Condition:
    """The condition that holds where this one does not, for those that have one."""
    match condition:
        case Test() | IsTerm() | Listed() | Stake() if condition.quantifier is Quantifier.SOME:
            return replace(condition, quantifier=Quantifier.NO)
        case Test() | IsTerm() | Listed() | Stake() if condition.quantifier is Quantifier.NO:
            return replace(condition, quantifier=Quantifier.SOME)
        case Share():
            return replace(condition, operator=OPPOSITE[condition.operator])
        case Under(guard=Guard(reading, value)):
            return Under(condition.span, Guard(reading, {"wide": "narrow", "narrow": "wide"}[value]))
        case _:
            return condition


def _reference(draw: DrawFn, rank: str, targets: tuple[str, ...]) -> Condition:
    aspect = draw(st.sampled_from(Aspect)) if rank == "follower" else Aspect.APPLIES
    reach = act_("serves") if draw(seldom) else act_()
    return Reference(SPAN, reach, aspect, draw(some_of(*targets)))


@st.composite
def laws(draw: DrawFn) -> Law:
    """A law of two to six provisions in one or two instruments."""
    ranks = [
        "requirement",
        *draw(st.sampled_from(([], ["requirement"], ["twin"]))),
        *["exception"] * draw(st.integers(0, 2)),
        *["follower"] * draw(st.integers(1, 2)),
    ]
    built: list[Provision] = []
    for number, rank in enumerate(ranks, 1):
        before = tuple(built)
        built.append(draw(twins(number, built[-1]) if rank == "twin" else provisions(number, rank, before)))
    exceptions = [one for one, rank in zip(built, ranks, strict=True) if rank == "exception"]
    guards = st.sampled_from((None, None, Guard("doubt", "wide"), Guard("last-day", "inclusive")))
    for place, one in enumerate(built):
        by = [other for other in exceptions if one.path in other.norm.of]
        by += [other for other in exceptions if other not in by and other in built[place + 1 :] and draw(seldom)]
        built[place] = replace(one, defeats=tuple(Defeat(other.path, draw(guards)) for other in by))
    return law(
        *built,
        terms=draw(terms()),
        suspensions=draw(suspensions),
        regimes={"ins-b": "abroad"} if draw(seldom) else None,
    )
