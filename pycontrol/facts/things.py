"""Acts, parties and items as said become entities, checked against the vocabulary."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from pycontrol.diagnostics import Span, quoted
from pycontrol.facts.lists import stated_on
from pycontrol.facts.refusals import near
from pycontrol.facts.said import NONE, UNKNOWN
from pycontrol.facts.scenario import Act, Entity, OnList, PartyName, Stated
from pycontrol.law.model import Fact, FactType, Law, Sort
from pycontrol.syntax.figures import NO_ZONE, zone_behind

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.facts.refusals import Place, Refusals
    from pycontrol.facts.said import FactSaid, Said, ThingSaid
    from pycontrol.facts.values import Reader

PARTS = "parts"
LISTED = "listed"

OWN_WORDS = {Sort.ACT: ("on", "at"), Sort.PARTY: ("name", LISTED, "screened"), Sort.ITEM: ()}
"""What a thing may state beside the facts of the vocabulary."""

ONE_FACT = "keep one of them; where it has several values, write them behind one name, separated by commas"

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+\S*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*")
_WORDS = (NONE, UNKNOWN, "yes", "no")


class Things:
    """Builds the things of one scenario."""

    def __init__(self, law: Law, reader: Reader, refusals: Refusals) -> None:
        self._vocabulary = law.vocabulary
        self._lists = law.lists
        self._reader = reader
        self._refusals = refusals

    def act(self, said: ThingSaid) -> Act | None:
        """Return an act, None where its kind, its day or its state is missing or refused."""
        kind = next((fact.values[0].word for fact in said.facts if fact.name == "kind" and fact.values), "")
        entity = self.entity(said, kind)
        day, time = self._moment(said)
        for fact, example in (("kind", next(iter(self._vocabulary.kinds), "movement")), ("state", "planned")):
            words = [value.word for each in said.facts if each.name == fact for value in each.values]
            if (not words and fact not in self._meant(said)) or (words and words[0] in (NONE, UNKNOWN)):
                self._missing(said, f"does not say its {fact}", f"write it, such as `{fact} {example}`")
        if day is None or not entity.facts.get("kind") or not entity.facts.get("state"):
            return None
        return Act(entity, kind, day, done=entity.facts["state"][0].value == "done", at=time)

    def entity(self, said: ThingSaid, kind: str = "") -> Entity:
        """Return a thing with the facts that are in order. `kind` is the kind of act, empty for other things."""
        self.name(said.name, said.place, said.sort)
        if said.screened and said.sort is not Sort.PARTY:
            place = said.screened[0][0].place
            self._refusals.add(
                "F101", f"unknown fact `screened` of {a_thing(said.sort)}", place, "write it below a `party`"
            )
        facts: dict[str, tuple[Stated, ...]] = {}
        seen: dict[str, Place] = {}
        for fact_said in said.facts:
            if fact_said.name in seen:
                self._refusals.twice(f"`{fact_said.name}`", fact_said.place, seen[fact_said.name], ONE_FACT)
                continue
            seen[fact_said.name] = fact_said.place
            self._refuse_notices(fact_said)
            if fact_said.name in OWN_WORDS[said.sort]:
                continue
            fact = self._fact(said.sort, kind, fact_said)
            stated = self._stated(fact, fact_said) if fact else None
            if stated is not None:
                facts[fact_said.name] = stated
        return Entity(said.name, said.sort, facts, self._complete(said), _span(said.place))

    def party_name(self, said: ThingSaid) -> PartyName | None:
        """Return the names of a party and what it states about lists, None where it states neither."""
        own = {fact.name: fact.values for fact in said.facts if fact.name in OWN_WORDS[Sort.PARTY]}
        names = tuple(value.word for value in own.get("name", ()) if value.quoted or value.word not in _WORDS)
        listed = [found for value in own.get(LISTED, ()) if value.word != UNKNOWN and (found := self._listed(value))]
        screened = [seen for on, day in said.screened if (seen := self._screened(on, day))]
        for one, (other, day) in product(listed, screened):
            if one.list == other and stated_on(self._lists[other], one, day, {}):
                where = f"as listed on `{other}` and as screened there without a hit on `{day}`"
                problem = f"`{said.name}` is stated {where}"
                self._refusals.add("F111", problem, said.place, "keep one of the two")
        return PartyName(names, tuple(listed), tuple(screened)) if names or listed or screened else None

    def name(self, word: str, place: Place, sort: Sort | None = None) -> None:
        """Refuse a name that could not be written in a scenario file; of a party, say where the other name stands."""
        if word in _WORDS or not _NAME.fullmatch(word):
            meant = re.sub(r"[\s_-]+", "-", word)
            cure = "use letters, digits and single hyphens, and begin with a letter from a to z"
            cure = f"did you mean `{meant}`? {cure}" if meant not in _WORDS and _NAME.fullmatch(meant) else cure
            cure += "; its name as lists print it stands at `name`" if sort is Sort.PARTY else ""
            self._refusals.add("F121", f"`{word}` cannot be a name", place, cure)

    def _refuse_notices(self, said: FactSaid) -> None:
        for value in said.values if said.name != LISTED else ():
            if value.by:
                problem = f"`{said.name}` has no notices"
                self._refusals.add("F131", problem, value.place, "leave `by` out; only `listed` says by which notice")

    def _missing(self, said: ThingSaid, what: str, cure: str) -> None:
        self._refusals.add("F109", f"act `{said.name}` {what}", said.place, cure)

    def _moment(self, said: ThingSaid) -> tuple[dt.date | None, dt.time | None]:
        """The act's day and, if it is stated, its time."""
        own = {fact.name: fact for fact in said.facts if fact.name in OWN_WORDS[Sort.ACT]}
        if not own and self._meant(said).intersection(OWN_WORDS[Sort.ACT]):
            return None, None
        own = {name: fact for name, fact in own.items() if not _is_open(fact)}
        if len(own) != 1:
            what = "does not say its day" if not own else "says its day twice, with `on` and with `at`"
            self._missing(said, what, "write `on` and its day, or `at` with its day and time")
            return None, None
        (fact,) = own.values()
        if len(fact.values) != 1:
            self._missing(said, "has not exactly one day", "write `on` and its day")
            return None, None
        word, place = fact.values[0].word, fact.values[0].place
        if fact.values[0].since or fact.values[0].until:
            self._refusals.add("F120", f"`{fact.name}` has no dates", place, "leave `since` and `until` out")
        if fact.name == "on":
            return self._reader.day(word, place), None
        if zone := zone_behind(word):
            self._refusals.add("F121", f"`{zone}` stands behind a time", place, NO_ZONE)
            return None, None
        day, _, time = word.replace("T", " ", 1).partition(" ") if _MOMENT.fullmatch(word) else word.partition(" ")
        found = self._reader.day(day, place)
        if "T" in word and found:
            cure = f"leave a space between the day and the time: `{day} {time[:5]}`"
            self._refusals.add("F121", f"`{word}` is no day and time", place, cure)
        elif not time and found:
            cure = f"write its time behind it, `{day} 13:01`; a day alone stands at `on`"
            self._refusals.add("F121", f"`at` has a day without a time, `{day}`", place, cure)
        elif found:
            return found, self._reader.time(time, place)
        return None, None

    def _fact(self, sort: Sort, kind: str, said: FactSaid) -> Fact | None:
        fact = self._vocabulary.facts.get((sort, said.name))
        if fact is None:
            self._unknown_fact(sort, said)
        elif fact.acts and kind in self._vocabulary.kinds and kind not in fact.acts:
            having = quoted(sorted(fact.acts), "and")
            problem = f"`{said.name}` is not a fact of a {kind}"
            self._refusals.add("F107", problem, said.place, f"kinds of act that have it: {having}")
            return None
        return fact

    def _meant(self, said: ThingSaid) -> set[str]:
        """Return the words of which the unknown facts of a thing are slips: those are not missing, too."""
        own = OWN_WORDS[said.sort]
        unknown = [fact for fact in said.facts if (said.sort, fact.name) not in self._vocabulary.facts]
        meant = {self._reader.hints.meant(said.sort, fact, own) for fact in unknown if fact.name not in own}
        return meant | (said.refused if said.refused is not None else {"kind", "state", "on"})

    def _unknown_fact(self, sort: Sort, said: FactSaid) -> None:
        hints, own = self._reader.hints, (*OWN_WORDS[sort], "complete")
        others = [str(other) for other in Sort if (other, said.name) in self._vocabulary.facts]
        cure = hints.fact(sort, said, own)
        if others and not hints.meant(sort, said, own):
            cure = f"`{said.name}` is a fact of: {quoted(others, 'and')}"
        self._refusals.add("F101", f"unknown fact `{said.name}` of {a_thing(sort)}", said.place, cure)

    def _stated(self, fact: Fact, said: FactSaid) -> tuple[Stated, ...] | None:
        """The values of a fact; None where it is unknown, whether it says so or its values are refused."""
        special = next((value for value in said.values if self._is_special(fact, value)), None)
        if special is not None:
            return self._special(fact, said, special)
        if not said.values:
            return ()
        if len(said.values) > 1 and not fact.many and not fact.dated:
            self._one_only(fact, said.values[1].place)
            return None
        stated = [one for value in said.values if (one := self._one(fact, value)) is not None]
        if len(stated) > 1:
            self._apart(fact, stated, said)
        return tuple(stated) or None

    @staticmethod
    def _is_special(fact: Fact, value: Said) -> bool:
        return value.word in (NONE, UNKNOWN) and not value.quoted and value.word not in fact.values

    def _special(self, fact: Fact, said: FactSaid, special: Said) -> tuple[Stated, ...] | None:
        """`none` and `unknown` stand alone."""
        if len(said.values) > 1 or special.since or special.until:
            problem = f"`{fact.name}` is `{special.word}` and has a value too"
            self._refusals.add("F111", problem, special.place, f"keep `{special.word}` or the values")
        elif special.word == NONE and fact.type is FactType.YES_NO:
            self._refusals.add("F102", f"`{fact.name}` is `yes` or `no`, not `none`", special.place, "write `no`")
        return () if special.word == NONE else None

    def _one_only(self, fact: Fact, place: Place) -> None:
        self._refusals.add("F110", f"`{fact.name}` has one value at a time, not several", place, "keep one of them")

    def _one(self, fact: Fact, said: Said) -> Stated | None:
        count, part = self._reader.pieces(said) if fact.type is FactType.ITEM else (None, said)
        if count is not None and fact.name != PARTS:
            problem = f"`{fact.name}` takes no count, but this is `{said.word}`"
            self._refusals.add("F102", problem, said.place, f"write `{part.word}`; only `parts` are counted")
        if (said.since or said.until) and not fact.dated:
            problem = f"`{fact.name}` has no dates"
            self._refusals.add("F120", problem, said.place, "leave `since` and `until` out")
        since, until = self._reader.period(said.since, said.until, said.place)
        value = self._reader.value(fact, part)
        return None if value is None else Stated(value, since, until, count, _span(said.place))

    def _apart(self, fact: Fact, stated: list[Stated], said: FactSaid) -> None:
        """Refuse a value given twice, or two values at a time where one can hold."""
        of_value: dict[object, list[Stated]] = {}
        for one in stated:
            if any(_overlap(one, other) for other in of_value.get(one.value, ())):
                self._refusals.twice(f"a value of `{fact.name}`", one.span or said.place, of_value[one.value][0].span)
            elif not fact.many and any(_overlap(one, other) for some in of_value.values() for other in some):
                self._one_only(fact, one.span or said.place)
            of_value.setdefault(one.value, []).append(one)

    def _complete(self, said: ThingSaid) -> frozenset[str]:
        if not said.complete:
            return frozenset()
        facts = self._vocabulary.facts.items()
        may = [name for (sort, name), fact in facts if sort is said.sort and (fact.open or fact.vague)]
        for each in said.complete:
            if each.word not in may:
                problem = f"`{each.word}` is no open fact of {a_thing(said.sort)}, and has no vague word, so it cannot be declared complete"
                cure = near(each.word, may) or "leave it out; `complete licences, events` speaks of the whole case"
                self._refusals.add("F122", problem, each.place, cure)
        return frozenset(each.word for each in said.complete)

    def _listed(self, said: Said) -> OnList | None:
        since, until = self._reader.period(said.since, said.until, said.place)
        if not self._list(said) or not self._notice(said):
            return None
        return OnList(said.word, since, until, said.by)

    def _screened(self, on: Said, day: Said) -> tuple[str, dt.date] | None:
        when = self._reader.day(day.word, day.place)
        return (on.word, when) if self._list(on) and when else None

    def _list(self, said: Said) -> bool:
        if said.word == NONE and not said.quoted:
            cure = "write `screened`, the list, and the day on which it was looked at"
            self._refusals.add("F114", "`listed` takes a list, not `none`", said.place, cure)
        elif said.word not in self._lists:
            self._refusals.unknown("F114", "list", said.word, self._lists, said.place)
        return said.word in self._lists

    def _notice(self, said: Said) -> bool:
        """Refuse a listing by what is no notice of the list."""
        known = {name: [notice.name for notice in lst.notices] for name, lst in self._lists.items()}
        if not said.by or said.by in known[said.word]:
            return True
        others = [name for name, notices in known.items() if said.by in notices]
        cure = f"it is a notice of {quoted(others, 'and')}" if others else near(said.by, known[said.word])
        problem = f"`{said.by}` is no notice of `{said.word}`"
        self._refusals.add("F130", problem, said.place, cure or "no notice is written in this list")
        return False


def _overlap(one: Stated, other: Stated) -> bool:
    before = one.until is not None and other.since is not None and one.until < other.since
    after = other.until is not None and one.since is not None and other.until < one.since
    return not before and not after


def _is_open(fact: FactSaid) -> bool:
    return bool(fact.values) and fact.values[0].word in (NONE, UNKNOWN)


def _span(place: Place) -> Span | None:
    return place if isinstance(place, Span) else None


def a_thing(sort: Sort) -> str:
    """Return the sort of a thing with its article."""
    return f"{'a' if sort is Sort.PARTY else 'an'} {sort}"
