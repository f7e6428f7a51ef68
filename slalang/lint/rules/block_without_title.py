"""What answers speak of has no title.

## What it does

Finds a commitment, an exclusion, an option or a reading whose head ends with its name.

## Why it matters

Answers are read by people who never see the policy: "Response time (response)" tells them what is meant, `response`
does not. A reading without a title does not say which question it answers.

## Example

```sla
commitment relief
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Taught by

Isode's details, which tell response, relief and resolution apart, and promise a time for two of them only: an answer
that names them in the contract's words is understood.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule

RULE = Rule("SLA788", "style", "note")
SPOKEN_OF = ("commitment", "exclusion", "option", "reading")


def check(policy: Policy) -> Iterator[Found]:
    """The blocks that answers name, and that have no title."""
    for block in policy.blocks(*SPOKEN_OF):
        if block.title is None and block.name is not None:
            yield Found(
                block,
                f"the {block.kind} `{block.name.word}` has no title",
                help=f'say in the words of the contract what it is: `{block.kind} {block.name.word} "..."`',
            )
