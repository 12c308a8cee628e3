"""Text in, tree out; and back to canonical text."""

from pycontrol.syntax import tree
from pycontrol.syntax.format import format_text
from pycontrol.syntax.parse import parse_law, parse_scenarios
from pycontrol.syntax.read import read_source

__all__ = ["format_text", "parse_law", "parse_scenarios", "read_source", "tree"]
