"""Canonical text says the same, keeps every comment, and is its own canonical text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pycontrol.diagnostics import Diagnostic, Refused, Source
from pycontrol.syntax import format_text, parse_law, parse_scenarios, read_source
from pycontrol.syntax.format import WIDTH
from pycontrol.syntax.limits import LANDMARKS
from tests.unit.syntax.test_parse import HEADER, SAMPLES

FILES = sorted(SAMPLES.iterdir())
LAYOUT = Path(__file__).parent / "layout"


def same(text: str, *, law: bool) -> str:
    """Return the canonical text, having looked at what must be true of it."""
    source = Source("given", text)
    canonical = Source("canonical", format_text(source, law))
    parse = parse_law if law else parse_scenarios
    before, after = parse(source), parse(canonical)
    assert after == before
    assert [comment.text for comment in after.comments] == [comment.text for comment in before.comments]
    assert format_text(canonical, law) == canonical.text
    return canonical.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    same(read_source(path).text, law=path.suffix == ".law")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_layout_carries_no_meaning(path: Path) -> None:
    text, law = read_source(path).text, path.suffix == ".law"
    parse = parse_law if law else parse_scenarios
    assert parse(Source("upright", _upright(text))) == parse(Source("given", text))
    same(_upright(text), law=law)


def _upright(text: str) -> str:
    """Return a text without comments, each of its words on its own line."""
    pieces: list[str] = []
    end = 0
    for mark in LANDMARKS.finditer(text):
        if mark.lastgroup in ("string", "comment"):
            pieces += [*text[end : mark.start()].split(), mark.group() if mark.lastgroup == "string" else ""]
            end = mark.end()
    return "\n".join([*pieces, *text[end:].split()])


def test_long_lines_break_before_and() -> None:
    conditions = " and ".join(f"act.some-long-fact-name-{number} is some-value" for number in range(4))
    text = same(f'{HEADER}article 1 "A" when {conditions}', law=True)
    assert all(len(line) <= WIDTH for line in text.splitlines())
    assert sum(line.startswith("    and ") for line in text.splitlines()) == 1


@pytest.mark.parametrize("path", sorted(LAYOUT.iterdir()), ids=lambda path: path.name)
def test_what_a_careful_hand_laid_out_stays(path: Path) -> None:
    """Without its own layout, a law comes out as it was; in a scenario, facts keep the lines of their author."""
    text, law = read_source(path).text, path.suffix == ".law"
    assert same(text, law=law) == text
    if law:
        assert same(_indentation_lost(text), law=law) == text


def _indentation_lost(text: str) -> str:
    """Return a text with every line break that neither a comment nor an empty line needs as a space."""
    lines = [line.strip() for line in text.splitlines()]
    return "".join(
        line + ("\n" if "--" in (line + after) or not line or not after else " ")
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
    )


def test_facts_stay_on_the_lines_of_their_author_as_long_as_they_fit() -> None:
    facts = " ".join(f"name-of-a-fact-{number} value" for number in range(6))
    text = same(f'scenario "A"\nparty p kind legal\nestablished-in CN   branch-of none\n{facts}', law=False)
    assert text == (
        'scenario "A"\n'
        "  party p\n"
        "    kind legal\n"
        "    established-in CN   branch-of none\n"
        "    name-of-a-fact-0 value   name-of-a-fact-1 value   name-of-a-fact-2 value   name-of-a-fact-3 value\n"
        "    name-of-a-fact-4 value   name-of-a-fact-5 value\n"
    )


def test_codes_and_tariff_numbers_stand_on_lines_of_their_own() -> None:
    text = same(
        f'{HEADER}annex list "L"\nnear within 10 % because "ours" part p "P" entry a "x" confidence H code 2C902.a tariff '
        "71051020, 68042110 when item.a between 1 m3 and 2 m3 readings ends and item near other",
        law=True,
    )
    assert text.endswith(
        'annex list "L"\n  near within 10 % because "ours"\n  part p "P"\n    entry a "x" confidence H\n'
        "      code 2C902.a\n      tariff 71051020, 68042110\n"
        "      when item.a between 1 m3 and 2 m3 readings ends and item near other\n"
    )


def test_comments_stay_where_they_are() -> None:
    text = same(
        "-- top\n\n-- next\nvocabulary\n\n\n\nkinds of act a, -- after a\n  -- before b\n  b\n  -- last\n", law=True
    )
    assert text == ("-- top\n\n-- next\nvocabulary\n\nkinds of act a, -- after a\n    -- before b\n    b\n  -- last\n")


def test_comments_behind_the_last_word_keep_their_depth_as_far_as_anything_could_stand_there() -> None:
    text = same('scenario "A"\n  -- party p\n\n  --   name "N"\n-- end\n                 -- far\n', law=False)
    assert text == 'scenario "A"\n  -- party p\n\n  --   name "N"\n-- end\n  -- far\n'


WORDS = st.sampled_from(
    'and any of (a) (b) end when is not in {x} article 1 "s" zh 2025-01-01 14 nm >= under r v limb (1) some -- states'.split()
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 60), st.lists(WORDS, max_size=4))
def test_any_text_is_read_or_refused(start: int, length: int, words: list[str]) -> None:
    """A damaged law is refused with diagnostics, or read and then formatted faithfully; nothing else happens."""
    text = read_source(SAMPLES / "rare-earth.law").text
    start %= len(text)
    damaged = f"{text[:start]} {' '.join(words)} {text[start + length :]}"
    problems = _problems(damaged)
    assert all(item.code.startswith("S") and item.primary for item in problems)
    if not problems:
        same(damaged, law=True)


def _problems(text: str) -> tuple[Diagnostic, ...]:
    try:
        parse_law(Source("given", text))
    except Refused as refusal:
        return refusal.diagnostics
    return ()


ATOMS = st.sampled_from(
    [
        "act is movement",
        "every a.b* is not c",
        "a in {x, y}",
        "a.b <= 14 nm",
        "a.b between 1 nm and 2 nm readings r",
        "no a near b.c",
        "article 1(a) applies",
        "under r v",
    ]
)


def _enumeration(conditions: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    alternatives = st.lists(conditions, min_size=1, max_size=4)
    return alternatives.map(
        lambda found: "any of " + " ".join(f"\n({number}) {' and '.join(c)}" for number, c in enumerate(found))
    )


INNER = st.recursive(
    ATOMS, lambda inner: _enumeration(st.lists(inner, min_size=1, max_size=2)).map("{} end".format), max_leaves=6
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ATOMS, max_size=3), _enumeration(st.lists(INNER, min_size=1, max_size=3)))
def test_conditions_survive(atoms: list[str], enumeration: str) -> None:
    conditions = "\nand ".join([*atoms, enumeration])
    same(f'{HEADER}article 1 "A" when {conditions} states "x"', law=True)
