"""What an open outcome depends on: the facts, judgements and papers below it that nobody stated."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.asp import FactKey, Subject, Thing, conditions_of, kind_of, weigh
from pycontrol.determine.outcome import OpenKind, OpenLeaf
from pycontrol.facts.ownership import holds_on
from pycontrol.facts.shares import occurrences
from pycontrol.law.model import (
    Adding,
    AnyOf,
    Aspect,
    Chaining,
    Differs,
    IsTerm,
    Listed,
    Nesting,
    Quantity,
    Reference,
    Settled,
    Share,
    Sort,
    Stake,
    Test,
    Text,
    Under,
)
from pycontrol.law.wording import list_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.determine.evidence import Evidence
    from pycontrol.law.model import Condition

_KINDS = {Settled.ASKED: OpenKind.FACT, Settled.JUDGED: OpenKind.JUDGED, Settled.NOT_ENCODED: OpenKind.NOT_ENCODED}


def open_below(evidence: Evidence, path: str, subject: Subject, layer: str) -> tuple[OpenLeaf, ...]:
    """Return the open leaves below a provision for a subject, each once, in the order of the law's conditions."""
    walk = _Walk(evidence, layer)
    found = dict.fromkeys(walk.provision(path, subject))
    # Of what is inside something that nobody named, nobody can be asked anything.
    return tuple(leaf for leaf in found if "@?" not in leaf.about)


def open_in_term(evidence: Evidence, term: str, thing: Thing) -> tuple[OpenLeaf, ...]:
    """Return the open leaves below a legal term for a thing, each once, in the order of its conditions."""
    return tuple(dict.fromkeys(_Walk(evidence, "now").term(term, thing)))


