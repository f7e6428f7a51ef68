"""One changed token costs one line: few diagnostics, and the first of them there."""

import pytest

from slalang.syntax import parse
from slalang.syntax.lines import lines_of
from tests.syntax.mutants import Mutant, mutants, policies

SEED = 20261121


@pytest.mark.usefixtures("parts_once")
@pytest.mark.parametrize("part", range(4))
def test_what_breaks_a_line_is_reported_on_it_and_at_most_three_times(part: int) -> None:
    """Of 2,000 one-token mutants, each that breaks the syntax has one to three diagnostics, the first on its line."""
    broken = 0
    for mutant in mutants(SEED + part, 500):
        _, found = parse(mutant.source)
        broken += bool(found)
        assert len(found) <= 3, _told(mutant, found)
        assert not found or found[0].location.place.line == mutant.line, _told(mutant, found)
    assert broken > 350


def test_the_tokens_of_a_mutant_are_its_text() -> None:
    """Tokens and trivia partition a text, also a broken one."""
    for mutant in mutants(SEED, 200):
        tokens = [token for line in lines_of(mutant.source) for token in line.tokens]
        assert "".join(token.text for token in tokens) == mutant.source.text


def test_the_policies_themselves_have_no_mistakes() -> None:
    """What is mutated is right."""
    for source in policies():
        assert parse(source)[1] == ()


def _told(mutant: Mutant, found: tuple) -> str:  # type: ignore[type-arg]
    places = "\n".join(f"  {each.code} {each.message} {each.location.place}" for each in found)
    return f"{mutant.done} in {mutant.source.name}:{mutant.line}\n{mutant.source.line(mutant.line)}\n{places}"
