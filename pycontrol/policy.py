"""A loaded law that you may question. Delegates; decides nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pycontrol import determine as room
from pycontrol import explain
from pycontrol import record as records
from pycontrol._version import __version__
from pycontrol.asp import Case, ContradictionError, Program, ask_all, compile_law
from pycontrol.check import Finding, check
from pycontrol.diagnostics import Diagnostic, Refused, Source
from pycontrol.facts import from_mapping, from_source
from pycontrol.facts.covered import BEFORE, early, from_first
from pycontrol.facts.scenario import Scenario
from pycontrol.law import find_sources, load_law
from pycontrol.law.modelled import ModelledNotice, ModelledRegister, modelled, modelled_lists
from pycontrol.law.store import kept
from pycontrol.record import LawForm, read_json
from pycontrol.syntax import read_source
from pycontrol.syntax.limits import DAYS_COUNTED, FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pycontrol.determine import Classified, Determination, Unclassified
    from pycontrol.explain import Reason
    from pycontrol.law.model import Counterpart, Fact, Law, Measure, Text
    from pycontrol.law.modelled import ModelledArticle, ModelledList
    from pycontrol.record import Record, Replay

_Given = TypeVar("_Given")


@dataclass(frozen=True)
class Policy:
    """A law, ready to be questioned. Make one with `Policy.load` or `Policy.from_text`; `compiled` is for their use alone.

    `place` is the directory that it was loaded from, None for the law that comes with this package or was given as
    `texts`.
    """

    law: Law = field(repr=False)
    place: Path | None = None
    texts: tuple[str, ...] = field(default=(), repr=False)
    compiled: Program | None = field(default=None, repr=False, compare=False)

    @staticmethod
    def load(path: Path | str | None = None) -> Policy:
        """Load every `.law` file under `path`; without a path, the law that comes with this package.

        Raises `Refused` with every diagnostic if the law is ill-formed, or if there is none.
        """
        sources = find_sources(bundled("policy") if path is None else Path(path))
        program = kept(sources, Program, lambda: compile_law(load_law(sources)))
        return Policy(program.law, place=None if path is None else Path(path), compiled=program)

    @staticmethod
    def from_text(*texts: str) -> Policy:
        """Load law from texts, each as if it were one file. Raises `Refused` like `load`."""
        law = load_law(Source(f"text-{number}.law", text) for number, text in enumerate(texts, 1))
        return Policy(law, texts=texts)

    @staticmethod
    def of_record(record: Record) -> Policy:
        """Load the law that a record names: its texts, its directory, or the law that comes with this package."""
        if record.law.kind == "text":
            return Policy.from_text(*record.law.texts)
        return Policy.load(record.law.path or None)

    @property
    def digest(self) -> str:
        """The hash of the law's text: equal for equal files, in any order."""
        lines = "\n".join(f"{digest} {name}" for name, digest in sorted(self.law.sources))
        return hashlib.sha256(lines.encode()).hexdigest()

    @cached_property
    def _program(self) -> Program:
        return self.compiled or compile_law(self.law)

    def scenarios(self, *given: Scenario | Mapping[str, object] | Path | str) -> tuple[Scenario, ...]:
        """Return the scenarios in files, in texts in the scenario language or in mappings (the JSON form).

        Raises `Refused` with every diagnostic of all of them if one says what the law's vocabulary does not know.
        """
        return _gathered(given, self._scenarios)

    def _scenarios(self, given: Scenario | Mapping[str, object] | Path | str) -> tuple[Scenario, ...]:
        match given:
            case Path() if given.suffix == ".json":
                found = read_json(read_source(given))
                mappings: list[Mapping[str, object]] = found if isinstance(found, list) else [found]
                if not mappings:
                    cure = "write one scenario as a mapping, or several as a list"
                    raise Refused([Diagnostic("U114", f"there is no scenario in `{given}`", help=cure)])
                return _gathered(mappings, lambda one: (from_mapping(one, self.law),), file=str(given))
            case Path():
                return from_source(read_source(given), self.law)
            case str():
                _refuse_file_name(given, (".scenario", ".json"))
                return from_source(Source("text.scenario", given), self.law)
            case Scenario():
                return (given,)
            case _:
                return (from_mapping(given, self.law),)

    def determine(
        self, scenario: Scenario | Mapping[str, object] | Path | str, *, on: dt.date | None = None
    ) -> Determination:
        """Return what follows for one scenario. `on` is the day asked about; it never moves an act.

        Default: the scenario's own day, else the day of its last act; the clock is never read. Raises `Refused` for
        an ill-formed scenario, for several scenarios in one file, and for facts that contradict each other.
        """
        found = self.scenarios(scenario)
        if len(found) != 1:
            raise Refused(
                [Diagnostic("U101", f"expected one scenario, found {len(found)}", help="use `determine_many`")]
            )
        return self._determine(found, on)[0]

    def determine_many(
        self,
        scenarios: Iterable[Scenario | Mapping[str, object] | Path | str] | Scenario | Mapping[str, object] | Path,
        *,
        on: dt.date | None = None,
    ) -> tuple[Determination, ...]:
        """Return what follows for each scenario, in order; the same answers as `determine` one by one.

        One file, text or mapping may stand without a list.
        """
        many = [scenarios] if isinstance(scenarios, str | Path | Mapping | Scenario) else scenarios
        return self._determine(self.scenarios(*many), on)

    def _determine(self, scenarios: Sequence[Scenario], on: dt.date | None) -> tuple[Determination, ...]:
        cases = [_case(self._program, one, on) for one in scenarios]
        try:
            answers = ask_all(cases)
        except ContradictionError as error:
            raise Refused([_contradiction(error)]) from None
        return tuple(
            room.determination(room.Evidence(self._program, case, answer), self.digest, __version__)
            for case, answer in zip(cases, answers, strict=True)
        )

    def classify(
        self, scenario: Scenario | Mapping[str, object] | Path | str
    ) -> tuple[tuple[Classified, ...], tuple[Unclassified, ...]]:
        """Return the control codes that the items of one scenario meet, may meet or just miss.

        The second part holds the items of which too little is known. A scenario without acts needs `asked`, a day.
        """
        found = self.determine(scenario)
        return found.classified, found.unclassified

    def why(self, determination: Determination, citation: str | None = None) -> tuple[Reason, ...]:
        """Return the reasons of a determination's outcomes; under `citation` only, if given."""
        evidence = self._evidence(determination)
        return explain.why(determination, evidence, self.citation(citation) if citation else None)

    def why_not(self, determination: Determination, citation: str) -> tuple[Reason, ...]:
        """Return why the provisions under `citation` do not certainly bind, nearest miss first."""
        return explain.why_not(determination, self._evidence(determination), self.citation(citation))

    def _evidence(self, determination: Determination) -> room.Evidence:
        if determination.evidence is None:
            raise Refused(
                [
                    Diagnostic(
                        "U102",
                        "this determination was read from a record and carries no answer",
                        help="replay the record first",
                    )
                ]
            )
        return determination.evidence

    def citation(self, words: str) -> str:
        """Return the full citation for `words`: full, an unambiguous ending such as `61/1(3)`, or as answers print it.

        Raises `Refused` with near citations where there is none, or several.
        """
        return room.full_citation(words, self.law)

    def gists(self, determination: Determination) -> dict[tuple[str, ...], Text]:
        """Return what the provision of each outcome says in the case, by the outcome's key."""
        evidence = self._evidence(determination)
        return {one.key: explain.gist(evidence, one) for one in determination.outcomes}

    def record(self, determination: Determination) -> Record:
        """Return a determination with its facts, reasons and law, to be kept as JSON and replayed."""
        scenario = self._evidence(determination).case.things.scenario
        reasons = self.why(determination)
        return records.record(determination, scenario, reasons, self._law_form(determination))

    def _law_form(self, determination: Determination) -> LawForm:
        weighed = {status.provision.partition("/")[0] for status in determination.statuses}
        checked = {name: one.checked_to for name, one in self.law.instruments.items() if name in weighed}
        files = dict(self.law.sources)
        if self.texts:
            return LawForm("text", self.digest, files, texts=self.texts, checked_to=checked)
        if self.place:
            return LawForm("directory", self.digest, files, path=str(self.place), checked_to=checked)
        return LawForm("bundled", self.digest, files, checked_to=checked)

    def replay(self, record: Record | Path | str) -> Replay:
        """Determine a recorded case again, under this law, and say what differs. A text is the JSON of a record.

        Raises `Refused` for what is no record, and where the facts cannot be stated under this law any more.
        """
        record = _record(record)
        now = self.determine(record.facts, on=record.asked)
        scenario = self._evidence(now).case.things.scenario
        reasons = self.why(now) if record.reasons else ()
        today = records.record(now, scenario, reasons, self._law_form(now))
        return records.compared(records.read_determination(record), now, record, today)

    def check(self) -> tuple[Finding, ...]:
        """Return what is suspicious in this law, each finding with a scenario that shows it or the bound searched."""
        return check(self._program)

    def facts(self) -> tuple[Fact, ...]:
        """Return everything that a scenario may state, in the order of the vocabulary."""
        return tuple(self.law.vocabulary.facts.values())

    def register(self) -> tuple[Measure, ...]:
        """Return the measures and countermeasures that the law's registers hold, by date. They decide nothing."""
        return tuple(self.law.measures.values())

    def counterparts(self) -> tuple[Counterpart, ...]:
        """Return what provisions name as their counterparts in other law, with the difference. They decide nothing."""
        return self.law.counterparts

    def modelled(self, citation: str | None = None) -> tuple[ModelledArticle, ...]:
        """Return each article: encoded, encoded with a reading, or noted with the reason.

        `citation`: only those of that instrument, or that article; none for a list of parties.
        """
        instrument, article = self._modelled_part(citation)
        return tuple(
            row
            for row in modelled(self.law)
            if (not citation or row.instrument == instrument) and article in ("", row.article)
        )

    def modelled_lists(self, citation: str | None = None) -> tuple[ModelledList, ...]:
        """Return each item list with its entries, each notice with its names, each register with its measures.

        `citation`: only those of that instrument, or of that list of parties; none for an article.
        """
        part = self._modelled_part(citation)
        return tuple(
            one
            for one in modelled_lists(self.law)
            if not citation
            or (isinstance(one, ModelledNotice) and part == (one.list, ""))
            or (not isinstance(one, ModelledRegister) and part == (one.instrument, ""))
        )

    def _modelled_part(self, citation: str | None) -> tuple[str, str]:
        """Return the instrument or list of parties that is asked about, and the article, if one is; empty: all."""
        words, _, inside = (citation or "").partition("/")
        if not words or words in self.law.lists:
            return words, ""
        instrument, article = self.citation(words), inside.partition("(")[0]
        if article and article not in self.law.instruments[instrument].articles:
            cure = f"it has {', '.join(self.law.instruments[instrument].articles)}"
            raise Refused([Diagnostic("U103", f"`{instrument}` has no article `{article}`", help=cure)])
        return instrument, article


