"""What is said of a party that nobody of some kind is known to hold: its stakes, what of them counts, the chain above it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.explain.reason import Finding
from pycontrol.explain.wording import held_against, percent
from pycontrol.facts.ownership import Hold, Holdings, holds_on, possible, share_held
from pycontrol.law.model import Chaining
from pycontrol.phrases import Text, joined, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator

    from pycontrol.facts.scenario import Scenario, StakeHeld


@dataclass(frozen=True, slots=True)
class Uncaught:
    """The stakes of one interest on one day; `sure` are the parties that are of the kind, `perhaps` also those that may be."""

    scenario: Scenario
    graph: Holdings
    sure: Collection[str]
    perhaps: Collection[str]
    hold: Hold
    interest: str
    day: dt.date

    def findings(self, party: str) -> Iterator[Finding]:
        """Yield what was stated of the owners of a party and, where holdings are followed, of those of its owners."""
        told, queue = {party}, [party]
        while queue:
            one = queue.pop(0)
            stated = self._stated(one)
            yield self._finding(one, stated)
            if self.hold.chaining is not Chaining.DIRECT:
                above = dict.fromkeys(stake.owner for stake in stated if stake.owner not in self.sure)
                queue += [owner for owner in above if owner not in told and self._stated(owner)]
                told.update(above)

    def _stated(self, party: str) -> list[StakeHeld]:
        stakes = (one for one in self.scenario.stakes if one.held == party and one.interest == self.interest)
        return [one for one in stakes if holds_on(one, self.day)]

    def _finding(self, party: str, stated: list[StakeHeld]) -> Finding:
        words = parts((one.owner, one.share) for one in stated) if stated else say("no stake")
        entity = self.scenario.parties.get(party)
        closed = entity is not None and ("owners" in entity.complete or entity.facts.get("owners") == ())
        if not closed:
            words = joined((words, say("owners open")), "then")
        return Finding(
            party,
            say("stake by", interest=self.interest),
            words,
            self._compared(party, alone=len(stated) > 1 or not closed),
        )

    def _compared(self, party: str, *, alone: bool) -> Text:
        """Hold what counts of its shares, the least and the most that it may be, against the threshold."""
        widest = possible(self.graph, self.scenario, day=self.day, interest=self.interest)
        least = share_held(self.graph, self.sure, self.hold, party)
        most = min(share_held(widest, self.perhaps, self.hold, party), Fraction(1))
        compared = held_against(self.hold.threshold, self.hold.operator, least, most)
        each = alone and self.hold.chaining is not Chaining.AGGREGATED
        return say("each alone", words=compared) if each else compared


def parts(held: Iterable[tuple[str, Fraction]]) -> Text:
    """Return owners with their shares, in a row."""
    return joined(say("part by", share=percent(share), owner=owner) for owner, share in held)
