"""Changes into and out of cells that promise nothing or no time, or that the contract leaves open."""

from __future__ import annotations

import pytest

from slalang.graph import Graph
from slalang.outcome import Obligation
from tests.outcome.small import contract, response, shown

POLICY = """
tiers
  highest first: Gold, Silver

fact outage

pause waiting
{words}
commitment response
  force: guarantee
  starts: opened
  stops: responded
  | tier   | outage | within   |
  | Gold   | yes    | {gold}   |
  | Gold   | no     | {calm}   |
  | Silver | yes    | {silver} |
  | Silver | no     | {quiet} |
"""
FOUR = "4 working hours"
EIGHT = "8 working hours"


def changing(tier: str | None, outage: str | None = None, **cells: str) -> Graph:
    """What a change of tier, and of the fact, does to running clocks; None: nothing is said of it."""
    said = {"tier": tier, "outage": outage}
    words = "".join(f"\nchange of-{name}\n  of: {name}\n  clocks: {does}\n" for name, does in said.items() if does)
    gold = cells.get("gold", FOUR)
    silver = cells.get("silver", EIGHT)
    figures = {"gold": gold, "calm": cells.get("calm", gold), "silver": silver, "quiet": cells.get("quiet", silver)}
    return contract(POLICY.format(words=words, **figures))


def answer(graph: Graph, opened: str, *events: tuple, tier: str = "Gold", outage: str = "yes") -> Obligation:
    return response(graph, opened, *events, tier=tier, facts={"outage": outage})


def told(found: Obligation) -> tuple[str, str | None]:
    return found.status, shown(found.due)


def to(tier: str, at: str) -> tuple:
    return at, {"tier": tier}


def calm(at: str) -> tuple:
    return at, {"fact": {"outage": "no"}}


@pytest.mark.parametrize("silver", ["none", "best efforts"])
@pytest.mark.parametrize(
    ("clocks", "expected"), [("retarget", "Tue 12:00"), ("restart", "Tue 13:30"), ("retroactive", "Tue 12:00")]
)
def test_what_had_no_time_counts_from_its_start_with_the_new_target(silver: str, clocks: str, expected: str) -> None:
    """An hour on Monday and three on Tuesday; not the night, although nothing else was counted in it."""
    graph = changing(clocks, silver=silver)
    assert told(answer(graph, "Mon 16:00", to("Gold", "Tue 09:30"), tier="Silver")) == ("running", expected)


@pytest.mark.parametrize(("clocks", "expected"), [("retarget", "Tue 15:00"), ("retroactive", "Tue 12:00")])
def test_what_had_no_time_is_not_due_before_a_change_that_retargets(clocks: str, expected: str) -> None:
    graph = changing(clocks, silver="none")
    assert shown(answer(graph, "Mon 16:00", to("Gold", "Tue 15:00"), tier="Silver").due) == expected


@pytest.mark.parametrize(("silver", "expected"), [("none", "not owed"), ("best efforts", "no time")])
def test_what_had_no_time_keeps_having_none(silver: str, expected: str) -> None:
    graph = changing("keep", silver=silver)
    assert told(answer(graph, "Mon 16:00", to("Gold", "Tue 09:30"), tier="Silver")) == (expected, None)


def test_efforts_in_between_count_as_the_next_target_does() -> None:
    """An hour as Gold on Monday; of the time with efforts an hour in office hours; two are left at 10:00."""
    graph = changing("retarget", silver="best efforts")
    found = answer(graph, "Mon 16:00", to("Silver", "Mon 17:00"), to("Gold", "Tue 10:00"))
    assert told(found) == ("running", "Tue 12:00")


def test_a_promise_that_is_given_again_goes_on_and_the_time_between_counts() -> None:
    graph = changing("retarget", silver="none")
    assert told(answer(graph, "Mon 16:00", to("Silver", "Mon 16:30"))) == ("cancelled", "Tue 12:00")
    found = answer(graph, "Mon 16:00", to("Silver", "Mon 16:30"), to("Gold", "Tue 09:30"))
    assert told(found) == ("running", "Tue 12:00")


def test_a_promise_that_only_the_old_tier_had_goes_on_if_it_is_kept() -> None:
    assert told(answer(changing("keep", silver="none"), "Mon 09:00", to("Silver", "Mon 10:00"))) == (
        "running",
        "Mon 13:00",
    )


def test_a_promise_that_was_kept_ends_when_its_condition_fails() -> None:
    """Silver promises nothing, and Gold was kept: until there is no outage any more."""
    words = "\nchange of-tier\n  of: tier\n  clocks: keep\n"
    text = POLICY.replace("  force", "  when: outage is yes\n  force")
    graph = contract(text.format(words=words, gold=FOUR, calm=FOUR, silver="none", quiet="none"))
    events = [to("Silver", "Mon 10:00"), calm("Mon 11:00")]
    assert answer(graph, "Mon 09:00", *events[:1]).status == "running"
    assert answer(graph, "Mon 09:00", *events).status == "cancelled"


@pytest.mark.parametrize("tier", ["Gold", "Silver"])
def test_where_nothing_is_said_of_a_change_into_or_out_of_none_it_is_unknown(tier: str) -> None:
    other = "Silver" if tier == "Gold" else "Gold"
    found = answer(changing(None, silver="none"), "Mon 09:00", to(other, "Mon 10:00"), tier=tier)
    assert told(found) == ("unknown", None)


