"""How much the tool takes on; each limit can be raised by who runs it."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Limits on what is read and searched.

    Beyond one, the answer is a diagnostic of the SLA9xx range; beyond `combinations`, the warning SLA400.
    """

    file_bytes: int = 4 * 1024 * 1024
    lines: int = 5_000
    scenario_lines: int = 25_000
    line_length: int = 20_000
    value_length: int = 10_000
    nesting: int = 50
    parts: int = 250_000
    mistakes: int = 100
    combinations: int = 2**20
    dates: int = 10_000

    def of_scenarios(self) -> "Limits":
        """Those for a file of scenarios, which may have more lines than a policy."""
        return self._replace(lines=self.scenario_lines)


DEFAULT_LIMITS = Limits()
