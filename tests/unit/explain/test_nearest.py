"""Why not: the nearest miss comes first, and what is weighed for no act of the scenario comes last, in words of no case."""

from __future__ import annotations

from pycontrol import Policy
from tests import small

LAW = small.LAW.replace(
    'article 6 noted "Forms" because "procedure"',
    'article 6 "Forms" cite "art. 6"\n'
    '  limb (mail) gist "{transferor} files {act}" for a report states "by mail"\n'
    '  limb (home) gist "{act} stays" for an export when act.to in home states "it stays"\n',
)


def test_what_is_weighed_for_nothing_is_no_near_miss() -> None:
    policy = Policy.from_text(LAW)
    found = policy.why_not(policy.determine(small.CASE), "home-1/6")
    assert [(one.citation, one.words.en) for one in found] == [
        ("home-1/6(home)", "ship stays"),
        ("home-1/6(mail)", "the transferor files the act"),
    ]


def test_of_alternatives_one_is_enough() -> None:
    law = small.LAW.replace(
        'article 6 noted "Forms" because "procedure"',
        'article 6 "Forms" cite "art. 6" for an export states "so"\n'
        '  limb (both) gist "both" when item.purity < 10 % when item.purity < 20 %\n'
        '  limb (either) gist "either" when any of (a) item.purity < 10 % (b) item.purity < 20 % (c) item.purity < 30 %\n'
        '  limb (unknown) gist "unknown" when act.serious is yes and act.listed-elsewhere is yes\n',
    )
    policy = Policy.from_text(law)
    found = policy.why_not(policy.determine(small.CASE), "home-1/6")
    assert [one.words.en for one in found] == ["unknown", "either", "both"]


def test_an_exception_that_does_not_defeat_is_no_miss() -> None:
    law = small.LAW.replace(
        'article 6 noted "Forms" because "procedure"',
        'article 6 "Forms" cite "art. 6" for an export states "so"\n'
        '  limb (plain) gist "plain" when item.purity < 10 % when item.purity < 20 %\n'
        '  limb (excepted) gist "excepted" when item.purity < 10 % subject to article 6(low), article 6(lower)\n'
        '  limb (low) gist "low" when item.purity < 5 % when item.purity < 6 % when item.purity < 7 %\n'
        '  limb (lower) gist "lower" when item.purity < 3 % when item.purity < 4 % when item.purity < 5 %\n',
    )
    policy = Policy.from_text(law)
    found = policy.why_not(policy.determine(small.CASE), "home-1/6")
    assert [one.words.en for one in found] == ["excepted", "plain", "low", "lower"]
