"""The nouns of an answer: one thing that follows, how certain it is, and what it turns on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pycontrol.phrases import NOTHING, say

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

    from pycontrol.law.model import Quantity
    from pycontrol.phrases import Text

BranchKey = tuple[tuple[str, str], ...]
"""One branch per event in doubt: (event, branch) pairs; empty where no event is in doubt."""


class Certainty(StrEnum):
    """In every completion of what is unknown, in some, or in none."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"


class Layer(StrEnum):
    """What holds now, or what sleeping provisions (issued, not ended, not operating) would say if they operated."""

    NOW = "now"
    DORMANT = "dormant"


class Kind(StrEnum):
    """What an outcome says."""

    LICENCE = "licence"
    PROHIBITION = "prohibition"
    DUTY = "duty"
    EXEMPTION = "exemption"
    RELIEF = "relief"
    REVIEW = "review"
    TERMS = "terms"
    STATEMENT = "statement"
    GUIDANCE = "guidance"
    COVERED = "covered"
    FULFILLED = "fulfilled"
    BREACH = "breach"
    WOULD_BREACH = "would-breach"
    LIABILITY = "liability"


GRAVE = (Kind.LICENCE, Kind.PROHIBITION)
"""What stops an act, and what a paper may cover."""


class Life(StrEnum):
    """Where a provision stands in its life on the act's day; OPEN where a reading of which no value is taken decides."""

    NOT_BEGUN = "not begun"
    BEGUN = "begun"
    ENDED = "ended"
    OPEN = "begun or not"


class Operation(StrEnum):
    """Whether a provision operates on the act's day."""

    FREE = "free"
    SUSPENDED = "suspended"
    UNCONFIRMED = "unconfirmed"
    ASSUMED = "assumed in force"


class OpenKind(StrEnum):
    """Why a leaf is open: a fact to ask for, a judgement for a person, law that is not encoded or not asked of, or a paper not
    stated.
    """

    FACT = "fact"
    JUDGED = "judged"
    NOT_ENCODED = "not encoded"
    NOT_ASKED = "not asked"
    LICENCE = "licence"
    FULFILMENT = "fulfilment"
    LIST = "list"


TurnsOn = tuple[tuple[tuple[tuple[str, str], ...], Certainty], ...]
"""The smallest sets of readings that change something: the (reading, value) pairs, and how certain it is then."""


@dataclass(frozen=True, slots=True)
class OpenLeaf:
    """Something that nobody stated and on which an outcome depends. `about` is the thing; `name` the fact or list."""

    kind: OpenKind
    about: str
    name: str
    question: Text = NOTHING
    indicators: tuple[Text, ...] = ()

    def __str__(self) -> str:
        return f"{self.about}.{self.name}"


@dataclass(frozen=True, slots=True)
class DueDay:
    """The last day of a duty: one day where the calendar is known, else the earliest and the latest that it can be."""

    earliest: dt.date
    latest: dt.date

    def __str__(self) -> str:
        return f"{self.earliest}" if self.earliest == self.latest else f"{self.earliest} to {self.latest}"


@dataclass(frozen=True, slots=True)
class Liability:
    """One band of liability.

    `low` and `high` are exact amounts where the base is stated (or the band needs none); else None, and `multiple` or the
    band itself is in `band`. `decided` False: other bands are open too, because the base or whether the case is
    serious is not stated.
    """

    title: Text
    band: str
    low: Quantity | None = None
    high: Quantity | None = None
    multiple: tuple[Fraction, Fraction] | None = None
    base: str = ""
    decided: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that follows. Its key is layer, act, item, bearer, provision, kind and value.

    `certainty` is that over all branches: certain in all, excluded in all, else possible; `by_branch` gives each, by the events
    on which it turns, where they differ. `default` is the certainty at the default readings; an outcome that is excluded only
    there is possible.
    `turns_on` lists the smallest sets of readings that change it, each a tuple of (reading, value, certainty).
    `depends_on` lists the open leaves below it. `unless`: all that a licence requirement or a prohibition asks for is certain, and
    it is open only whether an exception (an exemption, a relief, a rule that goes before) frees from it.
    """

    layer: Layer
    kind: Kind
    act: str
    item: str
    bearer: str
    provision: str
    value: str
    certainty: Certainty
    default: Certainty
    by_branch: tuple[tuple[BranchKey, Certainty], ...] = ()
    turns_on: TurnsOn = ()
    depends_on: tuple[OpenLeaf, ...] = ()
    of: tuple[str, ...] = ()
    due: DueDay | None = None
    liability: tuple[Liability, ...] = ()
    unless: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """The outcome's identity within a determination."""
        return (self.layer, self.act, self.item, self.bearer, self.provision, self.kind, self.value)

    @property
    def certain_somewhere(self) -> bool:
        """Whether it is certain at the default readings, but for its exceptions, or in some branch of the events on which it turns."""
        return self.unless or Certainty.CERTAIN in (self.default, *(certainty for _, certainty in self.by_branch))


