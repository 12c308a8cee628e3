"""A provision is found by its full citation or by an end of it that means no other."""

from __future__ import annotations

import pytest

from pycontrol import Policy, Refused
from tests import small


@pytest.mark.parametrize(
    ("words", "citation"),
    [
        ("home-1/1", "home-1/1"),
        ("home-1", "home-1"),
        ("1/1", "home-1/1"),
        ("3", "home-1/3"),
        ("article 3", "home-1/3"),
        ("art. 3", "home-1/3"),
        ("home-1 art. 3", "home-1/3"),
        ("home-1, article 3", "home-1/3"),
        ("Home-1/3", "home-1/3"),
        ("１／１", "home-1/1"),
    ],
)
def test_it_is_found(words: str, citation: str) -> None:
    assert small.policy().citation(words) == citation


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        ("home-1/11", "`home-1/1`"),
        ("1", "`home-1` or `home-1/1`"),
        ("home-1/6", "noted, not encoded: procedure"),
        ("", "known: `home-1`, `home-1/1`"),
        ("zzz", "known: `home-1`, `home-1/1`"),
        ("hmoe-1/2", "did you mean `home-1/2`"),
    ],
)
def test_it_is_refused_with_what_is_near(words: str, cure: str) -> None:
    with pytest.raises(Refused) as refused:
        small.policy().citation(words)
    (found,) = refused.value.diagnostics
    assert found.code == "U103"
    assert cure in found.help


@pytest.mark.parametrize(
    ("printed", "citation"),
    [
        ("MOFCOM Announcement No. 61 of 2025", "cn-mofcom-2025-61"),
        ("MOFCOM Announcement No. 61 of 2025, art. 1(3)", "cn-mofcom-2025-61/1(3)"),
        ("商务部公告2025年第61号，第一条第（三）项", "cn-mofcom-2025-61/1(3)"),
        ("商务部公告2025年第61号第二条", "cn-mofcom-2025-61/2"),  # of two limbs
        ("Export Control Law, art. 12(2)", "cn-ecl/12(2)"),
        ("61/1（3）", "cn-mofcom-2025-61/1(3)"),
        ("CN-MOFCOM-2025-61/1(3)", "cn-mofcom-2025-61/1(3)"),
    ],
)
def test_what_an_answer_prints_is_found(printed: str, citation: str) -> None:
    assert Policy.load().citation(printed) == citation
