"""Laws of evaluation, for incidents drawn at random."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from slalang.graph import Graph
from slalang.outcome import Obligation, Outcome, evaluate
from slalang.scenario.model import Record
from tests.oracle import derivation
from tests.outcome.records import (
    LATEST,
    MONDAY,
    answered,
    at,
    changes,
    minutes,
    opened,
    paused,
    pauses,
    scenario,
    set_to,
)
from tests.outcome.small import HOUR, MINUTE, commitment, contract
from tests.outcome.test_reclassification import FIGURES, SEVERITIES, right

EFFECTS = ("keep", "retarget", "restart", "retroactive")
NOTICE = "\nnotice warning\n  on: 75% of response\n  to: agent\n"
few = settings(max_examples=40, deadline=None, derandomize=True)


@cache
def changing(clocks: str) -> Graph:
    return contract(
        SEVERITIES + right(clocks) + FIGURES.replace("waiting", "waiting, power", 1) + "\npause power\n" + NOTICE
    )


@cache
def plain(hours: int = 8, measure: str = "working") -> Graph:
    return contract(
        "\npause waiting\n" + commitment(f"{hours} {measure} hour{'s' if hours > 1 else ''}", "pauses: waiting")
    )


incidents = st.builds(
    lambda waits, powers, sets, answers: [*waits, *powers, *sets, *(answered(minute) for minute in answers)],
    pauses(),
    pauses("power"),
    changes(),
    st.lists(minutes, max_size=2),
)


def first(records: list[Record], graph: Graph, as_of: int | None = None) -> Obligation:
    return evaluate(graph, scenario(records, as_of)).obligations[0]


def begun(severity: str = "P2") -> list[Record]:
    return [opened(), set_to(0, severity, "customer")]


def due(records: list[Record], graph: Graph) -> int:
    found = first([*begun(), *records] if "P1" in str(graph.get("severities")) else [opened(), *records], graph).due
    assert found is not None
    return found


def without_places(value: Any) -> Any:
    """An outcome without the places of records, which the order of a file moves."""
    return repr(value)


@few
@given(incidents, st.sampled_from(EFFECTS), st.randoms(use_true_random=False))
def test_the_order_of_the_record_does_not_matter(records: list[Record], clocks: str, random: Any) -> None:
    ordered = [*begun(), *records]
    shuffled = random.sample(ordered, len(ordered))
    one, other = (evaluate(changing(clocks), scenario(those)) for those in (ordered, shuffled))
    assert without_places(one) == without_places(other)


@few
@given(incidents, st.sampled_from(EFFECTS), minutes)
def test_what_is_recorded_after_an_instant_changes_no_answer_as_of_it(
    records: list[Record], clocks: str, minute: int
) -> None:
    everything = [*begun(), *records]
    until = [record for record in everything if record.at is not None and record.at <= at(minute)]

    def as_of(those: list[Record]) -> Outcome:
        return evaluate(changing(clocks), scenario(those, at(minute)))

    assert as_of(everything) == as_of(until)


@few
@given(pauses(), changes(), pauses("power"), st.sampled_from(("keep", "retarget")))
def test_a_pause_never_makes_a_due_earlier(
    waits: list[Record], sets: list[Record], powers: list[Record], clocks: str
) -> None:
    graph = changing(clocks)
    assert due([*waits, *sets, *powers], graph) >= due([*waits, *sets], graph)


@few
@given(pauses(), changes("P2"))
def test_a_retarget_to_the_same_changes_nothing(waits: list[Record], sets: list[Record]) -> None:
    assert due([*waits, *sets], changing("retarget")) == due(waits, changing("retarget"))


@few
@given(pauses(), changes())
def test_a_retarget_gives_a_due_at_or_after_the_change_or_leaves_one_already_past(
    waits: list[Record], sets: list[Record]
) -> None:
    for count in range(1, len(sets) + 1):
        before = due([*waits, *sets[: count - 1]], changing("retarget"))
        after = due([*waits, *sets[:count]], changing("retarget"))
        moment = sets[count - 1].at
        assert moment is not None
        assert after >= moment or after == before


@few
@given(pauses(), pauses("power"), changes(), st.sampled_from(EFFECTS))
def test_the_counted_stretches_up_to_due_add_up_to_the_target(
    waits: list[Record], powers: list[Record], sets: list[Record], clocks: str
) -> None:
    found = first([*begun(), *waits, *powers, *sets], changing(clocks))
    counted = sum(part.end - part.start for part in found.stretches if part.counted)
    assert found.target is not None
    assert counted == found.target or (clocks == "retarget" and counted > found.target and found.due in instants(sets))


def instants(records: list[Record]) -> set[int | None]:
    return {record.at for record in records}


@few
@given(pauses(), minutes)
def test_no_pause_equals_an_empty_pause(waits: list[Record], minute: int) -> None:
    # A pause that follows from events can begin and end at one instant.
    by_events = contract(
        "\nevent asked\n\npause waiting\n\npause silence\n  starts: asked\n  stops: asked\n"
        + commitment("8 working hours", "pauses: waiting, silence")
    )
    asked = opened(minute)._replace(event="asked")
    assert due([*waits, asked], by_events) == due(waits, plain())


@few
@given(pauses(), st.integers(0, 3), st.integers(0, 15 * 60), st.integers(1, 60))
def test_a_pause_that_took_nothing_changes_nothing(waits: list[Record], day: int, begin: int, length: int) -> None:
    # Between 17:00 and 09:00 nothing is counted: it begins 8 hours after the opening of the day.
    night = day * 24 * 60 + 8 * 60
    more = paused(night + begin, min(night + begin + length, night + 16 * 60), "power")
    graph = contract("\npause waiting\n\npause power\n" + commitment("8 working hours", "pauses: waiting, power"))
    assert due([*waits, *more], graph) == due(waits, graph)


@few
@given(pauses(), st.integers(1, 30), st.sampled_from(("working", "elapsed")))
def test_due_is_monotone_in_the_amount(waits: list[Record], hours: int, measure: str) -> None:
    assert due(waits, plain(hours, measure)) <= due(waits, plain(hours + 1, measure))


@few
@given(pauses(), minutes, minutes)
def test_due_is_monotone_in_the_start(waits: list[Record], one: int, other: int) -> None:
    early, late = sorted((one, other))
    dues = [first([opened(minute), *waits], plain()).due for minute in (early, late)]
    assert dues[0] is not None and dues[1] is not None and dues[0] <= dues[1]


@few
@given(pauses())
def test_around_the_clock_working_hours_are_elapsed_hours(waits: list[Record]) -> None:
    always = contract(
        "\npause waiting\n" + commitment("8 working hours", "pauses: waiting"), "\ncoverage usual\n  calendar: 24x7\n"
    )
    assert due(waits, always) == due(waits, plain(8, "elapsed"))


@few
@given(pauses(), minutes)
def test_due_agrees_with_a_count_minute_by_minute(waits: list[Record], start: int) -> None:
    found = first([opened(start), *waits], plain()).due
    assert found == counted_by_minutes(start, waits)


def counted_by_minutes(start: int, waits: list[Record]) -> int:
    """When 480 minutes have been open, from Monday to Friday 09:00 to 17:00, and not paused."""
    stops = [(one.at, other.at) for one, other in zip(waits[::2], waits[1::2], strict=True)]
    left, minute = 8 * 60, start
    while left:
        time = MONDAY + minute * MINUTE
        of_day, day = (9 * 60 + minute) % (24 * 60), (9 * 60 + minute) // (24 * 60) % 7
        if day < 5 and 9 * 60 <= of_day < 17 * 60 and not any(a <= time < b for a, b in stops if a and b):
            left -= 1
        minute += 1
    return MONDAY + minute * MINUTE


def test_the_latest_drawn_instant_lies_in_the_week() -> None:
    assert LATEST * MINUTE == 96 * HOUR


TWO_RIGHTS = right("{up}", "raise", direction="up") + right("{down}", "lower", direction="down")


@cache
def two_ways(up: str, down: str) -> Graph:
    return contract(SEVERITIES + TWO_RIGHTS.format(up=up, down=down) + FIGURES)


CEILINGS = st.sampled_from(("", ", no later than the old due"))
EFFECT = st.builds(lambda clocks, ceiling: clocks + ceiling, st.sampled_from(EFFECTS), CEILINGS)


@settings(few, max_examples=100)
@given(pauses(), changes(), EFFECT, EFFECT, minutes)
def test_due_and_status_follow_from_the_leaves_of_every_derivation(
    waits: list[Record], sets: list[Record], up: str, down: str, minute: int
) -> None:
    found = first([*begun(), *waits, *sets], two_ways(up, down), at(minute))
    assert derivation.due(found.why) == found.due
    assert derivation.status(found.why) == found.status
    assert derivation.faults(found.why) == []
