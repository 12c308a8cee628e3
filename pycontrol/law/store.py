"""What was made of law files once, kept for the next time: by the content of the files and of this package, so never stale.

The place is `PYCONTROL_CACHE`, else the user's folder for caches; `PYCONTROL_CACHE=off` keeps nothing. What is kept is a
pickle, which runs what it says when it is read: so it is read only from a folder that nobody but this user may write to.
Whatever goes wrong here costs time and nothing else.
"""

from __future__ import annotations

import copyreg
import io
import os
import pickle
import stat
import sys
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pycontrol.diagnostics import Source

_Made = TypeVar("_Made")

_MOST = 12
"""So many laws are kept; the one that was not asked for longest goes first."""


def kept(sources: Iterable[Source], made: type[_Made], make: Callable[[], _Made]) -> _Made:
    """Return what `make` makes of the sources: as it was kept, or anew, and then it is kept."""
    folder = _folder()
    if folder is None:
        return make()
    file = folder / f"{_key(sources)}.law"
    with suppress(Exception):  # whatever a file that was cut short or tampered with raises
        found = pickle.loads(file.read_bytes())  # noqa: S301, see above
        if isinstance(found, made):
            file.touch()
            return found
    fresh = make()
    with suppress(OSError):
        content = io.BytesIO()
        _Pickler(content, pickle.HIGHEST_PROTOCOL).dump(fresh)
        _keep(folder, file, content.getvalue())
    return fresh


class _Pickler(pickle.Pickler):
    """Keeps a value of a class with slots as a tuple in the order of its fields: a law is thirty thousand of them."""

    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401, as the library has it
        """Say how to make a value again; leave to the library what is none of these."""
        made = type(value)
        if not is_dataclass(made) or "__slots__" not in made.__dict__:
            return NotImplemented
        held = tuple(getattr(value, one.name) for one in fields(made))
        return copyreg.__newobj__, (made,), held, None, None, _fill  # type: ignore[attr-defined]


_PUTS: dict[type, tuple[Callable[[object, object], None], ...]] = {}
"""By class, what puts a value into each of its fields, in their order: also where it is frozen."""


def _fill(value: Any, held: tuple[object, ...]) -> None:  # noqa: ANN401, of any such class
    """Give a frozen value what it held."""
    made = type(value)
    if made not in _PUTS:
        _PUTS[made] = tuple(getattr(made, one.name).__set__ for one in fields(made))
    for put, one in zip(_PUTS[made], held, strict=True):
        put(value, one)


def _folder() -> Path | None:
    """Return the folder, made if need be; None where nothing is to be kept or somebody else may write to it."""
    said = os.environ.get("PYCONTROL_CACHE", "")
    if said == "off":
        return None
    with suppress(OSError, RuntimeError):  # no home, no room, no right to write
        folder = Path(said) if said else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pycontrol"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
        mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
        if mine and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return folder
    return None


def _keep(folder: Path, file: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=folder, delete=False) as written:
        written.write(content)
    Path(written.name).replace(file)
    for old in sorted(folder.glob("*.law"), key=lambda one: one.stat().st_mtime, reverse=True)[_MOST:]:
        old.unlink(missing_ok=True)


def _key(sources: Iterable[Source]) -> str:
    digest = sha256(_engine().encode())
    for source in sources:
        digest.update(f"\0{source.name}\0{len(source.text)}\0{source.text}".encode())
    return digest.hexdigest()


@cache
def _engine() -> str:
    """Return the digest of this package's own files and of the interpreter, for another engine makes something else."""
    package = Path(__file__).resolve().parent.parent
    digest = sha256(sys.version.encode())
    for file in sorted((*package.rglob("*.py"), *package.rglob("*.lp"), *_grammar(package))):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _grammar(package: Path) -> Iterable[Path]:
    """Return the files of the grammar, which lie inside an installed package and beside it in a checkout."""
    return (file for place in (package, package.parent) for file in (place / "grammar").glob("*.lark"))
