"""A JSON text becomes mappings, lists and text; what JSON leaves loose is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from pycontrol.diagnostics import Diagnostic, Label, Refused, Span

if TYPE_CHECKING:
    from pycontrol.diagnostics import Source

DEEPEST = 100


def read_json(source: Source) -> Any:  # noqa: ANN401 -- JSON is anything
    """Return what a JSON text says. Refused: what is no JSON, a key given twice, and nesting beyond reason."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            _refuse("U105", f"`{twice}` is given twice in one mapping of `{source.name}`", "keep one of the two")
        return found

    def no_number(word: str) -> NoReturn:
        _refuse("U104", f"`{word}` in `{source.name}` is no number of JSON", "write an amount as text, such as `14 nm`")

    if not source.text.strip():
        _refuse("S006", f"`{source.name}` is empty", "a file says at least one thing")
    if _depth(source.text) > DEEPEST:
        _refuse("U104", f"`{source.name}` nests more than {DEEPEST} levels deep", "a scenario needs fewer than ten")
    try:
        found: object = json.loads(source.text, object_pairs_hook=once, parse_constant=no_number)
    except json.JSONDecodeError as error:
        end = min(error.pos + 1, len(source.text))
        place = Label(Span(source, error.pos, end, error.lineno, error.colno), _lower(error.msg))
        cure = "look for a comma, a quotation mark or a bracket that is missing or too many"
        if not source.text.lstrip().startswith(("{", "[")):
            cure = (
                "a record is what `pycontrol determine --format json` writes; cases in words stand in `.scenario` files"
            )
        elif error.msg == "Extra data":
            cure = "several stand in one list: put brackets round them and commas between them"
        raise Refused([Diagnostic("U104", f"`{source.name}` is no JSON", place, help=cure)]) from None
    except ValueError:
        _refuse("U104", f"a number in `{source.name}` is too long", "write an amount as text, such as `14 nm`")
    return found


def _depth(text: str) -> int:
    """Return an upper bound of the nesting; brackets inside strings count too."""
    deepest = depth = 0
    for letter in text:
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _refuse(code: str, message: str, cure: str) -> NoReturn:
    raise Refused([Diagnostic(code, message, help=cure)])
