"""The house rules that a machine can hold: floors, sizes, public names, codes, what `--help` imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import pycontrol

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "pycontrol"
FILES = sorted(PACKAGE.rglob("*.py"))
PAGES = ROOT / "docs" / "diagnostics.md"
CODE = re.compile(r"[SLFCU]\d{3}")
HEAVY = ("clingo", "lark", "rich", "msgspec", "pycontrol.law", "pycontrol.syntax", "pycontrol.policy")
MOST_LINES = 400


def test_every_floor_only_looks_down() -> None:
    found = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_file_is_too_long_to_be_read_at_once(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) < MOST_LINES


def test_every_file_opens_with_a_sentence() -> None:
    without = [file for file in FILES if not ast.get_docstring(ast.parse(file.read_text("utf-8")))]
    assert without == []


def test_no_float_is_written() -> None:
    floats = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert floats == []


# --- codes --------------------------------------------------------------------------------------------------


def codes() -> set[str]:
    """Every code that a diagnostic may have: every text that is nothing but a code."""
    return {
        node.value
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    pages = re.findall(r"^### ([SLFCU]\d{3}) \S", PAGES.read_text("utf-8"), re.MULTILINE)
    assert sorted(pages) == sorted(set(pages)), "a code has two pages"
    assert set(pages) == codes()


@pytest.mark.parametrize("file", sorted((ROOT / "bench").rglob("*.py")), ids=lambda file: file.name)
def test_every_part_of_the_bench_can_be_imported(file: Path) -> None:
    parts = file.relative_to(ROOT).with_suffix("").parts
    import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))


# --- grammar and recipes ------------------------------------------------------------------------------------

RULE = re.compile(r"^[?!]?([a-z][a-z_]*)\s*:", re.MULTILINE)
SYNTAX = [(file.name, ast.parse(file.read_text("utf-8"))) for file in (PACKAGE / "syntax").glob("*.py")]
READERS = {"date", "operator", "provision", "quantifier", "word"}  # used by builders; no rules of their own


def test_every_rule_of_the_grammar_becomes_a_class_or_a_clause_that_somebody_reads() -> None:
    rules = {rule for file in (ROOT / "grammar").glob("*.lark") for rule in RULE.findall(file.read_text("utf-8"))}
    nodes = [(name, node) for name, tree in SYNTAX for node in ast.walk(tree)]
    read = {node.value for _, node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    built = {
        node.name.rstrip("_")
        for name, node in nodes
        if isinstance(node, ast.FunctionDef) and name.startswith("build_") and not node.name.startswith("_")
    }
    assert len(rules) > 100
    assert rules - built - read == set(), "a rule that nothing reads"
    assert built - rules - READERS == set(), "a builder of no rule"


def test_every_class_of_the_tree_is_made_by_the_parser() -> None:
    used = {
        node.attr
        for _, tree in SYNTAX
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "tree"
    }
    classes = {
        node.name
        for file in (PACKAGE / "syntax" / "tree").glob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    assert classes - used == set()


def test_what_the_recipes_name_exists() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", text)) <= targets
    places = [word for word in re.findall(r"`([^` ]+)`", text) if "/" in word and not word.startswith(".venv")]
    assert len(places) > 15
    # A recipe writes `<name>` for what its reader makes, and `*` for one of several; `asp/leaves.py` is in the package.
    existing = [re.split(r"/[^/]*[<*]", word)[0] for word in places]
    assert [word for word in existing if not (ROOT / word).exists() and not (PACKAGE / word).exists()] == []


# --- public names -------------------------------------------------------------------------------------------


def test_the_public_names_are_these() -> None:
    assert pycontrol.__all__ == sorted(pycontrol.__all__)
    assert set(pycontrol.__all__) == {
        "Certainty",
        "Determination",
        "Diagnostic",
        "Kind",
        "Outcome",
        "Policy",
        "Reason",
        "Refused",
        "Scenario",
        "Severity",
        "__version__",
    }
    assert all(getattr(pycontrol, name) for name in pycontrol.__all__)
    assert set(pycontrol.__all__) <= set(dir(pycontrol))


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = pycontrol.nonsense


# --- what is imported ---------------------------------------------------------------------------------------


def imported(words: str) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", f"import sys\n{words}\nprint(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(found.stdout.split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(option: str) -> None:
    words = f"import contextlib, pycontrol.cli\nwith contextlib.suppress(SystemExit): pycontrol.cli.cli(['{option}'])"
    assert imported(words).isdisjoint(HEAVY)


def test_importing_the_package_imports_nothing_of_it() -> None:
    ours = {name for name in imported("import pycontrol") if name.startswith("pycontrol.")}
    assert ours == {"pycontrol._version"}
