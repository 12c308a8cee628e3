"""Which bands of a sanction are open, and the exact amounts where the base that the law names is stated."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from pycontrol.determine.outcome import Liability
from pycontrol.law.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp import Program, Subject, Things
    from pycontrol.law.model import Band

_SERIOUS = "serious"


def liabilities(program: Program, things: Things, bands: tuple[Band, ...], subject: Subject) -> tuple[Liability, ...]:
    """Return the bands open for an act, in the law's order."""
    found: list[Liability] = []
    for _, group in groupby(bands, key=lambda band: (band.title, band.serious)):
        found += _group(program, things, tuple(group), subject)
    return tuple(found)


def _group(program: Program, things: Things, bands: tuple[Band, ...], subject: Subject) -> Iterator[Liability]:
    """Bands of one title are alternatives by their base; serious cases are a person's to settle."""
    decided = True
    if bands[0].serious:
        known = things.known(subject.act, _SERIOUS)
        if known.values == ("no",):
            return
        decided = not known.more
    passing = [(band, _passes(program, things, band, subject)) for band in bands if band.check]
    settled = [band for band, truth in passing if truth]
    if settled:
        yield _liability(things, settled[0], subject, decided=decided)
        return
    doubtful = [band for band, truth in passing if truth is None]
    for band in doubtful:
        yield _liability(things, band, subject, decided=False)
    for band in bands:
        if band.check is None:
            yield _liability(things, band, subject, decided=decided and not doubtful)


def _passes(program: Program, things: Things, band: Band, subject: Subject) -> bool | None:
    """Whether the stated base passes the band's check; None where it is not stated in the law's currency."""
    base = _base(things, band, subject)
    if base is None or band.check is None:
        return None
    return program.judge.passes(base, band.check) is True


def _base(things: Things, band: Band, subject: Subject) -> Quantity | None:
    if not band.base:
        return None
    values: Iterable[object] = things.known(subject.act, band.base).values
    amount = next((value for value in values if isinstance(value, Quantity)), None)
    if amount is None or (band.check and amount.unit != band.check.threshold.unit):
        return None
    return amount


def _liability(things: Things, band: Band, subject: Subject, *, decided: bool) -> Liability:
    base = _base(things, band, subject)
    low, high = band.low, band.high
    if not band.times:
        amounts = [one if isinstance(one, Quantity) else None for one in (low, high)]
        return Liability(band.title, named_amount(band), amounts[0], amounts[1], base=band.base, decided=decided)
    multiple = (Fraction(_number(low)), Fraction(_number(high)))
    if base is None:
        return Liability(band.title, named_amount(band), multiple=multiple, base=band.base, decided=decided)
    least, most = (Quantity(base.amount * times, base.unit) for times in multiple)
    return Liability(band.title, named_amount(band), least, most, multiple, band.base, decided)


def _number(bound: Quantity | Fraction | None) -> Fraction:
    if isinstance(bound, Quantity):
        return bound.amount
    return bound if bound is not None else Fraction(0)


def named_amount(band: Band) -> str:
    """Return the band in words: `5 to 10 times turnover`, `500000 to 5000000 CNY`, empty for another consequence."""
    if band.low is None and band.high is None:
        return ""
    low, high = _number(band.low), _number(band.high)
    unit = next((bound.unit for bound in (band.low, band.high) if isinstance(bound, Quantity)), "")
    span = f"up to {high}" if band.low is None else f"{low} to {high}"
    return f"{span} times {band.base}" if band.times else f"{span} {unit}"
