"""Norms: what a provision imposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pycontrol.syntax.tree.common import Citation, Node, Number, Quantity, Text, Word
from pycontrol.syntax.tree.condition import Compared


@dataclass(frozen=True, slots=True)
class RequiresLicence(Node):
    """`requires licence KIND from OFFICE`."""

    kind: Word
    office: Word | None = None


@dataclass(frozen=True, slots=True)
class Prohibits(Node):
    """`prohibits "what" unless permitted by OFFICE`."""

    what: Text
    permitted_by: Word | None = None


@dataclass(frozen=True, slots=True)
class Due(Node):
    """`within 10 working days after act`, `before act`, `at act`, `at once`. Only `after` counts days."""

    anchor: Literal["before", "at", "after", "at once"]
    days: int = 0
    working: bool = False


@dataclass(frozen=True, slots=True)
class Obliges(Node):
    """`obliges to EVENT to ROLE-OR-OFFICE within … "what"`."""

    event: Word
    what: Text
    to: Word | None = None
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Exempts(Node):
    """`exempts from CITATIONS`."""

    of: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Relieves(Node):
    """`relieves from CITATIONS by FILING`."""

    of: tuple[Citation, ...]
    by: Word


@dataclass(frozen=True, slots=True)
class Review(Node):
    """`review POLICY of CITATIONS`."""

    policy: Word
    of: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Terms(Node):
    """`terms LICENCE-KIND "text" of CITATIONS`."""

    kind: Word
    text: Text
    of: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Pays(Node):
    """`pays 5 to 10 times turnover`, `pays 500000 CNY to 5000000 CNY`, `pays up to 500000 CNY`.

    With `times` both ends are bare numbers, otherwise quantities. No `low`: `up to`. One amount: both are equal.
    """

    low: Number | Quantity | None
    high: Number | Quantity
    times: Word | None = None


@dataclass(frozen=True, slots=True)
class Band(Node):
    """`band "fine" where turnover >= 500000 CNY pays …`; `otherwise` for what the other bands leave."""

    title: Text
    where: Compared | None = None
    otherwise: bool = False
    pays: Pays | None = None
    serious: bool = False


@dataclass(frozen=True, slots=True)
class Sanctions(Node):
    """`sanctions breach of CITATIONS` and its bands."""

    of: tuple[Citation, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class States(Node):
    """`states "text"`: an effect that is said, not computed."""

    text: Text


Norm = RequiresLicence | Prohibits | Obliges | Exempts | Relieves | Review | Terms | Sanctions | States
