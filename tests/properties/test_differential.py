"""The solver and the oracle agree: on every node of every subject, in every branch, and under every single reading."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, reject, settings

from pycontrol.asp import Case, Column, ContradictionError, ask_all, compile_law
from pycontrol.determine import Certainty, Evidence
from tests.properties import existing, relations, tying
from tests.properties.oracle import Contradiction, TooManyWorlds, evaluate
from tests.properties.strategies import cases

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from pycontrol.determine import BranchKey
    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Law
    from tests.properties.oracle import OracleAnswer
    from tests.properties.oracle.answer import Tables

EXAMPLES = int(os.environ.get("DIFFERENTIAL_EXAMPLES", "120"))
WORLDS = int(os.environ.get("DIFFERENTIAL_WORLDS", "1000"))
"""The most completions that the oracle looks at for one question: a rare case has thousands, and would take minutes."""
IN_ALL = int(os.environ.get("DIFFERENTIAL_IN_ALL", "1500"))
"""The most that it looks at for all questions about a case: one case in a hundred has more, and takes as long as the rest."""
NODES = ("applies", "stands", "binds", "breach")


def engine_table(evidence: Evidence, columns: Mapping[BranchKey, Column], key: BranchKey) -> dict[tuple[str, ...], str]:
    """Return the engine's nodes in one column, keyed like the oracle's."""
    found: dict[tuple[str, ...], str] = {}
    for atom in sorted(columns[key].possible):
        node = atom.split("(")[0].rsplit("_", 1)[0]
        if node not in NODES:
            continue
        bound = evidence.bound(atom)
        subject = bound.subject
        item = subject.item.name if subject.item else "-"
        bearer = subject.bearer.name if subject.bearer else "-"
        certain = atom in columns[key].certain
        name = (bound.layer, node, bound.provision, subject.act.name, item, bearer)
        found[name] = Certainty.CERTAIN if certain else Certainty.POSSIBLE
    return found


def engine_grains(
    evidence: Evidence, columns: Mapping[BranchKey, Column], key: BranchKey
) -> dict[tuple[str, ...], str]:
    """Return the engine's coarser grains for licences, keyed by layer, scope and act."""
    scopes = {short: scope for scope, short in evidence.program.grain_ids.items()}
    acts = {short: thing.name for thing, short in evidence.case.thing_ids.items()}
    found: dict[tuple[str, ...], str] = {}
    for atom in sorted(columns[key].possible):
        if atom.startswith("grain("):
            _, layer, word, scope, act = atom[6:-1].split(",")
            if word == '"licence"':
                certain = atom in columns[key].certain
                found[(layer, scopes[scope], acts[act])] = Certainty.CERTAIN if certain else Certainty.POSSIBLE
    return found


def oracle_grains(tables: Tables, law: Law) -> dict[tuple[str, ...], str]:
    """Return the oracle's grains for licences in the same keys."""
    regimes = {one.regime for one in law.instruments.values()}
    return {
        (layer, name, act): verdict
        for (layer, modality, _, name, act), verdict in tables.grains.items()
        if modality == "licence" and name not in regimes
    }


def differences(law: Law, scenario: Scenario, asked: dt.date, answer: OracleAnswer) -> list[str]:
    """Return every node on which engine and oracle differ; empty where they agree."""
    program = compile_law(law)
    case = Case(program, scenario, asked)
    evidence = Evidence(program, case, ask_all([case])[0])
    found: list[str] = []
    for key in evidence.answer.columns:
        ours = engine_table(evidence, evidence.answer.columns, key)
        grains = {
            k: v for k, v in engine_grains(evidence, evidence.answer.columns, key).items() if k[1] not in law.regimes
        }
        for tables in answer.matching(key).values():
            found += _compare(f"default {key}", ours, tables.nodes)
            found += _compare(f"grains {key}", grains, oracle_grains(tables, law))
    for (reading, value), tables_by_branch in answer.under.items():
        columns = evidence.answer.deviations.get(((reading, value),), evidence.answer.columns)
        for key in columns:
            ours = _outcomes(engine_table(evidence, columns, key))
            for branch, tables in tables_by_branch.items():
                if set(key) <= set(branch):
                    found += _compare(f"{reading}={value} {key}", ours, _outcomes(tables.nodes))
    return found


def _outcomes(table: Mapping[Any, str]) -> dict[tuple[str, ...], str]:
    return {key: value for key, value in table.items() if key[1] in ("binds", "breach")}


def _compare(where: str, ours: Mapping[tuple[str, ...], str], theirs: Mapping[Any, str]) -> list[str]:
    keys = sorted({*ours, *theirs})
    return [
        f"{where} {key}: engine {ours.get(key)}, oracle {theirs.get(key)}"
        for key in keys
        if ours.get(key) != theirs.get(key)
    ]


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_the_solver_and_the_oracle_agree(case: tuple[Law, Scenario, dt.date]) -> None:
    agree(*case)


@settings(max_examples=2 * EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(existing.things() | existing.told() | existing.vaguely())
def test_they_agree_on_facts_that_exist_only_for_some_things(case: tuple[Law, Scenario, dt.date]) -> None:
    agree(*case)


@settings(max_examples=2 * EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(relations.things() | relations.held())
def test_they_agree_on_relations_that_exist_only_for_some_things(case: tuple[Law, Scenario, dt.date]) -> None:
    agree(*case)


@settings(max_examples=3 * EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(tying.things() | tying.certain() | tying.chained())
def test_they_agree_on_facts_that_constraints_tie(case: tuple[Law, Scenario, dt.date]) -> None:
    agree(*case)


def agree(law: Law, scenario: Scenario, asked: dt.date) -> None:
    """Hold the two against each other; where one finds that no world fits the facts, the other must."""
    try:
        answer = evaluate(law, scenario, asked, limit=WORLDS, total=IN_ALL)
    except TooManyWorlds:
        reject()
    except Contradiction:
        try:
            differences(law, scenario, asked, None)  # type: ignore[arg-type]
        except ContradictionError:
            return
        raise AssertionError("the oracle finds no world, the solver does") from None
    assert differences(law, scenario, asked, answer) == []
