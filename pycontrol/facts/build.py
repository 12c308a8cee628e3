"""What was said becomes scenarios, checked against the law: the one core behind files and mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.diagnostics import Span, quoted, suggestion
from pycontrol.facts.contradictions import refuse_absent, refuse_broken_constraints, refuse_circles, refuse_stakes
from pycontrol.facts.covered import BEFORE, early, from_first
from pycontrol.facts.hints import Hints
from pycontrol.facts.refusals import Refusals, near
from pycontrol.facts.said import NONE, UNKNOWN
from pycontrol.facts.scenario import LICENCE_FACTS, WHOLE, Assumptions, Expectation, Licence, Scenario, StakeHeld
from pycontrol.facts.size import refuse_size
from pycontrol.facts.things import ONE_FACT, Things
from pycontrol.facts.values import Reader
from pycontrol.law.cures import licence_kinds
from pycontrol.law.model import INTERESTS, Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pycontrol.facts.refusals import Place
    from pycontrol.facts.said import FactSaid, LicenceSaid, Said, ScenarioSaid, StakeSaid
    from pycontrol.law.model import Law


def built(scenarios: Iterable[ScenarioSaid], law: Law, refusals: Refusals) -> tuple[Scenario, ...]:
    """Return the scenarios; `Refused` with everything that is wrong in any of them, and with what `refusals` holds."""
    found: list[Scenario] = []
    first: dict[str, Place] = {}
    for said in scenarios:
        if said.name in first:
            holes = ", ".join(f"`{{{column}}}`" for column in said.untitled)
            cure = f"put {holes} into the title, so that each row has a name of its own" if holes else ""
            refusals.twice(f'the scenario "{said.name}"', said.place, first[said.name], cure)
        first.setdefault(said.name, said.place)
        found.append(_Build(said, law, refusals).scenario())
    refusals.raise_any()
    return tuple(found)


class _Build:
    """Builds one scenario. What is refused is left out; it never leaves this room, as `built` raises then."""

    def __init__(self, said: ScenarioSaid, law: Law, refusals: Refusals) -> None:
        self._said = said
        self._law = law
        self._refusals = refusals
        self._places = {thing.name: thing.place for thing in said.things}
        named = {sort: frozenset(thing.name for thing in said.things if thing.sort is sort) for sort in Sort}
        self._reader = Reader(Hints(law, named), refusals, said.unreadable)
        self._things = Things(law, self._reader, refusals)

    def scenario(self) -> Scenario:
        """Return the scenario, in which everything refused is missing."""
        said, things = self._said, self._said.things
        refuse_size(said, self._law.vocabulary, self._refusals)
        self._refuse_names()
        acts = [self._things.act(thing) for thing in things if thing.sort is Sort.ACT]
        parties, items = (
            {thing.name: self._things.entity(thing) for thing in things if thing.sort is sort}
            for sort in (Sort.PARTY, Sort.ITEM)
        )
        names = {thing.name: self._things.party_name(thing) for thing in things if thing.sort is Sort.PARTY}
        built = Scenario(
            name=said.name,
            acts=tuple(act for act in acts if act),
            parties=parties,
            items=items,
            names={party: name for party, name in names.items() if name},
            stakes=self._stakes(),
            licences=tuple(self._licence(licence) for licence in said.licences),
            complete=self._complete(),
            assumptions=self._assumptions(),
            asked=self._reader.day(said.asked.word, said.asked.place) if said.asked else None,
            expected=self._expected(),
            note=said.note,
            regimes=self._regimes(),
            span=_span(said.place),
        )
        self._refuse_early(built)
        self._refuse_contradictions(built)
        return built

    def _refuse_early(self, built: Scenario) -> None:
        """Refuse to be asked about a day before all law; of an act before it, the law itself says what is not known."""
        asked = self._said.asked
        if built.asked and asked and early(built.asked, self._law):
            self._refusals.add("F104", f"`{built.asked}` {BEFORE}", asked.place, from_first(self._law))

    def _refuse_names(self) -> None:
        first: dict[str, Place] = {}
        for thing in self._said.things:
            if thing.name in first:
                self._refusals.twice(f"the name `{thing.name}`", thing.place, first[thing.name])
            first.setdefault(thing.name, thing.place)
        sorts = {thing.sort for thing in self._said.things} | self._said.unreadable
        if Sort.ACT not in sorts and not (Sort.ITEM in sorts and self._said.asked):
            problem = f'the scenario "{self._said.name}" has no act'
            cure = "state at least one, with its kind and its day; to classify items alone, say `asked` on which day"
            self._refusals.add("F118", problem, self._said.place, cure)

    def _refuse_contradictions(self, built: Scenario) -> None:
        entities = [*built.parties.values(), *built.items.values(), *(act.entity for act in built.acts)]
        refuse_broken_constraints(entities, built.stakes, self._law.vocabulary, self._places, self._refusals)
        refuse_absent(entities, built.stakes, self._law.vocabulary, self._places, self._refusals)
        refuse_circles(entities, self._law.vocabulary, self._places, self._refusals)

    def _stakes(self) -> tuple[StakeHeld, ...]:
        found = [(stake, said.place) for said in self._said.stakes if (stake := self._stake(said))]
        refuse_stakes(found, self._refusals)
        return tuple(stake for stake, _ in found)

    def _stake(self, said: StakeSaid) -> StakeHeld | None:
        owner, held = (self._reader.named(Sort.PARTY, party) for party in (said.owner, said.held))
        share = self._reader.share(said.share)
        since, until = self._reader.period(said.share.since, said.share.until, said.place)
        if said.interest.word not in INTERESTS:
            self._refusals.unknown("F106", "kind of stake", said.interest.word, INTERESTS, said.interest.place)
        if owner is None or held is None or share is None:
            return None
        return StakeHeld(owner, held, share, said.interest.word, since, until, _span(said.place))

    def _licence(self, said: LicenceSaid) -> Licence:
        self._things.name(said.name, said.place)
        if said.name in (other.name for other in self._said.licences if other is not said):
            self._refusals.twice(f"the licence `{said.name}`", said.place)
        first: dict[str, Place] = {}
        for fact in said.facts:
            if fact.name not in LICENCE_FACTS:
                self._refusals.unknown("F101", "fact", fact.name, LICENCE_FACTS, fact.place)
            if fact.name in first:
                self._refusals.twice(f"`{fact.name}`", fact.place, first[fact.name], ONE_FACT)
            first.setdefault(fact.name, fact.place)
        facts = {fact.name: fact for fact in said.facts}
        since, until = self._reader.period(said.since, said.until, said.place)
        return Licence(
            name=said.name,
            kind=self._one(facts.get("kind"), self._licence_kind),
            holder=self._one(facts.get("holder"), lambda value: self._reader.named(Sort.PARTY, value)),
            items=self._some(facts.get("items"), lambda value: self._reader.named(Sort.ITEM, value)),
            end_users=self._some(facts.get("end-users"), lambda value: self._reader.named(Sort.PARTY, value)),
            end_uses=self._some(facts.get("end-uses"), self._end_use),
            since=since,
            until=until,
            span=_span(said.place),
        )

    def _some(self, said: FactSaid | None, read: Callable[[Said], str | None]) -> tuple[str, ...] | None:
        """What a licence covers: None where it is not stated."""
        values = [value for value in said.values if value.word not in (NONE, UNKNOWN)] if said else []
        if said and len(values) < len(said.values):
            cure = "leave out what is not known"
            self._refusals.add("F102", f"`{said.name}` of a licence must be named", said.place, cure)
        words = tuple(word for value in values if (word := read(value)) is not None)
        if said and len(set(words)) < len(words):
            self._refusals.twice(f"a value of `{said.name}`", said.place)
        return words or None

    def _one(self, said: FactSaid | None, read: Callable[[Said], str | None]) -> str | None:
        words = self._some(said, read)
        if said and words and len(words) > 1:
            problem = f"a licence has one `{said.name}`"
            self._refusals.add("F110", problem, said.place, "state one licence for each")
        return words[0] if words else None

    def _licence_kind(self, said: Said) -> str | None:
        known = licence_kinds(self._law)
        if known and said.word not in known:
            self._refusals.unknown("F106", "kind of licence", said.word, known, said.place)
        return said.word

    def _end_use(self, said: Said) -> str | None:
        fact = self._law.vocabulary.facts.get((Sort.ACT, "end-use"))
        value = self._reader.value(fact, said) if fact else said.word
        return value if isinstance(value, str) else None

    def _complete(self) -> frozenset[str]:
        for each in self._said.complete:
            if each.word not in WHOLE:
                cure = near(each.word, WHOLE) + "; the facts of one thing are completed inside it"
                self._refusals.add("F122", f"`{each.word}` of a scenario cannot be complete", each.place, cure)
        return frozenset(each.word for each in self._said.complete)

    def _assumptions(self) -> Assumptions:
        said = self._said
        for each in said.denied:
            self._refuse_denied(each)
        for each in said.in_force:
            if each.word not in self._law.instruments:
                self._refusals.unknown("F116", "instrument", each.word, self._law.instruments, each.place)
        for reading, value in said.taken:
            self._refuse_taken(reading, value)
        words = [each.word for each in (*said.denied, *said.in_force, *(reading for reading, _ in said.taken))]
        for each in (*said.denied, *said.in_force, *(reading for reading, _ in said.taken)):
            if words.count(each.word) > 1:
                self._refusals.twice(f"the assumption on `{each.word}`", each.place)
        return Assumptions(
            denied=tuple(each.word for each in said.denied),
            in_force=tuple(each.word for each in said.in_force),
            taken=tuple((reading.word, value.word) for reading, value in said.taken),
        )

    def _refuse_denied(self, said: Said) -> None:
        yes_no, groups = self._law.vocabulary.yes_no, self._law.vocabulary.groups
        if said.word in yes_no or said.word in groups:
            return
        of_groups = f" or one of the groups {quoted(sorted(groups), 'and')}" if groups else ""
        cure = suggestion(said.word, yes_no | groups) or f"write a yes-no fact{of_groups}"
        if any(name == said.word for _, name in self._law.vocabulary.facts):
            cure = "only facts that are `yes` or `no` can be assumed not to be"
        self._refusals.add("F117", f"unknown yes-no fact or group `{said.word}`", said.place, cure)

    def _refuse_taken(self, reading: Said, value: Said) -> None:
        found = self._law.readings.get(reading.word)
        if found is None:
            self._refusals.unknown("F115", "reading", reading.word, self._law.readings, reading.place)
        elif value.word not in dict(found.values):
            self._refusals.unknown("F115", f"value of `{reading.word}`", value.word, dict(found.values), value.place)

    def _regimes(self) -> tuple[str, ...]:
        words = [each.word for each in self._said.regimes]
        for place, each in enumerate(self._said.regimes):
            if each.word not in self._law.regimes:
                self._refusals.unknown("F140", "regime", each.word, self._law.regimes, each.place)
            elif each.word in words[:place]:
                self._refusals.twice(f"the regime `{each.word}`", each.place)
        return tuple(words)

    def _expected(self) -> tuple[Expectation, ...] | None:
        if self._said.expected is None:
            return None
        return tuple(Expectation(line.word, _span(line.place)) for line in self._said.expected)


def _span(place: Place) -> Span | None:
    return place if isinstance(place, Span) else None
