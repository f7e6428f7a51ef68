"""Missing facts: an answer that does not depend on them is given, and one that does says on what it depends."""

from __future__ import annotations

from math import prod

import pytest

from tests.outcome.small import commitment, contract, due, leads_to, outcome, response, shown, status


def facts(*names: str) -> str:
    return "\n" + "".join(f"fact {name}\n" for name in names)


def test_a_fact_or_its_opposite_is_no_doubt() -> None:
    text = facts("down") + commitment("4 working hours", "when: down is yes\n    or not (down is yes)")
    found = response(contract(text), "Mon 09:00")
    assert (found.status, shown(found.due), found.missing) == ("running", "Mon 13:00", ())
    assert found.why.because[0].text == "whatever `down` is, the answer is the same"


def test_a_fact_on_which_nothing_turns_is_not_asked_for() -> None:
    text = facts("down", "late") + commitment("4 working hours", "when: down is yes\n    or late is yes")
    assert due(contract(text), "Mon 09:00", facts={"down": "yes"}) == "Mon 13:00"
    assert due(contract(text), "Mon 09:00", facts={"late": "yes"}) == "Mon 13:00"


TABLE = """
commitment response
  force: guarantee
  starts: opened
  stops: responded
  | effect       | within           |
  | high         | 4 working hours  |
  | middle, some | 8 working hours  |
  | low          | 16 working hours |

fact effect
  highest first: high, middle, some, low
"""


def test_what_each_value_leads_to_is_given_and_merged_where_it_is_the_same() -> None:
    found = response(contract(TABLE), "Mon 09:00")
    assert (found.status, found.missing, found.due) == ("undetermined", ("effect",), None)
    assert leads_to(found) == {
        (("effect", ("high",)),): ("running", "Mon 13:00"),
        (("effect", ("middle", "some")),): ("running", "Mon 17:00"),
        (("effect", ("low",)),): ("running", "Tue 17:00"),
    }


def test_values_that_lead_to_one_answer_in_the_end_are_no_doubt() -> None:
    # By 12:00 on the third day every figure is used up, but when the miss was still differs.
    found = response(
        contract(TABLE.replace("16 working hours", "8 working hours ")), "Mon 09:00", ("Mon 10:00", "responded")
    )
    assert {other.status for other in found.alternatives} == {"met"}
    assert found.status == "undetermined"


def test_two_facts_are_merged_where_one_of_them_makes_no_difference() -> None:
    text = (
        facts("down", "late")
        + """
commitment response
  force: guarantee
  starts: opened
  stops: responded
  within: the figures below
  | down by late | yes             | no              |
  | yes          | 4 working hours | 4 working hours |
  | no           | 8 working hours | 6 working hours |
"""
    )
    assert leads_to(response(contract(text), "Mon 09:00")) == {
        (("down", ("yes",)), ("late", ("yes", "no"))): ("running", "Mon 13:00"),
        (("down", ("no",)), ("late", ("yes",))): ("running", "Mon 17:00"),
        (("down", ("no",)), ("late", ("no",))): ("running", "Mon 15:00"),
    }


def odd(count: int) -> str:
    """Promised where an odd number of facts is yes: every one of them matters, whatever the others are."""
    text = facts(*(f"f{number}" for number in range(count))) + "\nfact odd0\n  yes when: f0 is yes\n"
    for number in range(1, count):
        before, fact = f"odd{number - 1}", f"f{number}"
        text += f"\nfact odd{number}\n  yes when: ({before} is yes and {fact} is no)\n"
        text += f"    or ({before} is no and {fact} is yes)\n"
    return text + commitment("4 working hours", f"when: odd{count - 1} is yes")


def test_up_to_64_combinations_are_tried_and_shown() -> None:
    found = response(contract(odd(6)), "Mon 09:00")
    assert found.status == "undetermined"
    assert {other.status for other in found.alternatives} == {"running", "not owed"}
    assert sum(prod(len(values) for _, values in other.given) for other in found.alternatives) == 64
    assert set(found.missing) == {f"f{number}" for number in range(6)}


