"""Why, and why not, in the words of the law."""

from pycontrol.explain.gist import gist
from pycontrol.explain.reason import ABOVE, Finding, Reason, Sort, Told, Verdict, mark
from pycontrol.explain.why import why, why_not

__all__ = ["ABOVE", "Finding", "Reason", "Sort", "Told", "Verdict", "gist", "mark", "why", "why_not"]
