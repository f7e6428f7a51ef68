"""An effort has a time and a price.

## What it does

Finds a commitment of `best efforts` or `reasonable efforts` with an amount of time that is also measured by an
`attainment:`, or costs a credit when it is missed.

## Why it matters

Who promises efforts owes trying, and may miss the time. Who counts the misses, or pays for them, owes the time. With
both, the two sides read the same line in opposite ways as soon as money is due.

## Example

```sla
commitment response "First answer"
  force: best efforts
  starts: opened
  stops: answered
  within: 4 working hours
  attainment: 95%
  measured over: each calendar month by opened
```

## Use instead

```sla
commitment response "First answer"
  force: aim
  starts: opened
  stops: answered
  within: 4 working hours
  attainment: 95%
  measured over: each calendar month by opened
```

## Taught by

SecPod, which makes reasonable efforts to meet its response times, and gives no share of them and no credit; and Isode,
which calls the 90% of its relief a target.
"""

from collections.abc import Iterator

from slalang.graph.rules import Commitment
from slalang.graph.traverse import parts_of
from slalang.graph.values import CalendarUnits, Hole, Length, WorkingDays
from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Name

RULE = Rule("SLA745", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The efforts with an amount, and a share or a credit."""
    credited = {name.word for line in policy.lines("for", "credit") for name in policy.find(Name, line)}
    for node, body in policy.graph.of(Commitment):
        block = policy.block(node.id)
        force, share = block and block.line("force"), block and block.line("attainment")
        price = "share" if share and not isinstance(body.attainment, Hole) else "credit"
        if force and _is_timed_effort(body) and (price == "share" or node.id in credited):
            yield Found(
                force.value,
                f"`{node.id}` is an effort, and has a time and a {price}",
                help=f"write `force: aim` or `guarantee` if the time is owed, or leave the {price} out",
                see=((share, "the share of incidents that must meet it"),) if share else (),
            )


def _is_timed_effort(commitment: Commitment) -> bool:
    is_effort = commitment.force in ("best efforts", "reasonable efforts")
    return is_effort and any(any(parts_of(commitment.figures, kind)) for kind in (Length, WorkingDays, CalendarUnits))
