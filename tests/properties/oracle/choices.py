"""Choices, and the enumeration of all ways to make them.

A `Run` is one world, made up as it is looked at: whoever needs something that was not stated asks the run to choose.
The first run takes the first option everywhere; the next one differs in the last choice that has options left, and so
on until all are spent. What a question never looks at is never multiplied out: it has a value in every completion, and
the question's answer does not hang on which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .answer import Contradiction, TooManyWorlds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .answer import Verdict

Option = TypeVar("Option")
Key = tuple[object, ...]


class Run:
    """One world. `settings` fixes readings and branches; a setting of None is free and chosen like a fact."""

    def __init__(
        self,
        settings: Mapping[Key, str | None],
        path: list[tuple[int, int]],
        made: dict[Key, object] | None = None,
    ) -> None:
        self.settings = settings
        self.consulted: dict[Key, str | None] = {}
        self.made: dict[Key, object] = made or {}
        self._path = path
        self._depth = 0

    def choose(self, key: Key, options: Sequence[Option]) -> Option:
        """Return this world's option for `key`: the same whenever it is asked in the same world."""
        if key in self.made:
            return self.made[key]  # type: ignore[return-value]
        if len(options) == 1:
            index = 0
        else:
            if self._depth == len(self._path):
                self._path.append((0, len(options)))
            index, count = self._path[self._depth]
            assert count == len(options), f"the options of {key} changed between worlds"
            self._depth += 1
        self.made[key] = options[index]
        return options[index]

    def free(self, *key: object) -> bool:
        """Return an undecided yes or no."""
        return self.choose(("free", *key), (False, True))

    def setting(self, key: Key, options: Sequence[str]) -> str:
        """Return the value of a reading or the branch of an event, and note that it was looked at."""
        fixed = self.consulted[key] = self.settings[key]
        return self.choose(key, options) if fixed is None else fixed

    def advance(self) -> bool:
        """Turn the path to the next world; False when all are spent."""
        while self._path:
            index, count = self._path.pop()
            if index + 1 < count:
                self._path.append((index + 1, count))
                return True
        return False


def ask(
    question: Callable[[Run], bool | None], settings: Mapping[Key, str | None], limit: int
) -> tuple[Verdict | None, dict[Key, str | None]]:
    """Answer a question over all worlds, and say which settings any of them looked at.

    It stops as soon as one world says yes and another no: then it is possible, whatever the rest say.
    """
    path: list[tuple[int, int]] = []
    consulted: dict[Key, str | None] = {}
    seen: set[bool] = set()
    worlds = 0
    while True:
        worlds += 1
        if worlds > limit:
            raise TooManyWorlds(f"more than {limit} worlds")
        run = Run(settings, path)
        answer = question(run)
        consulted.update(run.consulted)
        if answer is not None:
            seen.add(answer)
        if len(seen) == 2:
            return "possible", consulted
        if not run.advance():
            break
    if not seen:
        raise Contradiction
    return ("certain" if True in seen else None), consulted
