"""Nothing stands under a heading.

## What it does

Finds a heading (`## ...`) that is followed by the next heading, or by the end of the file.

## Why it matters

A heading gives the clause of what stands below it. An empty one looks as if that part of the contract were in the
policy.

## Example

```sla
## Hours [agreement: Hours]

## Response [agreement: Response]

duty tell-why
  owed by: vendor
  does: "tells the customer why an answer is late"
```

## Use instead

```sla
## Response [agreement: Response]

duty tell-why
  owed by: vendor
  does: "tells the customer why an answer is late"
```

## Taught by

Xecuritas' overview, whose first sentences announce three severities and define none: in the policy that is a sentence
with `text only:`, so that nobody takes it for something forgotten.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, safe
from slalang.syntax.nodes import Heading, Sentence

RULE = Rule("SLA781", "style", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The headings without a block and without a sentence."""
    full = {id(sentence.heading) for sentence in policy.items(Sentence)}
    for heading in policy.items(Heading):
        if id(heading) not in full and not policy.below(heading):
            yield Found(
                heading,
                f"nothing stands under the heading `{heading.title}`",
                help="write what the contract says there, if only as a sentence with `text only:`, or leave it out",
                fix=safe("leave the heading out", Delete(heading)),
            )
