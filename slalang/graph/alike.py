"""Whether two graphs say the same, wherever their files say it."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

from slalang.graph.model import Graph
from slalang.graph.rules import Inert
from slalang.graph.values import ByReading
from slalang.source import Place

_TOKEN = re.compile(r'"[^"]*"(?:\s+"[^"]*")*|[,;|()]|[^\s",;|()]+')
_SEAM = re.compile(r'"\s+"')
"""Between two strings of one text."""
_COLON = re.compile(" ?: ?")
"""After the key of a line, where a whole block is quoted."""
_NUMBER = re.compile(r"0*(\d+)(?:\.(\d*?)0*)?(%?)")
_UNIT = re.compile(r"(second|minute|hour|day|week|month|quarter|year)s$")
_SPELLINGS = (
    (re.compile(r"\bis one of (?=[\w-]+(?: [^,]|$))"), "is "),
    (re.compile(r"\bis none of (?=[\w-]+(?: [^,]|$))"), "is not "),
    (re.compile(r"\bor (?=(?:above|below)\b)"), "and "),
    (re.compile(r"\bbetween (\S+) ((?:\w+ )?\w+) and (?=\S+ \2(?: |$))"), r"between \1 and "),
)
"""What can be said in two ways, and the one of them that is compared."""
_QUOTING = {"text", "value", "filled", "label", "what"}
"""The fields that quote what an author wrote."""


def alike(one: Graph, other: Graph) -> bool:
    """Whether two graphs say the same of every incident, in the same words.

    Places in files and the order of blocks may differ, and how an author spells a value (`04 hour` is `4 hours`);
    all else counts: names, titles, clauses, notes.
    """
    return _sense(one.header) == _sense(other.header) and _parts(one) == _parts(other)


def _parts(graph: Graph) -> Hashable:
    return frozenset(_sense(node) for node in graph.nodes), _sense(graph.holidays)


def _sense(value: Any) -> Hashable:
    """A value with its types, since named tuples of different types can be equal; without places."""
    match value:
        case Place():
            return Place
        case ByReading(reading, meanings):
            return ByReading, reading, _sense(meanings)
        case Inert(kind, text):
            return Inert, kind, tuple(sorted(_COLON.sub(" : ", _plain(text)).split(" ")))
        case tuple():
            names = getattr(type(value), "_fields", [""] * len(value))
            return type(value), *(_part(name, part) for name, part in zip(names, value, strict=True))
    return type(value), value


def _part(name: str, part: Any) -> Hashable:
    return _plain(part) if name in _QUOTING and isinstance(part, str) else _sense(part)


def _plain(text: str) -> str:
    """A quoted text without its spelling: blanks, zeros, plurals of units; what stands in strings stays."""
    plain = " ".join(map(_plain_token, _TOKEN.findall(text)))
    for pattern, spelling in _SPELLINGS:
        plain = pattern.sub(spelling, plain)
    return plain


def _plain_token(token: str) -> str:
    if token.startswith('"'):
        return _SEAM.sub(" ", token)
    if number := _NUMBER.fullmatch(token):
        return number[1] + (f".{number[2]}" if number[2] else "") + number[3]
    return _UNIT.sub(r"\1", token)
