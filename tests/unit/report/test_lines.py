"""The canonical lines: one for each thing that follows, safe to print, and closed against an expectation."""

from __future__ import annotations

import pytest

from pycontrol import Policy, report
from tests import small

LICENCE = "certain licence special by home-1/1 for ship, bar, maker"


def test_what_follows_is_said_in_one_line_each() -> None:
    assert small.determined().lines() == (
        "headline ship: certain licence",
        "certain breach of home-1/1 for ship, bar, maker",
        LICENCE,
        "certain breach of home-1/3 for ship, maker",
        "certain duty report by home-1/3 for ship, maker due 2025-03-17",
        "certain liability by home-1/4 for ship: fine 3500000 to 7000000 CNY; closure (open)",
        "dormant certain statement by home-1/5 for ship",
        "status for ship: home-1/5 not begun (begins 2026-03-01)",
    )


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"urgent": ""}, "undecided ship: urgent (fact)"),
        ({"urgent": ""}, "undecided ship: listed-elsewhere (not encoded)"),
        ({"turnover": ""}, "certain liability by home-1/4 for ship: fine 5 to 10 times turnover (open); fine 500000 to 5000000 CNY (open); closure (open)"),
        ({"on": "2025-07-01"}, "dormant certain licence special by home-1/1 for ship, bar, maker"),
        ({"on": "2025-07-01"}, "headline ship: nothing; dormant licence"),
        ({"on": "2025-07-01"}, "status for ship: home-1/1, /3, /4 suspended by home-2"),
        ({"on": "2026-01-15"}, "in truce revived for ship: certain home-1/1, /3, /4"),
        ({"on": "2026-01-15"}, "in truce extended for ship: excluded home-1/1, /3, /4"),
        ({"on": "2026-07-15"}, "status for ship: home-1 checked only to 2026-06-30"),
        ({"to": "HM"}, "under abroad anywhere for ship: certain home-1/1, /3, /4"),
    ],
)  # fmt: skip
def test_what_it_turns_on_has_lines_of_its_own(changed: dict[str, str], line: str) -> None:
    assert line in small.determined(**changed).lines()


def test_what_is_certain_of_an_article_though_of_no_limb_has_a_line() -> None:
    start, end = small.LAW.index("article 1 "), small.LAW.index("article 2 ")
    policy = Policy.from_text(small.LAW[:start] + small.LIMBS + small.LAW[end:])
    found = policy.determine(small.case(urgent="").replace("  state done", "  state done   listed-elsewhere yes"))
    assert found.lines()[:2] == (
        "headline ship: certain licence",
        "certain licence by some of home-1/1 for ship",
    )
    shown = report.text(report.sheet(found, policy.law, policy.gists(found), report.Tongue()))
    assert "ship: licence required, certain under home-1/1, whichever of its provisions it is by" in shown


PLAIN = """article 7 "Plain" cite "art. 7" gist "g" for an export binds transferor requires licence plain from OFFICE
"""
PAPER = (
    "licence paper   kind plain   holder maker   items bar   since 2025-01-01   until 2025-12-31\n  complete licences"
)


@pytest.mark.parametrize("limbs", ["", small.LIMBS])
def test_a_headline_is_covered_only_where_papers_cover_what_is_certain_of_some_limb_too(limbs: str) -> None:
    start, end = small.LAW.index("article 1 "), small.LAW.index("article 2 ")
    first = limbs or 'article 1 noted "a licence" because "left out here"\n'
    law = (
        small.LAW[:start] + first + PLAIN + small.LAW[end:].replace("exempts from article 1", "exempts from article 7")
    )
    law = law.replace("when article 1 stands", "when article 7 stands").replace(
        "breach of article 1", "breach of article 7"
    )
    policy = Policy.from_text(law.replace("articles 1 to 6", "articles 1 to 7").replace(", home-1/1", ""))
    case = small.case(urgent="").replace("  state done", "  state done   listed-elsewhere yes")
    found = policy.determine(case.replace("complete licences", PAPER))
    assert found.headlines[0].word == "licence"
    assert found.headlines[0].covered is not bool(limbs)


def test_what_only_another_reading_brings_has_no_line_of_its_own() -> None:
    assert not any(line.startswith("possible licence") for line in small.determined(to="HM").lines())


def test_an_expectation_is_closed() -> None:
    policy = small.policy()
    lines = list(small.determined().lines())
    (scenario,) = policy.scenarios(small.CASE + "expect\n" + "\n".join(f'"{line}"' for line in lines[::-1]))
    assert report.mismatches(policy.determine(scenario), scenario) == ()
    (scenario,) = policy.scenarios(
        small.CASE
        + 'expect "certain prohibition by home-1/9 for ship"\n'
        + "\n".join(f'"{line}"' for line in lines[1:])
    )
    assert [str(one) for one in report.mismatches(policy.determine(scenario), scenario)] == [
        "- certain prohibition by home-1/9 for ship",
        f"+ {lines[0]}",
    ]


def test_what_differs_is_told_short_and_with_its_place() -> None:
    policy = small.policy()
    many = "\n".join(f'"line {number}"' for number in range(report.MOST_TOLD + 3))
    (scenario,) = policy.scenarios(f'{small.CASE}expect "line 0"\n{many}')
    found = report.mismatches_text(report.mismatches(policy.determine(scenario), scenario), scenario)
    head, *lines = found.splitlines()
    last = small.CASE.count("\n") + 1
    expected = len(small.determined().lines())
    assert (
        head
        == f"text.scenario:{last}: A bar of 99.95 %, abroad: {report.MOST_TOLD + 4} missing, {expected} not expected"
    )
    assert lines[0] == "  - line 0"
    assert lines[report.MOST_TOLD] == "  - … 4 more"
    assert lines[report.MOST_TOLD + 1] == "  + headline ship: certain licence"
    assert len(lines) == report.MOST_TOLD + 1 + expected


def test_a_notebook_shows_no_word_of_the_user_as_html() -> None:
    (scenario,) = small.policy().scenarios(small.CASE.replace("A bar", "<script>alert(1)</script>"))
    html = small.policy().determine(scenario)._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_letter_that_would_move_the_cursor_shows_as_its_number() -> None:
    act = {"kind": "movement", "on": "2025-03-03", "state": "done"}
    found = small.policy().determine({"scenario": "red \x1b[31m", "acts": {"ship": act}})
    assert "\x1b" not in found._repr_html_()
    assert "\x1b" not in report.text(report.sheet(found, small.policy().law, {}, report.Tongue()))


@pytest.mark.parametrize(
    ("changed", "unless", "said"),
    [
        ({"urgent": ""}, True, "ship: licence required (certain, unless an exemption"),
        ({"urgent": "", "purity": ""}, False, "ship: licence required (possible)"),
        ({"urgent": "no"}, False, "ship: licence required (certain)"),
        ({"urgent": "", "on": "2026-01-15"}, False, "ship: licence required (possible)"),
    ],
)
def test_a_licence_of_which_only_the_exceptions_are_open_is_told_as_certain_unless_one_of_them_frees_from_it(
    changed: dict[str, str], unless: bool, said: str
) -> None:
    found = small.determined(**changed)
    (licence,) = found.select(kind="licence")
    assert licence.unless is unless
    policy = small.policy()
    for full in (True, False):
        assert said in report.text(report.sheet(found, policy.law, policy.gists(found), report.Tongue(), full=full))
