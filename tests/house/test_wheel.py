"""The built wheel, installed where nothing else of ours is and run from another folder, determines a bundled scenario."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
from pycontrol import Policy
from pycontrol.policy import bundled

policy = Policy.load()
file = min(bundled("scenarios").rglob("*.scenario"))
print(policy.determine(policy.scenarios(file)[0]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = place.glob("*.whl")
    return found


@pytest.mark.slow
def test_it_holds_grammar_law_scenarios_semantics_and_types(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {
        "pycontrol/py.typed",
        "pycontrol/grammar/law.lark",
        "pycontrol/policy/cn/mofcom/2025/061.law",
        "pycontrol/asp/semantics/determine.lp",
        "pycontrol/docs/diagnostics.md",
    } <= names
    assert any(name.startswith("pycontrol/scenarios/") for name in names)
    assert not any("tests/" in name for name in names)


@pytest.mark.slow
def test_installed_elsewhere_it_determines_a_bundled_scenario(wheel: Path, tmp_path: Path) -> None:
    """The libraries it depends on are lent from this environment; the package itself is not in it."""
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    site = next((tmp_path / "env").glob("lib/python3*/site-packages"))
    with ZipFile(wheel) as archive:
        archive.extractall(site)
    lent = tmp_path / "lent"
    lent.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if "pycontrol" not in package.name.lower():
            (lent / package.name).symlink_to(package)
    (site / "lent.pth").write_text(f"{lent}\n")
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    found = subprocess.run(
        [python, "-c", PROGRAM], cwd=tmp_path, env=clean, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    assert "headline" in found.stdout
    told = subprocess.run(
        [python, "-m", "pycontrol", "explain", "L101"],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.startswith("L101"), told.stderr
