"""The law itself: closed vocabulary, resolved names, real dates."""

from pycontrol.law.load import find_sources, load_law

__all__ = ["find_sources", "load_law"]
