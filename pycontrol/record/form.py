"""The published form of a record. `docs/schema/determination.schema.json` is made from these classes.

Days are ISO dates. Amounts are exact text: `"500000 CNY"`, and a fraction where decimals do not end (`"1/3 EUR"`).
What is empty is left out.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from msgspec import Struct

from pycontrol.determine import Certainty, Kind, Layer, Life, OpenKind, Operation
from pycontrol.explain import Sort, Verdict

FORMAT = "pycontrol-record/1"
MOST_BYTES = 200_000_000
"""The largest file of records that is read: a record holds its reasons, and those of much that is open are long."""


class Form(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, rename="kebab"):
    """What every part of a record has in common."""


class Words(Form, frozen=True):
    """Words for people, in English and, where the law has them, in Chinese."""

    en: str = ""
    zh: str = ""


class InBranch(Form, frozen=True):
    """The certainty in one branch: for each event in doubt, the branch that it took."""

    branch: dict[str, str]
    certainty: Certainty


class UnderReadings(Form, frozen=True):
    """The certainty where these readings of the text are taken instead of the default ones."""

    readings: dict[str, str]
    certainty: Certainty


class OpenForm(Form, frozen=True):
    """Something that nobody stated and on which an outcome depends: about which thing, and which fact or list."""

    kind: OpenKind
    about: str
    name: str
    question: Words = Words()
    indicators: tuple[Words, ...] = ()


class DueForm(Form, frozen=True):
    """The last day of a duty: from the earliest to the latest that it can be; one day where the calendar is known."""

    earliest: dt.date
    latest: dt.date


class LiabilityForm(Form, frozen=True):
    """One band of liability: the words of the law, and the exact amounts where its base is stated."""

    title: Words
    band: str = ""
    low: str | None = None
    high: str | None = None
    multiple: tuple[str, str] | None = None
    base: str = ""
    decided: bool = True


class OutcomeForm(Form, frozen=True):
    """One thing that follows: for which act, item (`-` for none) and bearer, by which provision, how certainly.

    `certainty` is that over all branches and readings, `default` that at the default readings. `unless`: only its exceptions are open.
    """

    layer: Layer
    kind: Kind
    act: str
    item: str
    bearer: str
    provision: str
    certainty: Certainty
    default: Certainty
    value: str = ""
    by_branch: tuple[InBranch, ...] = ()
    turns_on: tuple[UnderReadings, ...] = ()
    depends_on: tuple[OpenForm, ...] = ()
    of: tuple[str, ...] = ()
    due: DueForm | None = None
    liability: tuple[LiabilityForm, ...] = ()
    unless: bool = False


class MissForm(Form, frozen=True):
    """A figure of an item that fails a threshold of an entry: the fact, its value and the threshold."""

    fact: str
    value: str
    threshold: str


class ClassifiedForm(Form, frozen=True):
    """An entry with a control code that an item meets or (`near`) just misses, by `misses`; how certainly."""

    item: str
    code: str
    entry: str
    title: Words
    certainty: Certainty
    default: Certainty
    near: bool = False
    suspected: str = ""
    misses: tuple[MissForm, ...] = ()
    turns_on: tuple[UnderReadings, ...] = ()
    depends_on: tuple[OpenForm, ...] = ()


class UnclassifiedForm(Form, frozen=True):
    """An item that may meet many entries, and the facts that tell most of them apart."""

    item: str
    entries: int
    find_out: tuple[str, ...] = ()


class StatusForm(Form, frozen=True):
    """The state of a provision on the day of an act, or of an instrument on the day asked about (act `-`)."""

    provision: str
    act: str
    life: Life
    operation: Operation
    because: str = ""
    beyond: dt.date | None = None
    confidence: str = ""
    turns_on: tuple[str, ...] = ()
    begins: dt.date | None = None
    until: dt.date | None = None


class GrainForm(Form, frozen=True):
    """Whether anything of one severity follows within a regime, an instrument, an article or a limb, for an act."""

    layer: Layer
    word: str
    scope: str
    act: str
    certainty: Certainty
    by_branch: tuple[InBranch, ...] = ()


class OtherwiseForm(Form, frozen=True):
    """What follows only where the text is read otherwise than by default: certainly under some of these readings, or perhaps."""

    word: str
    certainty: Certainty
    readings: tuple[str, ...]


class HeadlineForm(Form, frozen=True):
    """The gravest that follows in one regime for one act. No `word`: nothing is required.

    `graver`: what graver may follow; `dormant`: what would be graver if what sleeps operated; `otherwise`: what
    graver follows only where the text is read otherwise than by default, so that no `word` is no plain "nothing".
    """

    regime: str
    act: str
    certainty: Certainty
    word: str = ""
    by_branch: tuple[InBranch, ...] = ()
    graver: tuple[GrainForm, ...] = ()
    dormant: tuple[GrainForm, ...] = ()
    otherwise: OtherwiseForm | None = None
    covered: bool = False


class NameOnListForm(Form, frozen=True):
    """A name on a list, of a party of the case: its own, found; or one that is near to its own, which a person compares.

    `sure`: it is the party's own, and stands there on the day under every reading.
    """

    party: str
    list: str
    title: Words
    listed: Words
    notice: str
    sure: bool = False


class NeighbourForm(Form, frozen=True):
    """Law that binds on the day and is not encoded."""

    instrument: str
    act: str
    words: Words


class FindingForm(Form, frozen=True):
    """A fact that a condition looked at, with its figures, in English, and the place where it was stated."""

    about: str
    fact: str
    value: str
    figures: str = ""
    source: str = ""


class ReasonForm(Form, frozen=True):
    """One node of a reason tree, in the words of the law file. `because`: the places of what it rests on in `reasons`.

    `note` is in English. What reads the same in both languages stands as English words.
    """

    sort: Sort
    verdict: Verdict
    words: Words
    citation: str = ""
    label: str = ""
    note: str = ""
    source: str = ""
    findings: tuple[FindingForm, ...] = ()
    because: tuple[int, ...] = ()


class LawForm(Form, frozen=True):
    """The law that was asked: where to find it, the hash of each file and of all, and how far it was checked.

    `kind`: `bundled` with the package, a `directory` (named in `path`), or `text` (held in `texts`).
    """

    kind: Literal["bundled", "directory", "text"]
    digest: str
    files: dict[str, str]
    path: str = ""
    texts: tuple[str, ...] = ()
    checked_to: dict[str, dt.date] = {}


class Record(Form, frozen=True):
    """One determination with everything that is needed to repeat it.

    `facts` is the scenario in its JSON form; `asked` the day asked about; `engine` the version of pycontrol. `readings`
    holds the reading taken of each doubt (empty: none is taken); `taken` those that the scenario fixed itself. `regimes`:
    the legal orders asked of, where not all were. `reasons`
    holds every node of the reason trees once, what it rests on before it; `why` the places of the tops, one per outcome.
    """

    format: Literal["pycontrol-record/1"]
    engine: str
    law: LawForm
    scenario: str
    asked: dt.date
    facts: dict[str, Any]
    headlines: tuple[HeadlineForm, ...] = ()
    outcomes: tuple[OutcomeForm, ...] = ()
    classified: tuple[ClassifiedForm, ...] = ()
    lists: tuple[StatusForm, ...] = ()
    near_names: tuple[NameOnListForm, ...] = ()
    found_names: tuple[NameOnListForm, ...] = ()
    unclassified: tuple[UnclassifiedForm, ...] = ()
    statuses: tuple[StatusForm, ...] = ()
    open: tuple[OpenForm, ...] = ()
    readings: dict[str, str] = {}
    branches: tuple[dict[str, str], ...] = ()
    neighbours: tuple[NeighbourForm, ...] = ()
    assumed: tuple[str, ...] = ()
    hypothetical: tuple[str, ...] = ()
    taken: dict[str, str] = {}
    calendar: str = ""
    regimes: tuple[str, ...] = ()
    grains: tuple[GrainForm, ...] = ()
    why: tuple[int, ...] = ()
    reasons: tuple[ReasonForm, ...] = ()
