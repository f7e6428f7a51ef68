"""A clock waits for the next opening, and nothing says whether it stops at the end of the day.

## What it does

Finds a commitment with `held over to:` that has no line `calendar:`. One that counts elapsed time or dates only is left
alone, since these never stop.

## Why it matters

What waits for the next working day begins there. Whether its clock then stands still again at night, or runs on once it
has begun, is another question, and the two answers lie a night or a weekend apart. Without the line, time counts in the
hours of cover: that may be right, but a reader cannot see that it was meant.

## Example

```sla
commitment response "First answer"
  force: guarantee
  starts: opened
  held over to: office
  stops: answered
  within: 4 working hours
```

## Use instead

```sla
commitment response "First answer"
  force: guarantee
  starts: opened
  held over to: office
  stops: answered
  calendar: coverage
  within: 4 working hours
```

## Taught by

The agreement for bespoke software, under which an issue that is not handled in its window is held over to the next
working day: whether a clock that has started stops at the end of its window, both readings are possible.
"""

from collections.abc import Iterator
from typing import Any

from slalang.graph.rules import Commitment
from slalang.graph.traverse import parts_of
from slalang.graph.values import CalendarUnits, Hole, Length
from slalang.lint import Found, Insert, Policy, Rule, safe

RULE = Rule("SLA740", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The commitments that are held over, without the hours that count from then on."""
    for node, body in policy.graph.of(Commitment):
        block = policy.block(node.id)
        line = block and block.line("held over to")
        if block and line and block.line("calendar") is None and not _only_runs_on(body.figures):
            yield Found(
                line,
                "it is not said in which hours the clock counts once it has begun",
                help="add `calendar:`, with `coverage` if it stops at the end of the hours, or with a reading",
                fix=safe("say that it counts in the hours of cover", Insert(block, "calendar", "coverage")),
            )


def _only_runs_on(figures: Any) -> bool:
    """Whether all amounts are of elapsed time or dates."""
    lengths = list(parts_of(figures, Length))
    dates = any(parts_of(figures, CalendarUnits))
    open_ended = any(parts_of(figures, Hole))
    return not open_ended and (dates or bool(lengths)) and all(each.measure == "elapsed" for each in lengths)
