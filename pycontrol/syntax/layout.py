"""Which words begin a line in canonical text, how deep, and where a line may break.

General rules decide, so that what the grammar gains comes out laid out: a block stands inside what holds it; a clause
of a block that begins with a keyword begins a line. The tables below hold what is laid out otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from lark import Token, Tree

from pycontrol.syntax import tree
from pycontrol.syntax.assemble import HOLDS

if TYPE_CHECKING:
    from collections.abc import Iterator

HELD = HOLDS | {tree.Table: (tree.Row,), tree.Row: (tree.Expect,)}
"""What stands inside what: in a scenario, the rows in their table, and in each what it expects."""

FLAT = (tree.Vocabulary, tree.Instrument)
"""What these hold stands below them, no deeper."""

APART = frozenset(
    "vocabulary regime event reading instrument define annex article party_list register scenario".split()
)
"""Blocks with an empty line before them."""

INLINE = frozenset(
    "fact_type fact_kinds vague_values vague_sharper vague_with save groups citations under period paused alias due marked unit_range".split()
)
"""Rules that begin with a keyword and yet stay on the line of what they belong to."""

INLINE_IN = {"entry": frozenset({"confidence"}), "licence_held": frozenset({"until"})}
"""Rules that stay on the line only inside these."""

LINES_IN = {
    "reading": frozenset({"reading_value", "DEFAULT", "BECAUSE", "QUESTION"}),
    "regime": frozenset({"SEVERITY"}),
    "any_of": frozenset({"alternative"}),
    "any_of_end": frozenset({"alternative", "END"}),
    "sanctions": frozenset({"band"}),
    "suspends": frozenset({"period"}),
    "unconfirmed": frozenset({"period"}),
    "operates": frozenset({"period"}),
    "entity": frozenset({"fact_stated"}),
    "licence_held": frozenset({"licence_fact"}),
    "expect": frozenset({"STRING"}),
}
"""Rules and words that begin a line without the general rule, by the rule in which they stand."""

BESIDE = frozenset({"fact_stated", "licence_fact", "since"})
"""Rules that share a line where their author let them."""

JOINTS = {
    "when": "AND",
    "constraint": "IMPLIES BECAUSE",
    "vague": "WITH",
    "alternative": "AND",
    "perimeter": "AND WHERE",
    "list_notice": "NAMES",
}
"""The words between conditions, and what else a long line breaks before."""

LAST = frozenset({"OPERATES", "SUSPENDED", "PARTIAL", "COMPLETE"})
"""Words that end a line and open nothing."""

NAMES = frozenset({"NAME", "UNIT"})
"""Kinds of word that hold any word, also `name` and `unit`."""


class Gap(IntEnum):
    """How willingly a line that is too long breaks before a word."""

    NEVER = 0
    IN_CLAUSE = 1
    JOINT = 2
    OTHER_TONGUE = 3
    NEW_CLAUSE = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One word: the depth of the line that it begins, if it begins one; how a line breaks before it otherwise."""

    token: Token
    depth: int | None = None
    apart: bool = False
    beside: bool = False
    gap: Gap = Gap.NEVER


def pieces(branch: Tree[Token]) -> Iterator[Piece]:
    """Return every word of a file."""
    scenarios = any(_is_rule(block, "scenario") for block in branch.children)
    open_blocks: list[type] = []
    for block in branch.children:
        if isinstance(block, str):
            continue
        rule = str(block.data)
        kind = getattr(tree, rule.title().replace("_", ""), tree.Node)
        while open_blocks and not issubclass(kind, HELD.get(open_blocks[-1], ())):
            open_blocks.pop()
        depth = sum(holder not in FLAT for holder in open_blocks) + (scenarios and rule != "scenario")
        open_blocks.append(kind)
        yield from _words(block, _Place(depth, block=True, begins=True, apart=rule in APART))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a rule stands: the depth of its line, whether it begins that line, and the gap before it if not."""

    depth: int
    block: bool = False
    begins: bool = False
    apart: bool = False
    beside: bool = False
    gap: Gap = Gap.NEVER


def _words(branch: Tree[Token], place: _Place) -> Iterator[Piece]:
    rule = str(branch.data)
    several = rule == "list_notice" and sum(_is_rule(child, "period") for child in branch.children) > 1
    before: Tree[Token] | Token | None = None
    for child in branch.children:
        first = before is None
        own = not first and (_own(rule, child, block=place.block) or (several and _kind(child) in ("period", "NAMES")))
        gap = place.gap if before is None else _gap(rule, before, child, block=place.block)
        begins = own or (first and place.begins)
        if isinstance(child, Token):
            depth = place.depth + (own and child.type != "END") if begins else None
            yield Piece(child, depth, place.apart and first, place.beside and first, gap)
        else:
            beside = (place.beside and first) or (own and child.data in BESIDE)
            depth = place.depth + (2 if child.data == "any_of_end" else own)
            yield from _words(child, _Place(depth, begins=begins, apart=place.apart and first, beside=beside, gap=gap))
        before = child


def _own(rule: str, child: Tree[Token] | Token, *, block: bool) -> bool:
    """Tell whether a rule or word begins a line of its own."""
    kind = _kind(child)
    if kind in LINES_IN.get(rule, ()):
        return True
    return block and isinstance(child, Tree) and not _inline(rule, kind) and _keyword(_first(child))


def _leads(rule: str, child: Tree[Token] | Token) -> bool:
    """Tell whether a rule or word after a text opens something: not a single word at the end, nor what stays inline."""
    return not _inline(rule, _kind(child)) and _kind(child) not in LAST


def _inline(rule: str, kind: str) -> bool:
    return kind in INLINE or kind in INLINE_IN.get(rule, ())


def _gap(rule: str, before: Tree[Token] | Token, child: Tree[Token] | Token, *, block: bool) -> Gap:
    """Return how willingly a line breaks between two neighbours in a rule."""
    first, last = _first(child), _last(before)
    keyword = _keyword(first)
    if first in (",", ")", "}") or last in ("(", "{"):
        return Gap.NEVER
    if first.type == "BECAUSE" or (keyword and _is_rule(before, "text") and _leads(rule, child)):
        return Gap.NEW_CLAUSE
    if first.type == "ZH":
        return Gap.OTHER_TONGUE
    if first.type in JOINTS.get(rule, "").split() or (first.type == "STRING" and isinstance(before, Tree)):
        return Gap.JOINT
    if isinstance(child, Tree) and keyword:
        return Gap.IN_CLAUSE
    inside = keyword and not block and not _keyword(last) and last.type != "NUMBER"
    return Gap.IN_CLAUSE if last == "," or inside else Gap.NEVER


def _kind(child: Tree[Token] | Token) -> str:
    return child.type if isinstance(child, Token) else str(child.data)


def _is_rule(child: Tree[Token] | Token, rule: str) -> bool:
    return isinstance(child, Tree) and child.data == rule


def _first(child: Tree[Token] | Token) -> Token:
    while isinstance(child, Tree):
        child = child.children[0]
    return child


def _last(child: Tree[Token] | Token) -> Token:
    while isinstance(child, Tree):
        child = child.children[-1]
    return child


def _keyword(word: Token) -> bool:
    """Tell whether a word is one of the language: its kind is named after it, or has no name."""
    return word.type not in NAMES and word.type.partition("_")[0] in ("", word.split()[0].upper())