class _Walk:
    """One walk down the conditions; each provision and term is visited once per subject."""

    def __init__(self, evidence: Evidence, layer: str) -> None:
        self.evidence = evidence
        self.things = evidence.case.things
        self.program = evidence.program
        self.layer = layer
        self.opened = evidence.opened
        self.seen: set[tuple[str, Subject | Thing]] = set()

    def provision(self, path: str, subject: Subject) -> Iterator[OpenLeaf]:
        """Yield what is open below a provision, its exceptions included."""
        if (path, subject) in self.seen:
            return
        self.seen.add((path, subject))
        provision = self.program.law.provisions[path]
        owner = self.program.class_of[path].name
        for condition in conditions_of(provision):
            yield from self._condition(owner, condition, subject)
        for link in self.program.links:
            if link.first == path:
                level = self.program.aspect_levels[(link.second, Aspect.APPLIES)]
                for other in self._others(link.second, subject):
                    atom = self.evidence.atom(f"applies_{level}", self.layer, link.second, other)
                    if self.evidence.is_open(atom):
                        yield from self.provision(link.second, other)

    def _others(self, path: str, subject: Subject) -> Iterator[Subject]:
        for other in self.evidence.case.subjects.get(self.program.class_of[path].name, ()):
            if other.act == subject.act and (other.item == subject.item or None in (other.item, subject.item)):
                yield other

    def term(self, name: str, thing: Thing) -> Iterator[OpenLeaf]:
        """Yield what is open below a term."""
        if (name, thing) not in self.seen:
            self.seen.add((name, thing))
            for condition in self.program.terms[name].conditions:
                yield from self._condition(self.program.term_ids[name], condition, thing)

    def _condition(self, owner: str, condition: Condition, subject: Subject | Thing) -> Iterator[OpenLeaf]:
        port = self.program.ports.get((owner, condition))
        if port is None or not self.evidence.is_open(self.evidence.leaf(port, subject, self.layer)):
            return
        match condition:
            case AnyOf(_, alternatives):
                for alternative in alternatives:
                    taken = self.program.ports[(owner, alternative)]
                    if not self.evidence.is_open(self.evidence.leaf(taken, subject, self.layer)):
                        continue
                    for inner in alternative.conditions:
                        yield from self._condition(self.program.within(owner, alternative), inner, subject)
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
            case Under():
                return
            case _:
                assert_never(condition)

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
        by, through = (f", by {' or '.join(key.notices)}", f"（{'、'.join(key.notices)}）") if key.notices else ("", "")
        zh = f"{thing.name} 是否列入{title.zh}{through}？" if title.zh else ""
        return Text(f"Is {thing.name} on the list: {title.en}{by}?", zh)

    def _leaf(self, thing: Thing, name: str) -> OpenLeaf:
        fact = self.things.fact(thing.sort, name)
        question = Text(
            *(words.replace(f"{{{thing.sort}}}", thing.name) for words in (fact.question.en, fact.question.zh))
        )
        return OpenLeaf(_KINDS[fact.settled], thing.name, name, question, fact.indicators)

    def _share(self, share: Share, subject: Subject | Thing) -> Iterator[OpenLeaf]:
        computed = self.program.computed_for[share]
        counted = computed.term
        taken = dict(self.things.scenario.assumptions.taken).get(share.adding)
        apart = (taken or self.program.law.readings[share.adding].default) != Adding.SUMMED
        for item in self.things.reach(subject, share.reach)[0]:
            if item.unnamed or self.things.known(item, "value").more:
                yield self._leaf(item, "value")
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
                if member is not False and not self._priced(part, item):
                    yield self._leaf(part, "value")
                if member is not True and self.things.known(part, "parts").more:
                    yield self._leaf(part, "parts")

    def _priced(self, part: Thing, item: Thing) -> bool:
        """Whether the value of a part is stated in the money of the tested item."""
        units = {value.unit for value in self.things.known(item, "value").values if isinstance(value, Quantity)}
        values = [value for value in self.things.known(part, "value").values if isinstance(value, Quantity)]
        return any(value.unit in units for value in values)

    def _stake(self, stake: Stake, subject: Subject | Thing) -> Iterator[OpenLeaf]:
        parties = self.things.reach(subject, stake.reach)[0]
        holders = {one.owner: one.held for one in self.things.scenario.stakes}
        for one, short in dict.fromkeys(found for party in parties for found in self._above(stake, party)):
            if short and self.things.known(one, "owners").more:
                yield self._leaf(one, "owners")
            if self.things.known(one, "branch-of").more and self.things.known(one, "kind").values in ((), ("branch",)):
                yield self._leaf(one, "branch-of")
        for name in holders:
            owner = Thing(Sort.PARTY, name, parties[0].day) if parties else None
            if owner and weigh(self.program, self.things, stake.term, owner) is None:
                yield from self.term(stake.term, owner)
        if stake.control_fact:
            for party in parties:
                if self.things.known(party, stake.control_fact).more:
                    yield self._leaf(party, stake.control_fact)

    def _above(self, stake: Stake, party: Thing) -> Iterator[tuple[Thing, bool]]:
        """Yield the party and, unless only direct stakes count, who holds it; and whether less than all shares are stated."""
        taken = dict(self.things.scenario.assumptions.taken).get(stake.chaining)
        direct = (taken or self.program.law.readings[stake.chaining].default) == Chaining.DIRECT
        rows = [
            one for one in self.things.scenario.stakes if one.interest == stake.interest and holds_on(one, party.day)
        ]
        found = [party]
        for one in found:
            stated = [(row.owner, row.share) for row in rows if row.held == one.name]
            yield one, sum(share for _, share in stated) < 1
            owners = () if direct or one.unnamed else [Thing(Sort.PARTY, owner, one.day) for owner, _ in stated]
            found += [owner for owner in dict.fromkeys(owners) if owner not in found]

    def _reference(self, reference: Reference, subject: Subject | Thing) -> Iterator[OpenLeaf]:
        yield from self._links(subject, reference)
        acts = self.things.reach(subject, reference.reach)[0]
        for path in reference.provisions:
            for other in self.evidence.case.subjects.get(self.program.class_of[path].name, ()):
                if other.act in acts:
                    yield from self.provision(path, other)
                    if reference.aspect == "breach":
                        yield from paper(self.evidence, path, other)


def paper(evidence: Evidence, path: str, subject: Subject) -> Iterator[OpenLeaf]:
    """Yield the licence, consent or fulfilment that was not stated, on which a breach depends."""
    names = evidence.program.provision_ids[path], evidence.case.subject(subject)
    for predicate, kind, words in (
        ("covered", OpenKind.LICENCE, "Is a licence (or consent) held that covers act, item, end user and use?"),
        ("fulfilled", OpenKind.FULFILMENT, "Was the duty fulfilled in time?"),
    ):
        if evidence.is_open(f"{predicate}({evidence.case.number},{names[0]},{names[1]})"):
            yield OpenLeaf(kind, subject.act.name, path, Text(words))
