"""A recorded determination beside the one that follows today: what differs, in words."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.determine import Determination
    from pycontrol.record.form import LawForm, ReasonForm, Record


@dataclass(frozen=True, slots=True)
class Replay:
    """A record repeated. `same`: the same follows, for the same reasons. `determination` is what follows today.

    `answer` names, in words, every line of the answer that is gone or new, `reasons` every outcome of which the reason is
    another, `beside` what of the law, the engine and the calendar is another: these may differ although `same` holds.
    """

    same: bool
    answer: tuple[str, ...]
    reasons: tuple[str, ...]
    beside: tuple[str, ...]
    determination: Determination

    @property
    def differences(self) -> tuple[str, ...]:
        """Everything that differs, in words."""
        return (*self.answer, *self.reasons, *self.beside)


_NAMES = {
    "outcomes": "the outcomes differ in what they depend on",
    "grains": "what follows within an article differs",
    "statuses": "the status of a provision differs",
    "open_leaves": "the questions that are open differ",
    "readings": "the readings taken differ",
    "branches": "the branches differ",
    "regimes": "the legal orders asked of differ",
    "neighbours": "the neighbouring law differs",
    "classified": "the control codes differ in what they depend on",
    "unclassified": "what is open of the control codes differs",
}
_BESIDE = frozenset({"law_digest", "version", "calendar", "evidence"})


def compared(then: Determination, now: Determination, record: Record, today: Record) -> Replay:
    """Compare a recorded determination with the one of today, and everything that is recorded with it."""
    answer = tuple(_answer(then, now))
    reasons = tuple(_reasons(record, today)) if record.reasons else ()
    calendar = ("the calendar of working days is another",) if then.calendar != now.calendar else ()
    engine = (f"engine: {then.version} then, {now.version} now",) if then.version != now.version else ()
    beside = (*_law(record.law, today.law), *engine, *calendar)
    return Replay(not answer and not reasons, answer, reasons, beside, now)


def _answer(then: Determination, now: Determination) -> Iterator[str]:
    before, after = then.lines(), now.lines()
    yield from (f"no longer: {line}" for line in before if line not in after)
    yield from (f"new: {line}" for line in after if line not in before)
    if before == after:
        names = [one.name for one in fields(then) if one.name not in _BESIDE]
        differing = [name for name in names if getattr(then, name) != getattr(now, name)]
        yield from (_NAMES.get(name, f"`{name.replace('_', ' ')}` differs") for name in differing)


# --- reasons ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """The reasons of a record, and a number for each: the same in two records where the same is said."""

    rows: tuple[ReasonForm, ...]
    numbers: tuple[int, ...]


def _reasons(record: Record, today: Record) -> Iterator[str]:
    """Name the provisions that bind as before, for another reason, each with the first place where it is another."""
    numbers: dict[object, int] = {}
    old, new = (_Table(one.reasons, _numbered(one.reasons, numbers)) for one in (record, today))
    before, after = (_by_provision(one, table) for one, table in ((record, old), (today, new)))
    for provision in dict.fromkeys([*before, *after]):
        one, other = before.get(provision, []), after.get(provision, [])
        if len(one) == len(other):
            pairs = zip(one, other, strict=True)
            yield from (_first(old, new, x, y) for x, y in pairs if old.numbers[x] != new.numbers[y])


def _by_provision(record: Record, table: _Table) -> dict[str, list[int]]:
    """Return the tops of the reasons by provision. Where there are more or fewer, other lines of the answer say so."""
    found: dict[str, list[int]] = {}
    for top in record.why:
        found.setdefault(table.rows[top].citation, []).append(top)
    return found


def _numbered(reasons: tuple[ReasonForm, ...], numbers: dict[object, int]) -> tuple[int, ...]:
    """Return a number for each reason, the same for all that say the same and rest on the same."""
    found: list[int] = []
    for one in reasons:
        key = _own(one), tuple(found[place] for place in one.because)
        found.append(numbers.setdefault(key, len(numbers)))
    return tuple(found)


def _own(one: ReasonForm) -> tuple[object, ...]:
    """What a reason says itself, without where that stands: places move with every line above them."""
    findings = tuple((each.about, each.fact, each.value, each.figures) for each in one.findings)
    return one.sort, one.verdict, one.words, one.citation, one.label, one.note, findings


def _first(old: _Table, new: _Table, before: int, after: int) -> str:
    """Say where two reasons part: at the deepest place to which they still agree."""
    outcome = old.rows[before].citation
    while True:
        one, other = old.rows[before], new.rows[after]
        if _own(one) != _own(other) or len(one.because) != len(other.because):
            said = f"{_said(one)} then, {_said(other)} now"
            return f"another reason for `{outcome}`: {said if _said(one) != _said(other) else _said(one)}"
        pairs = zip(one.because, other.because, strict=True)
        before, after = next((x, y) for x, y in pairs if old.numbers[x] != new.numbers[y])


def _said(one: ReasonForm) -> str:
    findings = ", ".join(f"{each.about} {each.fact} {each.figures or each.value}".strip() for each in one.findings)
    return f"`{one.words.en or one.citation}` {one.verdict}" + (f" ({findings})" if findings else "")


# --- beside the answer --------------------------------------------------------------------------------------


def _law(then: LawForm, now: LawForm) -> Iterator[str]:
    if then.digest == now.digest and then.files == now.files:
        return
    yield f"the law is another than that recorded: {then.digest[:12]} then, {now.digest[:12]} now"
    for name in sorted({*then.files, *now.files}):
        if then.files.get(name) != now.files.get(name):
            gone, new = name not in now.files, name not in then.files
            yield f"law: `{name}` {'is gone' if gone else 'is new' if new else 'is another text now'}"
    for name in sorted({*then.checked_to, *now.checked_to}):
        days = [str(one.checked_to.get(name, "not weighed")) for one in (then, now)]
        if days[0] != days[1]:
            yield f"law: `{name}` checked to {days[0]} then, {days[1]} now"
