"""A sentence and the step below it name different promises.

## What it does

Finds an escalation or a notice `on: miss of ...` below a sentence that names other commitments, by name or title, and
none of those that it waits for. One of which theirs is a multiple is left alone, and so is one for which some meaning
of a reading waits.

## Why it matters

What goes to the manager is the one consequence that a missed time has. Whether it follows a late answer or a late
solution is the question at the first late answer, and the sentence gives another reply than the rule.

## Example

```sla
commitment relief "Relief"
  force: aim
  starts: opened
  stops: relieved
  within: 16 working hours

## Resolution [agreement: Resolution]

> What is not solved in its time of response goes to the team lead.

escalation late "Unsolved in time"
  on: miss of relief
  to: lead
```

## Use instead

```sla
commitment relief "Relief"
  force: aim
  starts: opened
  stops: relieved
  within: 16 working hours

## Resolution [agreement: Resolution]

> What is not solved in its time of response goes to the team lead.

escalation late "Unsolved in time"
  on: time-meant
  to: lead

reading time-meant "Which is the time in which it is to be solved?"
  default: relief-time
  because: "a solution is what relief is"
  | meaning       | value            | in words                         |
  | relief-time   | miss of relief   | "`response` is a slip"           |
  | response-time | miss of response | "a late answer is enough"        |
```

## Taught by

Xecuritas, where what is not resolved in its "response times" goes to support management: the chapter has times of
response and of resolution, and the policy asks with a reading which of them are meant.
"""

import re
from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.occasions import OnMiss
from slalang.graph.rules import Commitment, Escalation
from slalang.graph.traverse import parts_of
from slalang.graph.values import Multiple
from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block, Sentence

RULE = Rule("SLA732", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The steps on a miss of promises that the sentence above does not name, while it names others."""
    for sentence in policy.items(Sentence):
        named = _named(policy.graph, sentence.text)
        for block in policy.below(sentence) if named else ():
            waited_for, line = _waited_for(policy, block), block.line("on")
            others = named - _with_bases(policy.graph, waited_for)
            if line and waited_for and others and not named & waited_for:
                yield Found(
                    line,
                    f"the sentence above names `{min(others)}`, for whose miss this does not wait",
                    help="let a reading decide in `on:` which of them is meant, or write the other one",
                    see=((sentence, "named here"),),
                )


def _named(graph: Graph, text: str) -> set[str]:
    """The commitments that a text calls by name or title."""
    titles = {node.id: node.title or node.id for node, _ in graph.of(Commitment)}
    spoken = {name: rf"\b(?:{re.escape(name)}|{re.escape(title)})\b" for name, title in titles.items()}
    return {name for name, pattern in spoken.items() if re.search(pattern, text, re.IGNORECASE)}


def _waited_for(policy: Policy, block: Block) -> set[str]:
    """The commitments for whose miss a step waits, as any reading has it."""
    node = policy.node(block) if block.kind in ("escalation", "notice") else None
    waits = parts_of(node.body.on, OnMiss) if node and isinstance(node.body, Escalation) else ()
    return {name for wait in waits for name in wait.commitments}


def _with_bases(graph: Graph, names: set[str]) -> set[str]:
    """Commitments, and those of which their times are multiples."""
    nodes = [node for name in names if (node := graph.get(name))]
    return names | {each.of for node in nodes for each in parts_of(node.body, Multiple)}
