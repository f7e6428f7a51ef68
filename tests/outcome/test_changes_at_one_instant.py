"""Several things that change at one instant: each that bears on a clock needs words, and these have to agree.

Opened on Monday at 09:00 as P1 for Gold, with 4 working hours; at 11:00 it is P2 for Silver, with 12.
"""

from __future__ import annotations

import pytest

from slalang.graph import Graph
from slalang.outcome import Obligation
from tests.outcome.small import contract, reasons, response, shown

POLICY = """
tiers
  highest first: Gold, Silver

fact outage

severities
  highest first: P1, P2
  chosen by: customer
  definitions: none
{words}
commitment response
{when}  force: guarantee
  starts: opened
  stops: responded
  | severity | tier   | within   |
  | P1       | Gold   | 4 working hours |
  | P1       | Silver | 6 working hours |
  | P2       | Gold   | {gold} |
  | P2       | Silver | {silver} |
"""
TWELVE = "12 working hours"
BY_HAND = {
    "keep": "Mon 13:00",  # the old due
    "retarget": "Tue 13:00",  # two hours used; six more on Monday, four on Tuesday
    "restart": "Tue 15:00",  # six on Monday, six on Tuesday
    "retroactive": "Tue 13:00",  # eight on Monday, four on Tuesday
}


def changing(
    severity: str,
    tier: str | None,
    *,
    outage: str | None = None,
    misses: tuple[str, str] = ("stand", "stand"),
    gold: str = "8 working hours",
    silver: str = TWELVE,
    when: str = "",
) -> Graph:
    """What a change of the severity does to running clocks, and one of the tier or outage; None: nothing is said."""
    words = "\nreclassification raise\n  by: vendor\n  direction: up or down\n"
    words += f"  clocks: {severity}\n  misses: {misses[0]}\n"
    if tier:
        words += f"\nchange of-tier\n  of: tier\n  clocks: {tier}\n  misses: {misses[1]}\n"
    if outage:
        words += f"\nchange of-outage\n  of: outage\n  clocks: {outage}\n"
    return contract(POLICY.format(words=words, gold=gold, silver=silver, when=f"  when: {when}\n" if when else ""))


def answer(graph: Graph, at: str, *events: tuple, silver: bool = True, **more: object) -> Obligation:
    changes = {"severity": "P2", "by": "vendor"}, {"tier": "Silver"}
    told = [(at, change) for change in changes[: 2 if silver else 1]]
    return response(graph, "Mon 09:00", *told, *events, severity="P1", by="customer", tier="Gold", **more)


def told(found: Obligation) -> tuple[str, str | None]:
    return found.status, shown(found.due)


@pytest.mark.parametrize("clocks", BY_HAND)
def test_where_the_words_agree_the_change_does_what_both_say(clocks: str) -> None:
    found = answer(changing(clocks, clocks), "Mon 11:00")
    assert told(found) == ("running", BY_HAND[clocks])
    assert {("change", "raise"), ("change", "of-tier")} <= set(reasons(found))


@pytest.mark.parametrize(
    ("severity", "tier"),
    [
        ("restart", "keep"),
        ("keep", "restart"),
        ("retarget", "retroactive"),
        ("retarget", "retarget, no later than the old due"),
    ],
)
def test_where_the_words_differ_it_is_unknown(severity: str, tier: str) -> None:
    found = answer(changing(severity, tier), "Mon 11:00")
    assert told(found) == ("unknown", None)
    assert "`raise` and `of-tier` give different values" in found.why.because[-1].text


def test_where_one_of_them_has_no_words_it_is_unknown() -> None:
    found = answer(changing("retarget", None), "Mon 11:00")
    assert told(found) == ("unknown", None)
    assert "a change of `tier` does at the instant of another change" in found.why.because[-1].text


@pytest.mark.parametrize("tier", [None, "keep"])
def test_what_makes_no_difference_at_the_new_severity_needs_no_words(tier: str | None) -> None:
    found = answer(changing("restart", tier, gold=TWELVE), "Mon 11:00")
    assert told(found) == ("running", BY_HAND["restart"])
    assert ("change", "of-tier") not in reasons(found)


