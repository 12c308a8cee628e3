"""Names of parties that stand on a list, in whatever role they are; and those near to one: a question, never a hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine.outcome import NameOnList
from pycontrol.facts.lists import listings, membership, near, truths_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.determine.evidence import Evidence
    from pycontrol.law.model import Law, PartyList, Regime


def near_names(evidence: Evidence, asked: tuple[Regime, ...]) -> Iterator[NameOnList]:
    """Yield, for every named party, the names near to its own on the lists of the legal orders asked of."""
    for party, names in evidence.case.things.scenario.names.items():
        for lst in _lists(evidence, asked):
            for listed in near(lst, names):
                yield NameOnList(party, lst.name, lst.title, listed.name, listed.notice)


def found_names(evidence: Evidence, asked: tuple[Regime, ...]) -> Iterator[NameOnList]:
    """Yield, for every named party, where it stands on those lists: on the day of some act, without acts on that asked about.

    The role that it has does not matter. It is not sure where that is so under some readings only.
    """
    law, scenario = evidence.program.law, evidence.case.things.scenario
    days = [act.on for act in scenario.acts] or [evidence.case.asked]
    taken = dict(scenario.assumptions.taken)
    for party, names in scenario.names.items():
        for lst in _lists(evidence, asked):
            for listed in listings(lst, names):
                cases = [membership(lst, names, day, (listed.notice,)) for day in days]
                found = [truths_of(one, law.readings, taken) for one in cases]
                if any(True in one for one in found):
                    sure = {True} in found
                    yield NameOnList(party, lst.name, lst.title, listed.name, listed.notice, sure=sure)


def _lists(evidence: Evidence, asked: tuple[Regime, ...]) -> list[PartyList]:
    """Return the lists of the legal orders asked of."""
    law, orders = evidence.program.law, {regime.name for regime in asked}
    return [one for one in law.lists.values() if not (known := _orders(law, one)) or known & orders]


def _orders(law: Law, lst: PartyList) -> set[str]:
    """Return the legal orders of a list: of the instrument that holds it, and of its notices; empty where none is known."""
    names = (lst.instrument, *(notice.name for notice in lst.notices))
    return {law.instruments[name].regime for name in names if name in law.instruments}
