"""A reason: one sentence, where it stands in the law, what was found, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING

from pycontrol.diagnostics import visible
from pycontrol.phrases import NOTHING

if TYPE_CHECKING:
    from pycontrol.phrases import Text


class Verdict(StrEnum):
    """What the solver derived for a condition, a provision or an alternative."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class Sort(StrEnum):
    """What a reason speaks of. What stands in the context of a provision counts for nothing."""

    PROVISION = "provision"
    STATUS = "status"
    CONDITION = "condition"
    ALTERNATIVE = "alternative"
    TERM = "term"
    EXCEPTION = "exception"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact that a condition looked at: about what, which fact, its value in words, and where it was stated.

    `value` is `unknown` where nobody stated it. `figures` is the comparison, such as `16 nm <= 14 nm`. Where the condition
    is a reading, it is the reading that the finding is about.
    """

    about: str
    fact: Text
    value: Text
    figures: Text = NOTHING
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One node of a reason tree. `words` are those of the law file; `source` is where they stand in it. `note` is ours."""

    sort: Sort
    verdict: Verdict
    words: Text
    citation: str = ""
    label: str = ""
    note: Text = NOTHING
    source: str = ""
    findings: tuple[Finding, ...] = ()
    because: tuple[Reason, ...] = ()

    def leaves(self) -> tuple[Reason, ...]:
        """Return every condition below this that has no conditions of its own, in order."""
        inner = tuple(leaf for child in self.because for leaf in child.leaves())
        return inner or ((self,) if self.sort is Sort.CONDITION else ())

    def __str__(self) -> str:
        return "\n".join(visible(line) for line in _lines(self, 0))

    def _repr_html_(self) -> str:
        """Return the tree for a notebook, each node to be opened; every word is escaped."""
        line, *found = (escape(visible(line.strip())) for line in _own_lines(self, 0))
        below = "".join(f"<div>{words}</div>" for words in found) + "".join(one._repr_html_() for one in self.because)
        return f'<details open style="margin-left:1em"><summary>{line}</summary>{below}</details>'


_MARKS = {Verdict.MET: "+", Verdict.UNMET: "-", Verdict.UNKNOWN: "?"}


def mark(reason: Reason) -> str:
    """Return the sign before a reason: met, not met, unknown; for what counts for nothing, a point."""
    return "·" if reason.sort is Sort.CONTEXT else _MARKS[reason.verdict]


def _lines(reason: Reason, depth: int) -> list[str]:
    below = [line for child in reason.because for line in _lines(child, depth + 1)]
    return [*_own_lines(reason, depth), *below]


def _own_lines(reason: Reason, depth: int) -> list[str]:
    label = f"({reason.label}) " if reason.label and not reason.words.en.startswith(reason.label) else ""
    note = f" [{reason.note.en}]" if reason.note.en else ""
    place = f"{reason.citation}: " if reason.citation else ""
    lines = [f"{'  ' * depth}{mark(reason)} {label}{place}{reason.words.en}{note}"]
    for found in reason.findings:
        figures = f" ({found.figures.en})" if found.figures.en else ""
        lines.append(f"{'  ' * (depth + 1)}  {found.about}: {found.fact.en} {found.value.en}{figures}")
    return lines
