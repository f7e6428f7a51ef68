"""A rule is an exception to one that never holds at the same time.

## What it does

Finds a name in `exception to:` whose rule has a condition that contradicts that of the exception.

## Why it matters

An exception decides who wins where both hold. Where both never hold, either the wrong rule is named, or one of the
conditions is not what was meant.

## Example

```sla
coverage usual
  when: region is europe
  calendar: office

coverage american
  exception to: usual
  when: region is america
  calendar: 24x7
```

## Use instead

```sla
coverage usual
  when: region is europe
  calendar: office

coverage american
  when: region is america
  calendar: 24x7
```

## Taught by

Isode's 24/7 cover, which is an exception to the office hours, and is itself lost after an unscheduled installation: two
exceptions, each to a rule that holds at the same time.
"""

from collections.abc import Iterator

from slalang.graph import Node
from slalang.lint import Found, Policy, Rule
from slalang.lint.logic import conditions_of, never
from slalang.syntax.nodes import Block, Name, Names

RULE = Rule("SLA769", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The rules that an exception names, and never meets."""
    for line in policy.lines("exception to"):
        block = policy.around(line)
        node = policy.node(block) if block else None
        for name in line.value.items if isinstance(line.value, Names) else ():
            other = _general(policy, block, name) if isinstance(name, Name) and block else None
            if node and other and _apart(policy, node, other):
                yield Found(
                    name,
                    f"`{policy.text(name)}` never holds where this does",
                    help="leave it out of `exception to:`, or mend the condition of one of the two",
                    see=((other, "holds elsewhere"),),
                )


def _general(policy: Policy, block: Block, name: Name) -> Node | None:
    """The rule that a name in `exception to:` means: of a severity, its definition."""
    graph = policy.graph
    return graph.get(f"{block.kind} {name.word}") or graph.get(name.word)


def _apart(policy: Policy, node: Node, other: Node) -> bool:
    both = (*conditions_of(node.body), *conditions_of(other.body))
    return len(both) > 1 and never(policy.graph, *both) and not any(never(policy.graph, each) for each in both)
