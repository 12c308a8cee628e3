"""One measured figure beside its target, and the table of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured. `target` is the bound of the design (None: none is set); `least` says that more is better."""

    name: str
    measured: float
    unit: str
    target: float | None = None
    least: bool = False
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target was reached, and otherwise by how much it was missed."""
        if self.target is None:
            return "–"
        ratio = self.target / self.measured if self.least else self.measured / self.target
        return "reached" if ratio <= 1 else f"missed by {ratio:.1f} times"

    def row(self) -> str:
        """Return the figure as a row of the table."""
        sign = "≥" if self.least else "≤"
        bound = f"{sign} {_number(self.target)} {self.unit}" if self.target is not None else "–"
        return f"| {self.name} | {_number(self.measured)} {self.unit} | {bound} | {self.verdict} | {self.note} |"


def _number(amount: float) -> str:
    return f"{amount:,.0f}".replace(",", " ") if amount >= 100 else f"{amount:.2f}" if amount < 10 else f"{amount:.1f}"  # noqa: PLR2004


def table(figures: Iterable[Figure]) -> str:
    """Return figures as a Markdown table."""
    head = "| figure | measured | to reach | reached / missed by | note |\n|---|---|---|---|---|"
    return "\n".join((head, *(one.row() for one in figures)))
