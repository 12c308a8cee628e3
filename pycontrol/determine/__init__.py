"""What is required, prohibited, exempted, relieved or open, of whom, by which provision."""

from pycontrol.determine.determination import (
    BranchKey,
    Certainty,
    Determination,
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
    under,
)
from pycontrol.determine.evidence import Evidence, combined
from pycontrol.determine.from_answer import determination

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
    "under",
]
