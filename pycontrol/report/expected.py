"""What a scenario expects beside what follows: closed, so that a line too many fails it like a line too few."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pycontrol.determine import Determination
    from pycontrol.facts.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One line that was expected and does not follow (`missing`), or that follows and was not expected."""

    line: str
    missing: bool

    def __str__(self) -> str:
        return f"{'expected, does not follow' if self.missing else 'follows, not expected'}: {self.line}"


def mismatches(determination: Determination, scenario: Scenario) -> tuple[Mismatch, ...]:
    """Return every line in which a scenario's expectation and the determination differ; in any order they may agree."""
    expected = Counter(" ".join(one.line.split()) for one in scenario.expected or ())
    found = Counter(determination.lines())
    missing = tuple(Mismatch(line, missing=True) for line in (expected - found).elements())
    return (*missing, *(Mismatch(line, missing=False) for line in (found - expected).elements()))
