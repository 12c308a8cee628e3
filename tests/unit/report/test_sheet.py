"""A determination on paper: in English and Chinese, as text and as Markdown."""

from __future__ import annotations

import pytest

from pycontrol import Policy, report
from tests import small


def text(lang: str = "en", **changed: str) -> str:
    found = small.determined(**changed)
    policy = small.policy()
    return report.text(report.sheet(found, policy.law, policy.gists(found), report.Tongue(lang)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        "ship: licence required (certain)",
        "licence required: special, of maker, for bar",
        "home-1/1 · Announcement 1, art. 1",
        "maker needs a licence for bar",
        "duty: report, of maker, due on 2025-03-17",
        "fine: 3500000 to 7000000 CNY",
        "closure: open",
        "Asleep: what would hold if it had begun",
        "home-1/5: not begun (begins 2026-03-01)",
        "home-1 · Announcement 1: operates",
    ],
)
def test_it_says_what_of_whom_by_what_and_when(words: str) -> None:
    assert words in text()


def test_where_nothing_is_certain_it_says_on_which_answers_no_licence_rests() -> None:
    found = text(urgent="")
    before, after = found.split("No licence, provided that")
    assert "licence required (possible)" in before
    assert "(1) facts to ask for\n    ship.urgent: Is it urgent?" in after
    assert "(3) law that is not encoded\n    ship.listed-elsewhere" in after


def test_an_amount_without_its_base_is_undecided() -> None:
    assert "fine: 5 to 10 times turnover; amount undecided: turnover not stated" in text(turnover="")


def test_what_is_asleep_stands_apart() -> None:
    found = text(on="2025-07-01")
    assert "ship: nothing required (certain)" in found
    now, asleep = found.split("Asleep: what would hold if it were not suspended")
    assert "licence required: special" not in now
    assert "licence required: special" in asleep
    assert "The list notices still bind." in found


def test_the_instrument_is_not_said_to_sleep_where_a_part_of_it_does() -> None:
    policy = Policy.from_text(small.LAW + PARTS)
    found = policy.determine(small.CASE)
    shown = report.text(report.sheet(found, policy.law, policy.gists(found), report.Tongue()))
    assert "home-1/1, /3: suspended by home-9" in shown
    assert "home-1 · Announcement 1: operates" in shown
    assert "status for ship: home-1/1, /3 suspended by home-9" in found.lines()


PARTS = """
announcement home-9 "Pause" regime home-control issued 2025-02-01 by OFFICE articles 1 to 1 zone Asia/Shanghai
  checked to 2026-06-30 cite "Announcement 9"
article 1 noted "Articles 1 and 3 are suspended" because "written as a suspension"
suspends home-1/1, home-1/3 from 2025-03-01 until 2025-03-31 inclusive
"""


def test_branches_stand_side_by_side_with_their_titles() -> None:
    found = text(on="2026-01-15")
    assert "revived: certain, extended: excluded" in found
    assert "Turns on an event in doubt: Did the truce hold?" in found
    assert "it lapsed (revived)" in found


def test_a_reading_is_told_with_its_question_once() -> None:
    found = text(to="HM")
    assert 'abroad anywhere ("anywhere") instead of outside ("outside Home")' in found
    assert found.count("What is abroad? [Q-1]") == 1


def test_the_day_checked_is_told_where_the_act_lies_beyond() -> None:
    assert "the act lies after the day checked, 2026-06-30" in text(on="2026-07-15")


def test_assumptions_are_counted_and_what_is_hypothetical_is_stamped() -> None:
    assumed = small.CASE + "assume not urgent\nassume home-1 in force\ntake abroad anywhere"
    policy = small.policy()
    found = policy.determine(assumed.replace("urgent no", "").replace("2025-03-03", "2025-07-01"))
    shown = report.text(report.sheet(found, policy.law, policy.gists(found), report.Tongue()))
    assert "HYPOTHETICAL: assumed to be in force: home-1" in shown
    assert "1 assumed: no urgent" in shown
    assert "readings fixed by the scenario: abroad anywhere" in shown
    assert "assumed to be in force" in shown


def test_chinese_takes_the_words_of_the_law_and_marks_the_english_ones() -> None:
    found = text("zh", urgent="")
    assert "maker出口bar须取得许可" in found
    assert "第一号公告, 第一条" in found
    assert "maker reports [en]" in found


def test_markdown_escapes_what_it_would_read_as_marks() -> None:
    policy = small.policy()
    (scenario,) = policy.scenarios(small.CASE.replace("A bar", "<b>*bold*</b> [link](x)"))
    found = policy.determine(scenario)
    shown = report.markdown(report.sheet(found, policy.law, policy.gists(found), report.Tongue()))
    assert shown.startswith("# &lt;b&gt;\\*bold\\*&lt;/b&gt; \\[link\\](x)")
    assert "\n## Required\n\n- licence required: special" in shown
