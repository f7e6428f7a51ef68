"""The same working hours count in the office and around the clock.

## What it does

Finds a figure in working hours that counts in office hours for some incidents, and at all hours for others, without a
reading that asks whether it is meant so. Said once for each commitment.

## Why it matters

Somebody buys cover around the clock, and the figure stays as it is. Whether 4 working hours then end in the same night,
or are still hours of the office while somebody is there at night, the contract seldom says; the due instants lie a
night or a weekend apart.

## Example

```sla
coverage at-night
  exception to: usual
  when: nights is bought
  calendar: 24x7
```

## Use instead

```sla
coverage at-night
  exception to: usual
  when: nights is bought
  calendar: 24x7

reading clock "Do the working hours run at night, where cover at night is bought?"
  default: covered
  because: "cover is what is bought"
  | meaning | value    | in words                        |
  | covered | coverage | "at night too"                  |
  | office  | office   | "they are hours of the office"  |

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  calendar: clock
  within: 4 working hours
```

## Taught by

Isode's 24/7 cover: its figures stay working hours for those who buy it, and nobody says whether these run at night too.
"""

from collections.abc import Iterator

from slalang.graph.rules import Commitment
from slalang.graph.values import Length
from slalang.lint import Found, Policy, Rule
from slalang.lint.cover import Covered, covered, is_always_open

RULE = Rule("SLA728", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The first figure of each commitment that two kinds of hours can count for."""
    for node, body in policy.graph.of(Commitment):
        for found in covered(policy.graph, node, body):
            always = [cell for cell, name in found.hours if is_always_open(policy.graph, name)]
            others = [cell for cell, name in found.hours if not is_always_open(policy.graph, name)]
            if _in_working_hours(found) and always and others:
                yield Found(
                    found.figure,
                    "the same working hours count in the office and around the clock",
                    help="let a reading decide in `calendar:`, or write the figure for each of the two",
                    see=((others[0], "the hours of some incidents"), (always[0], "those of others")),
                )
                break


def _in_working_hours(found: Covered) -> bool:
    match found.figure.value:
        case Length(_, "working", _, None):
            return True
    return False
