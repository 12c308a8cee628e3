"""What somebody said, word by word, before it is checked: the common form of scenario files and mappings.

Both are read into these classes and checked by one core (`facts.build`), so both are refused alike. They are plain
tuples, not dataclasses, because every case of a large table passes through them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pycontrol.facts.refusals import Place
    from pycontrol.law.model import Sort

NONE = "none"
UNKNOWN = "unknown"


class Said(NamedTuple):
    """One value, as written (`14 nm`, `2 x magnet`, `CN`), with its first and last day as written, if it has them.

    A `quoted` value is always text: `"none"` in quotes is a name like any other. `by`: the notice of a list.
    """

    word: str
    place: Place
    since: str = ""
    until: str = ""
    quoted: bool = False
    by: str = ""


class FactSaid(NamedTuple):
    """A fact and its values."""

    name: str
    values: tuple[Said, ...]
    place: Place


class ThingSaid(NamedTuple):
    """An act, a party or an item. `screened`: pairs of a list and a day.

    `refused`: facts that were given and refused for their shape, so that they are not missing, too; None where all was.
    """

    sort: Sort
    name: str
    facts: tuple[FactSaid, ...]
    place: Place
    screened: tuple[tuple[Said, Said], ...] = ()
    complete: tuple[Said, ...] = ()
    refused: frozenset[str] | None = frozenset()


class StakeSaid(NamedTuple):
    """A stake of one party in another."""

    owner: Said
    held: Said
    share: Said
    interest: Said
    place: Place


class LicenceSaid(NamedTuple):
    """A licence held."""

    name: str
    facts: tuple[FactSaid, ...]
    place: Place
    since: str = ""
    until: str = ""


class ScenarioSaid(NamedTuple):
    """A whole scenario. `expected` None: it has no expectation. `untitled`: columns of its table not in its title.

    `unreadable`: sorts of things that are given in another shape, so that it is not known which there are.
    """

    name: str
    place: Place
    things: tuple[ThingSaid, ...]
    stakes: tuple[StakeSaid, ...] = ()
    licences: tuple[LicenceSaid, ...] = ()
    complete: tuple[Said, ...] = ()
    denied: tuple[Said, ...] = ()
    in_force: tuple[Said, ...] = ()
    taken: tuple[tuple[Said, Said], ...] = ()
    expected: tuple[Said, ...] | None = None
    asked: Said | None = None
    note: str = ""
    regimes: tuple[Said, ...] = ()
    untitled: tuple[str, ...] = ()
    unreadable: frozenset[Sort] = frozenset()
