"""What provisions impose, and provisions themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

    from pycontrol.diagnostics import Span
    from pycontrol.law.model.conditions import Compared, Condition
    from pycontrol.law.model.doubt import Guard
    from pycontrol.law.model.lists import Period
    from pycontrol.law.model.words import Quantity
    from pycontrol.phrases import Text


class Modality(StrEnum):
    """What kind of thing a provision does. A statement of guidance is no law: it is said beside."""

    LICENCE = "licence"
    PROHIBITION = "prohibition"
    DUTY = "duty"
    EXEMPTION = "exemption"
    RELIEF = "relief"
    REVIEW = "review"
    TERMS = "terms"
    SANCTION = "sanction"
    STATEMENT = "statement"
    GUIDANCE = "guidance"


class DueFrom(StrEnum):
    """How the last day of a duty is counted: before the act, on its day, or a number of days after it."""

    BEFORE = "before"
    AT = "at"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a duty. Only AFTER counts days; the act's day is day 0 and the last day is in."""

    anchor: DueFrom
    days: int = 0
    working: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a fine: where `base` (a money fact of the act) passes the check, from `low` to `high`.

    `times`: low and high are multiples of the base. `base` empty: the band needs no base. `check` None: the band for
    what the other bands leave ("otherwise"). A band with neither low nor high names another consequence in `title`.
    `serious`: only in serious cases (a person settles whether one is).
    """

    title: Text
    base: str = ""
    check: Compared | None = None
    times: bool = False
    low: Quantity | Fraction | None = None
    high: Quantity | Fraction | None = None
    serious: bool = False


@dataclass(frozen=True, slots=True)
class Norm:
    """What a provision imposes.

    `what`: the kind of licence; the kind of event that fulfils a duty; the review policy; the filing of a relief; the
    licence kind of terms; empty otherwise. `of`: the provisions that it exempts from, relieves from, reviews, limits or
    sanctions. `cure`: the office whose consent cures a prohibition, empty where none can.
    """

    modality: Modality
    title: Text
    what: str = ""
    office: str = ""
    cure: str = ""
    of: tuple[str, ...] = ()
    to: str = ""
    due: Due | None = None
    bands: tuple[Band, ...] = ()

    @property
    def hangs_on(self) -> tuple[str, ...]:
        """The provisions one of which must stand for it to bind: those that a review policy or licence terms name."""
        return self.of if self.modality in (Modality.REVIEW, Modality.TERMS) else ()


@dataclass(frozen=True, slots=True)
class Defeat:
    """Provision `by` defeats the provision that holds this, where its guard (if any) holds."""

    by: str
    guard: Guard | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """The smallest citable unit that has an effect.

    `path` is its citation, `<instrument>/<article>(<limb>)...`. `kinds` are the kinds of act that its perimeter covers;
    it is *weighed* for an act of such a kind from the day its instrument was issued, or from `added`, where it came later,
    by an amendment or with a list at which it looks. `bearer` is the party fact of the
    act that names who is bound; empty: nobody in particular (statements, sanctions of the breacher). `per_item`: its
    conditions or norm look at the item, so that it is weighed for each item of the act; otherwise once, without item.
    `periods`: when it is in force by its own words (from, until), each perhaps under a reading. `context`: measures of the
    register beside which it stands.
    """

    path: str
    instrument: str
    article: str
    title: Text
    gist: Text
    cite: Text
    perimeter: tuple[Condition, ...]
    conditions: tuple[Condition, ...]
    kinds: frozenset[str]
    per_item: bool
    bearer: str
    norm: Norm
    periods: tuple[Period, ...]
    defeats: tuple[Defeat, ...] = ()
    confidence: str = ""
    readings: frozenset[str] = frozenset()
    context: tuple[str, ...] = ()
    added: dt.date | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """Articles that are not encoded, with their gist and the reason; `confidence`: the mark of the gist, or empty."""

    instrument: str
    first: str
    last: str
    gist: Text
    because: str
    confidence: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Overlap:
    """A declared overlap of two provisions with different effects and no priority: both bind, the stricter heads."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    because: str
    span: Span | None = None
