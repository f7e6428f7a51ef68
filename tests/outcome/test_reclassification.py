"""Changes of severity, tier, options and facts, and what each way does to the clocks that run."""

from __future__ import annotations

from typing import Any

import pytest

from slalang.graph import Graph
from slalang.outcome import Obligation
from tests.outcome.small import MINUTE, commitment, contract, outcome, reasons, response, shown, status, steps

SEVERITIES = """
severities "Priority"
  highest first: P1, P2, P3
  chosen by: customer
  definitions: none
"""
RIGHT = """
reclassification {name}
  by: {by}
  direction: {direction}
  clocks: {clocks}
  misses: {misses}
"""
FIGURES = """
commitment response
  force: guarantee
  starts: opened
  stops: responded
  pauses: waiting
  | severity | within           |
  | P1       | 4 working hours  |
  | P2       | 8 working hours  |
  | P3       | 16 working hours |

pause waiting
"""


def right(
    clocks: str, name: str = "lift", by: str = "vendor", direction: str = "up or down", misses: str = "stand"
) -> str:
    return RIGHT.format(name=name, by=by, direction=direction, clocks=clocks, misses=misses)


def changing(clocks: str, **more: str) -> Any:
    return contract(SEVERITIES + right(clocks, **more) + FIGURES)


def to(severity: str, at: str, by: str = "vendor") -> tuple[str, dict[str, Any]]:
    return at, {"severity": severity, "by": by}


def answer(graph: Any, opened: str, first: str, *events: Any, **more: Any) -> Obligation:
    return response(graph, opened, *events, severity=first, by="customer", **more)


def told(found: Obligation) -> tuple[str, str | None]:
    return found.status, shown(found.due)


def test_nothing_is_left_where_more_was_used_than_the_new_target() -> None:
    # Opened as P3 on Monday 09:00: at 15:00 6 hours are used, and P1 has 4. Due is the instant of the change.
    found = answer(changing("retarget"), "Mon 09:00", "P3", to("P1", "Mon 15:00"), as_of="Mon 15:00")
    assert (told(found), found.left) == (("running", "Mon 15:00"), 0)
    later = answer(changing("retarget"), "Mon 09:00", "P3", to("P1", "Mon 15:00"), as_of="Mon 15:30")
    assert (told(later), later.left, later.late) == (("missed", "Mon 15:00"), None, 30 * MINUTE)


# Up: opened as P3 on Monday 09:00 (due Tuesday 17:00), raised to P1 at 11:00, when 2 hours are used


@pytest.mark.parametrize(
    ("clocks", "start", "expected"),
    [
        ("keep", "Mon 09:00", "Tue 17:00"),
        ("retarget", "Mon 09:00", "Mon 13:00"),
        ("restart", "Mon 11:00", "Mon 15:00"),
        ("retroactive", "Mon 09:00", "Mon 13:00"),
    ],
)
def test_what_a_raise_does_to_a_running_clock(clocks: str, start: str, expected: str) -> None:
    found = answer(changing(clocks), "Mon 09:00", "P3", to("P1", "Mon 11:00"))
    assert (shown(found.start), shown(found.due)) == (start, expected)
    assert ("change", "lift") in reasons(found)


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        ("keep", ("running", "Tue 17:00")),
        ("retarget", ("running", "Mon 15:00")),
        ("restart", ("running", "Tue 11:00")),
        ("retroactive", ("missed", "Mon 13:00")),
    ],
)
def test_what_a_raise_does_when_the_new_target_is_used_up(clocks: str, expected: tuple[str, str]) -> None:
    # Raised at 15:00, when 6 hours are used: more than the 4 of P1.
    assert told(answer(changing(clocks), "Mon 09:00", "P3", to("P1", "Mon 15:00"))) == expected


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [("keep", "Mon 13:00"), ("retarget", "Tue 17:00"), ("restart", "Wed 11:00"), ("retroactive", "Tue 17:00")],
)
def test_what_a_lowering_does_to_a_running_clock(clocks: str, expected: str) -> None:
    assert told(answer(changing(clocks), "Mon 09:00", "P1", to("P3", "Mon 11:00"))) == ("running", expected)


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [("retarget", "Mon 13:00"), ("restart", "Mon 13:00"), ("retroactive", "Mon 13:00"), ("keep", "Mon 13:00")],
)
def test_no_later_than_the_old_due_is_a_ceiling(clocks: str, expected: str) -> None:
    graph = changing(f"{clocks}, no later than the old due")
    assert told(answer(graph, "Mon 09:00", "P1", to("P3", "Mon 11:00"))) == ("running", expected)


def test_the_old_due_that_is_a_ceiling_moves_with_the_pauses_like_any_due() -> None:
    # P1 would be due at 13:00, and at 16:00 with a pause of three hours: nothing is missed inside the pause.
    graph = changing("retarget, no later than the old due")
    lowered, begin = to("P3", "Mon 11:00"), ("Mon 12:00", {"pause": "waiting"})
    assert answer(graph, "Mon 09:00", "P1", lowered, begin, as_of="Mon 14:00").status == "paused"
    found = answer(graph, "Mon 09:00", "P1", lowered, begin, ("Mon 15:00", {"resume": "waiting"}))
    assert told(found) == ("running", "Mon 16:00")


