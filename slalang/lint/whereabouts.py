"""Where the nodes of some files stand, and how each is pointed at and cited."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from slalang.lint.tree import Standing, parts, standings
from slalang.source import Clause, Location
from slalang.source.pointing import in_sources
from slalang.syntax import nodes


class Whereabouts:
    """Looks nodes up by identity; what the graph places is looked up by that place."""

    def __init__(self, files: tuple[nodes.File, ...]) -> None:
        self._files = files
        self._locate = in_sources({file.source.name: file.source for file in files})

    def standing(self, node: Any) -> Standing:
        """The file, the item and the line or row in which a node stands."""
        found = self._by_node.get(id(node))
        if found is not None:
            return found
        assert not hasattr(node, "span"), f"a rule made a node of its own: {node}"
        return self._around(self._locate(node.place))

    def adopt(self, made: Any, standing: Standing) -> None:
        """Let the nodes of a value stand where the text stands from which they were made."""
        self._by_node.update({id(node): standing for node in parts(made)})

    def location(self, node: Any) -> Location:
        """Where a node is pointed at: a block at its name, anything else as a whole."""
        if not hasattr(node, "span"):
            return self._locate(node.place)
        named = isinstance(node, nodes.Block) and (node.name.span if node.name else node.kind_span)
        return Location(self.standing(node).source, named or node.span)

    def clause(self, node: Any) -> Clause | None:
        """What a node cites: its line or row, its block, else the heading above."""
        standing = self.standing(node)
        cites = [getattr(part, "cite", None) for part in (standing.piece, standing.item)]
        for cite in cites:
            if isinstance(cite, nodes.Cite):
                return _clause(cite.refs)
        item = standing.item
        heading = item if item is None or isinstance(item, nodes.Heading) else item.heading
        return _clause(heading.places) if heading else None

    def _around(self, location: Location) -> Standing:
        """Where a point of a file stands: in the innermost node around it."""
        found = Standing(location.source)
        for node, standing in self._in_order:
            span = node.span
            inside = standing.source.name == location.source.name and span.start <= location.span.start < span.end
            found = standing if inside else found
        return found

    @cached_property
    def _by_node(self) -> dict[int, Standing]:
        return {id(node): standing for node, standing in self._in_order}

    @cached_property
    def _in_order(self) -> list[tuple[Any, Standing]]:
        return [found for file in self._files for found in standings(file)]


def _clause(refs: Iterable[nodes.Ref]) -> Clause | None:
    ref = next(iter(refs), None)
    return ref and Clause(ref.source.word, ref.heading.text if ref.heading else None, ref.paragraph)
