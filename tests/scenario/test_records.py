"""What each line of a scenario becomes."""

from slalang.scenario.model import (
    FactRecord,
    Happening,
    OptionRecord,
    PauseRecord,
    Record,
    Request,
    SeverityRecord,
    TierRecord,
    Waiver,
)
from slalang.source import Place
from tests.scenario.reading import one

AT = "2025-04-22T10:00+01:00"
TEN = 1_745_312_400_000_000  # 2025-04-22 09:00 UTC


def records(*events: str) -> tuple[Record, ...]:
    return one("name: x\nevents:\n" + "".join(f"  - {event}\n" for event in events)).records


def only(event: str) -> Record:
    (record,) = records(event)
    return record


HERE = Place("x.scenario.yaml", 3, 5)


def test_an_event_has_its_instant_its_party_and_its_channel():
    found = only(f"{{at: {AT}, event: responded, by: vendor, channel: phone, with: {{effect: no-impact}}}}")
    assert found == Happening(TEN, "responded", HERE, "vendor", "phone", (("effect", "no-impact"),))


def test_a_severity_at_the_opening_is_a_record_of_its_own():
    opened, severity = records(f"{{at: {AT}, event: opened, severity: P1, by: customer}}")
    assert opened == Happening(TEN, "opened", HERE, "customer")
    assert severity == SeverityRecord(TEN, "P1", "customer", None, HERE)


def test_a_later_severity_has_its_party_and_its_reason():
    found = only(f'{{at: {AT}, severity: P2, by: vendor, because: "it spread"}}')
    assert found == SeverityRecord(TEN, "P2", "vendor", "it spread", HERE)


def test_a_pause_begins_and_ends():
    begins, ends = records(
        f"{{at: {AT}, pause: waiting-on-customer}}", "{at: 2025-04-22T11:00+01:00, resume: waiting-on-customer}"
    )
    assert begins == PauseRecord(TEN, "waiting-on-customer", False, HERE)
    assert isinstance(ends, PauseRecord) and ends.resumes and ends.at == TEN + 3_600_000_000


def test_a_fact_found_late_has_both_instants():
    found = only(f"{{at: {AT}, fact: {{effect: no-impact}}, since: 2025-04-22T09:00+01:00, by: vendor}}")
    held = TEN - 3_600_000_000
    assert found == FactRecord("effect", "no-impact", TEN, held, "vendor", Place("x.scenario.yaml", 3, 41))


def test_a_dated_fact_without_since_holds_from_when_it_was_found():
    found = only(f"{{at: {AT}, fact: {{effect: no-impact}}}}")
    assert isinstance(found, FactRecord) and found.at == found.since == TEN


def test_a_fact_without_an_instant_holds_from_the_opening_and_was_known_from_the_start():
    (found,) = one(f"name: x\nas of: {AT}\nfacts: {{effect: no-impact}}").records
    assert found == FactRecord("effect", "no-impact", None, None, None, Place("x.scenario.yaml", 3, 9))


def test_several_facts_of_one_event_are_records_of_their_own():
    first, second = records(f"{{at: {AT}, fact: {{effect: no-impact, environment: test}}}}")
    assert isinstance(first, FactRecord) and isinstance(second, FactRecord)
    assert (first.fact, second.fact) == ("effect", "environment")


def test_tier_and_options_can_change():
    tier, bought, dropped = records(
        f"{{at: {AT}, tier: Gold}}",
        f"{{at: {AT}, option: round-the-clock}}",
        "{at: 2025-04-23T10:00+01:00, drop: round-the-clock}",
    )
    assert tier == TierRecord(TEN, "Gold", HERE)
    assert isinstance(bought, OptionRecord) and bought.bought
    assert isinstance(dropped, OptionRecord) and not dropped.bought


def test_parties_waive_ask_and_agree():
    waived, asked, agreed = records(
        f"{{at: {AT}, waive: relief, by: customer}}",
        f"{{at: {AT}, request: escalation, by: customer}}",
        f"{{at: {AT}, agreement: [vendor, customer]}}",
    )
    assert waived == Waiver(TEN, "relief", "customer", HERE)
    assert asked == Request(TEN, ("customer",), False, Place("x.scenario.yaml", 4, 5))
    assert agreed == Request(TEN, ("vendor", "customer"), True, Place("x.scenario.yaml", 5, 5))


def test_an_event_that_every_incident_has_needs_no_declaration():
    for event in ("opened", "closed", "reopened", "withdrawn"):
        assert isinstance(only(f"{{at: {AT}, event: {event}}}"), Happening)


def test_the_channel_of_the_scenario_is_that_of_its_opening_event():
    scenario = one(f"name: x\nchannel: portal\nevents: [{{at: {AT}, event: opened}}]")
    (opened,) = scenario.records
    assert isinstance(opened, Happening) and opened.channel == scenario.channel == "portal"


def test_the_channel_of_the_opening_event_is_that_of_the_scenario():
    assert one(f"name: x\nevents: [{{at: {AT}, event: opened, channel: phone}}]").channel == "phone"


def test_options_that_are_not_said_differ_from_none():
    assert one(f"name: x\nas of: {AT}").options is None
    assert one(f"name: x\nas of: {AT}\noptions: []").options == ()


def test_readings_are_kept_in_order_of_their_names():
    assert one(f"name: x\nas of: {AT}\nreadings: {{relief-time: elapsed}}").readings == (("relief-time", "elapsed"),)


def test_expectations_stay_as_they_are_written_with_their_place():
    (expected,) = one(f"name: x\nas of: {AT}\nexpect: {{response: {{status: met, rests on: [usual]}}}}").expect
    assert (expected.key, expected.value) == ("response", {"status": "met", "rests on": ["usual"]})
    assert expected.place == Place("x.scenario.yaml", 3, 10)


def test_the_policy_is_the_path_as_written():
    assert one(f"policy: ../isode.sla\nname: x\nas of: {AT}").policy == "../isode.sla"


def test_a_byte_order_mark_and_carriage_returns_change_nothing():
    scenario = one(f"\ufeffname: x\r\nevents:\r\n  - {{at: {AT}, event: responded}}\r\n")
    assert scenario.records == (Happening(TEN, "responded", HERE),)
    assert scenario.place == Place("x.scenario.yaml", 1, 1)
