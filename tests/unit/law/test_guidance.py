"""Guidance only states; neither law nor guidance changes the other."""

from __future__ import annotations

import pytest

from pycontrol.law.model import Modality
from tests.unit.law.given import LISTED, announcement, article, loaded, refused

FAQ = announcement(LISTED + article("1", norm='states "so"'), article("2", norm='states "so"'), name="q-1").replace(
    "announcement", "guidance"
)


def codes(*texts: str) -> list[str]:
    return [each.code for each in refused(*texts)]


def faq(says: str = "", norm: str = 'states "so"') -> str:
    return announcement(article("1", says, norm), name="q-1").replace("announcement", "guidance")


def test_a_statement_of_guidance_is_guidance() -> None:
    law = loaded(FAQ, announcement(article("1", norm='states "so"')))
    assert law.provisions["q-1/1"].norm.modality is Modality.GUIDANCE
    assert law.provisions["a-61/1"].norm.modality is Modality.STATEMENT


@pytest.mark.parametrize(
    "norm",
    [
        "requires licence dual-use",
        'prohibits "it"',
        'obliges to report "it"',
        "exempts from a-61/1",
        "relieves from a-61/1 by filing",
        "review case-by-case of a-61/1",
        'terms dual-use "text" of a-61/1',
        'sanctions breach of a-61/1 band "fine"',
    ],
)
def test_it_imposes_nothing_and_frees_of_nothing(norm: str) -> None:
    assert "L244" in codes(faq(norm=norm), announcement(article("1")))


@pytest.mark.parametrize("says", ["despite a-61/1", "subject to a-61", "despite article 2"])
def test_it_defeats_nothing_and_is_defeated_by_nothing(says: str) -> None:
    texts = (FAQ.replace(' states "so"', f' states "so" {says}', 1), announcement(article("1")))
    assert codes(*texts) == ["L245"]


@pytest.mark.parametrize("says", ["despite q-1/1", "subject to q-1/1"])
def test_law_neither_yields_to_it_nor_beats_it(says: str) -> None:
    assert codes(FAQ, announcement(article("1", says))) == ["L245"]


def test_law_does_not_ask_whether_guidance_operates() -> None:
    assert codes(FAQ, announcement(article("1", "when q-1 operates"))) == ["L246"]


def test_law_exempts_from_no_guidance() -> None:
    assert codes(FAQ, announcement(article("1", norm="exempts from q-1/1"))) == ["L152"]


@pytest.mark.parametrize(
    "part",
    [
        "suspends a-61 from 2025-11-01",
        "unconfirmed a-61 on truce from 2025-11-01",
        "operates a-61 from 2025-11-01",
        'overlap q-1/1 and a-61/1 because "b" assume stricter',
    ],
)
def test_it_moves_no_instrument_and_has_no_rank(part: str) -> None:
    assert codes(f"{FAQ}\n{part}\n", announcement(article("1"))) == ["L245"]


@pytest.mark.parametrize(
    "when",
    [
        "q-1/1 applies",
        "item is q-1.magnets",
        "any of (a) act is movement (b) some end-user in watch",
        "stake of q-1.restricted in importer >= 50 % by equity readings chaining",
    ],
)
def test_law_does_not_rest_on_it(when: str) -> None:
    assert codes(FAQ, announcement(article("1", f"when {when}"))) == ["L246"]


def test_no_term_of_law_rests_on_it() -> None:
    define = 'define odd (item) "odd" when item is q-1.magnets'
    assert codes(FAQ, announcement(define + article("1", "when item is odd"))) == ["L246"]


def test_guidance_may_look_at_law_and_at_guidance() -> None:
    says = "when article 2 applies when a-61/1 stands when item is magnets"
    assert codes(FAQ.replace("for a movement", f"for a movement {says}", 1), announcement(article("1"))) == []