def test_a_pause_that_begins_after_the_ceiling_is_too_late() -> None:
    graph = changing("retarget, no later than the old due")
    lowered, begin = to("P3", "Mon 11:00"), ("Mon 14:00", {"pause": "waiting"})
    assert told(answer(graph, "Mon 09:00", "P1", lowered, begin, as_of="Mon 15:00")) == ("missed", "Mon 13:00")


def test_the_ceiling_of_one_change_does_not_outlive_it() -> None:
    # Down to P2 with the old due of P1 as the ceiling, then down to P3 without any.
    rights = right("retarget, no later than the old due", "capped", "vendor") + right("retarget", "free", "customer")
    graph = contract(SEVERITIES + rights + FIGURES)
    found = answer(graph, "Mon 09:00", "P1", to("P2", "Mon 10:00"))
    assert told(found) == ("running", "Mon 13:00")
    found = answer(graph, "Mon 09:00", "P1", to("P2", "Mon 10:00"), to("P3", "Mon 11:00", "customer"))
    assert told(found) == ("running", "Tue 17:00")


def test_several_changes_apply_one_after_the_other() -> None:
    graph = changing("retarget")
    events = (to("P1", "Mon 10:00"), to("P2", "Mon 11:00"), to("P3", "Mon 12:00"), to("P2", "Mon 13:00"))
    assert told(answer(graph, "Mon 09:00", "P3", *events)) == ("running", "Mon 17:00")
    restarts = answer(changing("restart"), "Mon 09:00", "P3", to("P1", "Mon 10:00"), to("P2", "Mon 11:00"))
    assert (shown(restarts.start), shown(restarts.due)) == ("Mon 11:00", "Tue 11:00")


def test_retarget_to_the_same_severity_changes_nothing() -> None:
    found = answer(changing("retarget"), "Mon 09:00", "P2", to("P2", "Mon 12:00"))
    assert told(found) == ("running", "Mon 17:00")


def test_a_change_after_the_milestone_changes_nothing() -> None:
    graph = changing("retroactive")
    found = answer(graph, "Mon 09:00", "P3", ("Mon 16:00", "responded"), to("P1", "Mon 16:30"))
    assert told(found) == ("met", "Tue 17:00")


def test_a_miss_stands_whatever_the_change() -> None:
    for clocks in ("keep", "retarget", "restart", "retroactive"):
        found = answer(changing(clocks), "Mon 09:00", "P1", to("P3", "Mon 14:00"))
        assert told(found) == ("missed", "Mon 13:00")


def test_a_change_may_waive_a_miss() -> None:
    found = answer(changing("retarget", misses="are waived"), "Mon 09:00", "P1", to("P3", "Mon 14:00"))
    assert told(found) == ("waived", "Mon 13:00")


def test_a_hole_of_what_a_change_does_to_misses_leaves_severity_and_running_clocks_as_they_are() -> None:
    graph = changing("retarget", misses="unstated")
    found = outcome(graph, "Mon 09:00", to("P3", "Mon 12:00"), severity="P1", by="customer")
    assert [piece.severity for piece in found.severity] == ["P1", "P3"]
    assert told(found.obligations[0]) == ("running", "Tue 17:00")
    assert found.obligations[0].holes == ()


AT_A_MISS = """
party head

notice at-once
  on: miss of response
  to: head

notice later
  on: 2 working hours after due of response
  to: head
"""


def test_where_the_contract_does_not_say_what_a_change_does_to_misses_a_miss_before_it_may_stand() -> None:
    """The milestone at 15:00 changes nothing of that; what came before the change did happen."""
    graph = contract(SEVERITIES + right("restart", misses="unstated") + FIGURES + AT_A_MISS)
    lowered = to("P3", "Mon 14:00")
    found = answer(graph, "Mon 09:00", "P1", lowered, ("Mon 15:00", "responded"), as_of="Mon 16:00")
    assert told(found) == ("unknown", "Mon 13:00")
    assert found.holes == ("what lift does to misses",)
    assert ("hole", "what lift does to misses") in reasons(found)
    assert found.late is None
    assert steps(answer(graph, "Mon 09:00", "P1", lowered, as_of="Mon 16:00")) == [
        ("at-once", "Mon 13:00", "happened"),
        ("later", None, "unknown"),
    ]
    assert told(answer(graph, "Mon 09:00", "P1", lowered, as_of="Mon 13:30")) == ("missed", "Mon 13:00")


def test_a_later_change_that_waives_misses_leaves_no_doubt_about_one() -> None:
    down, up = right("keep", "lowered", direction="down", misses="unstated"), right("keep", "raised", direction="up")
    graph = contract(SEVERITIES + down + up.replace("misses: stand", "misses: are waived") + FIGURES)
    found = answer(graph, "Mon 09:00", "P1", to("P3", "Mon 14:00"), to("P2", "Mon 15:00"))
    assert told(found) == ("waived", "Mon 13:00")