def bundled(name: str) -> Path:
    """Return a folder that comes with the package: inside an installed wheel, else in the checkout."""
    inside = resources.files("pycontrol") / name
    with resources.as_file(inside) as path:
        return path if path.is_dir() else Path(__file__).resolve().parent.parent / name


def _record(given: object) -> Record:
    """Return the record that is handed in, or that a file or a text holds."""
    if isinstance(given, records.Record):
        return given
    if not isinstance(given, Path | str):
        cure = "hand in a `Record`, its JSON as text, or a `Path`"
        raise Refused([Diagnostic("U106", "what is handed in is no record", help=cure)])
    if isinstance(given, str):
        _refuse_file_name(given, (".json",))
    source = read_source(given, records.MOST_BYTES) if isinstance(given, Path) else Source("record", given)
    found = records.read_records(source)
    if len(found) != 1:
        raise Refused([Diagnostic("U108", f"expected one record, found {len(found)}", help="give them one by one")])
    return found[0]


def _case(program: Program, scenario: Scenario, on: dt.date | None) -> Case:
    if on is not None and (not isinstance(on, dt.date) or isinstance(on, dt.datetime)):
        raise Refused([Diagnostic("F104", f"`{on}` is no day", help="give `on` as a `datetime.date`")])
    if on and early(on, program.law):
        raise Refused([Diagnostic("F104", f"`{on}` {BEFORE}", help=from_first(program.law))])
    if on and not FIRST_DAY <= on <= LAST_DAY:
        raise Refused([Diagnostic("F104", f"`{on}` lies beyond the days that are counted", help=DAYS_COUNTED)])
    asked = on or scenario.asked or max(act.on for act in scenario.acts)
    try:
        return Case(program, scenario, asked)
    except ContradictionError as error:
        raise Refused([_contradiction(error)]) from None


