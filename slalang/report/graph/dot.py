"""Graphs in the DOT language of Graphviz."""

from collections.abc import Collection, Iterator

from slalang.graph import Graph
from slalang.report.graph.drawing import Arrow, Box, Drawing, drawing

_SHAPES = {"asked": "oval", "promised": "box3d", "time": "parallelogram", "open": "hexagon", "rule": "box"}
_STRONG = 'penwidth=3, color="#2f80c2"'


def graph_dot(graph: Graph, taken: Collection[str] = ()) -> str:
    """The DOT text of a graph; the nodes and arrows on the path are drawn strongly."""
    return "\n".join(_lines(drawing(graph, taken))) + "\n"


def _lines(drawn: Drawing) -> Iterator[str]:
    yield "digraph policy {"
    yield "  rankdir=LR"
    yield from (f"  {_box(box)}" for box in drawn.boxes)
    yield from (f"  {_arrow(arrow)}" for arrow in drawn.arrows)
    yield "}"


def _box(box: Box) -> str:
    strong = f", {_STRONG}" if box.taken else ""
    return f'{box.id} [label="{box.kind}\\n{_quoted(box.name)}", shape={_SHAPES[box.family]}{strong}]'


def _arrow(arrow: Arrow) -> str:
    return f"{arrow.start} -> {arrow.end}" + (f" [{_STRONG}]" if arrow.taken else "")


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
