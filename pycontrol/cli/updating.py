"""The `expect` blocks of a scenario file replaced by what follows; every other letter of the file stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.cli.determine import expect_lines
from pycontrol.syntax import parse_scenarios, read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pycontrol.determine import Determination
    from pycontrol.syntax import tree


def updated(file: Path, found: Sequence[Determination]) -> bool:
    """Write what follows into a scenario file; return whether anything changed."""
    source = read_source(file)
    text = source.text
    scenarios = parse_scenarios(source).scenarios
    for node, determination in reversed(list(zip(scenarios, found, strict=True))):
        block = "\n".join(expect_lines(determination)).strip()
        text = _with_block(text, node, block)
    if text == source.text:
        return False
    file.write_text(text, encoding="utf-8", newline="\n")
    return True


def _with_block(text: str, node: tree.Scenario, block: str) -> str:
    if node.expect is not None:
        return text[: node.expect.span.start] + block + text[node.expect.span.end :]
    end = node.span.end
    rest = text.find("\n", end)
    end = len(text) if rest < 0 else rest
    return f"{text[:end]}\n\n  {block}{text[end:]}"
