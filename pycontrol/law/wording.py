"""Places of the law in the words that a lawyer would use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.model import Instrument
    from pycontrol.syntax import tree


def article_in_words(cite: str, path: str) -> str:
    """Return "MOFCOM Announcement No. 61 of 2025, article 1(3)" for that instrument's cite and the path `…/1(3)`."""
    label = path.partition("/")[2]
    return f"{cite}, article {label}" if label else cite


def cited(instruments: Mapping[str, Instrument], path: str) -> str:
    """Return the citation, in words, of a provision of one of the instruments."""
    instrument = path.partition("/")[0]
    return article_in_words(instruments[instrument].cite.en, path)


def list_words(name: str, notices: Iterable[str]) -> str:
    """Return the name of a list, with the notices of it that are meant: `watch-list by n-1 or n-2`."""
    by = " or ".join(notices)
    return f"{name} by {by}" if by else name


def mark_of(confidence: tree.Confidence | None) -> str:
    """Return the mark of the fact base; empty where none was written."""
    return confidence.mark.text if confidence else ""


def text(words: tree.Text | None) -> Text:
    """Return the words for people; empty words where none were written."""
    return Text(words.en, words.zh) if words else Text("")
