"""The policy is in force on dates for which its holidays are not known.

## What it does

Finds a calendar whose `known:` ends before the period of the policy does, or begins after it has begun. A policy whose
period is a hole is left alone. That `sla.lock` lacks years of public holidays, `sla check` says.

## Why it matters

Beyond the dates for which holidays are known no due instant can be given: the policy is valid, and its answers are
unknown. Nobody notices before the first incident of that year.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: 2026-12-24, 2026-12-25
  known: 2026-01-01 to 2026-12-31
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB-ENG with observed days
  closed: 2026-12-24
```

## Taught by

Xecuritas, which lists the holidays that it observes in 2010, in a policy without any period: each later year is one in
which nobody can tell whether the desk is open.
"""

from collections.abc import Iterator

from slalang.graph.rules import CalendarRule
from slalang.graph.values import Period
from slalang.lint import Found, Policy, Rule
from slalang.policy.slots import settled

RULE = Rule("SLA711", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The calendars that are not known for as long as the policy is in force."""
    periods = [period for period in settled(policy.graph.header.in_force) if isinstance(period, Period)]
    for node, body in policy.graph.of(CalendarRule):
        block = policy.block(node.id)
        line = block and block.line("known")
        for known in settled(body.hours.known) if line and periods else ():
            if not any(_covers(known, period) for period in periods):
                yield Found(
                    line or node,
                    f"`{node.id}` is known {_words(known)}, and the policy is in force {_words(periods[0])}",
                    help="list the others and move `known:`, take the public holidays of a country, or end the policy",
                )


def _covers(known: Period | None, period: Period) -> bool:
    if known is None:
        return True
    begins = known.first is None or (period.first is not None and known.first <= period.first)
    return begins and (known.last is None or (period.last is not None and period.last <= known.last))


def _words(period: Period) -> str:
    match period:
        case Period(None, None):
            return "always"
        case Period(first, None):
            return f"from {first}"
        case Period(None, last):
            return f"to {last}"
    return f"from {period.first} to {period.last}"
