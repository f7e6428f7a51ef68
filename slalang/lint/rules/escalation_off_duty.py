"""An escalation or a notice can come while nobody is there to receive it.

## What it does

Finds an escalation or a notice to a party with `open:` hours that can come outside these, and has no `held over to:`.
It is left alone where the time that it waits for, or that of the figures it rests on, counts in these same hours.

## Why it matters

An escalation at three in the morning to somebody who comes at nine is no escalation. The contract should say that it
waits, or name somebody who is there.

## Example

```sla
party manager "The account manager"
  of: vendor
  open: office

notice urgent "An urgent case"
  on: opened
  when: severity is P1
  to: manager
```

## Use instead

```sla
party manager "The account manager"
  of: vendor
  open: office

notice urgent "An urgent case"
  on: opened
  when: severity is P1
  to: manager
  held over to: office
```

## Taught by

Xecuritas, whose staff on call are paged for cases of the first severity after hours, while the others work in support
hours; and escalations that fire at weekends (zammad 4432).
"""

from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.occasions import AfterDue, AfterEvent, AtShare, BeforeDue, Occasion, OnMiss
from slalang.graph.rules import Commitment, Coverage, Escalation, Party
from slalang.graph.values import CalendarUnits, Length, Multiple, Range, WorkingDays
from slalang.lint import Found, Policy, Rule
from slalang.policy.slots import settled

RULE = Rule("SLA709", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The steps that can come while who gets them is away."""
    graph = policy.graph
    for node, body in graph.of(Escalation):
        for party, hours in _reachable(graph, body) if body.held_over_to is None else ():
            if any(not _comes_within(graph, body, occasion, hours) for occasion in settled(body.on)):
                yield Found(
                    node,
                    f"it can come while `{party}` is away, who is there in `{hours}`",
                    help=f"add `held over to: {hours}`, or name somebody who is there",
                )


def _reachable(graph: Graph, body: Escalation) -> Iterator[tuple[str, str]]:
    """The recipients that are not always there, each with its hours."""
    for party in dict.fromkeys(party for who in settled(body.to) for party in who.parties):
        node = graph.get(party)
        opened = node.body.open if node and isinstance(node.body, Party) else None
        yield from ((party, hours) for hours in dict.fromkeys(settled(opened)) if hours not in (None, "24x7"))


def _comes_within(graph: Graph, body: Escalation, occasion: Occasion, hours: str) -> bool:
    """Whether an occasion lies in some hours for certain: time that counts in them alone leads to it."""
    match occasion:
        case AfterEvent(amount):
            return all(_counts(each, _named(body) or _cover(graph)) <= {hours} for each in settled(amount))
        case BeforeDue(amount, commitment) | AfterDue(amount, commitment):
            counted = _named(body) or _clock(graph, commitment)
            return all(_counts(each, counted) <= {hours} for each in settled(amount))
        case AtShare(_, commitment):
            return _due(graph, commitment) <= {hours}
        case OnMiss(commitments):
            return all(_due(graph, commitment) <= {hours} for commitment in commitments)
    return False


def _named(body: Escalation) -> set[str]:
    """The calendars that a step itself names for its delay."""
    return {*settled(body.counted_on)} - {None}


def _due(graph: Graph, commitment: str) -> set[str]:
    """The calendars that the figures of a commitment count."""
    node = graph.get(commitment)
    tables = node.body.figures if node and isinstance(node.body, Commitment) else ()
    values = (value for table in tables for cell in table.cells for value in settled(cell.value))
    return {name for value in values for name in _counts(value, _clock(graph, commitment))}


def _counts(value: object, calendars: set[str]) -> set[str]:
    """The calendars in which an amount ends; `24x7` for one that can end at any time."""
    match value:
        case Length(_, "elapsed") | CalendarUnits() | Multiple(in_elapsed_time=True):
            return {"24x7"}
        case Length(_, _, _, named) | WorkingDays(_, _, named) if named is not None:
            return {named}
        case Range(_, later):
            return _counts(later, calendars)
        case Length() | WorkingDays() | Multiple():
            return calendars
    return set()


def _clock(graph: Graph, commitment: str) -> set[str]:
    """The calendars of the clock of a commitment."""
    node = graph.get(commitment)
    names = {*settled(node.body.calendar)} if node and isinstance(node.body, Commitment) else set()
    return names - {"coverage"} | (_cover(graph) if "coverage" in names else set())


def _cover(graph: Graph) -> set[str]:
    """The calendars that cover incidents."""
    return {name for _, body in graph.of(Coverage) for cell in body.cells for name in settled(cell.value)} - {"none"}
