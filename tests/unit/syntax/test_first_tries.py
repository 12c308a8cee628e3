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
            article('requires licence "dual-use"'),
            "S053",
            '`"dual-use"` is no name',
            '"dual-use"',
            "names and values stand without quotation marks: `dual-use`",
        ),
        (
            article('when act.from is "CN"'),
            "S053",
            '`"CN"` is no name',
            '"CN"',
            "names and values stand without quotation marks: `CN`",
        ),
        (
            article("for the export"),
            "S068",
            "`for` says which acts are covered, by `a`, `an` or `any act`",
            "for",
            "write `for a …` with a kind of act or a term on acts, or `for any act`",
        ),
        (
            article("binds the transferor"),
            "S068",
            "`the` is a word too many before `transferor`",
            "transferor",
            "leave it out",
        ),
        (article("requires a licence dual-use"), "S068", "`a` is a word too many", "a", "leave it out"),
        (
            article("when end-user in list watch"),
            "S068",
            "`list` is a word too many before `watch`",
            "watch",
            "leave it out",
        ),
        (
            article("when under scope is inside"),
            "S068",
            "`is` is a word too many",
            "is",
            "the value of a reading stands directly behind it: `under scope VALUE`",
        ),
        (
            article("when reading scope inside"),
            "S068",
            "`reading` is a word too many",
            "scope",
            "write `under scope VALUE`",
        ),
        (
            article("binds transferor, end-user"),
            "S068",
            "a provision binds one role",
            ",",
            "write a limb for each role that is bound",
        ),
        (
            article("when act.from in china, act.to is CN"),
            "S068",
            "conditions are separated by no comma",
            ",",
            "join them by `and`",
        ),
        (
            article("exempts from article 1 and article 2"),
            "S065",
            "`and` stands where a comma belongs",
            "and",
            "what stands in a row is separated by commas",
        ),
        (
            article("exempts from articles 1, 2"),
            "S069",
            "a provision is cited by `article` and its number with its labels",
            "articles",
            "write `article 1(1), article 2`",
        ),
        (
            article("exempts from article 1(1), (2)"),
            "S069",
            "a provision is cited by `article` and its number with its labels",
            "(",
            "write `article 1(1), article 2`",
        ),
        (
            article("when article 2 (exempt) stands"),
            "S069",
            "labels stand directly behind the number of their article",
            "(exempt)",
            "write `article 2(exempt)`",
        ),
        (
            article("when limb (exempt) stands"),
            "S069",
            "a limb is cited with its article",
            "limb",
            "write `article 1(2)`, its number and its labels",
        ),
        (
            article('binds x\n  paragraph (1) "x"'),
            "S044",
            "a part of an article is a limb",
            "paragraph (1)",
            "write `limb (1)`",
        ),
        (
            article("when act from in china"),
            "S055",
            "a fact follows the thing that has it with a point",
            "from",
            "write `act.from`",
        ),
        (
            article("when item.node at most 14 nm"),
            "S021",
            "an amount is compared in words",
            "at most 1",
            "write `>=`, `<=`, `>`, `<`, or `between … and …`",
        ),
        (article("when item.node =< 14 nm"), "S021", "`=<` is not a word of the language", "=<", "write `<=` or `>=`"),
        (
            article("when item.form in (metal, oxide)"),
            "S047",
            "a set of values stands in braces",
            "(",
            "write `in {a, b}`",
        ),
        (
            article("when item.form in metal, oxide"),
            "S047",
            "a set of values stands in braces",
            ",",
            "write `in {metal, …}`",
        ),
        (
            article("when (item.form is metal and act.a is b)"),
            "S047",
            "conditions stand in no parentheses",
            "(",
            "join them by `and`; write alternatives as `any of (a) … (b) …`",
        ),
        (
            article("when any of item.form is metal"),
            "S022",
            "alternatives have labels, by which they can be cited",
            "item.form",
            "write `any of (a) item.form … (b) …`",
        ),
        (
            article('when item.node < 14\narticle 2 "B"'),
            "S045",
            "a quantity needs its unit",
            "14",
            "write the unit or currency after the number: `0.1 %`, `14 nm`, `500000 CNY`",
        ),
        (
            f'{HEADER}define export "export"\n  when act is movement',
            "S019",
            '`"export"` cannot stand here',
            '"export"',
            'say of what it is a term: `define NAME (act) "…"`, or `(party)`, or `(item)`',
        ),
        (
            'list l "L" partial\n  notice n since 2026-01-01',
            "S019",
            "`since` is a word of scenarios",
            "since",
            "write `from`",
        ),
        (
            article("when item in a.1"),
            "S053",
            "`.1` names nothing in a path",
            ".1",
            "an entry can be named where its label begins with a letter, such as `a-1`",
        ),
        (
            article('states "x"\n  gists "y"\n  binds x'),
            "S019",
            "`gists` cannot stand here",
            "gists",
            "did you mean `gist`?",
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
            f"{ACT}complete licences and events\n",
            "S065",
            "`and` stands where a comma belongs",
            "and",
            "what stands in a row is separated by commas",
        ),
        (
            f"{ACT}assume scope inside\n",
            "S019",
            "`assume` closes what nobody states, or takes an instrument as in force",
            "inside",
            "write `assume not scope`, `assume scope in force`, or of a reading `take scope inside`",
        ),
        (
            f"{ACT}stake a owns b 51 %\n",
            "S019",
            "`owns` cannot stand in a stake",
            "owns",
            "write `stake OWNER in PARTY 51 % equity`",
        ),
        (
            'scenario "S"\nitem i\n  form metal oxide thickness 10 nm\n',
            "S054",
            "`10` stands where a fact begins",
            "10",
            "a fact is a name and its values: one before it lacks its value, or two values lack the comma between them",
        ),
        (
            'scenario "S"\nact a\n  kind b planned to KR\n  complete licences, events',
            "S054",
            "`KR` has no value",
            "KR",
            "a fact is a name and its values, such as `yes`; what a block opens with is taken for the value that is missing",
        ),
        (
            'scenario "S"\nasked on 2026-01-01',
            "S019",
            "`on` cannot stand here",
            "on",
            "write a date such as `2025-12-01`",
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
