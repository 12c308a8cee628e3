"""The law: what announcements say once names are resolved, dates are real and sugar is gone.

Everything downstream (the solver, the explanations, the checks, the independent oracle of the tests) reads
these classes and no others. They are frozen; sequences are tuples; numbers are exact fractions.

Reading guide. A `Law` holds instruments; an instrument holds provisions; a provision binds a bearer to a norm when
its perimeter and conditions are met for a *subject*. A subject is one act, one of its items and one bearer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from fractions import Fraction

    from pycontrol.diagnostics import Span


# --- words and values ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words for people, in English and, where the law has them, in Chinese (empty otherwise)."""

    en: str
    zh: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount in the canonical unit of its dimension (money: the currency is both unit and dimension)."""

    amount: Fraction
    unit: str


Value = str | Quantity
"""A symbol (a choice, a place code, `yes`/`no`, the name of a party, item or act) or a quantity."""


# --- vocabulary ---------------------------------------------------------------------------------------------


class Sort(StrEnum):
    """The sorts of thing that a scenario speaks of."""

    ACT = "act"
    PARTY = "party"
    ITEM = "item"


class FactType(StrEnum):
    """The type of a fact's values."""

    YES_NO = "yes-no"
    CHOICE = "choice"
    PLACE = "place"
    QUANTITY = "quantity"
    MONEY = "money"
    TEXT = "text"
    ACT = "act"
    PARTY = "party"
    ITEM = "item"


