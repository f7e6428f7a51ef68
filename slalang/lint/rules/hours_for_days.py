"""A number of elapsed hours looks like days.

## What it does

Finds amounts of whole days that are counted in elapsed hours: 24, 48, 72 and so on. A meaning of a reading is left
alone.

## Why it matters

24 elapsed hours and 1 calendar day are not the same: across a clock change they end an hour apart, and a calendar day
ends on a date that a reader can name. Who counts in hours because a system could not say days promises something else
than the contract.

## Example

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 48 elapsed hours
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 2 calendar days
```

## Taught by

GLPI, which adds a day as 86,400 seconds, so that its due dates are an hour off after a clock change.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Plain

RULE = Rule("SLA789", "migration", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The amounts of elapsed hours that are whole days, outside of readings."""
    for plain in policy.find(Plain):
        days, block = plain.number / 24, policy.around(plain)
        counted = (plain.unit.counting, plain.unit.unit) == ("elapsed", "hour") and days.denominator == 1
        if counted and days and block and block.kind != "reading":
            text = f"{days} calendar {'day' if days == 1 else 'days'}"
            yield Found(
                plain,
                f"`{policy.text(plain)}` is not `{text}` where the clock changes",
                help=f"write `{text}` if the contract counts dates; ignore this with the reason if it counts hours",
                fix=unsafe(f"write `{text}`", Replace(plain, text)),
            )
