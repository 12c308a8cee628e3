"""What is wrong with the law, gathered until all of it is known: one mistake per condition, never only the first."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Label, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.diagnostics import Span
    from pycontrol.syntax import tree


class MistakeError(Exception):
    """One refusal on its way to the list of problems. It never leaves this room."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


class Problems:
    """The refusals found so far, in the order in which they were found."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    @contextmanager
    def noted(self, citation: str = "") -> Iterator[None]:
        """Note a mistake made inside, as standing at `citation`, and go on after the block."""
        try:
            yield
        except MistakeError as error:
            self.note(error, citation)

    def note(self, error: MistakeError, citation: str = "") -> None:
        """Note a mistake as standing at `citation`. What limbs take from their article is wrong once, not in each."""
        made = error.diagnostic
        if not any((made.code, made.message, made.primary) == (d.code, d.message, d.primary) for d in self.found):
            self.found.append(replace(made, citation=citation))


def mistake(
    code: str, message: str, at: Span | None, *, cure: str = "", words: str = "", also: Iterable[Label] = ()
) -> MistakeError:
    """Make a refusal: the problem, the place, the cure."""
    place = Label(at, words) if at else None
    return MistakeError(Diagnostic(code, message, primary=place, secondary=tuple(also), help=cure))


def unknown(code: str, what: str, word: tree.Word, known: Iterable[str], *, cure: str = "") -> MistakeError:
    """Make a refusal of a name that nobody declared; a near name is suggested, else the cure."""
    return mistake(code, f"unknown {what} `{word.text}`", word.span, cure=suggestion(word.text, known) or cure)


def twice(
    code: str, what: str, word: tree.Word, first: Span | None, *, cure: str = "take one of the two away"
) -> MistakeError:
    """Make a refusal of a name that was declared before."""
    also = (Label(first, "first declared here"),) if first else ()
    message = f"{what} `{word.text}` is declared twice"
    return mistake(code, message, word.span, cure=cure, also=also)
