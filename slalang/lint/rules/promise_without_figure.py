"""A promise of time has no time.

## What it does

Finds a commitment all of whose figures are `unstated` or `deferred to` somewhere, though its `force:` is stated. It is
left alone where a note says why, and where a parameter stands in for the figure.

## Why it matters

Such a promise never has a due instant: whatever happens, the answer is that nobody knows. If another document has the
figures, they belong here; if there are none, the contract promises less than the policy says.

## Example

```sla
commitment relief "The customer can work again"
  force: guarantee
  starts: opened
  stops: relieved
  within: deferred to agreement "Resolution"
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: guarantee
  starts: opened
  stops: relieved
  within: deferred to agreement "Resolution"
  note: "the figures are those of the annex, which is not signed yet"
```

## Taught by

Isode's details, which have no figure of the response time at all, and refer to another page for them.
"""

from collections.abc import Iterator

from slalang.graph.rules import Commitment
from slalang.graph.values import ByReading, Figure, Hole, Slot
from slalang.lint import Found, Policy, Rule

RULE = Rule("SLA705", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The commitments without any figure."""
    for node, body in policy.graph.of(Commitment):
        values = [cell.value for table in body.figures for cell in table.cells]
        if values and all(map(_is_open, values)) and not node.notes and not isinstance(body.force, Hole):
            yield Found(
                node,
                f"`{node.id}` has no figure, and is never due",
                help="write the figure; or a `note:` that says where it will come from, or a `parameter`",
            )


def _is_open(value: Slot[Figure]) -> bool:
    """Whether a value is a hole that no agreement fills, whatever is read."""
    match value:
        case ByReading(_, meanings):
            return all(_is_open(meaning) for _, meaning in meanings)
        case Hole(kind):
            return kind != "parameter"
    return False
