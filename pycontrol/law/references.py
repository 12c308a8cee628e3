"""Conditions that look at other law: at what it says of an act, and at whether it operates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law import model
from pycontrol.law.looks import atoms
from pycontrol.law.model import Sort
from pycontrol.law.names import BREAKABLE, cited_of, cited_provisions, cited_target
from pycontrol.law.paths import seen
from pycontrol.law.problems import mistake
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.diagnostics import Span
    from pycontrol.law.names import Scope


def reference(node: tree.Reference, scope: Scope) -> model.Reference:
    """Return the reference to provisions; a term cannot make one."""
    if scope.own is not None:
        cure = "write the reference in the provision"
        raise mistake("L163", "a term cannot refer to a provision", node.span, cure=cure)
    act = node.reach or tree.Word(node.span, Sort.ACT)
    at = seen(act, scope)
    if at.fact is not None or at.reach.sort is not Sort.ACT:
        raise mistake("L164", f"`{act.text}` is not an act", act.span, cure="write `for` and a path to an act")
    aspect = model.Aspect(node.aspect)
    if aspect is model.Aspect.BREACH:
        provisions = cited_of((node.citation,), scope, BREAKABLE, "breached")
    else:
        provisions = cited_provisions(node.citation, scope)
    return model.Reference(node.span, at.reach, aspect, provisions)


def operating(node: tree.Operating, scope: Scope) -> model.Operates:
    """Return the condition that something operates; a term cannot ask it."""
    if scope.own is not None:
        raise _misplaced("a term says what a thing is, whatever law operates", node.span)
    return model.Operates(node.span, cited_target(node.citation, scope))


def check_perimeter(perimeter: Iterable[model.Condition]) -> None:
    """Refuse a perimeter that asks whether something operates."""
    for one in atoms(perimeter):
        if isinstance(one, model.Operates):
            raise _misplaced("a perimeter says for which acts a provision is there, whatever law operates", one.span)


def _misplaced(why: str, span: Span) -> Exception:
    return mistake("L248", why, span, cure="write it in a `when` of the provision")
