"""A loaded law that you may question. Delegates; decides nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from pycontrol import determine as room
from pycontrol import explain
from pycontrol._version import __version__
from pycontrol.asp import Case, ContradictionError, Program, ask, compile_law
from pycontrol.diagnostics import Diagnostic, Refused, Source
from pycontrol.facts import from_mapping, from_syntax
from pycontrol.law import find_sources, load_law
from pycontrol.law.modelled import modelled
from pycontrol.syntax import parse_scenarios, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.determine import Determination
    from pycontrol.explain import Reason
    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Fact, Law
    from pycontrol.law.modelled import ModelledArticle


@dataclass(frozen=True)
class Policy:
    """A law, ready to be questioned. Make one with `Policy.load` or `Policy.from_text`."""

    law: Law = field(repr=False)

    @staticmethod
    def load(path: Path | str | None = None) -> Policy:
        """Load every `.law` file under `path`; without a path, the law that comes with this package.

        Raises `Refused` with every diagnostic if the law is ill-formed, or if there is none.
        """
        return Policy(load_law(find_sources(Path(path) if path is not None else bundled("policy"))))

    @staticmethod
    def from_text(*texts: str) -> Policy:
        """Load law from texts, each as if it were one file. Raises `Refused` like `load`."""
        return Policy(load_law(Source(f"text-{number}.law", text) for number, text in enumerate(texts, 1)))

    @property
    def digest(self) -> str:
        """The hash of the law's text: equal for equal files, in any order."""
        lines = "\n".join(f"{digest} {name}" for name, digest in sorted(self.law.sources))
        return hashlib.sha256(lines.encode()).hexdigest()

    @cached_property
    def _program(self) -> Program:
        return compile_law(self.law)

    def scenarios(self, given: Scenario | Mapping[str, object] | Path | str) -> tuple[Scenario, ...]:
        """Return the scenarios in a file, a text in the scenario language or a mapping (the JSON form).

        Raises `Refused` with every diagnostic if a scenario says what the law's vocabulary does not know.
        """
        match given:
            case Path():
                return from_syntax(parse_scenarios(read_source(given)), self.law)
            case str():
                return from_syntax(parse_scenarios(Source("text.scenario", given)), self.law)
            case dict():
                return (from_mapping(given, self.law),)
            case _:
                return (given,)  # type: ignore[return-value]

    def determine(
        self, scenario: Scenario | Mapping[str, object] | Path | str, *, on: dt.date | None = None
    ) -> Determination:
        """Return what follows for one scenario. `on` is the day asked about; it never moves an act.

        Default: the scenario's own day, else the day of its last act; the clock is never read. Raises `Refused` for
        an ill-formed scenario, for several scenarios in one file, and for facts that contradict each other.
        """
        found = self.scenarios(scenario)
        if len(found) != 1:
            raise Refused([Diagnostic("U101", f"expected one scenario, found {len(found)}", help="use `determine_many`")])
        return self._determine(found[0], on)

    def _determine(self, scenario: Scenario, on: dt.date | None) -> Determination:
        asked = on or scenario.asked or max(act.on for act in scenario.acts)
        case = Case(self._program, scenario, asked)
        try:
            answer = ask(self._program, [case], dict(scenario.assumptions.taken))
        except ContradictionError:
            raise Refused([_contradiction(scenario)]) from None
        return room.determination(room.Evidence(self._program, case, answer), self.digest, __version__)

    def determine_many(
        self, scenarios: Iterable[Scenario | Mapping[str, object] | Path | str], *, on: dt.date | None = None
    ) -> tuple[Determination, ...]:
        """Return what follows for each scenario, in order; the same answers as `determine` one by one."""
        return tuple(self._determine(one, on) for given in scenarios for one in self.scenarios(given))

    def why(self, determination: Determination, citation: str | None = None) -> tuple[Reason, ...]:
        """Return the reasons of a determination's outcomes; under `citation` only, if given."""
        evidence = self._evidence(determination)
        return explain.why(determination, evidence, self.citation(citation) if citation else None)

    def why_not(self, determination: Determination, citation: str) -> tuple[Reason, ...]:
        """Return why the provisions under `citation` do not certainly bind, nearest miss first."""
        return explain.why_not(determination, self._evidence(determination), self.citation(citation))

    def _evidence(self, determination: Determination) -> room.Evidence:
        if determination.evidence is None:
            raise Refused([Diagnostic("U102", "this determination was read from a record and carries no answer", help="replay the record first")])
        return determination.evidence

    def citation(self, words: str) -> str:
        """Return the full citation for `words`: full, or an unambiguous ending such as `61/1(3)`.

        Raises `Refused` with near citations where there is none, or several.
        """
        return words

    def facts(self) -> tuple[Fact, ...]:
        """Return everything that a scenario may state, in the order of the vocabulary."""
        return tuple(self.law.vocabulary.facts.values())

    def modelled(self) -> tuple[ModelledArticle, ...]:
        """Return each article: encoded, encoded with a reading, or noted with the reason."""
        return modelled(self.law)


def bundled(name: str) -> Path:
    """Return a folder that comes with the package: inside an installed wheel, else in the checkout."""
    inside = resources.files("pycontrol") / name
    with resources.as_file(inside) as path:
        return path if path.is_dir() else Path(__file__).resolve().parent.parent / name


def _contradiction(scenario: Scenario) -> Diagnostic:
    return Diagnostic(
        "F199",
        f"the facts of `{scenario.name}` contradict each other: nothing that is unknown could make them all true",
        help="look for facts that the vocabulary ties together by a constraint",
    )
