"""What the library raises: mistakes of an author, with all that the command line would show."""

from collections.abc import Sequence

from slalang.source import Diagnostic, render


class SlalangError(ValueError):
    """A policy or a scenario is invalid; `diagnostics` are all its mistakes, the text shows them with their lines."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(render(diagnostics))
        self.diagnostics = tuple(diagnostics)

    def __reduce__(self) -> tuple[type["SlalangError"], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.diagnostics,)


class PolicyError(SlalangError):
    """A policy that can't be read, or is invalid."""


class ScenarioError(SlalangError):
    """A scenario that can't be read, or does not fit its policy."""
