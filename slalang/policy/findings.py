"""The mistakes that the passes of a compilation find, each once."""

from __future__ import annotations

from collections.abc import Iterable

from slalang.source import Clause, Diagnostic, Location, position


class Findings:
    """Collects diagnostics: of two with one code at one span, only the first is kept."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int, str], Diagnostic] = {}

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic, unless the same mistake is known already."""
        self._found.setdefault(position(diagnostic), diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def error(
        self,
        code: str,
        message: str,
        location: Location,
        *,
        label: str = "",
        help: str = "",
        secondary: tuple[tuple[Location, str], ...] = (),
        clause: Clause | None = None,
    ) -> None:
        """Keep a mistake at a place."""
        self.add(Diagnostic(code, message, location, label, help, secondary, clause))

    def all(self) -> tuple[Diagnostic, ...]:
        """All that was found, by file and offset."""
        return tuple(sorted(self._found.values(), key=position))
