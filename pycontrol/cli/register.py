"""`pycontrol register`: measures and countermeasures of several states, by date."""

from __future__ import annotations

from pycontrol import report
from pycontrol.cli.listings import listing_verb

command = listing_verb(
    "register",
    "Measures and countermeasures by date: by whom, how sure, what they answer, and what carries them here.",
    lambda policy, tongue: report.register(policy.register(), policy.law, tongue),
    lambda policy: report.register_data(policy.register()),
)
