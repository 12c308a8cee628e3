"""The page of semantics, cut into its blocks, each instantiated at the levels that a law needs."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_BLOCK = re.compile(r"^%%block (\w+)((?: [A-Z]+)*)$", re.MULTILINE)


@cache
def _blocks() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return each block's parameters and its rules without comments."""
    text = resources.files(__package__).joinpath("semantics/determine.lp").read_text("utf-8")
    parts = _BLOCK.split(text)
    blocks: dict[str, tuple[tuple[str, ...], str]] = {}
    for name, parameters, rules in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        lines = [line for line in rules.splitlines() if line and not line.startswith("%")]
        blocks[name] = (tuple(parameters.split()), "\n".join(lines) + "\n")
    return blocks


def instantiate(name: str, *arguments: str | int) -> str:
    """Return block `name` with its parameters replaced by `arguments`: `_J` by `_2`, and so on."""
    parameters, rules = _blocks()[name]
    for parameter, argument in zip(parameters, arguments, strict=True):
        if isinstance(argument, int):
            rules = re.sub(rf"_{parameter}(?=[_(,\s])", f"_{argument}", rules)
        else:
            rules = rules.replace(parameter, argument)
    return rules
