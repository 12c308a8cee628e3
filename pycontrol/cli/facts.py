"""`pycontrol facts`: everything that a scenario may state, or what a word is found in; an empty form to fill in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

import click

from pycontrol import report
from pycontrol.cli.options import lang_option, policy_option
from pycontrol.cli.printing import show
from pycontrol.facts import ITEMS, Found, Offer, Words, empty_form, facts_table, offers
from pycontrol.phrases import joined
from pycontrol.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pycontrol.law.model import Law

NOTHING = 1


@click.command("facts")
@click.argument("words", metavar="[WORD]…", nargs=-1)
@click.option(
    "--form",
    "kind",
    metavar="[KIND]",
    is_flag=False,
    flag_value="",
    help="Write an empty scenario instead, for one kind of act or for all; `item`: of items alone, to classify them.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@policy_option
@lang_option
def command(
    words: tuple[str, ...], kind: str | None, form: str, directory: Path | None, lang: Literal["en", "zh"]
) -> None:
    """Everything that a scenario may state: names, types, units, questions.

    With WORDs, only that in which one of them is found: in a name or a part of it, a choice, a unit, a question or a
    sign. Ends with 1 where none is.
    """
    law, tongue = Policy.load(directory).law, report.Tongue(lang)
    if kind is None:
        found, offered = _found(law, words, tongue)
        if form == "json":
            show(json.dumps(report.statable_data(found, offered), ensure_ascii=False, indent=2) + "\n")
        else:
            show(report.statable(found, offered, tongue))
        return
    if words:
        raise click.UsageError("a form is written for one kind of act, or for all: leave the words out")
    kinds = (*law.vocabulary.kinds, ITEMS)
    if kind and kind not in kinds:
        raise click.BadParameter(f"`{kind}` is no kind of act; there is {', '.join(kinds)}")
    show(empty_form(law.vocabulary, kind, tongue))


def _found(law: Law, words: tuple[str, ...], tongue: report.Tongue) -> tuple[list[Found], Sequence[Offer]]:
    """Return what may be stated, or that of it in which a word is found; ends the command where none is."""
    rows, beside = facts_table(law.vocabulary), offers(law)
    if not words:
        return [Found(row) for row in rows], beside
    sought = Words(words)
    found = [one for row in rows if (one := sought.fact(row))]
    offered = [one for one in beside if sought.offer(one)]
    if found or offered:
        return found, offered
    what = joined((f"`{word}`" for word in words), "or")
    near = joined(f"`{name}`" for name in sought.near(rows, beside))
    show(tongue.say("found near" if near.en else "found nowhere", words=what, near=near) + "\n")
    raise click.exceptions.Exit(NOTHING)
