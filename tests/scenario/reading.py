"""Scenario texts read for the small policy of `graphs.py`, for tests."""

from slalang.graph import Graph
from slalang.scenario import Scenario, bind, read_scenarios
from slalang.source import Diagnostic, Source
from tests.scenario.graphs import policy


def read(text: str, graph: Graph | None = None) -> tuple[tuple[Scenario, ...], tuple[Diagnostic, ...]]:
    """The scenarios of a text, and everything that is wrong with it."""
    raw, mistakes = read_scenarios(Source.of("x.scenario.yaml", text))
    if raw is None:
        return (), mistakes
    scenarios, more = bind(raw, graph or policy())
    return scenarios, (*mistakes, *more)


def one(text: str) -> Scenario:
    """The only scenario of a text without mistakes."""
    scenarios, mistakes = read(text)
    assert not mistakes, [mistake.message for mistake in mistakes]
    (scenario,) = scenarios
    return scenario


def wrong(text: str) -> Diagnostic:
    """The only mistake of a text."""
    _, mistakes = read(text)
    assert len(mistakes) == 1, [mistake.message for mistake in mistakes]
    return mistakes[0]


def pointed_at(mistake: Diagnostic) -> str:
    """What a diagnostic underlines."""
    assert mistake.location
    return mistake.location.text
