"""Which words begin a line in canonical text, and how deep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lark import Token, Tree

DEPTH = {
    "limb": 1,
    "part": 1,
    "list_notice": 1,
    "list_name": 2,
    "note": 1,
    "asked": 1,
    "entity": 1,
    "stake_held": 1,
    "licence_held": 1,
    "case_complete": 1,
    "denied": 1,
    "in_force": 1,
    "take": 1,
    "expect": 1,
    "regimes": 1,
    "table": 1,
    "row": 2,
    "measure": 1,
}
"""The depth of a block, where it is not 0; an entry, and what is expected of a row, is one deeper than what it stands in."""

APART = frozenset(
    "vocabulary regime event reading instrument define annex article overlap party_list register scenario".split()
)
"""Blocks with an empty line before them."""

CLAUSES = frozenset(
    (
        "places question indicator branch tolerance code tariff of_regime issued basis articles zone checked neighbour cite "
        "start_day end_day context counterpart gist perimeter binds when despite subject_to implements requires_licence prohibits "
        "obliges exempts relieves review terms "
        "sanctions states band alternative fact_stated screened complete licence_fact since until"
    ).split()
)
"""Rules that begin a line of their own, one deeper than the line that they belong to."""

CLAUSES_IN = {
    "confidence": frozenset({"instrument", "article", "limb", "suspends", "unconfirmed", "operates"}),
    "period": frozenset({"suspends", "unconfirmed", "operates"}),
}
"""Rules that begin a line only inside these."""

WORDS = {
    "reading": frozenset({"DEFAULT", "QUESTION"}),
    "regime": frozenset({"SEVERITY"}),
    "expect": frozenset({"STRING"}),
    "any_of_end": frozenset({"END"}),
}
"""Single words that begin a line, by the rule in which they stand."""

JOINED = frozenset({"when", "alternative", "perimeter"})
"""Rules whose `and` is the first place to break a long line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One word: the depth of the line that it begins, if it begins one, and how willingly a line breaks before it."""

    token: Token
    depth: int | None = None
    apart: bool = False
    joint: bool = False


def pieces(branch: Tree[Token]) -> Iterator[Piece]:
    """Return every word of a file."""
    in_part = in_table = False
    for block in branch.children:
        if isinstance(block, str):
            continue
        rule = str(block.data)
        in_part = rule == "part" or (in_part and rule == "entry")
        in_table = rule == "row" or (in_table and rule != "scenario")
        depth = 1 + in_part if rule == "entry" else 1 + 2 * in_table if rule == "expect" else DEPTH.get(rule, 0)
        yield from _rule(block, depth, begins=True, apart=rule in APART)


def _rule(branch: Tree[Token], depth: int, *, begins: bool, apart: bool = False) -> Iterator[Piece]:
    """Return the words of a rule whose line stands at a depth."""
    rule = str(branch.data)
    several = sum(not isinstance(child, str) and child.data == "period" for child in branch.children) > 1
    values = 0
    for index, child in enumerate(branch.children):
        first = begins and index == 0
        if isinstance(child, str):
            own = child.type in WORDS.get(rule, ()) or (several and rule == "list_notice" and child.type == "NAMES")
            line = depth if first else depth + 1 if own else None
            yield Piece(child, line, apart and first, child.type == "AND" and rule in JOINED)
            continue
        inner = str(child.data)
        values += inner == "reading_value"
        own = (
            inner in CLAUSES
            or rule in CLAUSES_IN.get(inner, ())
            or (inner == "reading_value" and values == 1)
            or (inner == "period" and rule == "list_notice" and several)
        )
        deeper = depth + (own or inner == "any_of_end")
        yield from _rule(child, deeper, begins=own or first, apart=apart and first)
