"""Every place where a text cannot be read, not only the first.

Reading starts again at the next word that opens a block at the start of a line. The block that could not be read is
blanked out, so that it spoils no other one, and every place keeps its line and column.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from textwrap import shorten
from typing import TYPE_CHECKING

from lark import Tree, UnexpectedInput

from pycontrol.diagnostics import Diagnostic, Label, slips
from pycontrol.syntax.figures import misshapen
from pycontrol.syntax.grammar import keywords, parser, spellings, stop
from pycontrol.syntax.mistakes import mistake, swallowed, untested
from pycontrol.syntax.slips import slipped
from pycontrol.syntax.wording import cure, expected

if TYPE_CHECKING:
    from lark import Token

    from pycontrol.syntax.limits import Lines

OPENERS = {
    "law": re.compile(
        r"^[ \t]*((vocabulary|kinds|filings|unit|currency|territory|fact|constraint|event|reading|announcement|statute|notice|guidance"
        r"|define|annex|part|entry|article|limb|overlap|suspends|unconfirmed|operates|list|name|register|measure)(?![\w.,-])"
        r'|regime(?=\s+[\w-]+\s+")|articles(?=\s+\S+\s+to\s+\S+\s+noted))',
        re.MULTILINE,
    ),
    "scenario": re.compile(
        r"^[ \t]*((scenario|note|asked|regimes|party|item|act|stake|licence|assume|take|table|row|expect)(?![\w.,-])"
        r"|complete(?=\s+(licences|events)\b))",
        re.MULTILINE,
    ),
}

WORD = re.compile(r'"(?:\\.|[^"\\\n])*"?|[A-Za-z0-9_%][\w./*%-]*(\([\w-]*\))*|[<>=!]+|\S', re.ASCII)


OF_ANOTHER_KIND = "S067"
"""Nothing more is said of a text that is read in the wrong language."""


def read(name: str, lines: Lines) -> tuple[Tree[Token], tuple[Diagnostic, ...]]:
    """Return the tree of what can be read of a text, and a diagnostic for every block that cannot.

    Where a block only fails together with the next one, nothing of the text is returned.
    """
    whole = lines.source.text
    try:
        return parser(name).parse(whole), ()
    except UnexpectedInput as error:
        problems, readable = _problems(name, lines, error)
    return _parsed(name, readable) or Tree("start", []), tuple(problems)


def _problems(name: str, lines: Lines, error: UnexpectedInput) -> tuple[list[Diagnostic], str]:
    """Return all problems from the first on, and the text without the blocks that hold them."""
    rest = readable = lines.source.text
    starts = [opener.start(1) for opener in OPENERS[name].finditer(rest)]
    problems: list[Diagnostic] = []
    found: UnexpectedInput | None = error
    done = 0
    while found is not None:
        at = stop(found, rest)
        first, after = _block(starts, at, done, len(rest))
        problems.append(
            _clear(name, lines, found, at)
            or _misspelt(name, lines, rest, first, at)
            or _unended(name, lines, rest, starts, at)
            or _swallowed(name, lines, rest, found, at)
            or _mistake(name, lines, found, at, vague=True)
            or _ended(name, lines, rest, found, (first, after), at)
            or _out_of_place(name, lines, rest, found, at)
        )
        if problems[-1].code == OF_ANOTHER_KIND:
            return problems, ""
        readable = readable[:first] + _blank(readable[first:after]) + readable[after:]
        rest, done = _blank(rest[:after]) + rest[after:], after
        found = _next(name, rest)
    return problems, readable


def _parsed(name: str, text: str) -> Tree[Token] | None:
    try:
        return parser(name).parse(text)
    except UnexpectedInput:
        return None


def _next(name: str, text: str) -> UnexpectedInput | None:
    try:
        parser(name).parse(text)
    except UnexpectedInput as error:
        return error
    return None


def _block(starts: list[int], at: int, done: int, end: int) -> tuple[int, int]:
    """Return the range of the block at fault: the one before, where the stop is at the word that opens the next."""
    before = bisect_left(starts, at)
    first = starts[before - 1] if before and starts[before - 1] >= done else done
    if first < at and at in starts and before and starts[before - 1] >= done:
        return first, at
    after = bisect_right(starts, at)
    return first, starts[after] if after < len(starts) else end


def _blank(text: str) -> str:
    return re.sub(r"[^\n]+", lambda words: " " * len(words.group()), text)


def _unended(name: str, lines: Lines, text: str, starts: list[int], at: int) -> Diagnostic | None:
    """Return what lacks its end before the block in which reading stopped: it took the word that opens this block.

    Only in scenarios a name may be any word, and so a word that opens a block.
    """
    before = bisect_left(starts, at)
    early = text[: starts[before - 1]].rstrip() if name == "scenario" and before else ""
    found = _next(name, early) if early else None
    if found is None or stop(found, early) < len(early):
        return None
    above = starts[before - 2] if before > 1 else 0
    if known := _misspelt(name, lines, early, above, len(early)):
        return known
    if earlier := swallowed(text, starts[before - 1]):
        return _at(lines, *earlier)
    start, end = _last_word(early)
    cure = (
        "a fact is a name and its values, such as `yes`; what a block opens with is taken for the value that is missing"
    )
    return _at(lines, "S054", f"`{early[start:end]}` has no value", cure, start, end)


def _last_word(text: str) -> tuple[int, int]:
    plain = re.sub(r"--[^\n]*", lambda words: " " * len(words.group()), text)
    *_, last = WORD.finditer(plain)
    return last.span()


def _at(lines: Lines, code: str, message: str, cure: str, start: int, end: int) -> Diagnostic:
    return Diagnostic(code, message, Label(lines.span(start, end)), help=cure)


def _clear(name: str, lines: Lines, error: UnexpectedInput, at: int) -> Diagnostic | None:
    """Return a common mistake that is told by its own words, a day or a number in another shape first."""
    if shaped := misshapen(name, lines.source.text, at):
        return _at(lines, *shaped)
    return _mistake(name, lines, error, at, vague=False)


def _mistake(name: str, lines: Lines, error: UnexpectedInput, at: int, *, vague: bool) -> Diagnostic | None:
    text = lines.source.text
    could = {keywords(name).get(kind, kind) for kind in _acceptable(error)}
    known = mistake(name, text, at, could, vague=vague) if at < len(text.rstrip()) else None
    return _at(lines, *known) if known else None


def _misspelt(name: str, lines: Lines, text: str, first: int, at: int) -> Diagnostic | None:
    """Return the keyword that is misspelt at the stop or near it, with the one that is meant."""
    found = slipped(name, text, first, at)
    if found is None:
        return None
    message = f"`{text[found.start : found.end]}` cannot stand here"
    return _at(lines, "S019", message, f"did you mean `{found.keyword}`?", found.start, found.end)


def _swallowed(name: str, lines: Lines, text: str, error: UnexpectedInput, at: int) -> Diagnostic | None:
    """Return what took the words after it for its own, so that reading stopped only here."""
    said = untested(text, at, _words_here(name, error)) if name == "law" else swallowed(text, at)
    return _at(lines, *said) if said else None


def _ended(
    name: str, lines: Lines, text: str, error: UnexpectedInput, block: tuple[int, int], at: int
) -> Diagnostic | None:
    """Return what ends too early: the text, or the block before the word at which reading stopped, as that opens the next."""
    could = _acceptable(error)
    first, after = block
    label, help_ = expected(could, name), cure(could, name)
    if at >= len(text.rstrip()):
        return Diagnostic("S020", "the text ends too early", Label(lines.span(at, at), label), help=help_)
    if after != at:
        return None
    opener = WORD.match(text, first)
    what = f"the `{opener.group()}`" if opener else "what stands above"
    return Diagnostic("S020", f"{what} ends too early", Label(lines.span(*_last_word(text[:at])), label), help=help_)


def _out_of_place(name: str, lines: Lines, text: str, error: UnexpectedInput, at: int) -> Diagnostic:
    """Say what stands there and what should."""
    could = _acceptable(error)
    found = WORD.match(text, at)
    words = found.group() if found else text[at]
    near = slips(words, _words_here(name, error)) if words.isalpha() and words not in spellings(name) else ()
    return Diagnostic(
        "S019",
        f"`{shorten(words, 50, placeholder='…')}` cannot stand here",
        Label(lines.span(at, at + len(words)), expected(could, name)),
        help=f"did you mean `{near[0]}`?" if near else cure(could, name),
    )


def _words_here(name: str, error: UnexpectedInput) -> list[str]:
    """Return the keywords that could stand where reading stopped."""
    return [keywords(name)[kind] for kind in _acceptable(error) if kind in keywords(name)]


def _acceptable(error: UnexpectedInput) -> set[str]:
    """Return the kinds of word that could stand where reading stopped."""
    state = error.interactive_parser
    return set(state.accepts()) if state else set()  # type: ignore[no-untyped-call]  # lark leaves it unannotated
