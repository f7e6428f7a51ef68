"""The commands around `sla due`."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from slalang.cli.main import COMMANDS
from slalang.graph import from_json
from slalang.version import __version__
from tests.cli.conftest import LATE, Sla

ROOT = Path(__file__).parents[2]
URGENT = ("--at", LATE, "--severity", "urgent", "--by", "customer")
HEAVY = {"lark", "yaml", "holidays", "jsonschema", "rich", "tzdata", "slalang.syntax", "slalang.calendar"}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], []])
def test_the_way_to_the_commands_imports_nothing_heavy(arguments: list[str]) -> None:
    code = f"import sys; from slalang.cli.main import main; main({arguments}); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(ran.stderr.splitlines()[-1].split())


def test_the_version_is_told(sla: Sla) -> None:
    assert sla("--version") == (0, f"sla {__version__}\n", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_shows_an_example_of_itself_with_files_that_are_there(sla: Sla, name: str) -> None:
    ran = sla(name, "--help")
    assert ran.code == 0 and f"\n  sla {name} " in ran.out
    assert [path for path in re.findall(r"policies/[\w./-]+", ran.out) if not (ROOT / path).exists()] == []


def test_a_mistake_of_a_policy_is_shown_with_its_line(sla: Sla, starter: Path, policy: str) -> None:
    text = (starter / policy).read_text("utf-8")
    (starter / policy).write_text(text.replace("calendar: office", "calendar: ofice"))
    ran = sla("check", policy)
    assert ran.code == 3 and "did you mean `office`?" in ran.err and "  calendar: ofice\n" in ran.err


def test_findings_are_given_as_json(sla: Sla, starter: Path, policy: str) -> None:
    text = (starter / policy).read_text("utf-8")
    (starter / policy).write_text(text.replace("calendar: office", "calendar: ofice"))
    ran = sla("check", policy, "--format", "json")
    found = json.loads(ran.out)["findings"]
    line = text[: text.index("calendar: office")].count("\n") + 1
    assert (ran.code, ran.err) == (3, "")
    assert [(one["severity"], one["at"]["file"], one["at"]["line"], one["at"]["column"]) for one in found] == [
        ("error", policy, line, 13)
    ]


def test_an_obligation_is_explained_up_to_its_target(sla: Sla, policy: str) -> None:
    ran = sla("explain", policy, *URGENT, "response")
    assert "  sum      4 working hours, which is the target: within 4 working hours\n" in ran.out
    assert "Good Friday, England & Wales" in ran.out and 'agreement "Response"' in ran.out


def test_closures_and_steps_are_explained_too(sla: Sla, starter: Path, policy: str) -> None:
    with (starter / policy).open("a") as file:
        file.write("\nclosure silent\n  on: 5 elapsed hours after opened\n")
        file.write("\nescalation late\n  on: miss of response\n  to: customer\n")
    assert "closure silent" in sla("explain", policy, *URGENT, "silent").out
    assert "escalation to customer: miss of response (late)" in sla("explain", policy, *URGENT, "late").out
    ran = sla("explain", policy, *URGENT, "lat")
    assert "no obligation, promise or step is called `lat`; did you mean `late`?" in ran.err


def test_the_calendar_around_the_clock_is_shown(sla: Sla, policy: str) -> None:
    assert "24x7\n" in sla("calendar", policy, "24x7").out


def test_a_calendar_that_is_always_open_never_closes(sla: Sla, policy: str) -> None:
    ran = sla("calendar", policy, "24x7", "--at", "2026-04-03T10:00Z")
    assert ran.out.splitlines()[1:] == ["  Fri 2026-04-03 11:00 +01:00  open", "  it never closes"]


def test_an_instant_without_a_zone_is_completed_with_that_of_the_policy(sla: Sla, policy: str) -> None:
    ran = sla("calendar", policy, "office", "--at", "2026-04-03T10:00")
    assert ran.code == 2 and "`2026-04-03T10:00[Europe/London]`" in ran.err


def test_why_not_names_the_test_that_fails(sla: Sla, starter: Path, policy: str) -> None:
    with (starter / policy).open("a") as file:
        file.write("\nfact vip\n\ncoverage nights\n  exception to: usual\n  when: vip is yes\n  calendar: 24x7\n")
    ran = sla("explain", policy, *URGENT, "--set", "vip=no", "response", "--why-not", "nights")
    assert "`nights` does not apply, since a test of it fails" in ran.out and "vip is yes: no" in ran.out
    ran = sla("explain", policy, *URGENT, "--set", "vip=yes", "response", "--why-not", "usual")
    assert "`usual` would apply, but an exception to it does" in ran.out
    ran = sla("explain", policy, *URGENT, "response", "--why-not", "nights")
    assert "it is not known whether `nights` applies" in ran.out and "vip is not on record" in ran.out


def test_the_block_of_a_severity_is_called_with_its_kind(sla: Sla, starter: Path, policy: str) -> None:
    with (starter / policy).open("a") as file:
        file.write("\nfact down\n\nseverity urgent\n  when: down is yes\n")
    text = (starter / policy).read_text("utf-8")
    (starter / policy).write_text(text.replace("  definitions: none\n", ""), "utf-8")
    asked = ("explain", policy, *URGENT, "--set", "down=no", "response", "--why-not")
    ran = sla(*asked, "urgent")
    assert (ran.code, ran.out) == (2, "") and "no rule is called `urgent`; did you mean `severity urgent`?" in ran.err
    assert "`severity urgent` does not apply, since a test of it fails" in sla(*asked, "severity urgent").out


def test_why_not_of_a_pause_says_whether_it_ever_began(sla: Sla, policy: str) -> None:
    asked = ("response", "--why-not", "waiting-for-customer")
    assert "`waiting-for-customer` does not apply, since it never began" in sla("explain", policy, *URGENT, *asked).out
    pause = ("--event", "2026-04-02T16:15+01:00 pause waiting-for-customer")
    assert "`waiting-for-customer` applies" in sla("explain", policy, *URGENT, *pause, *asked).out


def test_why_not_of_a_pause_says_that_the_commitment_does_not_name_it(sla: Sla, starter: Path, policy: str) -> None:
    with (starter / policy).open("a") as file:
        file.write("\npause lunch\n\nevent called\n\ncommitment calling\n  force: aim\n")
        file.write("  starts: opened\n  stops: called\n  within: 1 elapsed hour\n")
    asked = (*URGENT, "--event", "2026-04-02T16:15+01:00 pause lunch", "--why-not", "lunch")
    told = " ".join(sla("explain", policy, *asked, "response").out.split())
    assert "`lunch` does not stop the clock of `response`, which `waiting-for-customer` stops" in told
    told = " ".join(sla("explain", policy, *asked, "calling").out.split())
    assert "`lunch` does not stop the clock of `calling`, which no pause stops" in told


def test_an_option_that_may_be_a_fact_is_shown_as_one(sla: Sla, policy: str) -> None:
    ran = sla("due", policy, *URGENT, "--region", "germany")
    assert ran.code == 2 and "help: if `region` is a fact, write `--set region=...`; `sla due --help` shows" in ran.err
    assert "is a fact" not in sla("check", policy, "--region", "germany").err


def test_an_option_of_another_command_is_said_to_be_one(sla: Sla, policy: str) -> None:
    ran = sla("explain", policy, *URGENT, "--no-picture", "response")
    assert ran.code == 2 and "help: it is an option of `sla due`; `sla explain --help` shows" in ran.err


def test_why_not_of_what_comes_on_occasion_or_is_no_rule_does_not_say_that_it_applies(
    sla: Sla, starter: Path, policy: str
) -> None:
    with (starter / policy).open("a") as file:
        file.write("\nnotice late\n  on: miss of response\n  to: vendor\n")
    ran = sla("explain", policy, *URGENT, "response", "--why-not", "late", "--why-not", "office")
    assert "no test keeps `late` from applying, once what it is about happens" in ran.out
    assert "`office` is no rule, which would apply or not" in ran.out


def test_a_coverage_for_another_commitment_does_not_apply_to_the_one_that_is_explained(
    sla: Sla, starter: Path, policy: str
) -> None:
    with (starter / policy).open("a") as file:
        file.write("\ncommitment repair\n  force: aim\n  starts: opened\n  stops: repaired\n  within: 1 elapsed hour\n")
        file.write("\nevent repaired\n")
        file.write("\ncoverage nights\n  exception to: usual\n  for: repair\n  calendar: 24x7\n")
    ran = sla("explain", policy, *URGENT, "response", "--why-not", "nights", "--why-not", "usual")
    assert "`nights` does not apply, since it is for `repair`, not for `response`" in ran.out
    assert "`usual` applies" in ran.out
    ran = sla("explain", policy, *URGENT, "repair", "--why-not", "nights", "--why-not", "usual")
    assert "`nights` applies" in ran.out
    assert "`usual` would apply, but an exception to it does" in ran.out


def test_a_run_of_tests_ends_with_a_line_that_says_it_all(sla: Sla, starter: Path) -> None:
    ran = sla("test")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2 passed, 0 failed in ") and ran.out.endswith(" s\n")


def test_a_failed_expectation_shows_the_difference_and_the_reasons(sla: Sla, starter: Path, scenarios: str) -> None:
    file = starter / scenarios
    file.write_text(file.read_text("utf-8").replace("due: 2026-04-07T12:00+01:00", "due: 2026-04-07T12:01+01:00"))
    ran = sla("test", scenarios)
    assert "failed: urgent, on the eve of the Easter holidays\n" in ran.out
    assert "    expected  2026-04-07T12:01+01:00\n    found     2026-04-07T12:00+01:00\n    since\n" in ran.out
    assert ran.out.splitlines()[-1].startswith("1 passed, 1 failed in ")


def test_the_graph_is_drawn_with_the_path_of_an_answer(sla: Sla, policy: str, scenarios: str) -> None:
    plain, marked = sla("graph", policy).out, sla("graph", policy, scenarios).out
    assert plain.startswith("flowchart LR\n") and "commitment<br>response" in plain and "taken" not in plain
    assert "classDef taken" in marked
    assert sla("graph", policy, scenarios, "--format", "dot").out.startswith("digraph policy {\n")


def test_the_graph_as_json_is_the_graph(sla: Sla, policy: str) -> None:
    assert from_json(sla("graph", policy, "--format", "json").out).header.name == "support"


def test_the_schema_of_scenarios_knows_the_names_of_a_policy(sla: Sla, policy: str) -> None:
    general, own = (json.loads(sla("schema", "scenario", *more).out) for more in ((), (policy,)))
    for schema in (general, own):
        Draft7Validator.check_schema(schema)
    assert "waiting-for-customer" in json.dumps(own) and "waiting-for-customer" not in json.dumps(general)


def test_a_calendar_is_shown_date_by_date_with_reasons(sla: Sla, policy: str) -> None:
    ran = sla("calendar", policy, "office", "--from", "2026-04-02", "--to", "2026-04-07")
    assert (
        ran.out
        == """\