def test_beyond_64_combinations_only_the_questions_are_told() -> None:
    found = response(contract(odd(7)), "Mon 09:00")
    assert (found.status, found.alternatives) == ("undetermined", ())
    assert set(found.missing) == {f"f{number}" for number in range(7)}


def test_a_fact_with_more_values_than_are_tried_is_asked_for() -> None:
    values = ", ".join(f"v{number}" for number in range(70))
    text = f"\nfact kind\n  values: {values}\n" + commitment("4 working hours", "when: kind is v1")
    found = response(contract(text), "Mon 09:00")
    assert (found.status, found.missing, found.alternatives) == ("undetermined", ("kind",), ())


NUMBER = """
fact users
  takes: number{limits}

commitment response
  force: guarantee
  starts: opened
  stops: responded
  | users         | within           |
  | more than 100 | 4 working hours  |
  | 10 to 100     | 8 working hours  |
  | less than 10  | 16 working hours |
"""


def test_of_a_number_one_value_between_each_two_bounds_is_tried() -> None:
    found = response(contract(NUMBER.format(limits=" from 0 to 100000")), "Mon 09:00")
    assert {shown(other.due) for other in found.alternatives} == {"Mon 13:00", "Mon 17:00", "Tue 17:00"}
    assert found.missing == ("users",)


@pytest.mark.parametrize(
    ("users", "expected"), [("9", "Tue 17:00"), ("10", "Mon 17:00"), ("100", "Mon 17:00"), ("100.5", "Mon 13:00")]
)
def test_bounds_belong_where_the_words_put_them(users: str, expected: str) -> None:
    assert (
        due(contract(NUMBER.format(limits=" from 0 to 100000")), "Mon 09:00", facts={"users": float(users)}) == expected
    )


def test_a_stretch_at_the_edge_of_a_domain_is_tried_too() -> None:
    # From 0 to 100.5: less than a whole number lies above 100, and it leads to another answer.
    found = response(contract(NUMBER.format(limits=" from 0 to 100.5")), "Mon 09:00")
    assert {shown(other.due) for other in found.alternatives} == {"Mon 13:00", "Mon 17:00", "Tue 17:00"}


def test_a_value_outside_of_a_domain_is_not_tried() -> None:
    found = response(contract(NUMBER.format(limits=" from 10 to 100000")), "Mon 09:00")
    assert {shown(other.due) for other in found.alternatives} == {"Mon 13:00", "Mon 17:00"}


def test_of_a_date_only_dates_are_tried() -> None:
    # Between the last day of one year and the first of the next there is no date.
    text = "\nfact sold\n  takes: date\n" + commitment(
        "4 working hours", "when: sold is at most 2025-12-31\n    or sold is at least 2026-01-01"
    )
    assert due(contract(text), "Mon 09:00") == "Mon 13:00"


def test_a_missing_tier_is_asked_for() -> None:
    text = """
tiers
  highest first: Gold, Silver

commitment response
  force: guarantee
  starts: opened
  stops: responded
  | tier   | within          |
  | Gold   | 4 working hours |
  | Silver | 8 working hours |
"""
    found = response(contract(text), "Mon 09:00")
    assert leads_to(found) == {
        (("tier", ("Gold",)),): ("running", "Mon 13:00"),
        (("tier", ("Silver",)),): ("running", "Mon 17:00"),
    }


def test_a_missing_option_is_asked_for_only_where_it_is_sold() -> None:
    text = """
tiers
  highest first: Gold, Silver

option nights
  for: Gold

coverage more
  exception to: usual
  when: nights is bought
  calendar: 24x7
"""
    graph = contract(text + commitment("4 working hours"))
    assert response(graph, "Mon 15:00", tier="Gold").missing == ("nights",)
    assert due(graph, "Mon 15:00", tier="Silver") == "Tue 11:00"


