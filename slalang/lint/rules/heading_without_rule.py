"""A heading of a source is cited by nothing.

## What it does

Finds a `heading:` of a `source` that no `## ... [source: heading]`, no `per` and no `deferred to` names. A source that
nothing cites at all is left to the rule on that, and those of a library to who takes them.

## Why it matters

The list of headings is the table of contents of the contract. A chapter that no rule cites was forgotten, or has
nothing to decide, and a reader of the policy can't tell which.

## Example

```sla
source agreement "Support agreement"
  heading: "Response"
  heading: "Third parties"

## Response [agreement: Response]

> The vendor answers in time.
  text only: "which time, the figures say"
```

## Use instead

```sla
source agreement "Support agreement"
  heading: "Response"
  heading: "Third parties"

## Response [agreement: Response]

> The vendor answers in time.
  text only: "which time, the figures say"

## Third parties [agreement: Third parties]

> Software of others is listed on a page.
  text only: "a pointer to information"
```

## Taught by

The support policies of Xecuritas, with eleven headings, three of which are about escalation: its policy cites each.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Heading, Ref, Text

RULE = Rule("SLA717", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The headings that no citation names, of sources that are cited."""
    refs = [*(ref for heading in policy.items(Heading) for ref in heading.places), *policy.find(Ref)]
    cited = {(ref.source.word, ref.heading.text if ref.heading else None) for ref in refs}
    for block in policy.blocks("source") if policy.is_whole else ():
        word = block.name.word if block.name else ""
        if policy.is_borrowed(block) or all(source != word for source, _ in cited):
            continue
        for line in block.all("heading"):
            if isinstance(line.value, Text) and (word, line.value.text) not in cited:
                yield Found(
                    line.value,
                    f"nothing cites `{line.value.text}`",
                    help=f"write `## ... [{word}: {line.value.text}]` above what it says, if only `> ...` with"
                    " `text only:`",
                )
