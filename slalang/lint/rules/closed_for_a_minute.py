"""Hours end a minute before midnight.

## What it does

Finds hours `to 23:59`.

## Why it matters

The last minute of the day is closed then: a clock around the clock stands still for a minute every night, and a due
instant after ten days is ten minutes late.

## Example

```sla
calendar shop
  open: daily 00:00 to 23:59
```

## Use instead

```sla
calendar shop
  open: 24x7
```

## Taught by

Zammad's issue 3180: hours around the clock that were closed for one minute at midnight.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Hours

RULE = Rule("SLA763", "correctness")
LAST_MINUTE = 24 * 60 - 1


def check(policy: Policy) -> Iterator[Found]:
    """The hours that end with the last minute of a date."""
    for hours in policy.find(Hours):
        if hours.closes.minutes == LAST_MINUTE:
            yield Found(
                hours.closes,
                "the last minute before midnight is closed",
                help="write `24:00` for the end of the date",
                fix=unsafe("write `24:00`", Replace(hours.closes, "24:00")),
            )
