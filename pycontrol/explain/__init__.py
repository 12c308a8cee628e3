"""Why, and why not, in the words of the law."""

from pycontrol.explain.reason import Finding, Reason, Verdict
from pycontrol.explain.why import why, why_not

__all__ = ["Finding", "Reason", "Verdict", "why", "why_not"]
