"""Names near to one that nobody declared: shared words count before letters."""

from __future__ import annotations

import pytest

from pycontrol.diagnostics import meant_by, nearest, suggestion

FORMS = ("alloy", "battery-cell", "magnet-material", "magnetic-refrigeration-material", "metal", "target", "wire-saw")
SUBSTANCES = ("dysprosium", "dysprosium-iron", "graphite", "ndfeb", "terbium")


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("permanent-magnet", FORMS, ("magnet-material", "magnetic-refrigeration-material")),
        ("magnet", FORMS, ("magnet-material", "magnetic-refrigeration-material")),
        ("metl", FORMS, ("metal",)),
        ("magnet-materail", FORMS, ("magnet-material", "magnetic-refrigeration-material")),
        ("diamond-wire-saw", FORMS, ("wire-saw",)),
        ("ndfeb-with-dysprosium", SUBSTANCES, ("ndfeb", "dysprosium", "dysprosium-iron")),
        ("from-the-market", ("from-the-start", "to-the-end"), ("from-the-start",)),
        ("1(3)", ("1(1)", "1(2)"), ("1(1)", "1(2)")),
        ("qwertz", FORMS, ()),
        ("holder", ("owner", "held", "share", "interest"), ("owner",)),
        ("holder", ("held", "share"), ("held",)),
        ("in", ("owner", "held", "share", "interest"), ("held",)),
        ("sender", ("end-user", "transferor"), ("transferor",)),
    ],
)
def test_the_nearest_names_come_first(name: str, known: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert nearest(name, known) == found


def test_no_more_than_asked_for_and_each_once() -> None:
    names = [f"wire-{letter}" for letter in "abcdefg"] * 2
    assert nearest("wire", names, most=5) == ("wire-a", "wire-b", "wire-c", "wire-d", "wire-e")


def test_a_suggestion_names_all_only_where_they_are_few() -> None:
    assert suggestion("metl", FORMS) == "did you mean `metal`?"
    assert suggestion("qwertz", FORMS[:2]) == "known: `alloy` and `battery-cell`"
    assert suggestion("qwertz", [f"name-{number}" for number in range(9)]) == ""


@pytest.mark.parametrize(
    ("word", "meant"),
    [("RMB", ("CNY",)), ("inches", ("inch",)), ("Percent", ("%",)), ("CNX", ()), ("mils", ())],
)
def test_a_word_of_the_trade_stands_for_another_and_a_like_one_does_not(word: str, meant: tuple[str, ...]) -> None:
    assert meant_by(word, ("CNY", "inch", "mm", "%")) == meant
