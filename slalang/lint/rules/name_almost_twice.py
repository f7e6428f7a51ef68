"""Two names are almost the same.

## What it does

Finds two names of blocks of one kind that differ in a hyphen or a plural only, such as `on-site` and `onsite`,
`holiday` and `holidays`.

## Why it matters

Whoever writes the next rule takes the one for the other, and no tool can tell: both names are declared.

## Example

```sla
calendar weekend
  open: Saturday 10:00 to 16:00

calendar week-end
  open: Saturday to Sunday 10:00 to 16:00
```

## Use instead

```sla
calendar saturdays
  open: Saturday 10:00 to 16:00

calendar weekend
  open: Saturday to Sunday 10:00 to 16:00
```

## Taught by

A rule that is misnamed never runs, in silence (pulumi-policy-opa 42). Here a wrong name is an error, unless it is
another right one.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block

RULE = Rule("SLA750", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The names that an earlier name is almost."""
    first: dict[tuple[str, str], Block] = {}
    for block in policy.blocks():
        if block.name is None or block.kind in ("severity", "fill"):
            continue
        key = block.name.word.replace("-", "").casefold().removesuffix("s")
        other = first.setdefault((block.kind, key), block)
        if other.name and other.name.word != block.name.word:
            yield Found(
                block,
                f"`{block.name.word}` is almost the name `{other.name.word}`",
                help="give one of them a name that says what is different",
                see=((other, "declared here"),),
            )
