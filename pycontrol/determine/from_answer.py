"""The solver's answer becomes a determination: outcomes with certainty, headline, status, and what to find out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.asp import due_days
from pycontrol.determine.classification import classification
from pycontrol.determine.determination import Determination
from pycontrol.determine.headlines import asked_of, headlines, predecessors
from pycontrol.determine.liability import liabilities
from pycontrol.determine.names import found_names, near_names
from pycontrol.determine.open_leaves import OpenLeaves
from pycontrol.determine.outcome import (
    GRAVE,
    Certainty,
    DueDay,
    Grain,
    Kind,
    Layer,
    Neighbour,
    Outcome,
)
from pycontrol.determine.status import list_statuses, operates, statuses
from pycontrol.facts.days import calendar
from pycontrol.law.model import Aspect, DueFrom, Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pycontrol.determine.evidence import Bound, Evidence
    from pycontrol.determine.outcome import OpenLeaf, TurnsOn

_VALUES = (Modality.LICENCE, Modality.DUTY, Modality.REVIEW, Modality.RELIEF, Modality.TERMS)
_MET = dict.fromkeys(GRAVE, Kind.COVERED) | {Kind.DUTY: Kind.FULFILLED}
"""What is said beside an outcome that is met, by a paper held or by what was filed; the page has the same words."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An atom, what it says, and how certain it is."""

    atom: str
    bound: Bound
    kind: Kind


def determination(evidence: Evidence, digest: str, version: str) -> Determination:
    """Return everything that follows, from the solver's answer to one case."""
    scenario = evidence.case.things.scenario
    open_leaves = OpenLeaves(evidence)
    outcomes = tuple(sorted(_outcomes(evidence, open_leaves), key=_order(evidence)))
    grains = tuple(_grains(evidence))
    heads = tuple(headlines(evidence, grains, outcomes))
    leaves = dict.fromkeys(leaf for one in outcomes if one.layer is Layer.NOW for leaf in one.depends_on)
    classified, unclassified = classification(evidence, open_leaves)
    law = evidence.program.law
    taken = dict(scenario.assumptions.taken)
    return Determination(
        scenario=scenario.name,
        asked=evidence.case.asked,
        outcomes=outcomes,
        headlines=heads,
        grains=grains,
        statuses=statuses(evidence),
        open_leaves=tuple(leaves),
        readings=tuple((name, taken.get(name) or law.readings[name].default) for name in evidence.answer.readings),
        branches=evidence.branches,
        neighbours=tuple(_neighbours(evidence, grains)),
        assumed=scenario.assumptions.denied,
        hypothetical=scenario.assumptions.in_force,
        taken=scenario.assumptions.taken,
        calendar=_calendar(outcomes),
        law_digest=digest,
        version=version,
        classified=classified,
        unclassified=unclassified,
        near_names=tuple(near_names(evidence, asked_of(evidence))),
        found_names=tuple(found_names(evidence, asked_of(evidence))),
        lists=list_statuses(evidence, (one.instrument for one in classified)),
        regimes=scenario.regimes,
        evidence=evidence,
    )


def _calendar(outcomes: tuple[Outcome, ...]) -> str:
    """Name the working-day calendar, its version and horizon, where a due date rests on it."""
    if not any(one.due for one in outcomes):
        return ""
    used = calendar()
    return f"{used.name} {used.version}, {used.first}/{used.last}"


def _order(evidence: Evidence) -> Callable[[Outcome], tuple[object, ...]]:
    """What holds now first, then by act, in the order of the law."""
    acts = {name: place for place, name in enumerate(evidence.case.things.acts)}
    paths = {path: place for place, path in enumerate(evidence.program.law.provisions)}
    return lambda one: (
        *(one.layer != Layer.NOW, acts[one.act], paths[one.provision]),
        *(one.item, one.bearer, one.kind, one.value),
    )


# --- outcomes -----------------------------------------------------------------------------------------------


def _outcomes(evidence: Evidence, leaves: OpenLeaves) -> Iterator[Outcome]:
    for found in _found(evidence):
        default = evidence.overall(found.atom)
        turns_on = evidence.turns_on(found.atom)
        if default is Certainty.EXCLUDED and not turns_on:
            continue
        if found.bound.layer == Layer.DORMANT and _holds_now(evidence, found, default):
            continue
        below = _depends_on(leaves, found) if evidence.is_open(found.atom) else ()
        yield _outcome(evidence, found, default, turns_on, below)


def _found(evidence: Evidence) -> Iterator[_Found]:
    provisions = evidence.program.law.provisions
    for atom in evidence.every_atom("binds("):
        bound = evidence.bound(atom)
        modality = provisions[bound.provision].norm.modality
        kind = Kind.LIABILITY if modality is Modality.SANCTION else Kind(modality)
        yield _Found(atom, bound, kind)
        if kind in _MET and bound.layer == Layer.NOW:
            names = evidence.program.provision_ids[bound.provision], evidence.case.subject(bound.subject)
            met = _MET[kind]
            if evidence.overall(f"{met}({evidence.case.number},{names[0]},{names[1]})") is Certainty.CERTAIN:
                yield _Found(atom, bound, met)
    for atom in evidence.every_atom("breach_"):
        bound = evidence.bound(atom)
        done = evidence.case.things.acts[bound.subject.act.name].done
        if bound.layer == Layer.NOW:
            yield _Found(atom, bound, Kind.BREACH if done else Kind.WOULD_BREACH)


