"""The argument for one obligation."""

from slalang.outcome.model import Reason
from slalang.report.outcome.explain import explanation
from slalang.source import Place
from tests.report.outcomes import STRETCHES, WHY_RESPONSE, outcome, response


def test_the_whole_argument() -> None:
    """The answer, the time stretch by stretch with reasons up to the target, then rule by rule with clause and line."""
    short = response(stretches=(STRETCHES[0], STRETCHES[2], STRETCHES[-1]))
    assert (
        explanation(outcome(), short, width=120)
        == """\
Response time (response): Tue 2025-04-22 12:30 +01:00
  owed by vendor to customer; guarantee; less than 4 working hours
  running; 30 working minutes left
  details "Response Time", policies/isode.sla:127
  scenario outage on Maundy Thursday, under isode

How the time runs
  start    Thu 2025-04-17 16:30 +01:00
  counted  Thu 2025-04-17 16:30 +01:00 to Thu 2025-04-17 17:00 +01:00: 30 minutes, office
  skipped  Fri 2025-04-18 00:00 +01:00 to Sat 2025-04-19 00:00 +01:00: Good Friday, England & Wales
  counted  Tue 2025-04-22 09:00 +01:00 to Tue 2025-04-22 12:30 +01:00: 3 hours 30 minutes, office
  sum      4 working hours, which is the target: less than 4 working hours

Why
  - priority P1 and package Silver: 4 working hours [details "Response Time"; policies/isode.sla:134]
  - covered in office hours [the policy's own; policies/isode.sla:64]
  - the customer set P1 at the opening

Read as
  figure-clock: as-covered
"""
    )


def test_a_held_over_start_shows_both_instants() -> None:
    held = response(start=STRETCHES[-1].start, stretches=STRETCHES[-1:])
    text = explanation(outcome(), held)
    assert "start event  Thu 2025-04-17 16:30 +01:00\n  start    Tue 2025-04-22 09:00 +01:00\n" in text


def test_the_sum_of_a_date_amount_is_in_hours() -> None:
    """Three working days of 8 hours each have 24 hours, which are no day."""
    days = tuple(STRETCHES[-1]._replace(start=at, end=at + 8 * 3_600_000_000) for at in (0, 10**11, 2 * 10**11))
    text = explanation(outcome(), response(stretches=days, target=None, measure="date"))
    assert "  sum      24 hours\n" in text


def test_a_date_amount_and_a_cap_name_the_instant_that_they_lead_to() -> None:
    zone = ("zone", "Europe/London")
    capped = Reason("cap", "waiting", "at most 1 working hour", data=(("cap", STRETCHES[0].end), zone))
    paused = Reason("paused", "waiting", "Waiting", because=(capped,))
    lands = Reason("landing", "response", "1 working day from the start, without pauses",
                   data=(("counted", 8), ("landing", STRETCHES[-1].end), zone))  # fmt: skip
    text = explanation(outcome(), response(why=WHY_RESPONSE._replace(because=(paused, lands))), width=120)
    assert (
        """\
Why
  - Waiting
    - at most 1 working hour: Thu 2025-04-17 17:00 +01:00
  - 1 working day from the start, without pauses: Tue 2025-04-22 12:30 +01:00
"""
        in text
    )


def test_what_a_scenario_records_is_no_rule_of_the_policy() -> None:
    """A setting without effect is cited by its line alone, and not as the policy's own."""
    set_by = Reason("ignored", "P1", "P1 has no effect", (), Place("x.scenario.yaml", 53, 3))
    text = explanation(outcome(), response(why=WHY_RESPONSE._replace(because=(set_by,))))
    assert "  - P1 has no effect [x.scenario.yaml:53]\n" in text
