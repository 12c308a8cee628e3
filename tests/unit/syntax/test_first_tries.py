"""What people write before they know the language: told where it stands, with what to write instead."""

from __future__ import annotations

import pytest

from tests.unit.syntax.test_parse import HEADER
from tests.unit.syntax.test_refusals import article, refused

READING = 'reading r "R?"\n  a "A", b "B"\n'
LIST = 'list l "L" partial\n  notice n from 2026-01-01'
ACT = 'scenario "S"\nact a\n  kind b\n'


@pytest.mark.parametrize(
    ("text", "code", "message", "word", "cure"),
    [
        (
            article("when end-user not in bad-list"),
            "S024",
            "`not in` asks for values of a fact, which stand in braces",
            "bad-list",
            "of a list or a term, write `no end-user in bad-list`",
        ),
        (
            article("when every item.parts* not in annex-1"),
            "S024",
            "`not in` asks for values of a fact, which stand in braces",
            "annex-1",
            "of a list or a term, write `no item.parts* in annex-1`",
        ),
        (
            article("when end-user is not in bad-list"),
            "S024",
            "`is` and `in` cannot stand in one condition",
            "bad-list",
            "leave `is` out: `end-user in …`, `no end-user in …`; of values of a fact, `end-user not in {…}`",
        ),
        (
            article("when act.end-use is in {a, b}"),
            "S024",
            "`is` and `in` cannot stand in one condition",
            "{",
            "leave `is` out: `act.end-use in …`, `no act.end-use in …`; of values of a fact, `act.end-use not in {…}`",
        ),
        (
            f'{READING}list l "L" partial',
            "S020",
            "the `reading` ends too early",
            '"B"',
            'say what holds where nobody takes a value: `default VALUE because "…"`, or `default none because "…"`',
        ),
        (
            f'{LIST}\n  name "N"',
            "S020",
            "the `notice` ends too early",
            "2026-01-01",
            'say how many names the notice itself holds, and whose: `names N "…"`, such as `names 15 "15 US bodies"`',
        ),
        (
            f'{LIST} names "fifteen bodies"',
            "S066",
            "it is not said how many names the notice holds",
            '"fifteen bodies"',
            'write the number that the notice itself gives: `names N "fifteen bodies"`',
        ),
        (article("requires licence\n  limb (1)"), "S020", "the `article` ends too early", "licence", "write a name"),
        (
            'list l "L"\n  notice n from 2026-01-01 names 1 "one"',
            "S020",
            "the `list` ends too early",
            '"L"',
            "write `complete` or `partial`",
        ),
        (
            'reading r "R?"\n  a "A"\n  b "B"\n  default none because "c"',
            "S065",
            'a comma is missing between `"A"` and `b`',
            "b",
            "what stands in a row is separated by commas",
        ),
        (
            "kinds of act movement handover",
            "S065",
            "a comma is missing between `movement` and `handover`",
            "handover",
            "what stands in a row is separated by commas",
        ),
        (
            'announcement Demo_1 "Metals"',
            "S025",
            "a name holds an underscore",
            "Demo_1",
            "names are written with hyphens: `demo-1`",
        ),
        (
            'list "Bad list" partial',
            "S053",
            '`"Bad list"` is no name',
            '"Bad list"',
            'a name stands first, in small letters, digits and hyphens: `list bad-list "Bad list"`',
        ),
        (
            'announcement 61 "Metals"',
            "S053",
            "`61` is no name",
            "61",
            "a name begins with a letter: `announcement-61`",
        ),
        (
            'announcement Demo 1 "Metals"',
            "S053",
            "a thing has one word for a name",
            "1",
            "join its words by hyphens: `Demo-1`",
        ),
        (
            'define restricted party (party) "P" when a is b',
            "S053",
            "a thing has one word for a name",
            "party",
            "join its words by hyphens: `restricted-party`",
        ),
        (
            'announcement a "A" issued 2026-01-01 by "Ministry of Commerce"',
            "S053",
            '`"Ministry of Commerce"` is no name',
            '"Ministry of Commerce"',
            "an office has one word for a name, such as `MOFCOM`",
        ),
        (
            'scenario "S"\nparty p',
            "S067",
            "this is a scenario, and is read as law",
            "scenario",
            "a file of scenarios ends in `.scenario`; `determine`, `test` and the like take it",
        ),
    ],
)
def test_in_law(text: str, code: str, message: str, word: str, cure: str) -> None:
    (found,) = refused(text)
    assert (found.code, found.message, found.primary and found.primary.span.text) == (code, message, word)
    assert found.help == cure


