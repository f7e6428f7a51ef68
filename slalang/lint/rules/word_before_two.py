"""A word that denies stands before two nouns, and goes with one of them or with both.

## What it does

Finds a word such as "unscheduled" or "non-standard" in a sentence before two nouns joined by "or", without a reading
among the blocks below it.

## Why it matters

"An unscheduled installation or upgrade" leaves out scheduled upgrades, or it does not: the exclusion is wider in one
reading than in the other. Whoever writes the rule below has chosen, and a reader cannot see that there was a choice.

## Example

```sla
fact cause "What it arose from"
  values: unscheduled-installation, any-upgrade, neither

## Resolution [agreement: Resolution]

> Failures after an unscheduled installation or upgrade are left out.

exclusion own-doing "The customer's own doing"
  when: cause is one of unscheduled-installation, any-upgrade
  excludes: any
```

## Use instead

```sla
fact cause "What it arose from"
  values: unscheduled-installation, unscheduled-upgrade, scheduled-upgrade, neither

## Resolution [agreement: Resolution]

> Failures after an unscheduled installation or upgrade are left out.

exclusion own-doing "The customer's own doing"
  when: cause is one of causes-left-out
  excludes: any

reading causes-left-out "Is a scheduled upgrade left out as well?"
  default: kept
  because: "one word before two nouns is read with both"
  | meaning  | value                                                            | in words                |
  | kept     | unscheduled-installation, unscheduled-upgrade                    | "it is not left out"    |
  | left-out | unscheduled-installation, unscheduled-upgrade, scheduled-upgrade | "every upgrade is"      |
```

## Taught by

Isode's 24/7 cover, which leaves out incidents that arise from an unscheduled installation or product upgrade: whether a
scheduled upgrade is left out too is a matter of reading.
"""

import re
from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Sentence

RULE = Rule("SLA734", "contract")
BEFORE_TWO = re.compile(
    r"\b(?P<word>(?!united)un\w{3,}ed|non-\w+) (?P<first>(?!or\b|and\b)\w+) or "
    r"(?!(?:an?|the|any|by|in|on|at|to|of|for|from|with|if|when|where|not|is|are|has|un\w+ed)\b|non-)\w+",
    re.IGNORECASE,
)


def check(policy: Policy) -> Iterator[Found]:
    """The sentences with such a word, if they have blocks below them and no reading among these."""
    for sentence in policy.items(Sentence):
        found = BEFORE_TWO.search(sentence.text)
        reached = policy.reached(policy.below(sentence)) if found else []
        if found and reached and not any(block.kind == "reading" for block in reached):
            yield Found(
                sentence,
                f"`{found['word']}` may go with `{found['first']}` alone, or with what is after `or` too",
                help="declare a reading of which is meant; where the contract is clear, write the word twice, or an"
                " article before the second noun",
            )
