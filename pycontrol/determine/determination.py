"""What follows from the law for a scenario: outcomes, their certainty, and everything they turn on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pycontrol.determine.lines import html, lines, under
from pycontrol.determine.outcome import Certainty, Kind, Layer

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.determine.evidence import Evidence
    from pycontrol.determine.outcome import (
        BranchKey,
        Classified,
        Grain,
        Headline,
        NearName,
        Neighbour,
        OpenLeaf,
        Outcome,
        Status,
        Unclassified,
    )


@dataclass(frozen=True, slots=True)
class Determination:
    """Everything that follows for one scenario. Frozen and serialisable; `pycontrol replay` repeats it from a record.

    `evidence` is what the solver said, kept so that a reason can be read off it; it is no part of the value.
    `branches` are the branch keys answered side by side. `readings` are those that were taken (name, value; value empty
    where none is taken). `hypothetical`: instruments assumed to be in force. `assumed`: what was closed by assumption.
    `regimes` are the legal orders asked of, where not all were. `classified` are the entries with a control code that items
    meet or just miss, `unclassified` the items of which too little is known to say, `lists` the state of the instruments of
    those entries on the day asked about. `near_names` are names on lists that look like a party's: questions, never hits.
    """

    scenario: str
    asked: dt.date
    outcomes: tuple[Outcome, ...]
    headlines: tuple[Headline, ...]
    grains: tuple[Grain, ...]
    statuses: tuple[Status, ...]
    open_leaves: tuple[OpenLeaf, ...]
    readings: tuple[tuple[str, str], ...]
    branches: tuple[BranchKey, ...]
    neighbours: tuple[Neighbour, ...]
    assumed: tuple[str, ...]
    hypothetical: tuple[str, ...]
    taken: tuple[tuple[str, str], ...]
    calendar: str
    law_digest: str
    version: str
    regimes: tuple[str, ...] = ()
    classified: tuple[Classified, ...] = ()
    unclassified: tuple[Unclassified, ...] = ()
    lists: tuple[Status, ...] = ()
    near_names: tuple[NearName, ...] = ()
    evidence: Evidence | None = field(default=None, compare=False, repr=False)

    def select(
        self,
        *,
        kind: Kind | str | None = None,
        provision: str | None = None,
        bearer: str | None = None,
        layer: Layer | str | None = Layer.NOW,
    ) -> tuple[Outcome, ...]:
        """Return the outcomes of a kind, under a citation and of a bearer; None leaves each open.

        What sleeps is returned for `layer="dormant"` only, and with what holds now for None.

        Raises `ValueError` for a kind that there is none of, a citation of no provision and a bearer whom the scenario does
        not know, so that a slip is never taken for "nothing".
        """
        if kind is not None:
            Kind(kind)
        if layer is not None:
            Layer(layer)
        if self.evidence and provision and not any(under(path, provision) for path in self.evidence.paths.values()):
            raise ValueError(f"no provision under `{provision}`")
        if (
            self.evidence
            and bearer
            and bearer not in {*self.evidence.case.things.scenario.parties, "-"} | {one.bearer for one in self.outcomes}
        ):
            raise ValueError(f"no party `{bearer}` in the scenario")
        return tuple(
            outcome
            for outcome in self.outcomes
            if (kind is None or outcome.kind == kind)
            and (layer is None or outcome.layer == layer)
            and (bearer is None or outcome.bearer == bearer)
            and (provision is None or under(outcome.provision, provision))
        )

    @property
    def undecided(self) -> bool:
        """Whether something about what holds now depends on an open leaf, an unconfirmed branch or a reading.

        Or on law of that day that is not held: then a headline that names nothing is only possible.
        """
        now = [one.certainty for one in self.outcomes if one.layer is Layer.NOW]
        return Certainty.POSSIBLE in (*now, *(one.certainty for one in self.headlines if not one.word))

    def lines(self) -> tuple[str, ...]:
        """Return the canonical lines, one for each thing that follows: those of `expect` in a scenario."""
        return lines(self)

    def __str__(self) -> str:
        return "\n".join((self.scenario, *(f"  {line}" for line in self.lines())))

    def _repr_html_(self) -> str:
        return html(self)
