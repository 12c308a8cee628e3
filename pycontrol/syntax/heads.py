"""In which article a place of a law text stands, by the heads above it: what cannot be read has no tree to tell."""

from __future__ import annotations

import re

_HEADS = re.compile(
    r'^[ \t]*(?:(?:announcement|statute|notice|guidance)[ \t]+(?P<instrument>[\w-]+)[ \t]+"'
    r"|(?:article|articles(?=.*\bnoted\b))[ \t]+(?P<article>[0-9][\w.-]*)|limb[ \t]+(?P<limb>(?:\([\w-]+\))+)"
    r"|(?:annex|define)[ \t]+(?P<term>[\w-]+)|(?P<own>overlap|suspends|unconfirmed|operates)\b"
    r'|(?P<other>vocabulary|event|reading|list|register)\b|(?P<regime>regime)[ \t]+[\w-]+[ \t]+")',
    re.MULTILINE,
)
_CITE = re.compile(r'\bcite\s+"((?:\\.|[^"\\\n])+)"')


def place_in_law(text: str, at: int) -> str:
    """Return "Announcement 61, article 1(3)", as far as the heads above a place tell it; empty outside all articles."""
    cite = article = inside = ""
    heads = [*_HEADS.finditer(text)]
    for place, head in enumerate(heads):
        if head.start() > at:
            break
        match head.lastgroup:
            case "instrument":
                after = heads[place + 1].start() if place + 1 < len(heads) else len(text)
                said = _CITE.search(text, head.end(), after)
                cite = inside = said[1] if said else f"`{head['instrument']}`"
            case "article":
                article = inside = f"{cite}, article {head['article']}"
            case "limb":
                inside = f"{article}{head['limb']}"
            case "term":
                inside = f"{cite}, `{head['term']}`"
            case "own":
                inside = cite
            case _:
                inside = ""
    return inside if cite else ""