office: Support hours
  Thu 2026-04-02  open 09:00 to 17:00
  Fri 2026-04-03  closed: Good Friday, England & Wales
  Sat 2026-04-04  closed: Saturday
  Sun 2026-04-05  closed: Sunday
  Mon 2026-04-06  closed: Easter Monday, England & Wales
  Tue 2026-04-07  open 09:00 to 17:00
"""
    )


def test_a_calendar_answers_about_an_instant(sla: Sla, policy: str) -> None:
    ran = sla("calendar", policy, "office", "--at", "2026-04-03T10:00+01:00", "--add", "4 working hours")
    assert (
        ran.out
        == """\
office: Support hours
  Fri 2026-04-03 10:00 +01:00  closed: Good Friday, England & Wales
  Tue 2026-04-07 09:00 +01:00  next opening
  Tue 2026-04-07 17:00 +01:00  next closing
  Tue 2026-04-07 13:00 +01:00  after 4 working hours
"""
    )


@pytest.mark.parametrize(
    ("amount", "end"),
    [("24 elapsed hours", "Fri 2026-04-03 16:00"), ("1 calendar month", "Sat 2026-05-02 16:00")],
)
def test_amounts_that_no_calendar_counts_are_added_too(sla: Sla, policy: str, amount: str, end: str) -> None:
    assert f"  {end} +01:00  after {amount}\n" in sla("calendar", policy, "office", "--at", LATE, "--add", amount).out


def test_a_calendar_that_cannot_answer_says_so(sla: Sla, policy: str) -> None:
    """What does not need the working day that is not declared is answered all the same."""
    ran = sla("calendar", policy, "office", "--at", LATE, "--add", "1 working day")
    assert ran.code == 0
    assert ran.out.splitlines()[1:] == [
        "  Thu 2026-04-02 16:00 +01:00  open",
        "  Thu 2026-04-02 17:00 +01:00  next closing",
        "  after 1 working day: unknown, `office` has no working days",
    ]


PINNED = "office: Support hours\n  Thu 2026-12-31  open 09:00 to 17:00\n"
LEAD = "add them to the calendar and to `known:`, or run `sla lock` with `--years` that include 2027"


def test_dates_that_the_lock_lacks_name_the_command_and_the_rest_is_answered(sla: Sla, policy: str) -> None:
    assert sla("lock", policy, "--years", "2026").code == 0
    dates = "--from", "2026-12-31", "--to", "2027-01-02"
    told = sla("calendar", policy, "office", *dates).out
    assert told.startswith(f"{PINNED}  Fri 2027-01-01  unknown\n  Sat 2027-01-02  unknown\n")
    why = f"the holidays of `office` are not known for 2027-01-01 to 2027-01-02: {LEAD}"
    assert " ".join(told.split()).endswith(why)
    form = json.loads(sla("calendar", policy, "office", *dates, "--format", "json").out)
    assert (form["open"], form["closed"], form["unknown"]) == ([], [], why)
    late = sla("calendar", policy, "office", "--at", "2026-12-31T16:00Z", "--add", "2 working hours").out
    assert " ".join(late.split()).endswith(
        f"17:00 +00:00 next closing after 2 working hours: unknown, the holidays of `office` are not known for "
        f"2027-01-01: {LEAD}"
    )


@pytest.mark.parametrize(
    ("option", "day"), [("--from", "0001-01-02"), ("--from", "9999-12-31"), ("--to", "9999-12-30")]
)
def test_a_date_at_the_ends_of_time_is_refused(sla: Sla, policy: str, option: str, day: str) -> None:
    ran = sla("calendar", policy, "24x7", "--from", "2026-01-01", option, day)
    assert ran.code == 2 and f"'{option}': {day} is too far away; take a date from 0001-01-03 to 9999-12-29" in ran.err


def test_a_last_week_of_time_is_shown_as_far_as_it_goes(sla: Sla, policy: str) -> None:
    ran = sla("calendar", policy, "24x7", "--from", "9999-12-28")
    assert ran.out == "24x7\n  Tue 9999-12-28  open 00:00 to 24:00\n  Wed 9999-12-29  open 00:00 to 24:00\n"


@pytest.mark.parametrize("form", ["text", "json"])
def test_more_dates_than_the_limit_are_a_limit(sla: Sla, policy: str, form: str) -> None:
    """From 1 January to 4 January are four dates."""
    dates = "calendar", policy, "office", "--from", "2026-01-01", "--to", "2026-01-04", "--format", form
    ran = sla(*dates, "--limit", "dates=3")
    assert (ran.code, ran.out) == (4, "") and "error[SLA911]: 4 dates are asked for, more than 3\n" in ran.err
    assert sla(*dates, "--limit", "dates=4").code == 0
    assert sla("calendar", policy, "--from", "1900-01-01", "--to", "2100-01-01").code == 4


def test_holidays_are_pinned_and_held_to(sla: Sla, starter: Path, policy: str) -> None:
    """The eight bank holidays of 2026, since Boxing Day falls on a Saturday and moves, the list has nine dates."""
    assert sla("lock", policy).code == 3
    ran = sla("lock", policy, "--years", "2026")
    assert (ran.code, ran.out) == (0, "sla.lock pins 9 holidays of 1 set for 2026\n")
    assert sla("lock", "--check", policy).code == 0
    assert "not pinned" not in sla("due", "--locked", policy, *URGENT).out
    assert [path.name for path in starter.iterdir() if path.name.startswith(".")] == []


def test_the_year_after_the_period_in_force_is_pinned_when_it_is_asked_for(
    sla: Sla, starter: Path, policy: str
) -> None:
    """4 working hours from Thu 2026-12-31 16:30: New Year's Day is a holiday, so they end on Monday 4 January 12:30."""
    text = (starter / policy).read_text("utf-8")
    (starter / policy).write_text(re.sub(r"in force: .*", "in force: 2026-01-01 to 2026-12-31", text), "utf-8")
    ran = sla("lock", policy)
    assert ran.out.splitlines()[1].endswith(": `--years 2026..2027` pins 2027 too")
    late = ("due", policy, "--at", "2026-12-31T16:30+00:00", *URGENT[2:])
    assert "run `sla lock` with `--years` that include 2027" in sla(*late).out
    assert "`GB-ENG` with observed days for 2027" in sla("lock", "--check", policy, "--years", "2026..2027").err
    ran = sla("lock", policy, "--years", "2026..2027")
    assert (ran.code, ran.out) == (0, "sla.lock pins 19 holidays of 1 set for 2026 to 2027\n")
    assert sla("lock", "--check", policy, "--years", "2026..2027").code == 0
    assert "2027-01-04 12:30" in sla(*late).out and "unknown" not in sla(*late).out


