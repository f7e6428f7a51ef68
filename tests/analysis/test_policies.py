"""The five contracts have neither gap nor conflict, and a slip in one is found where it was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from slalang.analysis import find_gaps_and_conflicts
from slalang.policy import compile_policy
from slalang.source import Diagnostic, Source
from slalang.source.pointing import in_sources
from slalang.source.render import render

POLICIES = Path(__file__).parents[2] / "policies"


def found_in(path: str, old: str = "", new: str = "") -> tuple[Diagnostic, ...]:
    sources: dict[str, Source] = {}

    def read(name: str) -> Source:
        text = (POLICIES / name).read_text(encoding="utf-8")
        assert old in text
        sources[name] = Source.of(name, text.replace(old, new, 1))
        return sources[name]

    graph, mistakes = compile_policy(path, read)
    assert graph is not None, mistakes
    return find_gaps_and_conflicts(graph, in_sources(sources))


NAMES = ["isode", "codesecure", "xecuritas", "secpod", "bespoke", "agreements/harbour-freight"]


@pytest.mark.parametrize("name", NAMES)
def test_a_contract_has_no_gap_and_no_conflict(name: str) -> None:
    assert found_in(f"{name}.sla") == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "isode",
            "  exception to: extended\n",
            "",
            "`extended` and `own-doing` give different coverage for `response` "
            "where `round-the-clock is bought, severity is P1, cause is unscheduled-installation`",
        ),
        ("isode", "  otherwise: P3\n", "", "there is no severity where `effect is some-impact`"),
        (
            "isode",
            "  | Bronze           | vendor    |\n",
            "",
            "there is nobody who chooses the severity where `tier is Bronze`",
        ),
        (
            "codesecure",
            "  clocks: clocks-on-change",
            "  clocks: restart",
            "`wrong-level` and `raised` give different effects on running clocks "
            "where `sold-by is codesecure, classification is too-high, more-urgent is yes, the change is up`",
        ),
        (
            "codesecure",
            "  when: tier is Premium\n",
            "  when: tier is Premium\n    and channel is email\n",
            "there is no coverage for `response` where `tier is Premium, channel is portal, sold-by is codesecure`",
        ),
        (
            "xecuritas",
            "| S3       | 1 day                 |",
            "| S3       | -                     |",
            "there is no figure for `response` where `severity is S3, product is released-and-supported, "
            "nature is problem, origin is own-product`",
        ),
    ],
)
def test_a_slip_is_shown_by_the_smallest_combination(name: str, old: str, new: str, message: str) -> None:
    assert [found.message for found in found_in(f"{name}.sla", old, new)] == [message]


def test_a_conflict_points_at_both_rules_and_says_what_to_write() -> None:
    text = render(found_in("isode.sla", "  exception to: usual\n"))
    assert [line.split("|")[-1].strip() for line in text.splitlines() if "gives" in line] == [
        "^^^^ gives `24x7`",
        "------ gives `office`",
    ]
    assert text.splitlines()[-2:] == [
        "clause: details, Incident Prioritization",
        "help: write `exception to: usual` if this one wins, or make their conditions exclude each other",
    ]
