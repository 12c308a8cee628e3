"""Names of parties that are near to a name on a list: a question to a person, never a hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine.outcome import NearName
from pycontrol.facts.lists import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.determine.evidence import Evidence
    from pycontrol.law.model import Law, PartyList, Regime


def near_names(evidence: Evidence, asked: tuple[Regime, ...]) -> Iterator[NearName]:
    """Yield, for every named party, the names near to its own on the lists of the legal orders asked of."""
    law, scenario = evidence.program.law, evidence.case.things.scenario
    orders = {regime.name for regime in asked}
    lists = [one for one in law.lists.values() if not (known := _orders(law, one)) or known & orders]
    for party, names in scenario.names.items():
        for lst in lists:
            for listed in near(lst, names):
                yield NearName(party, lst.name, lst.title, listed.name, listed.notice)


def _orders(law: Law, lst: PartyList) -> set[str]:
    """Return the legal orders of a list: of the instrument that holds it, and of its notices; empty where none is known."""
    names = (lst.instrument, *(notice.name for notice in lst.notices))
    return {law.instruments[name].regime for name in names if name in law.instruments}
