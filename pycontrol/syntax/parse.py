"""The text of a `.law` or `.scenario` file becomes a tree, or is refused with everything that is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Refused, Source, Span
from pycontrol.syntax import build_instrument, build_scenario, recover, tree
from pycontrol.syntax.assemble import law_parts
from pycontrol.syntax.assemble_scenario import scenarios
from pycontrol.syntax.heads import place_in_law
from pycontrol.syntax.limits import Lines, Scan, scan
from pycontrol.syntax.parts import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycontrol.syntax.parts import Parts


def parse_law(source: Source) -> tree.LawFile:
    """Return what a law file says."""
    reading = _Reading(source)
    blocks = reading.blocks("law", build_instrument.RULES)
    parts = law_parts(blocks, reading.misplaced)
    return tree.LawFile(reading.accept(place_in_law), parts, reading.scan.comments)


def parse_scenarios(source: Source) -> tree.ScenarioFile:
    """Return what a scenario file says."""
    reading = _Reading(source)
    blocks = reading.blocks("scenario", build_scenario.RULES)
    found = scenarios(blocks, reading.misplaced)
    return tree.ScenarioFile(reading.accept(), found, reading.scan.comments)


class _Reading:
    """One text on its way to a tree, and what has been found wrong with it so far."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.scan: Scan = scan(source)
        self.problems: list[Diagnostic] = []
        self.misplaced: list[Diagnostic] = []
        self.whole = True
        if self.scan.fatal:
            raise Refused([*self.scan.fatal, *self.scan.letters])

    def blocks(self, grammar: str, rules: dict[str, Callable[[Parts], tree.Node]]) -> list[tree.Node]:
        """Return the blocks of the text in order.

        A letter out of place also stops the parser; what it says about that line is left out.
        """
        branch, unreadable = recover.read(grammar, Lines(self.source))
        self.whole = not unreadable
        told = {_line(problem) for problem in self.scan.letters}
        self.problems += [*self.scan.letters, *(item for item in unreadable if _line(item) not in told)]
        reader = Reader(self.source, rules)
        blocks = [reader.node(child) for child in branch.children if not isinstance(child, str)]
        self.problems += reader.problems
        return blocks

    def accept(self, place: Callable[[str, int], str] = lambda _text, _at: "") -> Span:
        """Return the span of the whole text, or refuse it; `place` says in which article a problem stands.

        Blocks are told to be misplaced only where every block could be read: one that could not may be their home.
        """
        if self.whole:
            self.problems += self.misplaced
        if self.problems:
            found = sorted(self.problems, key=_start)
            raise Refused(replace(one, citation=place(self.source.text, _start(one))) for one in found)
        return Span(self.source, 0, len(self.source.text), 1, 1)


def _line(problem: Diagnostic) -> int:
    return problem.primary.span.line if problem.primary else 0


def _start(problem: Diagnostic) -> int:
    return problem.primary.span.start if problem.primary else 0
