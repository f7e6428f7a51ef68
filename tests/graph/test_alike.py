"""Two graphs are alike where they say the same, wherever their files say it; and nothing else is alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from slalang.graph import Graph, from_json, to_json
from slalang.graph.alike import alike
from slalang.policy import compile_policy
from slalang.source import Source

POLICIES = Path(__file__).parents[2] / "policies"
NAMES = ["isode", "codesecure", "xecuritas", "secpod", "bespoke"]

POLICY = """\
policy small "Small"
  zone: Europe/London
  in force: from 2026-01-01
party vendor "The vendor"
party customer "The customer"
event opened "Opened"
event answered "Answered"
severities "Severity"
  highest first: P1, P2
  chosen by: vendor
  definitions: none
  changes: none
calendar office "Office"
  open: Monday to Friday 09:00 to 17:00
coverage all-hours "Cover"
  calendar: office
commitment response "Response"
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours
  when: severity is one of P1, P2
reading firm "How firm is it?"
  default: firmly
  because: "it says so"
  | meaning | value     | in words |
  | firmly  | guarantee | "firmly" |
  | softly  | aim       | "softly" |
entitlement help "Help"
  force: firm
  gives: "help"
law first "First"
  when: severity is P1
  always: response is at most 4 working hours
"""


def graph(text: str) -> Graph:
    found, mistakes = compile_policy("small.sla", lambda path: Source.of(path, text))
    assert found is not None, mistakes
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("policy small", "\n\n# a comment\npolicy  small"),
        ("  starts: opened\n  stops: answered\n", "  stops: answered\n  starts: opened\n"),
        ("4 working hours\n  when", "04 working hour\n  when"),
        ("one of P1, P2", "one of P1,P2"),
        ("severity is one of P1, P2", "severity is  one of P1,  P2"),
        ("  when: severity is P1\n", "  when: severity is one of P1\n"),
        ('law first "First"\n  when:', 'law first "First" # so\n  when  :'),
        ("4 working hours\n  when", "4.0 working hours\n  when"),
        ("in words |\n", "in words|\n"),
        ('event opened "Opened"\nevent answered "Answered"', 'event answered "Answered"\nevent opened "Opened"'),
        ("P1\n  always: response is at most 4 working hours", "P1\n  always: response is at most 4 working  hour"),
        (
            "  when: severity is P1\n  always: response is at most 4 working hours",
            "  always: response is at most 4 working hours\n  when: severity is P1",
        ),
    ],
)
def test_layout_order_and_spelling_make_no_difference(old: str, new: str) -> None:
    assert old in POLICY
    assert alike(graph(POLICY), graph(POLICY.replace(old, new)))


def test_what_can_be_said_in_two_ways_is_alike() -> None:
    """In the words of a test, and in those of a meaning, which are quoted as they are."""
    ways = [
        ("severity is none of P1", "severity is not P1"),
        ("severity is P2 or above", "severity is P2 and above"),
    ]
    for one, other in ways:
        texts = [POLICY.replace("severity is one of P1, P2", way) for way in (one, other)]
        assert alike(*map(graph, texts)), one
    amounts = ["between 4 and 6 working hours", "between 04 working hours and 6.0 working hour"]
    figure = POLICY.replace("within: 4 working hours", "within: figure\n  breach: the later")
    doubt = 'reading figure "F"\n  default: a\n  because: "b"\n  | meaning | value | in words |\n  | a | {} | "c" |\n'
    assert alike(*(graph(figure + doubt.format(amount)) for amount in amounts))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("4 working hours\n  when", "5 working hours\n  when"),
        ("4 working hours\n  when", "40 working hours\n  when"),
        ("09:00 to 17:00", "09:00 to 17:30"),
        ("one of P1, P2", "one of P2"),
        ('"Response"', '"Answer"'),
        ('gives: "help"', 'gives: "04 helps"'),
        ("highest first: P1, P2", "highest first: P2, P1"),
        ("default: firmly", "default: softly"),
        ('event opened "Opened"', 'event opened "Opened"\nevent called "Called"'),
        ('event opened "Opened"', 'event opened "Opened"\n  note: "a note"'),
        ("at most 4 working", "at most 3 working"),
        ("from 2026-01-01", "from 2026-01-02"),
        ("within:", "less than:"),
    ],
)
def test_whatever_can_change_an_answer_or_its_words_makes_a_difference(old: str, new: str) -> None:
    assert old in POLICY
    assert not alike(graph(POLICY), graph(POLICY.replace(old, new)))


def test_a_text_in_quotes_is_not_spelled_otherwise() -> None:
    given = POLICY.replace('gives: "help"', 'gives: "4 help"')
    assert not alike(graph(given), graph(given.replace('"4 help"', '"04 help"')))


@cache
def contract(name: str, above: str = "") -> Graph:
    text = {f"{name}.sla": above + (POLICIES / f"{name}.sla").read_text(encoding="utf-8")}
    found, mistakes = compile_policy(f"{name}.sla", lambda path: Source.of(path, text[path]))
    assert found is not None, mistakes
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_contract_is_like_itself_ten_lines_lower_and_unlike_its_neighbours(name: str) -> None:
    here = contract(name)
    assert alike(here, contract(name, "\n" * 10))
    assert alike(here, from_json(to_json(here)))
    assert not any(alike(here, contract(other)) for other in NAMES if other != name)
