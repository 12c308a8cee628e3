"""Words from outside made safe to print: a letter that moves the cursor or turns the text shows as its number."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(words: str) -> str:
    """Return `words` with every control, format and unassigned letter written as `<U+001B>`; line ends included."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(f"<U+{ord(letter):04X}>" if unicodedata.category(letter) in _HIDDEN else letter for letter in words)
