"""The version of the engine; the law has its own, by hash."""

__version__ = "0.1.0"
