"""The words of one grammar rule, ready to become a node of the tree."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from pycontrol.diagnostics import Diagnostic, Label, Source, Span
from pycontrol.syntax import tree
from pycontrol.syntax.figures import day_cure
from pycontrol.syntax.limits import DAYS_COUNTED, FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from lark import Token, Tree

N = TypeVar("N", bound=tree.Node)

WORDS = frozenset(
    "NAME PATH CITATION UNIT TYPE CHOICE QUANTITY DIFFERENCE ANNOUNCEMENT STATUTE NOTICE GUIDANCE ARTICLE_NUMBER LOCAL_CITATION "
    "ENTRY_LABEL CONTROL_CODE TARIFF_NUMBER LABEL ZONE IN_ZONE MARK MONTH YEAR OPERATOR TIME BLANK".split()
)
"""The kinds of word that say something by their text; all others only mark what rule this is."""


_LIMBS = "; where one article has several norms, write each as a limb"


@dataclass(frozen=True, slots=True)
class Clause(tree.Node):
    """What a rule says that has no node of its own, such as `zone Asia/Shanghai`."""

    rule: str
    nodes: tuple[tree.Node, ...]

    def all(self, kind: type[N]) -> tuple[N, ...]:
        """Return all nodes of a kind."""
        return tuple(node for node in self.nodes if isinstance(node, kind))


@dataclass(slots=True)
class Parts:
    """What stands in one rule: its nodes in order, and the kinds of the keywords among them."""

    span: Span
    rule: str
    nodes: list[tree.Node]
    marks: set[str]
    problems: list[Diagnostic]

    def has(self, mark: str) -> bool:
        """Tell whether the keyword was written."""
        return mark in self.marks

    def all(self, kind: type[N]) -> tuple[N, ...]:
        """Return all nodes of a kind."""
        return tuple(node for node in self.nodes if isinstance(node, kind))

    def one(self, kind: type[N]) -> N:
        """Return the first node of a kind, which the grammar guarantees."""
        return next(node for node in self.nodes if isinstance(node, kind))

    def first(self, kind: type[N]) -> N | None:
        """Return the first node of a kind, if there is one."""
        return next((node for node in self.nodes if isinstance(node, kind)), None)

    def only(self, kind: type[N], what: str) -> N | None:
        """Return the one node of a kind, if there is one; a second is a problem."""
        found = self.all(kind)
        for second in found[1:]:
            self.twice(what, second.span, found[0].span)
        return found[0] if found else None

    def clause(self, rule: str) -> Clause | None:
        """Return the one clause of that rule, if it is written."""
        found = [node for node in self.nodes if isinstance(node, Clause) and node.rule == rule]
        for second in found[1:]:
            self.twice(f"`{second.span.text.split()[0]}`", second.span, found[0].span)
        return found[0] if found else None

    def text(self, rule: str) -> tree.Text | None:
        """Return the words of the one clause of that rule, if it is written."""
        found = self.clause(rule)
        return found.all(tree.Text)[0] if found else None

    def texts(self, rule: str) -> tuple[tree.Text, ...]:
        """Return the words of every clause of that rule."""
        clauses = (node for node in self.nodes if isinstance(node, Clause) and node.rule == rule)
        return tuple(found.all(tree.Text)[0] for found in clauses)

    def words(self, rule: str) -> tuple[tree.Word, ...]:
        """Return the names in the one clause of that rule; empty where it is not written."""
        found = self.clause(rule)
        return found.all(tree.Word) if found else ()

    def note(self, code: str, message: str, span: Span, cure: str) -> None:
        """Note a problem."""
        self.problems.append(Diagnostic(code, message, Label(span), help=cure))

    def twice(self, what: str, second: Span, first: Span) -> None:
        """Note that something is written twice."""
        self.problems.append(
            Diagnostic(
                "S031",
                f"{what} is written twice",
                Label(second, "here again"),
                secondary=(Label(first, "first here"),),
                help=f"keep one of them{_LIMBS if self.rule in ('article', 'limb') else ''}",
            )
        )


class Reader:
    """Turns the parser's trees into nodes of our own, noting every word that cannot be what it says."""

    def __init__(self, source: Source, rules: dict[str, Callable[[Parts], tree.Node]]) -> None:
        self.source = source
        self.rules = rules
        self.problems: list[Diagnostic] = []

    def node(self, branch: Tree[Token]) -> tree.Node:
        """Return the node for a rule, its inner rules first."""
        nodes: list[tree.Node] = []
        marks: set[str] = set()
        for child in branch.children:
            if not isinstance(child, str):
                nodes.append(self.node(child))
            elif child.type in WORDS:
                nodes.append(tree.Word(self.place(child), str(child)))
                marks.add(child.type)
            elif child.type in VALUES:
                nodes.append(VALUES[child.type](self, child))
            else:
                marks.add(child.type)
        parts = Parts(self.cover(branch, nodes), str(branch.data), nodes, marks, self.problems)
        return self.rules[parts.rule](parts)

    def cover(self, branch: Tree[Token], nodes: list[tree.Node]) -> Span:
        """Return the span from the first word of a rule to its last."""
        first, last = branch.children[0], branch.children[-1]
        start = self.place(first) if isinstance(first, str) else nodes[0].span
        end = last.end_pos if isinstance(last, str) else nodes[-1].span.end
        return Span(self.source, start.start, end or start.end, start.line, start.column)

    def place(self, token: Token) -> Span:
        """Return where a word stands."""
        return Span(self.source, token.start_pos or 0, token.end_pos or 0, token.line or 1, token.column or 1)

    def string(self, token: Token) -> tree.String:
        """Return quoted words without quotes and escapes."""
        span, inner = self.place(token), token[1:-1]
        if "\\" in inner:
            rest = inner.replace("\\\\", "").replace('\\"', "")
            if "\\" in rest:
                self.note("S032", 'only `\\"` and `\\\\` are escapes in a string', span, "write `\\\\` for a backslash")
            inner = inner.replace("\\\\", "\0").replace('\\"', '"').replace("\0", "\\")
        if not inner.strip():
            self.note("S039", "a string is empty", span, "write what it is to say, or leave its clause out")
        return tree.String(span, inner)

    def number(self, token: Token) -> tree.Number:
        """Return an exact number."""
        span, text = self.place(token), str(token)
        try:
            return tree.Number(span, Fraction(text), text)
        except ZeroDivisionError:
            self.note("S033", f"`{text}` is not a number", span, "a fraction needs a denominator other than 0")
            return tree.Number(span, Fraction(0), text)

    def date(self, token: Token) -> tree.Date:
        """Return a day of the calendar."""
        span = self.place(token)
        try:
            day = dt.date.fromisoformat(token)
        except ValueError:
            self.note("S030", f"there is no day `{token}`", span, day_cure(str(token)))
            return tree.Date(span, FIRST_DAY)
        if not FIRST_DAY <= day <= LAST_DAY:
            self.note("S049", f"`{token}` lies beyond the days that are counted", span, DAYS_COUNTED)
            return tree.Date(span, FIRST_DAY)
        return tree.Date(span, day)

    def note(self, code: str, message: str, span: Span, cure: str) -> None:
        """Note a problem."""
        self.problems.append(Diagnostic(code, message, Label(span), help=cure))


VALUES: dict[str, Callable[[Reader, Token], tree.Node]] = {
    "STRING": Reader.string,
    "NUMBER": Reader.number,
    "DATE": Reader.date,
}


def clause(parts: Parts) -> Clause:
    """Keep what a clause says for the rule around it."""
    return Clause(parts.span, parts.rule, tuple(parts.nodes))


def text(parts: Parts) -> tree.Text:
    """`"China" zh "中国"`."""
    strings = [string.value for string in parts.all(tree.String)]
    return tree.Text(parts.span, *strings)


def quantity(parts: Parts) -> tree.Quantity:
    """`14 nm`."""
    return tree.Quantity(parts.span, parts.one(tree.Number), parts.one(tree.Word))
