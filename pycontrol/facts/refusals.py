"""What is wrong with a scenario: every refusal with its place and its cure, gathered and raised together.

Codes: F101 unknown fact · F102 wrong type of value · F103 wrong unit · F104 out of range · F105 given twice ·
F106 unknown choice · F107 fact that this kind of act does not have · F108 unknown party, item or act · F109 act without
kind, day or state · F110 several values where one can hold · F111 contradictory · F112 dates out of order ·
F113 circle · F114 unknown list · F115 unknown reading or value · F116 unknown instrument · F117 unknown fact or group
assumed · F118 nothing stated · F119 wrong shape of a mapping · F120 dates on what is not dated · F121 unreadable day,
time, name or words · F122 complete, but not open · F123 more parts than are followed ·
F124 too large · F125 a fact that this thing cannot have · F130 unknown notice · F131 a notice of what is no list · F140 unknown regime.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Label, Refused, Span, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_ENDLESS = re.compile(r"`([^`]{60})[^`]{60,}`")

Place = Span | tuple[str | int, ...]
"""Where something was said: a span of a file, or the keys (and, in lists, positions from 0) in a mapping."""


class Refusals:
    """The refusals found so far, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def add(
        self, code: str, problem: str, place: Place, cure: str, first: Place | None = None, also: Iterable[Label] = ()
    ) -> None:
        """Note one refusal. `first` is the place of what it clashes with, if there is one; `also` further places."""
        if isinstance(place, Span):
            said = (Label(first, "first said here"),) if isinstance(first, Span) else ()
            found = Diagnostic(code, brief(problem), Label(place), secondary=(*said, *also), help=brief(cure))
        else:
            where = f", in `{json_path(place)}`" if place else ""
            found = Diagnostic(code, brief(problem) + where, help=brief(cure))
        if found not in self._found:
            self._found.append(found)

    def unknown(self, code: str, what: str, word: str, known: Iterable[str], place: Place) -> None:
        """Note a name that nobody declared, with the names that are near or, where they are few, all."""
        self.add(code, f"unknown {what} `{word}`", place, near(word, known) or f"no {what} is declared here")

    def twice(self, what: str, place: Place, first: Place | None = None, cure: str = "") -> None:
        """Note what is given a second time."""
        self.add("F105", f"{what} is given twice", place, cure or "keep one of the two", first)

    def raise_any(self) -> None:
        """Raise `Refused` with all refusals, if there are any."""
        if self._found:
            raise Refused(self._found)


def json_path(path: tuple[str | int, ...]) -> str:
    """Return the place of something in a mapping: `acts.ship.on`, `stakes[1].share`."""
    steps = (
        f"[{key}]" if isinstance(key, int) else f".{key}" if _PLAIN.fullmatch(key) else f'["{key}"]' for key in path
    )
    return brief("".join(steps).removeprefix("."))


def brief(words: str) -> str:
    """Shorten what somebody wrote without end; half a letter shows as its number."""
    whole = words.encode("utf-8", "backslashreplace").decode("utf-8")
    return re.sub(r"`[^`]*`", lambda one: _ENDLESS.sub(r"`\1…`", one.group()), whole)


def near(word: str, known: Iterable[str]) -> str:
    """Return a question that suggests the names near to `word`; all names where there are few; else what to look at."""
    names = sorted(set(known))
    return suggestion(word, names) or (f"there are {len(names)}, from `{names[0]}` to `{names[-1]}`" if names else "")
