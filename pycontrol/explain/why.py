"""Why, and why not: the reason tree of a provision, read off what the solver derived. Nothing is decided here."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, assert_never
from weakref import WeakKeyDictionary

from pycontrol.asp import Subject, Thing, atom_of_defeat, presupposed
from pycontrol.determine import Certainty, Layer, Life, Operation, target_statuses, under
from pycontrol.explain.findings import Findings
from pycontrol.explain.gist import filled, general
from pycontrol.explain.reason import Reason, Sort, Verdict
from pycontrol.explain.wording import context_words
from pycontrol.law.model import (
    AnyOf,
    Aspect,
    Differs,
    IsTerm,
    Listed,
    Modality,
    Operates,
    Quantifier,
    Reference,
    Share,
    Stake,
    Test,
    Under,
)
from pycontrol.phrases import NOTHING, Text, joined, say, verbatim
from pycontrol.phrases import thing as named

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from pycontrol.determine import Determination, Evidence, Outcome, Status
    from pycontrol.diagnostics import Span
    from pycontrol.law.model import Alternative, Condition, Provision, Term

_ASPECTS = {
    Aspect.APPLIES: "applies",
    Aspect.STANDS: "stands",
    Aspect.BREACH: "breached",
}
HANGS = say("hangs")
"""The note of what a review policy or terms hang on, which is no condition of their own."""
UNISSUED = say("not issued")
AWAKE = say("as if awake")

_VERDICTS = {
    Certainty.CERTAIN: Verdict.MET,
    Certainty.POSSIBLE: Verdict.UNKNOWN,
    Certainty.EXCLUDED: Verdict.UNMET,
}


def why(determination: Determination, evidence: Evidence, citation: str | None = None) -> tuple[Reason, ...]:
    """Return the reasons of every outcome (under `citation`, if given), in the order of the outcomes."""
    found: dict[tuple[str, Subject, str], None] = {}
    for outcome in determination.outcomes:
        if citation is None or under(outcome.provision, citation):
            for subject in _subjects(evidence, outcome):
                found[(outcome.provision, subject, outcome.layer)] = None
    asked = evidence.about(path for path, _, _ in found)
    trees = {layer: _Trees(asked, determination, layer) for layer in Layer}
    return tuple(trees[Layer(layer)].provision(path, subject) for path, subject, layer in found)


def why_not(determination: Determination, evidence: Evidence, citation: str) -> tuple[Reason, ...]:
    """Return, for every provision under `citation` and every subject, why it does not certainly bind, nearest first.

    The nearest has the fewest conditions unmet, and of these the fewest unknown; of alternatives one is enough. A provision
    weighed for no act of the scenario says so, rests on nothing and comes last.
    """
    found: list[Reason] = []
    named = {path: one for path, one in evidence.program.law.provisions.items() if under(path, citation)}
    evidence = evidence.about(named)
    trees = _Trees(evidence, determination, Layer.NOW)
    for path, provision in named.items():
        subjects = evidence.case.subjects.get(evidence.program.class_of[path].name, ())
        if not subjects:
            note = _unweighed(evidence, provision)
            found.append(Reason(Sort.PROVISION, Verdict.UNMET, general(provision), path, note=note))
        found.extend(
            trees.provision(path, subject)
            for subject in subjects
            if evidence.overall(evidence.atom("binds", Layer.NOW, path, subject)) is not Certainty.CERTAIN
        )
    known: dict[int, tuple[int, int]] = {}
    return tuple(sorted(found, key=lambda one: (not one.because, _distance(one, known))))


def _unweighed(evidence: Evidence, provision: Provision) -> Text:
    """Say why a provision is weighed for nothing in a scenario."""
    asked, regime = evidence.case.things.scenario.regimes, evidence.program.law.instruments[provision.instrument].regime
    if asked and regime not in asked:
        return say("not asked of", regime=regime, asked=joined(asked))
    return say("weighed for none", kinds=joined(sorted(provision.kinds)))


_EITHER = frozenset({Sort.ALTERNATIVE, Sort.TERM, Sort.PROVISION})
"""Of these one is enough where several stand below a condition."""
_OWN = {Verdict.MET: (0, 0), Verdict.UNKNOWN: (0, 1), Verdict.UNMET: (1, 0)}
_DEFEATED = {Verdict.MET: (1, 0), Verdict.UNKNOWN: (0, 1), Verdict.UNMET: (0, 0)}


def _distance(reason: Reason, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """How many conditions would have to be otherwise for a reason to hold, and how many would have to be known to be met."""
    if id(reason) not in known:
        known[id(reason)] = _counted(reason, known)
    return known[id(reason)]


def _counted(reason: Reason, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """An exception stands in the way where it defeats; what else is met asks for nothing more."""
    own = (_DEFEATED if reason.sort is Sort.EXCEPTION else _OWN)[reason.verdict]
    if reason.sort is Sort.EXCEPTION or reason.verdict is Verdict.MET:
        return own
    ways = [_distance(child, known) for child in reason.because if child.sort in _EITHER]
    below = [_distance(child, known) for child in reason.because]
    return max(own, min(ways) if ways else (sum(unmet for unmet, _ in below), sum(unknown for _, unknown in below)))


def _subjects(evidence: Evidence, outcome: Outcome) -> Iterable[Subject]:
    for subject in evidence.case.subjects.get(evidence.program.class_of[outcome.provision].name, ()):
        names = (subject.item.name if subject.item else "-", subject.bearer.name if subject.bearer else "-")
        if subject.act.name == outcome.act and names == (outcome.item, outcome.bearer):
            yield subject


def _aspect(aspect: Aspect, *, holds: bool = True) -> Text:
    return say(_ASPECTS[aspect] + ("" if holds else " not"))


def _some(provisions: Iterable[str], aspect: Aspect) -> Text:
    """Say of some provisions together that they apply, stand or are breached."""
    return say("of some", provisions=joined(provisions), aspect=_aspect(aspect))


_BUILT: WeakKeyDictionary[Evidence, dict[Hashable, Reason]] = WeakKeyDictionary()
"""What was built of a case, as it was asked for its reasons, as long as somebody holds its determination."""


@cache
def _written(span: Span) -> tuple[Text, str]:
    """Return the words of the law file, and where they stand in it."""
    return verbatim(" ".join(span.text.split())), str(span)


class _Trees:
    """Builds the reasons of provisions in one layer. What rests on the same is built once, and stands in every tree.

    No reason rests on itself: each is as high as what it tells of, and the law has no circles.
    """

    def __init__(self, evidence: Evidence, determination: Determination, layer: str) -> None:
        self.evidence = evidence
        self.built = _BUILT.setdefault(evidence, {})
        self.program = evidence.program
        self.findings = Findings(evidence)
        self.layer = layer
        self.statuses = {(one.provision, one.act): one for one in determination.statuses}

    def _keep(self, key: Hashable, reason: Reason) -> Reason:
        self.built[key] = reason
        return reason

    def provision(self, path: str, subject: Subject) -> Reason:
        """Return the reason tree of a provision that binds a subject, or does not."""
        found = self._looked_at(path, subject, Aspect.STANDS)
        hanging = self._hanging(self.program.law.provisions[path], subject)
        return replace(found, because=(*found.because, *hanging)) if hanging else found

    def _looked_at(self, path: str, subject: Subject, aspect: Aspect) -> Reason:
        """A provision for a subject, with what that rests on which is asked: to apply, it need not go undefeated."""
        alone = aspect is Aspect.APPLIES
        key = self.layer, path, subject, alone
        return self.built.get(key) or self._keep(key, self._provision(path, subject, alone=alone))

    def _provision(self, path: str, subject: Subject, *, alone: bool) -> Reason:
        provision = self.program.law.provisions[path]
        verdict = self._verdict(self.evidence.atom("binds", self.layer, path, subject))
        words = filled(self.findings, provision, subject)
        unissued = Reason(Sort.STATUS, Verdict.UNMET, UNISSUED)
        weighed = self._weighed(path, subject)
        children = [self._status(self.statuses[(path, subject.act.name)]) if weighed else unissued]
        children += [
            Reason(Sort.STATUS, Verdict.UNKNOWN, say("may not be there", thing=named(part.name)))
            for part in (subject.item, subject.bearer)
            if part and part.ghost
        ]
        children += [self._asked(provision, condition, subject) for condition in self.program.conditions[path]]
        children += [] if alone else self._exceptions(path, subject)
        children += self._context(provision)
        return Reason(Sort.PROVISION, verdict, words, path, source=str(provision.span or ""), because=tuple(children))

    def _asked(self, provision: Provision, condition: Condition, subject: Subject) -> Reason:
        """A condition in the words of the law file; what a norm presupposes has none there, and is said in ours."""
        found = self._condition(self.program.owner(provision.path, condition), condition, subject)
        if condition != presupposed(provision):
            return found
        aspect = Aspect.BREACH if provision.norm.modality is Modality.SANCTION else Aspect.APPLIES
        return replace(found, words=_some(provision.norm.of, aspect))

    def _weighed(self, path: str, subject: Subject) -> bool:
        return (path, subject.act.name) in self.statuses

    def _verdict(self, atom: str) -> Verdict:
        return _VERDICTS[self.evidence.overall(atom)]

    def _status(self, status: Status) -> Reason:
        sleeps = status.life in (Life.NOT_BEGUN, Life.ENDED) or status.operation is Operation.SUSPENDED
        open_ = status.operation is Operation.UNCONFIRMED or status.life is Life.OPEN
        verdict = Verdict.UNMET if sleeps else (Verdict.UNKNOWN if open_ else Verdict.MET)
        note = say("by", because=status.because) if status.because else NOTHING
        life = say(status.life, readings=joined(status.turns_on))
        if status.life is Life.NOT_BEGUN and status.begins:
            life = say("begins", day=status.begins)
        if status.life in (Life.NOT_BEGUN, Life.ENDED) and status.operation is Operation.FREE:
            return Reason(Sort.STATUS, verdict, life, note=note)
        return Reason(Sort.STATUS, verdict, say("state", life=life, operation=say(status.operation)), note=note)

    def _hanging(self, provision: Provision, subject: Subject) -> list[Reason]:
        """What a review policy or terms hang on: that a requirement which they name stands."""
        if not provision.norm.hangs_on:
            return []
        found = [Verdict.UNMET]
        for path in provision.norm.hangs_on:
            level = self.program.aspect_levels[(path, Aspect.STANDS)]
            found += [
                self._verdict(self.evidence.atom(f"stands_{level}", self.layer, path, other))
                for other in self.evidence.case.subjects.get(self.program.class_of[path].name, ())
                if other.act == subject.act and (other.item == subject.item or None in (other.item, subject.item))
            ]
        verdict = max(found, key=[Verdict.UNMET, Verdict.UNKNOWN, Verdict.MET].index)
        return [Reason(Sort.STATUS, verdict, _some(provision.norm.hangs_on, Aspect.STANDS), note=HANGS)]

    def _context(self, provision: Provision) -> list[Reason]:
        """The measures of the register beside which a provision or its instrument stands."""
        law = self.program.law
        names = dict.fromkeys((*provision.context, *law.instruments[provision.instrument].context))
        return [Reason(Sort.CONTEXT, Verdict.MET, context_words(law.measures[name])) for name in names]

    def _exceptions(self, path: str, subject: Subject) -> list[Reason]:
        """Every provision that may defeat this one: whether it does, and if it was itself defeated, by what."""
        return [
            self._exception(path, by, subject, other)
            for by in self.program.defeaters.get(path, ())
            for other in self.evidence.case.subjects.get(self.program.class_of[by].name, ())
            if other.act == subject.act and (other.item == subject.item or None in (other.item, subject.item))
        ]

    def _exception(self, path: str, other_path: str, subject: Subject, other: Subject) -> Reason:
        verdict = self._verdict(atom_of_defeat(self.evidence.case, self.layer, path, other_path, subject))
        note = {Verdict.MET: "defeats", Verdict.UNMET: "defeats not", Verdict.UNKNOWN: "defeats perhaps"}[verdict]
        inner = self._looked_at(other_path, other, Aspect.STANDS)
        return Reason(Sort.EXCEPTION, verdict, inner.words, other_path, note=say(note), because=inner.because)

    # --- conditions -----------------------------------------------------------------------------------------

    def _condition(self, owner: str, condition: Condition, subject: Subject | Thing) -> Reason:
        """Return a condition as it is for a subject."""
        key = self.layer, owner, id(condition), subject
        return self.built.get(key) or self._keep(key, self._build(owner, condition, subject))

    def _build(self, owner: str, condition: Condition, subject: Subject | Thing) -> Reason:
        port = self.program.ports[(owner, condition)]
        verdict = self._verdict(self.evidence.leaf(port, subject, self.layer))
        words, source = _written(condition.span)
        match condition:
            case AnyOf(_, alternatives):
                ways = tuple(self._alternative(owner, one, subject) for one in alternatives)
                return Reason(Sort.CONDITION, verdict, say("any of"), source=source, because=ways)
            case IsTerm():
                unwritten = condition.span == self.program.terms[condition.term].span
                return Reason(
                    Sort.CONDITION,
                    verdict,
                    say("in no entry", list=words) if unwritten and condition.quantifier is Quantifier.NO else words,
                    source=source,
                    findings=self.findings.members(condition, subject),
                    because=tuple(self._terms(condition, subject)),
                )
            case Reference():
                because = tuple(self._referred(condition, subject))
                looked = () if because else self.findings.unweighed(condition, subject)
                return Reason(Sort.CONDITION, verdict, words, source=source, findings=looked, because=because)
            case Operates():
                because = tuple(self._operating(condition, subject))
                note = AWAKE if self.layer == Layer.DORMANT else NOTHING
                return Reason(Sort.CONDITION, verdict, words, note=note, source=source, because=because)
            case Test() | Listed() | Share() | Stake() | Under() | Differs():
                found = self.findings.of(condition, subject)
                return Reason(Sort.CONDITION, verdict, words, source=source, findings=found)
            case _:
                assert_never(condition)

    def _operating(self, condition: Operates, subject: Subject | Thing) -> Iterable[Reason]:
        """What is asked whether it operates, with its status, which is that of now also where it is asked as if awake."""
        act = subject.act if isinstance(subject, Subject) else subject
        found = target_statuses(self.evidence, condition.target, act)
        yield from (replace(self._status(one), citation=one.provision) for one in found)
        if not found:
            yield Reason(Sort.STATUS, Verdict.UNMET, UNISSUED, condition.target)

    def _alternative(self, owner: str, one: Alternative, subject: Subject | Thing) -> Reason:
        """An alternative; that of an item list, an entry, under its label and its code."""
        code, suspected = one.code, NOTHING
        if code and code.suspected:
            suspected = say("suspected because", suspected=code.suspected, because=code.because)
        return Reason(
            Sort.ALTERNATIVE,
            self._verdict(self.evidence.leaf(self.program.ports[(owner, one)], subject, self.layer)),
            one.title if one.title.en else _written(one.span)[0],
            label=f"{one.label} {code.printed}" if code and code.printed else one.label,
            note=suspected,
            source=_written(one.span)[1],
            because=tuple(self._condition(self.program.within(owner, one), inner, subject) for inner in one.conditions),
        )

    def _terms(self, condition: IsTerm, subject: Subject | Thing) -> Iterable[Reason]:
        term = self.program.terms[condition.term]
        for thing in self.evidence.case.things.reach(subject, condition.reach)[0]:
            key = self.layer, term.name, thing
            yield self.built.get(key) or self._keep(key, self._term(term, thing))

    def _term(self, term: Term, thing: Thing) -> Reason:
        owner, level = self.program.term_ids[term.name], self.program.term_levels[term.name]
        verdict = self._verdict(f"is_{level}({self.evidence.case.number},{owner},{self.evidence.case.thing(thing)})")
        words = say("is", thing=named(thing.name), term=term.title if term.title.en else term.name)
        children = tuple(self._condition(owner, inner, thing) for inner in term.conditions)
        note = term.tolerance.because if term.tolerance and not term.entries else NOTHING
        return Reason(Sort.TERM, verdict, words, term.name, note=note, source=str(term.span or ""), because=children)

    def _referred(self, reference: Reference, subject: Subject | Thing) -> Iterable[Reason]:
        acts = self.evidence.case.things.reach(subject, reference.reach)[0]
        for path in reference.provisions:
            for other in self.evidence.case.subjects.get(self.program.class_of[path].name, ()):
                if other.act in acts and self._weighed(path, other):
                    level = self.program.aspect_levels[(path, reference.aspect)]
                    verdict = self._verdict(self.evidence.atom(f"{reference.aspect}_{level}", self.layer, path, other))
                    inner = self._looked_at(path, other, reference.aspect)
                    note = _aspect(reference.aspect, holds=verdict is not Verdict.UNMET)
                    yield Reason(Sort.PROVISION, verdict, inner.words, path, note=note, because=inner.because)
