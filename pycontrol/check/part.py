"""A part of a law: some provisions, all on which they rest, and the terms of these.

A provision holds or fails there as it does in the law. What is grounded for the pairs of all thresholds, or of all
provisions, is as small as the part.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.asp import conditions_of
from pycontrol.law.looks import terms_used
from pycontrol.law.status import watched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.model import Law


def resting(law: Law, below: Mapping[str, frozenset[str]], sought: Iterable[str]) -> frozenset[str]:
    """Return the provisions sought, what they are there to defeat, and all on which any of these rest."""
    wanted = frozenset(sought)
    defeated = (path for path, one in law.provisions.items() if any(each.by in wanted for each in one.defeats))
    return frozenset[str]().union(*(below[path] for path in (*wanted, *defeated)))


def part(law: Law, below: Mapping[str, frozenset[str]], paths: frozenset[str]) -> Law:
    """Return the law with these provisions and those that they watch alone, and with the terms that any of them uses.

    Below each of `paths` there must be nothing else.
    """
    kept, queue = frozenset[str](), [paths]
    while queue:
        new = queue.pop() - kept
        kept |= new
        for path in new:
            queue += [below[one] for one in watched(law, conditions_of(law.provisions[path]))]
    used = terms_used((one for path in kept for one in conditions_of(law.provisions[path])), law.terms)
    return replace(
        law,
        provisions={path: one for path, one in law.provisions.items() if path in kept},
        terms={name: one for name, one in law.terms.items() if name in used},
    )
