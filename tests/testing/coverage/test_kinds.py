"""What exercises a cell, an exception, a calendar's hours, a meaning, an effect, and with them a clause."""

from __future__ import annotations

import pytest

from tests.outcome.small import commitment, contract, response
from tests.testing.coverage.exercised import exercised, there, traced

TABLE = """
fact size
  values: small, large

tiers
  highest first: gold, silver

commitment response
  force: guarantee
  starts: opened
  stops: responded
  within: the figures below
  | size by tier | gold            | silver          |
  | small        | 1 working hour  | 2 working hours |
  | large        | 3 working hours | unstated        |
"""


def test_a_table_has_a_cell_for_each_combination_and_a_single_value_is_none() -> None:
    cells = ["small gold", "small silver", "large gold", "large silver"]
    assert there(contract(TABLE), "cell") == [f"response {cell}" for cell in cells]
    assert there(contract(commitment("4 working hours")), "cell") == []


@pytest.mark.parametrize("tier", ["gold", "silver"])
@pytest.mark.parametrize("size", ["small", "large"])
def test_a_cell_is_exercised_by_an_incident_of_its_row_and_column_also_if_it_is_a_hole(size: str, tier: str) -> None:
    graph = contract(TABLE)
    assert exercised(graph, "cell", "Mon 10:00", tier=tier, facts={"size": size}) == [f"response {size} {tier}"]


def test_no_cell_is_exercised_while_it_is_not_known_which() -> None:
    assert exercised(contract(TABLE), "cell", "Mon 10:00", tier="gold") == []


def test_no_cell_is_exercised_by_an_answer_that_is_the_same_whichever_it_is() -> None:
    same = TABLE.replace("2 working hours", "1 working hour ")
    graph = contract(same)
    assert response(graph, "Mon 10:00", facts={"size": "small"}).status == "running"
    assert exercised(graph, "cell", "Mon 10:00", facts={"size": "small"}) == []
    assert exercised(graph, "rule", "Mon 10:00", facts={"size": "small"}) == ["usual", "response"]


COVER = """
fact place
  values: north, south, east

calendar late
  open: Monday to Friday 12:00 to 20:00

coverage by-place
  | place       | calendar |
  | north, east | office   |
  | south       | late     |
"""


@pytest.mark.parametrize("place", ["north", "south", "east"])
def test_cells_of_one_row_with_one_value_are_told_apart(place: str) -> None:
    graph = contract(commitment("4 working hours"), cover=COVER)
    assert exercised(graph, "cell", "Mon 13:00", facts={"place": place}) == [f"by-place {place}"]


CAPS = """
fact size
  values: small, large, huge

pause waiting
  | size        | at most         |
  | small       | 2 elapsed hours |
  | large, huge | 1 elapsed hour  |
""" + commitment("4 working hours", "pauses: waiting")


def test_the_cap_of_a_pause_is_exercised_by_a_pause_that_it_caps() -> None:
    graph = contract(CAPS)
    begun = ("Mon 11:00", {"pause": "waiting"})
    large = {"size": "large"}
    assert exercised(graph, "cell", "Mon 10:00", begun, as_of="Mon 11:30", facts=large) == ["waiting large"]
    assert exercised(graph, "cell", "Mon 10:00", facts=large) == []


NIGHTS = """
fact urgent
fact own-fault

coverage usual
  calendar: office

coverage at-night
  exception to: usual
  when: urgent is yes
  calendar: 24x7

coverage not-for-us
  exception to: at-night
  when: own-fault is yes
  calendar: office
"""
OVER_USUAL, OVER_NIGHT = "at-night over usual", "not-for-us over at-night"


def test_every_exception_can_be_taken_or_not() -> None:
    graph = contract(commitment("4 working hours"), cover=NIGHTS)
    assert there(graph, "exception") == [
        f"{OVER_USUAL}: taken",
        f"{OVER_USUAL}: not taken",
        f"{OVER_NIGHT}: taken",
        f"{OVER_NIGHT}: not taken",
    ]


@pytest.mark.parametrize(
    ("urgent", "own_fault", "found"),
    [
        ("no", "no", [f"{OVER_USUAL}: not taken"]),
        ("yes", "no", [f"{OVER_USUAL}: taken", f"{OVER_NIGHT}: not taken"]),
        ("yes", "yes", [f"{OVER_NIGHT}: taken"]),
        # The exception to what does not apply is not taken: it stands by itself, with what is usual beside it.
        ("no", "yes", []),
    ],
)
def test_an_exception_is_taken_where_both_rules_apply_and_it_wins(urgent: str, own_fault: str, found: list) -> None:
    graph = contract(commitment("4 working hours"), cover=NIGHTS)
    assert exercised(graph, "exception", "Mon 10:00", facts={"urgent": urgent, "own-fault": own_fault}) == found


def test_where_it_is_not_known_whether_an_exception_applies_it_is_neither() -> None:
    graph = contract(commitment("4 working hours"), cover=NIGHTS)
    assert exercised(graph, "exception", "Mon 10:00", facts={"own-fault": "no"}) == []


SPITE = """
fact wish

exclusion wishes
  when: wish is yes
  excludes: any

duty note-it
  exception to: wishes
  owed by: vendor
  does: "notes it"
"""


