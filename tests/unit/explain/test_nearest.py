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
