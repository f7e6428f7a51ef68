"""How a run of scenarios ended."""

from pathlib import Path
from typing import NamedTuple

from slalang.source import Diagnostic
from slalang.testing.failure import Failure
from slalang.testing.trial import Tested


class Report(NamedTuple):
    """All that a run found, in the order of the files and of the scenarios in them; `took` is in microseconds."""

    tested: tuple[Tested, ...]
    untested: int
    """Scenarios that expect nothing, and work nothing out."""
    diagnostics: tuple[Diagnostic, ...]
    took: int
    deselected: int = 0
    """Scenarios that were not asked for."""
    not_run: int = 0
    """Scenarios after the failure that ended the run."""
    refused: tuple[Path, ...] = ()
    """Files of which nothing was run, since something is wrong with them."""

    @property
    def failed(self) -> int:
        return sum(bool(one.failures) for one in self.tested)

    @property
    def passed(self) -> int:
        return len(self.tested) - self.failed

    @property
    def failures(self) -> tuple[Failure, ...]:
        return tuple(failure for one in self.tested for failure in one.failures)
