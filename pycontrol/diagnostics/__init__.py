"""Where things stand in a text, and what is wrong there."""

from pycontrol.diagnostics.diagnostic import Diagnostic, Label, Refused, Severity
from pycontrol.diagnostics.source import Source, Span
from pycontrol.diagnostics.visible import visible

__all__ = ["Diagnostic", "Label", "Refused", "Severity", "Source", "Span", "visible"]
