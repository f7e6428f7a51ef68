"""A sentence of the contract has no block below it.

## What it does

Finds a sentence (`> ...`) below which no block says what it means, and which has no `text only:` either.

## Why it matters

A sentence is there because somebody will quote it. Where no block follows, the policy seems to cover it and does not:
the answers are silent on what the contract says there.

## Example

```sla
## Response [agreement: Response]

> The vendor tells the customer why an answer is late.
```

## Use instead

```sla
## Response [agreement: Response]

> The vendor tells the customer why an answer is late.

duty tell-why
  owed by: vendor
  does: "tells the customer why an answer is late"
```

## Taught by

The support service details of Isode, which say that relief mostly comes with resolution: an experience, and no promise.
It became a sentence with `text only:`, since a reader who misses it in the policy must see that it was not forgotten.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Sentence

RULE = Rule("SLA700", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The sentences that neither become a block nor say why they don't."""
    for sentence in policy.items(Sentence):
        if sentence.text_only is None and not policy.below(sentence):
            yield Found(
                sentence,
                "no block says what this sentence means",
                help='write the block below it, or `text only: "..."` with the reason why it commits nobody',
            )
