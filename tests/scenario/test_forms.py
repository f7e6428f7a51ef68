"""Parts that have the wrong form, each told in the words of what belongs there."""

import pytest

from tests.scenario.reading import pointed_at, wrong

AT = "2025-04-17T15:30Z"

EVENTS = [
    ("{at: AT, event: responded, teir: Gold}", "`teir` is no part of an event with `event`", "teir"),
    ("{at: AT, pause: waiting-on-customer, by: vendor}", "`by` is no part of an event with `pause`", "by"),
    ("{at: AT, tier: Gold, option: round-the-clock}", "`option` is no part of an event with `tier`", "option"),
    ("{event: responded}", "an event with `event` needs `at`", "{event: responded}"),
    ("{at: AT, evnt: responded}", "`evnt` is no part of an event", "evnt"),
    ("{at: AT, by: vendor}", "an event must say what it is", "{at: AT, by: vendor}"),
    ("{at: AT, request: money}", "`money` cannot stand here", "money"),
    ("{at: AT, agreement: [vendor]}", "at least 2 must stand here", "[vendor]"),
    ("{at: AT, agreement: vendor}", "a list belongs here, not a text", "vendor"),
    ("{at: AT, fact: effect}", "facts with their values belongs here, not a text", "effect"),
    ("{at: [AT], event: responded}", "an instant belongs here, not a list", "[AT]"),
    ("responded", "an event belongs here, not a text", "responded"),
    ("{at: AT, event: }", "a value is missing here", ""),
    ("{at: AT, event: ~}", "a value is missing here", "~"),
]


@pytest.mark.parametrize(("event", "message", "underlined"), EVENTS, ids=[event for event, *_ in EVENTS])
def test_a_mistake_in_an_event_is_about_the_event_that_was_written(event: str, message: str, underlined: str):
    mistake = wrong(f"name: x\nevents:\n  - {event.replace('AT', AT)}\n")
    assert mistake.message == message
    assert pointed_at(mistake) == underlined.replace("AT", AT)


PARTS = [
    ("as of: tomorrow", "`tomorrow` is not an instant"),
    ("expect: {response: {status: done}}", "`done` cannot stand here"),
    ("expect: {response: {status: mett}}", "`mett` cannot stand here"),
    ("expect: {response: {left: 2 days}}", "`2 days` is not an amount of time"),
    ("expect: {response: {alternatives: {effect: {status: met}}}}", "`effect` is not values of facts"),
    ("expect: {response: [met]}", "an instant or what is expected of an obligation belongs here, not a list"),
    ("working: {response: [{counted: morning}]}", "`morning` is not a stretch of time"),
    ("working: {response: [{skipped: 2025-04-17T15:30Z to 16:30}]}", "a skipped stretch needs `because`"),
    (
        "working: {response: [{counted: 2025-02-30T15:30Z to 16:30}]}",
        "there is no date `2025-02-30`",
    ),
    (
        "working: {response: [{counted: '2025-03-30T00:30[Europe/London] to 01:30'}]}",
        "01:30 does not exist on 2025-03-30 in Europe/London: a clock change skips it",
    ),
    ("expect: {closures: [silence]}", "each closure with its due belongs here, not a list"),
    ("expect: {steps: missed}", "each step with its parts belongs here, not a text"),
    ("working: {response: []}", "at least 1 must stand here"),
    ("facts: [a]", "facts with their values belongs here, not a list"),
    ("facts: {effect: [a]}", "a text belongs here, not a list"),
]


@pytest.mark.parametrize(("part", "message"), PARTS, ids=[part for part, _ in PARTS])
def test_a_mistake_in_a_part_says_what_belongs_there(part: str, message: str):
    as_of = "" if part.startswith("as of") else f"as of: {AT}\n"
    assert wrong(f"name: x\n{as_of}{part}\n").message == message


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("name: x\nregion: germany\n", "if `region` is a fact, write `facts: {region: germany}`; a scenario has `"),
        ("shared: {region: germany}\nscenarios: [{name: y}]\n", "if `region` is a fact, write `facts: {region: "),
        (
            f"name: x\nevents:\n  - {{at: {AT}, event: opened, region: germany}}\n",
            "if `region` is a fact, write `fact: {region: germany}` in an event of its own; an event with `",
        ),
        (f"name: x\nregion: {'x' * 41}\n", "if `region` is a fact, write `facts: {region: ...}`; "),
        ("name: x\nregion: [germany]\n", "a scenario has `"),
        ("name: x\nfact: germany\n", "did you mean `facts`?"),
        (f"name: x\nas of: {AT}\nexpect: {{response: {{state: met}}}}\n", "did you mean `status`?"),
    ],
)
def test_a_key_that_may_be_a_fact_is_shown_where_facts_stand(text: str, help: str):
    assert wrong(text).help.startswith(help)


def test_a_near_word_is_suggested():
    assert wrong(f"name: x\nas of: {AT}\nexpect: {{response: {{status: mett}}}}").help == "did you mean `met`?"


def test_a_file_without_a_name_or_scenarios_says_what_is_missing():
    assert wrong(f"as of: {AT}\n").message == "a scenario needs `name`"
    assert wrong("scenarios: []\n").message == "at least 1 must stand here"
    assert wrong("- name: x\n").message == "a scenario file belongs here, not a list"


def test_a_missing_part_underlines_one_line_only():
    mistake = wrong("name: x\nevents:\n  - event: responded\n    by: vendor\n")
    assert pointed_at(mistake) == "event: responded"


@pytest.mark.parametrize(
    ("part", "help"),
    [
        (
            "closures: [silence]",
            "write `name: {due: ...}`, with `due`, `earliest due`, `latest due`, `state`, `since`, `force`, "
            "`owed by`, `owed to`, `undetermined until`, `because`",
        ),
        ("steps: [missed]", "write `name: {at: ...}`, with `at`, `to`, `by`, `state`, `because`"),
        (
            "response: {alternatives: [met]}",
            "write `effect=total-outage: {due: ...}`, with `due`, `status`",
        ),
    ],
)
def test_help_shows_the_form_that_belongs_there(part: str, help: str):
    assert wrong(f"name: x\nexpect: {{{part}}}\n").help == help
