"""The five contracts as graphs: facts that their texts give, worked out by hand."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from slalang.calendar import CloseOfBusiness, HolidayRule, NominalDay, SameTime, WeekHours, Window
from slalang.graph import Graph, from_json, to_json
from slalang.graph.rules import CalendarRule, Commitment, Coverage, Definition, Severities
from slalang.graph.traverse import parts_of
from slalang.graph.values import (
    ByReading,
    CalendarUnits,
    Figure,
    Hole,
    Length,
    Multiple,
    Range,
    Slot,
    Who,
    WorkingDays,
)
from slalang.policy import compile_policy
from slalang.source import Source
from slalang.source.codes import CODES

POLICIES = Path(__file__).parents[2] / "policies"
SLALANG = Path(__file__).parents[2] / "slalang"
NAMES = ("isode", "codesecure", "secpod", "xecuritas", "bespoke", "agreements/harbour-freight")
HOUR = 3_600_000_000


def read(name: str) -> Source:
    return Source.of(name, (POLICIES / name).read_text(encoding="utf-8"))


@cache
def graph_of(name: str) -> Graph:
    graph, mistakes = compile_policy(f"{name}.sla", read)
    assert graph is not None, mistakes
    assert {mistake.severity for mistake in mistakes} <= {"note"}
    return graph


def figures(name: str, commitment: str) -> dict[str, Slot[Figure]]:
    """The figures of a commitment by their labels."""
    node = graph_of(name).get(commitment)
    assert node is not None
    assert isinstance(node.body, Commitment)
    return {cell.label: cell.value for table in node.body.figures for cell in table.cells}


@pytest.mark.parametrize("name", NAMES)
def test_every_node_comes_after_all_that_it_rests_on(name: str) -> None:
    seen: set[str] = set()
    for node in graph_of(name).nodes:
        assert set(node.inputs) <= seen, node.id
        seen.add(node.id)


@pytest.mark.parametrize("name", NAMES)
def test_the_json_form_of_a_graph_is_the_graph(name: str) -> None:
    assert from_json(to_json(graph_of(name))) == graph_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_reading_of_a_value_is_an_input_of_its_node(name: str) -> None:
    for node in graph_of(name).nodes:
        assert {slot.reading for slot in parts_of(node.body, ByReading)} <= set(node.inputs), node.id


def _shuffled(text: str, seed: int) -> str:
    """The blocks of a file in another order; each stays below its heading, headings move as wholes."""
    first, *sections = re.split(r"(?m)^(?=## )", text)
    rng = random.Random(seed)
    mixed = []
    for section in sections:
        head, *blocks = re.split(r"\n\n(?=\S)", section.strip("\n"))
        rng.shuffle(blocks)
        mixed.append("\n\n".join((head, *blocks)) + "\n")
    rng.shuffle(mixed)
    return first.rstrip("\n") + "\n\n" + "\n".join(mixed)


def _without_places(graph: Graph) -> str:
    form = json.loads(to_json(graph))

    def strip(value: object) -> object:
        if isinstance(value, dict):
            kept = {key: strip(part) for key, part in value.items()}
            return {
                key: part for key, part in kept.items() if not (isinstance(part, dict) and part.get("is") == "Place")
            }
        return [strip(part) for part in value] if isinstance(value, list) else value

    return json.dumps(strip(form), sort_keys=True)


@pytest.mark.parametrize("name", ["isode", "codesecure", "secpod", "bespoke"])
def test_the_order_of_rules_has_no_meaning(name: str) -> None:
    text = (POLICIES / f"{name}.sla").read_text(encoding="utf-8")
    graph, mistakes = compile_policy("p.sla", lambda _: Source.of("p.sla", _shuffled(text, 7)))
    assert graph is not None, mistakes
    assert _without_places(graph) == _without_places(graph_of(name))


def test_the_hash_seed_has_no_meaning() -> None:
    script = (
        "import sys; from pathlib import Path; from slalang.source import Source; from slalang.graph import to_json;"
        "from slalang.policy import compile_policy; folder = Path(sys.argv[1]);"
        "print(to_json(compile_policy('xecuritas.sla', lambda n: Source.of(n, (folder / n).read_text('utf-8')))[0]))"
    )
    texts = set()
    for seed in ("1", "2"):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(SLALANG.parent)}
        command = [sys.executable, "-c", script, str(POLICIES)]
        texts.add(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)
    assert len(texts) == 1


def test_every_code_of_the_compiler_has_its_meaning_in_one_line() -> None:
    used = {code for path in (SLALANG / "policy").rglob("*.py") for code in re.findall(r"SLA\d{3}", path.read_text())}
    assert used <= set(CODES)


class TestIsode:
    def test_the_response_times_are_those_of_the_table(self) -> None:
        hours = Length(4 * HOUR, "working", "4 working hours")
        days = {n: WorkingDays(Fraction(n), f"{n} working day{'s' * (n > 1)}") for n in (1, 2, 3)}
        assert figures("isode", "response") == {
            "response P1 Gold": hours, "response P1 Silver": hours, "response P1 Bronze": days[1],
            "response P2 Gold": hours, "response P2 Silver": days[1], "response P2 Bronze": days[2],
            "response P3 Gold": days[1], "response P3 Silver": days[2], "response P3 Bronze": days[3],
            "response P4 Gold": days[1], "response P4 Silver": days[2], "response P4 Bronze": days[3],
        }  # fmt: skip

    def test_the_due_instant_of_a_response_is_a_miss(self) -> None:
        node = graph_of("isode").get("response")
        assert node is not None
        assert isinstance(node.body, Commitment)
        assert node.body.strict

    def test_relief_is_three_times_the_response_under_either_reading(self) -> None:
        (relief,) = figures("isode", "relief").values()
        assert isinstance(relief, ByReading)
        multiples = [value for _, value in relief.meanings if isinstance(value, Multiple)]
        assert {(value.times, value.of, value.in_elapsed_time) for value in multiples} == {
            (Fraction(3), "response", False),
            (Fraction(3), "response", True),
        }

    def test_office_hours_are_nine_to_five_without_the_holidays_of_england_and_wales(self) -> None:
        office = graph_of("isode").get("office")
        assert office is not None
        assert isinstance(office.body, CalendarRule)
        hours = office.body.hours
        day = (Window(540, 1020),)
        assert hours.opens == (WeekHours((day, day, day, day, day, (), ())),)
        assert hours.closed == (HolidayRule("GB", "ENG", True),)
        assert isinstance(hours.working_day, ByReading)
        meanings = [value for _, value in hours.working_day.meanings]
        assert meanings == [NominalDay(8 * HOUR), SameTime(), CloseOfBusiness()]

    def test_the_vendor_sets_the_severity_for_bronze_and_the_customer_else(self) -> None:
        severities = graph_of("isode").one(Severities)
        assert severities is not None
        assert {cell.label: cell.value for cell in severities.chosen_by} == {
            "severities Bronze": Who(("vendor",)),
            "severities Silver": Who(("customer",)),
            "severities Gold": Who(("customer",)),
        }

    def test_round_the_clock_cover_gives_way_to_the_customers_own_doing(self) -> None:
        graph = graph_of("isode")
        rules = {node.id: body for node, body in graph.of(Coverage)}
        assert rules["own-doing"].exception_to == ("extended",)
        assert rules["extended"].exception_to == ("usual",)
        usual = graph.get("usual")
        assert usual is not None
        assert {"extended", "office"} <= set(usual.inputs)


class TestCodeSecure:
    def test_a_day_of_response_is_read_in_three_ways(self) -> None:
        value = figures("codesecure", "response")["response P3 Standard"]
        assert isinstance(value, ByReading)
        assert set(dict(value.meanings).values()) == {
            WorkingDays(Fraction(2), "2 working days"),
            CalendarUnits(2, "day", "2 calendar days"),
            Length(48 * HOUR, "elapsed", "48 elapsed hours"),
        }

    def test_premium_hours_are_a_hole_unless_they_are_read_otherwise(self) -> None:
        premium = graph_of("codesecure").get("premium")
        assert premium is not None
        assert isinstance(premium.body, Coverage)
        (cell,) = premium.body.cells
        assert isinstance(cell.value, ByReading)
        assert isinstance(dict(cell.value.meanings)["unsaid"], Hole)
        assert dict(cell.value.meanings)["as-standard"] == "office"


class TestXecuritas:
    def test_four_to_six_hours_are_a_range_under_both_readings_of_an_hour(self) -> None:
        value = figures("xecuritas", "response")["response S2"]
        assert isinstance(value, ByReading)
        assert value.meanings == (
            (
                "covered",
                Range(
                    Length(4 * HOUR, "working", "4 working hours"),
                    Length(6 * HOUR, "working", "6 working hours"),
                    "between 4 and 6 working hours",
                ),
            ),
            (
                "elapsed",
                Range(
                    Length(4 * HOUR, "elapsed", "4 elapsed hours"),
                    Length(6 * HOUR, "elapsed", "6 elapsed hours"),
                    "between 4 and 6 elapsed hours",
                ),
            ),
        )

    def test_the_first_severity_wins_over_the_others(self) -> None:
        node = graph_of("xecuritas").get("severity S1")
        assert node is not None
        assert isinstance(node.body, Definition)
        assert set(node.body.exception_to) == {"S2", "S3"}


class TestBespoke:
    def test_the_agreement_fills_in_the_response_times(self) -> None:
        found = figures("agreements/harbour-freight", "response")
        assert found["response S1"] == Length(HOUR, "working", "1 working hour")
        assert found["response S5"] == WorkingDays(Fraction(10), "10 working days")
        assert len(found) == 5

    def test_the_template_alone_has_one_hole_for_them(self) -> None:
        ((label, value),) = figures("bespoke", "response").items()
        assert label == "response"
        assert isinstance(value, Hole)
        assert value.parameter == "response-time"

    def test_each_severity_is_covered_in_its_windows(self) -> None:
        node = graph_of("agreements/harbour-freight").get("handled-now")
        assert node is not None
        assert isinstance(node.body, Coverage)
        assert {cell.label: cell.value for cell in node.body.cells} == {
            "handled-now S1": "windows office-hours, out-of-hours, weekends, bank-holidays",
            "handled-now S2": "windows office-hours, out-of-hours",
            "handled-now S3": "windows office-hours",
            "handled-now S4": "windows office-hours",
            "handled-now S5": "windows office-hours",
        }
