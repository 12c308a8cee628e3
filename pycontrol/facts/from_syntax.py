"""The tree of a scenario file becomes scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.facts.build import built
from pycontrol.facts.refusals import Refusals
from pycontrol.facts.said import FactSaid, LicenceSaid, Said, ScenarioSaid, StakeSaid, ThingSaid
from pycontrol.law.model import Sort
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Law


def from_syntax(file: tree.ScenarioFile, law: Law) -> tuple[Scenario, ...]:
    """Return the scenarios of a file, checked against the law; `Refused` with every mistake in any of them."""
    return built((_scenario(each) for each in file.scenarios), law, Refusals())


def _scenario(node: tree.Scenario) -> ScenarioSaid:
    return ScenarioSaid(
        name=node.name.value,
        place=node.name.span,
        things=tuple(_thing(each) for each in node.entities),
        stakes=tuple(_stake(each) for each in node.stakes),
        licences=tuple(_licence(each) for each in node.licences),
        complete=tuple(_word(each) for each in node.complete),
        denied=tuple(_word(name) for each in node.denied for name in each.names),
        in_force=tuple(_word(each.instrument) for each in node.in_force),
        taken=tuple((_word(each.reading), _word(each.value)) for each in node.taken),
        expected=None if node.expect is None else tuple(_value(line) for line in node.expect.lines),
        asked=_value(node.asked) if node.asked else None,
        note=node.note.value if node.note else "",
    )


def _thing(node: tree.Entity) -> ThingSaid:
    return ThingSaid(
        sort=Sort(node.sort),
        name=node.name.text,
        facts=tuple(_fact(each) for each in node.facts),
        place=node.name.span,
        screened=tuple((_word(on), _value(each.on)) for each in node.screened for on in each.lists),
        complete=tuple(_word(each) for each in node.complete),
    )


def _fact(node: tree.FactStated) -> FactSaid:
    return FactSaid(node.name.text, tuple(_dated(each) for each in node.values), node.name.span)


def _dated(node: tree.FactValue) -> Said:
    since, until = (date.value.isoformat() if date else "" for date in (node.since, node.until))
    return _value(node.value)._replace(since=since, until=until, by=node.by.text if node.by else "")


def _stake(node: tree.StakeHeld) -> StakeSaid:
    share = _dated(tree.FactValue(node.span, node.share, node.since, node.until))
    return StakeSaid(_word(node.owner), _word(node.held), share, _word(node.interest), node.span)


def _licence(node: tree.LicenceHeld) -> LicenceSaid:
    since, until = (date.value.isoformat() if date else "" for date in (node.since, node.until))
    return LicenceSaid(node.name.text, tuple(_fact(each) for each in node.facts), node.name.span, since, until)


def _word(node: tree.Word) -> Said:
    return Said(node.text, node.span)


def _value(node: tree.Value) -> Said:
    match node:
        case tree.Word():
            return _word(node)
        case tree.Quantity():
            return Said(f"{node.number.text} {node.unit.text}", node.span)
        case tree.Pieces():
            return Said(f"{node.count.text} x {node.item.text}", node.span)
        case tree.Date():
            return Said(node.value.isoformat(), node.span)
        case tree.Moment():
            return Said(f"{node.date.value.isoformat()} {node.time:%H:%M}", node.span)
        case tree.String():
            return Said(node.value, node.span, quoted=True)
        case _:
            assert_never(node)
