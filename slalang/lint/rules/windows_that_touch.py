"""Two openings of a day touch.

## What it does

Finds `09:00 to 12:00 and 12:00 to 17:00`.

## Why it matters

They are one opening. Two that touch look as if a break had been there, or had been meant.

## Example

```sla
calendar shop
  open: Saturday 09:00 to 12:00 and 12:00 to 15:00
```

## Use instead

```sla
calendar shop
  open: Saturday 09:00 to 15:00
```

## Taught by

Requests for lunch breaks and several openings a day (frappe/helpdesk 2212, chatwoot 14009): two openings are there for
what is closed between them.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import DatedHours, Hours, Week

RULE = Rule("SLA784", "style", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The openings of a line of which one ends when the next begins."""
    days: list[Week | DatedHours] = [*policy.find(Week), *policy.find(DatedHours)]
    for day in days:
        joined = _joined(day.hours)
        if len(joined) < len(day.hours):
            text = " and ".join(f"{policy.text(first.opens)} to {policy.text(last.closes)}" for first, last in joined)
            before = policy.text(day)[: day.hours[0].span.start - day.span.start]
            yield Found(
                day,
                "two openings touch, and are one",
                help=f"write `{text}`",
                fix=unsafe("make them one", Replace(day, before + text)),
            )


def _joined(hours: tuple[Hours, ...]) -> list[tuple[Hours, Hours]]:
    """Runs of openings that touch, each by its first and its last."""
    runs: list[tuple[Hours, Hours]] = []
    for each in hours:
        touches = runs and runs[-1][1].closes.minutes == each.opens.minutes
        runs.append((runs.pop()[0], each) if touches else (each, each))
    return runs