def test_what_the_library_says_otherwise_is_a_finding(sla: Sla, starter: Path, policy: str) -> None:
    from slalang.policy.lock import Lock, lock_text, read_lock

    sla("lock", policy, "--years", "2026")
    held = read_lock((starter / "sla.lock").read_text("utf-8"), "sla.lock")
    assert isinstance(held, Lock)
    less = held._replace(sets=tuple(one._replace(dates=one.dates[1:]) for one in held.sets))
    (starter / "sla.lock").write_text(lock_text(less), "utf-8")
    ran = sla("lock", "--check", policy)
    assert ran.code == 1 and "`New Year's Day` is a holiday now, and not pinned" in ran.out


def test_a_lock_that_lacks_what_a_policy_needs_does_not_pass_the_check(sla: Sla, starter: Path, policy: str) -> None:
    """What the lock has is as the library says; but the other policy of the root needs a set that it does not have."""
    text = (starter / policy).read_text("utf-8").replace("GB-ENG", "GB-SCT")
    (starter / "scottish.sla").write_text(text, "utf-8")
    sla("lock", policy, "--years", "2026")
    ran = sla("lock", "--check", policy, "scottish.sla")
    assert (ran.code, ran.out) == (3, "")
    assert "error[SLA553]: the lock has no holidays of `GB-SCT`" in ran.err


