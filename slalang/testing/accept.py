"""What was found put in place of what was expected, where that can be done without harm to other expectations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from slalang.files import read_file
from slalang.scenario.files import read_scenarios
from slalang.scenario.model import Scenario
from slalang.scenario.rewrite import at_path, edited, edits, expectations
from slalang.scenario.tree import Tree
from slalang.source import DEFAULT_LIMITS, Edit, Limits, Place, Source, has_errors
from slalang.testing.failure import Failure
from slalang.testing.parallel import in_turn
from slalang.testing.run import is_tested
from slalang.testing.trial import Tested
from slalang.testing.workshop import Ready


class Change(NamedTuple):
    """An expectation that could say what was found; where it can't, why not."""

    failure: Failure
    edits: tuple[Edit, ...]
    refused: str = ""


class Proposal(NamedTuple):
    """All changes of a file, in the order of its failures."""

    file: Path
    source: Source
    changes: tuple[Change, ...]
    tested: tuple[Tested, ...]
    """Every scenario of the file as it is now."""


Load = Callable[[Source], Ready]
"""The scenarios of a text, bound to their policy."""


def propose(file: Path, load: Load, wanted: Callable[[Scenario], bool], limits: Limits = DEFAULT_LIMITS) -> Proposal:
    """The changes that would make the wanted scenarios of a valid file pass."""
    source = read_file(file, limits.of_scenarios())
    assert isinstance(source, Source)
    raw, _ = read_scenarios(source, limits)
    assert raw is not None
    tested = _tested(load(source))
    failures = [failure for one in tested if wanted(one.scenario) for failure in one.failures]
    places = expectations(raw.tree)
    first = {(failure.place, failure.path): failure for failure in reversed(failures)}
    changes = tuple(_change(failure, places, tested) for failure in reversed(first.values()))
    return Proposal(file, source, changes, tested)


def accepted(proposal: Proposal, changes: Iterable[Change], load: Load) -> str | None:
    """The text of a file with some of its changes; None where something else would fail then.

    It is held against the policy again: what was changed must hold, and nothing may fail that did not before.
    """
    taken = tuple(changes)
    source = proposal.source
    text = edited(source, [edit for change in taken for edit in change.edits])
    ready = load(Source.of(source.name, text))
    if has_errors(ready.diagnostics):
        return None
    mended = {(change.failure.place.line, change.failure.path) for change in taken}
    before = {_identity(failure) for one in proposal.tested for failure in one.failures}
    after = {_identity(failure) for one in _tested(ready) for failure in one.failures}
    still = {(name, what) for name, what, at in before if at not in mended}
    return text if {(name, what) for name, what, _ in after} <= still else None


def _identity(failure: Failure) -> tuple[str, str, tuple[int, tuple[str, ...]]]:
    return failure.scenario, failure.what, (failure.place.line, failure.path)


def _tested(ready: Ready) -> tuple[Tested, ...]:
    return tuple(in_turn([one for one in ready.governed if is_tested(one.scenario)]))


def _change(failure: Failure, places: dict[Place, Tree], tested: Sequence[Tested]) -> Change:
    value = places.get(failure.place)
    if value is None:
        return Change(failure, (), "a working is worked out by hand, and never rewritten")
    if failure.instead is None:
        return Change(failure, (), "what was found can't be written in its place")
    part = at_path(value, failure.path)
    found = edits(part, failure.instead) if part is not None else None
    if not found:
        return Change(failure, (), "a comment in the middle of it would be lost, or its form does not fit")
    if other := _otherwise(failure, tested):
        return Change(failure, (), f"`{other}` shares this expectation, and it is not so there: write it out in both")
    return Change(failure, found)


def _otherwise(failure: Failure, tested: Sequence[Tested]) -> str | None:
    """A scenario that expects the same at the same place, and finds something else."""
    return next((one.scenario.name for one in _sharing(failure.place, tested) if not _is_so(failure, one)), None)


def _sharing(place: Place, tested: Sequence[Tested]) -> Iterator[Tested]:
    return (one for one in tested if any(expectation.place == place for expectation in one.scenario.expect))


def _is_so(failure: Failure, one: Tested) -> bool:
    alike = [other for other in one.failures if (other.place, other.path) == (failure.place, failure.path)]
    return [other.instead for other in alike] == [failure.instead]
