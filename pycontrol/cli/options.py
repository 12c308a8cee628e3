"""The options that several verbs share."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pycontrol.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.facts.scenario import Scenario
    from pycontrol.policy import Policy


def _day(_: click.Context, __: click.Parameter, written: str | None) -> dt.date | None:
    """Read a day as it is written in a scenario; of what is none, say which is meant."""
    if written is None:
        return None
    with suppress(ValueError):
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):  # Python reads days without hyphens, and weeks, too
            return dt.date.fromisoformat(written)
    from pycontrol.syntax.figures import day_cure  # loaded with the law, where there is a day

    raise click.BadParameter(f"there is no day `{written}` ({day_cure(written)})")


policy_option = click.option(
    "--policy", "directory", metavar="DIR", type=click.Path(path_type=Path), help="Other law than that of this package."
)
lang_option = click.option(
    "--lang",
    type=click.Choice(["en", "zh"]),
    default="en",
    help="English, or Chinese where the law has it (English words are marked [en]).",
)
listing_option = click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text")
brief_option = click.option(
    "--brief", is_flag=True, help="Only what decides: what made it so, or what stood in the way."
)
on_option = click.option(
    "--on", callback=_day, metavar="DATE", help="The day asked about. It never moves an act; the clock is never read."
)
scenario_option = click.option("--scenario", "name", metavar="NAME", help="Only the scenario of this name.")
file_argument = click.argument("file", type=click.Path(path_type=Path))


def chosen(policy: Policy, files: Iterable[Path], name: str | None) -> tuple[Scenario, ...]:
    """Return the scenarios of files; only that of a name, or of its unambiguous beginning, if one is given."""
    found = policy.scenarios(*files)
    if name is None:
        return found
    named = [one for one in found if one.name == name] or [one for one in found if one.name.startswith(name)]
    if len(named) != 1:
        message = f"{'several scenarios begin' if named else 'no scenario begins'} with `{name}`"
        cure = "there is " + ", ".join(f"`{one.name}`" for one in (named or found))
        raise Refused([Diagnostic("U109", message, help=cure)])
    return tuple(named)
