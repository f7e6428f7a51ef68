"""Versions of a policy: the date of the opening in the policy's zone picks one, on both sides of a change of year."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import slalang
from slalang.cli.main import main
from slalang.source import DEFAULT_LIMITS

POLICY = """policy support
  zone: America/New_York
  in force: {period}
  version: "{version}"
{lines}

party vendor
party customer

event answered
event {event}

coverage always
  calendar: 24x7

commitment response
  force: guarantee
  starts: opened
  stops: answered
  within: {hours} elapsed hours
"""
OLD, NEW = "2025-01-01 to 2025-12-31", "from 2026-01-01"
NEW_YORK = timezone(timedelta(hours=-5))


def version(
    folder: Path, name: str, period: str, *, hours: int, event: str = "relieved", lines: str = "", policy: str = POLICY
) -> Path:
    path = folder / f"{name}.sla"
    path.write_text(policy.format(period=period, version=name, hours=hours, event=event, lines=lines), "utf-8")
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return version(tmp_path, "old", OLD, hours=8, event="left")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return version(tmp_path, "new", NEW, hours=4, event="relieved")


@pytest.mark.parametrize(
    ("opened", "which", "due"),
    [
        # New York is five hours behind UTC in winter: its year 2026 begins at 05:00 UTC.
        ("2026-01-01T04:59:59+00:00", "old", "2026-01-01T12:59:59+00:00"),
        ("2026-01-01T05:00:00+00:00", "new", "2026-01-01T09:00:00+00:00"),
        ("2025-12-31T23:59:59-05:00", "old", "2026-01-01T07:59:59-05:00"),
        ("2026-01-01T08:00:00+09:00", "old", "2026-01-01T16:00:00+09:00"),
    ],
)
def test_the_date_of_the_opening_in_the_zone_of_the_policy_picks_the_version(
    old: Path, new: Path, opened: str, which: str, due: str
) -> None:
    for files in ((old, new), (new, old)):
        outcome = slalang.load(*files).evaluate(opened=opened)
        assert (outcome.scope, outcome.model.version) == ("in scope", which)
        assert outcome["response"].due == datetime.fromisoformat(due)


def test_a_version_governs_to_the_end_also_what_happens_after_its_period(old: Path, new: Path) -> None:
    outcome = slalang.load(old, new).evaluate(
        opened="2025-12-31T20:00-05:00", events=[{"at": "2026-01-02T00:00-05:00", "event": "left"}]
    )
    assert outcome.model.version == "old"
    assert outcome["response"].due == datetime(2026, 1, 1, 4, 0, tzinfo=NEW_YORK)


def test_an_incident_in_no_period_is_out_of_scope_and_all_periods_are_named(old: Path, new: Path) -> None:
    outcome = slalang.load(new, old).evaluate(opened="2024-12-31T23:59-05:00")
    assert outcome.scope == "out of scope" and outcome["response"].status == "not owed"
    told = "opened on 2024-12-31, outside the periods of all versions (from 2025-01-01 to 2025-12-31, from 2026-01-01)"
    assert outcome.model.scope.why.text == told


def test_in_a_gap_between_versions_the_names_are_those_of_the_last_before_it(old: Path, tmp_path: Path) -> None:
    later = version(tmp_path, "later", "from 2027-01-01", hours=4, event="relieved")
    policy = slalang.load(later, old)
    assert policy.evaluate(opened="2026-06-01T12:00Z", events=[{"at": "2026-06-01T13:00Z", "event": "left"}]).scope
    with pytest.raises(slalang.ScenarioError, match="relieved"):
        policy.evaluate(opened="2026-06-01T12:00Z", events=[{"at": "2026-06-01T13:00Z", "event": "relieved"}])


def test_another_event_can_pick_the_version(tmp_path: Path) -> None:
    by = "  version by: relieved"
    policy = slalang.load(
        version(tmp_path, "a", OLD, hours=8, lines=by), version(tmp_path, "b", NEW, hours=4, lines=by)
    )
    events = [{"at": "2026-01-01T06:00-05:00", "event": "relieved"}]
    scenario = policy.scenario(opened="2025-12-31T20:00-05:00", events=events)
    assert policy.evaluate(scenario).model.version == "b"
    before = policy.evaluate(scenario, as_of=datetime(2026, 1, 1, 5, 59, tzinfo=NEW_YORK))
    assert (before.model.version, before.scope) == ("a", "in scope")


def codes(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str]]:
    capsys.readouterr()
    code = main([*map(str, arguments), "--format", "json"])
    return code, [found["code"] for found in json.loads(capsys.readouterr().out)["findings"]]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (OLD, NEW, []),
        (OLD, "2024-01-01 to 2024-12-31", []),
        (OLD, "from 2025-12-31", ["SLA531"]),
        (OLD, "2024-01-01 to 2025-01-01", ["SLA531"]),
        (OLD, "always", ["SLA531"]),
        (OLD, "unstated", ["SLA531"]),
    ],
)
def test_periods_that_share_a_date_overlap_and_one_that_is_not_known_shares_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str, second: str, found: list[str]
) -> None:
    files = version(tmp_path, "a", first, hours=8), version(tmp_path, "b", second, hours=4)
    code, told = codes(capsys, "check", *files)
    assert [one for one in told if one.startswith("SLA53")] == found
    assert code == (3 if found else 0)


def test_an_overlap_is_shown_in_both_files(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = version(tmp_path, "b", "from 2025-12-31", hours=4)
    assert main(["due", str(old), "--also", str(other), "--at", "2025-12-31T12:00Z"]) == 3
    told = capsys.readouterr().err
    assert "error[SLA531]" in told and "in force: from 2025-12-31" in told and "in force: 2025-01-01" in told


def test_in_other_zones_the_same_midnight_is_another_instant(old: Path, tmp_path: Path) -> None:
    tokyo = version(tmp_path, "b", NEW, hours=4, policy=POLICY.replace("America/New_York", "Asia/Tokyo"))
    with pytest.raises(slalang.PolicyError, match="SLA531"):
        slalang.load(old, tokyo)


def test_versions_have_one_name_and_one_event_that_tells_them_apart(old: Path, tmp_path: Path) -> None:
    other = version(tmp_path, "c", NEW, hours=4, policy=POLICY.replace("policy support", "policy help"))
    with pytest.raises(slalang.PolicyError, match="`help` is no version of `support`"):
        slalang.load(old, other)
    with pytest.raises(slalang.PolicyError, match="SLA533"):
        slalang.load(old, version(tmp_path, "b", NEW, hours=4, lines="  version by: relieved"))


SCENARIOS = """policy: [old.sla, new.sla]
scenarios:
  - name: on new year's eve
    opened: 2025-12-31T20:00-05:00
    events:
      - {at: 2025-12-31T21:00-05:00, event: left}
    expect: {response: {due: 2026-01-01T04:00-05:00}}
    variations:
      - name: four hours later
        opened: 2026-01-01T00:00-05:00
        events:
          - {at: 2026-01-01T02:00-05:00, event: relieved}
        expect: {response: {due: 2026-01-01T04:00-05:00}}
