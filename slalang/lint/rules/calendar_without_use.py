"""A calendar counts nothing.

## What it does

Finds a calendar that no coverage, commitment, other calendar or other line names.

## Why it matters

Its hours look like hours of the contract. Where no coverage names them, something else counts.

## Example

```sla
calendar weekend
  open: Saturday to Sunday 10:00 to 16:00
```

## Use instead

```sla
calendar weekend
  open: Saturday to Sunday 10:00 to 16:00

coverage on-weekends
  exception to: usual
  when: nights is bought
  calendar: weekend
```

## Taught by

Xecuritas, whose staff on call have hours besides those of the office: a calendar for them that no coverage names would
leave Severity-1 in office hours.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe

RULE = Rule("SLA756", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The calendars of the policy itself that no other block names."""
    for block in policy.unnamed("calendar"):
        yield Found(
            block,
            f"nothing counts on the calendar `{policy.text(block)}`",
            help="name it in a `coverage`, a commitment or another calendar, or leave it out",
            fix=unsafe("leave the calendar out", Delete(block)),
        )
