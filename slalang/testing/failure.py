"""What a test says when an answer is not the one that was expected."""

from typing import Any, NamedTuple

from slalang.outcome.model import Reason
from slalang.source import Place


class Failure(NamedTuple):
    """One expectation that does not hold: where it stands, of what it is, and why the answer is another."""

    scenario: str
    place: Place
    """Of the key in `expect:` or `working:`."""
    what: str
    """Such as `response: due`."""
    expected: str
    found: str
    why: Reason | None = None
    path: tuple[str, ...] = ()
    """The keys below that of the place, at the end of which the part stands, or would stand if it were written out."""
    instead: Any = None
    """What could be expected in its place, as texts, lists and dictionaries; None: nothing that can be written so."""


class Difference(NamedTuple):
    """A part of an expectation that does not hold; `path` is empty where it is the whole."""

    path: tuple[str, ...]
    expected: str
    found: str
    why: Reason | None = None
    instead: Any = None
