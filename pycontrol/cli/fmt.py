"""`pycontrol fmt [--check] PATH…`: law and scenario files laid out one way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pycontrol.cli.printing import show
from pycontrol.diagnostics import Diagnostic, Refused
from pycontrol.syntax import format_text, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (".law", ".scenario")
UNLIKE = 1


@click.command("fmt")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; end with 1 where something would change.")
def command(paths: tuple[Path, ...], check: bool) -> None:
    """Lay out the `.law` and `.scenario` files of PATH... one way, keeping words and comments."""
    changed: dict[Path, str] = {}
    problems: list[Diagnostic] = []
    for file in _files(paths):
        try:
            source = read_source(file)
            laid_out = format_text(source, law=file.suffix == ".law")
        except Refused as refused:
            problems += refused.diagnostics
            continue
        if laid_out != source.text:
            changed[file] = laid_out
    if problems:
        raise Refused(problems)
    for file, laid_out in changed.items():
        show(f"{'would change' if check else 'changed'} {file}\n")
        if not check:
            file.write_text(laid_out, encoding="utf-8", newline="\n")
    if check and changed:
        raise click.exceptions.Exit(UNLIKE)


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(file for kind in KINDS for file in path.rglob(f"*{kind}"))
            if not found:
                message = f"there is no law and no scenario in `{path}`"
                raise Refused([Diagnostic("U110", message, help="name files that end in `.law` or `.scenario`")])
            yield from found
        elif path.suffix in KINDS:
            yield path
        else:
            message = f"`{path}` is neither a law nor a scenario by its name"
            raise Refused([Diagnostic("U110", message, help="name files that end in `.law` or `.scenario`")])
