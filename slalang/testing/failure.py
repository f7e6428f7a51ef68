"""What a test says when an answer is not the one that was expected."""

from __future__ import annotations

from typing import NamedTuple

from slalang.outcome.model import Reason
from slalang.source import Place


class Failure(NamedTuple):
    """One expectation that does not hold: where it stands, of what it is, and why the answer is another."""

    scenario: str
    place: Place
    what: str
    """Such as `response: due`."""
    expected: str
    found: str
    why: Reason | None = None


class Difference(NamedTuple):
    """A part of an expectation that does not hold; `part` is empty where it is the whole."""

    part: str
    expected: str
    found: str
    why: Reason | None = None
