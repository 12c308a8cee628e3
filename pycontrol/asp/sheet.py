"""The lines of one case: facts in the solver's words, and the short names of what they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.asp.owners import of_any, of_value
from pycontrol.asp.things import Subject, Thing
from pycontrol.law.model import Guard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp.program import FactKey, Program
    from pycontrol.facts.lists import Cases


class Sheet:
    """The facts of case number `number` of a program, as they are written down.

    Things and subjects get short canonical names: the solver never forgets a name, so none may be the user's.
    """

    def __init__(self, program: Program, number: int) -> None:
        self.program = program
        self.number = number
        self.lines: dict[str, None] = {}
        self.predicates: set[str] = set()
        self.readings: set[str] = set()
        self.owners: dict[str, None] = {}
        self.thing_ids: dict[Thing, str] = {}
        self.subject_ids: dict[Subject, str] = {}

    def thing(self, thing: Thing) -> str:
        """Return the short name of a thing."""
        return self.thing_ids.setdefault(thing, f"{thing.sort[0]}{len(self.thing_ids)}")

    def subject(self, subject: Subject | Thing) -> str:
        """Return the term that stands for a subject."""
        if isinstance(subject, Thing):
            return self.thing(subject)
        if subject not in self.subject_ids:
            parts = [self.thing(part) if part else "o" for part in (subject.act, subject.item, subject.bearer)]
            self.subject_ids[subject] = f"s({','.join(parts)})"
        return self.subject_ids[subject]

    def say(self, predicate: str, *arguments: str) -> None:
        """Add a fact about this case."""
        self.predicates.add(predicate)
        self.lines[f"{predicate}({self.number},{','.join(arguments)})."] = None

    def use(self, owner: str) -> None:
        """Ask for the law's rows that belong to a class, term or fact; of one without rows nothing comes."""
        self.owners[owner] = None

    def value(self, thing: str, fact: str, region: str) -> None:
        """Say that a value of a fact lies in a region."""
        self.say("h", thing, fact, region)
        self.use(of_value(fact, region))

    def any_value(self, key: FactKey) -> None:
        """Ask for all that is to know of a fact that nobody stated."""
        fact = self.program.fact_ids[key]
        self.use(of_any(fact))
        if not self.program.regions[key].cuts:
            for region in self.program.regions[key].domain():
                self.use(of_value(fact, region))

    def touch(self, link: str, subject: Subject, path: str, other: Subject) -> None:
        """Say that what a subject is asked about a provision is that of another subject."""
        self.say("touches", link, self.subject(subject), self.program.provision_ids[path], self.subject(other))

    def under(self, guards: Iterable[Guard | None]) -> str:
        """Return the name of a set of guards, and note that this case turns on their readings."""
        found = frozenset(guard for guard in guards if guard)
        self.readings.update(guard.reading for guard in found)
        if not found:
            return "always"
        name = "_".join(sorted(self.program.guards[frozenset({guard})] for guard in found))
        self.predicates.add("guard")
        for guard in found:
            value = self.program.reading_values[(guard.reading, guard.value)]
            self.lines[f"guard({name},{self.program.reading_ids[guard.reading]},{value})."] = None
        return name

    def by_reading(self, cases: Cases) -> Iterator[tuple[str, bool | None]]:
        """Yield each answer with the guard under which it holds."""
        *given, (_, otherwise) = cases
        taken = {guard: truth for guard, truth in given if guard}
        for reading in dict.fromkeys(guard.reading for guard in taken):
            for value, _ in self.program.law.readings[reading].values:
                guard = Guard(reading, value)
                yield self.under([guard]), taken.get(guard, otherwise)
        if not taken:
            yield self.under([]), otherwise
