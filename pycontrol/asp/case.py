"""One scenario becomes the facts of one case: subjects, what is known, what is open, and the clocks of its days."""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING

from pycontrol.asp.clocks import clocks
from pycontrol.asp.computed import combinations
from pycontrol.asp.coverage import cover
from pycontrol.asp.differing import Pair, compare
from pycontrol.asp.fulfilment import fulfilment
from pycontrol.asp.owners import of_any, of_link, of_tie, of_value
from pycontrol.asp.pointed import not_asked
from pycontrol.asp.program import FactKey
from pycontrol.asp.sheet import Sheet
from pycontrol.asp.solve import ContradictionError
from pycontrol.asp.things import Known, Subject, Thing, Things
from pycontrol.asp.tying import binding
from pycontrol.asp.weigh import by_default, prospect, weigh
from pycontrol.facts.lists import by_each_notice, membership
from pycontrol.law.cures import cure_of
from pycontrol.law.model import Inside, Modality, Sort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from pycontrol.asp.program import Class, Coded, Computed, Program
    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Differs, Reference


class Case(Sheet):
    """Writes the facts of scenario `scenario` as case number `number` of a program.

    Of a provision or legal term that fails whatever is unknown, nothing is written, unless the case is to be `whole`: what
    follows is the same, but only a whole case has a leaf for every condition. With `paths`, it is asked of these provisions
    only, and of no classification; what they rest on must be among them.
    """

    def __init__(
        self,
        program: Program,
        scenario: Scenario,
        asked: dt.date,
        number: int = 0,
        *,
        whole: bool = False,
        paths: frozenset[str] | None = None,
    ) -> None:
        super().__init__(program, number)
        self.things = Things(program.law, scenario)
        self.asked = asked
        self.whole = whole
        self.paths = paths
        self.doubted: dict[str, set[str]] = {}
        self.choices = False
        self.subjects: dict[str, tuple[Subject, ...]] = {}
        self.weighed: dict[str, tuple[Subject, ...]] = {}
        self.issued: tuple[Coded, ...] = ()
        self.unclassed: dict[Thing, tuple[Coded, ...]] = {}
        self.open_facts: dict[tuple[str, str], tuple[Thing, FactKey]] = {}
        self._done: set[object] = set()
        self._tied: dict[Thing, set[str]] = {}
        if self.things.contradicted():
            raise ContradictionError(scenario.name)
        self._write()

    # --- the whole ------------------------------------------------------------------------------------------

    def _write(self) -> None:
        for group in self.program.classes:
            if not self._asked_of(group) or (self.paths is not None and group.path not in self.paths):
                continue
            for act in self.things.acts.values():
                if act.kind in group.kinds:
                    self._class(group, act.name)
        for group in self.program.classes:
            for subject in self.weighed.get(group.name, ()):
                self._references(group, subject)
        self._links()
        clocks(self)
        self._norms()
        if self.paths is None:
            self._codes()
        self._ties()

    def _asked_of(self, group: Class) -> bool:
        """Whether the scenario asks of the legal order of these provisions; it may ask of some only."""
        return self._asks(group.regime)

    def asks_all(self, paths: Iterable[str]) -> bool:
        """Whether the scenario asks of the legal orders of all these provisions."""
        return all(self._asked_of(self.program.class_of[path]) for path in paths)

    def _asks(self, regime: str) -> bool:
        return not self.things.scenario.regimes or regime in self.things.scenario.regimes

    @property
    def classed(self) -> tuple[Thing, ...]:
        """The items whose classification is asked for: those that are named."""
        return tuple(Thing(Sort.ITEM, name, self.first) for name in self.things.scenario.items)

    @property
    def first(self) -> dt.date:
        """The first day on which something is done; of a scenario without acts, the day asked about."""
        return min((act.on for act in self.things.acts.values()), default=self.asked)

    def _codes(self) -> None:
        """Ask of every item which entries with a control code it meets, or just misses."""
        self.issued = tuple(filter(self._issued, self.program.coded))
        at_default = by_default(self.program, self.things)
        for item in self.classed:
            truths = [(coded, weigh(self.program, self.things, coded.term, item)) for coded in self.issued]
            perhaps = [coded for coded, truth in truths if truth is None]
            self.unclassed[item] = not_asked(self.program, self.things, item, perhaps)
            aside = {coded.term for coded in self.unclassed[item]}
            for coded, truth in truths:
                if truth is None and coded.term in aside:
                    continue
                missed = truth is False or at_default.term(coded.term, item) is False
                for term in (coded.term, *(coded.near if missed else ())):
                    if weigh(self.program, self.things, term, item) is not False:
                        self._classify(term, item)

    def _classify(self, term: str, item: Thing) -> None:
        self._term(term, item)
        self.say("classed", self.program.term_ids[term], self.thing(item))

    def _issued(self, coded: Coded) -> bool:
        """Whether an entry stands in an instrument that was issued by the last day, and of a legal order asked of."""
        last = max((act.on for act in self.things.acts.values()), default=self.asked)
        return self._asks(coded.regime) and self.program.law.instruments[coded.entry.instrument].issued <= last

    def _class(self, group: Class, act: str) -> None:
        subjects = self.things.subjects(act, group.bearer, per_item=group.per_item)
        self.subjects[group.name] = (*self.subjects.get(group.name, ()), *subjects)
        for subject in subjects:
            truth = prospect(self.program, self.things, group.path, subject, self.weighed)
            if not self.whole and truth is False:
                continue
            self.weighed[group.name] = (*self.weighed.get(group.name, ()), subject)
            self._look(group.name, subject)
            if not self.whole and truth:
                port = self.program.plain[group.path]
                self.say(port.predicate, port.name, self.subject(subject))
            else:
                self._look(group.plain, subject)

    def _term(self, term: str, thing: Thing) -> None:
        """Ask whether a thing is `term`, or say so where it is settled; of what it is not, nothing need be said."""
        name, truth = self.program.term_ids[term], weigh(self.program, self.things, term, thing)
        if self.whole or truth is None:
            self._look(name, thing)
        elif truth:
            self.say(f"is_{self.program.term_levels[term]}", name, self.thing(thing))

    def _look(self, owner: str, subject: Subject | Thing) -> None:
        """Say everything that the leaves of `owner` (a class or a term) look at for `subject`."""
        name = self.subject(subject)
        if (owner, name) in self._done:
            return
        self._done.add((owner, name))
        self.use(owner)
        self._exists(owner, subject, name)
        wants = self.program.wants.get(owner)
        if wants is None:
            return
        self.readings.update(wants.readings)
        for path, reach in wants.reaches:
            for thing in self.things.reach(subject, reach)[0]:
                self.say("perhaps" if thing.ghost else "reach", name, path, self.thing(thing))
                if thing.ghost:
                    self.say("ghost", self.thing(thing))
                    self.choices = True
        for leaf, reach in wants.leaves:
            if self.things.reach(subject, reach)[1]:
                self._blur(leaf, name)
        for reach, key in wants.facts:
            for thing in self.things.reach(subject, reach)[0]:
                self._fact(thing, key)
        for reach, term in wants.terms:
            for thing in self.things.reach(subject, reach)[0]:
                self._term(term, thing)
        for reach, computed in wants.computed:
            for thing in self.things.reach(subject, reach)[0]:
                self._computed(thing, computed)
        for leaf, differs in wants.differs:
            self._differs(leaf, differs, subject)

    def _exists(self, owner: str, subject: Subject | Thing, name: str) -> None:
        """A subject made of a thing that there may not be is a subject only where there is one."""
        parts = (subject.item, subject.bearer) if isinstance(subject, Subject) else ()
        ghosts = [part for part in parts if part and part.ghost]
        self.say("shadow" if ghosts else "subject", owner, name)
        for part in ghosts:
            self.say("made_of", name, self.thing(part))
            self.say("ghost", self.thing(part))
            self.choices = True

    def _blur(self, leaf: str, subject: str) -> None:
        self.say("blur", leaf, subject)
        self.choices = True

    # --- facts ----------------------------------------------------------------------------------------------

    def _fact(self, thing: Thing, key: FactKey) -> None:
        if (thing, key) in self._done:
            return
        self._done.add((thing, key))
        name, fact = self.thing(thing), self.program.fact_ids[key]
        self.use(fact)
        if key.list:
            self._listed(thing, key, name, fact)
            return
        vocabulary = self.things.fact(thing.sort, key.name)
        if thing.sort is not Sort.ACT and not vocabulary.dated:
            first = Thing(thing.sort, thing.name, self.first)
            if first != thing:
                self._fact(first, key)
                self.say("copy", name, fact, self.thing(first))
                return
        if key.name in self.things.law.vocabulary.ties[thing.sort].facts:
            self._tied.setdefault(thing, set()).add(key.name)
        known = self.things.known(thing, key.name)
        regions = self.program.regions[key]
        symbols = [regions.symbol(value) for value in known.values]
        self._doubted(key, known)
        for symbol in symbols:
            if symbol is not None:
                self.value(name, fact, symbol)
        if known.loose or None in symbols:
            self._open(thing, key, known)

    def _open(self, thing: Thing, key: FactKey, known: Known) -> None:
        """Leave a fact open: to sharper words beside a vague one, to one of some values, to any, or to any if it exists."""
        name, fact, vocabulary = self.thing(thing), self.program.fact_ids[key], self.things.fact(thing.sort, key.name)
        self.open_facts[(name, fact)] = (thing, key)
        self.choices = True
        many, perhaps = vocabulary.many, "_if" if known.absent else ""
        beside, among = ("besides", "besides") if many else ("beside", "among")
        for word, value in (*((beside, one) for one in known.beside), *((among + perhaps, one) for one in known.among)):
            region = str(self.program.regions[key].symbol(value))
            self.say(word, name, fact, region)
            self.use(of_value(fact, region))
        if not known.beside and not known.among:
            self.any_value(key)
            self.say(f"{'opens' if many else 'open'}{perhaps}", name, fact)
        if known.absent and vocabulary.where:
            self.use(of_any(fact))
            self._fact(thing, FactKey(thing.sort, vocabulary.where.fact))

    def _doubted(self, key: FactKey, known: Known) -> None:
        """Note the readings on which it turns whether a value passes a test (a place, in a territory)."""
        for check in self.program.checks[key]:
            if not isinstance(check, Inside):  # of the checks on values only those on territories know readings
                continue
            for value in known.values if not known.more else self.program.regions[key].examples:
                passed = self.program.judge.passes(value, check)
                if not isinstance(passed, bool):
                    self.readings.update(guard.reading for guard in passed)

    def _ties(self) -> None:
        """Say which constraints hold between facts that are looked at: those that what is stated leaves open.

        A fact that nobody looks at is left out where it can be so that its constraints hold whatever the others are.
        """
        seen: dict[Thing, frozenset[str]] = {}
        while seen != (now := {thing: frozenset(names) for thing, names in self._tied.items()}):
            seen = now
            for thing, names in now.items():
                ties = self.things.law.vocabulary.ties[thing.sort]
                for one in binding(ties, self.things.left(thing), names):
                    self.say("bound", self.thing(thing), self.program.tie_ids[one])
                    self.use(of_tie(self.program.tie_ids[one]))
                    self._fact(thing, FactKey(thing.sort, one.given.fact))
                    self._fact(thing, FactKey(thing.sort, one.then.fact))

    def _listed(self, thing: Thing, key: FactKey, name: str, fact: str) -> None:
        cases = membership(self.things.law.lists[key.list], self.things.names(thing), thing.day, key.notices)
        unknown = any(truth is None for _, truth in cases)
        if unknown:
            self.open_facts[(name, fact)] = (thing, key)
            self.choices = True
            self.say("asked" if key.notices else "open", name, fact)
            self.any_value(key)
        if unknown and key.notices:
            self._by_notice(thing, key.list, name)
            return
        for guard, truth in self.by_reading(cases):
            if truth is not None:
                self.say("h_if", name, fact, "yes" if truth else "no", guard)
                self.use(of_value(fact, "yes" if truth else "no"))

    def _by_notice(self, thing: Thing, listing: str, name: str) -> None:
        """Say by which notices of a list a party is there, and by which it may be."""
        if ("by notice", thing, listing) in self._done:
            return
        self._done.add(("by notice", thing, listing))
        each, unsaid = by_each_notice(self.things.law.lists[listing], self.things.names(thing), thing.day)
        for notice, cases in each:
            for guard, truth in self.by_reading(cases):
                if truth is not False:
                    self.say("by_if" if truth else "may_by", name, self.program.notice_ids[(listing, notice)], guard)
        for guard, truth in self.by_reading(unsaid):
            if truth:
                self.say("unsaid", name, self.program.list_ids[listing], guard)

    def _computed(self, thing: Thing, computed: Computed) -> None:
        if (thing, computed.name) in self._done:
            return
        self._done.add((thing, computed.name))
        name = self.thing(thing)
        for number, one in enumerate(combinations(self.program, self.things, computed, thing)):
            settled = not one.members and not one.others
            row = "z" if settled else f"{computed.name}_{name}_{number}"
            for word, members in (("with", one.members), ("without", one.others)):
                for term, member in members:
                    self.say(word, row, self.program.term_ids[term], self.thing(member))
                    self._term(term, member)
            predicate = f"{'surely' if one.surely else 'maybe'}_{computed.level}"
            self.say(predicate, row, name, computed.name, self.under(one.guards))
            if not one.surely:
                self.use(computed.figure)
                self.choices = True

    def _differs(self, leaf: str, differs: Differs, subject: Subject | Thing) -> None:
        found = compare(self.program, self.things, differs, subject)
        if isinstance(found, Pair):
            self._pair(leaf, self.subject(subject), found)
        elif found is None:
            self._blur(leaf, self.subject(subject))
        elif found:
            self.say("given", leaf, self.subject(subject))

    def _pair(self, leaf: str, subject: str, pair: Pair) -> None:
        """Say that a leaf looks at whether two facts differ, and what their regions tell of that."""
        self.choices = True
        facts = [(self.thing(thing), self.program.fact_ids[key]) for thing, key in pair.facts]
        name = "_".join(chain(*facts))
        self.say("compares", leaf, subject, name)
        self.say("pair", name, *chain(*facts))
        for thing, key in pair.facts:
            self._fact(thing, key)
        for first, second, surely in pair.apart:
            self.say("unlike" if surely else "unsure", name, first, second)

    # --- other provisions -----------------------------------------------------------------------------------

    def _references(self, group: Class, subject: Subject) -> None:
        wants = self.program.wants.get(group.name)
        for leaf, reference in wants.references if wants else ():
            self._touch(leaf, reference, subject)

    def _touch(self, leaf: str, reference: Reference, subject: Subject) -> None:
        acts, dark = self.things.reach(subject, reference.reach)
        if dark:
            self._blur(leaf, self.subject(subject))
        for path in reference.provisions:
            if not self._asked_of(self.program.class_of[path]):
                self._blur(leaf, self.subject(subject))
            for other in self.weighed.get(self.program.class_of[path].name, ()):
                if other.act in acts and (other.act != subject.act or subject.fits(other)):
                    self.touch(leaf, subject, path, other)
                    self.use(of_link(leaf, self.program.provision_ids[path]))

    def _links(self) -> None:
        for link in self.program.links:
            firsts = self.weighed.get(self.program.class_of[link.first].name, ())
            seconds = self.weighed.get(self.program.class_of[link.second].name, ())
            for first, second in product(firsts, seconds):
                alike = not link.same_bearer or first.bearer == second.bearer
                if alike and first.act == second.act and first.fits(second):
                    self.touch(link.meeting, first, link.second, second)
                    self.use(link.name)

    # --- licences held, duties fulfilled --------------------------------------------------------------------

    def _norms(self) -> None:
        for path, provision in self.program.law.provisions.items():
            name = self.program.provision_ids[path]
            for subject in self.weighed.get(self.program.class_of[path].name, ()):
                if provision.norm.modality in (Modality.LICENCE, Modality.PROHIBITION):
                    kind = cure_of(provision)
                    self._may("held", self.program.cure_ids[kind], subject, cover(self.things, kind, subject))
                elif provision.norm.modality is Modality.DUTY and provision.norm.due:
                    overdue, fulfilled = fulfilment(self.things, provision.norm, subject, self.asked)
                    self._may("overdue", name, subject, overdue)
                    self._may("fulfilled", name, subject, fulfilled)

    def _may(self, predicate: str, provision: str, subject: Subject, truth: bool | None) -> None:
        if truth is None:
            self.choices = True
        if truth is not False:
            self.say(predicate if truth else f"maybe_{predicate}", provision, self.subject(subject))
