"""The shorthand of data sheets and of trade: powers of ten, millions, signs of currencies and of inches, in plain digits and words."""

from __future__ import annotations

import re
import unicodedata

LARGEST_POWER = 30

TEN = re.compile(
    r"(?<![\w.,/-])(?P<sign>-?)(?:(?P<times>[0-9]+(?:\.[0-9]+)?)\s*[x*×·⋅]\s*)?10"
    r"(?:\^(?P<power>[+-]?[0-9]+)|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))(?!\w)"
)
LARGE = re.compile(
    r"(?<![\w.,-])(?P<number>-?[0-9]+(?:\.[0-9]+)?)[ \t]*(?:(?P<word>thousand|million|billion)\b|(?P<han>[万亿]))"
)
_POWERS = {"thousand": 3, "万": 4, "million": 6, "亿": 8, "billion": 9}
_MONEY = {"€": ("EUR",), "£": ("GBP",), "$": ("USD",), "¥": ("CNY", "JPY"), "￥": ("CNY", "JPY"), "元": ("CNY",)}
AMOUNT = re.compile(r"(?P<before>[€£$¥￥])?\s*(?P<number>-?[0-9](?:[0-9.,'_]*[0-9])?)\s*(?P<after>[€£$¥￥元])?")


def power_meant(found: re.Match[str]) -> str:
    """Return what a power of ten comes to, in digits; empty where it is too large or too small to be told."""
    power = int(found["power"] or unicodedata.normalize("NFKC", found["raised"]).replace("−", "-"))
    whole, _, decimals = (found["times"] or "1").partition(".")
    if abs(power) > LARGEST_POWER:
        return ""
    return found["sign"] + _shifted(whole, decimals, power)


def number_of(found: re.Match[str]) -> str:
    """Return a number with a word behind it in digits: 1.5 million is 1500000."""
    whole, _, decimals = found["number"].removeprefix("-").partition(".")
    sign = "-" if found["number"].startswith("-") else ""
    return sign + _shifted(whole, decimals, _POWERS[found["word"] or found["han"]])


def _shifted(whole: str, decimals: str, power: int) -> str:
    """Return a number with its point moved to the right by so many places."""
    digits, places = whole + decimals, len(decimals) - power
    if places <= 0:
        return (digits + "0" * -places).lstrip("0") or "0"
    digits = digits.zfill(places + 1)
    return f"{digits[:-places].lstrip('0') or '0'}.{digits[-places:]}"


def spelled(words: str) -> str:
    """Return words with powers of ten and large numbers in digits, and inches in a word."""
    words = LARGE.sub(
        lambda found: f"{number_of(found)} ", TEN.sub(lambda found: power_meant(found) or found[0], words)
    )
    return re.sub(r"(?<=[0-9])\s*[\"″]$", " inch", words).strip()


def codes_of(sign: str) -> tuple[str, ...]:
    """Return the currencies for which a sign may stand."""
    return _MONEY.get(sign, ())
