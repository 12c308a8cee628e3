"""A reason: one sentence, where it stands in the law, what was found, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING

from pycontrol.diagnostics import visible
from pycontrol.phrases import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.phrases import Text


ABOVE = say("as above")


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
    """One node of a reason tree. `words` are those of the law file; `source` is where they stand in it. `note` is ours.

    What several reasons rest on is one node, which stands below each of them; as text it is told once.
    """

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
        """Return every condition below this that has no conditions of its own, each once, in order."""
        found: list[Reason] = []
        _gather(self, found, {})
        return tuple(found)

    def __str__(self) -> str:
        return "\n".join(visible(line) for line in _lines(self, 0, Told()))

    def _repr_html_(self) -> str:
        """Return the tree for a notebook, each node to be opened; every word is escaped."""
        return _html(self, Told())


_NAMED = frozenset({Sort.PROVISION, Sort.TERM, Sort.EXCEPTION})


class Told:
    """What was told before: reasons that say the same and rest on the same, each looked at once."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._known: dict[int, int] = {}
        self._told: set[object] = set()

    def untold(self, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        """Return what is to be told of some reasons: of the measures in whose context a provision stands, what is new."""
        return tuple(one for one in reasons if one.sort is not Sort.CONTEXT or self._first(self._number(one)))

    def before(self, reason: Reason, below: tuple[Reason, ...]) -> bool:
        """Whether all on which a reason rests was told before under these words; from now on it is told.

        What has a name is found again by it, other words only where they rest on more than facts.
        """
        named = below and reason.sort in _NAMED
        if not named and not any(child.because for child in below):
            return False
        return not self._first((reason.citation, reason.words, tuple(self._number(child) for child in below)))

    def _first(self, key: object) -> bool:
        first = key not in self._told
        self._told.add(key)
        return first

    def _number(self, reason: Reason) -> int:
        if id(reason) not in self._known:
            key = replace(reason, because=()), tuple(self._number(child) for child in reason.because)
            self._known[id(reason)] = self._numbers.setdefault(key, len(self._numbers))
        return self._known[id(reason)]


_MARKS = {Verdict.MET: "+", Verdict.UNMET: "-", Verdict.UNKNOWN: "?"}


def mark(reason: Reason) -> str:
    """Return the sign before a reason: met, not met, unknown; for what counts for nothing, a point."""
    return "·" if reason.sort is Sort.CONTEXT else _MARKS[reason.verdict]


def _gather(reason: Reason, found: list[Reason], known: dict[int, bool]) -> bool:
    """Add the leaves from a reason downwards that are not yet found, and return whether it has any."""
    if id(reason) not in known:
        below = [_gather(child, found, known) for child in reason.because]
        leaf = reason.sort is Sort.CONDITION and not any(below)
        known[id(reason)] = leaf or any(below)
        found += [reason] if leaf else []
    return known[id(reason)]


def _lines(reason: Reason, depth: int, told: Told) -> Iterator[str]:
    line, *found = _own_lines(reason)
    above = told.before(reason, reason.because)
    yield f"{'  ' * depth}{line}{f' [{ABOVE.en}]' if above else ''}"
    yield from (f"{'  ' * (depth + 2)}{one}" for one in found)
    for child in () if above else told.untold(reason.because):
        yield from _lines(child, depth + 1, told)


def _html(reason: Reason, told: Told) -> str:
    line, *found = (escape(visible(one)) for one in _own_lines(reason))
    above = told.before(reason, reason.because)
    note = f" [{escape(ABOVE.en)}]" if above else ""
    below = "".join(f"<div>{words}</div>" for words in found)
    below += "" if above else "".join(_html(child, told) for child in told.untold(reason.because))
    return f'<details open style="margin-left:1em"><summary>{line}{note}</summary>{below}</details>'


def _own_lines(reason: Reason) -> Iterator[str]:
    label = f"({reason.label}) " if reason.label and not reason.words.en.startswith(reason.label) else ""
    note = f" [{reason.note.en}]" if reason.note.en else ""
    place = f"{reason.citation}: " if reason.citation else ""
    yield f"{mark(reason)} {label}{place}{reason.words.en}{note}"
    for found in reason.findings:
        figures = f" ({found.figures.en})" if found.figures.en else ""
        yield f"{found.about}: {found.fact.en} {found.value.en}{figures}"
