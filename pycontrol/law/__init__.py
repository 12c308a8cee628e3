"""The law itself: closed vocabulary, resolved names, real dates."""

from pycontrol.law.coded import CodedEntry, coded_entries
from pycontrol.law.load import find_sources, load_law

__all__ = ["CodedEntry", "coded_entries", "find_sources", "load_law"]
