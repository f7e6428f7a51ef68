"""Scenarios from objects, as a library gives them, pass the same checks as files."""

from datetime import UTC, date, datetime, timedelta, timezone

from slalang.scenario import scenario_from
from slalang.scenario.model import FactRecord, Happening, Scenario, SeverityRecord
from tests.scenario.graphs import policy
from tests.scenario.reading import one

HALF_PAST_THREE = 1_744_903_800_000_000
OPENED = datetime(2025, 4, 17, 16, 30, tzinfo=timezone(timedelta(hours=1)))


def made(**parts) -> Scenario:
    scenario, mistakes = scenario_from(policy(), **parts)
    assert scenario is not None and not mistakes, mistakes
    return scenario


def mistakes_of(**parts) -> list[tuple[str, str]]:
    scenario, mistakes = scenario_from(policy(), **parts)
    assert scenario is None
    return [(mistake.message, mistake.location.text) for mistake in mistakes if mistake.location]


def without_places(scenario: Scenario) -> tuple:
    return tuple(record._replace(place=None) for record in scenario.records)


def test_objects_and_a_file_make_the_same_scenario():
    from_objects = made(
        name="x",
        opened=OPENED,
        tier="Silver",
        options=["round-the-clock"],
        severity="P1",
        by="customer",
        facts={"effect": "total-outage", "users": 5, "workaround": True, "signed": date(1970, 1, 1)},
        events=[{"at": datetime(2025, 4, 18, 10, tzinfo=UTC), "agreement": ("vendor", "customer")}],
        readings={"relief-time": "elapsed"},
        as_of=datetime(2025, 4, 19, 10, tzinfo=UTC),
    )
    from_file = one(
        "name: x\ntier: Silver\noptions: [round-the-clock]\n"
        "facts: {effect: total-outage, users: 5, workaround: yes, signed: 1970-01-01}\n"
        "events:\n"
        "  - {at: 2025-04-17T16:30+01:00, event: opened, severity: P1, by: customer}\n"
        "  - {at: 2025-04-18T10:00Z, agreement: [vendor, customer]}\n"
        "readings: {relief-time: elapsed}\nas of: 2025-04-19T10:00Z\n"
    )
    assert without_places(from_objects) == without_places(from_file)
    assert from_objects._replace(place=from_file.place, records=()) == from_file._replace(records=())


def test_options_that_are_not_said_differ_from_none():
    assert made(opened=OPENED).options is None
    assert made(opened=OPENED, options=[]).options == ()


def test_a_naive_datetime_is_refused():
    ((message, text),) = mistakes_of(opened=datetime(2025, 4, 17, 16, 30))
    assert message == "`2025-04-17T16:30:00` does not say in which zone it is" and text == "2025-04-17T16:30:00"


def test_a_severity_needs_an_opening():
    assert mistakes_of(severity="P1")[0][0] == "an event with `event` needs `at`"


def test_every_mistake_is_shown_in_the_text_that_the_objects_make():
    found = mistakes_of(
        opened=OPENED,
        tier="Slver",
        options=["clock"],
        facts={"effect": "bad", "x": 1},
        events=[{"at": OPENED, "event": "y"}],
    )
    assert [text for _, text in found] == ["Slver", "clock", "bad", "x", "y"]


def test_a_text_of_several_lines_stays_one():
    scenario = made(opened=OPENED, name="one\ntwo", facts={"effect": "no-impact"})
    assert scenario.name == "one two"
    assert isinstance(scenario.records[0], FactRecord) and scenario.records[0].value == "no-impact"


def test_a_length_can_be_a_timedelta():
    (record, _) = made(opened=OPENED, facts={"extra-time": timedelta(hours=1, minutes=30)}).records
    assert isinstance(record, FactRecord) and record.value == 5_400_000_000


def test_a_severity_at_the_opening_has_its_party():
    records = made(opened=OPENED, severity="P1", by="customer").records
    assert [type(record) for record in records] == [Happening, SeverityRecord]
    assert isinstance(records[1], SeverityRecord) and records[1].by == "customer"
