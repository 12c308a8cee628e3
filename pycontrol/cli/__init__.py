"""The command line: one file per verb, each imported only when it is called.

Exit codes: 0 fine · 1 findings or failed expectations · 2 usage · 3 law or scenario refused · 4 internal error ·
5 undecided (only with `--fail-on-undecided`).
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module

import click

from pycontrol._version import __version__

REFUSED, INTERNAL = 3, 4

VERBS = {
    "determine": "What follows for the acts of a scenario?",
    "classify": "Which control codes do items meet, or just miss?",
    "why": "Why does it follow?",
    "why-not": "Why does a provision not bind?",
    "facts": "What may a scenario state?",
    "modelled": "Which articles are encoded, and which are only noted?",
    "register": "Which measures answered which, and what carries them here?",
    "counterparts": "What answers to it in other law?",
    "test": "Do scenarios still have the answers that they expect?",
    "replay": "Does a recorded determination still hold?",
    "check": "Is the law well drafted?",
    "fmt": "Lay out law and scenario files.",
    "explain": "What does a diagnostic code mean?",
}


class Verbs(click.Group):
    """A group whose verbs are imported when they are called; the help needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the verbs in the order in which somebody meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a verb; of a misspelt one, say which is meant."""
        if cmd_name not in VERBS:
            near = import_module("pycontrol.diagnostics").slips(cmd_name, VERBS)
            if near and not ctx.resilient_parsing:
                ctx.fail(f"there is no verb `{cmd_name}`; did you mean `{near[0]}`?")
            return None
        verb: click.Command = import_module(f"{__name__}.{cmd_name.replace('-', '_')}").command
        return verb

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- as above
        """Write the list of verbs, without importing them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb. A refusal is printed and ends with 3; anything unforeseen ends with 4 and says how to report it.

        Whoever stops reading (`… | head`) has read enough: that is fine, and no finding.
        """
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            _print_no_more()
            ctx.exit(0)
        except Exception as error:  # noqa: BLE001 -- the last door before the user: nothing may leave as a traceback
            ctx.exit(_told(error))


def _told(error: Exception) -> int:
    """Print what went wrong and return the exit code."""
    diagnostics = import_module("pycontrol.diagnostics")
    printing = import_module(f"{__name__}.printing")
    if isinstance(error, OSError):
        why = (error.strerror or "it cannot be used").lower()
        filename = error.filename
        what = f"`{filename}`" if filename else "the output"
        cure = "look at the rights to it and at the room that is left"
        error = diagnostics.Refused([diagnostics.Diagnostic("U113", f"{what} cannot be used: {why}", help=cure)])
        if not filename:
            _print_no_more()
    if isinstance(error, diagnostics.Refused):
        printing.tell(error.diagnostics)
        return REFUSED
    if os.environ.get("PYCONTROL_DEBUG"):
        import_module("traceback").print_exception(error)
    words = diagnostics.visible(f"{type(error).__name__}: {error}")
    click.echo(f"internal error: {words}", err=True)
    click.echo(
        "This is a mistake of pycontrol, not of your law or your facts. Please report it with the command that you",
        err=True,
    )
    click.echo(
        f"gave, the files that it read, the version ({__version__}), and what it prints with PYCONTROL_DEBUG=1.",
        err=True,
    )
    return INTERNAL


def _print_no_more() -> None:
    """Let what is left of the output go nowhere: Python writes it when it ends, and would end with a code of its own."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pycontrol")
def cli() -> None:
    """Policy-as-code for export control: what follows from the law, and why."""


def main() -> None:
    """Run the command line."""
    # What is read and answered stays until the end: looking through it for rings again and again takes a sixth of the time.
    gc.set_threshold(20_000, 20, 50)
    sys.exit(cli(prog_name="pycontrol"))
