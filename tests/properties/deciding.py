"""The oracle asked about cases small enough to decide by hand."""

from __future__ import annotations

import datetime as dt

from pycontrol.facts.scenario import Scenario
from pycontrol.law.model import Law, Modality

from .building import norm
from .oracle import OracleAnswer, Tables, Verdict, evaluate

DAY = dt.date(2025, 3, 3)
LATER = dt.date(2025, 12, 1)
LICENCE = norm(Modality.LICENCE, what="dual")
RULE = "ins-a/1(1)"
OTHER = "ins-a/1(2)"


def only(answer: OracleAnswer) -> Tables:
    """The tables, where the branches do not matter."""
    first, *rest = answer.branches.values()
    assert all(tables == first for tables in rest)
    return first


def verdicts(answer: OracleAnswer, node: str, path: str = RULE, layer: str = "now") -> dict[str, Verdict]:
    """What was found of a provision's node, by act, item and bearer."""
    return {" ".join(key[3:]): one for key, one in only(answer).nodes.items() if key[:3] == (layer, node, path)}


def ask(rules: Law, case: Scenario, asked: dt.date = LATER) -> OracleAnswer:
    """Evaluate, with few worlds."""
    return evaluate(rules, case, asked, limit=500)
