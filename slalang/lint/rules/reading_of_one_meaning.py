"""A reading has a single meaning.

## What it does

Finds a reading whose table has one row. The fix writes the value of that row where the name of the reading stands.

## Why it matters

A reading says that a contract can be understood in several ways, and every answer that rests on it says so. Where there
is one way only, the answers doubt what nobody doubts; or the other meanings have been forgotten.

## Example

```sla
reading how-firm "Is the response time a promise or a target?"
  default: firm
  because: "the text says `commits`"
  | meaning | value     | in words                  |
  | firm    | guarantee | "every answer is in time" |

commitment response "First answer"
  force: how-firm
  starts: opened
  stops: answered
  within: 4 working hours
```

## Use instead

```sla
commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours
  note: "the text says `commits`"
```

## Taught by

CodeSecure's undefined day, which became a reading with three meanings, and Isode's response time, to which its maker
commits in so many words, so that it needed none.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Mend, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Block

RULE = Rule("SLA724", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The readings of one row."""
    for block in policy.blocks("reading"):
        if block.table and len(block.table.rows) == 1:
            yield Found(
                block,
                f"the reading `{policy.name(block)}` has a single meaning",
                help="add the meanings that the contract leaves open as well, or write the value where it is needed",
                fix=_without(policy, block),
            )


def _without(policy: Policy, block: Block) -> Mend | None:
    """The value wherever the reading is named; none of a reading of units, which no name stands for."""
    value = next((row["value"] for row in policy.rows(block) if "value" in row), None)
    named = policy.mentions(policy.name(block))
    if value is None or not named:
        return None
    written = (Replace(name, policy.text(value)) for name in named)
    return unsafe("write the value, and leave the reading out", *written, Delete(block))
