"""Each contract's page lists its sentences, and says truly which block of the policy encodes each."""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from slalang.graph import Graph
from slalang.graph.rules import Commitment
from slalang.source import Clause
from tests.contracts.graphs import graph_of

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "contracts").glob("*.md"))
HEAD = ["heading", "no.", "paraphrase", "encoded by"]
QUESTIONS = ["question", "where it is seen"]

SENTENCES = {
    "isode": {
        "(opening)": 1,
        "Incident Prioritization": 8,
        "Response Time": 2,
        "Relief": 5,
        "Resolution": 7,
        "Customer Responsibilities": 7,
        "Packages": 3,
        "Response times": 3,
    },
    "codesecure": {
        "Priority of a ticket": 2,
        "Note": 2,
        "Response Times": 4,
        "Business Hours": 1,
        "Issue Priority": 11,
    },
    "xecuritas": {
        "Overview and Applicability": 7,
        "Support Hours": 3,
        "Severity Levels": 5,
        "Customer Communication and Necessary Information": 15,
        "How to Report a Problem": 6,
        "Target Response and Resolution Timeframes by Severity Level": 8,
        "Troubleshooting and Diagnostics": 12,
        "Problem Escalation": 2,
        "Customer Escalation": 1,
        "Management Escalation": 1,
        "Third-Party Software": 4,
    },
    "secpod": {
        "Service Level Agreement": 5,
        "SecPod SanerNow Updates": 7,
        "Support Incident Classification": 1,
        "Target Response Times": 5,
        "Severity Definitions and Response Times": 8,
    },
    "bespoke": {"Software Support Agreement": 6, "Response & SLA": 15, "Callback Request": 1},
}
"""How many sentences, points of lists and rows of tables stand below each heading, counted in the texts by hand."""


class Row(NamedTuple):
    heading: str
    number: int
    paraphrase: str
    encoded_by: str

    @property
    def blocks(self) -> list[str]:
        return re.findall(r"`([^`]+)`", self.encoded_by)

    @property
    def is_encoded(self) -> bool:
        return not self.encoded_by.startswith("none: ")


def rows_of(page: Path) -> list[Row]:
    """The rows of the tables of sentences; a page may have other tables."""
    return [Row(cells[0], int(cells[1]), *cells[2:]) for cells in below(HEAD, page) if cells[1].isdigit()]


def below(head: list[str], page: Path) -> list[list[str]]:
    """The rows of the tables with such a head, without that."""
    rows, listed = [], False
    for line in page.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if listed and cells:
            rows.append(cells)
        listed = cells == head or (listed and bool(cells))
    return rows


def clauses_of(graph: Graph, name: str) -> tuple[Clause, ...] | None:
    """What a block cites, None if there is none; a table of figures stands in the commitments that use it."""
    if node := graph.get(name):
        return node.clauses
    tables = [table for _, body in graph.of(Commitment) for table in body.figures if table.rule == name]
    return tuple(clause for table in tables for cell in table.cells for clause in cell.clauses) if tables else None


ALL = [
    pytest.param(page.stem, row, id=f"{page.stem}: {row.heading} {row.number}")
    for page in PAGES
    for row in rows_of(page)
]


@pytest.mark.parametrize(("contract", "row"), ALL)
def test_what_encodes_a_sentence_exists_and_cites_its_heading(contract: str, row: Row) -> None:
    assert row.blocks or not row.is_encoded
    for name in row.blocks:
        clauses = clauses_of(graph_of(contract), name)
        assert clauses is not None, f"{name} is no block"
        cited = [clause for clause in clauses if clause.heading == row.heading]
        assert cited or not row.is_encoded, f"{name} does not cite {row.heading}"
        assert any(clause.paragraph in (None, row.number) for clause in cited) or not row.is_encoded


@pytest.mark.parametrize(("contract", "row"), ALL)
def test_a_sentence_is_a_paraphrase_of_at_most_a_dozen_words(contract: str, row: Row) -> None:
    assert 0 < len(row.paraphrase.split()) <= 12


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_the_sentences_below_a_heading_are_numbered_without_a_gap(page: Path) -> None:
    numbers: dict[str, list[int]] = {}
    for row in rows_of(page):
        numbers.setdefault(row.heading, []).append(row.number)
    assert numbers
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page_leaves_no_sentence_of_its_contract_out(page: Path) -> None:
    assert Counter(row.heading for row in rows_of(page)) == SENTENCES[page.stem]


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_every_block_that_cites_the_contract_is_on_its_page(page: Path) -> None:
    named = {name for row in rows_of(page) for name in row.blocks}
    cites = {node.id for node in graph_of(page.stem).nodes if node.clauses}
    assert cites <= named


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_what_a_careful_reader_finds_is_seen_in_blocks_that_exist(page: Path) -> None:
    _, *answers = below(QUESTIONS, page)
    named = [name for _, where in answers for name in re.findall(r"`([^`]+)`", where)]
    assert len(answers) >= 8
    assert [name for name in named if clauses_of(graph_of(page.stem), name) is None] == []
