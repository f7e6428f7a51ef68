"""Whether a condition holds at an instant, and why.

Three-valued: a part that can't be answered matters only where the others don't decide.
"""

from collections.abc import Iterable
from typing import NamedTuple

from slalang.graph.conditions import All, Condition, Either, Is, Not, Opened, Within
from slalang.graph.values import Slot
from slalang.outcome.asking.unsettled import Ask, Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.model import Reason


class Judged(NamedTuple):
    truth: bool
    reason: Reason


def judge(view: View, condition: Condition, at: int) -> Judged:
    """The truth of a condition at an instant; raises `Missing` or `Unsettled` where it turns on what is not known."""
    match condition:
        case All(parts):
            return _joined(view, parts, at, decisive=False)
        case Either(parts):
            return _joined(view, parts, at, decisive=True)
        case Not(part):
            judged = judge(view, part, at)
            text = f"not ({judged.reason.text})"
            return Judged(not judged.truth, _reason("not", text, not judged.truth, (judged.reason,)))
        case Is():
            return _judge_is(view, condition, at)
        case Within():
            return _judge_within(view, condition, at)
        case Opened():
            return _judge_opened(view, condition)


def applies(view: View, when: Slot[Condition] | None, at: int) -> tuple[bool, tuple[Reason, ...]]:
    """Whether a rule with that `when:` applies; without one it always does."""
    if when is None:
        return True, ()
    found: tuple[Condition, tuple[Reason, ...]] = view.settle(when)
    condition, because = found
    judged = judge(view, condition, at)
    return judged.truth, (*because, judged.reason)


def _reason(kind: str, text: str, truth: bool, because: tuple[Reason, ...]) -> Reason:
    return Reason("test", kind, text, data=(("holds", truth),), because=because)


def _joined(view: View, parts: Iterable[Condition], at: int, decisive: bool) -> Judged:
    """A conjunction (decided by a false part) or a disjunction (decided by a true one)."""
    judged: list[Judged] = []
    doubt: Missing | Unsettled | None = None
    for part in parts:
        try:
            found = judge(view, part, at)
        except (Missing, Unsettled) as error:
            doubt = doubt or error
            continue
        if found.truth is decisive:
            return found
        judged.append(found)
    if doubt is not None:
        raise doubt
    word = " or " if decisive else " and "
    reasons = tuple(found.reason for found in judged)
    kind = "either" if decisive else "all"
    return Judged(not decisive, _reason(kind, word.join(reason.text for reason in reasons), not decisive, reasons))


def _judge_is(view: View, test: Is, at: int) -> Judged:
    members, because = view.settle(test.members)
    value, reason = view.look(test.subject, at)
    truth = value in members
    data = (("holds", truth), ("members", members), ("subject", test.subject.name), ("value", str(value)))
    return Judged(truth, Reason("test", "is", test.text, data=data, because=(*because, reason)))


def _judge_within(view: View, test: Within, at: int) -> Judged:
    value, reason = view.look(test.subject, at)
    assert not isinstance(value, str)
    above = test.least is None or value > test.least or (test.least_included and value == test.least)
    below = test.most is None or value < test.most or (test.most_included and value == test.most)
    data = (("holds", above and below), ("subject", test.subject.name), ("value", str(value)))
    return Judged(above and below, Reason("test", "within", test.text, data=data, because=(reason,)))


def _judge_opened(view: View, test: Opened) -> Judged:
    """Whether an event lay inside a calendar: constant once the event is known."""
    instant = next((event.at for event in view.case.events if event.event == test.event), None)
    if instant is None:
        raise Missing(Ask("event", test.event), ())
    name = view.value(test.calendar)
    calendar, because = view.calendar(name)
    truth = calendar.is_open(instant) is test.inside
    data = (("calendar", name), ("event", test.event), ("holds", truth), ("instant", instant))
    return Judged(truth, Reason("test", "during", test.text, data=data, because=because))
