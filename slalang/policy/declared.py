"""What a policy declares: blocks by their names, and axes with their members."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple

from slalang.graph.conditions import Subject
from slalang.source import Location, Source
from slalang.syntax import nodes
from slalang.syntax.schema import KINDS, article

NAMELESS = frozenset({"tiers", "channels", "windows", "severities"})
"""Kinds of which a policy has at most one block; it is called like the kind."""

FRAME = frozenset({"policy", "agreement", "library", "use", "source", "fill"})
"""Kinds that become no node of the graph."""

GIVEN_EVENTS = frozenset({"opened", "closed", "reopened", "withdrawn"})
"""Events that every policy has, whether it declares them or not."""


class Declared(NamedTuple):
    """A block of the policy, the file that it stands in, and whether only that file sees it."""

    block: nodes.Block
    source: Source
    hidden: bool = False

    @property
    def kind(self) -> str:
        return self.block.kind

    @property
    def id(self) -> str:
        """The name of its node: that of the block, `severity P1`, or the kind of a nameless block."""
        name = self.block.name.word if self.block.name and self.kind not in NAMELESS else self.kind
        return f"{self.kind} {name}" if self.kind in ("severity", "fill") else name

    @property
    def location(self) -> Location:
        """Its name, or where it has none the word for its kind."""
        return Location(self.source, self.block.name.span if self.block.name else self.block.kind_span)

    @property
    def node_ids(self) -> tuple[str, ...]:
        """The nodes that it becomes: one, or one for each row of a table of rules."""
        table = self.block.table
        if table is None or self.kind not in ROWS_ARE_RULES:
            return (self.id,)
        return tuple(f"{self.id} {number}" for number, _ in enumerate(table.rows, 1))


ROWS_ARE_RULES = frozenset(kind.name for kind in KINDS.values() if kind.table and kind.table.rows_are_rules)
"""Kinds in whose tables each row is a rule of its own."""


class Axis(NamedTuple):
    """What conditions and tables look at: its members, and whether they have an order (then the highest is first)."""

    subject: Subject
    domain: Literal["values", "number", "date", "instant", "amount", "zone"]
    members: tuple[str, ...]
    ordered: bool
    low: Fraction | None = None
    high: Fraction | None = None
    known: bool = True
    """False where the line that lists the members could not be read: then no member is wrong."""


def with_article(kind: str) -> str:
    """A kind with its article, for messages: `an event`."""
    return f"{article(kind)} {kind}"


def listed(words: Iterable[str]) -> str:
    """Words joined for a message: `a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def one_of(kinds: Iterable[str]) -> str:
    """Kinds in words: `a calendar, a reading or a parameter`."""
    return listed(with_article(kind) for kind in kinds)
