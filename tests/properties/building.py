"""Short words for building laws and scenarios by hand, straight from the model's classes.

One small vocabulary serves all properties: movements, help, reports; parties that sit, belong and hold; items of items.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.diagnostics.source import Source, Span
from pycontrol.facts.scenario import (
    Act,
    Assumptions,
    Entity,
    Licence,
    OnList,
    PartyName,
    Scenario,
    StakeHeld,
    Stated,
)
from pycontrol.law.model import (
    Alternative,
    AnyOf,
    Branch,
    Check,
    Condition,
    Constraint,
    Defeat,
    Event,
    Fact,
    FactType,
    Filing,
    Guard,
    Instrument,
    Law,
    Listing,
    Modality,
    Norm,
    Notice,
    OneOf,
    PartyList,
    Period,
    Provision,
    Quantifier,
    Quantity,
    Reach,
    Reading,
    Regime,
    Root,
    Settled,
    Sort,
    Suspension,
    Term,
    Territory,
    Test,
    Text,
    Unit,
    Value,
    Vocabulary,
    Where,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SPAN = Span(Source("built.law", "built by hand"), 0, 5, 1, 1)

KINDS = ("movement", "help", "report", "notice")
USES = ("chips", "medicine", "farming")
FORMS = ("metal", "magnet", "device")
TIES = ("army", "police", "school")
PLACES = ("CN", "HK", "AT", "KR")

ISSUED_A = dt.date(2025, 1, 10)
ISSUED_B = dt.date(2025, 1, 15)
FROM = dt.date(2025, 2, 1)
PAUSE, DOUBT = (dt.date(2025, 6, 1), dt.date(2025, 8, 31)), (dt.date(2025, 9, 1), dt.date(2025, 10, 31))
LISTED = (dt.date(2025, 3, 1), dt.date(2025, 3, 10))
SECOND = (dt.date(2025, 11, 10), dt.date(2025, 12, 1))
"""The days from which further notices list names: two notices, one of them by reading."""

# --- vocabulary ---------------------------------------------------------------------------------------------


def fact(sort: Sort, name: str, type_: FactType, **others: object) -> tuple[tuple[Sort, str], Fact]:
    """Declare a fact, keyed as a vocabulary keeps it."""
    return (sort, name), replace(Fact(sort, name, type_, Text(f"{name}?")), **others)  # type: ignore[arg-type]


FILED = frozenset({"report", "notice"})
MOVE, MOVE_OR_HELP = frozenset({"movement"}), frozenset({"movement", "help"})

VOCABULARY = Vocabulary(
    kinds=KINDS,
    facts=dict(
        [
            fact(Sort.ACT, "kind", FactType.CHOICE, values=KINDS),
            fact(Sort.ACT, "state", FactType.CHOICE, values=("planned", "done")),
            fact(Sort.ACT, "from", FactType.PLACE, acts=MOVE),
            fact(Sort.ACT, "to", FactType.PLACE, acts=MOVE),
            fact(Sort.ACT, "items", FactType.ITEM, many=True, acts=MOVE_OR_HELP),
            fact(Sort.ACT, "transferor", FactType.PARTY, many=True, acts=MOVE_OR_HELP),
            fact(Sort.ACT, "end-user", FactType.PARTY, many=True, open=True, acts=MOVE),
            fact(Sort.ACT, "end-use", FactType.CHOICE, values=USES, many=True, acts=MOVE_OR_HELP),
            fact(Sort.ACT, "node", FactType.QUANTITY, unit="nm", low=Fraction(0), acts=MOVE),
            fact(Sort.ACT, "turnover", FactType.MONEY),
            fact(Sort.ACT, "knows", FactType.YES_NO, groups=("knowledge",), settled=Settled.JUDGED),
            fact(Sort.ACT, "should-know", FactType.YES_NO, groups=("knowledge",), settled=Settled.JUDGED),
            fact(Sort.ACT, "serves", FactType.ACT, acts=frozenset({"help"})),
            fact(Sort.ACT, "fulfils", FactType.ACT, acts=FILED),
            fact(Sort.ACT, "filer", FactType.PARTY, many=True, acts=FILED),
            fact(Sort.ACT, "recipient", FactType.PARTY, many=True, acts=frozenset({"notice"})),
            fact(Sort.PARTY, "based-in", FactType.PLACE),
            fact(Sort.PARTY, "citizen-of", FactType.PLACE, many=True, dated=True),
            fact(Sort.PARTY, "military", FactType.YES_NO, settled=Settled.JUDGED),
            fact(Sort.PARTY, "controlled", FactType.YES_NO, settled=Settled.JUDGED),
            fact(Sort.PARTY, "ties", FactType.CHOICE, values=TIES, many=True, open=True),
            fact(Sort.PARTY, "branch-of", FactType.PARTY),
            fact(Sort.ITEM, "form", FactType.CHOICE, values=FORMS),
            fact(Sort.ITEM, "made-in", FactType.PLACE),
            fact(Sort.ITEM, "value", FactType.MONEY),
            fact(Sort.ITEM, "parts", FactType.ITEM, many=True, open=True),
        ]
    ),
    constraints=(Constraint(Sort.ACT, Where("knows", ("yes",)), Where("should-know", ("yes",))),),
    units={"nm": Unit("nm", "length", "nm", Fraction(1))},
    territories={
        "china": Territory("china", Text("China"), (("CN", None), ("HK", Guard("scope", "inside")))),
        "europe": Territory("europe", Text("Europe"), (("AT", None),)),
    },
    filings={"report": Filing("filer"), "notice": Filing("filer", "recipient")},
)


def reading(name: str, *values: str, default: str = "") -> Reading:
    """Declare a reading; without a default none is taken."""
    return Reading(name, Text(name), tuple((value, Text(value)) for value in values), default, "so it is read")


READINGS = {
    one.name: one
    for one in (
        reading("scope", "inside", "outside", default="inside"),
        reading("adding", "summed", "each-alone", default="summed"),
        reading("nesting", "any-depth", "direct-only", default="any-depth"),
        reading("chaining", "direct", "cascading", "aggregated", default="aggregated"),
        reading("control", "share-alone", "with-control", default="share-alone"),
        reading("last-day", "inclusive", "exclusive", default="inclusive"),
        reading("doubt", "wide", "narrow"),
    )
}
EVENTS = {"truce": Event("truce", Text("truce?"), (Branch("over", Text(""), False), Branch("on", Text(""), True)))}
WATCH = PartyList(
    "watch",
    Text("Watch list"),
    complete=False,
    notices=(
        Notice("ins-a", (Period(LISTED[0]),), 3, Text("")),
        Notice(
            "ins-b",
            (
                Period(SECOND[0], guard=Guard("last-day", "inclusive")),
                Period(SECOND[1], guard=Guard("last-day", "exclusive")),
            ),
            2,
            Text(""),
            complete=True,
        ),
        Notice("ins-c", (Period(SECOND[0]),), 1, Text("")),
    ),
    listings=(
        Listing(Text("Beta Corp.", "贝塔公司"), ("BETA",), "ins-a", (Period(LISTED[0]),), (Period(*PAUSE),)),
        Listing(
            Text("Gamma Ltd"),
            (),
            "ins-a",
            (
                Period(LISTED[0], guard=Guard("last-day", "inclusive")),
                Period(LISTED[1], guard=Guard("last-day", "exclusive")),
            ),
        ),
        Listing(Text("Delta SA"), (), "ins-b", (Period(SECOND[1]),)),
        Listing(Text("Both AG"), (), "ins-a", (Period(LISTED[0], SECOND[0]),)),
        Listing(Text("Both AG"), (), "ins-b", (Period(SECOND[0]),)),
    ),
    instrument="ins-a",
)

STATEMENTS = (
    OnList("watch", dt.date(2025, 3, 3), None),
    OnList("watch", None, None, "ins-a"),
    OnList("watch", None, dt.date(2026, 1, 1), "ins-b"),
    OnList("watch", dt.date(2025, 3, 3), SECOND[0], "ins-c"),
)
"""What may be stated of a party on the list: by which notice, or without saying so."""


# --- law ----------------------------------------------------------------------------------------------------


def act_(*steps: str, sort: Sort = Sort.ACT) -> Reach:
    """From the act of the subject."""
    return Reach(Root.ACT, steps, sort)


def item_(*steps: str) -> Reach:
    """From the item of the subject to items."""
    return Reach(Root.ITEM, steps, Sort.ITEM)


def self_(sort: Sort, *steps: str) -> Reach:
    """From the thing of a term."""
    return Reach(Root.SELF, steps, sort)


def party_(*steps: str) -> Reach:
    """From the act of the subject to parties."""
    return act_(*steps, sort=Sort.PARTY)


def is_(reach: Reach, name: str, *values: str, quantifier: Quantifier = Quantifier.SOME) -> Test:
    """A fact has one of these values."""
    return Test(SPAN, reach, name, OneOf(frozenset(values)), quantifier)


def passes_(reach: Reach, name: str, check: Check, quantifier: Quantifier = Quantifier.SOME) -> Test:
    """A fact passes a check."""
    return Test(SPAN, reach, name, check, quantifier)


def any_of(*alternatives: Iterable[Condition]) -> AnyOf:
    """One of these holds."""
    return AnyOf(SPAN, tuple(Alternative(f"({n})", tuple(each), SPAN) for n, each in enumerate(alternatives, 1)))


def term(name: str, sort: Sort, *conditions: Condition) -> Term:
    """Define a term."""
    return Term(name, sort, Text(name), conditions, "ins-a")


def norm(modality: Modality, *of: str, **others: object) -> Norm:
    """Name what a provision imposes."""
    return replace(Norm(modality, Text(modality.value), of=of), **others)  # type: ignore[arg-type]


def provision(
    path: str,
    imposes: Norm,
    *conditions: Condition,
    kinds: Iterable[str] = ("movement",),
    per_item: bool = False,
    bearer: str = "",
    periods: tuple[Period, ...] = (Period(FROM),),
    defeats: Iterable[str] = (),
) -> Provision:
    """Write a provision; `defeats` are the paths of those that defeat it."""
    instrument, rest = path.split("/")
    return Provision(
        path=path,
        instrument=instrument,
        article=rest.split("(")[0],
        title=Text(path),
        gist=Text(path),
        cite=Text(path),
        perimeter=(),
        conditions=conditions,
        kinds=frozenset(kinds),
        per_item=per_item,
        bearer=bearer,
        norm=imposes,
        periods=periods,
        defeats=tuple(Defeat(by) for by in defeats),
        span=SPAN,
    )


def instrument(name: str, issued: dt.date = ISSUED_A, regime: str = "home") -> Instrument:
    """Promulgate an instrument."""
    return Instrument(
        name, Text(name), Text(name), regime, issued, "office", ("1", "2"), "Asia/Shanghai", dt.date(2027, 12, 31)
    )


SUSPENSIONS = (
    Suspension("ins-b", ("ins-a",), (Period(*PAUSE),)),
    Suspension("ins-b", ("ins-a",), (Period(*DOUBT),), event="truce"),
)
PARTLY = (
    Suspension("ins-b", ("ins-a/1", "ins-b/2(2)"), (Period(*PAUSE), Period(LISTED[1], guard=Guard("doubt", "wide")))),
    Suspension("ins-b", ("ins-a",), (Period(*DOUBT),), event="truce"),
    Suspension("ins-b", ("ins-b/2", "ins-a/2(1)"), (Period(LISTED[0], DOUBT[1]),), event="truce"),
)
"""Suspensions of parts of instruments, some under a reading, some in doubt, some of both the part and the whole."""


TARGETS = ("ins-a", "ins-b", "ins-a/1", "ins-a/2(1)", "ins-b/2")
"""Instruments and parts of them of which it may be asked whether they operate."""


def law(
    *provisions: Provision,
    terms: Iterable[Term] = (),
    suspensions: tuple[Suspension, ...] = (),
    regimes: Mapping[str, str] | None = None,
) -> Law:
    """Put a law together out of instruments `ins-a` and `ins-b`."""
    regime_of = {"ins-a": "home", "ins-b": "home"} | dict(regimes or {})
    severity = ("prohibition", "presumption-of-denial", "licence", "relief", "exemption", "duty")
    return Law(
        vocabulary=VOCABULARY,
        regimes={name: Regime(name, Text(name), severity) for name in sorted(set(regime_of.values()))},
        instruments={
            "ins-a": instrument("ins-a", ISSUED_A, regime_of["ins-a"]),
            "ins-b": instrument("ins-b", ISSUED_B, regime_of["ins-b"]),
        },
        readings=READINGS,
        events=EVENTS,
        terms={one.name: one for one in terms},
        lists={"watch": WATCH},
        provisions={one.path: one for one in provisions},
        noted=(),
        overlaps=(),
        suspensions=suspensions,
        sources=(),
    )


# --- scenarios ----------------------------------------------------------------------------------------------

Given = Value | Stated | tuple[Value | Stated, ...]


def entity(name: str, sort: Sort, facts: Mapping[str, Given], complete: Iterable[str] = ()) -> Entity:
    """State facts of a thing: one value, or a tuple of values."""
    return Entity(name, sort, {key: _stated(given) for key, given in facts.items()}, frozenset(complete))


def _stated(given: Given) -> tuple[Stated, ...]:
    values = given if isinstance(given, tuple) else (given,)
    return tuple(value if isinstance(value, Stated) else Stated(value) for value in values)


def act(
    name: str,
    kind: str,
    on: dt.date,
    facts: Mapping[str, Given],
    *,
    done: bool = False,
    complete: Iterable[str] = (),
    at: dt.time | None = None,
) -> Act:
    """State an act."""
    known: dict[str, Given] = {"kind": kind, "state": "done" if done else "planned", **facts}
    return Act(entity(name, Sort.ACT, known, complete), kind, on, done, at)


def scenario(
    *acts: Act,
    parties: Iterable[Entity] = (),
    items: Iterable[Entity] = (),
    names: Mapping[str, PartyName] | None = None,
    stakes: tuple[StakeHeld, ...] = (),
    licences: tuple[Licence, ...] = (),
    complete: Iterable[str] = (),
    assumptions: Assumptions | None = None,
) -> Scenario:
    """State a case."""
    everybody = {one.name: one for one in parties}
    return Scenario(
        "case",
        acts,
        everybody,
        {one.name: one for one in items},
        {name: PartyName() for name in everybody} | dict(names or {}),
        stakes,
        licences,
        frozenset(complete),
        assumptions or Assumptions(),
    )


def nm(amount: int) -> Quantity:
    """So many nanometres."""
    return Quantity(Fraction(amount), "nm")


def euro(amount: int) -> Quantity:
    """So many euro."""
    return Quantity(Fraction(amount), "EUR")


def pieces(count: int, name: str) -> Stated:
    """So many pieces of a part."""
    return Stated(name, count=Fraction(count))
