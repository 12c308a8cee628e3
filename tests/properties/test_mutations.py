"""A damaged law, case or mapping is answered or refused with a code and a cure; nothing else comes out."""

from __future__ import annotations

import json
import random
import re

import pytest

from pycontrol import Policy, report
from pycontrol.diagnostics import Refused, Source
from pycontrol.syntax import format_text
from tests import small

ROUNDS = 10
WORDS = re.compile(r'"[^"\n]*"|--[^\n]*|[\w./*-]+|\s+|.')
JUNK = '0 -1 1/0 99999999999999 9999-12-31 0001-01-01 2025-02-30 \0 \u202e " ( ) { } , -- % unknown none end 1e9 \u0663'.split(
    " "
)
OTHER = (None, 0, 1.5, True, [], {}, "", "none", "unknown", "2 x bar", "14 nm", [None], {"a": 1}, {"value": "CN"})


def damaged(text: str, chance: random.Random) -> str:
    """Return a text of which some words are taken out, doubled, moved or changed."""
    words = WORDS.findall(text)
    pool = [word for word in words if not word.isspace()] + JUNK
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        at, other = chance.randrange(len(words)), chance.randrange(len(words))
        end = at + chance.randrange(1, 20)
        match chance.randrange(4):
            case 0:
                words[at:end] = [" "]
            case 1:
                words[other:other] = [" ", *words[at:end], " "]
            case 2:
                words[at] = chance.choice(pool)
            case _:
                words[at], words[other] = words[other], words[at]
    return "".join(words)


def changed(given: object, chance: random.Random) -> object:
    """Return a mapping of which some values are others, or gone."""
    if chance.random() < 0.01:
        return chance.choice(OTHER)
    if isinstance(given, dict):
        return {key: changed(value, chance) for key, value in given.items() if chance.random() > 0.01}
    return [changed(value, chance) for value in given] if isinstance(given, list) else given


def asked(policy: Policy, case: str | dict[str, object]) -> None:
    for found in policy.determine_many([case]):
        assert found.evidence
        assert found.lines() or not found.evidence.case.things.acts  # of items alone there may be nothing to say
        assert found._repr_html_()
        reasons = (*policy.why(found), *policy.why_not(found, "home-1/1"))
        assert report.reason_text(reasons, policy.law, report.Tongue("en"))
        assert report.text(report.sheet(found, policy.law, policy.gists(found), report.Tongue("zh"), full=True))
        assert policy.record(found)


def refusals_are_whole(refused: Refused) -> None:
    assert refused.diagnostics
    assert all(one.code and one.message and one.help for one in refused.diagnostics)


@pytest.mark.parametrize("seed", range(3))
def test_damaged_law(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        law = damaged(small.LAW, chance)
        try:
            policy = Policy.from_text(law)
            laid_out = format_text(Source("law", law), law=True)
            assert format_text(Source("law", laid_out), law=True) == laid_out
            assert policy.modelled()
            asked(policy, small.CASE)
        except Refused as refused:
            refusals_are_whole(refused)


@pytest.mark.parametrize("seed", range(3))
def test_damaged_cases(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        try:
            asked(small.policy(), damaged(small.CASE, chance))
        except Refused as refused:
            refusals_are_whole(refused)


@pytest.mark.parametrize("seed", range(3))
def test_damaged_mappings(seed: int) -> None:
    chance = random.Random(seed)
    whole = json.loads(json.dumps(small.policy().record(small.determined()).facts))
    for _ in range(ROUNDS):
        case = changed(whole, chance)
        try:
            asked(small.policy(), case if isinstance(case, dict) else {})
        except Refused as refused:
            refusals_are_whole(refused)