class Settled(StrEnum):
    """Who can settle an open fact: whoever knows it, a person's judgement, or law that is not encoded here."""

    ASKED = "asked"
    JUDGED = "judged"
    NOT_ENCODED = "not-encoded"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a scenario may state about an act, a party or an item.

    `values` lists the choices of a choice fact. `unit` is the canonical unit of a quantity fact; `low` and `high`
    are its range (inclusive), if any. `many`: several values may hold at once; a test on it means *some* unless it
    says `every` or `no`. `open`: the values stated are not all there are unless the scenario says `complete`.
    `acts` names the kinds of act that have this fact (acts only; empty: all kinds). `groups` are names by which
    `assume not` can close several facts together. A yes-no fact with `implies` entails those other facts.
    """

    sort: Sort
    name: str
    type: FactType
    question: Text
    values: tuple[str, ...] = ()
    unit: str = ""
    low: Fraction | None = None
    high: Fraction | None = None
    many: bool = False
    open: bool = False
    dated: bool = False
    settled: Settled = Settled.ASKED
    alterable: bool = False
    acts: frozenset[str] = frozenset()
    groups: tuple[str, ...] = ()
    indicators: tuple[Text, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Constraint:
    """In every completion: where yes-no fact `given` of a thing is yes, its yes-no fact `then` is yes too."""

    sort: Sort
    given: str
    then: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: one of it is `factor` of the canonical unit of its dimension."""

    name: str
    dimension: str
    canonical: str
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Territory:
    """A named set of places. A guarded place belongs only where its reading has the given value."""

    name: str
    title: Text
    places: tuple[tuple[str, Guard | None], ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What may be said. `facts` is keyed by sort and name; `kinds` lists the physical kinds of act."""

    kinds: tuple[str, ...]
    facts: dict[tuple[Sort, str], Fact]
    constraints: tuple[Constraint, ...]
    units: dict[str, Unit]
    territories: dict[str, Territory]


# --- readings and events ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """A doubt about the text: named values, one of which may be the default. `default` empty means none is taken."""

    name: str
    title: Text
    values: tuple[tuple[str, Text], ...]
    default: str
    because: str
    question: str = ""
    instrument: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """Holds where reading `reading` has value `value`."""

    reading: str
    value: str


@dataclass(frozen=True, slots=True)
class Branch:
    """One way an event in doubt may have gone: the instruments that hang on it are suspended in it, or operate."""

    name: str
    title: Text
    suspended: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event in doubt, shared by every instrument that hangs on it."""

    name: str
    title: Text
    branches: tuple[Branch, ...]
    span: Span | None = None


# --- conditions ---------------------------------------------------------------------------------------------


class Root(StrEnum):
    """Where a path starts.

    In a provision: ACT is the subject's act, ITEM its item, BEARER its bearer. In a term: SELF is the thing of the
    term's sort (for a term on acts, SELF is the act).
    """

    ACT = "act"
    ITEM = "item"
    BEARER = "bearer"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class Reach:
    """The things a condition looks at: from `root` along relation facts (such as `end-user`, `serves`, `items`).

    `steps` names facts whose type is a sort. The step `parts*` on an item means its parts at any depth. `sort` is
    the sort of the things reached.
    """

    root: Root
    steps: tuple[str, ...]
    sort: Sort


class Quantifier(StrEnum):
    """How many of the (thing, value) pairs reached must pass the test."""

    SOME = "some"
    EVERY = "every"
    NO = "no"


class Operator(StrEnum):
    """A comparison of a quantity with a threshold."""

    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


@dataclass(frozen=True, slots=True)
class OneOf:
    """The value is (or, if not `positive`, is not) one of these symbols."""

    values: frozenset[str]
    positive: bool = True


@dataclass(frozen=True, slots=True)
class Inside:
    """The place lies inside (or, if not `positive`, outside) the territory."""

    territory: str
    positive: bool = True


@dataclass(frozen=True, slots=True)
class Compared:
    """The quantity stands in relation `operator` to the threshold."""

    operator: Operator
    threshold: Quantity


Check = OneOf | Inside | Compared


@dataclass(frozen=True, slots=True)
class Test:
    """A check on the values of fact `fact` of the things reached.

    The kind and the state of an act are facts of it, `kind` and `state` (`planned`, `done`).
    """

    span: Span
    reach: Reach
    fact: str
    check: Check
    quantifier: Quantifier = Quantifier.SOME


@dataclass(frozen=True, slots=True)
class IsTerm:
    """The things reached are instances of term `term`."""

    span: Span
    reach: Reach
    term: str
    quantifier: Quantifier = Quantifier.SOME


@dataclass(frozen=True, slots=True)
class Listed:
    """The parties reached are on list `list` on the act's day (the last act of the case, where no act is in view)."""

    span: Span
    reach: Reach
    list: str
    quantifier: Quantifier = Quantifier.SOME


class Adding(StrEnum):
    """Q-SUM: are listed materials added up, or is each tested alone?"""

    SUMMED = "summed"
    EACH_ALONE = "each-alone"


class Nesting(StrEnum):
    """Q-NEST: do listed materials count at any depth, or only among the direct parts?"""

    ANY_DEPTH = "any-depth"
    DIRECT = "direct-only"


@dataclass(frozen=True, slots=True)
class Share:
    """The share, in the value of the item reached, of parts that are `term` and whose `origin_fact` is in `territory`.

    Numerator: the outermost such parts, quantity times value, each once. Denominator: the stated value of the item
    itself, never the sum of rows. `adding` and `nesting` name readings whose values are those of `Adding` and
    `Nesting`. The threshold is a fraction of one (0.1 % is 1/1000).
    """

    span: Span
    reach: Reach
    term: str
    origin_fact: str
    territory: str
    operator: Operator
    threshold: Fraction
    adding: str
    nesting: str


class Chaining(StrEnum):
    """Q-50: how stakes are followed. See `Stake`."""

    DIRECT = "direct"
    CASCADING = "cascading"
    AGGREGATED = "aggregated"


class Control(StrEnum):
    """Q-50: must control be present beside the share?"""

    SHARE_ALONE = "share-alone"
    WITH_CONTROL = "with-control"


@dataclass(frozen=True, slots=True)
class Stake:
    """The party reached is held, to the threshold, by parties that are `term`; branches of a caught party count.

    `chaining` names a reading with the values of `Chaining`: *direct*, one party that is `term` itself holds the
    threshold; *cascading*, a chain of links each of which reaches the threshold; *aggregated*, the stakes of parties
    that are `term` or already caught add up to it (least fixpoint). `control` names a reading with the values of
    `Control`, or is empty; with control, the yes-no fact `control_fact` of the party must be yes too (branches
    excepted). `interest` is `equity`, `votes` or `seats`. The party's being `term` itself is not asked here.
    """

    span: Span
    reach: Reach
    term: str
    interest: str
    operator: Operator
    threshold: Fraction
    chaining: str
    control: str = ""
    control_fact: str = ""
    quantifier: Quantifier = Quantifier.SOME


class Aspect(StrEnum):
    """Which of the three nodes of a provision a reference looks at."""

    APPLIES = "applies"
    STANDS = "stands"
    BREACH = "breach"


@dataclass(frozen=True, slots=True)
class Reference:
    """Some provision of `provisions` applies, stands or is breached.

    `reach` says for which acts (`act` itself, or others such as those it serves). On the same act, the items must be
    compatible: equal, or one of the two subjects has no item. Bearers need not agree. The provisions are those under
    the citation that the text names (an article names all its limbs).
    """

    span: Span
    reach: Reach
    aspect: Aspect
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Under:
    """The reading has the value."""

    span: Span
    guard: Guard


@dataclass(frozen=True, slots=True)
class Differs:
    """Two single-valued facts of the things reached have different values."""

    span: Span
    reach: Reach
    fact: str
    other_reach: Reach
    other_fact: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """One labelled alternative of an enumeration; its conditions are joined by *and*."""

    label: str
    conditions: tuple[Condition, ...]
    span: Span
    title: Text = field(default_factory=lambda: Text(""))
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the alternatives is met."""

    span: Span
    alternatives: tuple[Alternative, ...]


Condition = Test | IsTerm | Listed | Share | Stake | Reference | Under | Differs | AnyOf


@dataclass(frozen=True, slots=True)
class Term:
    """A legal term, owned by an instrument: a thing of sort `sort` is `name` when the conditions are met.

    An item list (annex) is a term on items whose one condition is an `AnyOf` over its entries. Terms do not refer to
    provisions, and no term depends on itself.
    """

    name: str
    sort: Sort
    title: Text
    conditions: tuple[Condition, ...]
    instrument: str
    entries: bool = False
    span: Span | None = None


# --- lists of parties ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both inclusive; `last` None is open. Holds only under the guard, if it has one."""

    first: dt.date
    last: dt.date | None = None
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One name on a list, by one notice: when it is listed, and when that listing is paused."""

    name: Text
    aliases: tuple[str, ...]
    notice: str
    listed: tuple[Period, ...]
    paused: tuple[Period, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice that put names on a list: how many it named, of which only some may be held here."""

    name: str
    listed: tuple[Period, ...]
    count: int
    note: Text


@dataclass(frozen=True, slots=True)
class PartyList:
    """A dated list of parties. `complete` False: a name without a match is unknown, never `not listed`."""

    name: str
    title: Text
    complete: bool
    notices: tuple[Notice, ...]
    listings: tuple[Listing, ...]
    instrument: str
    span: Span | None = None


# --- norms and provisions -----------------------------------------------------------------------------------


class Modality(StrEnum):
    """What kind of thing a provision does."""

    LICENCE = "licence"
    PROHIBITION = "prohibition"
    DUTY = "duty"
    EXEMPTION = "exemption"
    RELIEF = "relief"
    REVIEW = "review"
    TERMS = "terms"
    SANCTION = "sanction"
    STATEMENT = "statement"


class DueFrom(StrEnum):
    """How the last day of a duty is counted: before the act, on its day, or a number of days after it."""

    BEFORE = "before"
    AT = "at"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a duty. Only AFTER counts days; the act's day is day 0 and the last day is in."""

    anchor: DueFrom
    days: int = 0
    working: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a fine: where `base` (a money fact of the act) passes the check, from `low` to `high`.

    `times`: low and high are multiples of the base. `base` empty: the band needs no base. `check` None: the band for
    what the other bands leave ("otherwise"). A band with neither low nor high names another consequence in `title`.
    `serious`: only in serious cases (a person settles whether one is).
    """

    title: Text
    base: str = ""
    check: Compared | None = None
    times: bool = False
    low: Quantity | Fraction | None = None
    high: Quantity | Fraction | None = None
    serious: bool = False


@dataclass(frozen=True, slots=True)
class Norm:
    """What a provision imposes.

    `what`: the kind of licence; the kind of event that fulfils a duty; the review policy; the filing of a relief; the
    licence kind of terms; empty otherwise. `of`: the provisions that it exempts from, relieves from, reviews, limits or
    sanctions. `cure`: the office whose consent cures a prohibition, empty where none can.
    """

    modality: Modality
    title: Text
    what: str = ""
    office: str = ""
    cure: str = ""
    of: tuple[str, ...] = ()
    to: str = ""
    due: Due | None = None
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Defeat:
    """Provision `by` defeats the provision that holds this, where its guard (if any) holds."""

    by: str
    guard: Guard | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """The smallest citable unit that has an effect.

    `path` is its citation, `<instrument>/<article>(<limb>)...`. `kinds` are the kinds of act that its perimeter covers;
    it is *weighed* for an act of such a kind from the day its instrument was issued. `bearer` is the party fact of the
    act that names who is bound; empty: nobody in particular (statements, sanctions of the breacher). `per_item`: its
    conditions or norm look at the item, so that it is weighed for each item of the act; otherwise once, without item.
    `periods`: when it is in force by its own words (from, until), each perhaps under a reading.
    """

    path: str
    instrument: str
    article: str
    title: Text
    gist: Text
    cite: Text
    perimeter: tuple[Condition, ...]
    conditions: tuple[Condition, ...]
    kinds: frozenset[str]
    per_item: bool
    bearer: str
    norm: Norm
    periods: tuple[Period, ...]
    defeats: tuple[Defeat, ...] = ()
    confidence: str = ""
    readings: frozenset[str] = frozenset()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """Articles that are not encoded, with their gist and the reason."""

    instrument: str
    first: str
    last: str
    gist: Text
    because: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Overlap:
    """A declared overlap of two provisions with different effects and no priority: both bind, the stricter heads."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    because: str
    span: Span | None = None


# --- instruments --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Suspension:
    """Instrument `by` takes `targets` (instruments) out of operation.

    `event` empty: certain, in `periods` (guarded where the end day is a reading). Otherwise unconfirmed in `periods`:
    in each branch of the event the targets are suspended or operate.
    """

    by: str
    targets: tuple[str, ...]
    periods: tuple[Period, ...]
    event: str = ""
    confidence: str = ""
    because: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """Instrument `by` says that `targets` (instruments) operate in `periods`, as after a suspension.

    It puts nothing into operation and takes nothing out; it says how sure the status on those days is, and why.
    """

    by: str
    targets: tuple[str, ...]
    periods: tuple[Period, ...]
    confidence: str = ""
    because: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """One promulgated instrument. Days are days in `zone`. `neighbour`: what to say beside every "nothing required"."""

    name: str
    title: Text
    cite: Text
    regime: str
    issued: dt.date
    issuer: str
    articles: tuple[str, ...]
    zone: str
    checked_to: dt.date
    basis: tuple[str, ...] = ()
    begins: dt.date | None = None
    ends: dt.date | None = None
    neighbour: Text | None = None
    confidence: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Regime:
    """A legal order: defeat never crosses it. `severity` orders what outcomes say, gravest first."""

    name: str
    title: Text
    severity: tuple[str, ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """All instruments, resolved and merged. Dictionaries are in the order of the files, sorted by path."""

    vocabulary: Vocabulary
    regimes: dict[str, Regime]
    instruments: dict[str, Instrument]
    readings: dict[str, Reading]
    events: dict[str, Event]
    terms: dict[str, Term]
    lists: dict[str, PartyList]
    provisions: dict[str, Provision]
    noted: tuple[Noted, ...]
    overlaps: tuple[Overlap, ...]
    suspensions: tuple[Suspension, ...]
    sources: tuple[tuple[str, str], ...]
    operations: tuple[Operation, ...] = ()
