"""What cannot be read is refused, all of it at once, in words that help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pycontrol.diagnostics import Diagnostic, Refused, Source
from pycontrol.syntax import parse_law, parse_scenarios, read_source
from pycontrol.syntax.grammar import keywords
from pycontrol.syntax.limits import DEEPEST, LONGEST_LINE
from pycontrol.syntax.read import MOST_BYTES
from tests.unit.syntax.test_parse import HEADER


def refused(text: str, *, law: bool = True) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as caught:
        (parse_law if law else parse_scenarios)(Source("given", text))
    return caught.value.diagnostics


def codes(text: str, *, law: bool = True) -> list[str]:
    return [diagnostic.code for diagnostic in refused(text, law=law)]


def article(text: str) -> str:
    return f'{HEADER}article 1 "A"\n  {text}'


def test_all_problems_at_once_each_at_its_place() -> None:
    found = refused(
        HEADER + 'article 1 "A"\n  when a = b\narticle 2 "B"\n  from 2025-02-30\narticle 3 "C"\n  requiers x\n'
        'article 4 "D"\n  gist "g\narticle 5 "E"\n  binds x\n'
    )
    assert [(item.code, item.primary and str(item.primary.span)) for item in found] == [
        ("S021", "given:5:10"),
        ("S030", "given:7:8"),
        ("S019", "given:9:3"),
        ("S010", "given:11:8"),
    ]
    assert found[2].help == "did you mean `requires`?"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (article("when a == b"), "S021"),
        (article("when a is b or a is c"), "S022"),
        (article("when a is b unless c is d"), "S023"),
        (article("when not a is b"), "S024"),
        (article("when act.end_use is b"), "S025"),
        (article("when a is b // why"), "S026"),
        (article("binds x;"), "S027"),
        (article("from 01.12.2025"), "S028"),
        (article("when a >= 14nm"), "S029"),
        (article("when a >= 5,000 CNY"), "S040"),
        (article("gist 'x'"), "S041"),
        (article("requires license x"), "S042"),
        (article("until 2025-12-01\n  binds x"), "S043"),
        (HEADER + 'article 1(a) "A"', "S044"),
        (article('when a >= 14 states "x"'), "S045"),
        (article("when a is [b]"), "S047"),
        (article('gist ""'), "S039"),
        (article('gist "a" zh " "'), "S039"),
        (article("when a >= .8 %"), "S046"),
        (article("when item.form is metal item.origin is CN"), "S050"),
        (article("when a >= 0.1 % some item.parts* in magnets"), "S050"),
        (article("when any of (a) act.x is y act.z is w (b) act.x is z"), "S050"),
        (article("for a movement where a is b c is d"), "S050"),
        (article("when item.form is metal article 1 applies"), "S050"),
        (article("item.form is metal"), "S051"),
        (article('gist “ "x"'), "S011"),
        (article("when a is 中国"), "S012"),
        (article("binds\u0007 x"), "S013"),
        (article('gist "a'), "S010"),
        (article("when"), "S020"),
        (article('gist "a" gist "b"'), "S031"),
        (article('states "a" states "b"'), "S031"),
        (article("when any of (a) b is c (a) d is e"), "S031"),
        (article(r'gist "a\n"'), "S032"),
        (article("when a >= 1/0 nm"), "S033"),
        ('vocabulary fact act.note is text question "?"', "S034"),
        (article('obliges to report within 1.5 days after act "x"'), "S035"),
        ('announcement x-1 "One"', "S036"),
        (HEADER + 'limb (1) states "x"', "S038"),
        ('article 1 "A"', "S038"),
        ("kinds of act a", "S038"),
        ("", "S006"),
        ("-- nothing\n", "S006"),
        ("-- " + "x" * LONGEST_LINE, "S006"),
        ("vocabulary " + " " * LONGEST_LINE, "S005"),
        ("vocabulary\n" * (MOST_BYTES // 10), "S003"),
        (article("when " + "any of (a) " * (DEEPEST + 1)), "S007"),
    ],
)
def test_each_problem_has_its_code(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("party p", "S038"),
        ('scenario "S" act a kind = movement', "S048"),
        ('scenario "S" act a at 2025-01-01 25:00', "S037"),
        ('scenario "S" note "a" note "b"', "S031"),
        ('scenario "S" act a node 14', "S020"),
        ('scenario "S"\nact a kind movement, on 2025-01-01, state planned', "S027"),
        ('scenario "S" act a kind movement state planned.', "S027"),
        ('scenario ""', "S039"),
        ('scenario "S" item i purity .8 %', "S046"),
        ('scenario "S" item i\n  purity 0.8\nact a\n  kind b on 2025-01-01', "S045"),
        ('scenario "S" item i purity 0.8 -- high\nact a kind b on 2025-01-01', "S045"),
        ('scenario "S" table a row 1\n2025-01-01', "S019"),
        ('scenario "S" act a on 01/10/2026', "S028"),
        ('scenario "S" item i value EUR 2000', "S052"),
        ('scenario "S"\nparty Acme GmbH\n  established-in DE\nact a\n  on 2025-01-01', "S053"),
        ('scenario "S"\nparty p\n  established-in DE\n  military-user\n  name "p"\n', "S054"),
        ('scenario "S"\nact a\n  kind b\n  knows-risk -- indeed\n  transferor p\n', "S054"),
        ('scenario "S"\nitem i\n  contains 0.5 % iron -- a little\nact a\n  on 2025-01-01', "S054"),
    ],
)
def test_each_problem_of_a_scenario_has_its_code(text: str, code: str) -> None:
    assert codes(text, law=False) == [code]


def test_what_took_the_next_word_for_its_own_is_named_itself() -> None:
    (found,) = refused('scenario "S"\nitem i\n  contains 0.5 % iron -- a little\nact a\n  on 2025-01-01', law=False)
    assert (found.message, found.primary and str(found.primary.span)) == ("`iron` has no value", "given:3:18")
    (found,) = refused('scenario "S"\nitem i\n  purity 0.8\n  form metal\nact a\n  on 2025-01-01', law=False)
    assert (found.message, found.primary and str(found.primary.span)) == ("`purity` needs a unit", "given:3:10")


@pytest.mark.parametrize(
    "after",
    ["and act.state is done", "when act.state is done", "yes", "binds x", "(b) act.state is done", ""],
)
def test_a_path_alone_is_no_condition(after: str) -> None:
    (found,) = refused(article(f"when act.knows-risk {after}"))
    assert (found.code, found.primary and found.primary.span.text) == ("S055", "act.knows-risk")
    assert found.help == "write `act.knows-risk is …`, or `act is knows-risk` where it is a yes-no fact"


def test_advice_on_what_is_written_twice_fits_where_it_stands() -> None:
    assert "limb" in refused(article('states "a" states "b"'))[0].help
    assert refused('scenario "S" note "a" note "b"', law=False)[0].help == "keep one of them"


def test_a_block_that_cannot_be_read_leaves_none_homeless() -> None:
    assert codes('announcement x-1\narticle 1 "A"\n  limb (1) states "x"\nkinds of act a\n') == ["S020"]


def test_messages_speak_the_language() -> None:
    names = {kind for kind in keywords("law") if len(kind) > 2} | {"NAME", "STRING", "__ANON", "lark", "Token", "None"}
    for text in (
        "announcement",
        "announcement x",
        'article "A"',
        "fact x",
        article("when a"),
        article("]"),
        "unit nm of",
    ):
        for item in refused(text):
            assert not names & set(re.findall(r"\w+", item.message + item.help)), item
            assert item.message[0].islower() or item.message[0] == "`"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.law").write_bytes(b"vocabulary\n-- \xe9t\xe9\n")
    (tmp_path / "large.law").write_bytes(b" " * (MOST_BYTES + 1))
    for name, code in {
        "none.law": "S001",
        ".": "S002",
        "large.law": "S003",
        "latin.law": "S004",
        "a\0b": "S002",
    }.items():
        with pytest.raises(Refused) as caught:
            read_source(tmp_path / name)
        assert [item.code for item in caught.value.diagnostics] == [code]


def test_a_byte_order_mark_and_other_line_ends_are_no_matter(tmp_path: Path) -> None:
    (tmp_path / "a.law").write_bytes("\ufeffvocabulary\r\nkinds of act a -- x\r\n".encode())
    assert parse_law(read_source(tmp_path / "a.law")).parts