def test_a_missing_channel_is_asked_for() -> None:
    text = "\nchannels\n  values: web, phone\n" + commitment("4 working hours", "when: channel is phone")
    found = response(contract(text), "Mon 09:00")
    assert (found.status, found.missing) == ("undetermined", ("channel",))


def test_a_missing_fact_takes_no_other_promise_with_it() -> None:
    text = (
        facts("down")
        + commitment("4 working hours")
        + commitment("8 working hours", "when: down is yes", name="relief")
    )
    found = outcome(contract(text), "Mon 09:00")
    assert {one.id: one.status for one in found.obligations} == {"response": "running", "relief": "undetermined"}


def test_the_question_that_settles_most_comes_first() -> None:
    text = facts("down", "late", "far") + commitment(
        "4 working hours", "when: down is yes\n    and (late is yes or far is yes)"
    )
    assert response(contract(text), "Mon 09:00").missing[0] == "down"


def test_a_fact_that_follows_from_others_asks_for_those() -> None:
    text = (
        facts("down") + "\nfact grave\n  yes when: down is yes\n" + commitment("4 working hours", "when: grave is yes")
    )
    assert response(contract(text), "Mon 09:00").missing == ("down",)
    assert status(contract(text), "Mon 09:00", facts={"down": "yes"}) == "running"


def test_whether_an_event_lay_in_a_calendar_is_known_with_the_event() -> None:
    text = commitment("4 working hours", "when: resolved is during office")
    assert response(contract(text), "Mon 09:00", ("Mon 10:00", "resolved")).status == "running"
    assert response(contract(text), "Mon 09:00", ("Mon 18:00", "resolved")).status == "not owed"
    assert response(contract(text), "Mon 09:00").status == "undetermined"


def test_at_an_opening_it_is_open_and_at_a_closing_not() -> None:
    graph = contract(commitment("4 elapsed hours", "when: opened is during office"))
    assert status(graph, "Mon 09:00") == "running"
    assert status(graph, "Mon 17:00") == "not owed"
    outside = contract(commitment("4 elapsed hours", "when: opened is outside office"))
    assert status(outside, "Mon 17:00") == "running"


def test_each_event_without_a_channel_came_by_one_of_its_own() -> None:
    """Due at 11:00: either of two answers before that meets the promise if it was by phone, the other by web or not."""
    text = "\nchannels\n  values: phone, web\n" + commitment("2 working hours", "stops: responded by phone")
    events = (("Mon 10:00", "responded"), ("Mon 10:30", "responded"))
    found = response(contract(text), "Mon 09:00", *events, as_of="Mon 12:00")
    first, second = "channel of responded 1", "channel of responded 2"
    assert leads_to(found) == {
        ((first, ("phone",)),): ("met", "Mon 11:00"),
        ((first, ("web",)), (second, ("phone",))): ("met", "Mon 11:00"),
        ((first, ("web",)), (second, ("web",))): ("missed", "Mon 11:00"),
    }


def test_where_nothing_is_promised_it_does_not_matter_what_is_excluded() -> None:
    """The force alone says why: no exclusion is needed for it."""
    exclusion = "\nexclusion betas\n  when: beta is yes\n  excludes: any\n"
    text = facts("beta") + exclusion + "\ncommitment response\n  force: none\n"
    found = response(contract(text), "Mon 09:00")
    assert (found.status, found.why.because) == ("not owed", ())
    assert response(contract(text), "Mon 09:00", facts={"beta": "yes"}).why.because[0].id == "betas"


def test_where_nothing_is_promised_a_figure_is_not_missed() -> None:
    text = "\ncommitment response\n  force: none\n  starts: opened\n  stops: responded\n"
    assert status(contract(text), "Mon 09:00") == "not owed"


def test_a_value_for_which_nothing_is_owed_says_which_test_fails() -> None:
    text = "\nfact down\n" + commitment("4 working hours", "when: down is yes")
    found = response(contract(text), "Mon 09:00")
    assert {(other.given[0][1], other.text) for other in found.alternatives} == {
        (("yes",), "4 working hours"),
        (("no",), "it does not hold that down is yes"),
    }
