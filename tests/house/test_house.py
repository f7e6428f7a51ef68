"""How the house is kept: who imports whom, how long a file is, and what no file is called."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "slalang"
MODULES = sorted(HOUSE.rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools", "stuff"}
ONLY_IN = {
    "lark": ("syntax",),
    "yaml": ("scenario",),
    "click": ("cli",),
    "orjson": ("report",),
    "holidays": ("calendar", "source/near_place"),
    "zoneinfo": ("calendar",),
    "tzdata": ("calendar",),
    "jsonschema": (),
    "rich": (),
    "pytest": ("pytest_plugin",),
    "watchfiles": ("cli",),
}
"""The folders, or files, that may import a package; the core knows neither terminal nor schema validator."""


def imported(module: Path) -> Iterator[str]:
    """The packages that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names):
                yield from (name.name.split(".")[0] for name in names)
            case ast.ImportFrom(module=str(name), level=0):
                yield name.split(".")[0]


def test_imports_point_one_way() -> None:
    command = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("package", "folders"), ONLY_IN.items())
def test_a_package_from_outside_is_imported_in_its_place_only(package: str, folders: tuple[str, ...]) -> None:
    importers = [str(module.relative_to(HOUSE)) for module in MODULES if package in imported(module)]
    places = tuple(f"{place}{end}" for place in folders for end in ("/", ".py"))
    assert [name for name in importers if not name.startswith(places)] == []


def test_no_file_is_longer_than_can_be_read_at_a_sitting() -> None:
    lengths = {
        str(module.relative_to(ROOT)): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES
    }
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_no_function_is_longer_than_a_page() -> None:
    functions = [
        (f"{module.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    assert [found for found in functions if found[1] > 40] == []


def test_no_file_is_a_dumping_ground() -> None:
    parts = {part for module in MODULES for part in module.relative_to(HOUSE).with_suffix("").parts}
    assert parts & FORBIDDEN_NAMES == set()


def test_every_file_says_what_it_is() -> None:
    silent = [module for module in MODULES if not ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))]
    assert [str(module.relative_to(ROOT)) for module in silent] == []


def makes_tuples(module: ast.Module) -> bool:
    """Whether a file has a class of named tuples."""
    bases = [base for node in ast.walk(module) if isinstance(node, ast.ClassDef) for base in node.bases]
    return any(isinstance(base, ast.Name) and base.id == "NamedTuple" for base in bases)


def test_named_tuples_are_made_of_types_and_not_of_texts() -> None:
    """Of a text `NamedTuple` compiles each annotation anew, at each start of `sla`."""
    parsed = {module: ast.parse(module.read_text(encoding="utf-8")) for module in MODULES}
    makers = [module for module, tree in parsed.items() if makes_tuples(tree)]
    assert len(makers) > 100
    late = [str(module.relative_to(ROOT)) for module in makers if "__future__" in imported(module)]
    assert late == []
