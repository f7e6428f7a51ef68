"""Silences: requests that no answer followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from slalang.graph.values import EventRef
from slalang.outcome.events import matching
from slalang.outcome.pauses import FOREVER
from slalang.outcome.view import View


class Silence(NamedTuple):
    """From a request to its answer, if there was one in time; `due` is when the silence is long enough."""

    asked: int
    due: int
    answered: int | None


def silences(view: View, asked: EventRef, answered: EventRef, due: Callable[[int], int]) -> tuple[Silence, ...]:
    """Each silence on record: a second request does not restart it, the first one after an answer begins a new one."""
    answers = [event.at for event in matching(view, answered, -FOREVER)]
    found: list[Silence] = []
    free_from = -FOREVER
    for event in matching(view, asked, -FOREVER):
        if event.at < free_from:
            continue
        end = due(event.at)
        answer = next((at for at in answers if event.at <= at <= end), None)
        found.append(Silence(event.at, end, answer))
        free_from = answer if answer is not None else end
    return tuple(found)
