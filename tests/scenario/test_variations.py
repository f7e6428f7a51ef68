"""Many scenarios in one file: what they share, and variations on one."""

from slalang.scenario.model import FactRecord, Happening
from tests.scenario.reading import read

HEAD = """\
shared: {tier: Silver, facts: {environment: production, effect: no-impact}}
scenarios:
"""
BASE = """\
  - name: base
    facts: {effect: total-outage}
    events:
      - {at: 2025-04-17T15:00Z, event: opened}
      - {at: 2025-04-17T16:00Z, event: responded}
"""


def scenarios(text: str):
    found, mistakes = read(text)
    assert not mistakes, [mistake.message for mistake in mistakes]
    return found


def facts(scenario) -> dict:
    return {record.fact: record.value for record in scenario.records if isinstance(record, FactRecord)}


def happenings(scenario) -> list:
    return [(record.event, record.at) for record in scenario.records if isinstance(record, Happening)]


THREE = 1_744_902_000_000_000  # 2025-04-17 15:00 UTC
HOUR = 3_600_000_000


def test_what_is_shared_holds_unless_the_scenario_says_otherwise():
    base, other = scenarios(HEAD + BASE + "  - {name: other, tier: Gold, opened: 2025-04-17T15:00Z}\n")
    assert base.tier == "Silver" and facts(base) == {"environment": "production", "effect": "total-outage"}
    assert other.tier == "Gold" and facts(other) == {"environment": "production", "effect": "no-impact"}


def test_a_variation_changes_single_facts_and_is_named_after_its_scenario():
    (varied,) = scenarios(HEAD + BASE + "    variations: [{name: small, facts: {effect: some-impact}}]\n")
    assert varied.name == "base: small"
    assert facts(varied) == {"environment": "production", "effect": "some-impact"}


def test_a_scenario_with_variations_stands_for_itself_only_if_it_expects_something():
    base, varied = scenarios(HEAD + BASE + "    expect: {response: none}\n    variations: [{name: small}]\n")
    assert (base.name, varied.name) == ("base", "base: small")


def test_expectations_of_a_variation_replace_those_of_the_same_name():
    _, varied = scenarios(
        HEAD
        + BASE
        + "    expect: {response: none, relief: {status: met}}\n"
        + "    variations: [{name: small, expect: {response: {status: missed}}}]\n"
    )
    expected = {part.key: part.value for part in varied.expect}
    assert expected == {"response": {"status": "missed"}, "relief": {"status": "met"}}


def test_a_variation_inherits_a_working_entry_by_entry_unless_it_says_none():
    working = '    working: {response: {none: "so"}, relief: {none: "so"}}\n'
    same, other, without = scenarios(
        HEAD
        + BASE
        + working
        + "    variations:\n"
        + "      - {name: same}\n"
        + '      - {name: other, working: {relief: {none: "other"}}}\n'
        + "      - {name: without, working: none}\n"
    )
    assert {part.key: part.value for part in same.working} == {"response": {"none": "so"}, "relief": {"none": "so"}}
    assert {part.key: part.value for part in other.working} == {"response": {"none": "so"}, "relief": {"none": "other"}}
    assert without.working == ()


def test_only_a_variation_can_have_no_working():
    _, (mistake,) = read("name: x\nopened: 2025-04-17T15:00Z\nworking: none\n")
    assert mistake.message == "a working belongs here, not a text"


def test_events_of_a_variation_replace_all_events():
    changed = "    variations: [{name: v, events: [{at: 2025-04-17T17:00Z, event: relieved}]}]\n"
    (varied,) = scenarios(HEAD + BASE + changed)
    assert happenings(varied) == [("relieved", THREE + 2 * HOUR)]


def test_opened_moves_the_opening_and_nothing_else():
    (varied,) = scenarios(HEAD + BASE + "    variations: [{name: early, opened: 2025-04-17T14:00Z}]\n")
    assert happenings(varied) == [("opened", THREE - HOUR), ("responded", THREE + HOUR)]


def test_opened_is_the_opening_where_no_event_is():
    (scenario,) = scenarios("name: x\nopened: 2025-04-17T15:00Z\n")
    assert happenings(scenario) == [("opened", THREE)]


def test_opened_of_the_base_gives_way_to_an_opening_among_the_events_of_a_variation():
    (varied,) = scenarios(
        "name: x\nopened: 2025-04-17T15:00Z\n"
        "variations: [{name: v, events: [{at: 2025-04-17T17:00Z, event: opened}]}]\n"
    )
    assert happenings(varied) == [("opened", THREE + 2 * HOUR)]


def test_two_scenarios_of_one_name_are_refused():
    _, (mistake,) = read("scenarios: [{name: x, opened: 2025-04-17T15:00Z}, {name: x, opened: 2025-04-17T16:00Z}]")
    assert mistake.message == "there is a scenario `x` already" and mistake.location.place.column == 51
