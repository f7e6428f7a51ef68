"""At what a rule can point: a node of a file, or of the graph."""

from typing import Protocol, TypeAlias

from slalang.source import Place, Span


class Spanned(Protocol):
    """A node of a file."""

    @property
    def span(self) -> Span: ...


class Placed(Protocol):
    """A node of the graph."""

    @property
    def place(self) -> Place: ...


At: TypeAlias = Spanned | Placed