UNSAID = SEVERITIES + right("retarget") + right("retarget", "too", misses="unstated") + FIGURES
APART = SEVERITIES + right("retarget") + right("keep", "too") + FIGURES


def conflicting(text: str) -> Any:
    """The graph of a contract whose rights conflict, as evaluation meets it beyond what is enumerated."""
    graph = contract(text.replace("reclassification too\n", "reclassification too\n  exception to: lift\n"))
    too = graph.get("too")
    assert too is not None
    clashing = too._replace(body=too.body._replace(exception_to=()))
    return Graph(graph.header, tuple(clashing if node.id == "too" else node for node in graph.nodes), graph.holidays)


def test_rights_of_which_one_leaves_misses_open_leave_severity_and_running_clocks_as_they_are() -> None:
    graph = conflicting(UNSAID)
    found = outcome(graph, "Mon 09:00", to("P3", "Mon 12:00"), severity="P1", by="customer")
    assert [piece.severity for piece in found.severity] == ["P1", "P3"]
    assert told(found.obligations[0]) == ("running", "Tue 17:00")
    missed = answer(graph, "Mon 09:00", "P1", to("P3", "Mon 14:00"))
    assert (told(missed), missed.holes) == (("unknown", "Mon 13:00"), ("what too does to misses",))


def test_rights_that_conflict_about_misses_leave_a_miss_in_doubt_and_nothing_else() -> None:
    graph = conflicting(UNSAID.replace("unstated", "are waived"))
    assert told(answer(graph, "Mon 09:00", "P1", to("P3", "Mon 12:00"))) == ("running", "Tue 17:00")
    missed = answer(graph, "Mon 09:00", "P1", to("P3", "Mon 14:00"))
    assert told(missed) == ("unknown", "Mon 13:00")
    assert ("conflict", "what the change of severity does to misses") in reasons(missed)


@pytest.mark.parametrize("graph", [conflicting(APART), changing("unstated")], ids=["a conflict", "a hole"])
def test_a_doubt_about_running_clocks_leaves_the_severity_and_a_miss_before_it_as_they_are(graph: Any) -> None:
    found = outcome(graph, "Mon 09:00", to("P3", "Mon 12:00"), severity="P1", by="customer")
    assert [piece.severity for piece in found.severity] == ["P1", "P3"]
    assert told(found.obligations[0]) == ("unknown", None)
    assert told(answer(graph, "Mon 09:00", "P1", to("P3", "Mon 14:00"))) == ("missed", "Mon 13:00")


def test_a_change_at_due_comes_before_the_verdict() -> None:
    assert told(answer(changing("retarget"), "Mon 09:00", "P1", to("P3", "Mon 13:00"))) == ("running", "Tue 17:00")


def test_a_change_by_a_party_that_may_not_make_it_is_shown_and_has_no_effect() -> None:
    found = outcome(changing("retarget"), "Mon 09:00", to("P1", "Mon 10:00", "customer"), severity="P3", by="customer")
    assert [piece.severity for piece in found.severity] == ["P3"]
    assert shown(found.obligations[0].due) == "Tue 17:00"
    assert any("`customer` may not change the severity to P1" in remark for remark in found.remarks)


def test_a_right_may_go_in_one_direction_only() -> None:
    graph = changing("retarget", direction="up")
    assert told(answer(graph, "Mon 09:00", "P2", to("P1", "Mon 10:00"))) == ("running", "Mon 13:00")
    assert told(answer(graph, "Mon 09:00", "P2", to("P3", "Mon 10:00"))) == ("running", "Mon 17:00")


def test_where_the_right_to_change_is_a_hole_all_is_unknown_from_the_change_on() -> None:
    text = SEVERITIES + "  changes: unstated\n" + FIGURES
    graph = contract(text)
    assert answer(graph, "Mon 09:00", "P3", to("P1", "Mon 11:00")).status == "unknown"
    assert told(answer(graph, "Mon 09:00", "P3", to("P1", "Mon 11:00"), as_of="Mon 10:59")) == ("running", "Tue 17:00")
    assert told(answer(graph, "Mon 09:00", "P1", to("P3", "Mon 14:00"))) == ("missed", "Mon 13:00")


# Pauses in between: P3 raised to P1 with a pause before, across, and after the change


def paused(begin: str, end: str) -> tuple[Any, Any]:
    return (begin, {"pause": "waiting"}), (end, {"resume": "waiting"})


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [("keep", "Wed 11:00"), ("retarget", "Mon 15:00"), ("restart", "Tue 10:00"), ("retroactive", "Mon 15:00")],
)
def test_a_p3_raised_to_p1_keeps_the_hold_that_it_had(clocks: str, expected: str) -> None:
    # One hour of work, two of waiting, two of work, then raised at 14:00: 3 hours are used, not 5.
    events = (*paused("Mon 10:00", "Mon 12:00"), to("P1", "Mon 14:00"))
    assert told(answer(changing(clocks), "Mon 09:00", "P3", *events)) == ("running", expected)


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [("keep", "Wed 13:00"), ("retarget", "Mon 17:00"), ("restart", "Tue 10:00"), ("retroactive", "Mon 17:00")],
)
def test_a_change_in_the_middle_of_a_pause_loses_none_of_it(clocks: str, expected: str) -> None:
    # Waiting from 10:00 to 14:00, raised at 12:00: one hour is used before, none until 14:00.
    events = (*paused("Mon 10:00", "Mon 14:00"), to("P1", "Mon 12:00"))
    assert told(answer(changing(clocks), "Mon 09:00", "P3", *events, as_of="Mon 15:00")) == ("running", expected)


