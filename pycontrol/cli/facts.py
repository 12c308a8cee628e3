"""`pycontrol facts`: everything that a scenario may state, and an empty form to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pycontrol.cli.options import lang_option, policy_option
from pycontrol.cli.printing import show
from pycontrol.facts import empty_form, facts_table
from pycontrol.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pycontrol.facts.form import FactRow


@click.command("facts")
@click.option(
    "--form",
    "kind",
    metavar="[KIND]",
    is_flag=False,
    flag_value="",
    help="Write an empty scenario instead, for one kind of act or for all.",
)
@policy_option
@lang_option
def command(kind: str | None, directory: Path | None, lang: str) -> None:
    """Everything that a scenario may state: names, types, units, questions."""
    policy = Policy.load(directory)
    if kind is None:
        rows = facts_table(policy.law.vocabulary)
        show("\n".join(line for row in rows for line in _lines(row, zh=lang == "zh")) + "\n")
        return
    if kind and kind not in policy.law.vocabulary.kinds:
        raise click.BadParameter(f"`{kind}` is no kind of act; there is {', '.join(policy.law.vocabulary.kinds)}")
    show(empty_form(policy.law.vocabulary, kind, zh=lang == "zh"))


def _lines(row: FactRow, *, zh: bool) -> Iterator[str]:
    many = "many " if row.many else ""
    values = f" ({' | '.join(row.values)})" if row.values and row.type != "yes-no" else ""
    bounds = f" from {row.low or 'any'} to {row.high or 'any'}" if row.low or row.high else ""
    yield f"{row.thing}.{row.name}: {many}{row.type}{values}{bounds}{_marks(row)}"
    question = (row.question.zh if zh else "") or row.question.en
    if question:
        yield f"    {question}" + (" [en]" if zh and not row.question.zh else "")
    if row.kinds:
        yield f"    for {', '.join(row.kinds)}"
    yield from (f"    sign: {(sign.zh if zh else '') or sign.en}" for sign in row.indicators)


def _marks(row: FactRow) -> str:
    marks = [word for word, holds in (("open", row.open), ("dated", row.dated), ("alterable", row.alterable)) if holds]
    marks += [row.settled.replace("-", " ")] if row.settled != "asked" else []
    return f"; {', '.join(marks)}" if marks else ""
