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

UNREACHED = (
    "pip could not install the wheel with its dependencies; its words are below. Without a package index at hand, set "
    "PYCONTROL_OFFLINE=1: the libraries of this environment are lent instead, and its dependencies are not tested."
)

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


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment in which pip has put the wheel and, from the package index, what it depends on; its `bin`.

    Without an index it fails and says so. `PYCONTROL_OFFLINE=1` asks for the libraries of this environment instead: then
    what the wheel says of its dependencies is not tested.
    """
    place = tmp_path_factory.mktemp("installed") / "env"
    venv.create(place, with_pip=False)
    if os.environ.get("PYCONTROL_OFFLINE") == "1":
        _lend(wheel, place)
        return place / "bin"
    pip = [sys.executable, "-m", "pip", "--python", place / "bin" / "python", "install", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "--quiet", "--retries", "1", "--constraint", ROOT / "constraints.txt", wheel],
        capture_output=True,
        text=True,
        check=False,
        env=_clean(),
    )
    if done.returncode:
        pytest.fail(f"{UNREACHED}\n{done.stdout}{done.stderr}", pytrace=False)
    return place / "bin"


def _lend(wheel: Path, place: Path) -> None:
    site = next(place.glob("lib/python3*/site-packages"))
    with ZipFile(wheel) as archive:
        archive.extractall(site)
    lent = place.parent / "lent"
    lent.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if "pycontrol" not in package.name.lower():
            (lent / package.name).symlink_to(package)
    (site / "lent.pth").write_text(f"{lent}\n")


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def _run(*words: Path | str, folder: Path) -> str:
    found = subprocess.run(words, cwd=folder, env=_clean(), capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout


@pytest.mark.slow
def test_installed_elsewhere_it_determines_a_bundled_scenario(installed: Path, tmp_path: Path) -> None:
    assert "headline" in _run(installed / "python", "-c", PROGRAM, folder=tmp_path)


@pytest.mark.slow
def test_installed_elsewhere_it_explains_its_codes(installed: Path, tmp_path: Path) -> None:
    assert _run(installed / "python", "-m", "pycontrol", "explain", "L101", folder=tmp_path).startswith("L101")


@pytest.mark.slow
@pytest.mark.skipif(os.environ.get("PYCONTROL_OFFLINE") == "1", reason="nothing is installed, only lent")
def test_pip_brings_the_command_and_nothing_of_the_workshop(installed: Path, tmp_path: Path) -> None:
    assert _run(installed / "pycontrol", "explain", "F101", folder=tmp_path).startswith("F101")
    names = {found.name.lower() for found in next(installed.parent.glob("lib/python3*/site-packages")).iterdir()}
    assert {"lark", "clingo", "msgspec"} <= names
    assert not {"pytest", "hypothesis", "mypy", "ruff"} & names
