"""A line says what leaving it out means.

## What it does

Finds a line whose value is the one that holds without it, such as `owed by: vendor` in the header. A line that cites a
clause of its own is left alone, and so is the `calendar:` of a commitment that is held over, or has a multiple such as
`3 times response`: there it answers a question.

## Why it matters

A line is where the contract decided something. A reader who meets one that decides nothing looks for the reason, and
takes the next line less seriously.

## Example

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  calendar: coverage
  within: 8 working hours
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 8 working hours
```

## Taught by

The principle of the language that what may be left out has one safe meaning: docs/language.md lists it for each key, in
the column "left out".
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, safe
from slalang.syntax.nodes import Block, Multiple

RULE = Rule("SLA780", "style", "note")
DEFAULTS = {
    ("policy", "owed by"): "vendor",
    ("policy", "owed to"): "customer",
    ("policy", "version by"): "opened",
    ("severities", "follows facts"): "no",
    ("commitment", "calendar"): "coverage",
    ("exclusion", "attempt"): "no",
}


def check(policy: Policy) -> Iterator[Found]:
    """The lines that have the value of their key which holds anyway."""
    for block in policy.blocks():
        for line in block.lines:
            default = DEFAULTS.get((block.kind, line.key))
            if default is None or line.cite is not None or policy.text(line.value) != default:
                continue
            if line.key != "calendar" or not _answers(policy, block):
                yield Found(
                    line,
                    f"`{line.key}: {default}` is what holds without this line",
                    help="leave it out, or cite the clause that says it",
                    fix=safe("leave the line out", Delete(line)),
                )


def _answers(policy: Policy, block: Block) -> bool:
    """Whether it is a question which hours count for a commitment."""
    figures = tuple(policy.reached([block], barred="commitment"))
    return block.line("held over to") is not None or any(policy.find(Multiple, figures))
