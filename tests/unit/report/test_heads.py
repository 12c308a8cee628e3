"""A headline of a statement or a duty says what the law says, and not only that it says something."""

from __future__ import annotations

from typing import Literal

import pytest

from pycontrol import Policy, report
from tests import small

BELOW = small.case(on="2026-03-05", state="planned", purity="99 %")
MORE = """
announcement home-3 "Third" regime home-control issued 2025-01-01 by OFFICE articles {} zone Asia/Shanghai
  checked to 2026-12-31 cite "Announcement 3"
"""
STATES = 'article {0} "S" gist "s" cite "art. {0}" for an export states "saying {0}" zh "说明{0}"\n'
DUTY = 'article {0} "D" gist "d" cite "art. {0}" for an export binds transferor obliges to report at act {1}\n'


def headline(law: str, lang: Literal["en", "zh"] = "en") -> str:
    law = law.replace("an export", "a movement")
    policy = Policy.from_text(small.LAW, law) if law else small.policy()
    found = policy.determine(BELOW)
    sheet = report.sheet(found, policy.law, policy.gists(found), report.Tongue(lang))
    return sheet.headlines[0].words


def more(*articles: str) -> str:
    return MORE.format(f"1 to {len(articles)}") + "".join(articles)


@pytest.mark.parametrize(
    ("law", "words"),
    [
        ("", "ship: later (certain)"),
        (more(STATES.format(1)), "ship: later; saying 1 (certain)"),
        (more(STATES.format(1), STATES.format(2)), "ship: a statement (certain)"),
        (more(DUTY.format(1, '"tell the office"')), "ship: a duty: tell the office (certain)"),
        (more(*(DUTY.format(n, f'"tell office {n}"') for n in (1, 2, 3))), "ship: a duty (certain)"),
    ],
)
def test_the_law_gives_the_words(law: str, words: str) -> None:
    assert headline(law) == words


def test_in_chinese() -> None:
    assert headline(more(STATES.format(1)), "zh") == "ship：later [en]; 说明1（确定）"
