"""Policy-as-code for export control: what follows from the law for a scenario, and why.

    from pycontrol import Policy

    policy = Policy.load()
    print(policy.determine(scenario))

Everything here is loaded when it is first used, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from pycontrol._version import __version__

if TYPE_CHECKING:
    from pycontrol.determine import Certainty, Determination, Kind, Outcome
    from pycontrol.diagnostics import Diagnostic, Refused, Severity
    from pycontrol.explain import Reason
    from pycontrol.facts.scenario import Scenario
    from pycontrol.policy import Policy

__all__ = [
    "Certainty",
    "Determination",
    "Diagnostic",
    "Kind",
    "Outcome",
    "Policy",
    "Reason",
    "Refused",
    "Scenario",
    "Severity",
    "__version__",
]

_HOMES = {
    "Certainty": "determine",
    "Determination": "determine",
    "Diagnostic": "diagnostics",
    "Kind": "determine",
    "Outcome": "determine",
    "Policy": "policy",
    "Reason": "explain",
    "Refused": "diagnostics",
    "Scenario": "facts.scenario",
    "Severity": "diagnostics",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
