"""Graphs as Mermaid flow charts."""

from collections.abc import Collection, Iterator

from slalang.graph import Graph
from slalang.report.graph.drawing import Box, Drawing, drawing

_SHAPES = {
    "asked": ("([", "])"),
    "promised": ("[[", "]]"),
    "time": ("[/", "/]"),
    "open": ("{{", "}}"),
    "rule": ("[", "]"),
}
_ENTITIES = str.maketrans({character: f"#{ord(character)};" for character in '"#&<>'})


def graph_mermaid(graph: Graph, taken: Collection[str] = ()) -> str:
    """The Mermaid text of a graph; the nodes and arrows on the path are drawn strongly."""
    return "\n".join(_lines(drawing(graph, taken))) + "\n"


def _lines(drawn: Drawing) -> Iterator[str]:
    yield "flowchart LR"
    for box in drawn.boxes:
        yield f"  {_box(box)}"
    for arrow in drawn.arrows:
        yield f"  {arrow.start} {'==>' if arrow.taken else '-->'} {arrow.end}"
    taken = ",".join(box.id for box in drawn.boxes if box.taken)
    if taken:
        yield "  classDef taken stroke-width:3px,stroke:#2f80c2"
        yield f"  class {taken} taken"


def _box(box: Box) -> str:
    left, right = _SHAPES[box.family]
    return f'{box.id}{left}"{box.kind}<br>{box.name.translate(_ENTITIES)}"{right}'
