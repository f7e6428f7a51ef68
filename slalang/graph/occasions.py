"""When an escalation, a notice or a closure comes."""

from fractions import Fraction
from typing import NamedTuple, TypeAlias

from slalang.graph.values import Amount, EventRef, Slot


class OnEvent(NamedTuple):
    event: EventRef


class OnMiss(NamedTuple):
    commitments: tuple[str, ...]


class AtShare(NamedTuple):
    share: Fraction
    commitment: str


class AfterEvent(NamedTuple):
    amount: Slot[Amount]
    event: EventRef


class Silence(NamedTuple):
    """An amount after an event that no answer followed."""

    amount: Slot[Amount]
    event: EventRef
    without: EventRef


class BeforeDue(NamedTuple):
    amount: Slot[Amount]
    commitment: str


class AfterDue(NamedTuple):
    amount: Slot[Amount]
    commitment: str


class OnRequest(NamedTuple):
    party: str


class OnAgreement(NamedTuple):
    parties: tuple[str, ...]


Occasion: TypeAlias = OnEvent | OnMiss | AtShare | AfterEvent | Silence | BeforeDue | AfterDue | OnRequest | OnAgreement
