"""A sentence that is text only has an amount of time, a share or a multiple in it.

## What it does

Finds a sentence with `text only:` in which an amount of time, a share or a multiple stands.

## Why it matters

`text only:` says that a sentence commits nobody. A figure is what contracts commit somebody with: whoever reads it
there will claim it, and the policy answers as if it had not been written.

## Example

```sla
## Resolution [agreement: Resolution]

> Most problems are solved within 2 working days.
  text only: "advertising"
```

## Use instead

```sla
## Resolution [agreement: Resolution]

> Most problems are solved within 2 working days.

commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 2 working days
  attainment: unstated
  measured over: unstated
```

## Taught by

Isode's details, which say that relief and resolution mostly come together: an experience without a figure, between
sentences that promise. With a figure it would be read as one more of them.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.prose import figures_of
from slalang.syntax.nodes import Sentence

RULE = Rule("SLA704", "contract")
HARMLESS = ("of day", "around")


def check(policy: Policy) -> Iterator[Found]:
    """The figures of sentences that are text only."""
    for sentence in policy.items(Sentence):
        for figure, words in figures_of(sentence.text).items() if sentence.text_only else ():
            if figure.measure not in HARMLESS:
                yield Found(
                    sentence,
                    f"`{words}` is in a sentence that is said to commit nobody",
                    help="write the block that says who owes it; `force: none` is one that promises nothing",
                )
