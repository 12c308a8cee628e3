"""What is wrong, where it stands, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.diagnostics.source import Span


class Severity(StrEnum):
    """How grave a diagnostic is: a refusal is always an error, a finding may be either."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Label:
    """A place in a source, with optional words beneath its underline."""

    span: Span
    words: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: the problem in `message`, the place in `primary`, the cure in `help`.

    `code` is a letter for the room (`S` syntax, `L` law, `F` facts, `C` check, `U` use) and three digits.
    `message` is lower case, without a full stop, with the user's own words in backticks.
    `citation` is the place in the law, in words that a lawyer would use; empty where there is none.
    `of` names the scenario where several were handed in, then the file where it is JSON: what has no span in a text.
    """

    code: str
    message: str
    primary: Label | None = None
    severity: Severity = Severity.ERROR
    secondary: tuple[Label, ...] = ()
    citation: str = ""
    help: str = ""
    of: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The message, and of what it is."""
        return self.message + "".join(f", of `{one}`" for one in self.of)

    def __str__(self) -> str:
        place = f"{self.primary.span}: " if self.primary else ""
        cure = f" ({self.help})" if self.help else ""
        return f"{place}{self.severity}[{self.code}]: {self.told}{cure}"


class RefusedError(Exception):
    """Law or facts that cannot be accepted. Carries every diagnostic, not only the first, as they stand in each text."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = _in_order(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))

    def __reduce__(self) -> tuple[type[RefusedError], tuple[tuple[Diagnostic, ...]]]:
        """Go to another process, and be copied, by the diagnostics: the words follow from them."""
        return type(self), (self.diagnostics,)


Refused = RefusedError


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics text by text, in the order in which these are met, and in each from its beginning on."""
    found = tuple(diagnostics)
    texts = {one.primary.span.source.name: n for n, one in reversed([*enumerate(found)]) if one.primary}
    return tuple(
        sorted(
            found,
            key=lambda one: (texts[one.primary.span.source.name], one.primary.span.start) if one.primary else (-1, 0),
        )
    )
