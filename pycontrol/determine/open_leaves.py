"""What an open outcome depends on: the facts, judgements and papers below it that nobody stated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from pycontrol.asp import FactKey, Scales, Subject, Thing, compared, conditions_of, kind_of, some, weigh
from pycontrol.determine.outcome import Certainty, Layer, OpenKind, OpenLeaf
from pycontrol.determine.worth import in_money, priced, worth
from pycontrol.facts.ownership import holds_on
from pycontrol.facts.shares import occurrences
from pycontrol.law.cures import cure_of
from pycontrol.law.model import (
    Adding,
    AnyOf,
    Aspect,
    Chaining,
    Differs,
    FactType,
    IsTerm,
    Listed,
    Nesting,
    Operates,
    Reach,
    Reference,
    Root,
    Settled,
    Share,
    Sort,
    Stake,
    Test,
    Under,
)
from pycontrol.law.wording import list_words
from pycontrol.phrases import Text, joined, say
from pycontrol.phrases import thing as named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pycontrol.determine.evidence import Evidence
    from pycontrol.law.model import Alternative, Condition, Fact

FEW = 6
"""So many alternatives are looked into one by one; of more, only what tells them apart."""

_TELLING = 4
_KINDS = {Settled.ASKED: OpenKind.FACT, Settled.JUDGED: OpenKind.JUDGED, Settled.NOT_ENCODED: OpenKind.NOT_ENCODED}


class OpenLeaves:
    """The open leaves of one case, each once, in the order of the law's conditions."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._walks: dict[str, _Walk] = {}

    def below(self, path: str, subject: Subject, layer: str) -> tuple[OpenLeaf, ...]:
        """Return what is open below a provision for a subject, its exceptions included."""
        # Of what is inside something that nobody named, nobody can be asked anything.
        return tuple(leaf for leaf in self._walk(layer).binds(path, subject) if "@?" not in leaf.about)

    def of_breach(self, path: str, subject: Subject, layer: str) -> tuple[OpenLeaf, ...]:
        """Return what is open below a provision, and the papers and filings by which it would not be breached."""
        return tuple(dict.fromkeys((*self.below(path, subject, layer), *self._walk(layer).papers(path, subject))))

    def in_term(self, term: str, thing: Thing) -> tuple[OpenLeaf, ...]:
        """Return what is open below a legal term for a thing."""
        return self._walk("now").term(term, thing)

    def _walk(self, layer: str) -> _Walk:
        return self._walks.setdefault(layer, _Walk(self._evidence, layer))


def telling(scales: Scales, thing: Thing, ways: Iterable[Iterable[Condition]]) -> tuple[str, ...]:
    """Return the open facts of a thing, other than figures, that tell most of the ways apart; each next one, most of the rest.

    A fact for which every way asks tells none from another. It comes last.
    """
    facts, things = scales.program.law.vocabulary.facts, scales.things
    asking = [frozenset(_asked(scales, conditions, thing)) for conditions in ways]
    asked = Counter(name for names in asking for name in sorted(names))
    telling = [
        name
        for name, _ in sorted(asked.most_common(), key=lambda one: one[1] == len(asking))
        if _telling(facts[(thing.sort, name)], asked) and things.known(thing, name).loose
    ]
    found: list[str] = []
    while telling and len(found) < _TELLING:
        left = [names for names in asking if names.isdisjoint(found)]
        found.append(max(telling, key=lambda name: sum(name in names for names in left)))
        telling.remove(found[-1])
    return tuple(found)


def _telling(fact: Fact, asked: Collection[str]) -> bool:
    """Whether somebody can say a fact who knows the thing alone, and without another fact that is asked for."""
    exists = fact.where is None or fact.where.fact not in asked
    return exists and fact.type is not FactType.QUANTITY and fact.settled is Settled.ASKED


def _asked(scales: Scales, conditions: Iterable[Condition], thing: Thing) -> Iterator[str]:
    """Yield the facts of a thing itself on which undecided conditions of it hang, those of its terms included."""
    for condition in conditions:
        if scales.condition(condition, thing) is not None:
            continue
        match condition:
            case AnyOf(_, alternatives):
                for one in alternatives:
                    if scales.conditions(one.conditions, thing) is None:
                        yield from _asked(scales, one.conditions, thing)
            case IsTerm(reach=Reach(Root.SELF, ())) if condition.term in scales.program.terms:
                yield from _asked(scales, scales.program.terms[condition.term].conditions, thing)
            case Test(reach=Reach(Root.SELF, ())):
                yield condition.fact
            case _:
                pass