"""


def test_each_scenario_of_a_file_is_tested_by_the_version_that_governs_it(
    old: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "both.scenario.yaml"
    file.write_text(SCENARIOS, "utf-8")
    assert main(["test", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("2 passed, 0 failed")
    file.write_text(SCENARIOS.replace("event: relieved", "event: left"), "utf-8")
    assert main(["test", str(tmp_path)]) == 3
    assert "`left`" in capsys.readouterr().err


def test_a_wrong_form_in_one_scenario_hides_no_other_mistake(
    old: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`left` is an event of the old version alone; the second scenario has a key that no scenario has, and one name."""
    wrong = SCENARIOS.replace("event: relieved", "event: left") + "  - {name: on new year's eve, opend: soon}\n"
    (tmp_path / "both.scenario.yaml").write_text(wrong, "utf-8")
    assert codes(capsys, "test", tmp_path) == (3, ["SLA621", "SLA646", "SLA613"])


def test_flags_on_top_of_a_file_are_held_against_the_version_that_governs(
    old: Path, new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "both.scenario.yaml"
    file.write_text(SCENARIOS, "utf-8")
    assert main(["due", str(old), "--also", str(new), str(file), "--as-of", "2026-01-01T01:00-05:00"]) == 0
    assert capsys.readouterr().out.count("Thu 2026-01-01 04:00 -05:00") == 2


def test_limits_can_be_given_to_the_library(old: Path) -> None:
    with pytest.raises(slalang.PolicyError, match=r"SLA90[15]"):
        slalang.load(old, limits=DEFAULT_LIMITS._replace(file_bytes=100))
    with pytest.raises(slalang.PolicyError, match=r"SLA90[15]"):
        slalang.loads(old.read_text("utf-8"), limits=DEFAULT_LIMITS._replace(lines=10))
