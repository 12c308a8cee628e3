"""`pycontrol classify FILE…`: which control codes the items of each scenario meet, may meet or just miss."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from pycontrol import record, report
from pycontrol.cli.options import chosen, lang_option, policy_option, scenario_option
from pycontrol.cli.printing import show
from pycontrol.policy import Policy


@click.command("classify")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@policy_option
@scenario_option
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text")
@lang_option
def command(
    files: tuple[Path, ...], directory: Path | None, name: str | None, form: str, lang: Literal["en", "zh"]
) -> None:
    """Which control codes the items of each scenario in FILE... meet, may meet or just miss, and by how much.

    A scenario may state items alone; then it says `asked`, on which day.
    """
    policy = Policy.load(directory)
    found = policy.determine_many(chosen(policy, files, name))
    if form == "json":
        show(record.codes_text(found))
        return
    write = report.text if form == "text" else report.markdown
    show("\n\n".join(write(report.codes_sheet(one, report.Tongue(lang))) for one in found))
