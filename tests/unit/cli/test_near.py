"""Codes and citations that there are not are answered with near ones, in the words that all refusals have."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from pycontrol import Policy, Refused
from pycontrol.cli.explain import command


@pytest.mark.parametrize(
    ("code", "cure"),
    [
        ("L10", "did you mean `L101`, `L102` or `L103`?"),
        ("l999", "did you mean `L199`?"),
        ("zzz", "codes look like `L101`"),
    ],
)
def test_codes(code: str, cure: str) -> None:
    refused = CliRunner().invoke(command, [code]).exception
    assert isinstance(refused, Refused)
    assert refused.diagnostics[0].help == cure


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        ("61/1(9)", "did you mean `cn-mofcom-2025-61/1(1)`"),
        ("cn-mofcm-2025-61", "did you mean `cn-mofcom-2025-61`"),
        ("nonsense", "see `pycontrol modelled` for what is encoded"),
    ],
)
def test_citations(words: str, cure: str) -> None:
    with pytest.raises(Refused) as refused:
        Policy.load().citation(words)
    assert refused.value.diagnostics[0].help.startswith(cure)
