"""Office hours are open on every public holiday.

## What it does

Finds a calendar with hours on some days of the week only, and without any line `closed:` or `only during:`. One that is
a meaning of a reading is left alone, and so are those that share out the week in `windows`.

## Why it matters

Offices close on public holidays. If this one does not, the policy should say so: `closed: none` is a decision, and a
line that is missing may be one that nobody thought of.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: none
```

## Taught by

GLPI and osTicket, in which a calendar without entries silently means around the clock, and Isode's support hours, which
name the holidays of England and Wales.
"""

from collections.abc import Iterator

from slalang.lint import Found, Insert, Policy, Rule, unsafe
from slalang.syntax.nodes import Block, Name, Week

RULE = Rule("SLA718", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The calendars of some days of the week that are never closed."""
    apart = {name.word for block in policy.blocks("windows", "reading") for name in policy.find(Name, block)}
    for block in policy.blocks("calendar"):
        word = block.name.word if block.name else ""
        if _is_office(block) and not block.line("closed") and not block.line("only during") and word not in apart:
            yield Found(
                block,
                f"the calendar `{word}` is open on public holidays",
                help="write `closed: public holidays of ...`, or `closed: none` if it is open on them",
                fix=unsafe("say that it is never closed", Insert(block, "closed", "none")),
            )


def _is_office(block: Block) -> bool:
    """Whether a calendar has hours on most working days of the week, and not on all seven."""
    days = {day for line in block.all("open") if isinstance(line.value, Week) for day in line.value.days}
    return 3 < len(days) < 7
