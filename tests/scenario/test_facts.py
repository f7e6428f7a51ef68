"""Values of facts, by what the policy declares of them."""

from fractions import Fraction

import pytest

from slalang.scenario.model import FactRecord
from tests.scenario.reading import one, pointed_at, wrong

HEAD = "name: x\nas of: 2025-04-17T15:30Z\nfacts: "
NUMBER = "write a number from 0 to 1000 in digits, without quotes"


def value(text: str):
    (record,) = one(f"{HEAD}{{{text}}}").records
    assert isinstance(record, FactRecord)
    return record.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("effect: no-impact", "no-impact"),
        ("workaround: yes", "yes"),
        ("users: 12", Fraction(12)),
        ("users: 0.1", Fraction(1, 10)),
        ("signed: 1970-01-01", 719_163),
        ("agreed-date: 1970-01-01T00:00:01Z", 1_000_000),
        ("extra-time: 1 hour 30 minutes", 5_400_000_000),
        ("extra-time: 2 working hours", 7_200_000_000),
        ("extra-time: 2 elapsed days", 172_800_000_000),
        ("site: Europe/London", "Europe/London"),
    ],
)
def test_a_fact_has_a_value_of_its_domain(text: str, expected: object):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("effect: total-outag", "`effect` cannot be `total-outag`", "did you mean `total-outage`?"),
        ("effect: 7", "`effect` cannot be `7`", "write one of `total-outage`, `some-impact`, `no-impact`"),
        ("workaround: true", "`workaround` cannot be `true`", "write one of `yes`, `no`"),
        ("users: many", "`users` cannot be `many`", NUMBER),
        ("users: 1001", "`users` cannot be `1001`", NUMBER),
        ("users: 010", "`users` cannot be `010`", NUMBER),
        ('users: "12"', "`users` cannot be `12`", NUMBER),
        ("users: 1e3", "`users` cannot be `1e3`", NUMBER),
        ("signed: 17.04.2025", "`signed` cannot be `17.04.2025`", "write year, month and day: `2025-04-17`"),
        ("signed: 2025-02-30", "there is no date `2025-02-30`", "check year, month and day"),
        ("extra-time: 2 days", "`extra-time` cannot be `2 days`", "write a length of time: `4 working hours`"),
        ("site: Europe/Lodon", "`site` cannot be `Europe/Lodon`", "did you mean `Europe/London`?"),
        ("effct: no-impact", "the policy has no fact `effct`", "did you mean `effect`?"),
        ("major: yes", "`major` follows from other facts and is not recorded", "record the facts that it follows from"),
    ],
)
def test_a_value_that_a_fact_cannot_have_is_refused(text: str, message: str, help: str):
    mistake = wrong(f"{HEAD}{{{text}}}")
    assert (mistake.message, mistake.help) == (message, help)


def test_a_number_of_a_million_digits_is_no_number():
    assert wrong(f"{HEAD}{{users: {'9' * 10_000}}}").code == "SLA622"


def test_a_mistake_in_a_value_points_at_the_value():
    assert pointed_at(wrong(HEAD + "{effect: x}")) == "x"
