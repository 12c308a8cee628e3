"""What the oracle answers, and how it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["certain", "possible"]
"""Holds in every world, or in some. What is excluded is absent from the tables."""

BranchKey = tuple[tuple[str, str], ...]
"""One branch of every event of the law, as (event, branch) pairs, sorted."""

NodeKey = tuple[str, str, str, str, str, str]
"""(layer, node, provision, act, item, bearer): layer `now` or `dormant`; node `applies`, `stands`, `binds`, `breach`.

No item or no bearer is `-`; the unnamed party in role `end-user` of act `ship` is `?end-user@ship`.
"""

GrainKey = tuple[str, str, str, str, str]
"""(layer, modality, grain, name, act): does some provision of that modality under that name bind for the act?

Grain `instrument` (name: the instrument), `article` (`instrument/article`) or `provision` (its path).
"""


class Contradiction(Exception):  # noqa: N818
    """No world fits the facts stated and the constraints of the vocabulary."""


class TooManyWorlds(Exception):  # noqa: N818
    """One question would need more worlds than the limit allows."""


class CyclicLaw(Exception):  # noqa: N818
    """A provision hangs on itself; such a law is refused when it is loaded."""


@dataclass(frozen=True)
class Tables:
    """What holds, certainly or possibly: for each node of each subject, and at the coarser grains (binding only)."""

    nodes: dict[NodeKey, Verdict]
    grains: dict[GrainKey, Verdict]


@dataclass(frozen=True)
class OracleAnswer:
    """`branches`: the tables of every combination of branches, under the default readings (no default: all values).

    `under`: the same for every value of every reading that is not the default and not ruled out by what is taken,
    one reading at a time.
    """

    branches: dict[BranchKey, Tables]
    under: dict[tuple[str, str], dict[BranchKey, Tables]]

    def matching(self, pairs: BranchKey) -> dict[BranchKey, Tables]:
        """Return the columns in which these events went these ways."""
        return {key: tables for key, tables in self.branches.items() if set(pairs) <= set(key)}

    def turns_on(self) -> frozenset[str]:
        """Return the readings that change something when they alone are read differently."""
        return frozenset(reading for (reading, _), tables in self.under.items() if tables != self.branches)
