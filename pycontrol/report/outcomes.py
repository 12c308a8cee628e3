"""One outcome in words: what, of whom, by which provision, how certainly, and on what it turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.determine import Certainty, Kind
from pycontrol.determine.liability import named_amount
from pycontrol.determine.lines import short
from pycontrol.facts.amounts import decimal
from pycontrol.law.model import DueFrom
from pycontrol.phrases import joined
from pycontrol.report.entry import Entry
from pycontrol.report.open_leaves import named
from pycontrol.report.turns import by_branch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pycontrol.determine import DueDay, Liability, Outcome
    from pycontrol.law.model import Band, Law, Text
    from pycontrol.phrases import Tongue

_FEW = 6


@dataclass(frozen=True)
class Writer:
    """Writes the outcomes of one determination."""

    law: Law
    gists: Mapping[tuple[str, ...], Text]
    tongue: Tongue
    several_acts: bool
    full: bool = True

    def entries(self, outcomes: Iterable[Outcome]) -> tuple[Entry, ...]:
        """Return an entry for each outcome; of what is only possible a full sheet alone speaks one by one."""
        return tuple(self._entry(one) for one in outcomes if self.full or one.certain_somewhere)

    def possible(self, outcomes: Iterable[Outcome]) -> tuple[Entry, ...]:
        """Return what is only possible, all provisions that would say the same in one line."""
        found: dict[str, list[str]] = {}
        for one in outcomes:
            if not self.full and not one.certain_somewhere:
                found.setdefault(self._head(one), []).append(one.provision)
        return tuple(Entry(f"{head} · {', '.join(short(dict.fromkeys(paths)))}") for head, paths in found.items())

    def _entry(self, outcome: Outcome) -> Entry:
        """Return an outcome as an entry: what and of whom, then the provision, its gist, and what it turns on."""
        provision = self.law.provisions[outcome.provision]
        told_above = outcome.kind is Kind.FULFILLED or (outcome.kind is Kind.WOULD_BREACH and not self.full)
        if told_above:  # what is fulfilled, or would be breached
            return Entry(f"{self._head(outcome)} · {outcome.provision}", tuple(map(Entry, self._turns(outcome))))
        instrument = self.law.instruments[provision.instrument]
        cite = self.tongue.law(joined((instrument.cite, provision.cite), "beside"))
        lines = [f"{outcome.provision} · {cite}", self.tongue.law(self.gists.get(outcome.key, provision.gist))]
        lines += self._norm(outcome)
        lines += [self._band(band, provision.norm.bands) for band in outcome.liability]
        lines += self._turns(outcome)
        return Entry(self._head(outcome, *self._office(outcome)), tuple(Entry(line) for line in lines))

    def _office(self, outcome: Outcome) -> Iterator[str]:
        """From whom a licence comes, and to whom a duty is done, where the law says so."""
        norm = self.law.provisions[outcome.provision].norm
        if outcome.kind is Kind.LICENCE and norm.office:
            yield self.tongue.say("from office", office=norm.office)
        if outcome.kind is Kind.DUTY and norm.to:
            yield self.tongue.say("to whom", whom=norm.to)

    def _head(self, outcome: Outcome, *beside: str) -> str:
        say = self.tongue.say
        curable = outcome.kind is Kind.PROHIBITION and outcome.value
        value = say(f"review {outcome.value}") if outcome.kind is Kind.REVIEW else outcome.value
        said = {Kind.GUIDANCE: "guidance says"}.get(outcome.kind, outcome.kind)
        parts = [say("prohibition curable" if curable else said, value=value)]
        if outcome.bearer != "-":
            parts.append(say("of bearer", bearer=self.tongue.thing(outcome.bearer)))
        if outcome.item != "-":
            parts.append(say("for item", item=self.tongue.thing(outcome.item)))
        if self.several_acts:
            parts.append(say("in act", act=outcome.act))
        parts += beside
        if outcome.due:
            parts.append(self._due(outcome, outcome.due))
        if outcome.default is not Certainty.CERTAIN and (self.full or outcome.certain_somewhere):
            parts.append(say("unless" if outcome.unless else outcome.default))
        return self.tongue.law(joined(parts, "beside"))

    def _due(self, outcome: Outcome, due: DueDay) -> str:
        said = self.law.provisions[outcome.provision].norm.due
        if said and said.anchor is DueFrom.BEFORE:
            return self.tongue.say("due before", day=due.latest)
        if due.earliest == due.latest:
            return self.tongue.say("due", day=due.earliest)
        return self.tongue.say("due between", first=due.earliest, last=due.latest)

    def _norm(self, outcome: Outcome) -> Iterator[str]:
        """What the norm adds to the gist: what exactly is to be done, or from what it frees."""
        norm = self.law.provisions[outcome.provision].norm
        said = self.tongue.law(norm.title)
        if said and outcome.kind not in (Kind.BREACH, Kind.WOULD_BREACH, Kind.COVERED, Kind.FULFILLED):
            yield said
        if outcome.kind in (Kind.EXEMPTION, Kind.RELIEF) and outcome.of:
            yield self.tongue.say("from", citations=", ".join(short(outcome.of)))

    def _band(self, band: Liability, bands: tuple[Band, ...]) -> str:
        say, title = self.tongue.say, self._title(band, bands)
        amount = self._amount(band)
        if not amount:
            return title if band.decided else say("not settled", title=title)
        if band.base and (band.low is None if band.multiple else not band.decided):
            checks = [one.check for one in bands if one.title == band.title and one.check]
            missing = say("base in", base=band.base, unit=checks[0].threshold.unit) if checks else band.base
            return say("base not stated", title=title, amount=amount, base=missing)
        return say("amount" if band.decided else "amount open", title=title, amount=amount)

    def _title(self, band: Liability, bands: tuple[Band, ...]) -> str:
        """What a band is called; where it is open which of several holds, with the amounts of the base for which it does."""
        title, beside = self.tongue.law(band.title), [one for one in bands if one.title == band.title]
        check = next((one.check for one in beside if named_amount(one) == band.band), None)
        if band.decided or len(beside) == 1:
            return title
        if check is None:
            return self.tongue.say("band otherwise", title=title)
        threshold = f"{decimal(check.threshold.amount)} {check.threshold.unit}"
        base = next(one.base for one in beside if one.check == check)
        return self.tongue.say("band where", title=title, base=base, operator=check.operator, threshold=threshold)

    def _amount(self, band: Liability) -> str:
        """Return exact amounts where the base is stated, else what the law names; empty for another consequence."""
        say = self.tongue.say
        low, high = (decimal(end.amount) if end else "" for end in (band.low, band.high))
        if band.high:
            return say("band" if low else "band up to", low=low, high=high, unit=band.high.unit)
        if band.multiple:
            least, most = map(decimal, band.multiple)
            return say("band times" if band.multiple[0] else "band times up to", low=least, high=most, base=band.base)
        return ""

    def _turns(self, outcome: Outcome) -> Iterator[str]:
        leaves = [named(leaf, self.tongue) for leaf in outcome.depends_on]
        if leaves:
            shown = ", ".join(leaves[:_FEW]) + (", …" if len(leaves) > _FEW else "")
            yield self.tongue.say("depends", leaves=shown)
        if outcome.by_branch:
            yield by_branch(outcome.by_branch, self.tongue)
