"""A Markdown file of cases: each second-level heading is one, with prose, law, facts and the answer in fenced blocks.

Blocks above the first heading are shared by all cases of the file. `vocabulary` and `law` blocks are files of law, in
order; a `scenario` block holds one or more scenarios; the answer stands in a `determination` or a `diagnostic` block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = ("determination", "diagnostic")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One fenced block: its word and its text."""

    word: str
    text: str


@dataclass(frozen=True)
class Example:
    """One case of a file; `shared` are the blocks above the first case."""

    file: Path
    heading: str
    text: str
    shared: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The fenced blocks of the case itself."""
        return _blocks(self.text)

    @property
    def law(self) -> tuple[str, ...]:
        """The texts of the law, in order."""
        return tuple(one.text for one in (*self.shared, *self.blocks) if one.word in ("vocabulary", "law"))

    @property
    def scenario(self) -> str:
        """The text of the scenarios; empty where the case is about law that is refused."""
        return "\n".join(one.text for one in self.blocks if one.word == "scenario")

    @property
    def answer(self) -> Block:
        """The one block that says what follows."""
        (only,) = (one for one in self.blocks if one.word in ANSWERS)
        return only

    @property
    def prose(self) -> str:
        """What stands around the blocks."""
        return _FENCE.sub("", self.text).strip()

    def write(self, answer: Block) -> None:
        """Put `answer` into the file in place of the one that stands there."""
        old, new = (f"```{one.word}\n{one.text}```" for one in (self.answer, answer))
        self.file.write_text(self.file.read_text("utf-8").replace(self.text, self.text.replace(old, new)), "utf-8")


def _blocks(text: str) -> tuple[Block, ...]:
    return tuple(Block(word, inner) for word, inner in _FENCE.findall(text))


def examples(file: Path) -> tuple[Example, ...]:
    """Return the cases of a file, in order."""
    first, *parts = _HEADING.split(file.read_text("utf-8"))
    shared = _blocks(first)
    return tuple(Example(file, heading, text, shared) for heading, text in zip(parts[::2], parts[1::2], strict=True))
