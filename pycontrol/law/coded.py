"""Entries with control codes: a law becomes one row for every entry that has a code, with what its figures are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.law.model import AnyOf
from pycontrol.law.near import annex_and_part, near_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.law.model import Alternative, Code, Law, Term, Text, Tolerance


@dataclass(frozen=True, slots=True)
class CodedEntry:
    """One entry with its code, and where it stands.

    `owner` is the term in which `alternative` is an alternative: the annex, or the part of it named in `part` (empty: it
    has none). `near` is the same entry in the term `near_owner`, with its thresholds moved by `tolerance`; None where
    the annex declares no tolerance or the entry has no figures.
    """

    instrument: str
    annex: str
    part: str
    owner: str
    alternative: Alternative
    code: Code
    tolerance: Tolerance | None = None
    near_owner: str = ""
    near: Alternative | None = None

    @property
    def label(self) -> str:
        """The label of the entry in the annex or part."""
        return self.alternative.label

    @property
    def title(self) -> Text:
        """What the entry calls the item."""
        return self.alternative.title

    @property
    def confidence(self) -> str:
        """The mark of the fact base, if any."""
        return self.alternative.confidence

    @property
    def tariffs(self) -> tuple[str, ...]:
        """The tariff numbers that refer to the entry; they decide nothing."""
        return self.alternative.tariffs


def coded_entries(law: Law) -> Iterator[CodedEntry]:
    """Yield every entry that has a code, in the order of the law; the entries of parts follow those of their annex."""
    for term in law.terms.values():
        if term.entries:
            near_owner = near_name(term.name)
            near = _by_label(law.terms[near_owner]) if near_owner in law.terms else {}
            annex, part = annex_and_part(term)
            for label, way in _by_label(term).items():
                if way.code:
                    found = near.get(label)
                    yield CodedEntry(
                        instrument=term.instrument,
                        annex=annex,
                        part=part,
                        owner=term.name,
                        alternative=way,
                        code=way.code,
                        tolerance=term.tolerance if found else None,
                        near_owner=near_owner if found else "",
                        near=found,
                    )


def _by_label(term: Term) -> dict[str, Alternative]:
    lists = [condition for condition in term.conditions if isinstance(condition, AnyOf)]
    return {way.label: way for each in lists for way in each.alternatives}