def test_a_paused_clock_stays_paused_when_the_severity_changes() -> None:
    graph = changing("retarget")
    found = answer(graph, "Mon 09:00", "P3", ("Mon 10:00", {"pause": "waiting"}), to("P1", "Mon 12:00"))
    assert (found.status, found.due, shown(found.projected_due)) == ("paused", None, "Mon 15:00")


# Coverage that changes with severity

CAPPED = "pause waiting\n  at most: 2 working hours"
DELAYS = """
escalation later
  on: 10 working hours after opened
  to: agent

escalation too-late
  on: 4 working hours after due of response
  to: agent
"""
COVERED = """
coverage more
  exception to: usual
  when: severity is P1
  calendar: 24x7
"""


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [("keep", "Wed 15:00"), ("retarget", "Mon 22:00"), ("restart", "Tue 00:00"), ("retroactive", "Mon 19:00")],
)
def test_coverage_follows_the_new_severity_but_for_keep(clocks: str, expected: str) -> None:
    # Opened as P3 at 15:00 in office hours (2 hours until 17:00); raised at 20:00, with cover around the clock.
    graph = contract(SEVERITIES + right(clocks) + COVERED + FIGURES)
    found = answer(graph, "Mon 15:00", "P3", to("P1", "Mon 20:00"))
    assert told(found) == ("missed" if clocks == "retroactive" else "running", expected)


# Opened as P2 at 15:00, and waiting from 16:00 for at most two working hours; P1 at 18:00, around the clock. As P2 the
# cap is an hour until 17:00 and one on Tuesday; from the change on, one until 19:00; as P1 from the start, until 18:00.
@pytest.mark.parametrize("hours", ["working", "elapsed"])
@pytest.mark.parametrize(
    ("clocks", "expected"),
    [("keep", "Tue 17:00"), ("retarget", "Mon 22:00"), ("restart", "Mon 23:00"), ("retroactive", "Mon 21:00")],
)
def test_a_cap_counts_on_the_cover_that_the_clock_has_at_each_moment(hours: str, clocks: str, expected: str) -> None:
    text = FIGURES.replace("working hours", f"{hours} hours").replace("pause waiting", CAPPED)
    graph = contract(SEVERITIES + right(clocks) + COVERED + text)
    events = (("Mon 16:00", {"pause": "waiting"}), to("P1", "Mon 18:00"))
    assert told(answer(graph, "Mon 15:00", "P2", *events, as_of="Tue 10:30"))[1] == expected


@pytest.mark.parametrize("hours", ["working", "elapsed"])
def test_a_cap_that_begins_after_a_change_counts_on_the_cover_that_was_kept(hours: str) -> None:
    """From 16:00 on the cap is an hour on Monday and one on Tuesday, and seven hours are left at 10:00."""
    text = FIGURES.replace("working hours", f"{hours} hours").replace("pause waiting", CAPPED)
    graph = contract(SEVERITIES + right("keep") + COVERED + text)
    events = (to("P1", "Mon 15:30"), ("Mon 16:00", {"pause": "waiting"}))
    assert told(answer(graph, "Mon 15:00", "P2", *events, as_of="Tue 10:30")) == ("running", "Tue 17:00")


NIGHTS = """
tiers
  highest first: Gold

option nights
  for: any

coverage around
  exception to: usual
  when: nights is bought
  calendar: 24x7

change of-nights
  of: nights
  clocks: {clocks}

pause waiting
  at most: 2 working hours
"""


@pytest.mark.parametrize("hours", ["working", "elapsed"])
@pytest.mark.parametrize(("clocks", "expected"), [("keep", "Tue 17:00"), ("retarget", "Tue 01:00")])
def test_a_cap_counts_on_the_cover_that_an_option_left_to_the_clock(hours: str, clocks: str, expected: str) -> None:
    """An hour is used by 16:00; the cap ends on Tuesday at 10:00 in office hours, and at 18:00 around the clock."""
    text = NIGHTS.format(clocks=clocks) + commitment(f"8 {hours} hours", "pauses: waiting")
    events = ("Mon 15:30", {"option": "nights"}), ("Mon 16:00", {"pause": "waiting"})
    found = response(contract(text), "Mon 15:00", *events, tier="Gold", options=[], as_of="Tue 12:00")
    assert shown(found.due) == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([("Mon 15:30", {"option": "nights"})], "Mon 23:00"),
        ([("Mon 15:30", {"option": "nights"}), ("Mon 16:00", {"pause": "waiting"})], None),
    ],
)
def test_where_nothing_is_said_of_a_change_of_cover_elapsed_time_rests_on_it_by_its_caps_only(
    events: list, expected: str | None
) -> None:
    said = "\nchange of-nights\n  of: nights\n  clocks: {clocks}\n"
    text = NIGHTS.replace(said, "") + commitment("8 elapsed hours", "pauses: waiting")
    found = response(contract(text), "Mon 15:00", *events, tier="Gold", options=[], as_of="Tue 12:00")
    assert shown(found.due) == expected


