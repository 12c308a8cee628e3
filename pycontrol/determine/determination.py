"""What follows from the law for a scenario: outcomes, their certainty, and everything they turn on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pycontrol.determine.citation import full_citation
from pycontrol.determine.lines import html, lines, under
from pycontrol.determine.outcome import Certainty, Kind, Layer
from pycontrol.diagnostics import Diagnostic, Refused, suggestion

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pycontrol.determine.evidence import Evidence
    from pycontrol.determine.outcome import (
        BranchKey,
        Classified,
        Grain,
        Headline,
        NameOnList,
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
    those entries on the day asked about. `near_names` are names on lists that look like a party's: questions, never hits;
    `found_names` are those of parties themselves that stand there on the day of an act, in whatever role.
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
    near_names: tuple[NameOnList, ...] = ()
    found_names: tuple[NameOnList, ...] = ()
    evidence: Evidence | None = field(default=None, compare=False, repr=False)

    def select(
        self,
        *,
        kind: Kind | str | None = None,
        provision: str | None = None,
        bearer: str | None = None,
        act: str | None = None,
        certainty: Certainty | str | None = None,
        layer: Layer | str | None = Layer.NOW,
    ) -> tuple[Outcome, ...]:
        """Return the outcomes of a kind, under a citation, of a bearer, of an act and as certain as asked; None leaves each open.

        What sleeps is returned for `layer="dormant"` only, and with what holds now for None.

        A citation is full, or an unambiguous ending such as `61/1(3)`. Raises `Refused` for a kind that there is none of, a
        citation of no provision and a bearer or act that the scenario does not know, so that a slip is never taken for "nothing".
        """
        _refuse_unknown("kind of outcome", kind, Kind)
        _refuse_unknown("layer", layer, Layer)
        _refuse_unknown("certainty", certainty, Certainty)
        if self.evidence:
            parties = {*self.evidence.case.things.scenario.parties, "-", *(one.bearer for one in self.outcomes)}
            _refuse_unknown("party in the scenario", bearer, parties)
            _refuse_unknown("act in the scenario", act, self.evidence.case.things.acts)
            provision = full_citation(provision, self.evidence.program.law) if provision else provision
        return tuple(
            outcome
            for outcome in self.outcomes
            if (kind is None or outcome.kind == kind)
            and (layer is None or outcome.layer == layer)
            and (bearer is None or outcome.bearer == bearer)
            and (act is None or outcome.act == act)
            and (certainty is None or outcome.certainty == certainty)
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

    def __repr__(self) -> str:
        return f"Determination({self.scenario!r}, asked {self.asked}: {len(self.outcomes)} outcomes)"

    def __str__(self) -> str:
        return "\n".join((self.scenario, *(f"  {line}" for line in self.lines())))

    def _repr_html_(self) -> str:
        return html(self)


def _refuse_unknown(what: str, word: str | None, known: Iterable[str]) -> None:
    names = [str(each) for each in known]
    if word is not None and word not in names:
        raise Refused([Diagnostic("U116", f"there is no {what} `{word}`", help=suggestion(word, names))])
