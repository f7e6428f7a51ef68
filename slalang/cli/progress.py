"""How far a long run is, for who waits at a terminal."""

from time import monotonic
from types import TracebackType

from slalang.cli import output

SLOW = 1.0
"""The seconds after which a run is slow enough to be watched."""
STEP = 0.1
"""The seconds between two pictures of the bar."""
_WIDTH = 30


class Progress:
    """A bar on the standard error, if that is a terminal and the run is slow; it is gone when the run ends."""

    def __init__(self, nouns: str = "scenarios") -> None:
        self._nouns = nouns
        self._next = monotonic() + SLOW if output.on_terminal() else float("inf")
        self._shown = 0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._shown:
            output.remark(f"\r{' ' * self._shown}\r")

    def tell(self, done: int, of: int) -> None:
        """Show that some of all are done."""
        if monotonic() < self._next:
            return
        self._next = monotonic() + STEP
        bar = f"{'#' * (_WIDTH * done // of):{_WIDTH}}"
        line = f"[{bar}] {done} of {of} {self._nouns}"
        self._shown = len(line)
        output.remark(f"\r{line}")
