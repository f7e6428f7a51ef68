"""A name is taken from a library and not used.

## What it does

Finds a name in `takes:` that no block of the policy names.

## Why it matters

`takes:` tells a reader what a policy rests on in other files. A name that is only taken makes the policy look as if it
counted on hours, or parties, that it does not.

## Example

```sla
use
  from: "hours.sla"
  takes: london, tokyo

calendar world
  open: london
  closed: none
```

## Use instead

```sla
use
  from: "hours.sla"
  takes: london, tokyo

calendar world
  open: london
  open: tokyo
  closed: none
```

## Taught by

The strict mode of OPA's compiler (openpolicyagent.org/docs/v0.50.2/strict), in which unused imports are prohibited.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe
from slalang.syntax.nodes import Name, Names

RULE = Rule("SLA758", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The names that stand in `takes:` alone."""
    for line in policy.lines("takes", "use"):
        taken = line.value.items if isinstance(line.value, Names) else ()
        for name in taken:
            if isinstance(name, Name) and all(_takes(policy, each) for each in policy.mentions(name.word)):
                yield Found(
                    name,
                    f"`{name.word}` is taken, and nothing names it",
                    help="leave it out of `takes:`, or use it",
                    fix=unsafe("take it no longer", Delete(name)) if len(taken) > 1 else None,
                )


def _takes(policy: Policy, name: Name) -> bool:
    """Whether a name stands in a library, or where names are taken from one."""
    block = policy.around(name)
    return policy.is_borrowed(name) or (block is not None and block.kind == "use")
