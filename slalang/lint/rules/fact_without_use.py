"""A fact decides nothing.

## What it does

Finds a fact that no condition, no table and no other line names.

## Why it matters

Whoever records incidents is asked for it, and it changes no answer: either a rule is missing, or nobody need record it.

## Example

```sla
fact site "Where the machine stands"
  values: on-land, at-sea
```

## Use instead

```sla
fact site "Where the machine stands"
  values: on-land, at-sea

exclusion ships "Machines on ships"
  when: site is at-sea
  excludes: any
```

## Taught by

Xecuritas lists what engineers record of each case. Most of it decides nothing, and is a duty in the policy; what
decides is a fact.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe

RULE = Rule("SLA754", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The facts of the policy itself that no other block names."""
    for block in policy.unnamed("fact"):
        yield Found(
            block,
            f"no rule asks for the fact `{policy.text(block)}`",
            help="write the rule that turns on it, or a `duty` if it need only be recorded",
            fix=unsafe("leave the fact out", Delete(block)),
        )
