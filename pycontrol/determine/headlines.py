"""The headline of each act in each legal order: the gravest that follows, what graver may, and what would if the law woke."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.determine.lines import under, word_of
from pycontrol.determine.outcome import GRAVE, Certainty, Grain, Headline, Kind, Layer, Otherwise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.determine.evidence import Evidence
    from pycontrol.determine.outcome import Outcome
    from pycontrol.law.model import Instrument, Law, Regime, Text


def asked_of(evidence: Evidence) -> tuple[Regime, ...]:
    """Return the legal orders asked of, in the order in which they were named; all, where none was."""
    regimes = evidence.program.law.regimes
    return tuple(regimes[name] for name in evidence.case.things.scenario.regimes or regimes)


def encoded(law: Law) -> frozenset[str]:
    """Return the legal orders of which some provision is encoded: of one that is only noted, nothing is known."""
    return frozenset(law.instruments[one.instrument].regime for one in law.provisions.values())


def headlines(evidence: Evidence, grains: tuple[Grain, ...], outcomes: tuple[Outcome, ...]) -> Iterator[Headline]:
    """Yield a headline for every act and legal order asked of."""
    law = evidence.program.law
    # What sleeps in one branch and holds in another is no sleeping outcome, and is not told as one here either.
    asleep = {(_order(law, one), one.act, word_of(one)) for one in outcomes if one.layer is Layer.DORMANT}
    known = encoded(law)
    for act in evidence.case.things.acts:
        for regime in [one for one in asked_of(evidence) if one.name in known] or asked_of(evidence):
            here = [one for one in grains if one.act == act and _regime(law, one.scope) == regime.name]
            found = {
                (one.layer, one.word): one
                for one in here
                if one.scope == regime.name
                if one.layer is Layer.NOW or (regime.name, act, one.word) in asleep
            }
            own = [one for one in outcomes if one.act == act and _order(law, one) == regime.name]
            for one in own:  # what only another reading brings is no grain, as it is excluded by default
                excluded = Grain(one.layer, word_of(one), regime.name, act, Certainty.EXCLUDED)
                found.setdefault((one.layer, word_of(one)), excluded)
            covered = _covered(own) and all(_named(one, own) for one in here if one.scope != regime.name)
            headline = _headline(regime.name, regime.severity, act, found, own, covered=covered)
            held = regime.name in known and not any(predecessors(evidence, act, regime.name))
            yield headline if headline.word or held else replace(headline, certainty=Certainty.POSSIBLE)


def predecessors(evidence: Evidence, act: str, regime: str) -> Iterator[tuple[Instrument, Text]]:
    """Yield the instruments of a legal order that are later than the act, and what each says of the law before it."""
    things = evidence.case.things
    for instrument in evidence.program.law.instruments.values():
        begins = instrument.begins or instrument.issued
        assumed = instrument.name in things.scenario.assumptions.in_force
        if instrument.predecessor and instrument.regime == regime and things.acts[act].on < begins and not assumed:
            yield instrument, instrument.predecessor


def _order(law: Law, outcome: Outcome) -> str:
    return _regime(law, outcome.provision)


def _regime(law: Law, scope: str) -> str:
    """Return the legal order of a scope: the order itself, an instrument, or what is cited below one."""
    return scope if scope in law.regimes else law.instruments[scope.partition("/")[0]].regime


def _covered(outcomes: Iterable[Outcome]) -> bool:
    """Whether papers held certainly cover everything that certainly needs one, and nothing is certainly to be answered for."""
    now = [one for one in outcomes if one.layer is Layer.NOW and one.default is Certainty.CERTAIN]
    if any(one.kind is Kind.LIABILITY for one in now):
        return False
    needed = {(one.provision, one.item, one.bearer) for one in now if one.kind in GRAVE}
    held = {(one.provision, one.item, one.bearer) for one in now if one.kind is Kind.COVERED}
    return bool(needed) and needed <= held


def _named(grain: Grain, outcomes: Iterable[Outcome]) -> bool:
    """Whether what certainly needs a paper within a scope is some outcome there, and not one of several unsaid."""
    if grain.layer is not Layer.NOW or grain.word not in GRAVE or grain.certainty is not Certainty.CERTAIN:
        return True
    certain = (one.provision for one in outcomes if one.kind == grain.word and one.default is Certainty.CERTAIN)
    return any(under(path, grain.scope) for path in certain)


def _headline(
    regime: str,
    severity: tuple[str, ...],
    act: str,
    found: dict[tuple[Layer, str], Grain],
    own: list[Outcome],
    *,
    covered: bool,
) -> Headline:
    """The gravest that is certain, and what graver is possible; an open reading counts as possible.

    What only another reading than the default brings stands apart: nobody may miss it, nor take it for what is open.
    """
    told = [grain for word in severity if (grain := found.get((Layer.NOW, word)))]
    now = [grain for grain in told if grain.certainty is not Certainty.EXCLUDED]
    sure = next((one.word for one in now if one.certainty is Certainty.CERTAIN), "")
    graver = [replace(one, certainty=Certainty.POSSIBLE) for one in _graver(now, sure, severity)]
    perhaps = graver[0].word if graver else sure
    asleep = _asleep(severity, sure, perhaps, found)
    otherwise = next((_otherwise(one.word, own) for one in _graver(told, perhaps, severity)), None)
    if sure or not graver:
        return Headline(regime, act, sure, Certainty.CERTAIN, (), tuple(graver), asleep, otherwise, covered=covered)
    return Headline(
        regime, act, now[0].word, Certainty.POSSIBLE, now[0].by_branch, tuple(graver[1:]), asleep, otherwise
    )


def _otherwise(word: str, own: Iterable[Outcome]) -> Otherwise:
    """What follows by other readings than the default: which they are, and whether it is certain under some of them."""
    turned = [turn for one in own if one.layer is Layer.NOW and word_of(one) == word for turn in one.turns_on]
    sure = any(certainty is Certainty.CERTAIN for _, certainty in turned)
    readings = dict.fromkeys(name for deviation, _ in turned for name, _ in deviation)
    return Otherwise(word, Certainty.CERTAIN if sure else Certainty.POSSIBLE, tuple(readings))


def _asleep(
    severity: tuple[str, ...], sure: str, perhaps: str, found: dict[tuple[Layer, str], Grain]
) -> tuple[Grain, ...]:
    """What would make the headline graver if what sleeps operated: first what is certain of it, then what is possible."""
    sleeping = [grain for word in severity if (grain := found.get((Layer.DORMANT, word)))]
    certain = [one for one in sleeping if one.certainty is Certainty.CERTAIN]
    first = _graver(certain, sure, severity)[:1]
    gravest = min((word for word in (perhaps, *(one.word for one in first)) if word), key=severity.index, default="")
    perhaps_graver = _graver(sleeping, gravest, severity)[:1]
    return (*first, *(replace(one, certainty=Certainty.POSSIBLE) for one in perhaps_graver))


def _graver(grains: list[Grain], than: str, severity: tuple[str, ...]) -> list[Grain]:
    """Return the grains whose word is graver than another; all, where there is no other."""
    return [one for one in grains if not than or severity.index(one.word) < severity.index(than)]
