"""Raw: the law by hand as plain ASP, a fresh solver per case, facts as text, outcomes read as strings."""

from bench.raw.ask import NAMES, ask, law_text, said
from bench.raw.facts import facts_text

__all__ = ["NAMES", "ask", "facts_text", "law_text", "said"]