@pytest.mark.parametrize(
    ("first", "then", "after_opening", "after_due"),
    [("P2", "P1", "Tue 03:00", "Mon 23:00"), ("P1", "P2", "Tue 15:00", "Tue 13:00")],
)
def test_a_delay_counts_on_the_cover_at_each_moment(first: str, then: str, after_opening: str, after_due: str) -> None:
    """Ten hours from Monday 15:00: two until 17:00, and eight from 19:00 on; or four until 19:00, and six on Tuesday.

    Due is at 19:00 as P1 in the end, and four hours around the clock follow; as P2 at 23:00, and four on Tuesday.
    """
    text = FIGURES.replace("working hours", "elapsed hours") + DELAYS
    graph = contract(SEVERITIES + right("retarget") + COVERED + text)
    found = outcome(graph, "Mon 15:00", to(then, "Mon 19:00"), severity=first, by="customer")
    told_after = {step.rule: shown(step.at) for step in (*found.steps, *found.obligations[0].steps)}
    assert told_after == {"later": after_opening, "too-late": after_due}


def test_a_silence_counts_on_the_cover_at_each_moment() -> None:
    """Asked at 15:00: two hours in the office as P2, and eight as P1 from 18:00 on."""
    silence = "\nevent asked\nevent replied\n\nclosure silence\n  on: 10 working hours after asked without replied\n"
    graph = contract(SEVERITIES + right("retarget") + COVERED + FIGURES + silence)
    events = (("Mon 15:00", "asked"), to("P1", "Mon 18:00"))
    found = outcome(graph, "Mon 09:00", *events, severity="P2", by="customer")
    assert [shown(promise.due) for promise in found.promises] == ["Tue 02:00"]


def test_cover_that_ends_in_between_leaves_what_was_counted() -> None:
    # P1 around the clock from 20:00: one hour until 21:00; as P2 the other seven run in the office from Tuesday 09:00.
    graph = contract(SEVERITIES + right("retarget") + COVERED + FIGURES)
    assert told(answer(graph, "Mon 20:00", "P1", to("P2", "Mon 21:00"))) == ("running", "Tue 16:00")


# Date amounts

DATED = """
calendar close
  open: Monday to Friday 09:00 to 17:00
  working day: close of business

commitment response
  force: guarantee
  starts: opened
  stops: responded
  calendar: close
  | severity | within          |
  | P1       | 0 working days  |
  | P2       | 2 working days  |
  | P3       | 4 working hours |
"""


def test_a_date_amount_is_counted_again_from_the_start_but_not_before_the_change() -> None:
    graph = contract(SEVERITIES + right("retarget") + DATED)
    assert told(answer(graph, "Mon 10:00", "P2", to("P1", "Tue 10:00"))) == ("running", "Tue 10:00")
    assert told(answer(graph, "Mon 10:00", "P3", to("P2", "Mon 11:00"))) == ("running", "Wed 17:00")


# What only one of the severities has

ONLY_P1 = FIGURES.replace("  | P2       | 8 working hours  |\n  | P3       | 16 working hours |\n", "").replace(
    "  starts", "  when: severity is P1\n  starts"
)


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        ("keep", ("not owed", None)),
        ("retarget", ("running", "Mon 13:00")),
        ("restart", ("running", "Mon 15:00")),
        ("retroactive", ("running", "Mon 13:00")),
    ],
)
def test_a_commitment_that_only_the_new_severity_has(clocks: str, expected: tuple[str, str | None]) -> None:
    graph = contract(SEVERITIES + right(clocks) + ONLY_P1)
    assert told(answer(graph, "Mon 09:00", "P3", to("P1", "Mon 11:00"))) == expected


@pytest.mark.parametrize(
    ("clocks", "expected"), [("retarget", ("running", "Mon 16:00")), ("retroactive", ("missed", "Mon 13:00"))]
)
def test_such_a_commitment_is_not_due_before_the_change_unless_it_is_retroactive(
    clocks: str, expected: tuple[str, str]
) -> None:
    graph = contract(SEVERITIES + right(clocks) + ONLY_P1)
    assert told(answer(graph, "Mon 09:00", "P3", to("P1", "Mon 16:00"))) == expected


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [("keep", "running"), ("retarget", "cancelled"), ("restart", "cancelled"), ("retroactive", "cancelled")],
)
def test_a_commitment_that_only_the_old_severity_has(clocks: str, expected: str) -> None:
    graph = contract(SEVERITIES + right(clocks) + ONLY_P1)
    assert answer(graph, "Mon 09:00", "P1", to("P3", "Mon 11:00")).status == expected


# Change of tier, options, facts