def _holds_now(evidence: Evidence, found: _Found, asleep: Certainty) -> bool:
    """Whether showing a sleeping outcome would say twice what holds now in some branch, or in the same readings."""
    now = evidence.atom("binds", Layer.NOW, found.bound.provision, found.bound.subject)
    if asleep is Certainty.EXCLUDED:
        return any(
            now in column.possible for columns in evidence.answer.deviations.values() for column in columns.values()
        )
    return evidence.overall(now) is not Certainty.EXCLUDED


def _outcome(
    evidence: Evidence,
    found: _Found,
    default: Certainty,
    turns_on: TurnsOn,
    depends_on: tuple[OpenLeaf, ...],
) -> Outcome:
    provision = evidence.program.law.provisions[found.bound.provision]
    subject, norm = found.bound.subject, provision.norm
    liable = found.kind is Kind.LIABILITY
    return Outcome(
        layer=Layer(found.bound.layer),
        kind=found.kind,
        act=subject.act.name,
        item=subject.item.name if subject.item else "-",
        bearer=subject.bearer.name if subject.bearer else "-",
        provision=provision.path,
        value=norm.what if norm.modality in _VALUES else norm.cure,
        certainty=Certainty.POSSIBLE if default is Certainty.EXCLUDED else default,
        default=default,
        by_branch=evidence.by_branch(found.atom),
        turns_on=turns_on,
        depends_on=depends_on,
        of=norm.of,
        due=_due(evidence, found),
        liability=liabilities(evidence.program, evidence.case.things, norm.bands, subject) if liable else (),
        unless=default is Certainty.POSSIBLE and found.kind in GRAVE and _applies(evidence, found.bound),
    )


def _applies(evidence: Evidence, bound: Bound) -> bool:
    """Whether all conditions of a provision are certainly met, its exceptions aside."""
    level = evidence.program.aspect_levels[(bound.provision, Aspect.APPLIES)]
    atom = evidence.atom(f"applies_{level}", bound.layer, bound.provision, bound.subject)
    return evidence.overall(atom) is Certainty.CERTAIN


def _due(evidence: Evidence, found: _Found) -> DueDay | None:
    norm = evidence.program.law.provisions[found.bound.provision].norm
    if norm.due is None or found.kind is not Kind.DUTY:
        return None
    if norm.due.anchor is not DueFrom.AFTER:
        return DueDay(found.bound.subject.act.day, found.bound.subject.act.day)
    return DueDay(*due_days(norm, found.bound.subject.act.day))


def _depends_on(leaves: OpenLeaves, found: _Found) -> tuple[OpenLeaf, ...]:
    breach = found.kind in (Kind.BREACH, Kind.WOULD_BREACH)
    below = leaves.of_breach if breach else leaves.below
    return below(found.bound.provision, found.bound.subject, found.bound.layer)


# --- grains -----------------------------------------------------------------------------------


def _grains(evidence: Evidence) -> Iterator[Grain]:
    scopes = {short: scope for scope, short in evidence.program.grain_ids.items()}
    acts = {short: thing.name for thing, short in evidence.case.thing_ids.items()}
    atoms = frozenset[str]().union(*(column.possible for column in evidence.answer.columns.values()))
    for atom in sorted(atom for atom in atoms if atom.startswith("grain(")):
        _, layer, word, scope, act = atom[6:-1].split(",")
        yield Grain(
            Layer(layer),
            word.strip('"'),
            scopes[scope],
            acts[act],
            evidence.overall(atom),
            evidence.by_branch(atom),
        )


def _neighbours(evidence: Evidence, grains: tuple[Grain, ...]) -> Iterator[Neighbour]:
    """Law to look at beside every act, in each legal order that certainly requires no licence and prohibits nothing."""
    law = evidence.program.law
    settled = {
        (one.act, one.scope)
        for one in grains
        if one.layer is Layer.NOW and one.word in GRAVE and one.certainty is Certainty.CERTAIN
    }
    asked = [regime.name for regime in asked_of(evidence)]
    for act in evidence.case.things.acts.values():
        open_ = [regime for regime in asked if (act.name, regime) not in settled]
        for instrument in law.instruments.values():
            if (
                instrument.neighbour
                and instrument.regime in open_
                and operates(law, instrument.name, act.on, evidence.taken)
            ):
                yield Neighbour(instrument.name, act.name, instrument.neighbour)
        for regime in open_:
            for instrument, words in predecessors(evidence, act.name, regime):
                yield Neighbour(instrument.name, act.name, words)
