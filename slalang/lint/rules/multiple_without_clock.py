"""A multiple of another promise does not say on which clock it runs.

## What it does

Finds a commitment with a multiple of a time in working hours or days, such as `3 times response`, that has no line
`calendar:`. One with `in elapsed time`, one among the meanings of a reading, and one whose cover never closes are left
alone.

## Why it matters

Three times 4 working hours are 12 hours of the office, or 12 hours by the clock on the wall, a weekend apart. Without
the line, they count in the hours of cover: that may be right, but a reader cannot see that it was meant.

## Example

```sla
commitment relief "The customer can work again"
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
  within: relief-time

reading relief-time "On which clock does the threefold time run?"
  default: covered
  because: "it is a multiple of the response time, which counts in covered hours"
  | meaning | value                            | in words                               |
  | covered | 3 times response                 | "12 working hours where response is 4" |
  | elapsed | 3 times response in elapsed time | "12 hours by the clock on the wall"    |
```

## Taught by

Isode's relief, which is aimed at within three times the response time: on which clock that runs outside office hours,
the page does not say. Its policy asks with a reading.
"""

from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.rules import Cell, Commitment, Coverage
from slalang.graph.traverse import parts_of
from slalang.graph.values import Figure, Length, Multiple, WorkingDays
from slalang.lint import Found, Insert, Policy, Rule, safe
from slalang.lint.cover import is_always_open
from slalang.policy.slots import settled
from slalang.syntax.nodes import Block

RULE = Rule("SLA735", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The first such multiple of each commitment."""
    graph = policy.graph
    for node, body in graph.of(Commitment) if _closes(graph) else ():
        block = policy.block(node.id)
        cells = [cell for table in body.figures for cell in table.cells if _is_open(graph, cell)]
        if block and cells and not _says_calendar(policy, block):
            yield Found(
                cells[0],
                f"nothing says on which clock `{_text(cells[0])}` runs",
                help="add `calendar:`, with `coverage` if it stops outside the hours of cover; or let a reading decide",
                fix=safe("say that it counts in the hours of cover", Insert(block, "calendar", "coverage")),
            )


def _closes(graph: Graph) -> bool:
    """Whether some cover is not always open."""
    names = {name for _, body in graph.of(Coverage) for cell in body.cells for name in settled(cell.value)}
    return any(not is_always_open(graph, name) for name in names - {"none"})


def _is_open(graph: Graph, cell: Cell[Figure]) -> bool:
    """Whether it is a multiple of working time in what the commitment counts."""
    match cell.value:
        case Multiple(_, of, in_elapsed_time=False):
            base = graph.get(of)
            days = any(parts_of(base, WorkingDays))
            return days or any(each.measure == "working" for each in parts_of(base, Length))
    return False


def _text(cell: Cell[Figure]) -> str:
    return cell.value.text if isinstance(cell.value, Multiple) else ""


def _says_calendar(policy: Policy, block: Block) -> bool:
    columns = block.table.columns if block.table else ()
    return block.line("calendar") is not None or any(policy.text(column) == "calendar" for column in columns)
