"""Rules on scenarios become nodes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from pycontrol.syntax import tree
from pycontrol.syntax.figures import NO_ZONE
from pycontrol.syntax.parts import Clause, clause, quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycontrol.syntax.parts import Parts

Day = tree.Date | tree.Blank
Name = tree.Word | tree.Blank


def scenario(parts: Parts) -> tree.Scenario:
    """Return the header of a scenario; `assemble` puts what follows it into it."""
    return tree.Scenario(parts.span, parts.one(tree.String))


def entity(parts: Parts) -> tree.Entity:
    return tree.Entity(
        parts.span,
        "party" if parts.has("PARTY") else "item" if parts.has("ITEM") else "act",
        parts.one(tree.Word),
        parts.all(tree.FactStated),
        parts.all(tree.Screened),
        tuple(name for clause in parts.all(Clause) for name in clause.all(tree.Word)),
    )


def fact_stated(parts: Parts) -> tree.FactStated:
    return tree.FactStated(parts.span, parts.one(tree.Word), parts.all(tree.FactValue))


def fact_value(parts: Parts) -> tree.FactValue:
    value, *others = parts.nodes
    since, until = _dates(parts, [each for each in others if isinstance(each, tree.Date | tree.Blank)])
    by = parts.clause("by")
    return tree.FactValue(parts.span, cast("tree.Value", value), since, until, by.all(tree.Word)[0] if by else None)


def _dates(parts: Parts, dates: list[tree.Node]) -> tuple[Day | None, Day | None]:
    """Tell the first day from the last."""
    days = cast("list[Day]", dates)
    since = days[0] if parts.has("SINCE") else None
    return since, days[-1] if parts.has("UNTIL") else None


def _day(clause: Clause | None) -> Day | None:
    """Return the day that a clause names."""
    return cast("Day", clause.nodes[0]) if clause else None


def pieces(parts: Parts) -> tree.Pieces:
    count, item = parts.nodes
    return tree.Pieces(parts.span, cast("tree.Number | tree.Blank", count), cast("Name", item))


def moment(parts: Parts) -> tree.Moment:
    word, *zones = parts.all(tree.Word)
    for zone in zones:
        parts.note("S070", f"`{zone.text}` stands behind a time", zone.span, NO_ZONE)
    try:
        time = dt.time.fromisoformat(word.text)
    except ValueError:
        parts.note("S037", f"there is no time `{word.text}`", word.span, "times run from `00:00` to `23:59`")
        time = dt.time.min
    return tree.Moment(parts.span, parts.one(tree.Date), time)


def screened(parts: Parts) -> tree.Screened:
    return tree.Screened(parts.span, parts.all(tree.Word), cast("Day", parts.nodes[-1]))


def stake_held(parts: Parts) -> tree.StakeHeld:
    owner, held, share, interest, *dates = parts.nodes
    return tree.StakeHeld(
        parts.span,
        cast("Name", owner),
        cast("Name", held),
        cast("tree.Quantity | tree.Blank", share),
        cast("Name", interest),
        *_dates(parts, dates),
    )


def licence_held(parts: Parts) -> tree.LicenceHeld:
    return tree.LicenceHeld(
        parts.span,
        parts.one(tree.Word),
        parts.all(tree.FactStated),
        _day(parts.clause("since")),
        _day(parts.clause("until")),
    )


def denied(parts: Parts) -> tree.Denied:
    return tree.Denied(parts.span, parts.all(tree.Word))


def in_force(parts: Parts) -> tree.InForce:
    return tree.InForce(parts.span, parts.one(tree.Word))


def take(parts: Parts) -> tree.Take:
    reading, value = parts.nodes
    return tree.Take(parts.span, cast("tree.Word", reading), cast("Name", value))


def blank(parts: Parts) -> tree.Blank:
    return tree.Blank(parts.span, parts.one(tree.Word).text.removeprefix("$"))


def table(parts: Parts) -> tree.Table:
    """Return the head of a table; `assemble` puts its rows into it."""
    return tree.Table(parts.span, parts.all(tree.Word))


def row(parts: Parts) -> tree.Row:
    return tree.Row(parts.span, tuple(cast("list[tree.Value | tree.Number]", parts.nodes)))


def expect(parts: Parts) -> tree.Expect:
    return tree.Expect(parts.span, parts.all(tree.String))


RULES: dict[str, Callable[[Parts], tree.Node]] = {
    "asked": clause,
    "blank": blank,
    "by": clause,
    "case_complete": clause,
    "complete": clause,
    "denied": denied,
    "entity": entity,
    "expect": expect,
    "fact_stated": fact_stated,
    "fact_value": fact_value,
    "in_force": in_force,
    "licence_fact": fact_stated,
    "licence_held": licence_held,
    "licence_value": fact_value,
    "moment": moment,
    "note": clause,
    "pieces": pieces,
    "quantity": quantity,
    "regimes": clause,
    "row": row,
    "scenario": scenario,
    "screened": screened,
    "since": clause,
    "stake_held": stake_held,
    "table": table,
    "take": take,
    "until": clause,
}
"""Every rule of `scenario.lark`."""