def test_no_later_than_the_old_due_holds_for_efforts_too() -> None:
    graph = changing("retarget, no later than the old due", silver="best efforts")
    assert told(answer(graph, "Mon 09:00", to("Silver", "Mon 10:00"))) == ("running", "Mon 13:00")
    assert told(answer(graph, "Mon 09:00", to("Silver", "Mon 10:00"), ("Mon 14:00", "responded"))) == (
        "missed",
        "Mon 13:00",
    )


def test_efforts_end_with_the_incident() -> None:
    graph = changing("keep", gold="best efforts")
    assert told(answer(graph, "Mon 09:00", ("Mon 10:00", "closed"))) == ("cancelled", None)
    assert told(answer(graph, "Mon 09:00", ("Mon 10:00", "responded"), ("Mon 11:00", "closed"))) == ("met", None)


def test_a_change_of_one_thing_from_the_start_after_a_change_of_another_is_unknown() -> None:
    """Silver until 10:00, of which nothing is said for a calm incident before 11:00: 8 hours, or 6."""
    graph = changing("retarget", "retroactive", calm="6 working hours")
    found = answer(graph, "Mon 09:00", to("Gold", "Mon 10:00"), calm("Mon 11:00"), tier="Silver")
    assert told(found) == ("unknown", None)
    assert "a change of outage holds from the start" in found.why.because[-1].text


def test_it_is_known_where_the_other_change_made_no_difference_or_came_before_a_new_clock() -> None:
    graph = changing("retarget", "retroactive", calm=EIGHT)
    found = answer(graph, "Mon 09:00", to("Gold", "Mon 10:00"), calm("Mon 11:00"), tier="Silver")
    assert told(found) == ("running", "Mon 17:00")
    graph = changing("restart", "retroactive", calm="6 working hours")
    found = answer(graph, "Mon 09:00", to("Gold", "Mon 10:00"), calm("Mon 11:00"), tier="Silver")
    assert told(found) == ("running", "Mon 16:00")


def test_it_is_unknown_also_where_the_other_change_altered_nothing_yet() -> None:
    """Gold and Silver promise the same in an outage; as a calm one the hour as Silver was one of 8."""
    text = POLICY.replace("| Silver | yes    | {silver} |", "| Silver | yes | 4 working hours |")
    words = "\nchange of-outage\n  of: outage\n  clocks: retroactive\n"
    graph = contract(text.format(words=words, gold=FOUR, calm="6 working hours", silver=EIGHT, quiet=EIGHT))
    found = answer(graph, "Mon 09:00", to("Gold", "Mon 10:00"), calm("Mon 11:00"), tier="Silver")
    assert told(found) == ("unknown", None)


def test_a_clock_that_is_kept_does_not_rest_on_a_figure_that_the_contract_leaves_open() -> None:
    graph = changing("keep", silver="unstated")
    assert told(answer(graph, "Mon 09:00", to("Silver", "Mon 10:00"))) == ("running", "Mon 13:00")
    graph = changing("keep", "keep", silver="unstated")
    assert told(answer(graph, "Mon 09:00", to("Silver", "Mon 10:00"), calm("Mon 11:00"))) == ("running", "Mon 13:00")
    assert told(answer(changing("retarget", silver="unstated"), "Mon 09:00", to("Silver", "Mon 10:00"))) == (
        "unknown",
        None,
    )


def test_after_a_figure_that_is_left_open_it_is_unknown_whether_a_change_alters_anything() -> None:
    text = POLICY.replace("| Silver | no     | {silver} |", "| Silver | no | 8 working hours |")
    words = "\nchange of-tier\n  of: tier\n  clocks: keep\n\nchange of-outage\n  of: outage\n  clocks: retarget\n"
    graph = contract(text.format(words=words, gold=FOUR, calm=EIGHT, silver="unstated", quiet="unstated"))
    found = answer(graph, "Mon 09:00", to("Silver", "Mon 10:00"), calm("Mon 11:00"))
    assert told(found) == ("unknown", None)


def test_whether_a_change_into_a_figure_that_is_left_open_waives_a_miss_is_not_known() -> None:
    graph = changing("retarget\n  misses: are waived", silver="unstated")
    assert told(answer(graph, "Mon 09:00", to("Silver", "Mon 14:00"))) == ("unknown", "Mon 13:00")


@pytest.mark.parametrize(
    ("outage", "quiet", "expected"),
    [
        (None, "8 working hours", ("running", "Tue 12:00")),
        (None, "6 working hours", ("unknown", None)),
        ("retarget", "6 working hours", ("running", "Tue 10:00")),
    ],
)
def test_two_changes_at_one_instant_need_words_for_each_that_bears_on_the_clock(
    outage: str | None, quiet: str, expected: tuple[str, str | None]
) -> None:
    """Opened on Monday at 12:00, five hours before closing: 8 hours end on Tuesday at 12:00, and 6 at 10:00."""
    found = answer(changing("retarget", outage, quiet=quiet), "Mon 12:00", to("Silver", "Mon 16:00"), calm("Mon 16:00"))
    assert told(found) == expected
