"""A determination on paper: in English and Chinese, as text and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pycontrol import Policy, Refused, report
from tests import small

if TYPE_CHECKING:
    from pycontrol import Determination


def text(lang: str = "en", *, full: bool = True, **changed: str) -> str:
    return sheet(small.policy(), small.determined(**changed), lang, full=full)


def sheet(policy: Policy, found: Determination, lang: str = "en", *, full: bool = False) -> str:
    return report.text(report.sheet(found, policy.law, policy.gists(found), report.Tongue(lang), full=full))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        "ship: licence required (certain)",
        "licence required: special, of maker, for bar, from OFFICE",
        "home-1/1 · Announcement 1, art. 1",
        "maker needs a licence for bar",
        "duty: report, of maker, to OFFICE, due on 2025-03-17",
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
    before, after = found.split("Whether it is allowed without a licence depends on")
    assert "licence required (certain, unless an exemption" in before
    assert "(1) facts to ask for\n    ship.urgent: Is it urgent?" in after
    assert "(3) law that is not encoded\n    ship.listed-elsewhere" in after


def test_in_brief_what_is_only_possible_is_gathered_and_follows_what_is_certain() -> None:
    found = text(full=False, purity="")
    assert "licence required: special, of maker, for bar · home-1/1\n" in found
    assert "possible: depends on" not in found
    assert "possible: depends on bar.purity" in text(purity="")


def test_in_brief_what_is_open_but_for_its_exceptions_is_told_in_full() -> None:
    found = text(full=False, urgent="")
    assert "licence required: special, of maker, for bar, from OFFICE, certain, unless an exemption" in found
    assert "possible: depends on ship.urgent" in found


def test_in_brief_states_of_the_law_are_named_once() -> None:
    found = text(full=False)
    assert "\n  operates: home-1/1, /2, /3, /4\n  not begun (begins 2026-03-01): home-1/5\n" in found


def test_in_brief_how_far_the_law_was_checked_is_said_once() -> None:
    found = text(full=False, on="2026-07-15")
    assert found.count("2026-06-30") == 1
    assert "the status of the law was checked up to 2026-06-30" in found


LISTS = """
announcement home-3 "Names" regime home-control issued 2025-01-01 by OFFICE articles 1 to 1 zone Asia/Shanghai
  checked to 2026-06-30 cite "Announcement 3"
list watch "Watch list" partial
  notice home-3 from 2025-01-01 names 9 "nine works, of which one is held"
    name "Alpha Works"
