"""Law files become the law, or are refused with everything that is wrong with them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Refused, Source
from pycontrol.law.from_syntax import law_from
from pycontrol.law.levels import levels, term_levels
from pycontrol.law.problems import Problems
from pycontrol.syntax import parse_law, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.law.model import Law
    from pycontrol.syntax import tree


_FOLDER = (
    "name a folder that holds `.law` files, in it or deeper; where none is named, the law of this package is taken"
)


def find_sources(directory: Path | str) -> tuple[Source, ...]:
    """Return every law file under a directory, sorted by its path, which is its name. None there: refused."""
    root = Path(directory)
    if not root.is_dir():
        what = f"`{root}` is no folder" if root.exists() else f"there is no folder `{root}`"
        raise Refused([Diagnostic("L236", what, help=_instead(root) or _FOLDER)])
    found: list[Source] = []
    problems: list[Diagnostic] = []
    for path in sorted(root.rglob("*.law"), key=lambda path: path.relative_to(root).as_posix()):
        try:
            found.append(Source(path.relative_to(root).as_posix(), read_source(path).text))
        except Refused as refused:
            problems += refused.diagnostics
    if not found and not problems:
        problems.append(Diagnostic("L211", f"there is no law in `{root}`", help=_FOLDER))
    if problems:
        raise Refused(problems)
    return tuple(found)


def _instead(root: Path) -> str:
    """Say what to do with a file that stands where a folder of law is meant; empty where that cannot be told."""
    if root.suffix == ".law":
        return f"name the folder in which it stands: `{root.parent}`"
    if root.suffix in (".scenario", ".json"):
        return "this is a case: `pycontrol determine` answers it, `pycontrol test` holds it to what it expects"
    return ""


def load_law(sources: Iterable[Source]) -> Law:
    """Return the law that the sources make together. Refused with every mistake in any of them.

    Where a source cannot be read as law at all, only such mistakes are reported: names that it declares would
    otherwise seem to be missing everywhere else.
    """
    ordered = sorted(sources, key=lambda source: source.name)
    files, unread = _parsed(ordered)
    if unread:
        raise Refused(unread)
    problems = Problems()
    hashes = tuple((source.name, sha256(source.text.encode()).hexdigest()) for source in ordered)
    law = law_from(files, hashes, problems)
    found = [*problems.found, *_circles(law)]
    if found:
        raise Refused(found)
    return law


def _parsed(sources: Iterable[Source]) -> tuple[list[tree.LawFile], list[Diagnostic]]:
    files: list[tree.LawFile] = []
    problems: list[Diagnostic] = []
    for source in sources:
        try:
            files.append(parse_law(source))
        except Refused as refused:
            problems += refused.diagnostics
    return files, problems


def _circles(law: Law) -> list[Diagnostic]:
    """Return what is said of provisions and terms that run in a circle."""
    found: list[Diagnostic] = []
    for check in (term_levels, levels):
        try:
            check(law)
        except Refused as refused:
            found += refused.diagnostics
    return found
