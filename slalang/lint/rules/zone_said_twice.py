"""A calendar repeats the zone of the policy.

## What it does

Finds a line `zone:` in a calendar that says the zone which the policy has anyway. A line that cites a clause of its own
is left alone.

## Why it matters

A zone that is said once is changed once. Where every calendar repeats it, a reader looks for the one that differs.

## Example

```sla
calendar shop
  zone: Europe/London
  open: Monday to Friday 09:00 to 17:00
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
```

## Taught by

CodeSecure's business hours, weekdays from nine to six Eastern: one zone for all of the page, which the policy says
once, in its header.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, safe
from slalang.syntax.nodes import Zone

RULE = Rule("SLA777", "style", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The lines of calendars with the zone of the header, word by word."""
    said = next((line.value for line in policy.lines("zone", "policy")), None)
    for line in policy.lines("zone", "calendar"):
        match said, line.value:
            case Zone(key), Zone(same) if key == same and line.cite is None:
                yield Found(
                    line,
                    f"the policy has the zone `{key}` anyway",
                    help="leave the line out",
                    see=((said, "said here"),),
                    fix=safe("leave the line out", Delete(line)),
                )