TIERS = """
tiers
  highest first: Gold, Silver
"""
BY_TIER = """
commitment response
  force: guarantee
  starts: opened
  stops: responded
  | tier   | within          |
  | Gold   | 4 working hours |
  | Silver | 8 working hours |
"""
OF_TIER = """
change of-tier
  of: tier
  clocks: {clocks}
"""


@pytest.mark.parametrize(
    ("clocks", "expected"), [("keep", "Mon 17:00"), ("retarget", "Mon 13:00"), ("restart", "Mon 15:00")]
)
def test_a_change_of_tier_does_what_its_block_says(clocks: str, expected: str) -> None:
    graph = contract(TIERS + OF_TIER.format(clocks=clocks) + BY_TIER)
    found = response(graph, "Mon 09:00", ("Mon 11:00", {"tier": "Gold"}), tier="Silver")
    assert told(found) == ("running", expected)


def test_a_change_of_tier_of_which_nothing_is_said_leaves_what_it_would_alter_unknown() -> None:
    graph = contract(TIERS + BY_TIER)
    found = response(graph, "Mon 09:00", ("Mon 11:00", {"tier": "Gold"}), tier="Silver")
    assert found.status == "unknown"
    assert "`tier`" in found.why.because[-1].text
    assert status(graph, "Mon 09:00", ("Mon 11:00", {"tier": "Gold"}), tier="Silver", as_of="Mon 10:00") == "running"


def test_a_change_that_alters_no_clock_needs_no_word() -> None:
    same = BY_TIER.replace("8 working hours", "240 working minutes")
    graph = contract(TIERS + same)
    found = response(graph, "Mon 09:00", ("Mon 11:00", {"tier": "Gold"}), tier="Silver")
    assert told(found) == ("running", "Mon 13:00")


def test_a_change_of_tier_may_waive_a_miss_too() -> None:
    graph = contract(TIERS + OF_TIER.format(clocks="retarget") + "  misses: are waived\n" + BY_TIER)
    found = response(graph, "Mon 09:00", ("Mon 14:00", {"tier": "Silver"}), tier="Gold")
    assert told(found) == ("waived", "Mon 13:00")


BOTH = """
commitment response
  force: guarantee
  starts: opened
  stops: responded
  within: the figures below
  | severity by tier | Gold            | Silver           |
  | P1               | 2 working hours | 4 working hours  |
  | P2 and below     | 8 working hours | 16 working hours |
"""


def test_a_severity_from_the_start_after_a_change_of_tier_leaves_the_time_before_that_unknown() -> None:
    """What the hours as Silver would have counted as P1 is nowhere said; nor is it where the two change in turn."""
    raised, bought = to("P1", "Mon 11:00"), ("Mon 10:00", {"tier": "Gold"})
    graph = contract(TIERS + SEVERITIES + right("retroactive") + OF_TIER.format(clocks="retarget") + BOTH)
    found = answer(graph, "Mon 09:00", "P3", bought, raised, tier="Silver")
    assert found.status == "unknown"
    assert "a change of severity holds from the start" in found.why.because[-1].text
    assert told(answer(graph, "Mon 09:00", "P3", bought, raised, tier="Silver", as_of="Mon 10:30")) == (
        "running",
        "Mon 17:00",
    )
    assert told(answer(graph, "Mon 09:00", "P3", raised, tier="Silver")) == ("running", "Mon 13:00")


OPTION = (
    TIERS
    + """
option nights
  for: Gold

change of-option
  of: nights
  clocks: retarget

coverage more
  exception to: usual
  when: nights is bought
  calendar: 24x7
"""
    + BY_TIER
)


def test_an_option_that_is_bought_changes_the_cover_of_a_running_clock() -> None:
    # Opened at 16:00 with four hours: one until 17:00, the night bought at 20:00, three more until 23:00.
    bought = ("Mon 20:00", {"option": "nights"})
    assert told(response(contract(OPTION), "Mon 16:00", bought, tier="Gold", options=[])) == ("running", "Mon 23:00")


def test_an_option_exists_only_for_its_tiers() -> None:
    changed = ("Mon 12:00", {"tier": "Silver"})
    graph = contract(OPTION + OF_TIER.format(clocks="retarget"))
    found = response(graph, "Mon 11:00", changed, tier="Gold", options=["nights"])
    assert told(found) == ("running", "Tue 11:00")
    assert told(response(graph, "Mon 16:00", tier="Silver")) == ("running", "Tue 16:00")


# Stopping to apply, and applying again


CONDITION = """
fact ours

commitment response
  force: guarantee
  when: ours is yes
  starts: opened
  stops: responded
  within: 4 working hours
"""


def test_a_clock_whose_condition_fails_is_cancelled() -> None:
    graph = contract(CONDITION)
    assert (
        response(graph, "Mon 09:00", ("Mon 10:00", {"fact": {"ours": "no"}}), facts={"ours": "yes"}).status
        == "cancelled"
    )


