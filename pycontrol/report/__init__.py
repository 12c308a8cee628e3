"""Anything that a policy returns, for people: plain text or Markdown, in English or Chinese. Nothing is decided here."""

from pycontrol.report.diagnostics import diagnostic_text
from pycontrol.report.expected import Mismatch, mismatches
from pycontrol.report.md import markdown
from pycontrol.report.reasons import reason_text
from pycontrol.report.sheet import Sheet, sheet
from pycontrol.report.text import text
from pycontrol.report.tongue import Tongue

__all__ = ["Mismatch", "Sheet", "Tongue", "diagnostic_text", "markdown", "mismatches", "reason_text", "sheet", "text"]
