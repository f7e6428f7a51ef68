"""A severity has a number where others have a name.

## What it does

Finds a severity without a title whose name ends in a number, such as `level-1`, beside severities with names of words,
if no `severity` block says `called: unstated` of it.

## Why it matters

Customers and tickets use the names of the contract. A number among them is what the author wrote because the contract
has no name, or because its name was lost on the way; the two sides will not recognise it in a ticket, and a reader
can't tell the author's word from the contract's.

## Example

```sla
severities "Priority"
  highest first: level-1, High, Normal
  chosen by: customer
  definitions: none
  changes: none
```

## Use instead

```sla
severities "Priority"
  highest first: level-1, High, Normal
  chosen by: customer
  otherwise: Normal
  changes: none

severity level-1
  when: outage is yes
  called: unstated

severity High
  when: outage is no
    and users is more than 100
```

## Taught by

SecPod's table of severities, which has four levels and has lost the names of the first and the last: its policy numbers
these two, and says that they have no name.
"""

import re
from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Member

RULE = Rule("SLA736", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The numbered severities among named ones."""
    for line in policy.lines("highest first", "severities"):
        members = list(policy.find(Member, line))
        numbered = [member for member in members if re.search(r"\d$", member.name.word)]
        for member in numbered if len(numbered) < len(members) else ():
            block = policy.block(f"severity {member.name.word}")
            if member.title is None and not (block and block.line("called")):
                yield Found(
                    member.name,
                    f"`{member.name.word}` has a number, where other severities have a name",
                    help="add the name of the contract as a title; where the contract has none, write"
                    f" `called: unstated` in `severity {member.name.word}`",
                )
