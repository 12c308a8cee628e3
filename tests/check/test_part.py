"""In a part of the law everything holds as it does in the whole law, and nothing more is said never to happen."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pycontrol import Policy
from pycontrol.asp import Case, Program, ask_all, compile_law
from pycontrol.check import search
from pycontrol.check.part import part, parted, resting
from pycontrol.check.search import Search
from pycontrol.determine import Evidence
from pycontrol.facts.scenario import Scenario
from tests.corpus.cases import files, policy
from tests.language.markdown import Example, examples
from tests.properties.test_differential import engine_table

SOUGHT = ("cn-mofcom-2025-61/5(exemption)", "cn-mofcom-2025-62/1(catch-all)", "cn-duir/19(1)", "cn-ecl/39")


@cache
def whole() -> Program:
    return compile_law(policy().law)


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Scenarios of several legal orders, some with much unsaid."""
    return tuple(one for file in files()[::9] for one in policy().scenarios(file)[:1] if one.acts)


def held(program: Program, scenario: Scenario) -> dict[tuple[tuple[str, ...], ...], dict[tuple[str, ...], str]]:
    """What applies, stands, binds and is breached, in every branch."""
    case = Case(program, scenario, max(act.on for act in scenario.acts))
    evidence = Evidence(program, case, ask_all([case])[0])
    columns = evidence.answer.columns
    return {key: engine_table(evidence, columns, key) for key in columns}


@pytest.mark.parametrize("path", SOUGHT)
def test_what_rests_on_nothing_else_holds_as_in_the_whole_law(path: str) -> None:
    law = policy().law
    alone = part(law, whole().below, resting(law, whole().below, [path]))
    assert path in alone.provisions
    assert len(alone.provisions) < len(law.provisions)
    assert len(alone.terms) < len(law.terms)
    program, said = compile_law(alone), 0
    for scenario in scenarios():
        there = held(program, scenario)
        for branch, table in held(whole(), scenario).items():
            ours = {name: word for name, word in table.items() if name[2] in alone.provisions}
            short = tuple(one for one in branch if any(one in key for key in there))
            assert there[short] == ours, scenario.name
            said += len(ours)
    assert said


def test_provisions_are_put_together_as_far_as_they_rest_on_the_same() -> None:
    below = whole().below
    groups = list(parted(policy().law.provisions, below))
    assert [path for group in groups for path in group] == list(policy().law.provisions)
    assert all(len(frozenset[str]().union(*(below[path] for path in group))) <= 300 for group in groups)


NEVER = [one for name in ("never-binds", "never-defeats") for one in examples(Path(__file__).parent / f"{name}.md")]


@pytest.mark.parametrize("example", NEVER, ids=lambda one: one.heading)
def test_what_never_happens_is_the_same_where_each_is_sought_alone(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = Policy.from_text(*example.law).law
    together = Search(compile_law(law)).idle
    monkeypatch.setattr(search, "parted", lambda paths, _: [(path,) for path in paths])
    assert Search(compile_law(law)).idle == together
