"""`pycontrol register`: measures and countermeasures of several states, by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from pycontrol import report
from pycontrol.cli.options import lang_option, listing_option, policy_option
from pycontrol.cli.printing import show_listings
from pycontrol.policy import Policy

if TYPE_CHECKING:
    from pathlib import Path


@click.command("register")
@policy_option
@listing_option
@lang_option
def command(directory: Path | None, form: str, lang: Literal["en", "zh"]) -> None:
    """Measures and countermeasures by date: by whom, how sure, what they answer, and what carries them here."""
    policy = Policy.load(directory)
    found = policy.register()
    if form == "json":
        show_listings(form, data=report.register_data(found))
    else:
        show_listings(form, report.register(found, policy.law, report.Tongue(lang)), "the register is empty")
