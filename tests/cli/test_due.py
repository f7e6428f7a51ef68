"""`sla due`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from slalang.cli import output
from tests.cli.conftest import LATE, Sla

URGENT = ("--at", LATE, "--severity", "urgent", "--by", "customer")


def test_without_a_scenario_flags_describe_the_incident(sla: Sla, policy: str) -> None:
    """An hour on Thursday, then Good Friday to Easter Monday, then three hours on Tuesday: due at noon."""
    ran = sla("due", policy, *URGENT, "--no-picture")
    assert (ran.code, ran.err) == (0, "")
    assert "  Tue 2026-04-07 12:00 +01:00  First answer (response)\n" in ran.out
    assert "      owed by vendor to customer; guarantee; within 4 working hours\n" in ran.out


def test_events_of_the_command_line_happen(sla: Sla, policy: str) -> None:
    """Answered half an hour before the office closes: 30 minutes used of 4 hours."""
    ran = sla("due", policy, *URGENT, "--event", "2026-04-02T16:30+01:00 answered")
    assert "met; on Thu 2026-04-02 16:30 +01:00; with 3 working hours 30 minutes to spare" in ran.out


def test_pauses_of_the_command_line_stop_the_clock(sla: Sla, policy: str) -> None:
    pause = ("--event", "2026-04-02T16:15+01:00 pause waiting-for-customer")
    ran = sla("due", policy, *URGENT, *pause, "--event", "2026-04-02T16:45+01:00 resume waiting-for-customer")
    assert "Tue 2026-04-07 12:30 +01:00" in ran.out
    assert "paused; 3 working hours 45 minutes left" in sla("due", policy, *URGENT, *pause).out


def test_what_comes_after_the_as_of_instant_is_not_there(sla: Sla, policy: str) -> None:
    answered = ("--event", "2026-04-02T16:30+01:00 answered")
    assert "running" in sla("due", policy, *URGENT, *answered, "--as-of", "2026-04-02T16:29+01:00").out


def test_several_scenarios_make_one_list_or_one_timeline_each(sla: Sla, policy: str, scenarios: str) -> None:
    """The normal incident of March comes before the urgent one of April, though it stands second in the file."""
    together = sla("due", policy, scenarios).out
    assert together.index("Thu 2026-03-05 10:00 +00:00") < together.index("Tue 2026-04-07 12:00 +01:00")
    by_case = sla("due", policy, scenarios, "--by", "case").out
    assert by_case.index("Tue 2026-04-07 12:00 +01:00") < by_case.index("Thu 2026-03-05 10:00 +00:00")


def test_json_keeps_to_the_schema_that_is_printed(sla: Sla, policy: str, scenarios: str) -> None:
    schema = json.loads(sla("schema", "outcome").out)
    Draft7Validator(schema).validate(json.loads(sla("due", policy, scenarios, "--format", "json").out))


@pytest.mark.parametrize("form", ["json", "svg", "markdown", "text"])
def test_the_same_question_gets_the_same_bytes(policy: str, scenarios: str, form: str) -> None:
    """Whatever the hash seed, the zone of the machine, its locale and its language."""
    text = Path(policy).read_text("utf-8")
    Path(policy).write_text(text.replace("holidays of GB-ENG", "holidays of DE"), "utf-8")
    command = [sys.executable, "-m", "slalang", "due", policy, scenarios, "--format", form]
    here = {**os.environ, "COLUMNS": "100"}
    seen = {
        subprocess.run(
            command,
            env={**here, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8", "LANGUAGE": language},
            stdout=-1,
        ).stdout
        for seed, zone, language in (("1", "UTC", ""), ("2", "Asia/Tokyo", "uk"))
    }
    assert len(seen) == 1 and len(seen.pop()) > 100


def test_a_terminal_that_shows_ascii_only_gets_ascii(policy: str) -> None:
    command = [sys.executable, "-m", "slalang", "due", policy, *URGENT]
    ran = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True)
    assert b"= time counts" in ran.stdout and ran.stdout.isascii()


def test_a_narrow_terminal_is_respected(sla: Sla, policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, sla("due", policy, *URGENT).out.splitlines())) <= 40


def test_mistakes_are_coloured_where_that_is_asked_for(sla: Sla, starter: Path) -> None:
    (starter / "support.sla").write_text("polcy support\n")
    assert "\x1b[" not in sla("check", "support.sla").err
    assert "\x1b[1;31merror" in sla("check", "support.sla", "--color", "always").err
    assert "\x1b[" not in sla("check", "support.sla", "--color", "never").err


def test_a_terminal_is_coloured_unless_no_color_is_set(
    sla: Sla, starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (starter / "support.sla").write_text("polcy support\n")
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1;31merror" in sla("check", "support.sla").err
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in sla("check", "support.sla").err
    assert "\x1b[1;31merror" in sla("check", "support.sla", "--color", "always").err


def test_the_names_of_users_cannot_steer_the_terminal(sla: Sla, policy: str) -> None:
    ran = sla("due", policy, "\x1b[31mno-such-file.yaml")
    assert "\x1b" not in ran.err and "\\x1b" in ran.err


def test_a_misspelt_path_is_told_the_nearest_name(sla: Sla, policy: str) -> None:
    assert "did you mean `suport.sla`?" not in sla("check", "suport.sla").err
    assert "did you mean `support.sla`?" in sla("check", "suport.sla").err


def test_a_reason_from_a_flag_cites_the_flag(sla: Sla, starter: Path, policy: str) -> None:
    with (starter / policy).open("a") as file:
        file.write("\nfact vip\n\ncoverage nights\n  exception to: usual\n  when: vip is yes\n  calendar: 24x7\n")
    flags = ("--at", LATE, "--severity", "urgent", "--by", "customer", "--set", "vip=yes")
    told = sla("explain", policy, *flags, "--event", "2026-04-02T16:30+01:00 answered", "response").out
    assert "[--set vip=yes]" in told and "[--severity urgent]" in told and f"[--at {LATE}]" in told
    assert "the command line:" not in told


def test_a_scenario_is_picked_out_of_a_file_of_many(sla: Sla, policy: str, scenarios: str) -> None:
    ran = sla("due", policy, scenarios, "-k", "easter", "--no-picture")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("urgent, on the eve of the Easter holidays, under ")
    told = sla("explain", policy, scenarios, "response", "-k", "not easter").out
    assert "  scenario normal, with an hour of waiting for the customer, under " in told
    assert "Easter holidays" not in told


def test_a_scenario_that_is_not_there_can_not_be_picked(sla: Sla, policy: str, scenarios: str) -> None:
    for ran in (
        sla("due", policy, scenarios, "-k", "christmas"),
        sla("explain", policy, scenarios, "response", "-k", "christmas"),
    ):
        assert (ran.code, ran.out, ran.err) == (1, "", "nothing is answered: none of 2 scenarios was asked for\n")


def test_scenarios_are_picked_out_of_files_only(sla: Sla, policy: str) -> None:
    ran = sla("due", policy, *URGENT, "-k", "easter")
    assert (ran.code, ran.out) == (2, "")
    assert "-k picks scenarios out of files: name a scenario file" in ran.err
