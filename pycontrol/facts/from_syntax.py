"""The tree of a scenario file becomes scenarios; a scenario with a table becomes one for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.facts.build import built
from pycontrol.facts.misspelt import mended
from pycontrol.facts.refusals import Refusals
from pycontrol.facts.said import FactSaid, LicenceSaid, Said, ScenarioSaid, StakeSaid, ThingSaid
from pycontrol.law.model import Sort
from pycontrol.syntax import tree
from pycontrol.syntax.tables import titled, untitled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Law

Cell = tree.Value | tree.Number


def from_syntax(file: tree.ScenarioFile, law: Law) -> tuple[Scenario, ...]:
    """Return the scenarios of a file, checked against the law; `Refused` with every mistake in any of them."""
    refusals = Refusals()
    every = (mended(said, law, refusals) for each in file.scenarios for said in _each(each))
    return built((said for said in every if said), law, refusals)


def _each(node: tree.Scenario) -> Iterator[ScenarioSaid]:
    """Yield what a scenario says: once, or once for each row of its table."""
    if node.table is None:
        yield _Saying({}).scenario(node)
        return
    for row in node.table.rows:
        cells = {column.text: cell for column, cell in zip(node.table.columns, row.cells, strict=True)}
        saying = _Saying(cells)
        shown = {name: saying.value(cell).word for name, cell in cells.items()}
        yield saying.scenario(node)._replace(
            name=titled(node.name.value, shown),
            place=row.cells[0].span.to(row.cells[-1].span),
            expected=saying.expected(row.expect),
            untitled=untitled(node.name.value, cells),
        )


class _Saying:
    """Says what a tree says, with its blanks filled in."""

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        self._cells = cells

    def scenario(self, node: tree.Scenario) -> ScenarioSaid:
        """Return what a whole scenario says."""
        return ScenarioSaid(
            name=node.name.value,
            place=node.name.span,
            things=tuple(self._thing(each) for each in node.entities),
            stakes=tuple(self._stake(each) for each in node.stakes),
            licences=tuple(self._licence(each) for each in node.licences),
            complete=tuple(map(self.value, node.complete)),
            denied=tuple(self.value(name) for each in node.denied for name in each.names),
            in_force=tuple(self.value(each.instrument) for each in node.in_force),
            taken=tuple((self.value(each.reading), self.value(each.value)) for each in node.taken),
            expected=self.expected(node.expect),
            asked=self.value(node.asked) if node.asked else None,
            note=node.note.value if node.note else "",
            regimes=tuple(map(self.value, node.regimes)),
        )

    def expected(self, node: tree.Expect | None) -> tuple[Said, ...] | None:
        """Return the lines that are expected, if any expectation is written."""
        return None if node is None else tuple(map(self.value, node.lines))

    def _thing(self, node: tree.Entity) -> ThingSaid:
        return ThingSaid(
            sort=Sort(node.sort),
            name=node.name.text,
            facts=tuple(self._fact(each) for each in node.facts),
            place=node.name.span,
            screened=tuple((self.value(on), self.value(each.on)) for each in node.screened for on in each.lists),
            complete=tuple(map(self.value, node.complete)),
        )

    def _fact(self, node: tree.FactStated) -> FactSaid:
        return FactSaid(node.name.text, tuple(self._dated(each) for each in node.values), node.name.span)

    def _dated(self, node: tree.FactValue) -> Said:
        by = node.by.text if node.by else ""
        return self.value(node.value)._replace(since=self._day(node.since), until=self._day(node.until), by=by)

    def _stake(self, node: tree.StakeHeld) -> StakeSaid:
        owner, held, interest = map(self.value, (node.owner, node.held, node.interest))
        share = self._dated(tree.FactValue(node.span, node.share, node.since, node.until))
        return StakeSaid(owner, held, share, interest, node.span)

    def _licence(self, node: tree.LicenceHeld) -> LicenceSaid:
        facts = tuple(self._fact(each) for each in node.facts)
        return LicenceSaid(node.name.text, facts, node.name.span, self._day(node.since), self._day(node.until))

    def _day(self, node: tree.Date | tree.Blank | None) -> str:
        return self.value(node).word if node else ""

    def value(self, node: Cell) -> Said:
        """Return a value as it was said; one that a row fills in stands in that row."""
        match node:
            case tree.Word():
                return Said(node.text, node.span)
            case tree.Number():
                return Said(node.text, node.span)
            case tree.Quantity():
                return Said(f"{node.number.text} {node.unit.text}", node.span)
            case tree.Pieces():
                return Said(f"{self.value(node.count).word} x {self.value(node.item).word}", node.span)
            case tree.Date():
                return Said(node.value.isoformat(), node.span)
            case tree.Moment():
                return Said(f"{node.date.value.isoformat()} {node.time:%H:%M}", node.span)
            case tree.String():
                return Said(node.value, node.span, quoted=True)
            case tree.Blank():
                return self.value(self._cells[node.name])
            case _:
                assert_never(node)
