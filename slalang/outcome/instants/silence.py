"""Silences: requests that no answer followed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from slalang.graph.values import EventRef
from slalang.outcome.asking.view import View
from slalang.outcome.instants.events import matching
from slalang.outcome.record.steps import FOREVER


class Silence(NamedTuple):
    """From a request to its answer, if there was one; `due` is when the silence is long enough."""

    asked: int
    due: int
    answered: int | None

    @property
    def ran_out(self) -> bool:
        """Whether it became long enough before an answer came."""
        return self.answered is None or self.answered > self.due


def silences(view: View, asked: EventRef, answered: EventRef, due: Callable[[int], int]) -> Iterator[Silence]:
    """Each silence on record: a second request does not restart it, the first one after an answer begins a new one."""
    answer: int | None = -FOREVER
    for request in matching(view, asked, -FOREVER):
        if answer is None or request.at < answer:
            continue
        answer = next((event.at for event in matching(view, answered, request.at)), None)
        yield Silence(request.at, due(request.at), answer)
