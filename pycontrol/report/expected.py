"""What a scenario expects beside what follows: closed, so that a line too many fails it like a line too few."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pycontrol.determine import Determination
    from pycontrol.diagnostics import Span
    from pycontrol.facts.scenario import Scenario


MOST_TOLD = 12
"""How many lines of each sort are told: a scenario that expects something else altogether is read in its answer."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One line that was expected and does not follow (`missing`), or that follows and was not expected.

    `span` is the place of a line that was expected in a file.
    """

    line: str
    missing: bool
    span: Span | None = None

    def __str__(self) -> str:
        return f"{'-' if self.missing else '+'} {self.line}"


def mismatches(determination: Determination, scenario: Scenario) -> tuple[Mismatch, ...]:
    """Return every line in which a scenario's expectation and the determination differ; in any order they may agree."""
    lines = [(" ".join(one.line.split()), one.span) for one in scenario.expected or ()]
    surplus = Counter(line for line, _ in lines) - Counter(determination.lines())
    missing: list[Mismatch] = []
    for line, span in reversed(lines):
        if surplus[line]:
            surplus[line] -= 1
            missing.insert(0, Mismatch(line, missing=True, span=span))
    found = Counter(determination.lines()) - Counter(line for line, _ in lines)
    return (*missing, *(Mismatch(line, missing=False) for line in found.elements()))


def mismatches_text(found: Sequence[Mismatch], scenario: Scenario) -> str:
    """Return what differs as text: the place and the counts, what is missing after `-`, what was not expected after `+`."""
    missing, more = ([one for one in found if one.missing is sort] for sort in (True, False))
    spans = (*(one.span for one in missing), *(one.span for one in scenario.expected or ()), scenario.span)
    place = next((span for span in spans if span), None)
    counts = f"{len(missing)} missing, {len(more)} not expected"
    lines = [f"{f'{place.source.name}:{place.line}: ' if place else ''}{scenario.name}: {counts}"]
    for some in (missing, more):
        lines += [f"  {one}" for one in some[:MOST_TOLD]]
        if len(some) > MOST_TOLD:
            lines.append(f"  {'-' if some is missing else '+'} … {len(some) - MOST_TOLD} more")
    return "\n".join(lines) + "\n"
