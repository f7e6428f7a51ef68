"""An event starts and stops nothing.

## What it does

Finds an event that no clock, pause, escalation, closure or other line names. `opened`, `closed`, `reopened` and
`withdrawn` are the language's own, and left alone.

## Why it matters

A scenario can record it, and nothing happens. Often a commitment should have stopped with it.

## Example

```sla
event visited "Somebody comes to the site"
```

## Use instead

```sla
event visited "Somebody comes to the site"

commitment visit "A visit"
  force: aim
  starts: opened
  stops: visited
  within: 16 working hours
```

## Taught by

Isode's relief and resolution: two events, of which only one meets a promise of time. The other is named by the
commitment that says that nothing is promised.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe
from slalang.syntax.schema import GIVEN

RULE = Rule("SLA755", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The events of the policy itself that no other block names."""
    for block in policy.unnamed("event"):
        if policy.text(block) not in GIVEN:
            yield Found(
                block,
                f"nothing starts, stops or happens with the event `{policy.text(block)}`",
                help="name it where it counts, such as in `stops:` of a commitment, or leave it out",
                fix=unsafe("leave the event out", Delete(block)),
            )
