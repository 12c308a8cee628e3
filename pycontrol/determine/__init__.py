"""What is required, prohibited, exempted, relieved or open, of whom, by which provision."""

from pycontrol.determine.determination import Determination
from pycontrol.determine.evidence import Evidence, combined
from pycontrol.determine.from_answer import determination
from pycontrol.determine.lines import lines, under
from pycontrol.determine.outcome import (
    BranchKey,
    Certainty,
    DueDay,
    Grain,
    Headline,
    Kind,
    Layer,
    Liability,
    Life,
    Neighbour,
    OpenKind,
    OpenLeaf,
    Operation,
    Outcome,
    Status,
)

__all__ = [
    "BranchKey",
    "Certainty",
    "Determination",
    "DueDay",
    "Evidence",
    "Grain",
    "Headline",
    "Kind",
    "Layer",
    "Liability",
    "Life",
    "Neighbour",
    "OpenKind",
    "OpenLeaf",
    "Operation",
    "Outcome",
    "Status",
    "combined",
    "determination",
    "lines",
    "under",
]
