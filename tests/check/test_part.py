"""In a part of the law everything holds as it does in the whole law, and nothing more is said never to happen."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pycontrol import Policy
from pycontrol.asp import Case, Program, ask_all, compile_law
from pycontrol.check import search
from pycontrol.check.part import part, resting
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


Table = dict[tuple[tuple[str, ...], ...], dict[tuple[str, ...], str]]


def held(program: Program, scenario: Scenario) -> Table:
    """What applies, stands, binds and is breached, in every branch."""
    case = Case(program, scenario, max(act.on for act in scenario.acts))
    evidence = Evidence(program, case, ask_all([case])[0])
    columns = evidence.answer.columns
    return {key: engine_table(evidence, columns, key) for key in columns}


@cache
def held_by_the_whole() -> tuple[tuple[Scenario, Table], ...]:
    return tuple((scenario, held(whole(), scenario)) for scenario in scenarios())


@pytest.mark.parametrize("path", SOUGHT)
def test_what_rests_on_nothing_else_holds_as_in_the_whole_law(path: str) -> None:
    law = policy().law
    alone = part(law, whole().below, resting(law, whole().below, [path]))
    assert path in alone.provisions
    assert len(alone.provisions) < len(law.provisions)
    assert len(alone.terms) < len(law.terms)
    program, said = compile_law(alone), 0
    for scenario, by_the_whole in held_by_the_whole():
        there = held(program, scenario)
        for branch, table in by_the_whole.items():
            ours = {name: word for name, word in table.items() if name[2] in alone.provisions}
            short = tuple(one for one in branch if any(one in key for key in there))
            assert there[short] == ours, scenario.name
            said += len(ours)
    assert said


NEVER = [one for name in ("never-binds", "never-defeats") for one in examples(Path(__file__).parent / f"{name}.md")]


@pytest.mark.parametrize("example", NEVER, ids=lambda one: one.heading)
def test_what_never_happens_is_the_same_in_the_part_that_matters_to_it(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = Policy.from_text(*example.law).law
    in_part = Search(compile_law(law)).idle
    monkeypatch.setattr(search, "part", lambda whole_law, *_: whole_law)
    assert Search(compile_law(law)).idle == in_part
