"""No word of English stands in a Chinese answer that is neither marked nor one of the kinds that may stand there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from pycontrol import report
from pycontrol.facts import Found, empty_form, facts_table, offers
from pycontrol.phrases import PHRASES
from pycontrol.phrases.answers import ANSWERS
from pycontrol.phrases.listings import LISTINGS
from pycontrol.phrases.reasons import REASONS
from tests.corpus.cases import files, policy
from tests.corpus.chinese import english

if TYPE_CHECKING:
    from pycontrol import Scenario
    from pycontrol.determine import Determination

ZH = report.Tongue("zh")
BLANK = re.compile(r"\{[a-z]+\}")
CHOICES = re.compile(r"[a-z0-9-]+ (?:is (?:not )?[a-z-]+|(?:not )?in \{[^}]*\})")
"""What a word is vague with, and what ties facts, as the law writes it."""
FEW = 2
"""So many reasons of a provision are told: enough for each sort of condition, and no more than seconds."""


@cache
def sample() -> tuple[tuple[Scenario, Determination], ...]:
    """A scenario of each folder, so that all kinds of law have their say; from the shortest file, to be quick."""
    shortest = {file.parent: file for file in sorted(files(), key=lambda file: -file.stat().st_size)}
    chosen = tuple(policy().scenarios(shortest[folder])[0] for folder in sorted(shortest))
    return tuple(zip(chosen, policy().determine_many(chosen), strict=True))


def test_every_phrase_has_one_place() -> None:
    assert len(PHRASES) == len(ANSWERS) + len(LISTINGS) + len(REASONS)


def test_every_phrase_has_chinese_with_the_same_blanks() -> None:
    for name, (en, zh) in PHRASES.items():
        assert english(BLANK.sub("", zh)) == set(), name
        assert zh or not en, name
        assert {*BLANK.findall(zh)} <= {*BLANK.findall(en)}, name


@pytest.mark.parametrize("full", [True, False])
def test_answers(full: bool) -> None:
    for scenario, found in sample():
        gists = policy().gists(found)
        sheet = report.sheet(found, policy().law, gists, ZH, full=full)
        write = report.text if full else report.markdown
        assert english(write(sheet), scenario, found, gists, written=[scenario.name]) == set()


def test_classifications() -> None:
    for scenario, found in sample():
        assert english(report.text(report.codes_sheet(found, ZH)), scenario, found, written=[scenario.name]) == set()


def test_reasons() -> None:
    for scenario, found in sample():
        provisions = [*dict.fromkeys(one.provision for one in found.outcomes)]
        told = policy().why if len(provisions) % 2 else policy().why_not
        reasons = told(found, provisions[-1])[:FEW] if provisions else ()
        assert english(report.reason_text(reasons, policy().law, ZH, full=False), scenario, reasons) == set()


def test_what_stands_beside_the_law() -> None:
    told = (*report.register(policy().register(), policy().law, ZH), *report.counterparts(policy().counterparts(), ZH))
    assert english(report.listing_text(told)) == set()


def test_what_is_modelled() -> None:
    articles, lists = policy().modelled(), policy().modelled_lists()
    assert english(report.modelled_text(policy().law, articles, lists, ZH, entries=True)) == set()


def test_what_a_scenario_may_state() -> None:
    rows, beside = facts_table(policy().law.vocabulary), offers(policy().law)
    choices = (choice for row in rows for note in (*row.vague, *row.follows) for choice in CHOICES.findall(note.zh))
    written = (*(row.where for row in rows if row.where), *choices, *(one.words for one in beside))
    told = report.statable([Found(row) for row in rows], beside, ZH)
    assert english(told, rows, written=written) == set()


def test_an_empty_form() -> None:
    form = empty_form(policy().law.vocabulary, "", ZH)
    comments = [line.partition("   -- ")[2] for line in form.splitlines()]
    assert english("\n".join(comments)) == set()
