"""A reading is named by the answers that it moves, in whatever key it stands."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from slalang.outcome import Outcome
from slalang.pipeline import load_policy_text
from slalang.report.outcome.summary import readings
from tests.outcome.small import OFFICE_COVER, PRELUDE, commitment, outcome

RESPONSE = commitment("4 working hours")
PAUSE = "\nevent asked\nevent replied\npause waiting\n  starts: asked\n  stops: replied\n"
ASKED = (("Mon 16:15", "asked"), ("Mon 16:30", "replied"))
CAPPED = commitment("4 working hours", "pauses: waiting") + PAUSE + "  at most: 1 working day\n"
DAY = "working day: 8 working hours"

CHANGING = """
commitment response
  force: guarantee
  starts: opened
  stops: responded
  | severity | within          |
  | P1       | 4 working hours |
  | P2       | 8 working hours |

severities "Priority"
  highest first: P1, P2
  chosen by: customer
  definitions: none

reclassification lowered
  by: vendor
  direction: down
  clocks: retarget
  misses: stand
"""
LOWERED = {"severity": "P2", "by": "vendor"}
IN_TIME, AFTER_DUE = (("Tue 10:00", LOWERED),), (("Tue 14:00", LOWERED),)


class Key(NamedTuple):
    """A contract with a line whose value a reading takes the place of, its two meanings, and what happens."""

    policy: str
    line: str
    other: str
    events: tuple[Any, ...] = ()


KEYS = {
    "force": Key(RESPONSE, "force: guarantee", "aim"),
    "stops": Key(RESPONSE, "stops: responded", "resolved", (("Mon 16:30", "responded"),)),
    "pause starts": Key(commitment("4 working hours", "pauses: waiting") + PAUSE, "starts: asked", "replied", ASKED),
    "pause at most": Key(CAPPED, "at most: 1 working day", "2 working days", ASKED),
    "working day of a cap": Key(CAPPED, DAY, "close of business", ASKED),
    "working day of a closure": Key(RESPONSE + "\nevent asked\nevent replied\nclosure c\n"
                                    "  on: 5 working days after asked without replied\n",
                                    DAY, "close of business", ASKED[:1]),
    "working day of a delay after due": Key(RESPONSE + "\nnotice n\n  on: 1 working day after due of response\n"
                                            "  to: agent\n", DAY, "close of business"),
    "working day of a time before due": Key(RESPONSE.replace("4 working hours", "40 working hours") + "\nnotice n\n"
                                            "  on: 1 working day before due of response\n  to: agent\n",
                                            DAY, "close of business"),
    "working day of a delay after an event": Key(RESPONSE + "\nevent asked\nevent replied\nnotice n\n"
                                                 "  on: 1 working day after asked\n  to: agent\n",
                                                 DAY, "close of business", ASKED[:1]),
    "notice on": Key(RESPONSE + "\nnotice n\n  on: 50% of response\n  to: agent\n", "on: 50% of response",
                     "25% of response"),
    "notice to": Key(RESPONSE + "\nnotice n\n  on: miss of response\n  to: agent\n", "to: agent", "vendor"),
    "closure on": Key(RESPONSE + "\nevent asked\nevent replied\nclosure c\n"
                      "  on: 5 working days after asked without replied\n",
                      "on: 5 working days after asked without replied", "6 working days after asked without replied",
                      ASKED[:1]),
    "coverage for": Key(commitment("4 working hours") + commitment("4 working hours", name="other")
                        + "\ncoverage c\n  exception to: usual\n  for: response\n  calendar: 24x7\n",
                        "for: response", "other"),
    "change by": Key(CHANGING, "by: vendor", "customer", IN_TIME),
    "change direction": Key(CHANGING, "direction: down", "up", IN_TIME),
    "change clocks": Key(CHANGING, "clocks: retarget", "keep", IN_TIME),
    "change misses": Key(CHANGING, "misses: stand", "are waived", AFTER_DUE),
    "in force": Key(RESPONSE, "in force: unstated", "from 2026-01-01"),
}  # fmt: skip


def _answer(key: Key, default: str) -> Outcome:
    """What the contract says where a reading with that default stands in the key."""
    name, _, value = key.line.partition(": ")
    value = "from 2025-01-01" if value == "unstated" else value
    doubt = (
        f'\nreading doubt "Which?"\n  default: {default}\n  because: "it is not said"\n'
        f'  | meaning | value | in words |\n  | one | {value} | "one" |\n  | two | {key.other} | "two" |\n'
    )
    whole = PRELUDE + OFFICE_COVER + key.policy
    assert key.line in whole
    graph = load_policy_text(whole.replace(key.line, f"{name}: doubt") + doubt).graph
    assert graph is not None
    chosen = {"severity": "P1", "by": "customer"} if key.policy == CHANGING else {}
    return outcome(graph, "Mon 16:00", *key.events, **chosen)


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_a_reading_is_named_with_the_meaning_used(key: Key) -> None:
    assert [readings(_answer(key, default)) for default in ("one", "two")] == [{"doubt": "one"}, {"doubt": "two"}]
