"""One case, one solver: facts as text in, outcomes as strings out; and the names by which they are compared."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import clingo

from pycontrol.determine import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol import Determination

Key = tuple[str, ...]
"""Layer, kind, provision, act, item, bearer."""

NAMES = {"61": "cn-mofcom-2025-61", "62": "cn-mofcom-2025-62", "ecl": "cn-ecl", "duir": "cn-duir"}
"""The instruments of raw, as the law names them."""


@cache
def law_text() -> str:
    """Return the law as raw writes it."""
    return "".join(path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.lp")))


def ask(law: str, facts: str) -> list[str]:
    """Return the outcomes of one case as strings. This is the reference that every ratio is taken to."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], law)
    control.add("base", [], facts)
    control.ground([("base", [])])
    found: list[str] = []
    control.solve(on_model=lambda model: found.extend(map(str, model.symbols(shown=True))))
    return found


def said(outcomes: Iterable[str], names: Mapping[str, str]) -> frozenset[Key]:
    """Return outcomes of raw with the names of the scenario and the citations of the law."""
    return frozenset(_key(outcome, {**names, "o": "-"}) for outcome in outcomes)


def _key(outcome: str, names: Mapping[str, str]) -> Key:
    layer, kind, cited, *things = outcome.removeprefix("out(").removesuffix(")").split(",")
    instrument, _, provision = cited.strip('"').partition("/")
    return (layer, kind.replace("_", "-"), f"{NAMES[instrument]}/{provision}", *(names[one] for one in things))


def determined(determination: Determination) -> frozenset[Key]:
    """Return what a determination says by default, in the same words; every outcome of it must then be certain.

    Raw does not tell which duties were fulfilled.
    """
    covered = tuple(f"{name}/" for name in NAMES.values())
    return frozenset(
        (one.layer, Kind(one.kind), one.provision, one.act, one.item, one.bearer)
        for one in determination.outcomes
        if one.default == "certain" and one.kind is not Kind.FULFILLED and one.provision.startswith(covered)
    )
