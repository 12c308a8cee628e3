"""Where things stand in a text, and what is wrong there."""

from pycontrol.diagnostics.diagnostic import Diagnostic, Label, Refused, Severity
from pycontrol.diagnostics.source import Source, Span
from pycontrol.diagnostics.visible import as_json, visible, visible_lines

__all__ = ["Diagnostic", "Label", "Refused", "Severity", "Source", "Span", "as_json", "visible", "visible_lines"]
