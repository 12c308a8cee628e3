"""`pycontrol counterparts`: what answers to provisions in other law, and the differences worth showing."""

from __future__ import annotations

from pycontrol import report
from pycontrol.cli.listings import listing_verb

command = listing_verb(
    "counterparts",
    "Provisions beside their counterparts in other law, each with its title, the difference, and both confidences.",
    lambda policy, tongue: report.counterparts(policy.counterparts(), tongue),
    lambda policy: report.counterparts_data(policy.counterparts()),
)
