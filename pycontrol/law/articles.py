"""The articles of an instrument: each one that exists must be encoded or noted, and no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pycontrol.diagnostics import quoted
from pycontrol.law.problems import mistake, twice
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Collection

    from pycontrol.diagnostics import Span
    from pycontrol.law.problems import Problems


MOST = 1000
"""How many articles an instrument may have."""

_OWN = "a run of notes covers no article of which more is said: note what is left of it by itself"
_DASHED = re.compile(r"([0-9]+)-([0-9]+)")


def articles_between(first: str, last: str) -> tuple[str, ...]:
    """Return the labels from first to last; none where they are no run, from a number to one that is no lower."""
    if first == last:
        return (first,)
    if not (first.isdecimal() and last.isdecimal()) or max(len(first), len(last)) > len(str(MOST)):
        return ()
    if int(last) - int(first) >= MOST:
        return ()
    return tuple(str(number) for number in range(int(first), int(last) + 1))


def articles_written(node: tree.Instrument) -> tuple[str, ...]:
    """Return the labels of the articles that an instrument says it has; none where what it writes is no run."""
    labels = tuple(word.text for word in node.articles)
    return articles_between(*labels) if node.run else tuple(dict.fromkeys(labels))


def _header(node: tree.Instrument) -> Span:
    return node.articles[0].span.to(node.articles[-1].span)


def check_articles(node: tree.Instrument, problems: Problems) -> None:
    """Note articles that are missing, and those that the header does not know."""
    place = node.cite.en
    parts = [part for part in node.body if isinstance(part, tree.Article | tree.Noted)]
    written = {label for part in parts for label in _labels(part)}
    meant = _meant(node, written)
    existing = () if meant else articles_written(node)
    header = _header(node)
    for number, part in enumerate(parts):
        with problems.noted(place):
            for other in parts[:number]:
                if label := _twice(other, part):
                    word = tree.Word(_ends(part)[0].span, label)
                    cure = _OWN if _is_run(other) or _is_run(part) else "take one of the two away"
                    raise twice("L180", "article", word, _ends(other)[0].span, cure=cure)
            _check_beyond(part, node, existing)
    missing = [label for label in existing if label not in written]
    with problems.noted(place):
        if not existing:
            raise mistake(
                "L181",
                f"`articles {' '.join(header.text.split())}` is no run of articles",
                header,
                cure=meant or f"write the first and the last article, such as `articles 1 to 8`; {MOST} at most",
            )
        if missing:
            these = f"article{'s' if len(missing) > 1 else ''} {quoted(missing, 'and')}"
            raise mistake(
                "L182",
                f"{these} of `{node.name.text}` {'are' if len(missing) > 1 else 'is'} missing",
                header,
                cure=f'encode what is missing, or write `article {missing[0]} noted "…" because "…"`',
            )


def _meant(node: tree.Instrument, written: Collection[str]) -> str:
    """Return what to write for `articles 1-2`, unless an article is numbered so; empty where no run is meant."""
    found = _DASHED.fullmatch(node.articles[0].text)
    if not found or node.articles[0].text in written or not articles_between(found[1], found[2]):
        return ""
    return f"write `articles {found[1]} to {found[2]}`"


def _twice(part: tree.Article | tree.Noted, other: tree.Article | tree.Noted) -> str:
    """Return the article of which both say the same: of each there is one text, one note in a run, one note of a kind."""
    shared = [label for label in _labels(other) if label in _labels(part)]
    match part, other:
        case (tree.Noted() as one, tree.Noted() as second) if not (_is_run(one) or _is_run(second)):
            same = one.gist.en == second.gist.en
        case (tree.Noted() as note, tree.Article()) | (tree.Article(), tree.Noted() as note):
            same = _is_run(note)
        case _:
            same = True
    return shared[0] if shared and same else ""


def _is_run(part: tree.Article | tree.Noted) -> bool:
    return len(_ends(part)) > 1 and _ends(part)[0].text != _ends(part)[1].text


def _ends(part: tree.Article | tree.Noted) -> tuple[tree.Word, ...]:
    return (part.label,) if isinstance(part, tree.Article) else (part.first, part.last)


def _labels(part: tree.Article | tree.Noted) -> tuple[str, ...]:
    if isinstance(part, tree.Article):
        return (part.label.text,)
    return articles_between(part.first.text, part.last.text)


def _check_beyond(part: tree.Article | tree.Noted, node: tree.Instrument, existing: tuple[str, ...]) -> None:
    for word in _ends(part):
        if existing and word.text not in existing:
            raise mistake(
                "L183",
                f"article `{word.text}` lies beyond the articles of `{node.name.text}`",
                word.span,
                cure=f"the header says articles {' '.join(_header(node).text.split())}",
            )
