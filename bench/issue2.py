"""The law that raw writes out by hand: announcements 61, 62 and 70, the statutes, and the names that they need.

Its files are those of `policy/`, taken as they stand but for what points at law outside them: counterparts of the United
States, the other announcements that No. 70 suspends, and a doubt of one list that its notice holds. What a listing forbids, which
now stands in each notice, stands here in article 18 of the Export Control Law, and what the technology catalogue prohibits is a
fact, as both did when raw was written.
"""

from __future__ import annotations

import re

from pycontrol import Policy
from pycontrol.policy import bundled
from pycontrol.syntax import read_source

FILES = (
    "regimes.law",
    "vocabulary/*.law",
    "cn/statutes/ecl.law",
    "cn/statutes/duir.law",
    "cn/mofcom/2025/061.law",
    "cn/mofcom/2025/062.law",
    "cn/mofcom/2025/070.law",
    "cn/mofcom/lists/control-list.law",
    "cn/mofcom/lists/watch-list.law",
)
SCENARIOS = ("cn/statutes/ecl", "cn/statutes/duir", "cn/mofcom/2025/061", "cn/mofcom/2025/062")
"""Where the scenarios stand that show this law."""

_OUTSIDE = (
    (re.compile(r"^( +)counterpart .*\n(?:\1 +.*\n)*", re.MULTILINE), ""),
    (re.compile(r"^ +context .*\n", re.MULTILINE), ""),
    (re.compile(r"cn-mofcom-2025-5[5-8],\s+"), ""),
    (re.compile(r"^ +from .* under notice-23-date june-15\n", re.MULTILINE), ""),
    (re.compile(r" under notice-23-date june-22$", re.MULTILINE), ""),
    (re.compile(r"^ +\(\w\) breach of cn-duir/49\(hook\).*\n", re.MULTILINE), ""),
    (re.compile(r" cn-duir/49\(hook\),"), ""),
    (re.compile(r"item in cn-catalogue\.prohibited"), "item is technology-catalogue-prohibited"),
    (
        re.compile(r"^  states \"the measures of the notice that lists the name bind;.*\n.*\n", re.MULTILINE),
        '  prohibits "deal with a party on the control list"\n    unless permitted by MOFCOM\n',
    ),
)


def law_of_issue_2() -> Policy:
    """Return this law, loaded."""
    root = bundled("policy")
    paths = [path for pattern in FILES for path in sorted(root.glob(pattern))]
    return Policy.from_text(*(_alone(read_source(path).text) for path in paths))


def _alone(text: str) -> str:
    """Return the text of a file without what points at law outside this one."""
    for outside, instead in _OUTSIDE:
        text = outside.sub(instead, text)
    return text
