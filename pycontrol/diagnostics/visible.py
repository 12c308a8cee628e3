"""Words from outside made safe to print: a letter that moves the cursor or turns the text shows as its number."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(words: str) -> str:
    """Return `words` with every control, format and unassigned letter written as `<U+001B>`; line ends included."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(f"<U+{ord(letter):04X}>" if unicodedata.category(letter) in _HIDDEN else letter for letter in words)


def visible_lines(text: str) -> str:
    """Return a text of several lines with each line made visible."""
    return "\n".join(map(visible, text.split("\n")))


def as_json(text: str) -> str:
    """Return JSON in which every letter that would show as its number stands as an escape of JSON: it says the same."""
    if text.isprintable():
        return text
    return "".join(_escaped(letter) if letter != "\n" and visible(letter) != letter else letter for letter in text)


def _escaped(letter: str) -> str:
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
