"""Policy-as-code for export control."""

from pycontrol.policy import Policy

__all__ = ["Policy"]
