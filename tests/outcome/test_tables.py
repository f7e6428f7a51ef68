"""Tables: a matrix gives the line that its block needs, and what a table does not speak of, another rule says."""

from __future__ import annotations

import pytest

from tests.outcome.small import contract, due

FACTS = """
fact size
  highest first: large, small

fact urgent

calendar weekend
  open: Saturday to Sunday 10:00 to 14:00

commitment response
  force: guarantee
  starts: opened
  stops: responded
  pauses: waiting
  within: 4 working hours

pause waiting
"""


@pytest.mark.parametrize(
    ("size", "urgent", "expected"),
    [("large", "yes", "Fri 20:00"), ("large", "no", "Sat 14:00"), ("small", "yes", "Mon+1 12:00")],
)
def test_a_matrix_of_calendars_covers(size: str, urgent: str, expected: str) -> None:
    """Opened on Friday at 16:00: four hours around the clock; from 10:00 at the weekend; 1 h and 3 h in the office."""
    table = """
coverage matrix
  | size by urgent | yes    | no      |
  | large          | 24x7   | weekend |
  | small          | office | office  |
"""
    graph = contract(FACTS + table, cover="")
    assert due(graph, "Fri 16:00", facts={"size": size, "urgent": urgent}) == expected


@pytest.mark.parametrize(("urgent", "expected"), [("yes", "Fri 20:00"), ("no", "Mon+1 12:00")])
def test_a_dash_in_a_table_of_calendars_leaves_it_to_the_other_coverage(urgent: str, expected: str) -> None:
    table = """
coverage at-once
  exception to: usual
  | urgent | calendar |
  | yes    | 24x7     |
  | no     | -        |
"""
    assert due(contract(FACTS + table), "Fri 16:00", facts={"urgent": urgent}) == expected


TARGETS = """
fact urgent

targets frames
  | urgent | response        | repair          |
  | yes    | 2 working hours | 4 working hours |
  | no     | 3 working hours | 5 working hours |

targets faster
  exception to: frames
  when: urgent is yes
  | urgent | response | repair         |
  | any    | -        | 1 working hour |

commitment response
  force: guarantee
  starts: opened
  stops: responded
  within: the figures of frames

commitment repair
  force: guarantee
  starts: opened
  stops: resolved
  within: the figures of frames
"""


@pytest.mark.parametrize(("urgent", "expected"), [("yes", "Mon 11:00"), ("no", "Mon 12:00")])
def test_an_exception_that_speaks_of_nothing_in_a_column_wins_over_nothing_there(urgent: str, expected: str) -> None:
    """Without a single figure of its own for the response, the faster table leaves it to the other."""
    assert due(contract(TARGETS), "Mon 09:00", facts={"urgent": urgent}) == expected


def test_a_dash_leaves_the_cap_of_a_pause_open() -> None:
    """Asked at 10:00 and answered at 15:00: three hours of the four are left from 12:00, two hours being the cap."""
    rows = "\n  | urgent | at most         |\n  | yes    | 2 working hours |\n  | no     | -               |\n"
    graph = contract(FACTS.rstrip() + rows)
    pause = (("Mon 10:00", {"pause": "waiting"}), ("Mon 15:00", {"resume": "waiting"}))
    assert due(graph, "Mon 09:00", *pause, facts={"urgent": "yes"}) == "Mon 15:00"
    assert due(graph, "Mon 09:00", *pause, facts={"urgent": "no"}) is None
