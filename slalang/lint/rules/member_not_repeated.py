"""A severity, a tier or a channel of a sentence is in none of the blocks below it.

## What it does

Finds the name or the title of a severity, a tier or a channel in a sentence (`> ...`) about which neither the blocks
below the sentence nor those that they name say anything. A table by severity is about all severities, and
`P2 or above` about P1 too. Severities and tiers count only where they have a capital letter or a digit.

## Why it matters

A sentence that speaks of the third severity promises it something, or takes something away. Where no block below it
asks for the severity, that became a promise to all alike, or to others only.

## Example

```sla
## Resolution [agreement: Resolution]

> For P1 a patch may be supplied by phone.

entitlement patch "A patch"
  force: discretion
  gives: "a patch by phone"
```

## Use instead

```sla
## Resolution [agreement: Resolution]

> For P1 a patch may be supplied by phone.

entitlement patch "A patch"
  when: severity is P1
  force: discretion
  gives: "a patch by phone"
```

## Taught by

Isode, where the customers of one package do not set the priority themselves, and an incident of the third priority
counts as one of the first two for a single promise; CodeSecure, whose lowest priority has no follow-up, and which lets
the customer choose the priority in the portal; Xecuritas, which answers its first severity by phone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from slalang.graph import Graph
from slalang.graph.rules import Channels, Member, Severities, Tiers
from slalang.graph.traverse import parts_of
from slalang.lint import Found, Policy, Rule
from slalang.lint.prose import are_in_it
from slalang.syntax.nodes import Block, Sentence

RULE = Rule("SLA731", "contract")
AXES = ("severity", "tier", "channel")
VAGUE = ("other", "others", "else")


class Said(NamedTuple):
    """What blocks say: in texts, by name, and of which axes they have a row for each member."""

    texts: str
    names: set[str]
    axes: set[str]

    def of(self, axis: str, member: Member, words: re.Pattern[str]) -> bool:
        """Whether they say something of a member."""
        return axis in self.axes or member.name in self.names or bool(words.search(self.texts))


def check(policy: Policy) -> Iterator[Found]:
    """The members that sentences name, and the blocks below these do not."""
    called = [(axis, member, _called(axis, member)) for axis, member in _members(policy.graph)]
    for sentence in policy.items(Sentence):
        found = [(match, *each) for each in called if (match := each[2].search(sentence.text))]
        below = policy.below(sentence) if found else []
        said = _said(policy, below)
        in_order = sorted(found, key=lambda each: each[0].start()) if below else []
        left = [(match, axis, member) for match, axis, member, words in in_order if not said.of(axis, member, words)]
        if left:
            _, axis, member = left[0]
            yield Found(
                sentence,
                are_in_it(match.group() for match, _, _ in left),
                help=f"ask for it, as in `when: {axis} is {member.name}`: a block without that holds for all alike",
            )


def _members(graph: Graph) -> Iterator[tuple[str, Member]]:
    for node in graph.nodes:
        match node.body:
            case Severities(members):
                yield from (("severity", member) for member in members)
            case Tiers(members):
                yield from (("tier", member) for member in members)
            case Channels(members):
                yield from (("channel", member) for member in members)


def _called(axis: str, member: Member) -> re.Pattern[str]:
    """What a member can be called: a channel in any spelling, `phone` or `E-mail`, the others as they are written."""
    names = [re.escape(member.title)] if member.title else []
    if axis != "channel":
        names.append(re.escape(member.name if re.search(r"[A-Z\d]", member.name) else member.name.capitalize()))
    elif member.name not in VAGUE:
        names.append("-?".join(member.name.replace("-", "")))
    return re.compile(rf"\b(?:{'|'.join(names) or '(?!)'})\b", re.IGNORECASE if axis == "channel" else 0)


def _said(policy: Policy, below: list[Block]) -> Said:
    blocks = policy.reached(below, barred="commitment")
    texts = " ".join([text for block in blocks for text in policy.decisive(block)] + _left(policy, below))
    bodies = tuple(node.body for block in blocks if (node := policy.node(block)))
    headings = {
        word for block in blocks if block.table for head in block.table.columns for word in policy.text(head).split()
    }
    heads = {block.name.word for block in blocks if block.name}
    return Said(texts, heads | set(parts_of(bodies, str)) | set(re.findall(r"[\w-]+", texts)), headings & {*AXES})


def _left(policy: Policy, below: list[Block]) -> list[str]:
    """The severity of what no definition fits, which is said where the severities are listed."""
    listed = policy.block("severities") if any(block.kind == "severity" for block in below) else None
    lines = (listed.line("otherwise"), listed.line("if not chosen")) if listed else ()
    return [policy.text(line) for line in lines if line]
