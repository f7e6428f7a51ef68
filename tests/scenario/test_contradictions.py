"""What a record cannot say."""

import pytest

from tests.scenario.reading import pointed_at, read, wrong

NINE, TEN = "2025-04-17T09:00Z", "2025-04-17T10:00Z"
OPENED = f"{{at: {NINE}, event: opened}}"


def mistake_of(*events: str, more: str = ""):
    return wrong("name: x\n" + more + "events:\n" + "".join(f"  - {event}\n" for event in (OPENED, *events)))


TWICE = [
    ("`effect`", f"{{at: {TEN}, fact: {{effect: no-impact}}}}", f"{{at: {TEN}, fact: {{effect: total-outage}}}}"),
    ("the severity", f"{{at: {TEN}, severity: P1, by: vendor}}", f"{{at: {TEN}, severity: P2, by: vendor}}"),
    ("the tier", f"{{at: {TEN}, tier: Gold}}", f"{{at: {TEN}, tier: Silver}}"),
    ("`round-the-clock`", f"{{at: {TEN}, option: round-the-clock}}", f"{{at: {TEN}, drop: round-the-clock}}"),
    (
        "the pause `waiting-on-customer`",
        f"{{at: {TEN}, pause: waiting-on-customer}}",
        f"{{at: {TEN}, resume: waiting-on-customer}}",
    ),
]


@pytest.mark.parametrize(("thing", "first", "second"), TWICE, ids=[thing for thing, *_ in TWICE])
def test_two_values_for_one_thing_at_one_instant_are_refused(thing: str, first: str, second: str):
    mistake = mistake_of(first, second)
    assert mistake.message == f"{thing} has two values at one instant"
    assert mistake.location.place.line == 5 and mistake.secondary[0][0].place.line == 4


def test_the_same_value_twice_is_no_contradiction():
    event = f"{{at: {TEN}, tier: Gold}}"
    assert read(f"name: x\nevents: [{event}, {event}]")[1] == ()


def test_two_parties_may_state_different_values_at_one_instant():
    first = f"{{at: {TEN}, fact: {{effect: no-impact}}, by: vendor}}"
    second = f"{{at: {TEN}, fact: {{effect: some-impact}}, by: customer}}"
    assert read(f"name: x\nevents: [{first}, {second}]")[1] == ()


def test_a_fact_corrected_later_is_no_contradiction():
    later = f"{{at: {TEN}, fact: {{effect: no-impact}}, since: {NINE}}}"
    assert read(f"name: x\nfacts: {{effect: total-outage}}\nevents: [{OPENED}, {later}]")[1] == ()


def test_a_change_at_the_opening_contradicts_the_value_from_the_opening():
    mistake = mistake_of(f"{{at: {NINE}, fact: {{effect: no-impact}}}}", more="facts: {effect: total-outage}\n")
    assert mistake.message == "`effect` has two values at one instant"


def test_the_channel_of_the_opening_is_one():
    mistake = wrong(f"name: x\nchannel: portal\nevents: [{{at: {NINE}, event: opened, channel: phone}}]")
    assert mistake.message == "the channel of the opening has two values at one instant"


def test_a_fact_cannot_hold_only_from_after_it_was_found():
    mistake = mistake_of(f"{{at: {NINE}, fact: {{effect: no-impact}}, since: {TEN}}}")
    assert mistake.message == "`effect` holds `since` an instant after it was found"


def test_a_pause_ends_only_where_it_has_begun():
    mistake = mistake_of(f"{{at: {TEN}, resume: waiting-on-customer}}")
    assert mistake.message == "`waiting-on-customer` ends where it has not begun"
    assert mistake.help == "add the event `pause: waiting-on-customer` before it"


def test_the_order_of_events_in_the_file_does_not_matter():
    events = f"[{{at: {TEN}, resume: waiting-on-customer}}, {{at: {NINE}, pause: waiting-on-customer}}]"
    assert read(f"name: x\nevents: {events}")[1] == ()


def test_a_pause_that_follows_from_a_condition_is_not_recorded():
    mistake = mistake_of(f"{{at: {TEN}, pause: hands-off}}")
    assert mistake.message == "the pause `hands-off` follows from a condition and is not recorded"
    assert mistake.help == "record what it follows from: `severity`"


def test_a_pause_that_follows_from_events_names_them():
    mistake = mistake_of(f"{{at: {TEN}, pause: asking}}")
    assert mistake.message == "the pause `asking` follows from events and is not recorded"
    assert mistake.help == "record its events: it begins with `asked`, and ends with `responded`"


def test_an_option_is_only_for_its_tiers():
    mistake = mistake_of(more="tier: Bronze\noptions: [round-the-clock]\n")
    assert mistake.message == "the option `round-the-clock` is not for the tier `Bronze`"
    assert mistake.help == "it is for `Gold`, `Silver`"


def test_a_scenario_in_which_nothing_happens_has_no_answer():
    assert wrong("name: x\ntier: Gold\n").message == "nothing happens in the scenario `x`"


def test_a_contradiction_shared_by_variations_is_told_once():
    pauses = f"events: [{OPENED}, {{at: {TEN}, resume: waiting-on-customer}}]"
    mistake = wrong(f"name: x\n{pauses}\nvariations: [{{name: a, tier: Gold}}, {{name: b, tier: Silver}}]")
    assert pointed_at(mistake).startswith("{at: 2025-04-17T10:00Z, resume")
