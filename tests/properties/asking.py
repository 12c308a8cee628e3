"""Asking the engine about generated laws and cases, and reading what it says as plain tables."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, assume, settings

from pycontrol.asp import Case, ContradictionError, ask_all, compile_law
from pycontrol.determine import Evidence
from tests.properties.test_differential import engine_grains, engine_table

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.determine import BranchKey
    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Law

    Tables = dict[BranchKey, dict[tuple[str, ...], str]]

EXAMPLES = int(os.environ.get("PROPERTY_EXAMPLES", "20"))
MODEST = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
"""Few examples, always the same; `PROPERTY_EXAMPLES` raises their number."""


def evidence(law: Law, scenario: Scenario, asked: dt.date) -> Evidence:
    """Return what the solver says; an example whose facts contradict each other is passed over."""
    program = compile_law(law)
    try:
        case = Case(program, scenario, asked)
        return Evidence(program, case, ask_all([case])[0])
    except ContradictionError:
        assume(False)
        raise


def tables(found: Evidence) -> Tables:
    """Return every node of every provision and subject, and every grain, with its certainty, per branch."""
    columns = found.answer.columns
    return {key: engine_table(found, columns, key) | engine_grains(found, columns, key) for key in columns}


def without(scenario: Scenario, name: str, fact: str) -> Scenario:
    """Return the case in which fact `fact` of thing `name` was not stated."""
    thing = scenario.entity(name)
    poorer = replace(thing, facts={key: values for key, values in thing.facts.items() if key != fact})
    return replace(
        scenario,
        parties={key: poorer if one is thing else one for key, one in scenario.parties.items()},
        items={key: poorer if one is thing else one for key, one in scenario.items.items()},
        acts=tuple(replace(act, entity=poorer) if act.entity is thing else act for act in scenario.acts),
    )
