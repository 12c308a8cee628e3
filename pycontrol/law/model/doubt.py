"""Doubt about the text and about events, declared: readings and branches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pycontrol.diagnostics import Span
    from pycontrol.phrases import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A doubt about the text: named values, one of which may be the default. `default` empty means none is taken."""

    name: str
    title: Text
    values: tuple[tuple[str, Text], ...]
    default: str
    because: str
    question: str = ""
    instrument: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """Holds where reading `reading` has value `value`."""

    reading: str
    value: str


@dataclass(frozen=True, slots=True)
class Branch:
    """One way an event in doubt may have gone: the instruments that hang on it are suspended in it, or operate."""

    name: str
    title: Text
    suspended: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event in doubt, shared by every instrument that hangs on it."""

    name: str
    title: Text
    branches: tuple[Branch, ...]
    span: Span | None = None
