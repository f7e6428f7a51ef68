"""From the place of a rule in a graph to a span in its file."""

from __future__ import annotations

import pytest

from slalang.source import Location, Place, Source, Span
from slalang.source.pointing import in_blank, in_sources

TEXT = 'coverage usual "Usual"   # a comment\n  calendar: office\n  | P1 | 1 hour  | 2 days |\n'


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [(1, 10, 'usual "Usual"'), (2, 13, "office"), (3, 5, "P1"), (3, 10, "1 hour"), (3, 20, "2 days"), (4, 1, "")],
)
def test_what_stands_at_a_place_ends_at_a_bar_a_comment_or_the_line(line: int, column: int, text: str) -> None:
    location = in_sources({"a.sla": Source.of("a.sla", TEXT)})(Place("a.sla", line, column))
    assert location.text == text
    assert location.place == Place("a.sla", line, column)


@pytest.mark.parametrize("place", [Place("b.sla", 7, 3), Place("a.sla", 9, 1), Place("b.sla", 1, 1)])
def test_a_place_in_a_file_that_is_not_at_hand_keeps_its_line_and_column(place: Place) -> None:
    location = in_sources({"a.sla": Source.of("a.sla", TEXT)})(place)
    assert location.place == place
    assert location.text == ""


def test_a_file_that_is_not_at_hand_is_blank() -> None:
    assert in_blank(Place("b.sla", 2, 3)) == Location(Source.of("b.sla", "\n  "), Span(3, 3))
