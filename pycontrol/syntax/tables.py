"""Tables of scenarios: rows gathered, and what is wrong with them told where it stands."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Label, slips
from pycontrol.syntax import tree
from pycontrol.syntax.assemble import stray

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pycontrol.diagnostics import Span

_HOLE = re.compile(r"\{([A-Za-z][A-Za-z0-9-]*)\}")


def table(sections: Iterable[tree.Node], problems: list[Diagnostic]) -> tree.Table | None:
    """Return the table among the sections of a scenario, with its rows and what is expected of each."""
    sections = tuple(sections)
    found = _misspelt(sections, problems)
    early: list[tree.Expect] = []
    rows: list[tree.Row] = []
    for node in sections:
        match node:
            case tree.Table() if found:
                problems.append(_twice("the table of this scenario", node.span, found.span))
            case tree.Table():
                found = node
            case tree.Row() if found is None:
                problems.append(stray(node, "a table"))
            case tree.Row():
                rows.append(node)
            case tree.Expect() if rows and rows[-1].expect is None:
                rows[-1] = replace(rows[-1], span=rows[-1].span.to(node.span), expect=node)
            case tree.Expect() if rows and rows[-1].expect:
                problems.append(_twice("`expect`", node.span, rows[-1].expect.span))
            case tree.Expect():
                early.append(node)
            case _:
                pass
    if found is None:
        return None
    problems += [_problem("S063", "a scenario with a table expects nothing itself", one.span, _EARLY) for one in early]
    problems += _wrong(found, rows)
    return replace(found, span=found.span.to(rows[-1].span) if rows else found.span, rows=tuple(rows))


def _misspelt(sections: Sequence[tree.Node], problems: list[Diagnostic]) -> tree.Table | None:
    """Return the table that is meant where rows have none: a misspelt `table` is taken for a fact of the thing above."""
    if not any(isinstance(node, tree.Row) for node in sections) or any(
        isinstance(node, tree.Table) for node in sections
    ):
        return None
    above = [fact for node in sections if isinstance(node, tree.Entity | tree.LicenceHeld) for fact in node.facts]
    for fact in above:
        if slips(fact.name.text, ("table",)):
            message = f"`{fact.name.text}` cannot stand here"
            problems.append(_problem("S019", message, fact.name.span, "did you mean `table`?"))
            columns = [each.value for each in fact.values if isinstance(each.value, tree.Word)]
            return tree.Table(fact.span, tuple(columns))
    return None


_EARLY = "write an `expect` below each row"


def _wrong(head: tree.Table, rows: Sequence[tree.Row]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the columns and rows of a table."""
    names = [column.text for column in head.columns]
    for place, column in enumerate(head.columns):
        if column.text in names[:place]:
            yield _twice(f"the column `{column.text}`", column.span, head.columns[names.index(column.text)].span)
    if not rows:
        yield _problem(
            "S062", "this table has no rows", head.span, "write a `row` for each case, or take the table away"
        )
    for place, row in enumerate(rows):
        if len(row.cells) != len(names):
            message = f"this row has {len(row.cells)} value{'s'[: len(row.cells) != 1]} for {len(names)} columns"
            yield _problem("S060", message, _cells(row), f"write one value for each of: {', '.join(names)}")
        same = next((other for other in rows[:place] if other.cells == row.cells), None)
        if same:
            label = Label(_cells(same), "first here")
            yield _problem("S064", "two rows have the same values", _cells(row), "take one of them away", (label,))


def _cells(row: tree.Row) -> Span:
    return row.cells[0].span.to(row.cells[-1].span)


def check_blanks(scenario: tree.Scenario, problems: list[Diagnostic]) -> None:
    """Note blanks of a scenario, in its facts or its title, that no column fills."""
    columns = [column.text for column in scenario.table.columns] if scenario.table else []
    cure = f"the table declares {', '.join(f'`{name}`' for name in columns)}" if columns else "declare it: `table NAME`"
    open_ = [(f"${blank.name}", blank.span) for blank in _blanks(scenario) if blank.name not in columns]
    if columns:
        holes = _HOLE.findall(scenario.name.value)
        open_ += [(f"{{{hole}}}", scenario.name.span) for hole in holes if hole not in columns]
    problems += [_problem("S061", f"no table declares `{name}`", span, cure) for name, span in open_]


def _blanks(node: object) -> Iterator[tree.Blank]:
    if isinstance(node, tree.Blank):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from _blanks(one)
    elif isinstance(node, tree.Node):
        for field in fields(node):
            yield from _blanks(getattr(node, field.name))


def titled(title: str, cells: dict[str, str]) -> str:
    """Return the name of a row: the values in the braces of the title or, where it has none, in parentheses after it."""
    if not any(hole in cells for hole in _HOLE.findall(title)):
        return f"{title} ({', '.join(cells.values())})"
    return _HOLE.sub(lambda hole: cells.get(hole[1], hole[0]), title)


def untitled(title: str, columns: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that a title does not name; one that names none is followed by the values of all."""
    named = set(_HOLE.findall(title))
    return tuple(column for column in columns if column not in named) if named else ()


def _problem(code: str, message: str, span: Span, cure: str, also: tuple[Label, ...] = ()) -> Diagnostic:
    return Diagnostic(code, message, Label(span), secondary=also, help=cure)


def _twice(what: str, second: Span, first: Span) -> Diagnostic:
    also = (Label(first, "first here"),)
    return Diagnostic("S031", f"{what} is written twice", Label(second, "here again"), secondary=also, help="keep one")