class _Walk:
    """Walks down the conditions in a layer; what lies below a term, or a node of a provision, is found once per subject."""

    def __init__(self, evidence: Evidence, layer: str) -> None:
        self.evidence = evidence
        self.things = evidence.case.things
        self.program = evidence.program
        self.layer = layer
        self.opened = evidence.opened
        self.scales = Scales(self.program, self.things, {n: v for n, v in evidence.taken.items() if v}, self._referred)
        self.found: dict[tuple[str, str, Subject | Thing], tuple[OpenLeaf, ...]] = {}

    def _once(self, what: str, name: str, subject: Subject | Thing, walk: Iterable[OpenLeaf]) -> tuple[OpenLeaf, ...]:
        """Return what a walk finds; the law runs in no circle, so that it never meets what it is about to find."""
        key = what, name, subject
        if key not in self.found:
            self.found[key] = tuple(dict.fromkeys(walk))
        return self.found[key]

    def binds(self, path: str, subject: Subject) -> tuple[OpenLeaf, ...]:
        """Return what is open below a provision, and below what its review policy or terms hang on."""
        return self._once("binds", path, subject, self._binds(path, subject))

    def _binds(self, path: str, subject: Subject) -> Iterator[OpenLeaf]:
        yield from self.stands(path, subject)
        for hung in self.program.law.provisions[path].norm.hangs_on:
            level = self.program.aspect_levels[(hung, Aspect.STANDS)]
            for other in self._others(hung, subject):
                if self.evidence.is_open(self.evidence.atom(f"stands_{level}", self.layer, hung, other)):
                    yield from self.stands(hung, other)

    def stands(self, path: str, subject: Subject) -> tuple[OpenLeaf, ...]:
        """Return what is open below a provision, its exceptions included."""
        return self._once(Aspect.STANDS, path, subject, self._stands(path, subject))

    def _stands(self, path: str, subject: Subject) -> Iterator[OpenLeaf]:
        yield from self._applies(path, subject)
        for exception in self.program.defeaters.get(path, ()):
            level = self.program.aspect_levels[(exception, Aspect.APPLIES)]
            for other in self._others(exception, subject):
                atom = self.evidence.atom(f"applies_{level}", self.layer, exception, other)
                if self.evidence.is_open(atom):
                    yield from self.stands(exception, other)

    def _applies(self, path: str, subject: Subject) -> tuple[OpenLeaf, ...]:
        """Return what is open of the conditions of a provision alone."""
        return self._once(Aspect.APPLIES, path, subject, self._conditions(path, subject))

    def _conditions(self, path: str, subject: Subject) -> Iterator[OpenLeaf]:
        provision = self.program.law.provisions[path]
        for one, relation in ((subject.item, "items"), (subject.bearer, provision.bearer)):
            if one and one.ghost:
                yield self._leaf(subject.act, relation)
        for condition in conditions_of(provision):
            yield from self._condition(condition, subject)

    def _others(self, path: str, subject: Subject) -> Iterator[Subject]:
        for other in self.evidence.case.subjects.get(self.program.class_of[path].name, ()):
            if other.act == subject.act and (other.item == subject.item or None in (other.item, subject.item)):
                yield other

    def term(self, name: str, thing: Thing) -> tuple[OpenLeaf, ...]:
        """Return what is open below a term."""
        named = self.program.terms.get(name)
        walk = (leaf for one in (named.conditions if named else ()) for leaf in self._condition(one, thing))
        return self._once("term", name, thing, walk)

    def _condition(self, condition: Condition, subject: Subject | Thing) -> Iterator[OpenLeaf]:
        if self.scales.condition(condition, subject) is not None:
            return
        match condition:
            case AnyOf(_, alternatives):
                open_ways = [one for one in alternatives if self.scales.conditions(one.conditions, subject) is None]
                if len(open_ways) > FEW and isinstance(subject, Thing):
                    yield from self._telling(open_ways, subject)
                    return
                for alternative in open_ways:
                    for inner in alternative.conditions:
                        yield from self._condition(inner, subject)
            case Test(_, reach, fact):
                yield from self._links(subject, condition)
                for thing in self.things.reach(subject, reach)[0]:
                    yield from self._fact(thing, FactKey(thing.sort, fact))
            case Listed(_, reach, listing, _, notices):
                for thing in self.things.reach(subject, reach)[0]:
                    yield from self._fact(thing, FactKey(Sort.PARTY, listing, listing, notices))
            case IsTerm(_, reach, term):
                for thing in self.things.reach(subject, reach)[0]:
                    yield from self.term(term, thing)
            case Share():
                yield from self._share(condition, subject)
            case Stake():
                yield from self._stake(condition, subject)
            case Differs():
                for reach, fact in ((condition.reach, condition.fact), (condition.other_reach, condition.other_fact)):
                    for thing in self.things.reach(subject, reach)[0]:
                        if self.things.known(thing, fact).more:
                            yield self._leaf(thing, fact)
            case Reference():
                yield from self._reference(condition, subject)
            case Operates() | Under():
                return
            case _:
                assert_never(condition)

    def _telling(self, open_ways: Iterable[Alternative], thing: Thing) -> Iterator[OpenLeaf]:
        """Of very many alternatives, yield the open facts that tell most of them apart."""
        for name in telling(self.scales, thing, (one.conditions for one in open_ways)):
            yield self._leaf(thing, name)

    # --- leaves ---------------------------------------------------------------------------------------------

    def _links(self, subject: Subject | Thing, condition: Test | Reference) -> Iterator[OpenLeaf]:
        """A link to an act that nobody stated: which act does this one serve?"""
        start, dark = self.things.reach(subject, condition.reach)
        if dark and not start and isinstance(subject, Subject):
            yield self._leaf(subject.act, condition.reach.steps[0])

    def _fact(self, thing: Thing, key: FactKey) -> Iterator[OpenLeaf]:
        if (thing.name, key) not in self.opened:
            return
        if key.list:
            yield OpenLeaf(
                OpenKind.LIST, thing.name, list_words(key.list, key.notices), self._list_question(thing, key)
            )
        else:
            yield self._leaf(thing, key.name)

    def _list_question(self, thing: Thing, key: FactKey) -> Text:
        title = self.program.law.lists[key.list].title
        if key.notices:
            return say("is it listed by", thing=named(thing.name), title=title, notices=joined(key.notices, "or"))
        return say("is it listed", thing=named(thing.name), title=title)

    def _leaf(self, thing: Thing, name: str) -> OpenLeaf:
        fact = self.things.fact(thing.sort, name)
        hole, said = f"{{{thing.sort}}}", named(thing.name)
        question = Text(fact.question.en.replace(hole, said.en), fact.question.zh.replace(hole, said.zh))
        known = self.things.known(thing, name)
        if known.beside:
            sharper, value = joined(known.beside, "or"), joined(map(str, known.values))
            question = say("vague word", question=question, value=value, sharper=sharper, fact=name)
        return OpenLeaf(_KINDS[fact.settled], thing.name, name, question, fact.indicators)

    def _share(self, share: Share, subject: Subject | Thing) -> Iterator[OpenLeaf]:
        computed = self.program.computed_for[share]
        counted = computed.term
        taken = dict(self.things.scenario.assumptions.taken).get(share.adding)
        apart = (taken or self.program.law.readings[share.adding].default) != Adding.SUMMED
        for item in self.things.reach(subject, share.reach)[0]:
            if item.unnamed or self.things.known(item, "value").more or not worth(self.things, item):
                yield in_money(self._leaf(item, "value"), self.things, item, item)
            if item.unnamed:
                continue
            for occurrence in ((item.name,), *occurrences(self.things.scenario, item.name, Nesting.ANY_DEPTH)):
                part = Thing(Sort.ITEM, occurrence[-1], item.day)
                member = weigh(self.program, self.things, counted, part) if part != item else False
                if member is None:
                    yield from self.term(counted, part)
                if apart and computed.materials and member is not False:
                    kind = kind_of(self.program, self.things, computed, part)
                    for material in sorted(kind.perhaps - kind.surely):
                        yield from self.term(material, part)
                if member is not False and not priced(self.things, part, item):
                    yield in_money(self._leaf(part, "value"), self.things, part, item)
                if member is not True and self.things.known(part, "parts").more:
                    yield self._leaf(part, "parts")

    def _stake(self, stake: Stake, subject: Subject | Thing) -> Iterator[OpenLeaf]:
        parties = self.things.reach(subject, stake.reach)[0]
        above = dict.fromkeys(found for party in parties for found in self._above(stake, party))
        bodies = [str(body) for one, _ in above for body in self.things.known(one, "branch-of").values]
        for one, short in above:
            if short and self.things.known(one, "owners").more:
                yield self._leaf(one, "owners")
            if self.things.known(one, "branch-of").more:
                yield self._leaf(one, "branch-of")
        for name in dict.fromkeys((*(one.owner for one in self.things.scenario.stakes), *bodies)):
            holder = Thing(Sort.PARTY, name, parties[0].day) if parties else None
            if holder and weigh(self.program, self.things, stake.term, holder) is None:
                yield from self.term(stake.term, holder)
        if stake.control_fact:
            for party in parties:
                if self.things.known(party, stake.control_fact).more:
                    yield self._leaf(party, stake.control_fact)

    def _above(self, stake: Stake, party: Thing) -> Iterator[tuple[Thing, bool]]:
        """Yield the party, the body of a branch and, unless only direct stakes count, who holds it; and so on.

        Beside each stands whether less than all its shares are stated.
        """
        taken = stake.fixed or dict(self.things.scenario.assumptions.taken).get(stake.chaining)
        direct = (taken or self.program.law.readings[stake.chaining].default) == Chaining.DIRECT
        rows = [
            one for one in self.things.scenario.stakes if one.interest == stake.interest and holds_on(one, party.day)
        ]
        found = [party]
        for one in found:
            stated = [(row.owner, row.share) for row in rows if row.held == one.name]
            yield one, sum(share for _, share in stated) < 1
            bodies = [str(body) for body in self.things.known(one, "branch-of").values]
            above = bodies if direct or one.unnamed else [*bodies, *(owner for owner, _ in stated)]
            things = [Thing(Sort.PARTY, name, one.day) for name in dict.fromkeys(above)]
            found += [thing for thing in things if thing not in found]

    def _reference(self, reference: Reference, subject: Subject | Thing) -> Iterator[OpenLeaf]:
        yield from self._links(subject, reference)
        yield from self._orders(subject, reference)
        for path, other in self._named(reference, subject):
            if self._aspect(reference, path, other) is not None:
                continue
            match reference.aspect:
                case Aspect.APPLIES:
                    yield from self._applies(path, other)
                case Aspect.STANDS:
                    yield from self.stands(path, other)
                case Aspect.BREACH:
                    yield from self.stands(path, other)
                    yield from self.papers(path, other)
                case _:
                    assert_never(reference.aspect)

    def _orders(self, subject: Subject | Thing, reference: Reference) -> Iterator[OpenLeaf]:
        """The legal orders of which the scenario does not ask, where what is referred to belongs to one."""
        law, asked = self.program.law, self.things.scenario.regimes
        named = (self.program.class_of[path].regime for path in reference.provisions)
        for name in dict.fromkeys(one for one in named if asked and one not in asked):
            act, title = subject.act if isinstance(subject, Subject) else subject, law.regimes[name].title
            yield OpenLeaf(OpenKind.NOT_ASKED, act.name, name, say("what does it say", title=title))

    def papers(self, path: str, subject: Subject) -> Iterator[OpenLeaf]:
        """Yield the licence, consent or fulfilment that was not stated, on which a breach depends."""
        provision = self.program.law.provisions[path]
        names = self.program.provision_ids[path], self.evidence.case.subject(subject)
        for predicate, kind in (("covered", OpenKind.LICENCE), ("fulfilled", OpenKind.FULFILMENT)):
            if self.evidence.is_open(f"{predicate}({self.evidence.case.number},{names[0]},{names[1]})"):
                yield OpenLeaf(kind, subject.act.name, path, say(f"{predicate}?"))
                if kind is OpenKind.LICENCE:
                    for fact in compared(self.things, cure_of(provision), subject):
                        yield self._leaf(subject.act, fact)

    def _named(self, reference: Reference, subject: Subject | Thing) -> Iterator[tuple[str, Subject]]:
        acts = self.things.reach(subject, reference.reach)[0]
        for path in reference.provisions:
            for other in self.evidence.case.subjects.get(self.program.class_of[path].name, ()):
                if other.act in acts:
                    yield path, other

    def _aspect(self, reference: Reference, path: str, other: Subject) -> bool | None:
        """Return what the solver says of one provision that is referred to: it holds, fails, or is open."""
        level = self.program.aspect_levels[(path, reference.aspect)]
        atom = self.evidence.atom(f"{reference.aspect}_{level}", self.layer, path, other)
        verdicts = set(self.evidence.certainties(atom).values())
        return None if len(verdicts) > 1 or Certainty.POSSIBLE in verdicts else Certainty.CERTAIN in verdicts

    def _referred(self, reference: Reference | Operates, subject: Subject | Thing) -> bool | None:
        if isinstance(reference, Operates):
            return self.scales.operating(reference, subject)[self.layer == Layer.DORMANT]
        _, dark = self.things.reach(subject, reference.reach)
        unasked = not self.evidence.case.asks_all(reference.provisions)
        return (
            None if dark or unasked else some(self._aspect(reference, *one) for one in self._named(reference, subject))
        )
