"""An amount is counted in a smaller unit than it needs.

## What it does

Finds amounts in minutes or seconds that are whole hours, such as `120 working minutes`. Days are not hours, and are
left alone.

## Why it matters

Contracts promise hours. A reader who compares the policy with the contract should not have to divide by sixty.

## Example

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 480 working minutes
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 8 working hours
```

## Taught by

Isode's options page, whose times are hours and days: in minutes, nobody could lay the table beside the page.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Between, Plain

RULE = Rule("SLA787", "style", "note")
IN_AN_HOUR = {"minute": 60, "second": 3600}


def check(policy: Policy) -> Iterator[Found]:
    """The amounts in minutes or seconds that are whole hours."""
    ends = {id(end) for between in policy.find(Between) for end in (between.low, between.high)}
    for plain in policy.find(Plain):
        hours = plain.number / IN_AN_HOUR.get(plain.unit.unit, 1)
        if plain.unit.unit in IN_AN_HOUR and hours.denominator == 1 and id(plain) not in ends:
            text = " ".join(filter(None, (str(hours), plain.unit.counting, "hour" if hours == 1 else "hours")))
            text += f" of {plain.calendar.word}" if plain.calendar else ""
            yield Found(
                plain,
                f"`{policy.text(plain)}` is `{text}`",
                help=f"write `{text}`",
                fix=unsafe(f"write `{text}`", Replace(plain, text)),
            )
