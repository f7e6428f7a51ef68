"""An unchanged policy is not compiled again; a changed one always is, and a record that is not ours is not believed."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from slalang.compiled import keep, recall
from slalang.files import CACHE_SWITCH, ROOT_MARK
from slalang.pipeline import load_policy

POLICIES = Path(__file__).parent.parent / "policies"
POLICY = """policy tiny "Tiny"
  zone: UTC
  in force: always

party vendor
party customer
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(CACHE_SWITCH, str(folder))
    return folder


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.sla"
    path.write_text(POLICY, encoding="utf-8")
    return path


def records(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.exists() else []


def test_a_kept_graph_is_the_graph_that_was_compiled(policy: Path) -> None:
    compiled = load_policy(policy, kept=True).graph
    assert compiled is not None
    assert load_policy(policy, kept=True) == (compiled, (), ())


def test_the_second_run_needs_neither_the_compiler_nor_lark(policy: Path) -> None:
    load_policy(policy, kept=True)
    program = (
        "import sys\nfrom pathlib import Path\nfrom slalang.pipeline import load_policy\n"
        f"assert load_policy(Path({str(policy)!r}), kept=True).graph is not None\n"
        "print(*sorted({'lark', 'holidays', 'slalang.syntax', 'slalang.policy'} & set(sys.modules)))\n"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""


def test_a_changed_policy_is_compiled_again(policy: Path) -> None:
    load_policy(policy, kept=True)
    policy.write_text(POLICY.replace("tiny", "other"), encoding="utf-8")
    graph = load_policy(policy, kept=True).graph
    assert graph is not None and graph.header.name == "other"


def test_a_template_that_changes_makes_its_agreement_compile_again(tmp_path: Path) -> None:
    for name in ("bespoke.sla", "agreements/harbour-freight.sla", ROOT_MARK):
        target = tmp_path / "root" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((POLICIES / name).read_bytes())
    agreement, template = tmp_path / "root/agreements/harbour-freight.sla", tmp_path / "root/bespoke.sla"
    before = load_policy(agreement, kept=True)
    assert before.diagnostics == ()
    template.write_text(template.read_text(encoding="utf-8").replace('"Response time"', '"Time"'), encoding="utf-8")
    after = load_policy(agreement, kept=True)
    assert after.graph is not None and after.graph != before.graph


def test_a_lock_that_appears_is_read(tmp_path: Path) -> None:
    policy = tmp_path / "isode.sla"
    policy.write_bytes((POLICIES / "isode.sla").read_bytes())
    unpinned = load_policy(policy, kept=True).graph
    (tmp_path / "sla.lock").write_bytes((POLICIES / "sla.lock").read_bytes())
    pinned = load_policy(policy, kept=True).graph
    assert unpinned is not None and unpinned.holidays is None
    assert pinned is not None and pinned.holidays is not None


def test_a_policy_with_a_finding_is_not_kept(policy: Path, cache: Path) -> None:
    policy.write_text(POLICY + "calendar office\n", encoding="utf-8")
    assert load_policy(policy, kept=True).diagnostics
    assert records(cache) == []


def test_a_record_is_readable_by_its_user_only(policy: Path, cache: Path) -> None:
    load_policy(policy, kept=True)
    (record,) = records(cache)
    assert stat.S_IMODE(record.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "{", "[]", '{"made by": {}}', '{"graph": 1}'])
def test_a_broken_record_is_as_none(policy: Path, cache: Path, text: str) -> None:
    graph = load_policy(policy, kept=True).graph
    (record,) = records(cache)
    record.write_text(text, encoding="utf-8")
    assert load_policy(policy, kept=True).graph == graph


def test_a_record_of_another_version_is_as_none(policy: Path, cache: Path) -> None:
    load_policy(policy, kept=True)
    (record,) = records(cache)
    form = json.loads(record.read_text(encoding="utf-8"))
    form["made by"]["slalang"] = "0.0.0"
    record.write_text(json.dumps(form), encoding="utf-8")
    assert recall(form["question"]) is None


def test_what_another_state_of_the_program_compiled_is_as_none(
    policy: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checkout is of one version, in many states."""
    program = tmp_path / "program" / "policy"
    program.mkdir(parents=True)
    (program / "rows.py").write_text("", encoding="utf-8")
    monkeypatch.setattr("slalang.compiled.PROGRAM", program.parent)
    load_policy(policy, kept=True)
    (record,) = records(cache)
    question = json.loads(record.read_text(encoding="utf-8"))["question"]
    assert recall(question) is not None
    os.utime(program / "rows.py", (2**31, 2**31))
    assert recall(question) is None
    load_policy(policy, kept=True)
    assert recall(question) is not None
    (program / "lines.py").touch()
    assert recall(question) is None


def test_nothing_is_kept_when_the_cache_is_off_or_cannot_be_written(
    policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = load_policy(policy).graph
    assert graph is not None
    monkeypatch.setenv(CACHE_SWITCH, "off")
    keep("a question", graph, {})
    assert recall("a question") is None
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(CACHE_SWITCH, str(tmp_path / "file" / "below"))
    keep("a question", graph, {})
    assert recall("a question") is None


def test_without_being_asked_to_nothing_is_kept(policy: Path, cache: Path) -> None:
    load_policy(policy)
    assert records(cache) == []


def test_for_a_user_without_a_home_nothing_is_kept(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that runs under a number that belongs to nobody."""

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv(CACHE_SWITCH)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert load_policy(policy, kept=True).graph is not None
