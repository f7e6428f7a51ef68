"""`sla new scenario` writes incidents for what no scenario exercises yet, and leaves their answers to the author."""

from pathlib import Path

import pytest

from slalang.pipeline import load_policy
from slalang.source import Source
from slalang.testing import Workshop
from slalang.testing.drafts import chosen, drafts_text
from slalang.testing.trial import tried
from tests.cli.conftest import Sla

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bare(starter: Path) -> Path:
    """The starter policy without its scenarios."""
    for file in (starter / "scenarios").iterdir():
        file.unlink()
    return starter


def test_what_is_written_is_valid_and_runs_and_expects_nothing(sla: Sla, bare: Path):
    """Of two severities each has its cell; a pause and a time that waits for an opening are further incidents."""
    ran = sla("new", "scenario", "support.sla")
    assert (ran.code, ran.err) == (0, "") and ran.out.startswith("wrote support.scenario.yaml\n")
    text = (bare / "support.scenario.yaml").read_text()
    lines = (bare / "support.sla").read_text().splitlines()
    for severity in ("urgent", "normal"):
        row = next(number for number, line in enumerate(lines, 1) if line.startswith(f"  | {severity} "))
        assert f"  # exercises cell response {severity} (support.sla:{row})\n" in text
    assert "{at: 2026-01-07T11:00+00:00, pause: waiting-for-customer}" in text
    assert text.count("    # expect:\n    #   response: ...\n") == text.count("  - name: ")
    ran = sla("test", ".")
    assert (ran.code, ran.err) == (1, "nothing was tested: no scenario with `expect:` or `working:` was found\n")
    assert f", {text.count('  - name: ')} scenarios without expectation in" in ran.out


def test_each_cap_of_a_pause_is_exercised_in_each_row_and_as_each_reading_has_it(sla: Sla, bare: Path):
    with (bare / "support.sla").open("a") as file:
        file.write("""
reading wait "How long may it wait?"
  default: short
  because: "the contract says a while"
  | meaning | value           | in words |
  | short   | 2 working hours | "little" |
  | long    | 8 elapsed hours | "much"   |

pause delivery
  | severity | at most         |
  | urgent   | wait            |
  | normal   | 4 working hours |
""")
    text = (bare / "support.sla").read_text().replace("pauses: waiting", "pauses: delivery, waiting")
    (bare / "support.sla").write_text(text)
    assert sla("check", "support.sla").code == 0
    assert sla("new", "scenario", "support.sla").code == 0
    drafts = (bare / "support.scenario.yaml").read_text()
    for part in ("cell delivery urgent", "cell delivery normal", "reading wait = short", "reading wait = long"):
        assert f"  # exercises {part} (" in drafts
    assert "    readings: {wait: long}\n" in drafts


def test_nothing_that_exists_is_overwritten(sla: Sla, bare: Path):
    mine = "policy: support.sla\nname: mine\nopened: 2026-03-02T09:00Z\n"
    (bare / "support.scenario.yaml").write_text(mine)
    ran = sla("new", "scenario", "support.sla")
    assert ran.code == 2 and "`support.scenario.yaml` exists, and nothing is overwritten" in ran.err
    assert (bare / "support.scenario.yaml").read_text() == mine


def test_another_file_names_the_policy_from_where_it_is(sla: Sla, bare: Path):
    assert sla("new", "scenario", "support.sla", "scenarios/more/new.scenario.yaml").code == 0
    assert "policy: ../../support.sla\n" in (bare / "scenarios/more/new.scenario.yaml").read_text()
    assert "scenarios without expectation" in sla("test", "scenarios").out


def test_what_scenarios_exercise_is_not_written_again(sla: Sla, starter: Path):
    ran = sla("new", "scenario", "support.sla")
    assert (ran.code, ran.out[:16]) == (0, "nothing to write")
    assert not (starter / "support.scenario.yaml").exists()


def test_a_file_that_would_not_be_found_is_refused(sla: Sla, bare: Path):
    ran = sla("new", "scenario", "support.sla", "new.yaml")
    assert ran.code == 2 and "`new.yaml` is not named `*.scenario.yaml`" in ran.err


@pytest.mark.parametrize("name", ["bespoke", "secpod"])
def test_drafts_exercise_what_they_say_and_each_something_new(name: str):
    policy = ROOT / "policies" / f"{name}.sla"
    graph = load_policy(policy).graph
    assert graph is not None
    first = chosen(graph, ())
    text = drafts_text(graph, policy.name, first.uses)
    ready = Workshop().bound(Source.of("x", text), policy.with_name("x.scenario.yaml"))
    assert ready.diagnostics == () and len(ready.governed) == len(first.uses) > 3
    again = chosen(graph, [tried(one, {}) for one in ready.governed])
    assert again.uses == () and again.left == first.left


def test_nothing_is_written_beside_scenarios_that_cannot_be_read(sla: Sla, starter: Path):
    """They may be about the policy, and then exercise what would be written again."""
    (starter / "wrong.scenario.yaml").write_text("policy: support.sla\nname: [\n")
    ran = sla("new", "scenario", "support.sla")
    assert (ran.code, ran.out) == (3, "") and "--> wrong.scenario.yaml:" in ran.err
    assert not (starter / "support.scenario.yaml").exists()
