"""What a condition looked at: the facts as stated, with their figures and where they were stated."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.asp import Subject, Thing, kind_of, negated, weigh
from pycontrol.explain.reason import Finding
from pycontrol.explain.stakes import Uncaught, parts
from pycontrol.explain.wording import bounds, figures, held_against, number, percent, value_words
from pycontrol.facts.lists import listings, membership, truths_of
from pycontrol.facts.ownership import Hold, holdings
from pycontrol.facts.ownership import reason as stake_reason
from pycontrol.facts.said import NONE
from pycontrol.facts.shares import figures as share_figures
from pycontrol.facts.shares import occurrences
from pycontrol.law.model import (
    Adding,
    Chaining,
    Differs,
    IsTerm,
    Listed,
    Nesting,
    Reference,
    Share,
    Sort,
    Stake,
    Test,
    Under,
)
from pycontrol.phrases import NOTHING, Text, joined, say, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.determine import Evidence
    from pycontrol.facts.shares import Figures
    from pycontrol.law.model import Check, Value

_UNKNOWN = say("unknown")
_NONE = say("none")
_TRUTHS = {True: "listed", False: "not listed", None: "unknown"}


class Findings:
    """Reads stated facts for the conditions of one case."""

    def __init__(self, evidence: Evidence) -> None:
        self.program = evidence.program
        self.things = evidence.case.things
        self.vocabulary = evidence.program.law.vocabulary

    def roles(self, subject: Subject, role: str) -> tuple[str, ...]:
        """Return the names of the parties in a role of the subject's act."""
        fact = self.vocabulary.facts.get((Sort.ACT, role))
        if fact is None or not self.things.has(subject.act, fact):
            return ()
        return tuple(str(value) for value in self.things.known(subject.act, role).values)

    def of(
        self, condition: Test | Listed | Share | Stake | Under | Differs, subject: Subject | Thing
    ) -> tuple[Finding, ...]:
        """Return what a condition without conditions of its own looked at."""
        match condition:
            case Test():
                return tuple(self._tested(condition, subject))
            case Listed():
                return tuple(self._listed(thing, condition) for thing in self.things.reach(subject, condition.reach)[0])
            case Share():
                return tuple(self._shares(condition, subject))
            case Stake():
                return tuple(self._stakes(condition, subject))
            case Under(_, guard):
                taken = dict(self.things.scenario.assumptions.taken)
                reading = self.program.law.readings[guard.reading]
                value = taken.get(guard.reading) or reading.default
                if not value:
                    return (Finding(guard.reading, say("reading"), say("none taken")),)
                compared = say("equal", value=value, other=guard.value)
                return (Finding(guard.reading, say("reading"), verbatim(value), compared),)
            case Differs():
                return tuple(self._sides(condition, subject))
            case _:
                assert_never(condition)

    def members(self, condition: IsTerm | Reference, subject: Subject | Thing) -> tuple[Finding, ...]:
        """Return what is to be found where a path reaches nothing, so that there is nothing to show below."""
        reached, dark = self.things.reach(subject, condition.reach)
        if reached:
            return ()
        steps = verbatim(".".join(condition.reach.steps))
        return (Finding(condition.reach.root, steps, _UNKNOWN if dark else _NONE),)

    def unweighed(self, reference: Reference, subject: Subject | Thing) -> tuple[Finding, ...]:
        """Return what is to be found where none of the provisions named is weighed for an act in view."""
        named, nowhere = joined(reference.provisions), say("weighed for no such")
        acts, _ = self.things.reach(subject, reference.reach)
        nothing = self.members(reference, subject)
        return nothing or tuple(Finding(act.name, named, nowhere) for act in acts)

    def _tested(self, test: Test, subject: Subject | Thing) -> Iterator[Finding]:
        reached, dark = self.things.reach(subject, test.reach)
        if not reached:
            steps = verbatim(".".join((*test.reach.steps, test.fact)))
            yield Finding(test.reach.root, steps, _UNKNOWN if dark else _NONE)
        for thing in reached:
            known = self.things.known(thing, test.fact)
            fact = self.vocabulary.facts.get((thing.sort, test.fact))
            for value in known.values:
                yield Finding(
                    thing.name,
                    verbatim(test.fact),
                    self._words(thing, test.fact, value, known.beside),
                    figures(value, self._as_found(value, test.check), self.vocabulary, fact),
                    self._source(thing, test.fact, value),
                )
            if known.among and not known.several:
                words = self._told(thing, test.fact, say("among", values=joined(known.among, "or")))
                yield Finding(thing.name, verbatim(test.fact), words)
            elif known.more:
                yield Finding(thing.name, verbatim(test.fact), _UNKNOWN)
            elif not known.values:
                yield self._nothing(thing, test.fact)

    def _nothing(self, thing: Thing, name: str) -> Finding:
        """A fact that a thing does not have; and why, where it is one that such a thing cannot have."""
        told, source = self._cannot_have(thing, name)
        return Finding(thing.name, verbatim(name), _NONE, told, source)

    def _cannot_have(self, thing: Thing, name: str) -> tuple[Text, str]:
        """Say by which choice a thing cannot have a fact, and where that stands; nothing where it can."""
        fact = self.vocabulary.facts.get((thing.sort, name))
        if not fact or not fact.where or self.things.exists(thing, fact) is not False:
            return NOTHING, ""
        choice = self.things.known(thing, fact.where.fact)
        words = joined(choice.values or choice.among) if choice.values or choice.among else _NONE
        told = say("cannot have", fact=name, where=fact.where, choice=fact.where.fact, value=words)
        sources = [self._source(thing, fact.where.fact, value) for value in choice.values]
        return told, next(iter(sources), "")

    def _told(self, thing: Thing, name: str, value: Text) -> Text:
        """Say beside a value which facts tell that a choice is, or may be, that one, where nothing is stated of it."""
        entity = self.things.entity(thing)
        if entity is None or name in entity.facts:
            return value
        if having := self.things.existing.having(entity, name):
            return say("told by", value=value, facts=_named(f"`{fact.name}`" for fact in having))
        left = self.things.left(thing).get(name)
        told = {one: stated for one, stated in entity.facts.items() if left and one in left.by}
        said = [f"`{one} {', '.join(str(each.value) for each in told[one]) or NONE}`" for one in sorted(told)]
        return say("follows from", value=value, facts=_named(said)) if said else value

    def _as_found(self, value: Value, check: Check) -> Check:
        """Return the comparison as it came out: where the value fails the check, the opposite is what is true."""
        return negated(check) if self.program.judge.passes(value, check) is False else check

    def _words(self, thing: Thing, fact: str, value: Value, beside: tuple[Value, ...] = ()) -> Text:
        declared = self.vocabulary.facts.get((thing.sort, fact))
        words = verbatim(value_words(declared.shown(value) if declared else value))
        built_in = thing.sort is Sort.ACT and fact in ("kind", "state")
        assumed = not built_in and self.things.assumed(thing, fact)
        if beside:
            return say("vague value", value=words, sharper=joined(map(str, beside), "or"))
        return say("assumed value", value=words) if assumed else self._told(thing, fact, words)

    def _source(self, thing: Thing, fact: str, value: Value) -> str:
        entity = self.things.entity(thing)
        stated = entity.facts.get(fact, ()) if entity else ()
        spans = [one.span for one in stated if one.value == value and one.span]
        return str(spans[0]) if spans else ""

    def _listed(self, thing: Thing, listed: Listed) -> Finding:
        lst, names = self.program.law.lists[listed.list], self.things.names(thing)
        taken = dict(self.things.scenario.assumptions.taken)

        def truths_by(notices: tuple[str, ...]) -> set[bool | None]:
            return truths_of(membership(lst, names, thing.day, notices), self.program.law.readings, taken)

        truths = truths_by(listed.notices)
        hits = [one for one in listings(lst, names) if not listed.notices or one.notice in listed.notices]
        hit = next((one for one in hits if True in truths_by((one.notice,))), None) if True in truths else None
        when = say("on day", day=thing.day)
        if hit:
            when = say("on day as", day=thing.day, name=hit.name, notice=hit.notice)
        value = say("listed or not" if len(truths) > 1 else _TRUTHS[truths.pop()])
        where = verbatim(listed.list)
        if listed.notices:
            where = say("list by", list=listed.list, notices=joined(listed.notices, "or"))
        return Finding(thing.name, where, value, when)

    def _shares(self, share: Share, subject: Subject | Thing) -> Iterator[Finding]:
        computed = self.program.computed_for[share]
        adding, nesting = self._mode(share.adding, Adding.SUMMED), self._mode(share.nesting, Nesting.ANY_DEPTH)
        for item in self.things.reach(subject, share.reach)[0]:
            if item.unnamed:
                yield Finding(item.name, say("value share"), _UNKNOWN)
                continue
            found = occurrences(self.things.scenario, item.name, Nesting(nesting))
            counted = frozenset(
                one for one in found if weigh(self.program, self.things, computed.term, self._item(one[-1], item))
            )
            parts = {one[-1] for one in counted} if adding == Adding.EACH_ALONE and computed.materials else ()
            kinds = {part: kind_of(self.program, self.things, computed, self._item(part, item)) for part in parts}
            result = share_figures(self.things.settled, item.name, counted, Nesting(nesting), kinds or None)
            for row in result.rows:
                each = verbatim(value_words(row.each)) if row.each else self._unpriced(row.occurrence[-1], item, result)
                yield Finding(row.occurrence[-1], say("counted"), say("pieces", number=number(row.pieces), each=each))
            whole = verbatim(value_words(result.value)) if result.value else _UNKNOWN
            told = say("share of", share=bounds(result.low, result.high), whole=whole)
            compared = held_against(share.threshold, share.operator, result.low, result.high)
            yield Finding(item.name, say("value share"), told, compared)

    def _unpriced(self, part: str, item: Thing, figures: Figures) -> Text:
        """What is stated of the value of a part, where it is not stated in the money of the tested item."""
        stated = self.things.known(self._item(part, item), "value").values
        if not stated or not figures.value:
            return _UNKNOWN
        return say("other money", value=value_words(stated[0]), unit=figures.value.unit)

    def _item(self, name: str, like: Thing) -> Thing:
        return Thing(Sort.ITEM, name, like.day)

    def _mode(self, reading: str, fallback: str) -> str:
        taken = dict(self.things.scenario.assumptions.taken)
        return taken.get(reading) or self.program.law.readings[reading].default or fallback

    def _stakes(self, stake: Stake, subject: Subject | Thing) -> Iterator[Finding]:
        chaining = stake.fixed or Chaining(self._mode(stake.chaining, Chaining.DIRECT))
        scenario, fact = self.things.scenario, say("stake by", interest=stake.interest)
        for party in self.things.reach(subject, stake.reach)[0]:
            if party.unnamed:
                yield Finding(party.name, fact, _UNKNOWN)
                continue
            named = [Thing(Sort.PARTY, name, party.day) for name in scenario.parties]
            weighed = {one.name: weigh(self.program, self.things, stake.term, one) for one in named}
            seeds = {name for name, truth in weighed.items() if truth}
            branches = {
                one.name: str(body.values[0]) for one in named if (body := self.things.known(one, "branch-of")).values
            }
            graph = holdings(scenario.stakes, branches, day=party.day, interest=stake.interest)
            hold = Hold(stake.threshold, stake.operator, chaining)
            catches = stake_reason(graph, seeds, hold, party.name)
            for catch in catches:
                if not catch.by:
                    yield Finding(catch.party, fact, say("branch of", body=catch.branch_of))
                    continue
                words = say("held", parts=parts(catch.by))
                compared = verbatim(f"{percent(catch.total)} {stake.operator} {percent(stake.threshold)}")
                yield Finding(catch.party, fact, words, compared)
            if not catches:
                told, source = self._cannot_have(party, "owners")
                if told != NOTHING:
                    yield Finding(party.name, fact, say("no stake"), told, source)
                    continue
                perhaps = {name for name, truth in weighed.items() if truth is not False}
                uncaught = Uncaught(self.things.settled, graph, seeds, perhaps, hold, stake.interest, party.day)
                yield from uncaught.findings(party.name)

    def _sides(self, differs: Differs, subject: Subject | Thing) -> Iterator[Finding]:
        for reach, fact in ((differs.reach, differs.fact), (differs.other_reach, differs.other_fact)):
            for thing in self.things.reach(subject, reach)[0]:
                known = self.things.known(thing, fact)
                words = joined(map(value_words, known.values)) if known.values else _UNKNOWN if known.more else _NONE
                yield Finding(thing.name, verbatim(fact), words)


def _named(names: Iterable[str]) -> Text:
    """Return names in a row, `and` before the last."""
    *first, last = names
    return joined((joined(first), last), "and") if first else verbatim(last)
