"""A recorded determination beside the one that follows today: what differs, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.determine import Determination
    from pycontrol.record.form import Record


@dataclass(frozen=True, slots=True)
class Replay:
    """A record repeated. `same`: the same follows. `determination` is what follows today.

    `differences` names, in words, every line of the answer that is gone or new, and every file of the law and version of
    the engine that is another; so there may be some although the answer is the same.
    """

    same: bool
    differences: tuple[str, ...]
    determination: Determination


_NAMES = {
    "outcomes": "the outcomes differ in what they depend on",
    "grains": "what follows within an article differs",
    "statuses": "the status of a provision differs",
    "open_leaves": "the questions that are open differ",
    "readings": "the readings taken differ",
    "branches": "the branches differ",
    "regimes": "the legal orders asked of differ",
    "neighbours": "the neighbouring law differs",
    "calendar": "the calendar of working days is another",
}


def compared(record: Record, then: Determination, now: Determination, files: dict[str, str]) -> Replay:
    """Compare a recorded determination with the one of today; `files` are the law files of today with their hashes."""
    alike = replace(then, law_digest=now.law_digest, version=now.version, calendar=now.calendar)
    answer = tuple(_answer(then, now)) if alike != now else ()
    law = tuple(_law(record.law.files, files))
    calendar = (_NAMES["calendar"],) if then.calendar != now.calendar else ()
    engine = (f"engine: {then.version} then, {now.version} now",) if then.version != now.version else ()
    return Replay(not answer, (*answer, *law, *engine, *calendar), now)


def _answer(then: Determination, now: Determination) -> Iterator[str]:
    before, after = then.lines(), now.lines()
    yield from (f"no longer: {line}" for line in before if line not in after)
    yield from (f"new: {line}" for line in after if line not in before)
    if before == after:
        fields = [name for name in _NAMES if name != "calendar" and getattr(then, name) != getattr(now, name)]
        yield from (_NAMES[name] for name in fields)
        if not fields:
            yield "the answer differs"


def _law(then: dict[str, str], now: dict[str, str]) -> Iterator[str]:
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            word = "is gone" if name not in now else ("is new" if name not in then else "is another text now")
            yield f"law: `{name}` {word}"
