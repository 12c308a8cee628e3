"""A law small enough to be read at a glance, made by hand."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from pycontrol.law.model import (
    Constraint,
    Fact,
    FactType,
    Guard,
    Instrument,
    Law,
    Listing,
    Notice,
    PartyList,
    Period,
    Reading,
    Regime,
    Sort,
    Text,
    Unit,
    Vocabulary,
    Where,
)

ASK = Text("?")
KINDS = ("movement", "help", "report")


def fact(sort: Sort, name: str, kind: FactType, **more: object) -> Fact:
    return Fact(sort, name, kind, ASK, **more)  # type: ignore[arg-type]


def implies(given: str, then: str) -> Constraint:
    return Constraint(Sort.ACT, Where(given, ("yes",)), Where(then, ("yes",)))


FACTS = (
    fact(Sort.ACT, "kind", FactType.CHOICE, values=KINDS),
    fact(Sort.ACT, "state", FactType.CHOICE, values=("planned", "done")),
    fact(Sort.ACT, "from", FactType.PLACE, acts=frozenset({"movement"})),
    fact(Sort.ACT, "items", FactType.ITEM, many=True, acts=frozenset({"movement"})),
    fact(Sort.ACT, "end-user", FactType.PARTY, many=True, acts=frozenset({"movement"})),
    fact(Sort.ACT, "end-use", FactType.CHOICE, many=True, values=("chips", "medical")),
    fact(Sort.ACT, "node", FactType.QUANTITY, unit="nm", low=Fraction(1), high=Fraction(1000)),
    fact(Sort.ACT, "layers", FactType.QUANTITY, unit="layers"),
    fact(Sort.ACT, "turnover", FactType.MONEY),
    fact(Sort.ACT, "fulfils", FactType.ACT),
    fact(Sort.ACT, "knows", FactType.YES_NO, groups=("knowledge",)),
    fact(Sort.ACT, "suspects", FactType.YES_NO, groups=("knowledge",)),
    fact(Sort.ACT, "should-know", FactType.YES_NO, groups=("knowledge",)),
    fact(Sort.PARTY, "established-in", FactType.PLACE),
    fact(Sort.PARTY, "citizen-of", FactType.PLACE, many=True, dated=True),
    fact(Sort.PARTY, "present-in", FactType.PLACE, dated=True),
    fact(Sort.PARTY, "branch-of", FactType.PARTY),
    fact(Sort.PARTY, "owners", FactType.PARTY, many=True, open=True),
    fact(Sort.PARTY, "motto", FactType.TEXT),
    fact(Sort.ITEM, "substance", FactType.CHOICE, values=("dysprosium", "iron")),
    fact(Sort.ITEM, "value", FactType.MONEY),
    fact(Sort.ITEM, "parts", FactType.ITEM, many=True, open=True),
)

UNITS = {
    "one": Unit("one", "share", "one", Fraction(1)),
    "%": Unit("%", "share", "one", Fraction(1, 100)),
    "nm": Unit("nm", "length", "nm", Fraction(1)),
    "um": Unit("um", "length", "nm", Fraction(1000)),
    "layers": Unit("layers", "layer-count", "layers", Fraction(1)),
    "EUR": Unit("EUR", "EUR", "EUR", Fraction(1)),
    "USD": Unit("USD", "USD", "USD", Fraction(1)),
}

VOCABULARY = Vocabulary(
    kinds=KINDS,
    facts={(each.sort, each.name): each for each in FACTS},
    constraints=(implies("knows", "suspects"), implies("suspects", "should-know")),
    units=UNITS,
    territories={},
)

NOTICE_DATE = Reading("notice-date", ASK, (("early", ASK), ("late", ASK)), "early", "")


def days(first: str, last: str = "", guard: Guard | None = None) -> Period:
    return Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last) if last else None, guard)


EARLY = days("2026-06-15", guard=Guard("notice-date", "early"))
LATE = days("2026-06-22", guard=Guard("notice-date", "late"))

WATCH = PartyList(
    name="watch",
    title=ASK,
    complete=False,
    notices=(
        Notice("notice-1", (days("2025-03-04"),), 15, ASK),
        Notice("notice-2", (EARLY, LATE), 2, ASK),
    ),
    listings=(
        Listing(Text("Alpha Instruments, Inc.", "阿尔法仪器"), ("Alpha",), "notice-1", (days("2025-03-04"),)),
        Listing(
            Text("Beta Motors"),
            (),
            "notice-1",
            (days("2025-03-04", "2026-12-31"),),
            (days("2025-11-10", "2026-11-10"),),
        ),
        Listing(Text("Gamma Metals"), (), "notice-2", (EARLY, LATE)),
    ),
    instrument="order-1",
)

LAW = Law(
    vocabulary=VOCABULARY,
    regimes={name: Regime(name, ASK, ("licence",)) for name in ("order", "other")},
    instruments={
        "order-1": Instrument(
            "order-1", ASK, ASK, "r", dt.date(2025, 1, 1), "o", ("1",), "Asia/Shanghai", dt.date(2026, 1, 1)
        )
    },
    readings={"notice-date": NOTICE_DATE},
    events={},
    terms={},
    lists={"watch": WATCH},
    provisions={},
    noted=(),
    overlaps=(),
    suspensions=(),
    sources=(),
)
