"""What a cold start imports: nothing that the answer does not need."""

import json

from tests.packaging.conftest import Environment
from tests.packaging.test_installed import DUE

SLOW = {"lark", "yaml", "holidays", "jsonschema", "importlib.metadata"}

IMPORTED = """
import json, sys
from slalang.cli.main import main
code = main(json.loads(sys.argv[1]))
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


def imported(environment: Environment, *arguments: str) -> set[str]:
    """The modules that a command line has imported when it ends."""
    ran = environment.run("python", "-c", IMPORTED, json.dumps(arguments))
    assert ran.returncode == 0, ran.stderr
    return set(json.loads(ran.stderr))


def test_the_version_imports_nothing_slow(from_wheel: Environment) -> None:
    assert not imported(from_wheel, "--version") & SLOW


def test_an_unchanged_policy_with_a_lock_is_answered_without_the_compiler(from_wheel: Environment) -> None:
    """The first run compiles it and keeps it; the holidays are those of the lock."""
    assert from_wheel.run("sla", "lock", "support.sla", "--years", "2026").returncode == 0
    assert "lark" in imported(from_wheel, *DUE)
    assert not imported(from_wheel, *DUE) & {"lark", "holidays", "jsonschema", "importlib.metadata"}
