"""The independent oracle: the meaning of the law (design, section 3), said a second time in plain Python.

It decides by brute force: it makes up worlds (completions of what was not stated), one after another, and looks what
holds in each. It is slow, exact and small, and shares no line with the solver page or the pre-computations. It imports
the nouns of law and scenario, and nothing else of the product.
"""

from .answer import (
    BranchKey,
    Contradiction,
    CyclicLaw,
    GrainKey,
    NodeKey,
    OracleAnswer,
    Tables,
    TooManyWorlds,
    Verdict,
)
from .evaluation import evaluate

__all__ = [
    "BranchKey",
    "Contradiction",
    "CyclicLaw",
    "GrainKey",
    "NodeKey",
    "OracleAnswer",
    "Tables",
    "TooManyWorlds",
    "Verdict",
    "evaluate",
]
