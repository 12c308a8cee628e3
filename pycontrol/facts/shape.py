"""The pieces of which a mapping is made: mappings, lists and texts. What has another shape is refused and left out.

What is left out is not refused a second time: a key that is misspelt is read as the one that is meant.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.diagnostics import nearest, quoted
from pycontrol.facts.amounts import decimal
from pycontrol.facts.refusals import near
from pycontrol.facts.said import Said
from pycontrol.syntax.limits import MOST_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.facts.refusals import Refusals

Path = tuple[str | int, ...]

_SEVERAL = "a scenario is one mapping; a list of them goes to `determine_many`"
_MOMENT = "write it as text, a day `2026-01-31` at `on`, a day and a time `2026-01-31 13:01` at `at`"


class Shape:
    """Reads pieces of one mapping."""

    def __init__(self, refusals: Refusals) -> None:
        self._refusals = refusals

    def refuse(self, problem: str, path: Path, cure: str) -> None:
        """Refuse a piece for its shape."""
        self._refusals.add("F119", problem, path, cure)

    def mapping(
        self, given: object, path: Path, keys: tuple[str, ...] = (), required: tuple[str, ...] = ()
    ) -> Mapping[str, object] | None:
        """Return a mapping, empty where there is none, None where it is something else; with `keys`, only those.

        A key beside them is refused, and read as the one of which it is a slip of the pen.
        """
        if given is None and path and not required:
            return {}
        whole = "write `{" + ", ".join(f'"{key}": …' for key in required) + "}`"
        if not isinstance(given, Mapping):
            cure = whole if required else "write names and what belongs to them, in braces"
            several = not path and isinstance(given, list | tuple)
            self.refuse(f"{shown(given)} is no mapping", path, _SEVERAL if several else cure)
            return None
        found: dict[str, object] = {}
        for key, value in given.items():
            if not isinstance(key, str):
                self.refuse(f"{shown(key)} is no key", path, "keys are text")
            elif not keys or key in keys:
                found[key] = value
            else:
                self.refuse(f"unknown key `{key}`", path, near(key, keys))
                close = nearest(key.lower(), keys if not path else required, 1)
                found.update({meant: value for meant in close if meant not in given})
        missing = [key for key in required if key not in found]
        if missing:
            self.refuse(f"{quoted(missing, 'and')} missing", path, whole)
        return found

    def optional(self, given: Mapping[str, object], key: str, path: Path = ()) -> Said | None:
        """Return the text at a key, None where there is none or it is refused."""
        return None if given.get(key) is None else self.text(given[key], (*path, key))

    def texts(self, given: object, path: Path) -> tuple[Said, ...]:
        """Return a list of texts; one text may stand without a list."""
        found = () if given is None else (self.text(each, where) for each, where in each_of(given, path))
        return tuple(text for text in found if text)

    def text(self, given: object, path: Path) -> Said | None:
        """Return a text, None where it is refused. A day may be a date of Python; a moment may not, as it has no zone here."""
        if isinstance(given, str) and given.isprintable() and given.strip():
            return Said(given, path)
        if isinstance(given, dt.datetime):
            self.refuse(f"`{given:%Y-%m-%d %H:%M}` is a moment, no text", path, _MOMENT)
        elif isinstance(given, dt.date):
            return Said(given.isoformat(), path)
        elif not isinstance(given, str):
            self.refuse(f"{shown(given)} is no text", path, "write text in quotation marks, such as `14 nm` or `CN`")
        elif not given.strip():
            self._refusals.add("F121", "a text is empty", path, "write what it is to say, or leave its key out")
        elif given.splitlines() != [given]:
            words = " ".join(given.split())
            self._refusals.add("F121", f"`{words}` is written on several lines", path, "write it on one line")
        elif any("\ud800" <= letter <= "\udfff" for letter in given):
            self._refusals.add("F121", "a text holds half a letter", path, "write whole letters: no lone surrogates")
        else:
            return Said(given, path)
        return None


def exact(given: object) -> Fraction | None:
    """Return a number of Python that is exact and of a sensible length, None for anything else."""
    if isinstance(given, Decimal):
        _, _, exponent = given.as_tuple()
        if not isinstance(exponent, int) or abs(exponent) > MOST_DIGITS:
            return None
    elif not isinstance(given, int | Fraction) or isinstance(given, bool):
        return None
    number = Fraction(given)
    return number if max(abs(number.numerator), number.denominator) < 10**MOST_DIGITS else None


def shown(given: object) -> str:
    """Return what a piece is, as JSON would write it."""
    number = exact(given)
    match given:
        case None | True | False:
            return {None: "`null`", True: "`true`", False: "`false`"}[given]
        case str():
            return f"`{given}`"
        case int() | Fraction() | Decimal() if number is not None:
            return f"`{decimal(number)}`"
        case float() | Decimal():
            return "`NaN`" if given != given else f"`{given}`"  # noqa: PLR0124 -- only NaN differs from itself
        case int() | Fraction():
            return f"a number of more than {MOST_DIGITS} digits"
        case list() | tuple():
            return "a list"
        case Mapping():
            return "a mapping"
        case _:
            return "something that JSON does not have"


def each_of(given: object, path: Path) -> Iterable[tuple[object, Path]]:
    """Return the entries of a list with their places; what is no list is its own only entry."""
    if isinstance(given, list | tuple):
        return ((each, (*path, position)) for position, each in enumerate(given))
    return ((given, path),)
