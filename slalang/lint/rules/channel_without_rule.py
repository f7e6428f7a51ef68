"""Nothing is promised to who gets in touch by one of the channels.

## What it does

Finds a channel for which no commitment holds, while commitments hold for others. One whose clock starts with what meets
another does not count, as it promises nothing before that. A channel that an exclusion names, or that has a commitment
of its own without a promise, is left alone.

## Why it matters

Where times are promised for some ways to get in touch, those who come another way ask what holds for them. "Nothing" is
an answer if the contract gives it; a channel that merely drops out of every condition is a question nobody has asked.

## Example

```sla
channels "Way to get in touch"
  values: portal, phone, email

commitment response "First answer"
  when: channel is one of portal, phone
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours
```

## Use instead

```sla
channels "Way to get in touch"
  values: portal, phone, email

commitment response "First answer"
  when: channel is one of portal, phone
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours

commitment response-by-email "Answer to an e-mail"
  when: channel is email
  force: none
```

## Taught by

SecPod, whose response times are those of tickets that are logged by web or phone, while e-mail is named elsewhere as a
way to reach support: its policy has a commitment for e-mail, without a figure.
"""

from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.conditions import Condition, Is, Subject
from slalang.graph.rules import Commitment, Exclusion
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading, EventRef, Hole
from slalang.lint import Found, Policy, Rule
from slalang.lint.logic import never
from slalang.syntax.nodes import Member

RULE = Rule("SLA727", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The channels that every commitment leaves out."""
    graph = policy.graph
    excluded = {name for _, body in graph.of(Exclusion) for test in parts_of(body.when, Is) for name in _channels(test)}
    members = [member for line in policy.lines("values", "channels") for member in policy.find(Member, line)]
    left_out = [member for member in members if _is_left_out(graph, member.name.word)]
    for member in left_out if len(left_out) < len(members) else ():
        channel = member.name.word
        if channel not in excluded:
            yield Found(
                member.name,
                f"nothing is promised to who gets in touch by `{channel}`",
                help=f"write a commitment `when: channel is {channel}`, with `force: none` if that is what is meant",
            )


def _is_left_out(graph: Graph, channel: str) -> bool:
    """Whether there are commitments, and none of them holds for a channel."""
    by: Condition = Is(Subject("channel", "channel"), (channel,), f"channel is {channel}")
    said = [body for body in _first(graph) if body.when is not None or body.force != "none"]
    return bool(said) and all(body.when is not None and never(graph, body.when, by) for body in said)


def _first(graph: Graph) -> list[Commitment]:
    """The commitments but those that start when others are met."""
    bodies = [body for _, body in graph.of(Commitment)]
    met = {ref.event for body in bodies for ref in parts_of(body.stops, EventRef)}
    return [body for body in bodies if not {ref.event for ref in parts_of(body.starts, EventRef)} & met]


def _channels(test: Is) -> tuple[str, ...]:
    if test.subject.kind != "channel" or isinstance(test.members, Hole | ByReading):
        return ()
    return test.members
