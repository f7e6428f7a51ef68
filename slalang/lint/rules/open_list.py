"""A sentence leaves a list open, and the block below it takes the list for all there is.

## What it does

Finds dates on which a calendar is closed, or values of a fact, below a sentence with words such as "include" or "for
example". It is left alone where a reading, a parameter or a hole stands below the sentence too, or where the fact has a
value for the rest.

## Why it matters

"The holidays include" is how contracts leave themselves room. A calendar has no room: a date that is not in the list is
open, and every due instant behind it rests on that. The policy should say that this was decided, and by whom.

## Example

```sla
## Hours [agreement: Hours]

> The holidays of 2026 include 1 January and 25 December.

calendar desk "Hours of the desk"
  open: Monday to Friday 09:00 to 17:00
  closed: 2026-01-01, 2026-12-25
  known: 2026-01-01 to 2026-12-31
```

## Use instead

```sla
## Hours [agreement: Hours]

> The holidays of 2026 include 1 January and 25 December.

calendar desk "Hours of the desk"
  open: Monday to Friday 09:00 to 17:00
  closed: 2026-01-01, 2026-12-25
  closed: other-holidays
  known: 2026-01-01 to 2026-12-31

reading other-holidays "Are these two dates all of them?"
  default: complete
  because: "no other date is hinted at"
  | meaning    | value    | in words                    |
  | complete   | none     | "every other day is open"   |
  | incomplete | unstated | "no open hour is certain"   |
```

## Taught by

Xecuritas, whose holidays of 2010 "include" nine dates: its policy asks with a reading whether these are all of them.
"""

import re
from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block, Dates, Deferred, Line, Member, Sentence, Unstated

RULE = Rule("SLA733", "contract")
OPEN = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|such as|for (?:example|instance)|among others|e\.g\.|etc)\b", re.IGNORECASE
)
REST = re.compile(r"other|else|neither|none|rest|unknown")


def check(policy: Policy) -> Iterator[Found]:
    """The first list below a sentence that leaves it open."""
    for sentence in policy.items(Sentence):
        word = OPEN.search(sentence.text)
        below = policy.below(sentence) if word else []
        lists = [line for block in below for line in block.lines if _is_closed_list(policy, line)]
        if word and lists and not _leaves_open(policy, below):
            yield Found(
                lists[0],
                f"`{word.group()}` leaves the list open, and here it is taken for all there is",
                help="let a reading decide whether there is more, or add a value for the rest",
                see=((sentence, "said here"),),
            )


def _is_closed_list(policy: Policy, line: Line) -> bool:
    """Whether a line lists dates of closing, or values none of which is for the rest."""
    if line.key == "closed":
        return any(policy.find(Dates, line))
    members = [member.name.word for member in policy.find(Member, line)] if line.key == "values" else []
    return len(members) > 1 and not any(map(REST.search, members))


def _leaves_open(policy: Policy, below: list[Block]) -> bool:
    reached = policy.reached(below)
    holes = any(policy.find(Unstated, tuple(below))) or any(policy.find(Deferred, tuple(below)))
    return holes or any(block.kind in ("reading", "parameter") for block in reached)
