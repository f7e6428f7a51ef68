"""A pause does not end before the promise that it stops is over.

## What it does

Finds a pause without a cap that ends with events which also meet the commitment that it stops, or end the incident; or
with the very event that begins it.

## Why it matters

Once such a pause has begun, the clock never goes on: nothing is due any more, and nothing can be late. A pause has an
end of its own (an answer, a delivery) or a cap.

## Example

```sla
pause question
  starts: asked
  stops: relieved

commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  pauses: question
  within: 8 working hours
```

## Use instead

```sla
pause question
  starts: asked
  stops: replied

commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  pauses: question
  within: 8 working hours
```

## Taught by

A hold that was lost when a ticket went straight from paused to resolved, six months of it (frappe/helpdesk 3776).
Isode's time of relief goes on when the customer has supplied what was asked for.
"""

from collections.abc import Iterator

from slalang.graph.rules import Commitment, Pause
from slalang.graph.values import EventRef, Events, Slot
from slalang.lint import Found, Policy, Rule
from slalang.policy.slots import settled

RULE = Rule("SLA715", "contract")
OVER = {EventRef("closed"), EventRef("withdrawn")}
"""After these, no clock of the incident runs."""


def check(policy: Policy) -> Iterator[Found]:
    """The pauses without a cap after which a clock that they stop never runs on."""
    for node, pause in policy.graph.of(Pause):
        ends = _events(pause.stops)
        if not ends or pause.at_most is not None or pause.caps:
            continue
        stopped = [
            body for _, body in policy.graph.of(Commitment) if any(node.id in each for each in settled(body.pauses))
        ]
        if ends <= _events(pause.starts) or any(ends <= OVER | _events(body.stops) for body in stopped):
            block = policy.block(node.id)
            yield Found(
                (block and block.line("stops")) or node,
                f"the clocks that `{node.id}` stops never go on",
                help="name the event that ends the pause and leaves the promise open, or add `at most:` with a cap",
            )


def _events(slot: Slot[Events] | None) -> set[EventRef]:
    return {ref for events in settled(slot) if events is not None for ref in events.events}
