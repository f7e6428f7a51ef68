"""A figure of a sentence is in none of the blocks below it.

## What it does

Finds an amount of time, a share, a multiple, a time of day or `24/7` in a sentence (`> ...`) that neither the blocks
below the sentence nor those that they name repeat. Titles and notes do not count: they decide nothing. `business days`
and `working days` are the same figure, and so are `8 AM` and `08:00`.

## Why it matters

The figures are what the parties will quote. One that the sentence has and the rules have not is a promise that no
answer keeps; one that differs is a mistake in one of the two.

## Example

```sla
## Resolution [agreement: Resolution]

> In 90% of incidents the customer can work again within 8 working hours.

commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 8 working hours
```

## Use instead

```sla
## Resolution [agreement: Resolution]

> In 90% of incidents the customer can work again within 8 working hours.

commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 8 working hours
  attainment: 90%
  measured over: unstated
```

## Taught by

Isode's relief, whose one sentence has two figures: within 3 times the response time, and in 90 % of incidents.
A rule that has only the first still looks complete.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.prose import are_in_it, figures_of
from slalang.syntax.nodes import Sentence

RULE = Rule("SLA714", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The figures of sentences that have blocks below them, and not in these."""
    for sentence in policy.items(Sentence):
        figures = figures_of(sentence.text)
        below = policy.below(sentence) if figures else []
        ruled = figures_of(" ".join(text for block in policy.reached(below) for text in policy.decisive(block)))
        if left := [words for figure, words in figures.items() if below and figure not in ruled]:
            yield Found(
                sentence,
                are_in_it(left),
                help="write it in the block that it belongs to; where another figure stands there, one is wrong",
            )
