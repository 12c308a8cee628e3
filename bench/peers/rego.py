"""The articles in Rego, by regopy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import regopy  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bench.peers.case import Answer


class Rego:
    """One interpreter, the module loaded once, asked case by case."""

    name = "Rego (regopy)"
    aside = ""

    def __init__(self) -> None:
        self._interpreter = regopy.Interpreter()
        self._interpreter.add_module("a61", Path(__file__).with_name("article.rego").read_text("utf-8"))

    def answer(self, flat: Mapping[str, object]) -> Answer:
        """Return the limbs that bind."""
        self._interpreter.set_input(dict(flat))
        found = json.loads(str(self._interpreter.query("data.a61.answer")))
        return frozenset(found["expressions"][0])
