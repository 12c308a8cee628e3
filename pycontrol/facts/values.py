"""One value as written becomes a value of its fact, or is refused."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from pycontrol.diagnostics import Span, meant_by, quoted
from pycontrol.facts.amounts import AMOUNT, decimal, fits, fitting, written
from pycontrol.facts.places import is_place, worldly
from pycontrol.facts.refusals import near
from pycontrol.law.model import Fact, FactType, Quantity, Sort, Text, is_place_code
from pycontrol.syntax.figures import amount_cure, day_cure, plainly
from pycontrol.syntax.limits import DAYS_COUNTED, FIRST_DAY, LAST_DAY, MOST_DIGITS

if TYPE_CHECKING:
    from pycontrol.facts.hints import Hints
    from pycontrol.facts.refusals import Place, Refusals
    from pycontrol.facts.said import Said
    from pycontrol.law.model import Unit, Value

_NUMBER = re.compile(r"-?[0-9]+(?:[./][0-9]+)?")
_PIECES = re.compile(r"([0-9]+(?:[./][0-9]+)?)\s*x\s+(\S+)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")

_KINDS_OF_VALUE = {
    FactType.PLACE: ("a place", "write its code in capital letters, such as `CN`"),
    FactType.QUANTITY: ("a quantity", "write a number and a unit"),
    FactType.MONEY: ("an amount of money", "write a number and a currency, such as `310 EUR`"),
    FactType.YES_NO: ("`yes` or `no`", "write `yes` or `no`, or leave it out if it is not known"),
}

_SHARE = Fact(Sort.PARTY, "share", FactType.QUANTITY, Text(""), unit="one", low=Fraction(0), high=Fraction(1))


PLURALS = {Sort.PARTY: "parties", Sort.ITEM: "items", Sort.ACT: "acts"}
"""What things of each sort stand under in a mapping."""


class Reader:
    """Reads values against a vocabulary and the things that a scenario names."""

    def __init__(self, hints: Hints, refusals: Refusals, unreadable: frozenset[Sort] = frozenset()) -> None:
        vocabulary = hints.law.vocabulary
        self._units = vocabulary.units
        self._worldly = worldly(vocabulary)
        self._named = hints.named
        self._unreadable = unreadable
        self.hints = hints
        self._refusals = refusals

    def value(self, fact: Fact, said: Said) -> Value | None:
        """Return the value that was said, None where it is refused."""
        match fact.type:
            case FactType.TEXT:
                return said.word
            case FactType.CHOICE:
                return self._choice(fact, said)
            case FactType.YES_NO | FactType.PLACE:
                return self._symbol(fact, said)
            case FactType.QUANTITY | FactType.MONEY:
                return self._amount(fact, said)
            case FactType.ACT | FactType.PARTY | FactType.ITEM:
                return self.named(Sort(fact.type.value), said)
            case _:
                assert_never(fact.type)

    def named(self, sort: Sort, said: Said) -> str | None:
        """Return the name of a thing of the scenario, None where there is no such thing."""
        if said.word in self._named[sort]:
            return said.word
        if sort in self._unreadable:  # which there are is not known, and refused already
            return None
        where = f"with `{sort} {said.word}`" if isinstance(said.place, Span) else f"under `{PLURALS[sort]}`"
        cure = near(said.word, self._named[sort]) or f"the scenario has no {sort}: state it {where}"
        amount = AMOUNT.fullmatch(said.word)
        if sort is Sort.ITEM and amount and not said.quoted:
            cure = f"pieces are written `{amount[1]} x {amount[2]}`, of an item that is stated: `item {amount[2]}`"
        self._refusals.add("F108", f"unknown {sort} `{said.word}`", said.place, cure)
        return None

    def pieces(self, said: Said) -> tuple[Fraction | None, Said]:
        """Split `2 x magnet` into the count and the part; without a count, there is one piece and nothing to split."""
        found = None if said.quoted else _PIECES.fullmatch(said.word)
        if not found:
            return None, said
        count = _number(found[1])
        if not count:
            cure = "leave the part out, or say how many there are"
            self._refusals.add("F104", f"`{said.word}` is no part at all", said.place, cure)
        return count or Fraction(1), said._replace(word=found[2])

    def share(self, said: Said) -> Fraction | None:
        """Return a share of a whole as a fraction of one, None where it is refused."""
        value = self._amount(_SHARE, said)
        return value.amount if value else None

    def day(self, word: str, place: Place) -> dt.date | None:
        """Return the day that was written, None where it is refused."""
        with suppress(ValueError):
            if _DAY.fullmatch(word):
                day = dt.date.fromisoformat(word)
                if FIRST_DAY <= day <= LAST_DAY:
                    return day
                self._refusals.add("F104", f"`{word}` lies beyond the days that are counted", place, DAYS_COUNTED)
                return None
        self._refusals.add("F121", f"there is no day `{word}`", place, day_cure(word))
        return None

    def time(self, word: str, place: Place) -> dt.time | None:
        """Return the time of day that was written, None where it is refused."""
        with suppress(ValueError):
            if _TIME.fullmatch(word):
                return dt.time.fromisoformat(word)
        self._refusals.add("F121", f"there is no time `{word}`", place, "write hours and minutes, such as `13:01`")
        return None

    def period(self, since: str, until: str, place: Place) -> tuple[dt.date | None, dt.date | None]:
        """Return the first and the last day of a period, None where there is none; refused if the last comes first."""
        first = self.day(since, place) if since else None
        last = self.day(until, place) if until else None
        if first and last and last < first:
            self._refusals.add("F112", f"`{until}` lies before `{since}`", place, "write the first day after `since`")
        return first, last

    def _choice(self, fact: Fact, said: Said) -> str | None:
        if said.word in fact.values:
            return said.word
        cure = self.hints.choice(fact, said.word)
        self._refusals.add("F106", f"`{said.word}` is no choice of `{fact.name}`", said.place, cure)
        return None

    def _symbol(self, fact: Fact, said: Said) -> str | None:
        fits = said.word in ("yes", "no") if fact.type is FactType.YES_NO else is_place_code(said.word)
        if fits and fact.type is FactType.PLACE and self._worldly and not is_place(said.word):
            cure = "write the two capital letters of ISO 3166, such as `CN`, `US`, `GB`"
            self._refusals.add("F102", f"`{said.word}` is no country or region", said.place, cure)
            return None
        if fits:
            return said.word
        self._wrong_type(fact, said)
        return None

    def _amount(self, fact: Fact, said: Said) -> Quantity | None:
        found = None if _NUMBER.fullmatch(said.word) else AMOUNT.fullmatch(said.word)
        number = _number(found[1]) if found else None
        if found is None or number is None:
            self._wrong_type(fact, said)
            return None
        unit = self._units.get(found[2])
        if unit is None or not fits(fact, unit):
            self._wrong_unit(fact, found[2], unit, said)
            return None
        amount = fact.exact(number, unit)
        low, high = (Fraction(0), None) if fact.type is FactType.MONEY else (fact.low, fact.high)
        if (low is None or low <= amount.amount) and (high is None or amount.amount <= high):
            return amount
        ends = (("from", low), ("to", high))
        limits = " ".join(f"{word} `{_limit(fact, end, amount.unit)}`" for word, end in ends if end is not None)
        problem = f"`{said.word}` is out of the range of `{fact.name}`"
        self._refusals.add("F104", problem, said.place, f"write a value {limits}")
        return None

    def _wrong_unit(self, fact: Fact, word: str, unit: Unit | None, said: Said) -> None:
        fit = fitting(fact, self._units)
        known = "is not declared" if unit is None else f"is a unit of {unit.dimension}"
        if unit is not None and unit.is_currency:
            known = "is a currency"
        wanted = "money" if fact.type is FactType.MONEY else f"measured in `{fact.unit}`"
        problem = f"`{fact.name}` is {wanted}, but `{word}` {known}"
        cure = f"write it in {quoted(fit, 'or')}" if fit else ""
        meant = (plainly(word),) if plainly(word) in fit else meant_by(word, fit)
        if unit is None and meant:
            cure = f"did you mean {quoted((f'{said.word.split()[0]} {name}' for name in meant), 'or')}?"
        if unit is None and any(word == name for sort, name in self.hints.law.vocabulary.facts if sort is fact.sort):
            problem = f"`{fact.name}` needs a unit, but `{word}`, which follows, is a fact"
            cure = f"write the unit before it: {quoted((f'{said.word.split()[0]} {name}' for name in fit), 'or')}"
        self._refusals.add("F103", problem, said.place, cure)

    def _wrong_type(self, fact: Fact, said: Said) -> None:
        what, cure = _KINDS_OF_VALUE[fact.type]
        if _NUMBER.fullmatch(said.word) and fact.type in (FactType.QUANTITY, FactType.MONEY):
            cure = f"write its unit: {quoted((f'{said.word} {name}' for name in fitting(fact, self._units)), 'or')}"
        elif len(said.word.partition(" ")[0]) > MOST_DIGITS and fact.type in (FactType.QUANTITY, FactType.MONEY):
            cure += f"; a number has {MOST_DIGITS} digits at most"
        elif fact.type in (FactType.QUANTITY, FactType.MONEY) and (meant := amount_cure(said.word)):
            cure = meant
        elif fact.type is FactType.QUANTITY:
            cure += f", such as `{written(fact.high if fact.high is not None else Fraction(14), fact.unit)}`"
        elif fact.type is FactType.PLACE and is_place_code(code := said.word.strip().upper()) and is_place(code):
            cure = f"write its code in capital letters: `{code}`"
        self._refusals.add("F102", f"`{fact.name}` is {what}, not `{said.word}`", said.place, cure)


def _limit(fact: Fact, end: Fraction, unit: str) -> str:
    """Write an end of the range of a fact in the unit in which the vocabulary measures it."""
    if fact.shown_in is None:
        return written(end, unit)
    shown = fact.shown_in.shown(end)
    return f"{decimal(shown.amount)} {shown.unit}"


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(text) if len(text) <= MOST_DIGITS else None
    except ZeroDivisionError:
        return None
