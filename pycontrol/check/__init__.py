"""What is suspicious in a law that is well-formed: findings, each with a scenario that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.check.finding import Finding
from pycontrol.check.rules import RULES
from pycontrol.check.search import Search

if TYPE_CHECKING:
    from pycontrol.asp import Program

__all__ = ["RULES", "Finding", "check"]


def check(program: Program) -> tuple[Finding, ...]:
    """Return what every rule finds in a compiled law, in the order of the rules and of the law."""
    search = Search(program)
    return tuple(finding for rule in RULES for finding in rule(search))