@pytest.mark.parametrize(
    ("text", "code", "message", "word", "cure"),
    [
        (
            f"{ACT}complete licences events\n",
            "S065",
            "a comma is missing between `licences` and `events`",
            "events",
            "what stands in a row is separated by commas",
        ),
        (
            f"{ACT}assume not evasion record\n",
            "S065",
            "a comma is missing between `evasion` and `record`",
            "record",
            "what stands in a row is separated by commas",
        ),
        (
            'scenario "S"\nparty "Maker Ltd."\n  established-in DE',
            "S053",
            '`"Maker Ltd."` is no name',
            '"Maker Ltd."',
            'write `party maker-ltd`, in small letters, digits and hyphens; what is printed stands below a party: `name "…"`',
        ),
        (
            'scenario "S"\nparty Maker_Ltd\n  established-in DE',
            "S025",
            "a name holds an underscore",
            "Maker_Ltd",
            "names are written with hyphens: `maker-ltd`",
        ),
        ('scenario "S"\nitem 1\n  form metal', "S053", "`1` is no name", "1", "a name begins with a letter: `item-1`"),
        (
            '-- the law\nvocabulary\nkinds of act a\nfact act.a is place question "?"',
            "S067",
            "this is law, and is read as a scenario",
            "vocabulary",
            "a file of law ends in `.law`; its folder is named after `--policy`, or after `check`",
        ),
        (
            '{"scenario": "S", "act": {"kind": "movement"}}',
            "S067",
            "this is JSON, and is read in the language of scenarios",
            "{",
            "a file of JSON ends in `.json`; from Python, hand in the mapping itself",
        ),
    ],
)
def test_in_scenarios(text: str, code: str, message: str, word: str, cure: str) -> None:
    (found,) = refused(text, law=False)
    assert (found.code, found.message, found.primary and found.primary.span.text) == (code, message, word)
    assert found.help == cure


@pytest.mark.parametrize("space", ["\u00a0", "\u00a0\u00a0", "\u3000", "\u200b", "\ufeff", "\u00ad"])
def test_what_cannot_be_seen_is_named_by_its_number(space: str) -> None:
    (found,) = refused(article(f"binds{space} x"))
    cure = "write a plain space" if space.isspace() else "delete it"
    assert (found.code, found.help) == ("S013", cure)
    assert found.message == f"an invisible character (U+{ord(space[0]):04X}) stands outside a string"


def test_what_has_no_home_is_told_once_with_all_that_it_holds() -> None:
    entries = "".join(f'  entry {n} "E"\n    when item.a is b\n' for n in range(5))
    (found,) = refused(f'annex a "A"\n{entries}{HEADER}')
    assert found.message == "`annex` stands outside an instrument"
    (found,) = refused(f"{HEADER}{entries}")
    assert found.message == "`entry` stands outside an annex"


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ('announcement a-1 "One"\n  regime r\n  cite "Announcement 1"\n  articels 1 to 2', "Announcement 1"),
        (article("when a = b"), "One, article 1"),
        (article('states "x"\n  limb (1) "L"\n    when a = b'), "One, article 1(1)"),
        (article('states "x"\nannex a "A"\n  entry 1 "E"\n    when a = b'), "One, `a`"),
        ('announcement a-1 "One"\n  regime = r', "`a-1`"),
        (f'{HEADER}reading r "R?"\n  a = "A"', ""),
        (
            f'{HEADER}reading r "R?"\n  a "A", b "B"\n  default none because "c"\narticle 1 "A"\n  a = b',
            "One, article 1",
        ),
        ("vocabulary\nkinds of act = b", ""),
    ],
)
def test_the_article_is_named(text: str, citation: str) -> None:
    (found,) = refused(text)
    assert found.citation == citation
