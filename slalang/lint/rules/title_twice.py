"""Two blocks of a kind have the same title.

## What it does

Finds commitments, exclusions, escalations and other blocks of one kind with titles that are alike but for capitals.

## Why it matters

Answers speak of promises by their titles. Two of one title can't be told apart by those who do not know the names.

## Example

```sla
commitment relief "First answer"
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Taught by

Xecuritas, which has a response for all severities and one by phone for Severity-1: two promises, and two titles.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block

RULE = Rule("SLA772", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The blocks whose title an earlier one of their kind has."""
    first: dict[tuple[str, str], Block] = {}
    for block in policy.blocks():
        if block.title is None:
            continue
        key = (block.kind, block.title.text.casefold())
        if key in first:
            yield Found(
                block.title,
                f"another {block.kind} has the title {policy.text(block.title)}",
                help="say in the title what is different",
                see=((first[key], "here"),),
            )
        first.setdefault(key, block)