@dataclass(frozen=True, slots=True)
class Miss:
    """A figure of an item that fails a threshold, such as `size` `48 um` and `> 50 um`."""

    fact: str
    value: str
    threshold: str

    def __str__(self) -> str:
        return say("miss", fact=self.fact, value=self.value, threshold=self.threshold).en


@dataclass(frozen=True, slots=True)
class Classified:
    """An entry with a control code that an item meets, or just misses, certainly or perhaps.

    `entry` is its path in the law; `code` stands as printed, empty where it is not held, `suspected` is the code that is believed to be meant. `near`: it
    is in no entry of the list, but every figure that fails does so by no more than the tolerance that the list declares;
    `misses` says by how much. `default` is the certainty at the default readings, and
    `turns_on` the smallest sets of readings that change it. `depends_on` lists what to find out.
    """

    item: str
    code: str
    entry: str
    title: Text
    certainty: Certainty
    default: Certainty
    near: bool = False
    suspected: str = ""
    misses: tuple[Miss, ...] = ()
    turns_on: TurnsOn = ()
    depends_on: tuple[OpenLeaf, ...] = ()

    @property
    def called(self) -> str:
        """What the entry is called by: its code, or where that is not held, its path."""
        return f"code {self.code}" if self.code else f"entry {self.entry}"

    @property
    def instrument(self) -> str:
        """The instrument to whose list the entry belongs."""
        return self.entry.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Unclassified:
    """An item of which too little is known: how many entries it may meet, and the facts that tell most of them apart."""

    item: str
    entries: int
    find_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a provision on an act's day, or of an instrument on the day asked about, where `act` is `-`.

    `because` names what suspends it or the event or reading in doubt.

    `beyond`: the day up to which the instrument's status was checked, where the act's day is later. `confidence`: the
    mark of what was said about that time, if any. `turns_on`: readings on which the state turns. `until`: the last day of the
    suspension, if it has one.
    """

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


@dataclass(frozen=True, slots=True)
class Grain:
    """Whether anything of one severity follows within a scope (a regime, instrument, article or limb), for an act."""

    layer: Layer
    word: str
    scope: str
    act: str
    certainty: Certainty
    by_branch: tuple[tuple[BranchKey, Certainty], ...] = ()


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What follows only where the text is read otherwise than by default: certainly under some of these readings, or perhaps."""

    word: str
    certainty: Certainty
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The gravest that follows in one regime for one act, and what graver may follow.

    `word` empty: nothing required; only `possible` where law of that day is not held. `dormant` is what would be graver
    than `word`, certainly or possibly, if what sleeps operated. Both say in which branches of an event. `otherwise` is the
    gravest that follows only where the text is read otherwise than by default, if it is graver than all else: beside it, an
    empty `word` is no plain "nothing". `covered`: papers held cover everything that certainly needs one,
    and nothing is certainly to be answered for.
    """

    regime: str
    act: str
    word: str
    certainty: Certainty
    by_branch: tuple[tuple[BranchKey, Certainty], ...] = ()
    graver: tuple[Grain, ...] = ()
    dormant: tuple[Grain, ...] = ()
    otherwise: Otherwise | None = None
    covered: bool = False

    def __str__(self) -> str:
        known = self.certainty is Certainty.CERTAIN
        said = f"{self.certainty} {self.word}{', covered' if self.covered else ''}"
        parts = [said if self.word else "nothing" if known else "nothing known"]
        parts += [f"possibly {one.word}" for one in self.graver]
        parts += [f"otherwise {self.otherwise.word}"] if self.otherwise else []
        parts += [
            f"{'' if one.certainty is Certainty.CERTAIN else 'possibly '}dormant {one.word}" for one in self.dormant
        ]
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class NameOnList:
    """A name on a list, of a party of the case: its own, found; or one that is near to its own, which a person compares.

    `sure`: it is the party's own, and stands there on the day under every reading.
    """

    party: str
    list: str
    title: Text
    listed: Text
    notice: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Law that binds on the day and is not encoded: to be looked at beside every "nothing required"."""

    instrument: str
    act: str
    words: Text
