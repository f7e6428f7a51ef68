"""Events: what a clock starts and stops with."""

from typing import NamedTuple, TypeAlias

from slalang.source.span import Span
from slalang.syntax.nodes.names import Hole, Name, Nothing


class Event(NamedTuple):
    """`responded`, or with its condition `responded by phone`: a channel or a party."""

    name: Name
    by: Name | None
    span: Span


class AnyEvent(NamedTuple):
    """`alarm or opened`: the first of them."""

    events: tuple[Event, ...]
    span: Span


class AllEvents(NamedTuple):
    """`fixed and confirmed`: the last of them."""

    events: tuple[Event, ...]
    span: Span


EventExpression: TypeAlias = Event | AnyEvent | AllEvents
Events: TypeAlias = EventExpression | Nothing | Hole
