"""C305 to C308: a reading, a term, a fact or a list of parties that the law declares and nothing in it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.check.finding import Finding
from pycontrol.check.uses import uses, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.check.search import Search
    from pycontrol.diagnostics import Span
    from pycontrol.law.model import Law

READING, TERM, FACT, LIST = "C305", "C306", "C307", "C308"

TOLD = "told-only"
"""The group of facts that are there to be told, and decide nothing."""

BOUND = "every condition, exception, date, listing and norm of the law, and what the language itself looks at"


def never_used(search: Search) -> Iterator[Finding]:
    """Find what is declared for nothing: whoever takes that reading, or states that fact, changes no answer."""
    law, used = search.law, uses(search.law)
    for reading in law.readings.values():
        if reading.name not in used.readings:
            cure = f"take it away, or write `under {reading.name} …` where it decides"
            yield _finding(READING, "reading", reading.name, cure, _cite(law, reading.instrument), reading.span)
    for term in law.terms.values():
        if written(term.name) and term.name not in used.terms and not _part_of_list(law, term.name):
            cure = "take it away, or name it in the condition that it was meant for"
            own = term.name.removeprefix(f"{term.instrument}.")
            yield _finding(TERM, "term", own, cure, _cite(law, term.instrument), term.span)
    for party_list in law.lists.values():
        if party_list.name not in used.lists:
            cure = f"take it away, or ask it in a condition, such as `end-user in {party_list.name}`"
            yield _finding(LIST, "list", party_list.name, cure, _cite(law, party_list.instrument), party_list.span)
    for key, fact in law.vocabulary.facts.items():
        if key not in used.facts and TOLD not in fact.groups:
            cure = f"take it away, ask it in a condition, or say `groups {TOLD}` if it is there to be told only"
            yield _finding(FACT, "fact", f"{fact.sort}.{fact.name}", cure, "", fact.span)


def _part_of_list(law: Law, name: str) -> bool:
    """Whether a term is a part or an entry of an item list, and used with it."""
    owner = name.rpartition(".")[0]
    return owner in law.terms and law.terms[owner].entries


def _cite(law: Law, instrument: str) -> str:
    return law.instruments[instrument].cite.en if instrument else ""


def _finding(code: str, what: str, name: str, cure: str, citation: str, span: Span | None) -> Finding:
    return Finding(
        code=code,
        message=f"nothing uses the {what} `{name}`",
        help=cure,
        citation=citation or "the vocabulary and what stands before all instruments",
        provisions=(name,),
        span=span,
        bound=BOUND,
    )
