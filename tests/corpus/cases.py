"""Every scenario that comes with the package, determined once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pycontrol.policy import Policy, bundled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pycontrol import Scenario
    from pycontrol.determine import Determination
    from pycontrol.facts.scenario import Assumptions

POLICY = bundled("policy")
SCENARIOS = bundled("scenarios")


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


@cache
def cases_at_default_readings() -> tuple[tuple[Scenario, Determination], ...]:
    """The same without a search for what other readings change: in a third of the time."""
    readings = policy().law.readings.items()
    defaults = {name: reading.default for name, reading in readings if reading.default}
    fixed = [replace(one, assumptions=_with(one.assumptions, defaults)) for one in scenarios()]
    return tuple(zip(scenarios(), policy().determine_many(fixed), strict=True))


def _with(assumptions: Assumptions, defaults: Mapping[str, str]) -> Assumptions:
    return replace(assumptions, taken=tuple((defaults | dict(assumptions.taken)).items()))
