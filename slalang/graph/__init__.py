"""The evaluation graph: the waist of the house, written by policy and read by scenario and outcome."""

from slalang.graph.codec import BadGraph, from_json, to_json
from slalang.graph.model import SCHEMA_VERSION, Document, Graph, Header, Node, PinnedHolidays

__all__ = [
    "SCHEMA_VERSION",
    "BadGraph",
    "Document",
    "Graph",
    "Header",
    "Node",
    "PinnedHolidays",
    "from_json",
    "to_json",
]
