"""Instants at the ends of time, and local times that a clock change skips or repeats."""

import pytest

from tests.hostile.conftest import POLICY, SCENARIO, Folder


def at(instant: str) -> str:
    """The scenario, opened at an instant."""
    return SCENARIO.replace("2026-04-02T16:00+01:00", f'"{instant}"').split("    expect:")[0]


@pytest.mark.parametrize("instant", ["0001-01-01T00:00+00:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"])
def test_an_instant_beyond_the_ends_of_the_calendar_is_refused(folder: Folder, instant: str) -> None:
    text = folder.write("incident.scenario.yaml", at(instant))
    folder.refuses(3, "error[SLA636]", "due", "support.sla", text)
    folder.refuses(2, "error[SLA636]", "due", "support.sla", "--at", instant)


@pytest.mark.parametrize("instant", ["0001-02-01T10:00+00:00", "1582-10-10T10:00+00:00", "1900-01-01T10:00+00:00"])
def test_an_instant_long_ago_is_answered(folder: Folder, instant: str) -> None:
    answer = folder.answers("due", "support.sla", folder.write("incident.scenario.yaml", at(instant)))
    assert instant[:4] in answer


@pytest.mark.parametrize("instant", ["9999-12-30T10:00+00:00", "9999-12-29T23:00-01:00"])
def test_a_due_beyond_the_last_year_is_unknown_and_says_so(folder: Folder, instant: str) -> None:
    slow = POLICY.replace("16 working hours", "60 working hours").replace("4 working hours ", "60 working hours ")
    folder.write("support.sla", slow)
    answer = folder.answers("due", "support.sla", folder.write("incident.scenario.yaml", at(instant)))
    assert "unknown" in answer


@pytest.mark.parametrize("instant", ["0001-01-02T00:00+00:00", "9999-12-30T23:59+00:00"])
@pytest.mark.parametrize("command", ["due", "calendar"])
def test_the_first_and_the_last_instant_are_answered(folder: Folder, command: str, instant: str) -> None:
    far = POLICY.replace("  open: Monday", "  zone: Pacific/Auckland\n  open: Monday")
    for text in (POLICY, far):
        folder.write("support.sla", text)
        assert folder.answers(command, "support.sla", "--at", instant)


SKIPPED = "2026-03-29T01:30[Europe/London]"
REPEATED = "2026-10-25T01:30[Europe/London]"


def test_a_local_time_that_a_clock_change_skips_is_refused(folder: Folder) -> None:
    folder.refuses(3, "error[SLA633]", "due", "support.sla", folder.write("incident.scenario.yaml", at(SKIPPED)))
    folder.refuses(2, "error[SLA633]", "due", "support.sla", "--at", SKIPPED)


def test_a_local_time_that_comes_twice_needs_its_offset(folder: Folder) -> None:
    folder.refuses(3, "error[SLA634]", "due", "support.sla", folder.write("incident.scenario.yaml", at(REPEATED)))
    folder.refuses(2, "error[SLA634]", "due", "support.sla", "--at", REPEATED)


@pytest.mark.parametrize("offset", ["+01:00", "+00:00"])
def test_with_its_offset_it_is_answered(folder: Folder, offset: str) -> None:
    answer = folder.answers("due", "support.sla", "--at", f"2026-10-25T01:30{offset}[Europe/London]")
    assert f"2026-10-25 01:30 {offset}" in answer


def test_an_offset_that_the_zone_does_not_have_then_is_refused(folder: Folder) -> None:
    folder.refuses(2, "error[SLA635]", "due", "support.sla", "--at", "2026-07-01T10:00+00:00[Europe/London]")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "/etc/passwd", "Europe/London\0", "posixrules"])
def test_a_zone_that_does_not_exist_is_refused_and_read_from_nowhere(folder: Folder, zone: str) -> None:
    spoilt = POLICY.replace("Europe/London", zone)
    ran = folder.refuses(3, "error[SLA", "check", folder.write("support.sla", spoilt))
    assert "root:" not in ran.err
