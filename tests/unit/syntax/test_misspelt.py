"""A misspelt keyword is refused with the near keyword that could stand in its place, wherever reading stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pycontrol.diagnostics import Refused, Source
from pycontrol.syntax import parse_law, parse_scenarios
from pycontrol.syntax.grammar import spellings
from tests.unit.syntax.test_parse import HEADER
from tests.unit.syntax.test_refusals import article, refused

SAMPLES = Path(__file__).parent / "samples"
SILENT = re.compile(r'"(?:\\.|[^"\\\n])*"|--[^\n]*')


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        (article("fr an export"), "fr", "for"),
        (article("for na export"), "na", "an"),
        (article("for an export wehre a is b"), "wehre", "where"),
        (article("wehn item.form is metal"), "wehn", "when"),
        (article("When item.form is metal"), "When", "when"),
        (article("when item.form si metal"), "si", "is"),
        (article("when item.form is nto metal"), "nto", "not"),
        (article("when item.form is metal adn item.a is b"), "adn", "and"),
        (article("when evry item.parts* in magnets"), "evry", "every"),
        (article("when udner movement any-transfer"), "udner", "under"),
        (article("when act.from ouside china"), "ouside", "outside"),
        (article("when ayn of (a) a is b"), "ayn", "any"),
        (article("when article 1 aplies"), "aplies", "applies"),
        (article("when breech of article 1"), "breech", "breach"),
        (article("when satke of a in b >= 5 % by equity readings c"), "satke", "stake"),
        (article("when valueshare of a with origin in b in c >= 5 % readings d, e"), "valueshare", "value-share"),
        (article("requries licence dual-use"), "requries", "requires"),
        (article("requires lisence dual-use"), "lisence", "licence"),
        (article("requires licence dual-use form MOFCOM"), "form", "from"),
        (article("obliges to report witin 5 days after act"), "witin", "within"),
        (article("until 2025-12-01 inclusiv"), "inclusiv", "inclusive"),
        (article("exempt from article 1"), "exempt", "exempts"),
        (article('binds x\n  gsit "a"'), "gsit", "gist"),
        (article('binds x\naticle 2 "B"'), "aticle", "article"),
        (article('binds x\n  lim (1) "B"'), "lim", "limb"),
        (f'{HEADER}article 2 ntoed "a" because "b"', "ntoed", "noted"),
        (f'{HEADER}articles 2 to 3 notd "a" because "b"', "notd", "noted"),
        ('reigme r "R" severity a', "reigme", "regime"),
        ('regime r "R" severty a', "severty", "severity"),
        ('fact act.a is mny place question "?"', "mny", "many"),
        ('fact act.a is yesno question "?"', "yesno", "yes-no"),
        ("unit nm fo length", "fo", "of"),
        ('annex a "A" naer within 10 % because "b"', "naer", "near"),
    ],
)
def test_in_law(text: str, word: str, meant: str) -> None:
    (found,) = refused(text)
    assert (found.code, found.primary and found.primary.span.text) == ("S019", word)
    assert found.help == f"did you mean `{meant}`?"


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ('scenaro "S"', "scenaro", "scenario"),
        ('scenario "S" askd 2026-01-01', "askd", "asked"),
        ('scenario "S" partiy p', "partiy", "party"),
        ('scenario "S"\nact a kind b\nsatke a in b 5 % equity', "satke", "stake"),
        ('scenario "S"\nact a kind b\nasume not c', "asume", "assume"),
        ('scenario "S"\nact a kind b\nassume nto c', "nto", "not"),
        ('scenario "S"\nact a kind b\nassume c in froce', "froce", "force"),
        ('scenario "S"\nact a kind b\ntke c d\nact e kind f', "tke", "take"),
        ('scenario "S"\nact a kind b\nexpct "c" "d"', "expct", "expect"),
        ('scenario "S"\nact a kind b node $n\ntabel n\nrow 1 nm', "tabel", "table"),
        ('scenario "S"\nact a kind b node $n\ntable n\nrwo 1 nm', "rwo", "row"),
    ],
)
def test_in_scenarios(text: str, word: str, meant: str) -> None:
    (found,) = refused(text, law=False)
    assert (found.code, found.primary and found.primary.span.text) == ("S019", word)
    assert found.help == f"did you mean `{meant}`?"


def misspelt(file: str, *, law: bool) -> Iterator[tuple[str, str, str]]:
    """Every keyword of a sample, once, with two letters turned: keyword, misspelt word, text."""
    text = (SAMPLES / file).read_text()
    words = spellings("law" if law else "scenario")
    plain = SILENT.sub(lambda found: " " * len(found.group()), text)
    done: set[str] = set()
    for found in re.finditer(r"(?<![\w./-])[a-z][a-z-]+(?![\w./-])", plain):
        word, half = found.group(), len(found.group()) // 2
        turned = word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]
        if word in words - done and turned not in words:
            done.add(word)
            yield word, turned, text[: found.start()] + turned + text[found.end() :]


@pytest.mark.parametrize("file", ["rare-earth.law", "context.law", "vocabulary.law", "drive.scenario", "rows.scenario"])
def test_every_keyword_that_the_grammar_misses_is_found(file: str) -> None:
    law = file.endswith(".law")
    asked = 0
    for word, turned, text in misspelt(file, law=law):
        try:
            (parse_law if law else parse_scenarios)(Source("given", text))
        except Refused as refusal:
            asked += 1
            (found,) = refusal.diagnostics
            assert (found.primary and found.primary.span.text, found.help) == (turned, f"did you mean `{word}`?")
    assert asked > 10


def test_what_is_like_a_keyword_and_none_is_left_alone() -> None:
    """`parts` is like `party`, `form` like `from`: neither reads on where it stands."""
    (found,) = refused('scenario "S"\nitem i parts 2 x magnet 1 x housing', law=False)
    assert "party" not in found.help
    (found,) = refused(article("form is metal"))
    assert found.code == "S051"
