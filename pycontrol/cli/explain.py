"""`pycontrol explain CODE`: what a diagnostic means and what to do about it."""

from __future__ import annotations

import re

import click

from pycontrol.cli.printing import show
from pycontrol.diagnostics import Diagnostic, Refused, suggestion
from pycontrol.policy import bundled

_HEADING = re.compile(r"^### ([A-Z][0-9]{3})\b", re.MULTILINE)


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """What the diagnostic CODE means, such as `L101`, and what to do about it."""
    text = (bundled("docs") / "diagnostics.md").read_text("utf-8")
    parts = _HEADING.split(text)
    pages = {name: body.split("\n## ")[0] for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    if code.upper() not in pages:
        cure = suggestion(code.upper(), pages) or "codes look like `L101`"
        raise Refused([Diagnostic("U111", f"there is no diagnostic `{code}`", help=cure)])
    show(f"{code.upper()}{pages[code.upper()].rstrip()}\n")
