"""Options of the test run."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

# Thousands of answers are kept for all tests of the corpus; looking through them for rings would take a sixth of the time.
gc.set_threshold(20_000, 20, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/language --update` writes the answers into the Markdown files; read the diff before you keep it.

    `pytest tests/corpus --update` writes down which scenarios nearly meet which provision, so that they are found sooner.
    """
    parser.addoption("--update", action="store_true", help="write down what the tests found")


def pytest_unconfigure() -> None:
    """What is kept until the end need not be looked through for rings, several times, before it is thrown away."""
    gc.freeze()
