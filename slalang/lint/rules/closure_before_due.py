"""An incident may be closed for silence before a promise in it is due.

## What it does

Finds a `closure` after some silence that is shorter than a figure of a commitment, where both count the same time. A
commitment with `pauses:` is left alone: its clock may stand still while one waits for the answer.

## Why it matters

Whoever may close an incident after three days of silence need not keep a promise of five: a question to the customer is
enough, and the clock that was still running is dropped.

## Example

```sla
commitment resolution "Resolution"
  force: aim
  starts: opened
  stops: relieved
  within: 5 working days

closure silent
  on: 3 working days after asked without replied
```

## Use instead

```sla
commitment resolution "Resolution"
  force: aim
  starts: opened
  stops: relieved
  within: 5 working days

closure silent
  on: 10 working days after asked without replied
```

## Taught by

Xecuritas, which closes after 10 days of silence, and resolves within a week at the latest: its silence is longer, in
days as well as in working days.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from slalang.calendar import DAY
from slalang.graph.occasions import Silence
from slalang.graph.rules import Cell, Closure, Commitment
from slalang.graph.values import CalendarUnits, Figure, Length, Range, WorkingDays
from slalang.lint import Found, Policy, Rule
from slalang.policy.slots import settled

RULE = Rule("SLA710", "contract")


class Counted(NamedTuple):
    """What an amount counts, and how much of it."""

    of: object
    size: Fraction


def check(policy: Policy) -> Iterator[Found]:
    """The closures after a silence that is shorter than a figure."""
    for node, closure in policy.graph.of(Closure):
        silences = (occasion for occasion in settled(closure.on) if isinstance(occasion, Silence))
        amounts = [amount for silence in silences for amount in settled(silence.amount)]
        for promise, body in policy.graph.of(Commitment):
            longer = next((cell for cell in _cells(body) if any(_is_longer(cell, each) for each in amounts)), None)
            if longer is not None:
                yield Found(
                    node,
                    f"it may come before `{promise.id}` is due",
                    help="wait longer than the promise takes, or say in `when:` that the promise has been met",
                    see=((longer, "is longer than the silence"),),
                )


def _cells(commitment: Commitment) -> Iterator[Cell[Figure]]:
    """The figures whose clocks run on while one waits for an answer."""
    tables = commitment.figures if not commitment.pauses else ()
    return (cell for table in tables for cell in table.cells)


def _is_longer(cell: Cell[Figure], silence: Figure) -> bool:
    given = _counted(silence)
    return any(
        given is not None and counted is not None and counted.of == given.of and counted.size > given.size
        for counted in map(_counted, settled(cell.value))
    )


def _counted(figure: Figure) -> Counted | None:
    match figure:
        case Length(micros, "elapsed"):
            return Counted("dates", Fraction(micros, DAY))
        case CalendarUnits(count, "day" | "week" as unit):
            return Counted("dates", Fraction(count * (7 if unit == "week" else 1)))
        case CalendarUnits(count, unit):
            return Counted(unit, Fraction(count))
        case Length(micros, _, _, calendar):
            return Counted(("hours", calendar), Fraction(micros))
        case WorkingDays(days, _, calendar):
            return Counted(("days", calendar), days)
        case Range(_, later):
            return _counted(later)
    return None
