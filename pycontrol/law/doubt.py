"""Doubt that the law declares: readings of its text, and events whose outcome is not confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import Branch, Event, Reading
from pycontrol.law.problems import mistake, twice, unknown
from pycontrol.law.wording import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.diagnostics import Span
    from pycontrol.law.problems import Problems
    from pycontrol.syntax import tree


def readings(declared: Iterable[tuple[str, tree.Reading]], problems: Problems) -> dict[str, Reading]:
    """Return the readings, each with the instrument that declares it (empty: none)."""
    found: dict[str, Reading] = {}
    for instrument, node in declared:
        with problems.noted(f"reading `{node.name.text}`"):
            if node.name.text in found:
                raise twice("L121", "reading", node.name, found[node.name.text].span)
            # a reading with a mistake inside is kept, so that its uses are not refused for it as well
            found[node.name.text] = _reading(instrument, node)
            _check_values(node)
    return found


def events(declared: Iterable[tree.Event], problems: Problems) -> dict[str, Event]:
    """Return the events in doubt."""
    found: dict[str, Event] = {}
    for node in declared:
        with problems.noted(f"event `{node.name.text}`"):
            if node.name.text in found:
                raise twice("L122", "event", node.name, found[node.name.text].span)
            branches = tuple(Branch(each.name.text, text(each.title), each.suspended) for each in node.branches)
            found[node.name.text] = Event(node.name.text, text(node.title), branches, node.name.span)
            _once("L123", "branch", [branch.name for branch in node.branches])
    return found


def _reading(instrument: str, node: tree.Reading) -> Reading:
    return Reading(
        name=node.name.text,
        title=text(node.title),
        values=tuple((value.name.text, text(value.title)) for value in node.values),
        default=node.default.text if node.default else "",
        because=node.because.en,
        question=node.question.text if node.question else "",
        instrument=instrument,
        span=node.name.span,
    )


def _check_values(node: tree.Reading) -> None:
    names = [value.name for value in node.values]
    _once("L124", "value", names)
    if len(names) == 1:
        message = f"reading `{node.name.text}` has one value only"
        raise mistake("L125", message, node.name.span, cure="write both ways to read the text")
    if node.default and node.default.text not in {name.text for name in names}:
        raise unknown("L126", "default", node.default, (*(name.text for name in names), "none"))


def _once(code: str, what: str, words: Iterable[tree.Word]) -> None:
    seen: dict[str, Span] = {}
    for word in words:
        if word.text in seen:
            raise twice(code, what, word, seen[word.text])
        seen[word.text] = word.span
