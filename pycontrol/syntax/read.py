"""A file becomes a source, if it is text of a sensible size."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG

from pycontrol.diagnostics import Diagnostic, Refused, Source

MOST_BYTES = 2_000_000


def read_source(path: Path | str, most: int = MOST_BYTES) -> Source:
    """Return the text of a file of at most so many bytes, or refuse the file."""
    file = Path(path)
    try:
        if not S_ISREG(file.stat().st_mode):
            what = "is a directory" if file.is_dir() else "is no ordinary file"
            cure = "name a file in it; `pycontrol test` takes a directory" if file.is_dir() else "name a text file"
            raise _refused("S002", f"`{file}` cannot be read: it {what}", cure)
        with file.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise _refused("S001", f"there is no file `{file}`", "look at the path and its spelling") from None
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "the path cannot be used").lower()
        raise _refused("S002", f"`{file}` cannot be read: {why}", "name a text file that may be read") from None
    if len(data) > most:
        raise _refused("S003", *too_large(str(file), most))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        cure = "save the file as UTF-8"
        raise _refused("S004", f"`{file}` is not UTF-8 text: see line {line}", cure) from None
    return Source(str(file), text.replace("\r\n", "\n").replace("\r", "\n"))


def too_large(name: str, most: int = MOST_BYTES) -> tuple[str, str]:
    """Return what is said of a text beyond the limit, and the cure."""
    return f"`{name}` is larger than {most // 1_000_000} MB", "split it into several files"


def _refused(code: str, message: str, cure: str) -> Refused:
    return Refused([Diagnostic(code, message, help=cure)])