def test_flapping_out_of_a_condition_buys_no_time() -> None:
    graph = contract(CONDITION)
    events = [(f"Mon 1{i // 2}:{30 * (i % 2):02}", {"fact": {"ours": "no" if i % 2 == 0 else "yes"}}) for i in range(4)]
    assert told(response(graph, "Mon 09:00", *events, facts={"ours": "yes"})) == ("running", "Mon 13:00")


def test_a_condition_that_fails_over_due_and_holds_again_has_missed_it() -> None:
    graph = contract(CONDITION)
    events = (("Mon 10:00", {"fact": {"ours": "no"}}), ("Mon 14:00", {"fact": {"ours": "yes"}}))
    assert told(response(graph, "Mon 09:00", *events, facts={"ours": "yes"})) == ("missed", "Mon 13:00")


def test_a_clock_cancelled_after_due_has_been_missed() -> None:
    graph = contract(CONDITION)
    assert status(graph, "Mon 09:00", ("Mon 14:00", {"fact": {"ours": "no"}}), facts={"ours": "yes"}) == "missed"


# Escalation across a change

LADDER = """
notice warning
  on: 75% of response
  to: agent
"""


def test_a_step_that_happened_is_neither_undone_nor_repeated_by_a_change() -> None:
    # 75 % of 4 hours is 12:00; lowered to P3 at 12:30 the share would be reached on Tuesday.
    graph = contract(SEVERITIES + right("retarget") + FIGURES + LADDER)
    found = answer(graph, "Mon 09:00", "P1", to("P3", "Mon 12:30"))
    assert steps(found) == [("warning", "Mon 12:00", "happened")]


def test_a_step_to_come_is_moved_by_a_change() -> None:
    graph = contract(SEVERITIES + right("retarget") + FIGURES + LADDER)
    assert steps(answer(graph, "Mon 09:00", "P1", to("P3", "Mon 11:00"))) == [("warning", "Tue 13:00", "to come")]
    # Raised at 15:00 with six hours used: the share of P1 is long reached, and comes with the change.
    assert steps(answer(graph, "Mon 09:00", "P3", to("P1", "Mon 15:00"))) == [("warning", "Mon 15:00", "happened")]


# Restart and holding over


def test_a_restarted_clock_is_held_over_like_any_other() -> None:
    text = FIGURES.replace("working hours", "elapsed hours ").replace("  stops", "  held over to: coverage\n  stops")
    graph = contract(SEVERITIES + right("restart") + text)
    found = answer(graph, "Mon 16:00", "P3", to("P1", "Mon 18:00"))
    assert (shown(found.start), shown(found.due)) == ("Tue 09:00", "Tue 13:00")


# P1 and P2 promise as much, in other hours; P3 promises it around the clock

HOURS_APART = """
calendar evening
  open: Monday to Friday 17:00 to 22:00

coverage office-hours
  when: severity is P1
  calendar: office

coverage evenings
  when: severity is one of P2, P3
  calendar: evening

pause waiting

commitment response
  force: guarantee
  starts: opened
  held over to: coverage
  stops: responded
  | severity | within          |
  | P1       | 4 working hours |
  | P2       | 4 working hours |
  | P3       | 4 elapsed hours |
"""


def apart(vendor: str, customer: str) -> Any:
    rights = right(vendor, "first", "vendor") + right(customer, "second", "customer")
    return contract(SEVERITIES + rights + HOURS_APART, cover="")


def test_a_change_after_the_answer_moves_no_start_that_was_still_to_come() -> None:
    graph = apart("restart", "keep")
    found = answer(graph, "Mon 08:00", "P1", ("Mon 08:30", "responded"), to("P2", "Mon 08:45"))
    assert (found.status, shown(found.start), shown(found.due)) == ("met", "Mon 09:00", "Mon 13:00")


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        ("keep", ("Mon 12:00", "Mon 16:00")),
        ("retarget", ("Mon 12:00", "Mon 16:00")),
        ("restart", ("Mon 12:00", "Mon 16:00")),
        ("retroactive", ("Mon 10:00", "Mon 14:00")),
    ],
)
def test_before_a_new_clock_begins_there_is_none_to_be_kept(clocks: str, expected: tuple[str, str]) -> None:
    # At 10:00 a new clock is held over to the evening; at 12:00 it is P1 again, which the office covers: from then on,
    # or, if that holds from the start, from 10:00 on.
    graph = apart("restart", clocks)
    found = answer(graph, "Mon 09:00", "P1", to("P2", "Mon 10:00"), to("P1", "Mon 12:00", "customer"))
    assert (shown(found.start), shown(found.due)) == expected


HELD = """
coverage of-p1
  when: severity is P1
  calendar: 24x7

coverage of-others
  when: severity is P2 or below
  calendar: office
"""


def held(clocks: str, to: str) -> Any:
    text = HELD + SEVERITIES + right(clocks) + commitment("4 elapsed hours", f"held over to: {to}")
    return contract(text, cover="")


