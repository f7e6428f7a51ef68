"""A text promises an amount of time that no rule measures.

## What it does

Finds an amount of time in the text of a `gives:`, a `does:` or a `note:` that stands in no line or table of the policy
with a value of its own.

## Why it matters

Free text is printed and never reckoned. What is promised in hours or days has a due instant, and nobody will see that
it was missed.

## Example

```sla
entitlement manager "A named manager"
  when: tier is Gold
  force: guarantee
  gives: "a call by a manager within 5 working days"
```

## Use instead

```sla
event called "A manager calls"

commitment manager "A call by a named manager"
  when: tier is Gold
  force: guarantee
  starts: opened
  stops: called
  within: 5 working days
```

## Taught by

Xecuritas, which closes an incident after 10 days without an answer of the customer, in the middle of a paragraph on
troubleshooting: as the text of a duty it would have been no closure.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.prose import Figure, figures_of
from slalang.syntax.nodes import Cell, Line, Text

RULE = Rule("SLA742", "contract")
FREE = ("gives", "does", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The amounts in texts that are no value anywhere."""
    measured = _measured(policy)
    for text in _free(policy):
        for figure, words in figures_of(text.text).items():
            if figure.is_amount and figure not in measured:
                yield Found(
                    text,
                    f"no rule measures `{words}`, which stands in this text alone",
                    help="write a commitment for it, or whatever else counts it: a closure, a notice, a pause",
                )


def _free(policy: Policy) -> Iterator[Text]:
    for block in policy.blocks():
        yield from (line.value for line in block.lines if line.key in FREE and isinstance(line.value, Text))
        cells = (row["gives"].value for row in policy.rows(block) if "gives" in row)
        yield from (value for value in cells if isinstance(value, Text))


def _measured(policy: Policy) -> set[Figure]:
    """The figures that are values of lines and cells."""
    pieces: list[Line | Cell] = [*policy.find(Line), *policy.find(Cell)]
    return {
        figure for piece in pieces if not isinstance(piece.value, Text) for figure in figures_of(policy.text(piece))
    }
