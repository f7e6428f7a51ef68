"""Expectations written anew in the text of a scenario file: only what they say changes, and nothing around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from slalang.scenario import tree
from slalang.scenario.tree import Listing, Scalar, Tree, plain
from slalang.source import Edit, Location, Place, Source

_BARE = re.compile(r"(?:\.{0,2}/)*[A-Za-z0-9](?:[A-Za-z0-9 _./+-]|:(?! ))*(?<![ :])")
"""Texts that need no quotation marks wherever they stand, in a list between brackets too."""


def expectations(root: Tree) -> dict[Place, Tree]:
    """What stands under each key of each `expect:` in a file, by the place of the key."""
    return {key.at.place: value for expect in _expects(root) for key, value in expect.entries}


def _expects(scenario: Tree) -> Iterator[tree.Mapping]:
    if not isinstance(scenario, tree.Mapping):
        return
    if isinstance(expect := scenario.get("expect"), tree.Mapping):
        yield expect
    for key in ("scenarios", "variations"):
        if isinstance(inner := scenario.get(key), Listing):
            for item in inner.items:
                yield from _expects(item)


def at_path(value: Tree, path: Iterable[str]) -> Tree | None:
    """The part of an expectation at the end of some keys; a bare text stands for its first part."""
    for key in path:
        if isinstance(value, Scalar):
            return value
        below = value.get(key) if isinstance(value, tree.Mapping) else None
        if below is None:
            return None
        value = below
    return value


def edits(part: Tree, value: Any) -> tuple[Edit, ...] | None:
    """What makes a part of an expectation say a value; None where a comment would be lost, or nothing fits."""
    match part, value:
        case Scalar(), str():
            return (Edit(part.at, _scalar(value, part)),)
        case Scalar(), list():
            return (Edit(part.at, _scalar(value[0], part) if len(value) == 1 else _flow(value)),)
        case Listing(), list():
            return None if "#" in part.at.text else (Edit(part.at, _listing(part, value)),)
        case tree.Mapping(), dict():
            return _entries(part, value)
        case _:
            return None


def _entries(part: tree.Mapping, value: Mapping[str, Any]) -> tuple[Edit, ...] | None:
    """Of a mapping that keeps its keys, the edits of what is otherwise."""
    if set(part.names()) != value.keys():
        return None
    found = [edits(old, value[key.text]) for key, old in part.entries if plain(old) != value[key.text]]
    return None if None in found else tuple(edit for each in found for edit in each or ())


def edited(source: Source, changes: Iterable[Edit]) -> str:
    """The text of a source with edits that do not overlap."""
    text = source.text
    for (_, (start, end)), new in sorted(changes, key=lambda edit: edit.location.span, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _listing(part: Listing, value: list[str]) -> str:
    """A list in the form of the old one: between brackets, or an item a line."""
    if part.at.text.startswith("[") or not value:
        return _flow(value)
    indent = " " * (part.at.place.column - 1)
    return f"\n{indent}".join(f"- {bare(item)}" for item in value)


def _flow(value: list[str]) -> str:
    return f"[{', '.join(map(bare, value))}]"


def _scalar(value: str, old: Scalar) -> str:
    """A text, quoted as the old one was."""
    match _first(old.at):
        case "'":
            return "'" + value.replace("'", "''") + "'"
        case '"':
            return json.dumps(value, ensure_ascii=False)
    return bare(value)


def _first(at: Location) -> str:
    return at.text[:1]


def bare(value: str) -> str:
    """A text without quotation marks where it needs none, else between double ones."""
    return value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
