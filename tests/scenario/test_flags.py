"""Incidents from flags pass the checks of files, and what is wrong is cited in the flag as it was typed."""

import pytest

from slalang.scenario import bind
from slalang.scenario.flags import Flag, incident_of
from slalang.scenario.model import Happening, PauseRecord, Scenario
from slalang.source import Diagnostic, render
from tests.scenario.graphs import policy
from tests.scenario.reading import one

AT = Flag("--at", "2025-04-17T16:30+01:00")
HALF_PAST_THREE = 1_744_903_800_000_000
"""2025-04-17 15:30 UTC."""


def asked(*flags: Flag) -> tuple[tuple[Scenario, ...], tuple[Diagnostic, ...]]:
    raw, mistakes = incident_of(flags)
    bound, more = bind(raw, policy())
    return bound, (*mistakes, *more)


def made(*flags: Flag) -> Scenario:
    (scenario,), mistakes = asked(*flags)
    assert not mistakes
    return scenario


def without_places(scenario: Scenario) -> tuple:
    return tuple(record._replace(place=None) for record in scenario.records)


def test_flags_and_a_file_make_the_same_scenario():
    from_flags = made(
        AT,
        Flag("--tier", "Silver"),
        Flag("--option", "round-the-clock"),
        Flag("--severity", "P1"),
        Flag("--by", "customer"),
        Flag("--set", "effect=total-outage"),
        Flag("--set", " users =  5 "),
        Flag("--reading", "relief-time=elapsed"),
        Flag("--event", "2025-04-18T10:00Z responded by phone"),
        Flag("--as-of", "now", "2025-04-19T10:00+00:00"),
    )
    from_file = one(
        "name: the incident\ntier: Silver\noptions: [round-the-clock]\nfacts: {effect: total-outage, users: 5}\n"
        "readings: {relief-time: elapsed}\nas of: 2025-04-19T10:00Z\n"
        "events:\n"
        "  - {at: 2025-04-17T16:30+01:00, event: opened, severity: P1, by: customer}\n"
        "  - {at: 2025-04-18T10:00Z, event: responded, channel: phone}\n"
    )
    assert without_places(from_flags) == without_places(from_file)
    assert from_flags._replace(place=from_file.place, records=()) == from_file._replace(records=())


def test_options_that_are_not_said_differ_from_none():
    assert made(AT).options is None
    assert made(AT, Flag("--option", "none")).options == ()


@pytest.mark.parametrize(
    ("text", "minutes", "channel"),
    [
        ("2025-04-17T17:30+01:00 responded", 60, None),
        ("2025-04-17 17:30+01:00 responded", 60, None),
        ("2025-04-17 17:30 +01:00 responded", 60, None),
        ("  2025-04-17T16:31+01:00 responded ", 1, None),
        ("2025-04-17T17:30[Europe/London] responded by phone", 60, "phone"),
    ],
)
def test_an_event_is_one_text(text: str, minutes: int, channel: str | None):
    _, responded = made(AT, Flag("--event", text)).records
    assert isinstance(responded, Happening) and responded.event == "responded"
    assert (responded.at, responded.channel) == (HALF_PAST_THREE + minutes * 60_000_000, channel)


def test_a_pause_begins_and_ends():
    begin, end = (
        "2025-04-17 17:30 +01:00 pause waiting-on-customer",
        "2025-04-17T18:30+01:00 resume waiting-on-customer",
    )
    _, paused, resumed = made(AT, Flag("--event", begin), Flag("--event", end)).records
    assert isinstance(paused, PauseRecord) and isinstance(resumed, PauseRecord)
    assert (paused.pause, paused.resumes, resumed.resumes) == ("waiting-on-customer", False, True)
    assert resumed.at - paused.at == 3_600_000_000


@pytest.mark.parametrize("text", ["", "responded", "2025-04-17T17:30Z", "2025-04-17T17:30Z responded by phone today"])
def test_a_text_that_is_no_event_is_refused(text: str):
    _, (mistake,) = asked(AT, Flag("--event", text))
    assert mistake.code == "SLA618" and mistake.location and mistake.location.text == text


CITED = [
    (Flag("--at", "2025-04-17T16:30"), "--at [2025-04-17T16:30]"),
    (Flag("--as-of", "2025-13-01"), "--as-of [2025-13-01]"),
    (Flag("--tier", "Slver"), "--tier [Slver]"),
    (Flag("--tier", "two words"), "--tier '[two words]'"),
    (Flag("--tier", "two\nlines"), "--tier '[two lines]'"),
    (Flag("--tier", ""), "--tier '[]'"),
    (Flag("--option", "clock"), "--option [clock]"),
    (Flag("--severity", "P9"), "--severity [P9]"),
    (Flag("--by", "nobody"), "--by [nobody]"),
    (Flag("--set", "effects=no-impact"), "--set [effects]=no-impact"),
    (Flag("--set", "effect=bad"), "--set effect=[bad]"),
    (Flag("--set", " effect =  bad "), "--set ' effect =  [bad] '"),
    (Flag("--reading", "x=y"), "--reading [x]=y"),
    (Flag("--reading", "relief-time=y"), "--reading relief-time=[y]"),
    (Flag("--event", "2025-04-17T17:30Z respnded by phone"), "--event '2025-04-17T17:30Z [respnded] by phone'"),
    (Flag("--event", "2025-04-17T17:30Z responded by pigeon"), "--event '2025-04-17T17:30Z responded by [pigeon]'"),
    (Flag("--event", "2025-04-31T17:30Z responded"), "--event '[2025-04-31T17:30Z] responded'"),
    (Flag("--event", "2025-04-17T17:30Z pause lunch"), "--event '2025-04-17T17:30Z pause [lunch]'"),
    (Flag("--event", "now"), "--event [now]"),
]


@pytest.mark.parametrize(("flag", "expected"), CITED, ids=[expected for _, expected in CITED])
def test_a_mistake_is_cited_in_the_flag_as_it_was_typed(flag: Flag, expected: str):
    """Between brackets is what the carets stand below, at least one."""
    given = [flag] if flag.name == "--at" else [AT, Flag("--set", "users=5"), flag]
    found, (mistake,) = asked(*given)
    assert not found
    _, where, _, line, carets, *_ = render([mistake]).splitlines()
    before, inner = expected.split("[")[0], expected.split("[")[1].split("]")[0]
    assert where == " --> the command line"
    assert line == f"  | {expected.replace('[', '').replace(']', '')}"
    assert carets == f"  | {' ' * len(before)}{'^' * max(1, len(inner))}"


def test_every_mistake_is_told_at_once():
    wrong = [Flag("--tier", "Slver"), Flag("--event", "later"), Flag("--set", "effect=bad"), Flag("--as-of", "later")]
    _, mistakes = asked(AT, *wrong)
    told = {mistake.location.text for mistake in mistakes if mistake.location}
    assert (len(mistakes), told) == (4, {"Slver", "later", "bad"})


def test_two_flags_that_contradict_each_other_are_both_cited():
    both = [Flag("--event", f"2025-04-17T17:30Z {what} waiting-on-customer") for what in ("pause", "resume")]
    _, (mistake,) = asked(AT, *both)
    assert mistake.location and mistake.location.text == str(both[1])
    assert [place.text for place, _ in mistake.secondary] == [str(both[0])]
