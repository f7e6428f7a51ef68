"""What waits for the next working day can go on the same day.

## What it does

Finds a commitment that is `held over to:` a calendar, below a sentence that says "the next working day" or the like. A
reading in its place is left alone.

## Why it matters

An issue of Tuesday at 07:00, in an office that opens at 09:00: `held over to:` waits for the next opening, which is two
hours away. The sentence says the next day, which may be Wednesday. What comes before the opening is where the two sides
will count differently.

## Example

```sla
## Response [agreement: Response]

> What comes outside the hours waits for the next working day.

commitment reply "Reply to what comes outside the hours"
  force: guarantee
  starts: opened
  held over to: office
  stops: answered
  calendar: coverage
  within: 4 working hours
```

## Use instead

```sla
## Response [agreement: Response]

> What comes outside the hours waits for the next working day.

commitment reply "Reply to what comes outside the hours"
  force: guarantee
  starts: opened
  held over to: held-over-until
  stops: answered
  calendar: coverage
  within: 4 working hours

reading held-over-until "Until when does it wait?"
  default: next-opening
  because: "before the office opens, the next working day is the one that is about to begin"
  | meaning      | value    | in words                                               |
  | next-opening | office   | "on the same date too"                                 |
  | later-date   | unstated | "on a later date; at which hour the text does not say" |
```

## Taught by

The agreement for bespoke software, which holds over to the next working day what is not handled in its window. Whether
an issue that comes before the opening waits for it or for the next day, its policy asks with a reading.
"""

import re
from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Name

RULE = Rule("SLA737", "contract")
NEXT_DAY = re.compile(r"\b(?:next|following) (?:(?:working|business|office) )?day\b", re.IGNORECASE)


def check(policy: Policy) -> Iterator[Found]:
    """The commitments that wait for the opening of a calendar, where the sentence above says a day."""
    for line in policy.lines("held over to", "commitment"):
        block = policy.around(line)
        sentence = block.sentence if block else None
        said = NEXT_DAY.search(sentence.text) if sentence else None
        opens = policy.block(line.value.word) if isinstance(line.value, Name) else None
        if sentence and said and opens and opens.kind == "calendar":
            yield Found(
                line,
                f"before the opening this waits for the same day, and the sentence above says `{said.group()}`",
                help="let a reading decide, one meaning of which is `unstated`; or say in the sentence that it waits"
                " for the opening, if the contract does",
                see=((sentence, "said here"),),
            )
