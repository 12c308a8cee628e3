"""Three-valued truth, for what is settled before the solver is asked: True, False, or None where it is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Truth = bool | None


def every(truths: Iterable[Truth]) -> Truth:
    """Return whether all are true."""
    doubtful = False
    for truth in truths:
        if truth is False:
            return False
        doubtful = doubtful or truth is None
    return None if doubtful else True


def some(truths: Iterable[Truth]) -> Truth:
    """Return whether one of them is true."""
    doubtful = False
    for truth in truths:
        if truth:
            return True
        doubtful = doubtful or truth is None
    return None if doubtful else False


def opposite(truth: Truth) -> Truth:
    """Return whether it is false."""
    return None if truth is None else not truth
