"""A table is the same along a whole axis.

## What it does

Finds a table with a corner, such as `severity by tier`, in which every row has the same value in all its columns.

## Why it matters

Its readers compare columns that do not differ. Either the axis decides nothing, and the table can say so with one
column, or somebody copied a column and did not fill it in.

## Example

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: the figures below
  | severity by tier | Gold             | Silver and below |
  | P1               | 4 working hours  | 4 working hours  |
  | P2 and below     | 16 working hours | 16 working hours |
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  | severity     | within           |
  | P1           | 4 working hours  |
  | P2 and below | 16 working hours |
```

## Taught by

CodeSecure, whose P1 and P2 have the same response times in both packages: two rows that are alike are the contract's, a
table that is alike along an axis is not.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Corner, Table

RULE = Rule("SLA776", "correctness", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The tables whose second axis decides nothing."""
    for block in policy.blocks():
        corner = next((each for each in (block.table.columns if block.table else ()) if isinstance(each, Corner)), None)
        if block.table and corner and _is_flat(policy, block.table, block.table.columns.index(corner)):
            yield Found(
                corner.columns,
                f"`{corner.columns.word}` makes no difference in this table",
                help=f"write one column, or fill in where `{corner.columns.word}` does differ",
            )


def _is_flat(policy: Policy, table: Table, corner: int) -> bool:
    values = [[policy.text(cell).strip() for cell in row.cells[corner + 1 :]] for row in table.rows]
    return all(len(row) > 1 and len(set(row)) == 1 for row in values)
