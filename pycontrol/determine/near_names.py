"""Names of parties that are near to a name on a list: a question to a person, never a hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine.outcome import NearName
from pycontrol.facts.lists import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.determine.evidence import Evidence
    from pycontrol.law.model import Regime


def near_names(evidence: Evidence, asked: tuple[Regime, ...]) -> Iterator[NearName]:
    """Yield, for every named party, the names near to its own on the lists of the legal orders asked of."""
    law, scenario = evidence.program.law, evidence.case.things.scenario
    orders = {regime.name for regime in asked}
    lists = [
        one
        for one in law.lists.values()
        if any(
            law.instruments[notice.name].regime in orders for notice in one.notices if notice.name in law.instruments
        )
    ]
    for party, names in scenario.names.items():
        for lst in lists:
            for listed in near(lst, names):
                yield NearName(party, lst.name, lst.title, listed.name, listed.notice)
