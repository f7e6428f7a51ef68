"""A policy tells a rule what is in it and where, so that no rule handles positions."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from slalang.calendar import to_instant
from slalang.graph.rules import Commitment
from slalang.lint import NoGraph, Policy
from slalang.lint.load import Settings, load, load_text
from slalang.source import Clause
from slalang.syntax.nodes import Block, Cell, Heading, Holidays, Plain, Raw, Row, Sentence
from tests.docs.page import ROOT

TEXT = """policy p "A policy"
  zone: Europe/London
  in force: always

source agreement "Agreement"

party vendor "V"
party customer "C"

## Hours [agreement: Hours, 2]

> Office hours.

calendar office "Office"
  open: Monday to Friday 09:00 to 17:00
  closed: days-off
  working day: 8 working hours

reading days-off "Which?"
  default: none-of-them
  because: "x"
  | meaning      | value                                | in words |
  | none-of-them | none                                 | "none"   |
  | english      | public holidays of GB-ENG with observed days | "those"  |

coverage usual per agreement "Cover"
  calendar: office

## Response [agreement: Response]

event answered "Answered"

severities
  highest first: P1, P2
  chosen by: vendor
  definitions: none
  changes: none

commitment response
  force: aim
  starts: opened
  stops: answered
  calendar: office per agreement "Clock"
  within: the figures below
  | severity | within          |
  | P1       | 1 working hour  |
  | P2       | 2 working hours | per agreement "Table" 3
"""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_text(TEXT.replace("  within: the figures below\n", ""))


def block(policy: Policy, name: str) -> Block:
    found = policy.block(name)
    assert found is not None
    return found


def test_blocks_are_found_by_kind_and_by_the_name_of_their_node(policy: Policy) -> None:
    assert [policy.name(each) for each in policy.blocks("calendar", "coverage", "severities")] == [
        "office", "usual", "severities",
    ]  # fmt: skip
    assert policy.block("nobody") is None
    node = policy.node(block(policy, "response"))
    assert node is not None and isinstance(node.body, Commitment)


def test_values_are_found_wherever_they_stand_meanings_of_readings_too(policy: Policy) -> None:
    (holidays,) = policy.find(Holidays)
    around = policy.around(holidays)
    assert around is not None and policy.name(around) == "days-off"
    assert isinstance(policy.piece(holidays), Row)
    assert [policy.text(plain) for plain in policy.find(Plain, block(policy, "response"))] == [
        "1 working hour",
        "2 working hours",
    ]
    assert len(list(policy.find(Raw))) == 2


def test_a_row_gives_its_cells_by_the_words_of_their_headings(policy: Policy) -> None:
    rows = list(policy.rows(block(policy, "response")))
    assert [{heading: policy.text(cell) for heading, cell in row.items()} for row in rows] == [
        {"severity": "P1", "within": "1 working hour"},
        {"severity": "P2", "within": "2 working hours"},
    ]
    assert all(isinstance(cell, Cell) for row in rows for cell in row.values())


def test_blocks_stand_under_their_heading_and_their_sentence(policy: Policy) -> None:
    (sentence,) = policy.items(Sentence)
    hours, response = policy.items(Heading)
    assert [policy.name(each) for each in policy.below(sentence)] == ["office", "days-off", "usual"]
    assert policy.below(hours) == policy.below(sentence)
    assert [policy.name(each) for each in policy.below(response)] == ["answered", "severities", "response"]


def test_a_node_cites_what_its_line_or_row_does_or_else_its_block_or_else_its_heading(policy: Policy) -> None:
    response, usual = block(policy, "response"), block(policy, "usual")
    first, second = response.table.rows if response.table else ()
    assert policy.clause(response) == Clause("agreement", "Response")
    assert policy.clause(response.lines[-1]) == Clause("agreement", "Clock")
    assert policy.clause(response.lines[-1].value) == Clause("agreement", "Clock")
    assert policy.clause(first) == Clause("agreement", "Response")
    assert policy.clause(second.cells[1]) == Clause("agreement", "Table", 3)
    assert policy.clause(usual.lines[0]) == Clause("agreement", "Cover")
    assert policy.clause(block(policy, "office")) == Clause("agreement", "Hours", 2)
    assert policy.clause(next(policy.items(Sentence))) == Clause("agreement", "Hours", 2)
    assert policy.clause(block(policy, "vendor")) is None


def test_a_block_is_pointed_at_by_its_name_and_so_is_its_node_in_the_graph(policy: Policy) -> None:
    response = block(policy, "response")
    node = policy.graph.get("response")
    assert node is not None
    assert policy.location(response) == policy.location(node)
    assert policy.location(node).text == "response"
    assert policy.location(block(policy, "severities")).text == "severities"


def test_what_the_graph_places_inside_of_a_block_has_its_clause(policy: Policy) -> None:
    node = policy.graph.get("response")
    assert node is not None and isinstance(node.body, Commitment)
    (table,) = node.body.figures
    assert [policy.text(cell) for cell in table.cells] == ["1 working hour", "2 working hours"]
    assert [policy.clause(cell) for cell in table.cells] == [
        Clause("agreement", "Response"),
        Clause("agreement", "Table", 3),
    ]


def test_a_name_is_mentioned_wherever_it_stands_but_at_its_head(policy: Policy) -> None:
    lines = [policy.source(name).locate(name.span.start)[0] for name in policy.mentions("office")]
    assert [policy.source(policy.file.items[0]).line(line).split(":")[0] for line in lines] == [
        "  calendar",
        "  calendar",
    ]


def test_a_calendar_is_as_the_readings_make_it(policy: Policy) -> None:
    christmas = [to_instant(datetime(2026, 12, day, tzinfo=UTC)) for day in (25, 26)]
    usual, english = policy.calendar("office"), policy.calendar("office", {"days-off": "english"})
    assert usual is not None and english is not None
    assert (usual.open_time(*christmas), english.open_time(*christmas)) == (8 * 3_600_000_000, 0)
    assert policy.calendar("nowhere") is None


def test_a_policy_that_does_not_compile_has_no_graph() -> None:
    policy = load_text(TEXT.replace("calendar: office\n", "calendar: ofice\n"))
    assert not policy.compiles
    with pytest.raises(NoGraph):
        _ = policy.graph


def test_blocks_of_a_library_are_borrowed_and_those_of_the_file_are_not() -> None:
    policy = load(ROOT / "policies/agreements/harbour-freight.sla", Settings())
    assert isinstance(policy, Policy)
    borrowed = {Path(policy.source(each).name).name for each in policy.blocks() if policy.is_borrowed(each)}
    assert borrowed == {"bespoke.sla"}
    assert not any(policy.is_borrowed(each) for each in policy.file.items)
