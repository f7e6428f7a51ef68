"""The checker of workings accepts what is right, and refuses each way in which a working can be wrong."""

from typing import Any

import pytest

from tests.oracle.hours.isode import HOURS
from tests.oracle.working import complaints
from tests.oracle.working_case import Case

OPENED = [{"at": "2025-04-17T16:30+01:00", "event": "opened"}]
DUE = "2025-04-22T12:30+01:00"
RIGHT = [
    {"counted": "2025-04-17T16:30+01:00 to 17:00"},
    {
        "skipped": "2025-04-17T17:00+01:00 to 2025-04-22T09:00+01:00",
        "because": "night, Good Friday, weekend and Easter Monday",
    },
    {"counted": "2025-04-22T09:00+01:00 to 12:30"},
    {"sum": "4 working hours"},
]
PAUSED = [
    *OPENED,
    {"at": "2025-04-22T09:30+01:00", "pause": "waiting-on-customer"},
    {"at": "2025-04-22T10:30+01:00", "resume": "waiting-on-customer"},
]


def found(items: Any, *, due: Any = DUE, name: str = "response", events: list[dict[str, str]] = OPENED) -> str:
    return "; ".join(complaints(Case("a case", events, {name: due}, {name: items}), HOURS))


def changed(place: int, **piece: str) -> list[dict[str, str]]:
    return [{**item, **piece} if index == place else item for index, item in enumerate(RIGHT)]


def test_a_working_that_holds_has_no_complaint() -> None:
    assert found(RIGHT) == ""


@pytest.mark.parametrize(
    ("items", "due", "complaint"),
    [
        (changed(0, counted="2025-04-17T16:31+01:00 to 17:00"), DUE, "does not begin at the start"),
        (changed(2, counted="2025-04-22T09:00+01:00 to 12:29"), DUE, "does not end at the expected due"),
        (changed(2, counted="2025-04-22T08:59+01:00 to 12:30"), DUE, "an overlap"),
        (changed(1, skipped="2025-04-17T17:00+01:00 to 2025-04-22T09:01+01:00"), DUE, "is skipped, and open"),
        (changed(0, counted="2025-04-17T16:30+01:00 to 17:01"), DUE, "is counted, and closed"),
        (changed(1, because="night, weekend, Easter Monday"), DUE, "Good Friday is skipped, and not said"),
        (changed(1, because="night, Good Friday, Easter Monday, laziness"), DUE, "`laziness` is no reason"),
        (changed(3, sum="5 working hours"), DUE, "are 240 minutes"),
        (changed(3, sum="4 working hours of 24x7"), DUE, "is skipped, and open"),
        (RIGHT, {"due": DUE, "target": "5 working hours"}, "the target 5 working hours"),
        (changed(1, because="night, Good Friday and Easter Monday"), DUE, "weekend is skipped, and not said"),
        (changed(1, because="Good Friday, weekend, Easter Monday, waiting-on-customer"), DUE, "is no reason"),
        (RIGHT[:3], DUE, "no sum"),
        ([{"sum": "1 working day, same time"}], DUE, "no stretch leads to the due"),
        ([{"none": "a hole"}], DUE, "a due instant is expected"),
    ],
)
def test_a_wrong_working_is_refused(items: Any, due: Any, complaint: str) -> None:
    assert complaint in found(items, due=due)


def test_a_scenario_without_working_is_refused() -> None:
    assert list(complaints(Case("a case", OPENED, {}, {}), HOURS)) == ["no working"]


def test_a_due_instant_without_a_working_is_refused() -> None:
    both = {"response": DUE, "relief": {"due": DUE}, "severity": "P1", "closures": {"agreed": {"due": DUE}}}
    assert list(complaints(Case("a case", OPENED, both, {"response": RIGHT}), HOURS)) == [
        "relief: a due instant without a working"
    ]


@pytest.mark.parametrize("because", ["night", "closed"])
def test_the_time_before_the_opening_is_night_or_closed_and_no_weekend(because: str) -> None:
    events = [{"at": "2025-04-22T08:59+01:00", "event": "opened"}]
    items = [
        {"skipped": "2025-04-22T08:59+01:00 to 09:00", "because": because},
        {"counted": "2025-04-22T09:00+01:00 to 13:00"},
        {"sum": "4 working hours"},
    ]
    due = "2025-04-22T13:00+01:00"
    assert found(items, due=due, events=events) == ""
    items[0]["because"] = "weekend"
    assert "`weekend` is no reason" in found(items, due=due, events=events)


def test_an_answer_without_a_due_says_why() -> None:
    assert found([{"none": "the priority is not known"}], due={"due": "unknown"}) == ""


def test_a_pause_is_skipped_by_the_commitment_that_names_it_alone() -> None:
    pausing = [
        *RIGHT[:2],
        {"counted": "2025-04-22T09:00+01:00 to 09:30"},
        {"skipped": "2025-04-22T09:30+01:00 to 10:30", "because": "waiting-on-customer"},
        {"counted": "2025-04-22T10:30+01:00 to 13:30"},
        {"sum": "4 working hours"},
    ]
    due = "2025-04-22T13:30+01:00"
    assert found(pausing, due=due, name="relief", events=PAUSED) == ""
    assert "is skipped, and open" in found(pausing, due=due, events=PAUSED)
    assert "is counted, and paused" in found(RIGHT, name="relief", events=PAUSED)


@pytest.mark.parametrize(
    ("end", "text"),
    [
        ("2025-04-18T16:30+01:00", "24 elapsed hours"),
        ("2025-05-17T16:30+01:00", "1 calendar month"),
        ("2025-04-20T16:30+01:00", "3 calendar days"),
    ],
)
def test_elapsed_and_calendar_amounts_count_every_minute(end: str, text: str) -> None:
    counted = f"2025-04-17T16:30+01:00 to {end}"
    assert found([{"counted": counted}, {"sum": text}], due=end) == ""
    assert found([{"counted": counted}, {"sum": f"1{text}"}], due=end) != ""


@pytest.mark.parametrize(
    ("end", "text"),
    [
        ("2025-04-22T16:30+01:00", "1 working day, same time"),
        ("2025-04-22T17:00+01:00", "1 working day, close of business"),
    ],
)
def test_working_days_that_are_dates_lead_to_the_next_one_that_opens(end: str, text: str) -> None:
    items = [*RIGHT[:2], {"counted": f"2025-04-22T09:00+01:00 to {end}"}, {"sum": text}]
    assert found(items, due=end) == ""
    assert "does not lead there" in found([*items[:-1], {"sum": text.replace("1", "2")}], due=end)
