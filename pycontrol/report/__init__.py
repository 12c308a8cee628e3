"""Anything that a policy returns, for people: plain text or Markdown, in English or Chinese. Nothing is decided here."""

from pycontrol.phrases import Tongue
from pycontrol.report.diagnostics import diagnostic_text
from pycontrol.report.expected import MOST_TOLD, Mismatch, mismatches, mismatches_text
from pycontrol.report.listing import (
    Listing,
    counterparts,
    counterparts_data,
    listing_markdown,
    listing_text,
    register,
    register_data,
)
from pycontrol.report.md import markdown
from pycontrol.report.modelled import modelled_data, modelled_text
from pycontrol.report.reasons import reason_text
from pycontrol.report.sheet import Sheet, codes_sheet, sheet
from pycontrol.report.statable import statable, statable_data
from pycontrol.report.text import text

__all__ = [
    "MOST_TOLD",
    "Listing",
    "Mismatch",
    "Sheet",
    "Tongue",
    "codes_sheet",
    "counterparts",
    "counterparts_data",
    "diagnostic_text",
    "listing_markdown",
    "listing_text",
    "markdown",
    "mismatches",
    "mismatches_text",
    "modelled_data",
    "modelled_text",
    "reason_text",
    "register",
    "register_data",
    "sheet",
    "statable",
    "statable_data",
    "text",
]
