"""Options of the test run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/language --update` writes the answers into the Markdown files; read the diff before you keep it."""
    parser.addoption("--update", action="store_true", help="write the answers of the Markdown language tests")
