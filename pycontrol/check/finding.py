"""What is suspicious in a law that is well-formed: one finding, with the scenario that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Label, Severity

if TYPE_CHECKING:
    from pycontrol.diagnostics import Span
    from pycontrol.explain import Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about `provisions` (the first is the one to look at).

    A finding that something can happen carries a `witness`, the text of a scenario that shows it when it is determined;
    empty where none could be shown. A finding that something never happens says in `bound` what was searched, and carries
    the `nearest` scenario as text, the reason tree of the provision in it, and what `blocks` it there. One that is read off
    the text alone says in `bound` what was read, and in `provisions` what it is about, be it no provision.
    """

    code: str
    message: str
    help: str
    citation: str
    provisions: tuple[str, ...]
    span: Span | None = None
    other: Span | None = None
    witness: str = ""
    bound: str = ""
    nearest: str = ""
    reason: Reason | None = None
    blocks: tuple[str, ...] = ()

    @property
    def diagnostic(self) -> Diagnostic:
        """The finding as a warning, without its scenario."""
        return Diagnostic(
            code=self.code,
            message=self.message,
            primary=Label(self.span) if self.span else None,
            severity=Severity.WARNING,
            secondary=(Label(self.other, "together with this"),) if self.other else (),
            citation=self.citation,
            help=self.help,
        )

    @property
    def details(self) -> str:
        """What was searched and found, as text: the bound, what blocks the nearest scenario, and the scenario."""
        lines = [f"searched: {self.bound}"] if self.bound else []
        lines += [f"blocked by: {words}" for words in self.blocks]
        if self.nearest:
            lines += ["the nearest scenario:", "", self.nearest]
        elif self.witness:
            lines += ["a scenario that shows it:", "", self.witness]
        elif not self.bound:
            lines.append("found with open facts; no scenario could be stated that shows it")
        return "\n".join(lines).rstrip() + "\n"

    def __str__(self) -> str:
        return f"{self.diagnostic}\n{self.details}"