def test_a_fact_on_which_only_whether_it_is_owed_rests_has_no_say_in_how_a_clock_runs() -> None:
    """The tier ends the promise, by its condition; what is said of an outage does not keep it."""
    graph = changing("retarget", None, outage="keep", when="tier is Gold")
    calm = ("Mon 11:00", {"fact": {"outage": "no"}})
    assert answer(graph, "Mon 11:00", calm, facts={"outage": "yes"}).status == "cancelled"


def test_what_brings_a_promise_about_says_how_it_counts_and_what_else_changes_does_not() -> None:
    """Owed from 11:00 on, in an outage: counted from the opening as P2, although a raise or fall restarts clocks."""
    graph = changing("restart", None, when="outage is yes")
    outage = ("Mon 11:00", {"fact": {"outage": "yes"}})
    assert shown(answer(graph, "Mon 11:00", outage, silver=False, facts={"outage": "no"}).due) == "Mon 17:00"


@pytest.mark.parametrize(
    ("misses", "expected"),
    [
        (("stand", "stand"), "missed"),
        (("are waived", "are waived"), "waived"),
        (("stand", "are waived"), "unknown"),
        (("are waived", "stand"), "unknown"),
    ],
)
def test_a_miss_is_waived_where_all_that_bear_on_it_say_so(misses: tuple[str, str], expected: str) -> None:
    """Missed on Monday at 13:00; both change an hour later."""
    assert told(answer(changing("restart", "restart", misses=misses), "Mon 14:00")) == (expected, "Mon 13:00")


@pytest.mark.parametrize(
    ("clocks", "back", "expected"),
    [
        ("retarget", "Mon 12:00", ("running", "Mon 13:00")),
        ("retarget", "Tue 10:00", ("missed", "Mon 13:00")),
        ("restart", "Tue 10:00", ("running", "Tue 14:00")),
        ("retroactive", "Mon 12:00", ("running", "Mon 13:00")),
        ("keep", "Tue 10:00", ("cancelled", "Mon 13:00")),
    ],
)
def test_a_promise_that_is_owed_again_goes_on_or_begins_anew_as_the_change_says(
    clocks: str, back: str, expected: tuple[str, str]
) -> None:
    """P2 promises nothing from 10:00 on; raised again to P1, going out and in has bought no time."""
    fall = "\nreclassification fall\n  by: customer\n  direction: down\n  clocks: retarget\n"
    text = POLICY.format(
        words=fall + f"\nreclassification raise\n  by: vendor\n  direction: up\n  clocks: {clocks}\n",
        gold="none",
        silver="none",
        when="",
    )
    events = ("Mon 10:00", {"severity": "P2", "by": "customer"}), (back, {"severity": "P1", "by": "vendor"})
    found = response(contract(text), "Mon 09:00", *events, severity="P1", by="customer", tier="Gold")
    assert told(found) == expected


@pytest.mark.parametrize(
    ("outage", "expected"),
    [("restart", ("unknown", None)), (None, ("unknown", None)), ("keep", ("running", "Mon 13:00"))],
)
def test_a_fact_bears_on_a_clock_through_the_severity_that_follows_from_it(
    outage: str | None, expected: tuple[str, str | None]
) -> None:
    """In an outage it is P1, by the definitions; the tier changes too, and keeps clocks."""
    defined = "\nseverity P1\n  when: outage is yes\n\nseverity P2\n  when: outage is no\n"
    text = POLICY.replace("  definitions: none\n", "  changes: none\n")
    words = "\nchange of-tier\n  of: tier\n  clocks: keep\n"
    if outage:
        words += f"\nchange of-outage\n  of: outage\n  clocks: {outage}\n"
    graph = contract(text.format(words=defined + words, gold="8 working hours", silver=TWELVE, when=""))
    changes = ("Mon 11:00", {"tier": "Silver"}), ("Mon 11:00", {"fact": {"outage": "no"}})
    assert told(response(graph, "Mon 09:00", *changes, tier="Gold", facts={"outage": "yes"})) == expected
