"""Where things stand in a text, and what is wrong there."""

from pycontrol.diagnostics.diagnostic import Diagnostic, Label, Refused, Severity
from pycontrol.diagnostics.near import FEW, likeness, meant_by, nearest, quoted, slight, slips, stem, suggestion
from pycontrol.diagnostics.source import Source, Span
from pycontrol.diagnostics.visible import as_json, visible, visible_lines

__all__ = [
    "FEW",
    "Diagnostic",
    "Label",
    "Refused",
    "Severity",
    "Source",
    "Span",
    "as_json",
    "likeness",
    "meant_by",
    "nearest",
    "quoted",
    "slight",
    "slips",
    "stem",
    "suggestion",
    "visible",
    "visible_lines",
]
