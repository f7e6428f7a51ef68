"""A list names all from one end of an order.

## What it does

Finds `tier is one of Gold, Silver` where Gold and Silver are the two highest tiers, and its like for severities and
facts with an order. A list of all of them is left alone.

## Why it matters

A deal changes by few lines if rules say what they mean: a tier above Gold is in `Silver or above`, and would be missing
from a list that nobody thinks of.

## Example

```sla
coverage long
  exception to: usual
  when: tier is one of Gold, Silver
  calendar: 24x7
```

## Use instead

```sla
coverage long
  exception to: usual
  when: tier is Silver or above
  calendar: 24x7
```

## Taught by

Isode's 24/7 cover, which is sold to two of three packages: Silver, and the one above it.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import IsOneOf, Members

RULE = Rule("SLA783", "style", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The lists in conditions that are an end of an order."""
    for test in policy.find(IsOneOf):
        order = _order(policy, test.subject.name.word)
        plain = _range(order, {name.word for name in test.names})
        if plain and not test.negated and test.subject.of is None:
            text = f"{test.subject.name.word} is {plain}"
            yield Found(
                test,
                f"`{policy.text(test)}` is `{text}`, member by member",
                help=f"write `{text}`, unless a new member of the order shall not be among them",
                fix=unsafe(f"write `{text}`", Replace(test, text)),
            )


def _order(policy: Policy, axis: str) -> list[str]:
    """The members of an axis, the highest first; none where it has no order."""
    block = policy.block({"severity": "severities", "tier": "tiers"}.get(axis, axis))
    line = block.line("highest first") if block else None
    return [member.name.word for member in line.value.items] if line and isinstance(line.value, Members) else []


def _range(order: list[str], names: set[str]) -> str | None:
    """How the names are said as an end of the order; None if they are not one."""
    count = len(names)
    if not 1 < count < len(order):
        return None
    if names == set(order[:count]):
        return f"{order[count - 1]} or above"
    return f"{order[-count]} or below" if names == set(order[-count:]) else None
