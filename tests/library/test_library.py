"""`import slalang`, as another program uses it."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import slalang
from slalang.calendar import Calendar
from slalang.calendar.aware import due

STARTER = Path(slalang.__file__).parent / "cli" / "starter"
SUMMER = timezone(timedelta(hours=1))
MAUNDY_THURSDAY = datetime(2026, 4, 2, 16, 0, tzinfo=SUMMER)


@pytest.fixture(scope="module")
def policy() -> slalang.Policy:
    return slalang.load(STARTER / "support.sla")


def test_an_incident_given_as_objects_is_answered_in_aware_datetimes(policy: slalang.Policy) -> None:
    """One hour on Thursday and three on Tuesday after Easter: due at noon."""
    outcome = policy.evaluate(opened=MAUNDY_THURSDAY, severity="urgent", by="customer")
    response = outcome["response"]
    assert response.due == datetime(2026, 4, 7, 12, 0, tzinfo=SUMMER)
    assert response.due.utcoffset() == timedelta(hours=1)
    assert (response.status, response.left, outcome.severity) == ("running", timedelta(hours=4), "urgent")


def test_events_and_facts_are_plain_objects(policy: slalang.Policy) -> None:
    events = [{"at": MAUNDY_THURSDAY + timedelta(minutes=20), "event": "answered", "by": "vendor"}]
    outcome = policy.evaluate(opened=MAUNDY_THURSDAY, events=events)
    assert outcome["response"].stopped == MAUNDY_THURSDAY + timedelta(minutes=20)
    assert outcome["response"].status == "met"


def test_an_outcome_is_told_as_of_an_instant(policy: slalang.Policy) -> None:
    scenario = policy.scenario(opened=MAUNDY_THURSDAY, severity="urgent", by="customer")
    later = datetime(2026, 4, 7, 12, 30, tzinfo=SUMMER)
    response = policy.evaluate(scenario, as_of=later)["response"]
    assert (response.status, response.late) == ("missed", timedelta(minutes=30))


def test_the_instant_as_of_which_is_asked_may_be_a_text_and_is_never_guessed(policy: slalang.Policy) -> None:
    asked = datetime(2026, 4, 2, 17, 30, tzinfo=SUMMER)
    found = [policy.evaluate(opened=MAUNDY_THURSDAY, as_of=at).json() for at in (asked, "2026-04-02T17:30+01:00")]
    assert found[0] == found[1] and policy.evaluate(opened=MAUNDY_THURSDAY, as_of=asked).as_of == asked
    for wrong in ("2026-04-02T17:30", datetime(2026, 4, 2, 17, 30), "tomorrow"):
        with pytest.raises(slalang.ScenarioError, match="SLA616"):
            policy.evaluate(opened=MAUNDY_THURSDAY, as_of=wrong)


def test_scenarios_are_read_from_files_and_texts(policy: slalang.Policy) -> None:
    found = policy.scenarios(STARTER / "scenarios" / "response.scenario.yaml")
    assert [policy.evaluate(scenario)["response"].due for scenario in found] == [
        datetime(2026, 4, 7, 12, 0, tzinfo=SUMMER),
        datetime(2026, 3, 5, 10, 0, tzinfo=UTC),
    ]
    text = "name: one\nopened: 2026-04-02T16:00+01:00\n"
    assert [scenario.name for scenario in policy.scenarios_from_text(text)] == ["one"]


def test_a_policy_is_loaded_from_a_text(policy: slalang.Policy) -> None:
    again = slalang.loads((STARTER / "support.sla").read_text("utf-8"), "support.sla")
    assert again.name == policy.name == "support"


def test_the_mistakes_of_a_policy_are_raised_together() -> None:
    with pytest.raises(slalang.PolicyError) as raised:
        slalang.loads("policy support\n  zone: Europe/Londn\n  in farce: unstated\n")
    codes = [diagnostic.code for diagnostic in raised.value.diagnostics]
    assert len(codes) >= 2 and all(code in str(raised.value) for code in codes)


def test_the_mistakes_of_a_scenario_are_raised_together(policy: slalang.Policy) -> None:
    with pytest.raises(slalang.ScenarioError) as raised:
        policy.evaluate(opened=datetime(2026, 4, 2, 16, 0), facts={"colour": "red"})
    assert len(raised.value.diagnostics) == 2


def test_a_library_is_no_policy() -> None:
    with pytest.raises(slalang.PolicyError, match="is a library"):
        slalang.loads("library shared\n")


def test_errors_travel_between_processes() -> None:
    with pytest.raises(slalang.PolicyError) as raised:
        slalang.loads("polcy support\n")
    assert pickle.loads(pickle.dumps(raised.value)).diagnostics == raised.value.diagnostics


def test_a_reading_that_the_policy_does_not_have_is_refused(policy: slalang.Policy) -> None:
    with pytest.raises(slalang.ScenarioError):
        policy.evaluate(opened=MAUNDY_THURSDAY, readings={"day": "long"})


def test_a_calendar_of_a_policy_is_used_alone(policy: slalang.Policy) -> None:
    office = policy.calendar("office")
    assert isinstance(office, Calendar)
    assert due(office, MAUNDY_THURSDAY, timedelta(hours=4)) == datetime(2026, 4, 7, 12, 0, tzinfo=SUMMER)
    with pytest.raises(KeyError):
        policy.calendar("no-such-calendar")


def test_an_outcome_is_rendered_as_the_commands_do(policy: slalang.Policy) -> None:
    outcome = policy.evaluate(opened=MAUNDY_THURSDAY, severity="urgent", by="customer")
    assert "Tue 2026-04-07 12:00 +01:00  First answer (response)" in outcome.text()
    assert outcome.json().startswith("{") and outcome.svg().startswith("<svg") and "| Due |" in outcome.markdown()
    assert "How the time runs" in outcome.explain("response")


def test_a_policy_is_safe_in_threads(policy: slalang.Policy) -> None:
    """The same 40 incidents, spread over two years, give the same answers one by one and eight at a time."""

    def answer(start: datetime) -> datetime | None:
        return policy.evaluate(opened=start)["response"].due

    starts = [datetime(2025, 1, 1, 10, 7, tzinfo=UTC) + timedelta(days=18 * number) for number in range(40)]
    alone = [answer(start) for start in starts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(answer, starts)) == alone


def test_importing_the_library_imports_none_of_it() -> None:
    code = "import slalang, sys; print(*(name for name in sys.modules if name.startswith('slalang')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) == {"slalang", "slalang.version"}


def test_all_public_names_are_there() -> None:
    assert all(hasattr(slalang, name) for name in slalang.__all__)
    with pytest.raises(AttributeError):
        slalang.no_such_name  # noqa: B018
