"""The ways to install slalang, each in an environment of its own, with what a user would type."""

import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]

POLICY = """\
policy support "Support"
  zone: Europe/London
  in force: from 2026-01-01

party vendor
party customer

calendar office
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB-ENG with observed days

coverage usual
  calendar: office

event answered

commitment response
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours
"""


class Environment(NamedTuple):
    """A virtual environment, and a folder outside of the checkout in which its commands run."""

    path: Path
    cwd: Path

    def run(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """How a command of the environment ends."""
        return run(str(self.path / "bin" / command), *arguments, cwd=self.cwd)


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """How a command ends that knows nothing of the environment that the tests run in."""
    own = ("PYTHONPATH", "VIRTUAL_ENV", "SLALANG_CACHE", "SLALANG_DEBUG", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in own}
    environment = {**kept, "COLUMNS": "100", "XDG_CACHE_HOME": str(cwd / "cache")}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300)


def must(*command: str, cwd: Path) -> None:
    """Runs a command that is part of the set-up."""
    ran = run(*command, cwd=cwd)
    assert ran.returncode == 0, ran.stdout + ran.stderr


Install = Callable[..., Environment]


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Installs what pip is given into a new environment, in which there is nothing else than what that needs."""

    def into_new(*what: str) -> Environment:
        made = Environment(tmp_path_factory.mktemp("environment") / "venv", tmp_path_factory.mktemp("elsewhere"))
        venv.create(made.path, symlinks=True)
        pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
        home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        keep = ("--cache-dir", os.environ.get("PIP_CACHE_DIR") or str(Path(home) / "pip"))
        must(*pip, *keep, "--python", str(made.path / "bin" / "python"), "install", *what, cwd=made.cwd)
        (made.cwd / "support.sla").write_text(POLICY, "utf-8")
        return made

    return into_new


Build = Callable[[str, Path], Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds a distribution of a kind from a source, with the build requirements that it states."""

    def from_source(kind: str, source: Path) -> Path:
        folder = tmp_path_factory.mktemp("built")
        must(sys.executable, "-m", "build", f"--{kind}", "--outdir", str(folder), str(source), cwd=folder)
        (only,) = folder.iterdir()
        return only

    return from_source


@pytest.fixture(scope="session")
def sdist(build: Build) -> Path:
    return build("sdist", ROOT)


@pytest.fixture(scope="session")
def from_wheel(install: Install, build: Build) -> Environment:
    """The environment of most users: a wheel, and what it needs."""
    return install(str(build("wheel", ROOT)))
