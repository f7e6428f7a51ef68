"""The mistakes that the passes of a compilation find, each once."""

from __future__ import annotations

from collections.abc import Iterable

from slalang.source import Clause, Diagnostic, Location, position

OF_NAMES = frozenset({"SLA220", "SLA223", "SLA224", "SLA225", "SLA226", "SLA227", "SLA228", "SLA240"})
"""What is wrong with a name is one mistake, wherever the name stands."""

PLACES = 5
"""How many further places of one mistake are shown."""

HARMLESS = frozenset({"SLA226", "SLA227", "SLA236"})
"""What is wrong with a citation, or with a reading that nothing uses, changes no answer."""

OF_HEADS = frozenset({"SLA116", "SLA201", "SLA205", "SLA206", "SLA207"})
"""What is wrong with a head: a block of another kind, or name, may be meant."""


class Findings:
    """Collects diagnostics: of two with one code at one span, only the first is kept."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int, str], Diagnostic] = {}
        self._of_names: dict[tuple[str, str], tuple[str, int, str]] = {}
        self.mistakes: list[Location | None] = []
        """Wherever something is not as its author meant it, told or not; None: that may be anywhere."""

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic, unless the same mistake is known already."""
        if diagnostic.severity == "error" and diagnostic.code not in HARMLESS:
            self.mistakes.append(None if diagnostic.code in OF_HEADS else diagnostic.location)
        key = position(diagnostic)
        first = self._of_names.setdefault(_subject(diagnostic), key)
        if diagnostic.code in OF_NAMES and first != key:
            self._found[first] = _also_at(self._found[first], diagnostic.location)
        else:
            self._found.setdefault(key, diagnostic)

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


def _subject(diagnostic: Diagnostic) -> tuple[str, str]:
    """What a mistake is about: an undeclared name is the same wherever it stands, whatever is wanted there."""
    undeclared = diagnostic.code == "SLA220" and diagnostic.location is not None
    return diagnostic.code, diagnostic.location.text if undeclared and diagnostic.location else diagnostic.message


def _also_at(diagnostic: Diagnostic, location: Location | None) -> Diagnostic:
    """A diagnostic with one more place of the same mistake."""
    places = diagnostic.secondary
    if location is None or len(places) >= PLACES or any(known == location for known, _ in places):
        return diagnostic
    return diagnostic._replace(secondary=(*places, (location, "and here")))
