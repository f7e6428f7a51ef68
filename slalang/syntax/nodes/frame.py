"""The frame: files, headings, sentences, blocks, lines."""

from typing import NamedTuple, TypeAlias

from slalang.source.span import Span
from slalang.source.text import Source
from slalang.syntax.nodes.amounts import (
    Amount,
    Bound,
    ClocksValue,
    Credit,
    Every,
    Figure,
    ForceValue,
    OverValue,
    Share,
    Target,
)
from slalang.syntax.nodes.conditions import Condition
from slalang.syntax.nodes.events import Events
from slalang.syntax.nodes.hours import (
    CalendarValue,
    Closing,
    DatedHours,
    Opening,
    PeriodValue,
    WorkingDay,
    ZoneValue,
)
from slalang.syntax.nodes.names import (
    ChoiceValue,
    Cite,
    Comment,
    Domain,
    Invalid,
    Members,
    Name,
    NameOrHole,
    NamesValue,
    Raw,
    Ref,
    String,
    Text,
    TextValue,
    WhoValue,
)
from slalang.syntax.nodes.occasions import Occasion
from slalang.syntax.nodes.tables import CellValue, Table

Value: TypeAlias = (
    Amount
    | Bound
    | CalendarValue
    | CellValue
    | ChoiceValue
    | ClocksValue
    | Closing
    | Condition
    | Credit
    | DatedHours
    | Domain
    | Events
    | Every
    | Figure
    | ForceValue
    | Invalid
    | Members
    | NameOrHole
    | NamesValue
    | Occasion
    | Opening
    | OverValue
    | PeriodValue
    | Raw
    | Share
    | Target
    | TextValue
    | WhoValue
    | WorkingDay
    | ZoneValue
)


class Heading(NamedTuple):
    """`## Relief [details: Relief]`: the clause of the blocks below it; without places they are the author's own."""

    title: str
    places: tuple[Ref, ...]
    comments: tuple[Comment, ...]
    span: Span


class Sentence(NamedTuple):
    """`> ...`: a sentence of the contract; one that commits nobody says why."""

    text: str
    text_only: Text | Invalid | None
    heading: Heading | None
    comments: tuple[Comment, ...]
    span: Span


class Line(NamedTuple):
    """`key: value`."""

    key: str
    key_span: Span
    value: Value
    cite: Cite | Invalid | None
    comments: tuple[Comment, ...]
    span: Span


class Block(NamedTuple):
    """A head with its lines and table, under a heading and a sentence; in a damaged one a mistake was reported."""

    kind: str
    kind_span: Span
    name: Name | None
    title: String | None
    cite: Cite | Invalid | None
    lines: tuple[Line, ...]
    table: Table | None
    heading: Heading | None
    sentence: Sentence | None
    comments: tuple[Comment, ...]
    damaged: bool
    span: Span

    def line(self, key: str) -> Line | None:
        """The first line of a key, if there is one."""
        return next((line for line in self.lines if line.key == key), None)

    def all(self, key: str) -> tuple[Line, ...]:
        """All lines of a key that may repeat."""
        return tuple(line for line in self.lines if line.key == key)


class File(NamedTuple):
    """A file: its headings, sentences and blocks in the order in which they are written."""

    source: Source
    items: tuple[Heading | Sentence | Block, ...]
    comments: tuple[Comment, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks alone."""
        return tuple(item for item in self.items if isinstance(item, Block))
