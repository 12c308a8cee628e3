"""Every command that README and the docs name exists, with the options that they give it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click

from pycontrol.cli import VERBS

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
COMMAND = re.compile(r"pycontrol ([a-z-]+)((?: [^`\n]*)?)[`\n]")
OPTION = re.compile(r"(?<![\w-])--[a-z-]+")


def named() -> list[tuple[str, str, str]]:
    """The page, verb and option of every command that is written out."""
    found = []
    for page in PAGES:
        for verb, rest in COMMAND.findall(page.read_text(encoding="utf-8")):
            if verb in VERBS:
                found += [(page.name, verb, option) for option in OPTION.findall(rest.partition("  ")[0])]
    return found


def test_the_pages_name_commands_with_options() -> None:
    assert len(named()) > 5


def test_every_option_that_a_page_names_exists() -> None:
    for page, verb, option in named():
        command: click.Command = import_module(f"pycontrol.cli.{verb.replace('-', '_')}").command
        known = {name for parameter in command.params for name in parameter.opts}
        assert option in known, f"{page}: pycontrol {verb} {option}"
