"""The parsers, built from `grammar/*.lark` once per process."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lark import Lark, UnexpectedInput, UnexpectedToken
from lark.lexer import PatternRE

if TYPE_CHECKING:
    from lark.lexer import TerminalDef

PACKAGE = Path(__file__).resolve().parent.parent
PLACES = (PACKAGE / "grammar", PACKAGE.parent / "grammar")
"""Inside an installed wheel; in a checkout."""

WORD_ENDS = r"(?![\w-])"


@cache
def parser(name: str) -> Lark:
    """Return the parser of `law` or `scenario`. All words are kept, so that a rule begins where its first word does."""
    folder = next((place for place in PLACES if (place / f"{name}.lark").is_file()), PLACES[0])
    return Lark.open(
        str(folder / f"{name}.lark"),
        parser="lalr",
        lexer="contextual",
        keep_all_tokens=True,
        maybe_placeholders=False,
        edit_terminals=_whole_words,
    )


def _whole_words(terminal: TerminalDef) -> None:
    """Make a keyword match as a whole word only, and before any name, so that `andx` is never read as `and x`."""
    if terminal.pattern.type == "str" and terminal.pattern.value.replace("-", "").isalpha():
        terminal.pattern = PatternRE(rf"{terminal.pattern.value}{WORD_ENDS}")
        terminal.priority = 1


@cache
def keywords(name: str) -> dict[str, str]:
    """Return the keyword of each kind of word that is one."""
    words = {word.name: str(word.pattern.value).removesuffix(WORD_ENDS) for word in parser(name).terminals}
    return {kind: word for kind, word in words.items() if word.replace("-", "").isalpha() or word in "{}(),"}


@cache
def openers(name: str) -> frozenset[str]:
    """Return the kinds of word that may begin a text, and so a block of it."""
    return frozenset(parser(name).parse_interactive("").accepts())  # type: ignore[no-untyped-call]  # as in `recover`


@cache
def spellings(name: str) -> frozenset[str]:
    """Return every word that is a keyword somewhere, those among it that the grammar writes as a choice or in a row."""
    rows = [
        str(word.pattern.value)
        for word in parser(name).terminals
        if word.name in ("TYPE", "SERIOUS_CASES", "CASE_COMPLETE")
    ]
    words = {word for row in rows for word in re.findall(r"[a-z][a-z-]{2,}", row)}
    return frozenset(words | {word for word in keywords(name).values() if word[0].isalpha()})


def stop(error: UnexpectedInput, text: str) -> int:
    """Return where reading stopped: at the word that does not fit, or at the end of the text."""
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        return len(text.rstrip())
    return error.pos_in_stream or 0
