"""A zone has a newer name.

## What it does

Finds names that the zone database keeps only so that old programs go on working, such as `US/Eastern`, `GB` and
`Asia/Calcutta`.

## Why it matters

Both names mean the same hours today. The old one looks like a country or an offset, and is not in the lists from which
other systems let people choose.

## Example

```sla
calendar shop
  zone: US/Eastern
  open: Monday to Friday 09:00 to 17:00
```

## Use instead

```sla
calendar shop
  zone: America/New_York
  open: Monday to Friday 09:00 to 17:00
```

## Taught by

CodeSecure's business hours, which are said in US Eastern time: `US/Eastern` is an old name of that zone.
The names are those of the file `tzdata.zi` of the zone database.
"""

from collections.abc import Iterator

from slalang.calendar import current_name
from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Zone

RULE = Rule("SLA793", "migration", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The zones that are called something else today."""
    for zone in policy.find(Zone):
        name = current_name(zone.key)
        if name != zone.key:
            yield Found(
                zone,
                f"`{zone.key}` is an old name of `{name}`",
                help=f"write `{name}`",
                fix=unsafe(f"write `{name}`", Replace(zone, name)),
            )