def test_a_block_in_spite_of_an_exclusion_is_exercised_where_the_exclusion_stands() -> None:
    graph = contract(SPITE)
    assert there(graph, "exception") == ["note-it in spite of wishes: taken"]
    assert exercised(graph, "exception", "Mon 10:00", facts={"wish": "yes"}) == there(graph, "exception")
    assert exercised(graph, "exception", "Mon 10:00", facts={"wish": "no"}) == []


HOLIDAYS = """
calendar desk
  open: Monday to Friday 09:00 to 12:00 and 13:00 to 17:00
  closed: public holidays of GB-ENG with observed days

coverage usual
  calendar: desk
"""


def hours(opened: str, within: str = "4 working hours") -> list[str]:
    graph = contract(commitment(within), cover=HOLIDAYS)
    return [name.removeprefix("desk: ") for name in exercised(graph, "hours", opened)]


def test_a_calendar_has_the_cells_that_its_hours_tell_apart() -> None:
    graph = contract(commitment("4 working hours"), cover=HOLIDAYS)
    cells = ["office", "evening", "night", "break", "weekend", "holiday", "clock change"]
    assert there(graph, "hours") == [f"desk: {cell}" for cell in cells]
    always = contract(commitment("4 working hours"), cover="\ncoverage usual\n  calendar: 24x7\n")
    assert there(always, "hours") == ["24x7: office", "24x7: clock change"]


@pytest.mark.parametrize(
    ("opened", "found"),
    [
        ("Mon 13:00", ["office"]),
        ("Mon 10:00", ["office", "break"]),
        ("Mon 15:00", ["office", "evening", "night"]),
        ("Mon 07:00", ["office", "night", "break"]),
        ("Sat 10:00", ["office", "night", "break", "weekend"]),
        # Good Friday 2025 is 18 April, Easter Monday 21 April.
        ("2025-04-17T15:00+01:00", ["office", "evening", "night", "weekend", "holiday"]),
        # The clocks of London change on Sunday 30 March 2025.
        ("2025-03-28T15:00+00:00", ["office", "evening", "night", "weekend", "clock change"]),
    ],
)
def test_a_cell_of_a_calendar_is_exercised_by_a_clock_that_runs_or_stands_through_it(opened: str, found: list) -> None:
    assert hours(opened) == found


def test_a_clock_in_elapsed_time_exercises_no_hours_of_a_calendar() -> None:
    assert hours("Mon 10:00", "4 elapsed hours") == []


READING = """
reading hour
  default: working
  because: "the text says so"
  | meaning | value          | in words |
  | working | 1 working hour | "office" |
  | elapsed | 1 elapsed hour | "clock"  |
""" + commitment("4 hours")


@pytest.mark.parametrize("meaning", ["working", "elapsed"])
def test_a_meaning_is_exercised_by_an_answer_that_rests_on_it(meaning: str) -> None:
    graph = contract(READING)
    assert there(graph, "reading") == ["hour = working", "hour = elapsed"]
    assert exercised(graph, "reading", "Mon 10:00", readings={"hour": meaning}) == [f"hour = {meaning}"]


CHANGING = """
severities
  highest first: P1, P2
  chosen by: vendor
  definitions: none

reading on-change
  default: on
  because: "the text says so"
  | meaning | value    | in words |
  | on      | retarget | "on"     |
  | again   | restart  | "again"  |

reclassification moved
  by: vendor
  direction: up or down
  clocks: on-change

commitment response
  force: guarantee
  starts: opened
  stops: responded
  | severity | within          |
  | P1       | 1 working hour  |
  | P2       | 8 working hours |
"""


def test_an_effect_is_exercised_by_a_clock_that_was_running() -> None:
    graph = contract(CHANGING)
    assert there(graph, "effect") == ["moved: retarget", "moved: restart"]
    opened = ("Mon 10:00", {"event": "opened", "severity": "P2", "by": "vendor"})
    moved = ("Mon 11:00", {"severity": "P1", "by": "vendor"})
    assert exercised(graph, "effect", None, opened, moved) == ["moved: retarget"]
    assert exercised(graph, "effect", None, opened, moved, readings={"on-change": "again"}) == ["moved: restart"]
    answered = ("Mon 10:30", "responded")
    assert exercised(graph, "effect", None, opened, answered, moved) == []
    assert "moved" in exercised(graph, "rule", None, opened, answered, moved)


def test_a_waived_miss_is_an_effect_of_the_change_that_waives_it() -> None:
    graph = contract(CHANGING.replace("  clocks: on-change", "  clocks: on-change\n  misses: are waived"))
    assert there(graph, "effect") == ["moved: retarget", "moved: restart", "moved: misses are waived"]
    opened = ("Mon 10:00", {"event": "opened", "severity": "P1", "by": "vendor"})
    late = ("Mon 12:00", {"severity": "P2", "by": "vendor"})
    assert exercised(graph, "effect", None, opened, late) == ["moved: misses are waived"]
    given_up = ("Mon 12:00", {"waive": "response", "by": "customer"})
    assert exercised(graph, "effect", None, opened, given_up) == []


def test_the_week_knows_when_clocks_start_and_count_by_severity() -> None:
    found = traced(
        contract(CHANGING),
        None,
        ("Mon 15:30", {"event": "opened", "severity": "P1", "by": "vendor"}),
        as_of="Mon 18:00",
    )
    assert found.starts == {("P1", 0, 15)}
    assert found.clocks == {("P1", 0, 15), ("P1", 0, 16)}
