"""Mistakes that people make in law."""

from __future__ import annotations

from pycontrol.syntax.mistake import IN_A_ROW, MISSING_COMMA, NO_NAME, QUOTED, WORD, Mistake

_NAMED = (
    r"\b(?P<opener>announcement|statute|notice|guidance|register|reading|event|define|annex|part|list|territory)"
    r"[ \t]+"
)
_CITING = r"(\b(from|of|to|despite|implements|counterpart|suspends|unconfirmed|operates|,)|,)[ \t]+$"
_TEST = r"(\s+(is|in|outside|near|applies|stands|differs|between|[<>])|[ \t]+operates\b)"
_AMOUNT = r"(at\s+(most|least)|above|below|over|under|exceeds|(more|less|greater|smaller|larger)\s+than)\s+-?[0-9]"

IN_LAW = (
    Mistake(
        "S067",
        r"scenario\b",
        "this is a scenario, and is read as law",
        "a file of scenarios ends in `.scenario`; `determine`, `test` and the like take it",
        opening=True,
    ),
    Mistake(
        "S068",
        r"(is\b|=)",
        "`{}` is a word too many",
        "the value of a reading stands directly behind it: `under {reading} VALUE`",
        before=r"\bunder\s+(?P<reading>[\w-]+)\s+$",
    ),
    Mistake("S021", r"=[<>]", "`{}` is not a word of the language", "write `<=` or `>=`"),
    Mistake("S021", r"(==?|!=)", "`{}` is not a word of the language", "write `is` or `is not`"),
    Mistake(
        "S021",
        _AMOUNT,
        "an amount is compared in words",
        "write `>=`, `<=`, `>`, `<`, or `between … and …`",
        lacking="is",
    ),
    Mistake(
        "S024",
        rf"\{{|{WORD}",
        "`is` and `in` cannot stand in one condition",
        "leave `is` out: `{path} in …`, `no {path} in …`; of values of a fact, `{path} not in {{…}}`",
        before=rf"(?P<path>{WORD})\s+is\s+(not\s+)?in\s+$",
    ),
    Mistake(
        "S024",
        WORD,
        "`not in` asks for values of a fact, which stand in braces",
        "of a list or a term, write `no {path} in {}`",
        before=rf"(?P<path>{WORD})\s+not\s+in\s+$",
    ),
    Mistake(
        "S019",
        r"(to|-)[ \t]*(?P<last>[0-9]+)",
        "this is no run of articles",
        "write `articles {first} to {last}`",
        before=r"\barticles?[ \t]+(?P<first>[0-9]+)[ \t]+$",
    ),
    Mistake(
        "S044",
        r"[0-9][A-Za-z0-9-]*\(",
        "an article is headed by its number alone",
        "write what stands in parentheses as a limb: `limb (1)`",
        before=r"\barticles?\s+$",
    ),
    Mistake(
        "S044",
        r"(?:[a-z]+[ \t]+)?(?P<label>\([\w-]+\))(?=[ \t]+\")",
        "a part of an article is a limb",
        "write `limb {label}`",
        before=r"(^|\n)[ \t]*$",
        vague=True,
    ),
    Mistake(
        "S047",
        r"\(",
        "a set of values stands in braces",
        "write `in {{a, b}}`",
        before=r"\bin\s+$",
    ),
    Mistake(
        "S047",
        rf",(?!\s*{WORD}{_TEST})",
        "a set of values stands in braces",
        "write `in {{{first}, …}}`",
        before=r"\bin\s+(?P<first>[\w-]+)\s*$",
    ),
    Mistake(
        "S047",
        r"\(",
        "conditions stand in no parentheses",
        "join them by `and`; write alternatives as `any of (a) … (b) …`",
        before=r"\b(when|and|where)\s+$",
    ),
    Mistake(
        "S022",
        WORD,
        "alternatives have labels, by which they can be cited",
        "write `any of (a) {} … (b) …`",
        before=r"\bany\s+of\s+$",
    ),
    Mistake(
        "S053",
        QUOTED,
        NO_NAME,
        "a name stands first, in small letters, digits and hyphens: `{opener} {name} {}`",
        before=rf"{_NAMED}$",
    ),
    Mistake(
        "S053",
        r"[0-9][\w.-]*",
        NO_NAME,
        "a name begins with a letter: `{opener}-{name}`",
        before=rf"{_NAMED}$",
    ),
    Mistake(
        "S053",
        r'[A-Za-z0-9][\w-]*(?=([ \t]+[\w-]+){0,2}[ \t]*["(])',
        "a thing has one word for a name",
        "join its words by hyphens: `{first}-{}`",
        before=rf"{_NAMED}(?P<first>[A-Za-z][\w-]*)[ \t]+$",
    ),
    Mistake(
        "S053",
        QUOTED,
        NO_NAME,
        "an office has one word for a name, such as `MOFCOM`",
        before=r"\b(by|from)\s+$",
    ),
    Mistake(
        "S053",
        r"\.[0-9][\w.-]*",
        "`{}` names nothing in a path",
        "an entry can be named where its label begins with a letter, such as `a-1`",
    ),
    Mistake(
        "S066",
        QUOTED,
        "it is not said how many names the notice holds",
        "write the number that the notice itself gives: `names N {}`",
        before=r"\bnames\s+$",
    ),
    Mistake("S019", r"since\b", "`since` is a word of scenarios", "write `from`", lacking="FROM_FIGURE"),
    Mistake(
        "S068",
        r"for\b(?=\s+(?!(a|an|any)\b))",
        "`for` says which acts are covered, by `a`, `an` or `any act`",
        "write `for a …` with a kind of act or a term on acts, or `for any act`",
        lacking="FOR_ACT",
        vague=True,
    ),
    Mistake(
        "S068",
        r",",
        "a provision binds one role",
        "write a limb for each role that is bound",
        before=r"\bbinds\s+[\w.-]+\s*$",
    ),
    Mistake("S068", r",", "conditions are separated by no comma", "join them by `and`", lacking="and"),
    Mistake(
        "S069",
        r"(articles|arts?)\b|[0-9(]",
        "a provision is cited by `article` and its number with its labels",
        "write `article 1(1), article 2`",
        before=_CITING,
        lacking="article",
    ),
    Mistake(
        "S069",
        r"(?P<labels>\([\w-]+\))",
        "labels stand directly behind the number of their article",
        "write `article {number}{labels}`",
        before=r"\barticle\s+(?P<number>[\w.-]+)[ \t]+$",
    ),
    Mistake(
        "S069",
        r"limb\b",
        "a limb is cited with its article",
        "write `article 1(2)`, its number and its labels",
        before=r"\b(when|and|of|from|to)[ \t]+$",
    ),
    Mistake(
        "S055",
        rf"(?P<fact>[A-Za-z][\w-]*)(?={_TEST})",
        "a fact follows the thing that has it with a point",
        "write `{thing}.{fact}`",
        before=r"\b(?P<thing>act|item|party)[ \t]+$",
        lacking="is",
    ),
    Mistake(
        "S068",
        rf"{WORD}",
        "`reading` is a word too many",
        "write `under {} VALUE`",
        before=r"\b(when|and)\s+reading\s+$",
        lacking="is",
    ),
    Mistake(
        "S050",
        r"(some|every|no|not|under|breach|value-share|stake|any)\b|[A-Za-z][\w-]*\*?(\.[\w*-]+)+"
        rf"|[A-Za-z][\w.*()/-]*{_TEST}",
        "a condition follows another without a word between them",
        "join conditions by `and`, or begin another `when`",
        lacking="and",
        vague=True,
    ),
    Mistake(
        "S050",
        r"(applies|stands|operates)\b",
        "`{}` ends a condition that follows another without a word between them",
        "join conditions by `and`, or begin another `when`",
        before=r"\barticle\s+\S+\s*$",
        vague=True,
    ),
    Mistake(
        "S051",
        rf"(some|every|no)\s|[A-Za-z][\w.*()/-]*{_TEST}",
        "a condition stands without a word before it",
        "begin it with `when`; further ones are joined by `and`",
        lacking="when",
        vague=True,
    ),
    Mistake("S065", r"and\b", "`and` stands where a comma belongs", IN_A_ROW, lacking=",", vague=True),
    Mistake(
        "S065",
        r"and\b(?=\s+(articles?\b|[\w-]+/[0-9]))",
        "`and` stands where a comma belongs",
        IN_A_ROW,
        before=r"\b(from|of|to|despite|implements|suspends|unconfirmed|operates)\s",
    ),
    Mistake(
        "S065",
        r"[A-Za-z][\w-]*",
        MISSING_COMMA,
        IN_A_ROW,
        before=r"(?P<first>[\w-]+)[ \t]+$",
        lacking=",",
        vague=True,
    ),
    Mistake(
        "S068",
        r"[A-Za-z][\w.-]*",
        "`{extra}` is a word too many before `{}`",
        "leave it out",
        before=r"\b(?P<extra>the|an?|(?<=\bin )(list|annex|part))[ \t]+$",
        vague=True,
    ),
    Mistake("S068", r"(the|an?)\b(?=\s+[A-Za-z])", "`{}` is a word too many", "leave it out", vague=True),
    Mistake(
        "S053", QUOTED, NO_NAME, "names and values stand without quotation marks: `{name}`", lacking="NAME", vague=True
    ),
)
