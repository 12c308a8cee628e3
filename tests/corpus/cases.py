"""Every scenario that comes with the package, determined once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pycontrol.policy import Policy, bundled

if TYPE_CHECKING:
    from pycontrol import Scenario
    from pycontrol.determine import Determination

POLICY = bundled("policy")
SCENARIOS = bundled("scenarios")
LAW = tuple(sorted(POLICY.rglob("*.law")))


@cache
def policy() -> Policy:
    return Policy.load(POLICY)


@cache
def files() -> tuple[Path, ...]:
    return tuple(sorted(SCENARIOS.rglob("*.scenario")))


@cache
def scenarios() -> tuple[Scenario, ...]:
    return tuple(one for file in files() for one in policy().scenarios(file))


@cache
def cases() -> tuple[tuple[Scenario, Determination], ...]:
    return tuple(zip(scenarios(), policy().determine_many(scenarios()), strict=True))
