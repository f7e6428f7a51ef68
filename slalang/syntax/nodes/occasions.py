"""Occasions: when an escalation, a notice or a closure comes."""

from typing import NamedTuple, TypeAlias

from slalang.source.span import Span
from slalang.syntax.nodes.amounts import Percent, Plain
from slalang.syntax.nodes.events import Event
from slalang.syntax.nodes.names import Hole, Name


class Miss(NamedTuple):
    """`miss of relief`; of several, each."""

    of: tuple[Name, ...]
    span: Span


class AtShare(NamedTuple):
    """`75% of response`."""

    share: Percent
    of: Name
    span: Span


class AfterEvent(NamedTuple):
    """`2 elapsed hours after opened`."""

    gap: Plain | Name
    event: Event
    span: Span


class Silence(NamedTuple):
    """`10 calendar days after asked without answered`."""

    gap: Plain | Name
    event: Event
    without: Event
    span: Span


class BeforeDue(NamedTuple):
    """`30 working minutes before due of response`."""

    gap: Plain | Name
    of: Name
    span: Span


class AfterDue(NamedTuple):
    """`1 working day after due of response`."""

    gap: Plain | Name
    of: Name
    span: Span


class OnRequest(NamedTuple):
    """`request of customer`."""

    of: Name
    span: Span


class OnAgreement(NamedTuple):
    """`agreement of vendor and customer`."""

    of: tuple[Name, ...]
    span: Span


Occasion: TypeAlias = (
    Event | Miss | AtShare | AfterEvent | Silence | BeforeDue | AfterDue | OnRequest | OnAgreement | Hole
)
