"""Keywords of a scenario that are misspelt: the parser takes them for facts of the thing above.

Only the vocabulary can tell `partiy` from a fact. Such a word is refused, and what follows it is read as what was meant,
so that nothing else is refused for its sake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pycontrol.diagnostics import slips
from pycontrol.facts.said import FactSaid, LicenceSaid, Said, ScenarioSaid, ThingSaid
from pycontrol.facts.scenario import LICENCE_FACTS
from pycontrol.facts.things import OWN_WORDS, a_thing
from pycontrol.law.model import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.facts.refusals import Place, Refusals
    from pycontrol.law.model import Law

SECTIONS = (
    "scenario",
    "note",
    "asked",
    "regimes",
    "party",
    "item",
    "act",
    "stake",
    "licence",
    "assume",
    "take",
    "expect",
)
BELOW = ("complete", "screened", "since", "until", "by")
_LICENCE = "licence"
_OPENED = {**{str(sort): sort for sort in Sort}, _LICENCE: None}


class _Section(NamedTuple):
    """A thing or, without a sort, a licence: the head that is written or meant, and the facts below it."""

    sort: Sort | None
    name: str
    place: Place
    facts: list[FactSaid]
    of: ThingSaid | LicenceSaid | None = None


def mended(said: ScenarioSaid, law: Law, refusals: Refusals) -> ScenarioSaid | None:
    """Return the scenario with what misspelt words were meant to open; None where that is another scenario."""
    reading = _Reading(law, refusals)
    heads = [_Section(one.sort, one.name, one.place, [], one) for one in said.things]
    heads += [_Section(None, one.name, one.place, [], one) for one in said.licences]
    found = [section for head in heads for section in reading.sections(head)]
    if reading.another:
        return None
    if len(found) == len(heads) and not reading.dropped:
        return said
    return said._replace(
        things=tuple(_thing(one) for one in found if one.sort is not None),
        licences=tuple(_licence(one) for one in found if one.sort is None),
    )


class _Reading:
    """Reads facts section by section; `dropped`: some were left out, `another`: another scenario was meant to begin."""

    def __init__(self, law: Law, refusals: Refusals) -> None:
        self._refusals = refusals
        self._known: dict[Sort | None, frozenset[str]] = {None: frozenset(LICENCE_FACTS)}
        for sort in Sort:
            names = {name for of, name in law.vocabulary.facts if of is sort}
            self._known[sort] = frozenset(names | set(OWN_WORDS[sort])) - {"screened"}
        self.dropped = self.another = False

    def sections(self, head: _Section) -> Iterator[_Section]:
        """Yield the section that is written, and those that are meant inside it."""
        at = head
        word = ""
        for fact in head.of.facts if head.of else ():
            if word == "screened" and fact.name == "on" and at.sort is Sort.PARTY:
                continue
            word = self._meant(at.sort, fact)
            if not word:
                at.facts.append(fact)
                continue
            self.dropped, self.another = True, self.another or word == "scenario"
            of = "a licence" if at.sort is None else a_thing(at.sort)
            self._refusals.add("F101", f"unknown fact `{fact.name}` of {of}", fact.place, f"did you mean `{word}`?")
            if word in _OPENED:
                yield at
                at = _Section(_OPENED[word], fact.values[0].word, fact.values[0].place, [])
            elif word in ("since", "until", "by") and at.facts:
                at.facts[-1] = _continued(at.facts[-1], word, fact.values[0])
        yield at

    def _meant(self, sort: Sort | None, fact: FactSaid) -> str:
        """Return the word that a fact is a slip of, unless it is one or rather a slip of another fact."""
        known = self._known[sort]
        close = () if fact.name in known else slips(fact.name, known.union(SECTIONS, BELOW))
        return close[0] if close and close[0] not in known else ""


def _continued(fact: FactSaid, word: str, more: Said) -> FactSaid:
    """Return a fact whose last value goes on with `since`, `until` or `by`."""
    *others, last = fact.values
    own = {word: more.word}
    since, until, by = (
        own.get("since") or more.since or last.since,
        own.get("until") or more.until or last.until,
        own.get("by") or more.by or last.by,
    )
    return fact._replace(values=(*others, last._replace(since=since, until=until, by=by)))


def _thing(one: _Section) -> ThingSaid:
    if isinstance(one.of, ThingSaid):
        return one.of._replace(facts=tuple(one.facts))
    return ThingSaid(one.sort or Sort.ACT, one.name, tuple(one.facts), one.place)


def _licence(one: _Section) -> LicenceSaid:
    """A licence has its dates itself; those of one that is meant were taken for those of its last fact."""
    if isinstance(one.of, LicenceSaid):
        return one.of._replace(facts=tuple(one.facts))
    dated = [value for value in _values(one.facts) if value.since or value.until]
    since, until = (dated[-1].since, dated[-1].until) if dated else ("", "")
    return LicenceSaid(one.name, tuple(one.facts), one.place, since, until)


def _values(facts: Iterable[FactSaid]) -> Iterator[Said]:
    return (value for fact in facts for value in fact.values)
