"""Why a question has no answer: a fact is missing, or something in the policy stands in the way.

These two exceptions never leave the package: whoever answers for an obligation turns them into its status.
"""

from typing import Literal, NamedTuple

from slalang.graph.values import Hole
from slalang.outcome.model import Reason


class Ask(NamedTuple):
    """A question whose answer is not on the record."""

    kind: Literal["fact", "option", "tier", "channel", "severity", "reading", "event"]
    name: str


class Missing(Exception):
    """The answer depends on something that is not known; `choices` are what it can be, if that can be listed."""

    def __init__(self, ask: Ask, choices: tuple[str, ...]) -> None:
        super().__init__(ask)
        self.ask = ask
        self.choices = choices


_TOLD = {"unstated": "unstated", "parameter": "not given by the agreement"}


class Unsettled(Exception):
    """A hole, a gap, a conflict, or a date outside a validity stands in the way."""

    def __init__(self, reason: Reason, hole: Hole | None = None) -> None:
        super().__init__(reason.text)
        self.reason = reason
        self.hole = hole

    @property
    def told(self) -> str:
        """What stands in place of a value that is only told, never counted with."""
        if self.hole is None:
            return self.reason.text
        return f"said in {self.hole.refers}" if self.hole.kind == "deferred" else _TOLD[self.hole.kind]

    def under(self, *because: Reason) -> "Unsettled":
        """The same, resting on what led there."""
        return Unsettled(self.reason._replace(because=(*because, *self.reason.because)), self.hole)


def from_hole(hole: Hole, because: tuple[Reason, ...] = ()) -> Unsettled:
    """What a hole leaves open."""
    said = {
        "unstated": f"the contract does not say {hole.what}",
        "parameter": f"the agreement does not give `{hole.parameter}`: {hole.what}",
        "deferred": f"another document says {hole.what}: {hole.refers}",
    }[hole.kind]
    name = hole.parameter or hole.what
    reason = Reason("hole", name, said, hole.clauses, hole.place, (("hole", hole.kind),), because)
    return Unsettled(reason, hole)


def obstacle(kind: str, id: str, text: str, because: tuple[Reason, ...] = ()) -> Unsettled:
    """A gap, a conflict, or a calendar that can't answer."""
    return Unsettled(Reason(kind, id, text, because=because))
