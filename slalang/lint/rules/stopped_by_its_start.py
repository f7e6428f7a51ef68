"""A commitment stops with the event that starts it.

## What it does

Finds a commitment whose `stops:` names an event of its `starts:`, without a condition that tells the two apart. A
promise that repeats is left alone.

## Why it matters

Its clock is met as it begins, and the promise is kept whatever anybody does.

## Example

```sla
commitment relief "The customer can work again"
  force: aim
  starts: answered
  stops: answered
  within: 3 times response
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: answered
  stops: relieved
  within: 3 times response
```

## Taught by

Isode's relief, which runs from the opening until the customer can work, and not from one answer to the next.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Event

RULE = Rule("SLA775", "correctness", "error")


def check(policy: Policy) -> Iterator[Found]:
    """The events that both start and stop a clock."""
    for block in policy.blocks("commitment"):
        starts, stops = block.line("starts"), block.line("stops")
        if starts is None or stops is None or block.line("every"):
            continue
        begun = {(event.name.word, event.by and event.by.word): event for event in policy.find(Event, starts)}
        for event in policy.find(Event, stops):
            first = begun.get((event.name.word, event.by and event.by.word))
            if first is not None:
                yield Found(
                    event,
                    f"`{policy.text(event)}` starts this clock, and stops it at once",
                    help="name the event that meets the promise",
                    see=((first, "starts it"),),
                )
