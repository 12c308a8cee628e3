"""What is printed: answers to the standard output, refusals to the standard error; colour only on a terminal.

Everything goes through here, so that no word of law, facts or file names ever commands the terminal.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from pycontrol import report
from pycontrol.diagnostics import visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.diagnostics import Diagnostic

_COLOURS = (
    (r"\b(prohibited|violation|HYPOTHETICAL|presumption of denial)\b", "bold red"),
    (r"\b(licence required)\b", "bold yellow"),
    (r"\b(nothing required|exempt)\b", "bold green"),
    (r"\b(possible|undecided|open|unconfirmed)\b", "magenta"),
    (r"\b[a-z0-9-]+/[0-9]+(\([a-z0-9-]+\))*", "cyan"),
)


def show(text: str) -> None:
    """Print a text, in colour where the output is a terminal and NO_COLOR is not set."""
    text = visible_lines(text)
    if sys.stdout is None or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        click.echo(text, nl=False)
        return
    from rich.console import Console  # heavy, and only for a terminal
    from rich.text import Text

    shown = Text(text)
    for words, colour in _COLOURS:
        shown.highlight_regex(words, colour)
    Console().print(shown, end="", soft_wrap=True)


def tell(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics to the standard error, and how many there are where there are several."""
    found = tuple(diagnostics)
    click.echo(visible_lines("\n".join(report.diagnostic_text(one) for one in found)), nl=False, err=True)
    if len(found) > 1:
        click.echo(f"\n{len(found)} problems", err=True)
