"""A source is cited nowhere.

## What it does

Finds a `source` that no heading, no `per` and no `deferred to` names.

## Why it matters

A document that a policy rests on and never cites leaves a reader to guess which rules come from it. If none does, the
policy may lack what it says.

## Example

```sla
source annex "The annex on holidays"
```

## Use instead

```sla
source annex "The annex on holidays"

calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: deferred to annex
```

## Taught by

Isode's support details, which refer to an options page for every figure: a policy that only declared the page would
hide that the figures are in another document.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe
from slalang.syntax.nodes import Heading, Ref

RULE = Rule("SLA757", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The sources that no citation names."""
    headings = (ref.source.word for heading in policy.items(Heading) for ref in heading.places)
    cited = {*headings, *(ref.source.word for ref in policy.find(Ref))}
    for block in policy.blocks("source") if policy.is_whole else ():
        word = block.name.word if block.name else ""
        if word not in cited and not policy.is_borrowed(block):
            yield Found(
                block,
                f"nothing cites the source `{word}`",
                help=f"cite it: `## ... [{word}: ...]` above the blocks that rest on it, or leave it out",
                fix=unsafe("leave the source out", Delete(block)),
            )
