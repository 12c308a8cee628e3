"""What is required, prohibited, exempted, relieved or open, of whom, by which provision."""

from pycontrol.determine.citation import full_citation
from pycontrol.determine.determination import Determination
from pycontrol.determine.evidence import Evidence, combined
from pycontrol.determine.from_answer import determination
from pycontrol.determine.lines import lines, under
from pycontrol.determine.outcome import (
    BranchKey,
    Certainty,
    Classified,
    DueDay,
    Grain,
    Headline,
    Kind,
    Layer,
    Liability,
    Life,
    Miss,
    NameOnList,
    Neighbour,
    OpenKind,
    OpenLeaf,
    Operation,
    Otherwise,
    Outcome,
    Status,
    TurnsOn,
    Unclassified,
)
from pycontrol.determine.status import target_statuses

__all__ = [
    "BranchKey",
    "Certainty",
    "Classified",
    "Determination",
    "DueDay",
    "Evidence",
    "Grain",
    "Headline",
    "Kind",
    "Layer",
    "Liability",
    "Life",
    "Miss",
    "NameOnList",
    "Neighbour",
    "OpenKind",
    "OpenLeaf",
    "Operation",
    "Otherwise",
    "Outcome",
    "Status",
    "TurnsOn",
    "Unclassified",
    "combined",
    "determination",
    "full_citation",
    "lines",
    "target_statuses",
    "under",
]
