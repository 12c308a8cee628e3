"""Sections in the order written become whole scenarios."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from pycontrol.syntax import tree
from pycontrol.syntax.assemble import stray
from pycontrol.syntax.parts import Parts
from pycontrol.syntax.tables import check_blanks, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.diagnostics import Diagnostic


def scenarios(blocks: Iterable[tree.Node], problems: list[Diagnostic]) -> tuple[tree.Scenario, ...]:
    """Return the scenarios of a file. A section before the first `scenario` is a problem."""
    groups: list[tuple[tree.Scenario, list[tree.Node]]] = []
    for block in blocks:
        if isinstance(block, tree.Scenario):
            groups.append((block, []))
        elif groups:
            groups[-1][1].append(block)
        else:
            problems.append(stray(block, "a scenario"))
    return tuple(_scenario(head, inside, problems) for head, inside in groups)


def _scenario(head: tree.Scenario, inside: list[tree.Node], problems: list[Diagnostic]) -> tree.Scenario:
    """Return the scenario with its sections."""
    if not inside:
        return head
    rows = table(inside, problems)
    others = [node for node in inside if not isinstance(node, tree.Table | tree.Row)]
    own = [node for node in others if not (rows and isinstance(node, tree.Expect))]
    parts = Parts(head.span.to(inside[-1].span), "scenario", own, set(), problems)
    note, asked = parts.clause("note"), parts.clause("asked")
    found = replace(
        head,
        span=parts.span,
        note=note.all(tree.String)[0] if note else None,
        asked=cast("tree.Date | tree.Blank", asked.nodes[0]) if asked else None,
        regimes=parts.words("regimes"),
        entities=parts.all(tree.Entity),
        stakes=parts.all(tree.StakeHeld),
        licences=parts.all(tree.LicenceHeld),
        complete=parts.words("case_complete"),
        denied=parts.all(tree.Denied),
        in_force=parts.all(tree.InForce),
        taken=parts.all(tree.Take),
        expect=parts.only(tree.Expect, "`expect`"),
        table=rows,
    )
    check_blanks(found, problems)
    return found