def _gathered(
    given: Sequence[_Given], read: Callable[[_Given], tuple[Scenario, ...]], *, file: str = ""
) -> tuple[Scenario, ...]:
    """Return all the scenarios of several; `Refused` with what is wrong in any, a mapping called by its name or place."""
    found: list[Scenario] = []
    problems: list[Diagnostic] = []
    for number, one in enumerate(given, 1):
        try:
            found += read(one)
        except Refused as refused:
            name = (
                str(one.get("scenario") or f"scenario {number}") if isinstance(one, Mapping) and len(given) > 1 else ""
            )
            problems += [replace(each, of=(*each.of, *filter(None, (name, file)))) for each in refused.diagnostics]
    if problems:
        raise Refused(problems)
    return tuple(found)


def _refuse_file_name(text: str, endings: tuple[str, ...]) -> None:
    """Refuse a text that is the name of a file: what is handed in as text is the thing itself."""
    if text.endswith(endings) and text.isprintable():
        cure = "a text is read as it stands; for a file hand in a `pathlib.Path`"
        raise Refused([Diagnostic("U115", f"`{text}` is the name of a file", help=cure)])


def _contradiction(error: ContradictionError) -> Diagnostic:
    return Diagnostic(
        "F199",
        f"the facts of `{error.scenario}` contradict each other: nothing that is unknown could make them all true",
        help="look for facts that the vocabulary ties together by a constraint",
    )
