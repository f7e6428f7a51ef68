"""What all views of one evaluation share."""

from typing import Any

from slalang.outcome.asking.effort import Effort
from slalang.outcome.asking.laid import Laid


class Evaluation:
    """The stretches that were laid out, `whatever` follows from the policy alone, and what is left of the effort."""

    def __init__(self, effort: Effort | None = None) -> None:
        self.laid = Laid()
        self.whatever: dict[Any, Any] = {}
        self.effort = effort or Effort()
