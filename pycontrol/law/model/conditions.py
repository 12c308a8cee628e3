"""What a provision asks of the facts; terms give such questions a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from pycontrol.phrases import Text

if TYPE_CHECKING:
    from fractions import Fraction

    from pycontrol.diagnostics import Span
    from pycontrol.law.model.doubt import Guard
    from pycontrol.law.model.vocabulary import Sort
    from pycontrol.law.model.words import Quantity


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
    """The parties reached are on list `list` on the day of the act for which this is asked.

    `notices`, where there are any: put there by one of these notices of the list.
    """

    span: Span
    reach: Reach
    list: str
    quantifier: Quantifier = Quantifier.SOME
    notices: tuple[str, ...] = ()


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


INTERESTS = ("equity", "votes", "seats")
"""What a stake can be held by."""


@dataclass(frozen=True, slots=True)
class Stake:
    """The party reached is held, to the threshold, by parties that are `term`; branches of a caught party count.

    `chaining` names a reading with the values of `Chaining`: *direct*, one party that is `term` itself holds the
    threshold; *cascading*, a chain of links each of which reaches the threshold; *aggregated*, the stakes of parties
    that are `term` or already caught add up to it (least fixpoint). Where the text itself says which, `fixed` is that
    one, and `chaining` is empty. `control` names a reading with the values of
    `Control`, or is empty; with control, the yes-no fact `control_fact` of the party must be yes too (branches
    excepted). `interest` is one of `INTERESTS`. The party's being `term` itself is not asked here.
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
    fixed: Chaining | None = None


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
class Operates:
    """Something of `target`, an instrument or a part of one, operates on the day of the act: begun, not ended, not suspended.

    Of what sleeps it is asked as if that operated: whether something of the target is issued and not ended.
    """

    span: Span
    target: str


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


class Ends(StrEnum):
    """Do the ends of a range belong to it? The values of the reading that `between … readings …` names."""

    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Code:
    """The control code of an entry, as printed, empty where it is not held; `suspected` is what may have been meant, and why."""

    printed: str
    suspected: str = ""
    because: Text = field(default_factory=lambda: Text(""))


@dataclass(frozen=True, slots=True)
class Alternative:
    """One labelled alternative of an enumeration; its conditions are joined by *and*.

    An alternative of an item list is an entry; it may have a code, and tariff numbers that refer to it. These decide
    nothing.
    """

    label: str
    conditions: tuple[Condition, ...]
    span: Span
    title: Text = field(default_factory=lambda: Text(""))
    confidence: str = ""
    code: Code | None = None
    tariffs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the alternatives is met."""

    span: Span
    alternatives: tuple[Alternative, ...]


Condition = Test | IsTerm | Listed | Share | Stake | Reference | Operates | Under | Differs | AnyOf


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far from each threshold, as a fraction of it, an item still nearly meets an entry; and who says so."""

    share: Fraction
    because: Text


@dataclass(frozen=True, slots=True)
class Term:
    """A legal term, owned by an instrument: a thing of sort `sort` is `name` when the conditions are met.

    An item list (annex) is a term on items whose one condition is an `AnyOf` over its entries (`entries`). Terms do not
    refer to provisions, and no term depends on itself. A list that declares a tolerance, each part of it, and the terms
    of what just misses them have it.
    """

    name: str
    sort: Sort
    title: Text
    conditions: tuple[Condition, ...]
    instrument: str
    entries: bool = False
    span: Span | None = None
    tolerance: Tolerance | None = None
