"""The `expect` blocks of a scenario file replaced by what follows; every other letter of the file stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.cli.determine import expect_lines
from pycontrol.syntax import parse_scenarios, read_source, tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pycontrol.determine import Determination


def updated(file: Path, found: Sequence[Determination]) -> bool:
    """Write what follows into a scenario file; return whether anything changed."""
    source = read_source(file)
    text = source.text
    scenarios = parse_scenarios(source).scenarios
    written = [part for each in scenarios for part in (each.table.rows if each.table else (each,))]
    for node, determination in reversed(list(zip(written, found, strict=True))):
        text = _with_block(text, node, expect_lines(determination))
    if text == source.text:
        return False
    file.write_text(text, encoding="utf-8", newline="\n")
    return True


def _with_block(text: str, node: tree.Scenario | tree.Row, lines: tuple[str, ...]) -> str:
    """Return the text with what follows for a scenario or a row, whose lines stand deeper."""
    deeper = "    " if isinstance(node, tree.Row) else ""
    block = "\n".join(f"{deeper}{line}" for line in lines).strip()
    if node.expect is not None:
        return text[: node.expect.span.start] + block + text[node.expect.span.end :]
    end = node.span.end
    rest = text.find("\n", end)
    end = len(text) if rest < 0 else rest
    gap = "\n" if deeper else "\n\n"
    return f"{text[:end]}{gap}{deeper}  {block}{text[end:]}"
