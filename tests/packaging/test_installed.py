"""Installed in each way, slalang finds its grammar and answers, outside of the checkout."""

import re
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT, Build, Environment, Install

DUE = ("due", "support.sla", "--at", "2026-04-02T16:00+01:00", "--no-picture")
"""An hour before the Easter weekend; three more hours on Tuesday, after Easter Monday."""
ANSWER = "Tue 2026-04-07 12:00 +01:00"

Way = Callable[[Install, Build, Path, Path], Environment]


def _editable(install: Install, build: Build, sdist: Path, folder: Path) -> Environment:
    return install("--editable", str(ROOT))


def _sdist(install: Install, build: Build, sdist: Path, folder: Path) -> Environment:
    return install(str(sdist))


def _wheel_of_sdist(install: Install, build: Build, sdist: Path, folder: Path) -> Environment:
    """Unpacked first, so that nothing of the checkout can be found from where it is built."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = folder.iterdir()
    return install(str(build("wheel", unpacked)))


@pytest.mark.parametrize("way", [_editable, _sdist, _wheel_of_sdist], ids=lambda way: way.__name__)
def test_it_answers(install: Install, build: Build, sdist: Path, tmp_path: Path, way: Way) -> None:
    answers(way(install, build, sdist, tmp_path))


def test_it_answers_from_a_wheel(from_wheel: Environment) -> None:
    answers(from_wheel)


def answers(environment: Environment) -> None:
    """The first time it reads the text, the second time the policy that it kept, with the same answer."""
    first = environment.run("sla", *DUE)
    assert (first.returncode, first.stderr) == (0, "")
    assert f"  {ANSWER}  response\n" in first.stdout
    assert any((environment.cwd / "cache" / "slalang").iterdir())
    assert environment.run("sla", *DUE).stdout == first.stdout


def test_a_wheel_brings_its_types_and_its_licence(from_wheel: Environment) -> None:
    """And it is not the checkout that is imported."""
    code = "import pathlib, slalang; print(*sorted(p.name for p in pathlib.Path(slalang.__file__).parent.glob('*.*')))"
    found = from_wheel.run("python", "-c", code).stdout.split()
    assert {"py.typed", "sla.lark", "__init__.py"} <= set(found)
    assert list(from_wheel.path.glob("lib/python*/site-packages/slalang-*.dist-info/licenses/LICENSE"))


def test_a_wheel_says_its_version(from_wheel: Environment) -> None:
    (info,) = from_wheel.path.glob("lib/python*/site-packages/slalang-*.dist-info")
    assert from_wheel.run("sla", "--version").stdout == f"sla {info.name.removesuffix('.dist-info').split('-')[1]}\n"


def test_an_sdist_holds_what_its_readme_points_at(sdist: Path) -> None:
    """The manual, the contracts, and all that `make test` needs."""
    links = re.findall(r"\]\((?!\w+:)([^)#]+)", (ROOT / "README.md").read_text("utf-8"))
    with tarfile.open(sdist) as archive:
        held = {str(Path(*Path(name).parts[1:])) for name in archive.getnames()}
    folders = {str(folder) for name in held for folder in Path(name).parents}
    assert {"docs/tutorial.md", "policies", "CONTRIBUTING.md"} <= set(links)
    assert {*links, "Makefile", "pyproject.toml", "tests", "docs"} <= held | folders
