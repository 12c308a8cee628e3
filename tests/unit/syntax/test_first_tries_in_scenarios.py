"""What people write in a scenario before they know the language; what cannot be seen, has no home, stands in an article."""

from __future__ import annotations

import pytest

from tests.unit.syntax.test_parse import HEADER
from tests.unit.syntax.test_refusals import article, refused

ACT = 'scenario "S"\nact a\n  kind b\n'


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
        (
            'scenario "S"\nact ship export on 2026-01-01\n  kind movement',
            "S053",
            "`export` stands between an act and its day",
            "export",
            "its day stands first, its facts follow, such as its kind: `act ship on … kind movement`",
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
