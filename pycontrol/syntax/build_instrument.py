"""Rules on instruments, on what they do to each other, and on lists of parties become nodes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pycontrol.syntax import build_condition, build_provision, build_vocabulary, tree
from pycontrol.syntax.parts import Clause, clause, quantity, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycontrol.syntax.parts import Parts

NEEDED = {
    "of_regime": "regime NAME",
    "issued": "issued DATE by OFFICE",
    "articles": "articles 1 to N",
    "zone": "zone Asia/Shanghai",
    "checked": "checked to DATE",
    "cite": 'cite "…"',
}
"""What every instrument says of itself, and how that is written."""


def instrument(parts: Parts) -> tree.Instrument:
    """Return the header of an instrument; `assemble` puts what follows it into its body.

    What is missing is filled in, so that the rest of the file can be read; the file is refused all the same.
    """
    kind, name = parts.all(tree.Word)
    said = {rule: parts.clause(rule) for rule in NEEDED}
    missing = [written for rule, written in NEEDED.items() if said[rule] is None]
    if missing:
        parts.note(
            "S036",
            f"{kind.text} `{name.text}` does not say everything that an instrument has to say of itself",
            name.span,
            "add " + ", ".join(f"`{written}`" for written in missing),
        )
    blank = tree.Word(name.span, "")
    day = tree.Date(name.span, dt.date.min)

    def word(rule: str) -> tree.Word:
        clause = said[rule]
        return clause.all(tree.Word)[0] if clause else blank

    def date(rule: str) -> tree.Date:
        clause = said[rule]
        return clause.all(tree.Date)[0] if clause else day

    labels = said["articles"]
    run = labels.all(Clause) if labels else ()
    return tree.Instrument(
        parts.span,
        kind,
        name,
        parts.one(tree.Text),
        regime=word("of_regime"),
        issued=date("issued"),
        issuer=word("issued"),
        articles=run[0].all(tree.Word) if run else labels.all(tree.Word) if labels else (blank,),
        run=bool(run),
        zone=word("zone"),
        checked_to=date("checked"),
        cite=parts.text("cite") or tree.Text(name.span, ""),
        basis=parts.words("basis"),
        starts=parts.all(tree.Start),
        ends=parts.all(tree.End),
        neighbour=parts.text("neighbour"),
        predecessor=parts.text("predecessor"),
        confidence=parts.only(tree.Confidence, "`confidence`"),
        context=parts.words("context"),
    )


def period(parts: Parts) -> tree.Period:
    first, *last = parts.all(tree.Date)
    inclusive = not parts.has("EXCLUSIVE")
    return tree.Period(parts.span, first, last[0] if last else None, inclusive, parts.first(tree.Under))


def suspends(parts: Parts) -> tree.Suspends:
    confidence = parts.first(tree.Confidence)
    return tree.Suspends(parts.span, build_provision.citations(parts), parts.all(tree.Period), confidence)


def unconfirmed(parts: Parts) -> tree.Unconfirmed:
    confidence = parts.first(tree.Confidence)
    return tree.Unconfirmed(
        parts.span, build_provision.citations(parts), parts.one(tree.Word), parts.all(tree.Period), confidence
    )


def operates(parts: Parts) -> tree.Operates:
    confidence = parts.first(tree.Confidence)
    return tree.Operates(parts.span, build_provision.citations(parts), parts.all(tree.Period), confidence)


def party_list(parts: Parts) -> tree.PartyList:
    return tree.PartyList(parts.span, parts.one(tree.Word), parts.one(tree.Text), parts.has("COMPLETE"))


def list_notice(parts: Parts) -> tree.ListNotice:
    _, name = parts.all(tree.Word)
    count = parts.one(tree.Number)
    complete = next((word for mark, word in WORDS_OF_EDITION.items() if parts.has(mark)), None)
    return tree.ListNotice(parts.span, name, parts.all(tree.Period), count, parts.one(tree.Text), complete=complete)


def list_name(parts: Parts) -> tree.ListName:
    aliases = tuple(alias.all(tree.String)[0] for alias in parts.all(Clause) if alias.rule == "alias")
    paused = parts.clause("paused")
    return tree.ListName(
        parts.span,
        parts.one(tree.Text),
        aliases,
        parts.all(tree.Period),
        paused.all(tree.Period) if paused else (),
    )


def register(parts: Parts) -> tree.Register:
    return tree.Register(parts.span, parts.one(tree.Text))


def measure(parts: Parts) -> tree.Measure:
    name, issuer = parts.all(tree.Word)
    carried = parts.words("carried_by")
    return tree.Measure(
        parts.span,
        name,
        parts.one(tree.MeasureDay),
        issuer,
        parts.one(tree.Text),
        parts.one(tree.Confidence),
        carried[0] if carried else None,
        parts.words("answers"),
    )


def measure_day(parts: Parts) -> tree.MeasureDay:
    """Return when a measure was taken. Of a month or a year, the first day stands for all of it."""
    about, months = parts.has("ABOUT"), parts.all(tree.Word)
    if not months:
        first, *last = parts.all(tree.Date)
        return tree.MeasureDay(parts.span, first, last[0] if last else None, about)
    (written,) = months
    year = "-" not in written.text
    try:
        day = dt.date.fromisoformat(f"{written.text}-01-01" if year else f"{written.text}-01")
    except ValueError:
        cure = "months are year-month, such as `2025-04`; a year is four figures"
        parts.note("S030", f"there is no {'year' if year else 'month'} `{written.text}`", written.span, cure)
        day = dt.date.min
    return tree.MeasureDay(parts.span, tree.Date(written.span, day), None, about, month=not year, year=year)


WORDS_OF_EDITION = {"COMPLETE": True, "PARTIAL": False}

OWN_RULES: dict[str, Callable[[Parts], tree.Node]] = {
    "alias": clause,
    "answers": clause,
    "article_run": clause,
    "articles": clause,
    "basis": clause,
    "carried_by": clause,
    "checked": clause,
    "instrument": instrument,
    "issued": clause,
    "list_name": list_name,
    "list_notice": list_notice,
    "measure": measure,
    "measure_day": measure_day,
    "neighbour": clause,
    "of_regime": clause,
    "operates": operates,
    "party_list": party_list,
    "paused": clause,
    "period": period,
    "predecessor": clause,
    "quantity": quantity,
    "register": register,
    "suspends": suspends,
    "text": text,
    "unconfirmed": unconfirmed,
    "zone": clause,
}

RULES = build_vocabulary.RULES | build_condition.RULES | build_provision.RULES | OWN_RULES
"""Every rule of `law.lark`."""
