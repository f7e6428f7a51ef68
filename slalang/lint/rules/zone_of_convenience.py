"""Office hours have a zone without summer time.

## What it does

Finds a calendar with times of day whose zone is a mere offset, `UTC` or `Etc/GMT+5`: its own, or that of the policy. A
calendar of whole days is left alone.

## Why it matters

People in New York come at nine in summer, too. At five hours from UTC their day begins at ten by their own clocks for
eight months of the year, and due instants are an hour off.

## Example

```sla
calendar shop
  zone: Etc/GMT+5
  open: Monday to Friday 09:00 to 18:00
```

## Use instead

```sla
calendar shop
  zone: America/New_York
  open: Monday to Friday 09:00 to 18:00
```

## Taught by

grafana/oncall#3261, escalations that came an hour off after a clock change; and CodeSecure, whose hours are from nine
to six in US Eastern time, in summer as in winter.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block, Hours, Through, Zone

RULE = Rule("SLA741", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The mere offsets in which hours are said, each once."""
    header = next((line.value for line in policy.lines("zone", "policy")), None)
    said: dict[int, tuple[Zone, Block]] = {}
    for block in policy.blocks("calendar"):
        own = block.line("zone")
        zone = own.value if own else header
        if isinstance(zone, Zone) and _is_offset(zone) and _has_hours(policy, block):
            said.setdefault(id(zone), (zone, block))
    for zone, block in said.values():
        yield Found(
            zone,
            f"`{zone.key}` has no summer time, and people's hours mostly have",
            help="write the zone in which they live, such as `Europe/London` or `America/New_York`",
            see=((block, "has hours in it"),),
        )


def _is_offset(zone: Zone) -> bool:
    return zone.key == "UTC" or zone.key.startswith("Etc/")


def _has_hours(policy: Policy, block: Block) -> bool:
    return any(any(policy.find(kind, line)) for line in block.all("open") for kind in (Hours, Through))
