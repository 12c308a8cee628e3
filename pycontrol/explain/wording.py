"""Values, figures and citations in words: exact, never rounded without saying so."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.asp import between, opposite
from pycontrol.law.model import Compared, Inside, OneOf, Quantity
from pycontrol.phrases import Text, joined, say, verbatim

if TYPE_CHECKING:
    from pycontrol.law.model import Check, Fact, Measure, Operator, Value, Vocabulary


def number(amount: Fraction) -> str:
    """Return an exact decimal where there is one of at most twelve places, else a fraction."""
    denominator = amount.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"{amount.numerator}/{amount.denominator}"
    for places in range(13):
        scaled = amount * 10**places
        if scaled.denominator == 1:
            digits = f"{abs(scaled.numerator):0{places + 1}d}"
            sign = "-" if amount < 0 else ""
            return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    return f"{amount.numerator}/{amount.denominator}"


def percent(share: Fraction) -> str:
    """Return a share in per cent, exact; a long fraction is given with its first digits."""
    exact = number(share * 100)
    if "/" not in exact:
        return f"{exact} %"
    places = 6
    cut = share * 100 * 10**places
    return (
        f"{number(Fraction(cut.numerator // cut.denominator, 10**places))}… % ({share.numerator}/{share.denominator})"
    )


def bounds(low: Fraction, high: Fraction | None) -> Text:
    """Return a share of which the least and the greatest are known; nothing bounds it above where that is None."""
    if high is None:
        return say("at least", share=percent(low))
    return verbatim(percent(low)) if low == high else say("from to", low=percent(low), high=percent(high))


def held_against(threshold: Fraction, operator: Operator, low: Fraction, high: Fraction | None) -> Text:
    """Return a share held against a threshold as it came out: where it fails, the opposite is what is true."""
    passed = between(low, high, operator, threshold)
    word = "compared or not" if passed is None else "compared"
    shown = opposite(operator) if passed is False else operator
    return say(word, share=bounds(low, high), operator=shown, other=percent(threshold))


def context_words(measure: Measure) -> Text:
    """Return a measure of the register as the context of a provision: its day, issuer, title and confidence."""
    return say("context", day=measure.day, issuer=measure.issuer, title=measure.title, confidence=measure.confidence)


def value_words(value: Value) -> str:
    """Return a value in words."""
    if not isinstance(value, Quantity):
        return value
    return percent(value.amount) if value.unit == "one" else f"{number(value.amount)} {value.unit}"


def figures(value: Value, check: Check, vocabulary: Vocabulary, fact: Fact | None = None) -> Text:
    """Return the comparison that a test makes: `16 nm <= 14 nm`, `KR outside china`, `military in {…}`.

    Quantities are shown in the unit in which their fact is declared.
    """
    match check:
        case Compared(operator, threshold):
            left, right = (fact.shown(one) if fact else one for one in (value, threshold))
            return verbatim(f"{value_words(left)} {operator} {value_words(right)}")
        case Inside(territory, positive):
            title = vocabulary.territories[territory].title
            return say("within" if positive else "without", value=value_words(value), other=title)
        case OneOf(values, positive):
            if len(values) == 1:
                return say("equal" if positive else "unequal", value=value_words(value), other=next(iter(values)))
            others = joined(sorted(values))
            return say("one of" if positive else "none of", value=value_words(value), others=others)
