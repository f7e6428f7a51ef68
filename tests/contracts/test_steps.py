"""Who is told and where an incident goes, in each contract: of what comes, and of what does not."""

from typing import Any

import pytest

from slalang.outcome import Outcome, evaluate
from slalang.scenario import scenario_from
from tests.contracts.graphs import graph_of

XECURITAS = {"product": "released-and-supported", "nature": "problem", "origin": "own-product", "pattern": "constant"}
SEVERITY_1 = {**XECURITAS, "emergency": "mail-disruption"}
SEVERITY_2 = {**XECURITAS, "emergency": "neither", "reach": "small", "loss": "significant"}
TUESDAY_NOON, TUESDAY_NIGHT, FRIDAY = "2010-06-08T12:00-04:00", "2010-06-08T22:00-04:00", "2010-06-11T12:00-04:00"


def answered(contract: str, opened: str, *events: dict[str, Any], **incident: Any) -> Outcome:
    graph = graph_of(contract)
    scenario, mistakes = scenario_from(graph, events=[{"at": opened, "event": "opened"}, *events], **incident)
    assert scenario is not None, mistakes
    return evaluate(graph, scenario)


def happened(contract: str, opened: str, as_of: str, *events: dict[str, Any], **incident: Any) -> set[tuple[str, str]]:
    """The escalations and notices that have come, each with its recipient."""
    outcome = answered(contract, opened, *events, as_of=as_of, **incident)
    steps = [*outcome.steps, *(step for one in outcome.obligations for step in one.steps)]
    return {(step.rule, *step.to) for step in steps if step.state == "happened"}


@pytest.mark.parametrize("channel", ["online", "phone", "email"])
@pytest.mark.parametrize("facts", [SEVERITY_1, SEVERITY_2], ids=["S1", "S2"])
@pytest.mark.parametrize("opened", [TUESDAY_NOON, TUESDAY_NIGHT], ids=["at noon", "at night"])
def test_only_a_severity_1_that_comes_online_after_hours_pages_the_staff_on_call(
    channel: str, facts: dict[str, str], opened: str
) -> None:
    paged = (channel, facts, opened) == ("online", SEVERITY_1, TUESDAY_NIGHT)
    found = happened("xecuritas", opened, opened, channel=channel, facts=facts)
    assert found == ({("page-on-call", "on-call")} if paged else set())


ANY, ALSO_S1 = ("resolution-missed", "management"), ("late-severity-one", "management")
WORD = ("late-severity-one-notice", "management")


@pytest.mark.parametrize(("facts", "gone"), [(SEVERITY_1, {ANY, ALSO_S1, WORD}), (SEVERITY_2, {ANY})], ids=["S1", "S2"])
def test_what_is_not_resolved_in_time_goes_to_management_and_a_severity_1_by_a_rule_of_its_own(
    facts: dict[str, str], gone: set[tuple[str, str]]
) -> None:
    """By Friday noon a day of 24 hours is over, and so are two support days from Tuesday noon."""
    assert happened("xecuritas", TUESDAY_NOON, FRIDAY, channel="online", facts=facts) == gone


def test_a_late_response_alone_goes_to_nobody_as_long_as_the_times_of_resolution_are_meant() -> None:
    """At 19:00 six support hours from noon are over, with a support day and more to go for the resolution."""
    as_of = "2010-06-08T19:00-04:00"
    assert happened("xecuritas", TUESDAY_NOON, as_of, channel="online", facts=SEVERITY_2) == set()


@pytest.mark.parametrize(("channel", "told"), [("phone", {("to-the-director", "director")}), ("email", set())])
def test_a_complaint_reaches_the_director_by_phone(channel: str, told: set[tuple[str, str]]) -> None:
    call = {"at": "2010-06-08T13:00-04:00", "event": "dissatisfied", "by": "customer", "channel": channel}
    as_of = "2010-06-08T14:00-04:00"
    assert happened("xecuritas", TUESDAY_NOON, as_of, call, channel="online", facts=SEVERITY_2) == told


@pytest.mark.parametrize(
    ("as_of", "gone"),
    [("2025-06-10T14:00+01:00", set()), ("2025-06-11T14:00+01:00", {("relief-missed", "account-manager")})],
    ids=["response", "relief"],
)
def test_with_isode_late_relief_goes_to_the_account_manager_and_a_late_response_to_nobody(
    as_of: str, gone: set[tuple[str, str]]
) -> None:
    """Gold has P2 of nine answered in 4 hours, by 13:00, and relieved in 12, by 13:00 on the next day."""
    facts = {"environment": "production", "effect": "frequent-failures"}
    assert happened("isode", "2025-06-10T09:00+01:00", as_of, tier="Gold", options=[], facts=facts) == gone


def test_a_beta_version_is_handed_to_another_document_by_name() -> None:
    scope = answered("xecuritas", TUESDAY_NOON, channel="online", facts={**SEVERITY_1, "product": "beta"}).scope
    assert (scope.state, scope.handed_to) == ("out of scope", ("said in trial-policy",))
