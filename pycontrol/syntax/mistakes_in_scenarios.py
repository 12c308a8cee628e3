"""Mistakes that people make in scenarios."""

from __future__ import annotations

from pycontrol.syntax.mistake import IN_A_ROW, MISSING_COMMA, NO_NAME, QUOTED, Mistake

_NAMED = r"\b(?P<opener>party|item|act|licence)[ \t]+"
_ASSUME = "`assume` closes what nobody states, or takes an instrument as in force"
_ROW = r"^\s*(complete|regimes|table|assume\s+not)\s.*?"

IN_SCENARIOS = (
    Mistake(
        "S067",
        r"(vocabulary|kinds|unit|fact|regime|register|reading|event|announcement|statute|notice|guidance|define|list)\b",
        "this is law, and is read as a scenario",
        "a file of law ends in `.law`; its folder is named after `--policy`, or after `check`",
        opening=True,
    ),
    Mistake(
        "S067",
        r"[\[{]",
        "this is JSON, and is read in the language of scenarios",
        "a file of JSON ends in `.json`; from Python, hand in the mapping itself",
        opening=True,
    ),
    Mistake("S048", r"(==?|:)", "`{}` stands between a fact and its value", "leave it out: `kind movement`"),
    Mistake(
        "S027",
        r"\S+",
        "a comma stands between two facts",
        "it separates the values of one fact; facts follow each other without punctuation",
        before=r"^(?!\s*(row|table|regimes|complete|assume)\b).*,\s*[A-Za-z][\w-]*\s+$",
        vague=True,
    ),
    Mistake(
        "S053",
        QUOTED,
        NO_NAME,
        "write `{opener} {name}`, in small letters, digits and hyphens; what is printed stands below a party: "
        '`name "…"`',
        before=rf"{_NAMED}$",
    ),
    Mistake("S053", r"[0-9][\w.-]*", NO_NAME, "a name begins with a letter: `{opener}-{name}`", before=rf"{_NAMED}$"),
    Mistake("S065", r"and\b", "`and` stands where a comma belongs", IN_A_ROW, before=rf"{_ROW}[ \t]$"),
    Mistake("S065", r"[A-Za-z][\w-]*", MISSING_COMMA, IN_A_ROW, before=rf"{_ROW}(?P<first>[\w-]+)[ \t]+$", vague=True),
    Mistake(
        "S019",
        r"[A-Za-z][\w-]*",
        _ASSUME,
        "write `assume not {first}`, or `assume {first} in force`",
        before=r"\bassume\s+(?P<first>[\w-]+)[ \t]*\n\s*$",
        vague=True,
    ),
    Mistake(
        "S019",
        r"[A-Za-z][\w-]*",
        _ASSUME,
        "write `assume not {first}`, `assume {first} in force`, or of a reading `take {first} {}`",
        before=r"\bassume\s+(?P<first>[\w-]+)\s+$",
        vague=True,
    ),
    Mistake(
        "S019",
        r"\S+",
        "`{}` cannot stand in a stake",
        "write `stake OWNER in PARTY 51 % equity`",
        before=r"^\s*stake\s.*$",
        vague=True,
    ),
    Mistake(
        "S054",
        r"-?[0-9][^\s,]*",
        "`{}` stands where a fact begins",
        "a fact is a name and its values: one before it lacks its value, or two values lack the comma between them",
        before=r"\S[ \t]+$",
        lacking="NAME",
        vague=True,
    ),
)
