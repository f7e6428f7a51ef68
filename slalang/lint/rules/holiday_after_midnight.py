"""Hours at night meet holidays.

## What it does

Finds a calendar with hours that cross midnight and with days on which it is closed. A calendar with a `note:` is left
alone: there the author says what is meant.

## Why it matters

Hours belong to the date on which they begin. The night that begins on a holiday is closed until the morning after it,
and the night before is cut at midnight. People who work nights mostly mean something else by a holiday off.

## Example

```sla
calendar night-shift
  open: daily 20:00 to 06:00
  closed: public holidays of GB-ENG with observed days
```

## Use instead

```sla
calendar night-shift
  open: daily 20:00 to 06:00
  closed: public holidays of GB-ENG with observed days
  note: "a night belongs to the day on which it begins, holidays too"
```

## Taught by

biz, which tests a holiday on the date on which hours begin and on no other, and 09:00 to 00:00, which some systems loop
over for ever (zammad 2497): what a night belongs to has to be said.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Dates, Holidays, Hours

RULE = Rule("SLA768", "correctness", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The hours across midnight on calendars that close on dates."""
    for block in policy.blocks("calendar"):
        closed = [line.value for line in block.all("closed") if isinstance(line.value, Dates | Holidays)]
        nights = [hours for line in block.all("open") for hours in policy.find(Hours, line) if _crosses(hours)]
        if closed and nights and not block.line("note"):
            yield Found(
                nights[0],
                "the night that begins on a holiday is closed until the morning after it",
                help="say in a `note:` that this is meant, or give the small hours a calendar of their own",
                see=((closed[0], "the holidays"),),
            )


def _crosses(hours: Hours) -> bool:
    return 0 < hours.closes.minutes <= hours.opens.minutes
