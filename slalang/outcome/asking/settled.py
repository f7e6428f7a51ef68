"""Settled values of the union types: type inference needs the union said where a slot holds one."""

from __future__ import annotations

from slalang.graph.occasions import Occasion
from slalang.graph.values import Amount, CalendarUnits, Figure, Length, Slot, WorkingDays
from slalang.outcome.asking.view import View
from slalang.outcome.model import Reason


def occasion_of(view: View, slot: Slot[Occasion]) -> tuple[Occasion, tuple[Reason, ...]]:
    """The occasion of an escalation or a closure."""
    found: tuple[Occasion, tuple[Reason, ...]] = view.settle(slot)
    return found


def amount_of(view: View, slot: Slot[Amount]) -> Amount:
    """The amount of an occasion."""
    found: tuple[Amount, tuple[Reason, ...]] = view.settle(slot)
    return found[0]


def plain_amount(view: View, slot: Slot[Figure]) -> Amount:
    """The amount of a cap or of a limit, which the compiler has checked to be one."""
    found: tuple[Figure, tuple[Reason, ...]] = view.settle(slot)
    amount, because = found
    view.note(because)
    assert isinstance(amount, Length | WorkingDays | CalendarUnits)
    return amount
