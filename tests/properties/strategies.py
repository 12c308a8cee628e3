"""Hypothesis strategies: small laws (`laws`), cases for them (`scenarios`), and both with a day asked about (`cases`).

Most facts are stated, so that few worlds are left; whatever can be left out is left out now and then.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from pycontrol.facts.scenario import (
    Assumptions,
    Entity,
    Licence,
    PartyName,
    StakeHeld,
    Stated,
)
from pycontrol.law.model import (
    Quantity,
    Sort,
)

from .building import (
    DOUBT,
    FORMS,
    LISTED,
    PAUSE,
    PLACES,
    SECOND,
    STATEMENTS,
    TIES,
    USES,
    Given,
    act,
    entity,
    euro,
    nm,
    pieces,
    scenario,
)
from .existing import sorted_out
from .law_strategies import HALF, laws, seldom, some_of, truth, usually

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from pycontrol.facts.scenario import Act, Scenario
    from pycontrol.law.model import Law

__all__ = ["cases", "laws", "scenarios"]

# --- scenarios ----------------------------------------------------------------------------------------------

PARTIES = ("beta", "gamma", "delta")
ITEMS = ("coil", "magnet", "wire")
OPERATING = (dt.date(2025, 3, 3), dt.date(2025, 3, 3), LISTED[1], *SECOND, DOUBT[0])
DAYS = (
    *OPERATING * 3,
    dt.date(2025, 1, 12),
    dt.date(2025, 1, 20),
    PAUSE[0],
    PAUSE[1],
    DOUBT[0],
    DOUBT[1],
    dt.date(2026, 12, 24),
)
places = st.sampled_from(PLACES)
yes_no = st.sampled_from(("yes", "no"))
euros = st.sampled_from((0, 5, 10, 50, 100)).map(euro)
money = euros | st.sampled_from((499, 500, 501)).map(lambda amount: Quantity(Fraction(amount), "CNY"))


@st.composite
def facts(draw: DrawFn, known: dict[str, SearchStrategy[Given]], unstated: int = 1) -> dict[str, Given]:
    """State all of these facts but a few, drawn."""
    left_out = draw(st.sets(st.sampled_from(sorted(known)), max_size=unstated))
    return {name: draw(values) for name, values in known.items() if name not in left_out}


@st.composite
def parties(draw: DrawFn, name: str, everybody: tuple[str, ...]) -> Entity:
    """A party; mostly the branch of nobody."""
    others = [other for other in everybody if other != name]
    heads: list[Given] = [(), (), *others]
    since = st.sampled_from((None, dt.date(2025, 3, 3), dt.date(2025, 9, 1)))
    citizen = st.builds(Stated, places, since=since, until=st.sampled_from((None, dt.date(2025, 11, 30))))
    known: dict[str, SearchStrategy[Given]] = {
        "based-in": places,
        "citizen-of": st.lists(citizen, max_size=2).map(tuple),
        "military": yes_no,
        "controlled": yes_no,
        "ties": st.lists(st.sampled_from(TIES), max_size=2, unique=True).map(tuple),
        "branch-of": st.sampled_from(heads),
    }
    complete = [fact for fact in ("ties", "owners") if draw(usually)]
    return entity(name, Sort.PARTY, draw(facts(known, 2)), complete)


@st.composite
def party_names(draw: DrawFn) -> PartyName:
    """A name on the list, another, or none; sometimes with a statement about the list."""
    known = (
        (),
        ("Beta corp",),
        ("BETA",),
        ("Gamma  Ltd.",),
        ("Omega",),
        ("贝塔公司", "Omega"),
        ("Delta SA",),
        ("Both AG",),
    )
    names = draw(st.sampled_from(known))
    listed = draw(st.sampled_from(((), (), (), (), *((one,) for one in STATEMENTS), STATEMENTS[1:3])))
    screened = draw(st.sampled_from(((), (("watch", dt.date(2025, 1, 1)),), (("watch", DOUBT[0]),))))
    return PartyName(names, listed, screened)


@st.composite
def items(draw: DrawFn, place: int, number: int) -> Entity:
    """An item; its parts are among those after it."""
    after = ITEMS[place + 1 : number]
    part = st.builds(pieces, st.integers(1, 2), st.sampled_from(after)) if after else st.nothing()
    parts = st.lists(part, max_size=2, unique_by=lambda stated: stated.value) if after else st.just([])
    known: dict[str, SearchStrategy[Given]] = {
        "form": st.sampled_from(FORMS),
        "made-in": places,
        "value": money,
        "parts": parts.map(tuple),
    }
    return entity(ITEMS[place], Sort.ITEM, draw(facts(known)), ["parts"] if draw(usually) else [])


@st.composite
def acts(draw: DrawFn, name: str, kind: str, parties: tuple[str, ...], items: tuple[str, ...]) -> Act:
    """An act of a kind; a second act may serve or fulfil the first."""
    known: dict[str, SearchStrategy[Given]] = {"turnover": money, "knows": yes_no, "should-know": yes_no}
    if kind not in ("report", "notice"):
        known |= {
            "items": some_of(*items),
            "transferor": st.sampled_from(parties),
            "end-use": st.lists(st.sampled_from(USES), max_size=2, unique=True).map(tuple),
        }
    match kind:
        case "movement":
            known |= {
                "from": places,
                "to": places,
                "end-user": some_of(*parties),
                "node": st.sampled_from((13, 14, 20, 28, 30)).map(nm),
            }
        case "help":
            known["serves"] = st.just(() if name == "ship" else "ship")
        case _:
            known |= {"fulfils": st.just("ship"), "filer": some_of(*parties)}
            if kind == "notice":
                known["recipient"] = some_of(*parties)
    stated = draw(facts(known, 3))
    if stated.get("knows") == "yes":
        stated.pop("should-know", None)
    complete = ["end-user"] if draw(usually) else []
    hour = draw(st.sampled_from((None, None, dt.time(9), dt.time(10))))
    return act(name, kind, draw(st.sampled_from(DAYS)), stated, done=draw(truth), complete=complete, at=hour)


@st.composite
def licences(draw: DrawFn, parties: tuple[str, ...], items: tuple[str, ...]) -> Licence:
    """A licence or consent, some of whose fields are not stated."""

    def perhaps(values: SearchStrategy[object]) -> object:
        return draw(values) if draw(usually) else None

    return Licence(
        "paper",
        kind=perhaps(st.sampled_from(("dual", "dual", "consent"))),  # type: ignore[arg-type]
        holder=perhaps(st.sampled_from(parties)),  # type: ignore[arg-type]
        items=perhaps(some_of(*items)),  # type: ignore[arg-type]
        end_users=perhaps(st.just(parties)),  # type: ignore[arg-type]
        end_uses=perhaps(some_of(*USES)),  # type: ignore[arg-type]
        since=perhaps(st.sampled_from((dt.date(2024, 1, 1), LISTED[1]))),  # type: ignore[arg-type]
        until=perhaps(st.sampled_from((dt.date(2025, 9, 30), dt.date(2027, 1, 1)))),  # type: ignore[arg-type]
    )


@st.composite
def stakes(draw: DrawFn, parties: tuple[str, ...]) -> tuple[StakeHeld, ...]:
    """Who holds how much of whom, cross-holdings included, never more than all of anybody."""
    pairs = [(owner, held) for owner in parties for held in parties if owner != held]
    rows = []
    for owner, held in pairs:
        share = draw(st.sampled_from((None, Fraction(1, 4), HALF)))
        if share is not None:
            interest = draw(st.sampled_from(("equity", "equity", "votes")))
            since = draw(st.sampled_from((None, None, dt.date(2025, 9, 1))))
            rows.append(StakeHeld(owner, held, share, interest, since))
    return tuple(rows)


@st.composite
def scenarios(draw: DrawFn, law: Law) -> Scenario:
    """A case of one or two acts, one to three parties and items."""
    everybody = PARTIES[: draw(st.integers(1, 3))]
    everything = ITEMS[: draw(st.integers(1, 3))]
    deeds = [draw(acts("ship", draw(st.sampled_from(("movement", "movement", "help"))), everybody, everything))]
    if draw(truth):
        kind = draw(st.sampled_from(("help", "report", "notice", "movement")))
        deeds.append(draw(acts("second", kind, everybody, everything)))
    taken = tuple((name, draw(st.sampled_from(law.readings[name].values))[0]) for name in ("doubt",) if draw(truth))
    assumptions = Assumptions(
        denied=draw(st.sampled_from(((), (), ("knowledge",), ("military",)))),
        in_force=draw(st.sampled_from(((), (), ("ins-a",)))),
        taken=taken,
    )
    return scenario(
        *deeds,
        parties=[draw(parties(name, everybody)) for name in everybody],
        items=[draw(items(place, len(everything))) for place in range(len(everything))],
        names={name: draw(party_names()) for name in everybody},
        stakes=draw(stakes(everybody)),
        licences=tuple(draw(st.lists(licences(everybody, everything), max_size=1))),
        complete=[what for what in ("licences", "events") if draw(truth)],
        assumptions=assumptions,
    )


@st.composite
def cases(draw: DrawFn) -> tuple[Law, Scenario, dt.date]:
    """A law, a case for it, and the day asked about."""
    rules = draw(laws())
    case = draw(scenarios(rules))
    if draw(seldom):
        rules, case = draw(sorted_out(rules, case))
    last = max(deed.on for deed in case.acts)
    return rules, case, last + dt.timedelta(draw(st.sampled_from((0, 1, 10, 11, 16, 60))))