def test_a_starter_policy_is_clean_passes_and_is_never_overwritten(sla: Sla, starter: Path, policy: str) -> None:
    assert sla("check", policy).code == 0
    before = {path: path.read_bytes() for path in starter.rglob("*") if path.is_file()}
    assert sla("init", ".").code == 2
    assert {path: path.read_bytes() for path in starter.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("shell", "word"), [("bash", "complete "), ("zsh", "compdef"), ("fish", "split --max 1")])
def test_completion_is_set_up_for_a_shell(sla: Sla, monkeypatch: pytest.MonkeyPatch, shell: str, word: str) -> None:
    assert word in sla("completion", shell).out and "_SLA_COMPLETE" in sla("completion", shell).out


def test_a_shell_is_told_the_commands(sla: Sla, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_SLA_COMPLETE", "bash_complete"), ("COMP_WORDS", "sla c"), ("COMP_CWORD", "1")):
        monkeypatch.setenv(name, value)
    assert sla().out.split() == ["plain,check", "plain,calendar", "plain,completion"]


@pytest.mark.parametrize("said", [
    {"_SLA_COMPLETE": "bash_complete"},
    {"_SLA_COMPLETE": "bash_complete", "COMP_WORDS": "sla c", "COMP_CWORD": "one"},
    {"_SLA_COMPLETE": "yes"},
], ids=str)  # fmt: skip
def test_what_no_shell_says_is_a_wrong_command_line(
    sla: Sla, monkeypatch: pytest.MonkeyPatch, said: dict[str, str]
) -> None:
    for name in ("COMP_WORDS", "COMP_CWORD"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    ran = sla("check")
    assert (ran.code, ran.out) == (2, "") and ran.err.startswith("error: `_SLA_COMPLETE` is set, but not by a shell")