article 1 "Listed" cite "art. 1" gist "{recipient} is listed" for a movement when recipient in watch states "listed"
"""
RECIPIENT = 'fact act.recipient is party question "To whom?"\nfact act.turnover'
WITH_LISTS = Policy.from_text(small.LAW.replace("fact act.turnover", RECIPIENT) + LISTS)


def to(name: str, screened: str = "") -> str:
    party = f'  party buyer\n    name "{name}"{screened}\n  item bar\n'
    case = small.CASE.replace("  item bar\n", party, 1)
    return case.replace("transferor maker", "transferor maker   recipient buyer")


def test_in_brief_who_was_not_named_is_asked_for_once_and_each_party_once_about_lists() -> None:
    found = sheet(WITH_LISTS, WITH_LISTS.determine(small.CASE))
    assert "ship.recipient: not stated; much may turn on who or what it is" in found
    assert "?recipient" not in found
    found = sheet(WITH_LISTS, WITH_LISTS.determine(to("Gamma")))
    assert "buyer: is it on watch?" in found
    assert "to be compared" not in found


@pytest.mark.parametrize("name", ["Alpha", "Alpha Works Ltd", "Alfa Works", "ALPHA-WORKS COMPANY"])
def test_a_name_near_to_a_listed_one_is_a_question_and_no_hit(name: str) -> None:
    found = WITH_LISTS.determine(to(name))
    assert [(one.listed.en, one.notice) for one in found.near_names] == [("Alpha Works", "home-3")]
    assert 'near name of buyer: "Alpha Works" on watch' in found.lines()
    assert "buyer: is it \u201cAlpha Works\u201d on the list \u201cWatch list\u201d?" in sheet(WITH_LISTS, found)
    assert all(one.default == "possible" for one in found.select(provision="home-3/1"))
    assert "`listed watch by home-3`, or `screened watch on DATE`" in sheet(WITH_LISTS, found)
    assert WITH_LISTS.determine(to(name, "   screened watch on 2025-03-03")).near_names == ()


def test_a_near_name_is_a_question_on_a_list_whose_notices_are_no_instruments() -> None:
    policy = Policy.from_text(
        small.LAW.replace("fact act.turnover", RECIPIENT) + LISTS.replace("notice home-3", "notice paper-3")
    )
    assert [one.listed.en for one in policy.determine(to("Alpha")).near_names] == ["Alpha Works"]


@pytest.mark.parametrize("role", ["recipient", "transferor"])
def test_a_party_that_stands_on_a_list_is_named_whatever_its_role(role: str) -> None:
    case = to("Alpha Works").replace("transferor maker   recipient buyer", f"{role} buyer")
    found = WITH_LISTS.determine(case)
    assert [(one.party, one.listed.en, one.notice) for one in found.found_names] == [("buyer", "Alpha Works", "home-3")]
    assert "buyer: \u201cAlpha Works\u201d on the list \u201cWatch list\u201d, by home-3" in sheet(WITH_LISTS, found)


@pytest.mark.parametrize(("day", "names"), [("2025-01-01", 1), ("2024-12-31", 0)])
def test_a_listing_is_told_from_its_day(day: str, names: int) -> None:
    found = WITH_LISTS.determine(to("Alpha Works").replace("on 2025-03-03", f"on {day}"))
    assert len(found.found_names) == names


@pytest.mark.parametrize("name", ["Alpha", "Gamma"])
def test_a_party_that_stands_on_no_list_is_not(name: str) -> None:
    found = WITH_LISTS.determine(to(name))
    assert found.found_names == ()
    assert "stand on lists" not in sheet(WITH_LISTS, found)


@pytest.mark.parametrize("name", ["Alpha Works", "Alpha Steel", "Gamma", "Alph"])
def test_the_listed_name_itself_and_a_far_one_are_no_question(name: str) -> None:
    assert WITH_LISTS.determine(to(name)).near_names == ()


def test_an_amount_without_its_base_is_undecided() -> None:
    found = text(turnover="")
    assert (
        "fine where turnover >= 500000 CNY: 5 to 10 times turnover; amount undecided: no turnover in CNY is stated"
        in found
    )
    assert "fine otherwise: 500000 to 5000000 CNY; amount undecided: no turnover in CNY is stated" in found


def test_an_amount_of_which_the_base_is_stated_in_other_money_is_undecided() -> None:
    law = small.LAW.replace("currency CNY", "currency CNY, USD")
    policy = Policy.from_text(law)
    found = sheet(policy, policy.determine(small.CASE.replace("700000 CNY", "700000 USD")))
    assert "amount undecided: no turnover in CNY is stated" in found


def test_in_brief_a_planned_violation_does_not_repeat_what_it_would_breach() -> None:
    found = text(full=False, state="planned")
    assert "\n  would be a violation, of maker, for bar · home-1/1\n  liability\n" in found
    assert found.count("maker needs a licence for bar") == 1
    assert text(state="planned").count("maker needs a licence for bar") > 1


def test_what_is_to_be_done_before_the_act_is_not_due_on_its_day() -> None:
    policy = Policy.from_text(small.LAW.replace("within 10 working days after act", "before act"))
    found = sheet(policy, policy.determine(small.CASE))
    assert "duty: report, of maker, to OFFICE, due before the act (2025-03-03)" in found


def test_of_a_part_that_nobody_named_it_asks_for_the_part() -> None:
    law = small.LAW.replace(
        'question "How pure?"',
        'question "How pure?"\nfact item.parts is many item open question "Which parts?"',
    ).replace(
        "define export",
        'annex goods "Goods" entry a "sets" code 1A1 when some item.parts*.purity >= 99 %\ndefine export',
    )
    policy = Policy.from_text(law)
    found = sheet(policy, policy.determine(small.CASE))
    assert "bar: 1A1 (possible)\n    sets · home-1.goods/a\n    find out parts\n" in found


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
    shown = sheet(policy, found, full=True)
    assert "home-1/1, /3: suspended until 2025-03-31 by home-9" in shown
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


def test_a_headline_says_what_is_certain_in_one_branch_of_an_event() -> None:
    found = text(on="2026-01-15")
    assert "ship: licence required (possible)\n  it lapsed (revived): certain" in found
    duty = small.LAW.replace(
        "article 6 noted",
        'article 7 "Ask" cite "art. 7" gist "ask" for a movement binds transferor obliges to report "ask"\narticle 6 noted',
    )
    lapse = "unconfirmed home-1/1, home-1/3, home-1/4 on truce"
    policy = Policy.from_text(
        duty.replace("articles 1 to 6", "articles 1 to 7").replace("unconfirmed home-1 on truce", lapse)
    )
    shown = sheet(policy, policy.determine(small.case(on="2026-01-15")))
    assert "hangs on an event in doubt: licence required (revived: certain, extended: excluded)" in shown


def test_an_act_that_is_done_after_the_day_asked_about_is_told() -> None:
    ahead = "\n  ship: stated as done on 2025-06-02, after the day asked about\n"
    assert ahead in text(on="2025-06-02")
    assert "after the day asked about" not in text(on="2025-05-30")
    assert "after the day asked about" not in text(on="2025-06-02", state="planned")


def test_what_sleeping_law_hangs_on_is_asked_for_apart() -> None:
    found = text(full=False, on="2025-07-01", urgent="")
    _, asked = found.split("To find out for what sleeps, should it operate")
    assert "ship.urgent: Is it urgent?" in asked
    assert "To find out for what sleeps" not in text(full=False, on="2025-07-01")


def test_what_sleeps_is_selected_by_its_layer() -> None:
    found = small.determined(on="2025-07-01")
    assert found.select(kind="licence") == ()
    assert [one.provision for one in found.select(kind="licence", layer="dormant")] == ["home-1/1"]
    assert found.select(kind="licence", layer=None) == found.select(kind="licence", layer="dormant")
    with pytest.raises(Refused, match="there is no layer `asleep`"):
        found.select(layer="asleep")


def test_the_headline_of_an_act_says_that_a_violation_is_certain() -> None:
    said = "ship: licence required (certain)\n  a violation is certain\n"
    assert said in text()
    assert "ship：须取得许可（确定）\n  已确定有违反\n" in text("zh")
    assert said not in text(state="planned")
    assert said not in text(urgent="")


def test_a_reading_is_told_with_its_question_once() -> None:
    found = text(to="HM")
    assert 'abroad anywhere ("anywhere") instead of outside ("outside Home")' in found
    assert found.count("What is abroad? [Q-1]") == 1


def test_what_only_another_reading_brings_stands_apart_in_the_headline() -> None:
    found = text(to="HM")
    assert "ship: nothing required, as the text is read by default\n" in found
    assert "\n  if the text is read otherwise (abroad): licence required (certain)\n" in found
    assert "如对文本作其他解释（abroad）：须取得许可（确定）" in text("zh", to="HM")
    assert "(abroad): licence required (possible)" in text(to="HM", urgent="")


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
    assert "第一号公告，第一条" in found
    assert "须取得许可：special，义务人maker，物项bar" in found
    assert "maker reports [en]" in found


def test_markdown_escapes_what_it_would_read_as_marks() -> None:
    policy = small.policy()
    (scenario,) = policy.scenarios(small.CASE.replace("A bar", "<b>*bold*</b> [link](x)"))
    found = policy.determine(scenario)
    shown = report.markdown(report.sheet(found, policy.law, policy.gists(found), report.Tongue()))
    assert shown.startswith("# &lt;b&gt;\\*bold\\*&lt;/b&gt; \\[link\\](x)")
    assert "\n## Required\n\n- licence required: special" in shown
