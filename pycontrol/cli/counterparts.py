"""`pycontrol counterparts`: what answers to provisions in other law, and the differences worth showing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from pycontrol import report
from pycontrol.cli.options import lang_option, listing_option, policy_option
from pycontrol.cli.printing import show_listings
from pycontrol.policy import Policy

if TYPE_CHECKING:
    from pathlib import Path


@click.command("counterparts")
@policy_option
@listing_option
@lang_option
def command(directory: Path | None, form: str, lang: Literal["en", "zh"]) -> None:
    """Provisions beside their counterparts in other law, each with its title, the difference, and both confidences."""
    policy = Policy.load(directory)
    found = policy.counterparts()
    if form == "json":
        show_listings(form, data=report.counterparts_data(found))
    else:
        show_listings(form, report.counterparts(found, report.Tongue(lang)), "no provision names a counterpart")
