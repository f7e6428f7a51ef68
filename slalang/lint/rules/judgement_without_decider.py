"""Nobody is named who judges whether something is acceptable, reasonable, significant or major.

## What it does

Finds a fact with such a word in its name, its title or one of its values, on which the definition of a severity or an
exclusion turns, and which has no line `decided by:`.

## Why it matters

Whether the site is down can be seen. Whether an impact is significant is what the parties will disagree about, in the
middle of an incident, and the contract has to say whose word counts. `decided by: unstated` shows that it does not.

## Example

```sla
fact losses "How large the losses are"
  highest first: severe, small

exclusion small-matters
  when: losses is small
  excludes: any
```

## Use instead

```sla
fact losses "How large the losses are"
  highest first: severe, small
  decided by: vendor and customer

exclusion small-matters
  when: losses is small
  excludes: any
```

## Taught by

CodeSecure's priorities, two of which the vendor and the customer determine jointly: what a significant interruption is,
and which workaround is acceptable. Xecuritas' severities turn on words such as "major" and "moderate", and on nobody's
judgement of them.
"""

import re
from collections.abc import Iterator

from slalang.graph import Node
from slalang.graph.conditions import Subject
from slalang.graph.rules import Definition, Exclusion, Fact
from slalang.graph.traverse import parts_of
from slalang.lint import Found, Policy, Rule

RULE = Rule("SLA706", "contract")
JUDGES = re.compile(
    r"\b(?:(?:un)?(?:acceptabl|reasonabl|satisfactor|suitabl|appropriat|feasibl)(?:e|y)|adequate|(?:in)?significant(?:ly)?"
    r"|major|minor|moderate(?:ly)?|severe(?:ly)?|serious(?:ly)?|substantial(?:ly)?|material(?:ly)?|excessive)\b",
    re.IGNORECASE,
)


def check(policy: Policy) -> Iterator[Found]:
    """The facts that somebody must judge, and on which a severity or an exclusion turns."""
    turned_on = {subject.name for subject in parts_of(_conditions(policy), Subject) if subject.kind == "fact"}
    for node, fact in policy.graph.of(Fact):
        word = _judging(node, fact)
        if word and node.id in turned_on and fact.decided_by is None and fact.yes_when is None:
            yield Found(
                node,
                f"nobody is named who judges what is `{word}`",
                help="add `decided by:` with a party, with `vendor and customer`, or with `unstated`",
            )


def _conditions(policy: Policy) -> tuple[object, ...]:
    definitions, exclusions = policy.graph.of(Definition), policy.graph.of(Exclusion)
    return (*(body.when for _, body in definitions), *(body.when for _, body in exclusions))


def _judging(node: Node, fact: Fact) -> str:
    """The first word that judges, of what a fact is called and can be."""
    words = [node.id, node.title or "", *(part or "" for member in fact.members for part in member)]
    return next((found.group() for word in words if (found := JUDGES.search(word))), "")
