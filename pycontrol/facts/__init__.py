"""The facts of a scenario: stated, checked, computed, written out again."""

from pycontrol.facts.form import ITEMS, empty_form, facts_table
from pycontrol.facts.from_mapping import from_mapping
from pycontrol.facts.from_syntax import from_syntax
from pycontrol.facts.offers import Offer, offers
from pycontrol.facts.search import Found, Words
from pycontrol.facts.unread import from_source
from pycontrol.facts.written import to_mapping, to_text

__all__ = [
    "ITEMS",
    "Found",
    "Offer",
    "Words",
    "empty_form",
    "facts_table",
    "from_mapping",
    "from_source",
    "from_syntax",
    "offers",
    "to_mapping",
    "to_text",
]
