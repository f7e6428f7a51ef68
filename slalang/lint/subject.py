"""A policy as rules look at it: its files as nodes, its names, its clauses, its graph."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from slalang.calendar import Calendar, CalendarError
from slalang.graph import Graph, Node
from slalang.lint.node import At
from slalang.lint.tree import Item, Standing, parts, standings
from slalang.lint.whereabouts import Whereabouts
from slalang.outcome.calendar_alone import settled_calendar
from slalang.policy.declared import Declared
from slalang.source import Clause, Diagnostic, Location, Source, Span, has_errors
from slalang.syntax import nodes, parse_as

T = TypeVar("T")

TRIED = ("closing", "opening", "target", "day", "calendar", "condition", "events", "names", "who", "text", "zone")
"""The types as which a value is read whose type only the place tells where it is used."""


class NoGraph(Exception):
    """The policy does not compile, or is a library: rules that look at the graph are not run."""


class Read(NamedTuple):
    """What was read of a policy: the file itself first, all blocks that hold, the graph if it compiles."""

    files: tuple[nodes.File, ...]
    declared: tuple[Declared, ...]
    graph: Graph | None
    diagnostics: tuple[Diagnostic, ...]


class Policy:
    """A policy, an agreement or a library with the files that it uses. Nodes are told apart by identity.

    A node of a file has a span, and a rule needs no more than the node: where it stands is looked up here.
    """

    def __init__(self, read: Read) -> None:
        self.files = read.files
        self.diagnostics = read.diagnostics
        self._graph = read.graph
        self._declared = read.declared
        self._names = {found.id: found for found in read.declared}
        self._where = Whereabouts(read.files)
        self._values: dict[int, Any] = {}
        self._named: dict[int, list[nodes.Block]] = {}

    @property
    def file(self) -> nodes.File:
        """The file that was named; the others are those that it uses, amends or fills in."""
        return self.files[0]

    @property
    def graph(self) -> Graph:
        """The evaluation graph; a rule that asks for it is not run where there is none."""
        if self._graph is None:
            raise NoGraph
        return self._graph

    @property
    def is_library(self) -> bool:
        """Whether the file that was named is a library."""
        return any(block.kind == "library" for block in self.file.blocks[:1])

    @property
    def compiles(self) -> bool:
        """Whether there is a graph."""
        return self._graph is not None

    @property
    def is_whole(self) -> bool:
        """Whether what is not named here is named nowhere: it is no library, and no mistake hides a name."""
        return not self.is_library and not has_errors(self.diagnostics)

    # Blocks and what is in them

    def blocks(self, *kinds: str) -> list[nodes.Block]:
        """The blocks of some kinds, or all: those of the libraries and of the template too, of an amended policy
        those that still hold."""
        return [found.block for found in self._declared if not kinds or found.kind in kinds]

    def block(self, name: str) -> nodes.Block | None:
        """The block of a name; `tiers`, `severities`, `channels`, `windows`, `severity P1` are names too."""
        found = self._names.get(name)
        return found.block if found else None

    def name(self, block: nodes.Block) -> str:
        """The name by which `block` finds it, and the graph has its node."""
        return Declared(block, self.source(block)).id

    def lines(self, key: str, *kinds: str) -> Iterator[nodes.Line]:
        """The lines of a key, in the blocks of some kinds, or in all."""
        return (line for block in self.blocks(*kinds) for line in block.all(key))

    def rows(self, block: nodes.Block) -> Iterator[dict[str, nodes.Cell]]:
        """The rows of the table of a block: cells by the words of their headings."""
        if block.table:
            headings = [self.text(heading) for heading in block.table.columns]
            for row in block.table.rows:
                yield dict(zip(headings, row.cells, strict=True))

    def items(self, kind: type[T]) -> Iterator[T]:
        """The headings, sentences or blocks of all files, as they are written."""
        return (item for file in self.files for item in file.items if isinstance(item, kind))

    def below(self, item: nodes.Heading | nodes.Sentence) -> list[nodes.Block]:
        """The blocks under a heading, or under a sentence."""
        return [block for block in self.items(nodes.Block) if block.heading is item or block.sentence is item]

    def reached(self, blocks: Iterable[nodes.Block], barred: str = "") -> list[nodes.Block]:
        """Blocks, all that they name, and that these name; those of a kind that is barred are not gone into."""
        found, waiting = {}, list(blocks)
        while waiting:
            block = waiting.pop()
            if id(block) not in found:
                found[id(block)] = block
                waiting.extend(each for each in self._named_by(block) if each.kind != barred)
        return list(found.values())

    def _named_by(self, block: nodes.Block) -> list[nodes.Block]:
        if id(block) not in self._named:
            words = dict.fromkeys(name.word for name in self.find(nodes.Name, block))
            self._named[id(block)] = [named for word in words if (named := self.block(word))]
        return self._named[id(block)]

    def decisive(self, block: nodes.Block) -> list[str]:
        """What is written in the lines and rows of a block; notes decide nothing."""
        lines = [self.text(line) for line in block.lines if line.key != "note"]
        return lines + [self.text(row) for row in (block.table.rows if block.table else ())]

    def comments(self) -> Iterator[nodes.Comment]:
        """The comments of all files."""
        return (node for file in self.files for node, _ in standings(file) if isinstance(node, nodes.Comment))

    # Values

    def find(self, kind: type[T], within: Any = None) -> Iterator[T]:
        """Every node of a kind: in a node, or in all blocks; meanings of readings and fills are looked into."""
        among = self._nodes if within is None else self._walk(within)
        return (node for node in among if isinstance(node, kind))

    def _walk(self, within: Any) -> Iterator[Any]:
        for node in parts(within):
            yield node
            if isinstance(node, nodes.Raw) and (value := self.value(node)) is not node:
                yield from parts(value)

    @cached_property
    def _nodes(self) -> list[Any]:
        """All nodes of the blocks, gathered once for all rules."""
        return list(self._walk(tuple(self.blocks())))

    def value(self, raw: nodes.Raw) -> Any:
        """What the value of a meaning or of a fill is, read as what it looks like; itself where it is a mere phrase."""
        if id(raw) not in self._values:
            standing = self._where.standing(raw)
            read = next((node for node in _tried(standing.source, raw.span)), raw)
            self._values[id(raw)] = read
            self._where.adopt(read, standing)
        return self._values[id(raw)]

    def mentions(self, name: str) -> list[nodes.Name]:
        """Where a name stands, but for the head of its own block; a value or an axis may be called the same."""
        heads = {id(block.name) for block in self.blocks()}
        return [found for found in self.find(nodes.Name) if found.word == name and id(found) not in heads]

    def unnamed(self, kind: str) -> Iterator[nodes.Block]:
        """The blocks of a kind that are the policy's own, and that no other block names; none unless it is whole."""
        for block in self.blocks(kind) if self.is_whole else ():
            if block.name and not self.is_borrowed(block) and not self.mentions(block.name.word):
                yield block

    def text(self, node: At) -> str:
        """What is written there."""
        return self.location(node).text

    # Around a node

    def item(self, node: At) -> Item | None:
        """The heading, the sentence or the block in which a node stands."""
        return self._standing(node).item

    def around(self, node: At) -> nodes.Block | None:
        """The block in which a node stands."""
        item = self.item(node)
        return item if isinstance(item, nodes.Block) else None

    def piece(self, node: At) -> nodes.Line | nodes.Row | None:
        """The line or the row in which a node stands."""
        return self._standing(node).piece

    def source(self, node: At) -> Source:
        """The text in which a node stands."""
        return self._standing(node).source

    def is_borrowed(self, node: At) -> bool:
        """Whether a node stands in a file that others may use as well: a library, a template, an older version."""
        return self._standing(node).source is not self.file.source

    def clause(self, node: At) -> Clause | None:
        """What a node cites: its line or row, its block, else the heading above."""
        return self._where.clause(self._of_file(node))

    def location(self, node: At) -> Location:
        """Where a node is pointed at: a block at its name, anything else as a whole."""
        return self._where.location(self._of_file(node))

    # The graph

    def node(self, block: nodes.Block) -> Node | None:
        """The node of the graph that a block became; of one whose rows are rules, none."""
        return self.graph.get(self.name(block))

    def calendar(self, name: str, readings: Mapping[str, str] | None = None) -> Calendar | None:
        """A calendar, or `24x7`, as default readings, or those given, make it.

        None where there is no such calendar, or a hole or a fact stands in its way.
        """
        if name != "24x7" and self.graph.get(name) is None:
            return None
        try:
            found = settled_calendar(self.graph, name, readings or {})
        except CalendarError:
            return None
        return found if isinstance(found, Calendar) else None

    def _of_file(self, node: At) -> Any:
        """The block that a node of the graph was made from, if it is one of a whole block."""
        return (self.block(node.id) or node) if isinstance(node, Node) else node

    def _standing(self, node: At) -> Standing:
        return self._where.standing(self._of_file(node))


def _tried(source: Source, span: Span) -> Iterator[Any]:
    for type in TRIED:
        node, mistake = parse_as(type, source, span)
        if mistake is None:
            yield node
