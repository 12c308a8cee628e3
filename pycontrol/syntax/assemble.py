"""Blocks in the order written become instruments with their articles, annexes with their entries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast, get_args

from pycontrol.diagnostics import Diagnostic, Label, Span
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

HOLDS: dict[type, tuple[type, ...]] = {
    tree.Vocabulary: get_args(tree.VocabularyPart),
    tree.Instrument: get_args(tree.InstrumentPart),
    tree.Annex: (tree.Part, tree.Entry),
    tree.Part: (tree.Entry,),
    tree.Article: (tree.Limb,),
    tree.PartyList: (tree.ListNotice,),
    tree.ListNotice: (tree.ListName,),
    tree.Register: (tree.Measure,),
}
"""What stands inside what."""

FIELDS: dict[type, str] = {
    tree.Vocabulary: "body",
    tree.Instrument: "body",
    tree.Part: "entries",
    tree.Article: "limbs",
    tree.PartyList: "notices",
    tree.ListNotice: "names",
    tree.Register: "measures",
}
"""Where a block keeps what stands inside it; an annex has two places."""

AT_TOP: tuple[type, ...] = get_args(tree.TopPart)

HOMES = {
    tree.Part: "an annex",
    tree.Entry: "an annex",
    tree.Limb: "an article",
    tree.ListNotice: "a list",
    tree.ListName: "a notice of a list",
    tree.Measure: "a register",
} | dict.fromkeys(HOLDS[tree.Vocabulary], "the `vocabulary`")


@dataclass(slots=True)
class Frame:
    """A block that is still open, and what has been put inside it."""

    block: tree.Node
    inside: list[tree.Node]


def law_parts(blocks: Iterable[tree.Node], problems: list[Diagnostic]) -> tuple[tree.TopPart, ...]:
    """Return the top-level parts of a law file. A block that has no home is a problem.

    It is told once for all that it holds, and for those that lack the same home directly behind it.
    """
    done: list[tree.Node] = []
    frames: list[Frame] = []
    lacking = ""
    for block in blocks:
        depth = next((i for i in range(len(frames), 0, -1) if _holds(frames[i - 1].block, block)), 0)
        if depth == 0:
            home = "" if isinstance(block, AT_TOP) else HOMES.get(type(block), "an instrument")
            if home and home != lacking:
                problems.append(stray(block, home))
            lacking = home
        _close(frames, depth, done)
        frames.append(Frame(block, []))
    _close(frames, 0, done)
    return tuple(cast("list[tree.TopPart]", done))


def _holds(outer: tree.Node, inner: tree.Node) -> bool:
    return isinstance(inner, HOLDS.get(type(outer), ()))


def _close(frames: list[Frame], depth: int, done: list[tree.Node]) -> None:
    """Close the innermost blocks until `depth` are open."""
    while len(frames) > depth:
        frame = frames.pop()
        block = _filled(frame.block, frame.inside) if frame.inside else frame.block
        (frames[-1].inside if frames else done).append(block)


def _filled(block: tree.Node, inside: list[tree.Node]) -> tree.Node:
    """Return the block with what stands inside it."""
    fields: dict[str, Any] = {"span": block.span.to(inside[-1].span)}
    if isinstance(block, tree.Annex):
        fields["parts"] = tuple(node for node in inside if isinstance(node, tree.Part))
        fields["entries"] = tuple(node for node in inside if isinstance(node, tree.Entry))
    else:
        fields[FIELDS[type(block)]] = tuple(inside)
    return replace(block, **fields)


def stray(block: tree.Node, home: str) -> Diagnostic:
    """Return the problem of a block that stands where nothing can hold it."""
    span = block.span
    word = span.text.split()[0]
    first = Span(span.source, span.start, span.start + len(word), span.line, span.column)
    return Diagnostic(
        "S038",
        f"`{word}` stands outside {home}",
        Label(first),
        help=f"write it directly below {home}, before anything that belongs elsewhere",
    )
