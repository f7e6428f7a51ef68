"""What the compiler refuses: each policy of tests/cases/policy carries its mistakes, and has no others."""

from pathlib import Path

import pytest

from slalang.policy import compile_policy
from slalang.source import Source
from tests.cases.annotated import expected, reported

CASES = Path(__file__).parents[1] / "cases" / "policy"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.sla")), ids=lambda path: path.stem)
def test_a_policy_has_exactly_the_mistakes_written_below_its_lines(path: Path) -> None:
    text = path.read_text()
    graph, diagnostics = compile_policy(path.name, lambda name: Source.of(name, text))
    assert expected(text), "a case without a mistake"
    assert reported(diagnostics) == expected(text)
    assert graph is None
