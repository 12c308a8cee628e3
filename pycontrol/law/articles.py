"""The articles of an instrument: each one that exists must be encoded or noted, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.diagnostics import quoted
from pycontrol.law.problems import mistake, twice
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from pycontrol.diagnostics import Span
    from pycontrol.law.problems import Problems


MOST = 1000
"""How many articles an instrument may have."""


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
    existing = articles_written(node)
    header = _header(node)
    written: set[str] = set()
    encoded: dict[str, tree.Word] = {}
    for part in node.body:
        if isinstance(part, tree.Article | tree.Noted):
            with problems.noted(place):
                written.update(_labels(part))
                if isinstance(part, tree.Article) and part.label.text in encoded:
                    raise twice("L180", "article", part.label, encoded[part.label.text].span)
                if isinstance(part, tree.Article):
                    encoded[part.label.text] = part.label
                _check_beyond(part, node, existing)
    missing = [label for label in existing if label not in written]
    with problems.noted(place):
        if not existing:
            raise mistake(
                "L181",
                f"`articles {' '.join(header.text.split())}` is no run of articles",
                header,
                cure=f"write the first and the last article, such as `articles 1 to 8`; {MOST} at most",
            )
        if missing:
            these = f"article{'s' if len(missing) > 1 else ''} {quoted(missing, 'and')}"
            raise mistake(
                "L182",
                f"{these} of `{node.name.text}` {'are' if len(missing) > 1 else 'is'} missing",
                header,
                cure=f'encode what is missing, or write `article {missing[0]} noted "…" because "…"`',
            )


def _labels(part: tree.Article | tree.Noted) -> tuple[str, ...]:
    if isinstance(part, tree.Article):
        return (part.label.text,)
    return articles_between(part.first.text, part.last.text)


def _check_beyond(part: tree.Article | tree.Noted, node: tree.Instrument, existing: tuple[str, ...]) -> None:
    ends = (part.label,) if isinstance(part, tree.Article) else (part.first, part.last)
    for word in ends:
        if existing and word.text not in existing:
            raise mistake(
                "L183",
                f"article `{word.text}` lies beyond the articles of `{node.name.text}`",
                word.span,
                cure=f"the header says articles {' '.join(_header(node).text.split())}",
            )