@pytest.mark.parametrize("calendar", ["office", "coverage"])
@pytest.mark.parametrize(
    ("change", "as_of", "expected"),
    [
        ("Sat 14:00", "Sat 14:00", ("running", "Sat 12:00", "Sat 16:00")),
        ("Sat 17:00", "Sat 17:00", ("missed", "Sat 12:00", "Sat 16:00")),
        ("Mon+1 09:00", "Mon+1 09:00", ("missed", "Sat 12:00", "Sat 16:00")),
        ("Mon+1 10:00", "Mon+1 10:00", ("missed", "Sat 12:00", "Sat 16:00")),
    ],
)
def test_raised_as_from_the_start_a_clock_is_not_held_over(
    calendar: str, change: str, as_of: str, expected: tuple[str, str, str]
) -> None:
    """Opened on a Saturday as P2, held over to Monday; P1 is covered on Saturdays."""
    found = answer(held("retroactive", calendar), "Sat 12:00", "P2", to("P1", change), as_of=as_of)
    assert (found.status, shown(found.start), shown(found.due)) == expected


@pytest.mark.parametrize("calendar", ["office", "coverage"])
def test_lowered_as_from_the_start_a_clock_is_held_over(calendar: str) -> None:
    found = answer(held("retroactive", calendar), "Sat 12:00", "P1", to("P2", "Sat 14:00"))
    assert (found.status, shown(found.start), shown(found.due)) == ("not started", "Mon+1 09:00", "Mon+1 13:00")


@pytest.mark.parametrize(("clocks", "start"), [("keep", "Mon+1 09:00"), ("restart", "Mon+1 09:00")])
def test_otherwise_a_clock_that_is_held_over_to_a_calendar_stays_so(clocks: str, start: str) -> None:
    assert shown(answer(held(clocks, "office"), "Sat 12:00", "P2", to("P1", "Sat 14:00")).start) == start


@pytest.mark.parametrize(("opened", "expected"), [("Sat 12:00", "unknown"), ("Mon 12:00", "unknown")])
def test_where_it_is_unstated_what_a_change_does_it_is_unknown_whether_a_clock_stays_held_over(
    opened: str, expected: str
) -> None:
    """As from the start it would have run since Saturday; one that runs is unknown in any case."""
    assert answer(held("unstated", "office"), opened, "P2", to("P1", opened[:3] + " 14:00")).status == expected


def test_what_a_change_does_need_not_be_stated_where_a_clock_is_held_over_in_any_case() -> None:
    """From P2 to P3 on a Saturday: neither is covered before Monday."""
    found = answer(held("unstated", "office"), "Sat 12:00", "P2", to("P3", "Sat 14:00"))
    assert (found.status, shown(found.start), shown(found.due)) == ("not started", "Mon+1 09:00", "Mon+1 13:00")


@pytest.mark.parametrize(("calendar", "start"), [("office", "Mon+1 09:00"), ("coverage", "Sat 13:00")])
def test_as_from_the_start_all_but_the_severity_is_as_it_was(calendar: str, start: str) -> None:
    """Nobody is there until 13:00 on Saturday; at 14:00 it is P1 as from 12:00, when nothing covered that either."""
    text = "\nfact staffed\n\nchange of-staffed\n  of: staffed\n  clocks: keep\n" + SEVERITIES + right("retroactive")
    text += HELD + "\ncoverage nobody\n  exception to: of-p1, of-others\n  when: staffed is no\n  calendar: none\n"
    graph = contract(text + commitment("4 elapsed hours", f"held over to: {calendar}"), cover="")
    staffed = ("Sat 13:00", {"fact": {"staffed": "yes"}})
    found = answer(graph, "Sat 12:00", "P2", staffed, to("P1", "Sat 14:00"), facts={"staffed": "no"})
    assert shown(found.start) == start


@pytest.mark.parametrize(("clocks", "expected"), [("retarget", "Tue 20:00"), ("retroactive", "Tue 20:30")])
def test_retroactive_counts_anew_what_an_earlier_change_left_counted(clocks: str, expected: str) -> None:
    # At 22:30 P3 has used an hour, of which the evening holds half; then come two severities that promise the same.
    text = HOURS_APART.replace("severity is P1", "severity is P0").replace("one of P2", "one of P1, P2")
    rows = text.replace("  | P1 ", "  | P0       | none            |\n  | P1 ")
    rights = right("retarget", "first", "vendor") + right(clocks, "second", "customer")
    graph = contract(SEVERITIES.replace("first: P1", "first: P0, P1") + rights + rows, cover="")
    raised = to("P1", "Tue 09:00", "customer")
    found = answer(graph, "Mon 21:30", "P3", to("P2", "Mon 22:30"), raised)
    assert told(found) == ("running", expected)


def test_a_clock_that_was_kept_takes_the_next_target_although_two_severities_promise_the_same() -> None:
    # P1 keeps the 4 working hours of P2; P3 promises what P1 does, and an hour of its 4 elapsed ones is used.
    text = HOURS_APART.replace("  | P1       | 4 working", "  | P1       | 4 elapsed")
    graph = contract(SEVERITIES + right("keep", "first", "vendor") + right("retarget", "second", "customer") + text, "")
    found = answer(graph, "Mon 19:00", "P2", to("P1", "Mon 19:30"), to("P3", "Mon 20:00", "customer"))
    assert told(found) == ("running", "Mon 23:00")
