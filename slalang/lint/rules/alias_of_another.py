"""A severity is also called what another one is called.

## What it does

Finds an `also called:` whose text is the name or the title of another severity, whatever the capitals.

## Why it matters

Aliases are there so that people can find their words in the contract again. One that means another severity sends an
incident to the wrong times.

## Example

```sla
severities "Priority"
  highest first: P1 "Critical", P2 "Serious", P3 "Minor"
  chosen by: customer
  if not chosen: P3
  definitions: none
  changes: none

severity P2
  also called: "critical"
```

## Use instead

```sla
severities "Priority"
  highest first: P1 "Critical", P2 "Serious", P3 "Minor"
  chosen by: customer
  if not chosen: P3
  definitions: none
  changes: none

severity P2
  also called: "major"
```

## Taught by

CodeSecure, which calls its default priority both "standard" and "normal": one severity with two names is read well, and
two with one name are not.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Member, Members, Text

RULE = Rule("SLA771", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The aliases that are names or titles of other severities."""
    members = [member for line in policy.lines("highest first", "severities") for member in _members(line.value)]
    for line in policy.lines("also called", "severity"):
        block = policy.around(line)
        own = block.name.word if block and block.name else ""
        alias = line.value.text.casefold() if isinstance(line.value, Text) else ""
        for member in members:
            if member.name.word != own and alias in _called(member):
                yield Found(
                    line,
                    f"{policy.text(line.value)} is what the severity `{member.name.word}` is called",
                    help="leave it out, or write it at the severity that is meant",
                    see=((member, "called so here"),),
                )


def _members(value: object) -> tuple[Member, ...]:
    return value.items if isinstance(value, Members) else ()


def _called(member: Member) -> set[str]:
    return {member.name.word.casefold(), member.title.text.casefold() if member.title else member.name.word.casefold()}
