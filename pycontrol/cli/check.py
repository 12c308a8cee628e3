"""`pycontrol check [DIR]`: is the law well-formed?"""

from __future__ import annotations

from pathlib import Path

import click

from pycontrol.cli.printing import show
from pycontrol.policy import Policy


@click.command("check")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def command(directory: Path | None) -> None:
    """Refuse ill-formed law, with all that is wrong with it; default: the law of this package."""
    law = Policy.load(directory).law
    show(f"{len(law.sources)} files, {len(law.instruments)} instruments, {len(law.provisions)} provisions: well-formed\n")
