"""Where something stands: in a text, in a file, in a contract."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, `[start, end)`, in code points from its beginning."""

    start: int
    end: int


class Place(NamedTuple):
    """A point in a file, as people and editors name it: line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Clause(NamedTuple):
    """A citation into the text of a contract: a document, a heading in it, a paragraph under that."""

    source: str
    heading: str | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        return ", ".join(str(part) for part in self if part is not None)
