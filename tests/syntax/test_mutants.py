"""One changed token costs one line: few diagnostics, and the first of them there."""

from collections.abc import Sequence

from slalang.source import Diagnostic
from slalang.syntax import parse
from slalang.syntax.lines import lines_of
from tests.syntax.mutants import Change, Mutant, mutants, policies

SEED = 20261121
COUNT = 2000


def test_what_breaks_a_line_is_reported_on_it_and_at_most_three_times() -> None:
    """Of 2,000 one-token changes, each that breaks the syntax has one to three diagnostics, the first on its line."""
    changed = broken = 0
    for mutant in mutants(SEED, COUNT):
        _, found = parse(mutant.source)
        lines = [place.line for place in _places(found)]
        assert all(any(line in change.chapter for change in mutant.changes) for line in lines)
        for change in mutant.changes:
            here = [line for line in lines if line in change.chapter]
            assert len(here) <= 3, _told(mutant, change, found)
            assert not here or here[0] == change.line, _told(mutant, change, found)
            changed += 1
            broken += bool(here)
    assert changed >= COUNT
    assert broken > 0.7 * changed


def test_the_tokens_of_a_mutant_are_its_text() -> None:
    """Tokens and trivia partition a text, also a broken one."""
    for mutant in mutants(SEED, 300):
        tokens = [token for line in lines_of(mutant.source) for token in line.tokens]
        assert "".join(token.text for token in tokens) == mutant.source.text


def test_the_policies_themselves_have_no_mistakes() -> None:
    """What is mutated is right."""
    for source in policies():
        assert parse(source)[1] == ()


def _places(found: Sequence[Diagnostic]) -> list:  # type: ignore[type-arg]
    assert all(diagnostic.location for diagnostic in found)
    return [diagnostic.location.place for diagnostic in found if diagnostic.location]


def _told(mutant: Mutant, change: Change, found: Sequence[Diagnostic]) -> str:
    here = [each for each in found if each.location and each.location.place.line in change.chapter]
    places = "\n".join(f"  {each.code} {each.message} {each.location.place}" for each in here if each.location)
    name = f"{mutant.source.name}:{change.line}"
    return f"{change.done} in {name}\n{mutant.source.line(change.line)}\n{places}"
