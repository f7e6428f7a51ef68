"""Names that the policy does not have, each reported where it stands with what was meant."""

import pytest

from tests.scenario.reading import pointed_at, read, wrong

AT = "2025-04-17T15:30Z"


def mistake_of(line: str):
    return wrong(f"name: x\nas of: {AT}\n{line}\n")


@pytest.mark.parametrize(
    ("line", "message", "help"),
    [
        ("tier: Slver", "the policy has no tier `Slver`", "did you mean `Silver`?"),
        ("tier: 1", "the policy has no tier `1`", "write one of `Gold`, `Silver`, `Bronze`"),
        ("options: [round-the-clok]", "the policy has no option `round-the-clok`", "did you mean `round-the-clock`?"),
        ("channel: telephone", "the policy has no channel `telephone`", "did you mean `phone`?"),
        ("readings: {relief-tim: elapsed}", "the policy has no reading `relief-tim`", "did you mean `relief-time`?"),
        (
            f"expect: {{relief-missed: {{due: {AT}}}}}",
            "the policy has no commitment `relief-missed`",
            "it is an escalation or a notice: write it below `steps:`",
        ),
        (
            "readings: {relief-time: wall}",
            "`wall` is no meaning of the reading `relief-time`",
            "write one of `covered`, `elapsed`",
        ),
        (f"events: [{{at: {AT}, event: respnded}}]", "the policy has no event `respnded`", "did you mean `responded`?"),
        (
            f"events: [{{at: {AT}, event: asked, by: boss}}]",
            "the policy has no party `boss`",
            "write one of `vendor`, `customer`, `account-manager`",
        ),
        (
            f"events: [{{at: {AT}, pause: waiting}}]",
            "the policy has no pause `waiting`",
            "write one of `waiting-on-customer`",
        ),
        (f"events: [{{at: {AT}, waive: releif}}]", "the policy has no commitment `releif`", "did you mean `relief`?"),
        (f"events: [{{at: {AT}, severity: p1}}]", "the policy has no severity `p1`", "did you mean `P1`?"),
        ("expect: {respons: none}", "the policy has no commitment `respons`", "did you mean `response`?"),
        (
            "expect: {severity: P9}",
            "the policy has no severity `P9`",
            "write one of `P1`, `P2`, `P3`, `unknown`, `undetermined`",
        ),
        ("expect: {duties: [hlp]}", "the policy has no duty `hlp`", "did you mean `help`?"),
        (
            "expect: {steps: {missed: {state: to come}}}",
            "the policy has no escalation or notice `missed`",
            "write one of `relief-missed`",
        ),
        ("expect: {closures: {silent: {due: none}}}", "the policy has no closure `silent`", "did you mean `silence`?"),
        (
            "expect: {response: {undetermined until: [round-the-clok]}}",
            "the policy has no fact, option or event `round-the-clok`",
            "did you mean `round-the-clock`?",
        ),
        (
            "working: {respons: {none: x}}",
            "the policy has no commitment or closure `respons`",
            "did you mean `response`?",
        ),
    ],
)
def test_an_unknown_name_is_refused(line: str, message: str, help: str):
    mistake = mistake_of(line)
    assert (mistake.message, mistake.help) == (message, help)
    assert f"`{pointed_at(mistake)}`" in message


@pytest.mark.parametrize("part", ["{undetermined until: [effect, round-the-clock, tier]}", "{missing: [opened]}"])
def test_an_answer_may_turn_on_whatever_the_record_can_lack(part: str):
    assert read(f"name: x\nas of: {AT}\nexpect: {{response: {part}}}")[1] == ()


@pytest.mark.parametrize("name", ["response", "response 2", "response:part-a", "response:part-a 2"])
def test_an_expectation_can_name_a_part_of_a_commitment(name: str):
    assert read(f"name: x\nas of: {AT}\nexpect: {{'{name}': none}}")[1] == ()


def test_all_mistakes_of_a_file_are_reported_in_one_run():
    _, mistakes = read(
        "name: x\n"
        "teir: Silver\n"
        "options: [round-the-clok]\n"
        "facts: {effect: bad, effct: bad}\n"
        "events:\n"
        "  - {at: 2025-04-17, event: respnded}\n"
        "  - {event: opened}\n"
    )
    assert sorted(mistake.location.place.line for mistake in mistakes) == [2, 3, 4, 4, 6, 6, 7]


def test_a_mistake_in_what_is_shared_is_reported_once():
    _, mistakes = read(
        "shared: {tier: Slver}\nscenarios: [{name: a, opened: 2025-04-17T15:30Z}, {name: b, opened: 2025-04-17T15:30Z}]"
    )
    assert len(mistakes) == 1
